/// A server's final answer to a ``FetchRequest``, whatever its status.
public struct FetchResponse: Sendable {
    /// The URL that answered, after redirects; without user, password and fragment.
    ///
    /// For a redirect that was not followed (``FetchRequest/stopsAt``), where it leads to.
    public var url: String
    /// The status code; a 304 is a response like any other, with an empty body.
    public var status: Int
    /// The header section.
    public var headers: HeaderFields
    /// The decoded body.
    public var body: [UInt8]
    /// The URL at the end of the unbroken run of 301 and 308 answers with which the chain began; nil without one.
    public var permanentURL: String?
    /// How long the request took, redirects included, waiting for its turn excluded.
    public var duration: Duration
    /// The bytes received, header sections included, before decoding.
    public var wireBytes: Int
    /// How many redirects led here, one that was not followed included.
    public var redirects = 0
    /// What the servers of the chain asked to be told again, for its next request (``FetchRequest/cookies``).
    public var cookies: [String] = []

    /// Creates a response; for tests and for sources that are no servers.
    public init(
        url: String, status: Int, headers: HeaderFields = HeaderFields([]), body: [UInt8] = [],
        permanentURL: String? = nil, duration: Duration = .zero, wireBytes: Int = 0
    ) {
        self.url = url
        self.status = status
        self.headers = headers
        self.body = body
        self.permanentURL = permanentURL
        self.duration = duration
        self.wireBytes = wireBytes
    }

    /// Whether the status says that the body is what was asked for (2xx).
    public var isSuccess: Bool { (200...299).contains(status) }

    /// Whether the version that we have is still the current one.
    public var isNotModified: Bool { status == 304 }

    /// The `Content-Type` field as it came.
    public var contentType: String? { headers["Content-Type"] }

    /// The media type without its parameters, in lower case, such as `text/html`; nil when none is given.
    public var mediaType: String? {
        contentType.flatMap { $0.split(separator: ";", omittingEmptySubsequences: false).first }
            .map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The `charset` parameter of the content type, unquoted; nil when none is given (RFC 9110 section 8.3.2).
    public var charset: String? {
        for parameter in contentType?.split(separator: ";").dropFirst() ?? [] {
            let parts = parameter.split(separator: "=", maxSplits: 1).map { $0.filter { !" \t\"'".contains($0) } }
            if parts.count == 2, parts[0].lowercased() == "charset", !parts[1].isEmpty { return parts[1] }
        }
        return nil
    }

    /// The validators that this answer has, and no others; not those that could never be sent back as they came.
    public var validators: Validators {
        func sendable(_ name: String) -> String? { headers[name].flatMap { Isomorphic.encode($0) == nil ? nil : $0 } }
        return Validators(etag: sendable("ETag"), lastModified: sendable("Last-Modified"))
    }

    /// The seconds that the server asks us to stay away; nil when it does not or its wish makes no sense.
    public var retryAfter: Int? { headers.retryAfter }

    /// The seconds for which the server calls the answer fresh; nil when it does not say.
    public var freshFor: Int? { headers.freshFor }
}
