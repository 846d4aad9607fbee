/// What a server said about one version of a resource, to be sent back byte for byte (RFC 9110 section 8.8).
///
/// The bytes of the fields are kept as one Unicode scalar each, so that no byte is lost in a store that holds text.
public struct Validators: Hashable, Codable, Sendable {
    /// The `ETag` field as it came.
    public var etag: String?
    /// The `Last-Modified` field as it came.
    public var lastModified: String?

    /// Creates validators; those that are not known stay nil.
    public init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }

    /// Whether neither is known.
    public var isEmpty: Bool { etag == nil && lastModified == nil }
}

/// One GET request.
public struct FetchRequest: Sendable {
    /// What the answer is for; it sets `Accept`, the size limit and the pacing.
    public enum Purpose: String, Sendable {
        case feed, page, robots
    }

    /// A user's name and password for Basic authentication (RFC 7617).
    public struct Credentials: Hashable, Sendable {
        let user: String
        let password: String

        /// Creates credentials.
        public init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    /// The absolute `http` or `https` URL; user and password in it are sent to its origin alone.
    public var url: String
    /// What the answer is for.
    public var purpose: Purpose
    /// What is known of the version that we have.
    public var validators: Validators
    /// Further fields, sent to the URL's origin alone.
    public var headers: [(name: String, value: String)]
    /// Sent to the URL's origin alone.
    public var credentials: Credentials?
    /// The proxy for this request; nil: the configuration's.
    public var proxy: String?
    /// The longest body in decoded bytes, of a `robots.txt` what is read of it; nil: the configuration's for the purpose.
    public var byteLimit: Int?
    /// Whether caches on the way are asked for a fresh copy.
    public var refreshesCaches: Bool
    /// Judges where a redirect leads: true ends the chain there, and the redirect is the answer; nil follows all.
    public var stopsAt: (@Sendable (_ url: String) -> Bool)?
    /// How many redirects have led here, for one chain that is asked in several requests.
    public var redirects = 0
    /// The cookies of such a chain (``FetchResponse/cookies``); they go where their servers meant them.
    public var cookies: [String] = []

    /// Creates a request for a URL.
    public init(
        url: String, purpose: Purpose, validators: Validators = Validators(),
        headers: [(name: String, value: String)] = [], credentials: Credentials? = nil, proxy: String? = nil,
        byteLimit: Int? = nil, refreshesCaches: Bool = false
    ) {
        self.url = url
        self.purpose = purpose
        self.validators = validators
        self.headers = headers
        self.credentials = credentials
        self.proxy = proxy
        self.byteLimit = byteLimit
        self.refreshesCaches = refreshesCaches
    }
}
