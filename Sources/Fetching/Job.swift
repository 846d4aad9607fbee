/// A request on its way, from one hop to the next.
struct Job {
    let ticket: Mailbox.Ticket
    let request: FetchRequest
    let continuation: CheckedContinuation<Mailbox.Answer, Never>
    /// The URL of the current hop.
    private(set) var url: WebURL
    /// Sent to the first URL's origin alone.
    let credentials: FetchRequest.Credentials?
    private let origin: String
    private(set) var hops: Int
    private(set) var permanentURL: String?
    private var isPermanent = true
    /// When the current hop began to wait for its turn.
    private(set) var queued: ContinuousClock.Instant
    /// When the first hop started, put off by what later hops waited for their turn; nil before.
    private(set) var started: ContinuousClock.Instant?
    /// The bytes that came with the hops before.
    var wireBytes = 0
    /// What servers of this chain asked to be told again, as libcurl writes cookies.
    var cookies: [String]
    /// Whether the body is taken as it comes, since its encoding is none that is known, or not the one that was said.
    var isUndecoded = false

    init(
        ticket: Mailbox.Ticket, request: FetchRequest, url: WebURL,
        continuation: CheckedContinuation<Mailbox.Answer, Never>, now: ContinuousClock.Instant
    ) {
        queued = now
        hops = request.redirects
        cookies = request.cookies
        self.ticket = ticket
        self.request = request
        self.url = url
        self.continuation = continuation
        credentials = request.credentials ?? url.credentials
        origin = url.origin
    }

    /// Whether the current hop goes to the origin that was asked for, which alone gets secrets.
    var isAtOrigin: Bool { url.origin == origin }

    /// Notes that the current hop's turn has come; returns the moment from which the request's time counts.
    mutating func start(now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        let start = (started ?? queued).advanced(by: queued.duration(to: now))
        started = start
        return start
    }

    /// Goes on to the URL that a redirect names.
    mutating func follow(_ next: WebURL, status: Int, now: ContinuousClock.Instant) {
        hops += 1
        queued = now
        isPermanent = isPermanent && (status == 301 || status == 308)
        if isPermanent { permanentURL = next.text }
        url = next
    }

    /// Asks the same again.
    mutating func repeated(undecoded: Bool, now: ContinuousClock.Instant) {
        isUndecoded = undecoded
        queued = now
    }

    func byteLimit(_ configuration: FetchConfiguration) -> Int {
        if let limit = request.byteLimit { return max(0, limit) }
        return switch request.purpose {
        case .feed: configuration.feedByteLimit
        case .page: configuration.pageByteLimit
        case .robots: RobotsRules.byteLimit
        }
    }

    func proxy(_ configuration: FetchConfiguration) -> String { request.proxy ?? configuration.proxy }

    /// The lines of the request's header section that are ours, each ended by NUL.
    var requestHeaders: [[UInt8]] {
        var lines = [Array(accept.utf8)]
        // RFC 9110 section 13.1.3: a server that has both goes by the ETag.
        if let etag = request.validators.etag { add("If-None-Match", etag, to: &lines) }
        if let date = request.validators.lastModified { add("If-Modified-Since", date, to: &lines) }
        if request.refreshesCaches { add("Cache-Control", "no-cache", to: &lines) }
        if isAtOrigin {
            for field in request.headers { add(field.name, field.value, to: &lines) }
        }
        for index in lines.indices { lines[index].append(0) }
        return lines
    }

    /// Appends a field unless its name or value could not be sent as it is.
    private func add(_ name: String, _ value: String, to lines: inout [[UInt8]]) {
        guard let bytes = Isomorphic.encode(value), !bytes.isEmpty, name.utf8.allSatisfy(isTokenByte), !name.isEmpty
        else { return }
        lines.append(Array(name.utf8) + Array(": ".utf8) + bytes)
    }

    private var accept: String {
        switch request.purpose {
        case .feed:
            "Accept: application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
                + "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.3, */*;q=0.1"
        case .page: "Accept: text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.1"
        case .robots: "Accept: text/plain, */*;q=0.1"
        }
    }

    /// RFC 9110 section 5.6.2: what a field's name is made of.
    private func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
