internal import CCurl
internal import Glibc

/// An absolute `http` or `https` URL, taken apart by libcurl's own parser, so that we judge what it will request.
struct WebURL {
    /// The URL without user, password and fragment.
    let text: String
    /// The host in lower case.
    let host: String
    /// Scheme, host and port (RFC 6454 section 4).
    let origin: String
    /// The path and query, as `/a?b`.
    let target: String
    let isSecure: Bool
    /// User and password that stood in the URL.
    let credentials: FetchRequest.Credentials?

    init(_ text: String) throws(FetchError.Reason) {
        guard let handle = curl_url() else { throw .badURL("out of memory") }
        defer { curl_url_cleanup(handle) }
        let trimmed = text.utf8.drop { $0 <= 32 }
        let flags = UInt32(CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE | CURLU_ALLOW_SPACE)
        guard trimmed.count <= Self.lengthLimit else { throw .badURL("longer than \(Self.lengthLimit) bytes") }
        let code = curl_url_set(handle, CURLUPART_URL, Self.withoutTrailingSpace(String(Substring(trimmed))), flags)
        guard code == CURLUE_OK else { throw .badURL(String(cString: curl_url_strerror(code))) }

        func part(_ part: CURLUPart, _ flags: UInt32 = 0) -> String? {
            var value: UnsafeMutablePointer<CChar>?
            guard curl_url_get(handle, part, &value, flags) == CURLUE_OK, let value else { return nil }
            defer { curl_free(value) }
            return String(cString: value)
        }
        let scheme = part(CURLUPART_SCHEME) ?? ""
        guard scheme == "http" || scheme == "https" else { throw .unsupportedScheme(scheme) }
        guard let name = part(CURLUPART_HOST), !name.isEmpty else { throw .badURL("no host") }
        host = try Punycode.host(name.lowercased())
        if host != name { _ = curl_url_set(handle, CURLUPART_HOST, host, 0) }
        let decoded = UInt32(CURLU_URLDECODE)
        if let user = part(CURLUPART_USER, decoded) {
            credentials = .init(user: user, password: part(CURLUPART_PASSWORD, decoded) ?? "")
        } else {
            credentials = nil
        }
        for hidden in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_FRAGMENT] {
            _ = curl_url_set(handle, hidden, nil, 0)
        }
        guard let whole = part(CURLUPART_URL) else { throw .badURL("cannot be written") }
        self.text = whole
        isSecure = scheme == "https"
        origin = "\(scheme)://\(host):\(part(CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)) ?? "")"
        target = (part(CURLUPART_PATH) ?? "/") + (part(CURLUPART_QUERY).map { "?" + $0 } ?? "")
    }

    private static let lengthLimit = 8192

    private static func withoutTrailingSpace(_ text: String) -> String {
        var text = text
        while let last = text.utf8.last, last <= 32 { text.removeLast() }
        return text
    }
}
