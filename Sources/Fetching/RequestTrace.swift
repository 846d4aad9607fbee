/// One request as it went over the wire, for a log; each hop of a chain of redirects is a request of its own.
public struct RequestTrace: Sendable {
    /// The URL without user, password, query and fragment.
    public var url: String
    /// What the answer was for.
    public var purpose: FetchRequest.Purpose
    /// 0 for the URL that was asked for, 1 after the first redirect.
    public var hop: Int
    /// Whether validators were sent.
    public var isConditional: Bool
    /// The status code; nil when no answer came.
    public var status: Int?
    /// Why no answer came; nil when one did.
    public var error: String?
    /// The address that was connected to; empty when none was.
    public var address: String
    /// The version of HTTP that was spoken, such as `1.1` or `2`; empty when none was.
    public var version: String
    /// Whether a connection was opened for it.
    public var isNewConnection: Bool
    /// Seconds since 1970 at the start of the transfer.
    public var started: Double
    /// Seconds for which it waited for its turn.
    public var waited: Double
    /// How long the steps took, in seconds since the start of the transfer; 0 for a step that was not needed.
    public var steps: Steps
    /// Bytes of the header section.
    public var headerBytes: Int
    /// Bytes of the body as they came.
    public var wireBytes: Int
    /// Bytes of the body after decoding.
    public var bodyBytes: Int

    /// When each step was done, in seconds since the start of the transfer.
    public struct Steps: Sendable {
        /// The name was resolved.
        public var resolved: Double
        /// The connection stood.
        public var connected: Double
        /// It was encrypted.
        public var secured: Double
        /// The answer's first byte came.
        public var answered: Double
        /// The last one came.
        public var finished: Double
    }
}
