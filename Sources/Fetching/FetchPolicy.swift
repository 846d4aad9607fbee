/// How often a source is asked, by the desk's settings, in seconds.
public struct FetchPolicy: Hashable, Sendable {
    /// The least time between two requests; 0 leaves the pace to whoever starts the runs.
    public var minimumInterval: Int
    /// The longest that a source may say its answer is fresh, or that we stretch its pace.
    public var freshnessCeiling: Int
    /// The longest that a server may ask us to stay away.
    public var retryAfterCeiling: Int
    /// The wait after the first failure; it doubles with each further one.
    public var backOffStart: Int
    /// The longest wait after failures.
    public var backOffCeiling: Int

    /// Creates a policy from the defaults: every quarter of an hour, six hours of freshness, a day of back-off at most.
    public init(
        minimumInterval: Int = 900, freshnessCeiling: Int = 6 * 3600, retryAfterCeiling: Int = 86_400,
        backOffStart: Int = 900, backOffCeiling: Int = 86_400
    ) {
        self.minimumInterval = max(0, minimumInterval)
        self.freshnessCeiling = max(0, freshnessCeiling)
        self.retryAfterCeiling = max(0, retryAfterCeiling)
        self.backOffStart = max(1, backOffStart)
        self.backOffCeiling = max(1, backOffCeiling)
    }
}
