/// How much of what was shown people found right.
public struct AuditTally: Hashable, Sendable {
    /// The verdicts.
    public var count: Int
    /// Those that found the field right.
    public var right: Int

    /// Creates a tally.
    public init(count: Int, right: Int) {
        self.count = count
        self.right = right
    }

    /// The share in whole per cent, rounded down, so that it never says more than was found.
    public var percent: Int { count == 0 ? 0 : right * 100 / count }

    /// What readers see: `checked here: 87 % of 140 right`.
    public var words: String { "checked here: \(percent) % of \(count) right" }
}
