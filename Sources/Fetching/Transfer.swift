internal import CCurl
internal import Glibc

/// One libcurl easy handle with the answer that it is collecting; used again for one hop after the other.
///
/// It lives on the thread of its ``TransferLoop``; libcurl's callbacks find it by its address.
final class Transfer {
    typealias Handle = UnsafeMutableRawPointer

    let handle: Handle
    /// What is being fetched; nil between two uses.
    var job: Job?
    private(set) var body: [UInt8] = []
    private(set) var headerLines: [UInt8] = []
    /// The address that the guard refused last.
    private(set) var refused: (IPAddress, AddressGuard.Kind)?
    private(set) var bodyIsTooLong = false
    private(set) var headersAreTooLong = false
    /// Whether the body ends at its limit, and what came until then is the answer.
    private(set) var bodyIsCut = false
    /// The seconds for which this hop waited for its turn.
    private(set) var waited = 0.0

    private let configuration: FetchConfiguration
    private let addressGuard: AddressGuard
    private var hasProxy = false
    private var requestHeaders: UnsafeMutablePointer<curl_slist>?
    private let errorText: UnsafeMutablePointer<CChar>
    private var byteLimit = 0
    private var headerBytes = 0
    private var discardedBytes = 0
    private var isInHeaders = false
    private var isRedirect = false

    /// Returns nil when libcurl has no handle to give.
    init?(configuration: FetchConfiguration) {
        guard let handle = curl_easy_init() else { return nil }
        self.handle = handle
        self.configuration = configuration
        addressGuard = AddressGuard(allowing: configuration.allowPrivate)
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        setCallbacks()
        setOptions()
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(requestHeaders)
        errorText.deallocate()
    }

    /// Makes the handle ready for a hop.
    ///
    /// - Parameters:
    ///   - job: what to fetch.
    ///   - timeLeft: the seconds until the whole request times out.
    ///   - waited: the seconds for which the hop waited for its turn.
    func prepare(_ job: Job, timeLeft: Double, waited: Double) {
        self.job = job
        self.waited = waited
        body = []
        headerLines.removeAll(keepingCapacity: true)
        refused = nil
        bodyIsTooLong = false
        headersAreTooLong = false
        bodyIsCut = false
        headerBytes = 0
        discardedBytes = 0
        isRedirect = false
        errorText[0] = 0
        byteLimit = job.byteLimit(configuration)
        set(CURLOPT_URL, job.url.text)
        set(CURLOPT_TIMEOUT_MS, max(1, Int(min(timeLeft, 1e6) * 1000)))
        // 0 is no limit: what is announced too long is read as far as the limit when its beginning is of use.
        _ = curl_easy_setopt_offset(handle, CURLOPT_MAXFILESIZE_LARGE, keepsBeginning ? 0 : curl_off_t(byteLimit))
        set(CURLOPT_PIPEWAIT, job.url.isSecure ? 1 : 0)
        // An empty string, unlike nil, keeps libcurl from looking into the environment.
        let proxy = job.proxy(configuration)
        hasProxy = !proxy.isEmpty
        set(CURLOPT_PROXY, proxy)
        let credentials = job.isAtOrigin ? job.credentials : nil
        set(CURLOPT_USERNAME, credentials?.user)
        set(CURLOPT_PASSWORD, credentials?.password)
        let headers = job.requestHeaders.reduce(nil) { list, line in
            line.withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { curl_slist_append(list, $0.baseAddress) }
            }
        }
        // Each chain of redirects begins without cookies: nobody is known again from one request to the next.
        set(CURLOPT_COOKIELIST, "ALL")
        for cookie in job.cookies { set(CURLOPT_COOKIELIST, cookie) }
        set(CURLOPT_ACCEPT_ENCODING, job.isUndecoded ? nil : "")
        set(CURLOPT_HTTP_CONTENT_DECODING, job.isUndecoded ? 0 : 1)
        _ = curl_easy_setopt_list(handle, CURLOPT_HTTPHEADER, headers)
        curl_slist_free_all(requestHeaders)
        requestHeaders = headers
    }

    /// Takes the body out.
    func takeBody() -> [UInt8] {
        defer { body = [] }
        return body
    }

    /// Whether a body that is too long is cut off at the limit rather than refused (RFC 9309 section 2.5).
    private var keepsBeginning: Bool { job?.request.purpose == .robots }

    /// The limits of this use in bytes.
    var limits: (body: Int, header: Int) { (byteLimit, configuration.headerByteLimit) }

    /// The limits in seconds.
    var timeLimits: (total: Double, connect: Double, lowSpeed: Int) {
        (configuration.totalTimeout, configuration.connectTimeout, configuration.lowSpeedTime)
    }

    func number(_ info: CURLINFO) -> Int {
        var value = 0
        return curl_easy_getinfo_long(handle, info, &value) == CURLE_OK ? value : 0
    }

    func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return curl_easy_getinfo_offset(handle, info, &value) == CURLE_OK ? Int(value) : 0
    }

    func string(_ info: CURLINFO) -> String? {
        var value: UnsafePointer<CChar>?
        guard curl_easy_getinfo_string(handle, info, &value) == CURLE_OK, let value else { return nil }
        return String(cString: value)
    }

    /// The cookies that libcurl holds, in its own form.
    var cookies: [String] {
        var list: UnsafeMutablePointer<curl_slist>?
        guard curl_easy_getinfo_list(handle, CURLINFO_COOKIELIST, &list) == CURLE_OK else { return [] }
        defer { curl_slist_free_all(list) }
        var cookies: [String] = []
        var item = list
        while let line = item, cookies.count < Self.cookieLimit {
            if let text = line.pointee.data { cookies.append(String(cString: text)) }
            item = line.pointee.next
        }
        return cookies
    }

    /// More cookies are not told again (curl takes 50 of one answer).
    private static let cookieLimit = 100

    /// libcurl's own words for what went wrong.
    func words(_ code: CURLcode) -> String {
        let text = String(cString: errorText)
        return text.isEmpty ? String(cString: curl_easy_strerror(code)) : text
    }

    private func set(_ option: CURLoption, _ value: Int) { _ = curl_easy_setopt_long(handle, option, value) }

    private func set(_ option: CURLoption, _ value: String?) { _ = curl_easy_setopt_string(handle, option, value) }
}

// MARK: - Options and callbacks

extension Transfer {
    private func setCallbacks() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_PRIVATE] {
            _ = curl_easy_setopt_pointer(handle, option, context)
        }
        _ = curl_easy_setopt_write(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            Transfer.from(context)?.receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
        }
        _ = curl_easy_setopt_write(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            Transfer.from(context)?.receive(header: UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
        }
        _ = curl_easy_setopt_opensocket(handle) { context, _, address in
            guard let address, let transfer = Transfer.from(context) else { return -1 }
            return transfer.openSocket(address)
        }
        _ = curl_easy_setopt_pointer(handle, CURLOPT_ERRORBUFFER, errorText)
    }

    /// Sets what stays the same from one use to the next.
    private func setOptions() {
        set(CURLOPT_NOSIGNAL, 1)
        // Without it, giving up a name that does not resolve blocks the thread until the resolver answers.
        set(CURLOPT_QUICK_EXIT, 1)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_FOLLOWLOCATION, 0)
        // An empty name reads no file and makes libcurl heed cookies.
        set(CURLOPT_COOKIEFILE, "")
        set(CURLOPT_USERAGENT, configuration.userAgent)
        set(CURLOPT_CONNECTTIMEOUT_MS, max(1, Int(min(configuration.connectTimeout, 1e6) * 1000)))
        set(CURLOPT_LOW_SPEED_LIMIT, configuration.lowSpeedLimit)
        set(CURLOPT_LOW_SPEED_TIME, configuration.lowSpeedTime)
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        set(CURLOPT_NOPROXY, "")
        if !configuration.caFile.isEmpty { set(CURLOPT_CAINFO, configuration.caFile) }
    }

    static func from(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Collects a piece of the decoded body; any result but its length ends the transfer.
    private func receive(body piece: UnsafeRawBufferPointer) -> Int {
        if isRedirect {
            discardedBytes += piece.count
            bodyIsTooLong = discardedBytes > byteLimit
            return bodyIsTooLong ? 0 : piece.count
        }
        guard piece.count <= byteLimit - body.count else {
            bodyIsCut = keepsBeginning
            bodyIsTooLong = !keepsBeginning
            body = keepsBeginning ? body + piece.prefix(byteLimit - body.count) : []
            return 0
        }
        if body.isEmpty {
            let announced = offset(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
            body.reserveCapacity(min(max(announced, piece.count), byteLimit, 1 << 20))
        }
        body.append(contentsOf: piece)
        return piece.count
    }

    /// Collects a header line; a status line begins a new section, since 1xx answers come before the real one.
    private func receive(header line: UnsafeRawBufferPointer) -> Int {
        headerBytes += line.count
        guard headerBytes <= configuration.headerByteLimit else {
            headersAreTooLong = true
            return 0
        }
        if line.starts(with: "HTTP/".utf8) {
            headerLines.removeAll(keepingCapacity: true)
            isInHeaders = true
            let status = number(CURLINFO_RESPONSE_CODE)
            isRedirect = TransferLoop.redirects.contains(status)
        } else if line.allSatisfy({ $0 == 10 || $0 == 13 }) {
            isInHeaders = false
        } else if isInHeaders {
            // What comes later is a trailer (RFC 9110 section 6.5), which nothing of ours may rest on.
            headerLines.append(contentsOf: line)
        }
        return line.count
    }

    private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        // Behind a proxy every connection leads to the proxy, which the desk has named itself.
        if !hasProxy {
            guard let socketAddress = curl_sockaddr_address(address), let ip = IPAddress(socketAddress) else {
                return -1
            }
            if let kind = addressGuard.refusal(of: ip) {
                refused = (ip, kind)
                return -1
            }
        }
        let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(address.pointee.family, type, address.pointee.protocol)
    }
}
