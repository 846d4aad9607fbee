/// What a ``Fetcher`` is told once: who we are, how long and how much, how politely, and where it may connect to.
public struct FetchConfiguration: Sendable {
    /// The `User-Agent` of every request; it should name a contact.
    public var userAgent: String
    /// How many seconds a request may take, redirects included, waiting for its turn excluded.
    public var totalTimeout: Double
    /// How many seconds resolving and connecting may take.
    public var connectTimeout: Double
    /// A transfer that is slower than ``lowSpeedLimit`` bytes a second for this many whole seconds is given up.
    public var lowSpeedTime: Int
    /// Bytes a second; see ``lowSpeedTime``.
    public var lowSpeedLimit: Int
    /// The longest feed in decoded bytes.
    public var feedByteLimit: Int
    /// The longest page in decoded bytes.
    public var pageByteLimit: Int
    /// The longest header section in bytes, all responses of one hop together; a line is 100 KiB at most for libcurl.
    public var headerByteLimit: Int
    /// How many redirects are followed.
    public var redirectLimit: Int
    /// How many requests may be under way at once.
    public var maxConcurrent: Int
    /// How many requests, and so connections, one host gets at once.
    public var connectionsPerHost: Int
    /// The least number of seconds between the starts of two page requests to one host.
    public var pageSpacing: Double
    /// Blocks of addresses that may be connected to although they are not public.
    public var allowPrivate: [AddressBlock]
    /// The proxy, as libcurl's CURLOPT_PROXY takes it; empty: none, whatever the environment says.
    public var proxy: String
    /// A file of further certificate authorities in PEM; empty: the system's alone.
    public var caFile: String

    /// Creates a configuration from the defaults and a `User-Agent`.
    public init(userAgent: String) {
        self.userAgent = userAgent
        totalTimeout = 30
        connectTimeout = 10
        lowSpeedTime = 15
        lowSpeedLimit = 64
        feedByteLimit = 10 << 20
        pageByteLimit = 5 << 20
        headerByteLimit = 256 << 10
        redirectLimit = 10
        maxConcurrent = 50
        connectionsPerHost = 4
        pageSpacing = 1
        allowPrivate = []
        proxy = ""
        caFile = ""
    }
}
