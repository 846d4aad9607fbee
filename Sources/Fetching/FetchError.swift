/// A request that brought no answer, and why.
public struct FetchError: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Reason: Error, Hashable, Sendable {
        /// The URL cannot be requested; says why.
        case badURL(String)
        /// Only `http` and `https` are fetched.
        case unsupportedScheme(String)
        /// The name does not resolve.
        case hostNotFound(String)
        /// The host answers, but nothing listens there.
        case refused
        /// No way to the host; libcurl's words.
        case unreachable(String)
        /// The address is not public, and the desk does not allow it.
        case addressRefused(address: String, kind: AddressGuard.Kind)
        /// Resolving or connecting took longer than so many seconds.
        case connectTimeout(Double)
        /// The whole request took longer than so many seconds.
        case timeout(Double)
        /// Less than the configured speed for so many seconds.
        case stalled(Int)
        /// The connection cannot be trusted or encrypted.
        case tls(TLSProblem)
        /// The decoded body is longer than so many bytes.
        case tooLarge(limit: Int)
        /// The header section, or one line of it, is longer than so many bytes.
        case headersTooLarge(limit: Int)
        /// More redirects than so many.
        case redirectLimit(Int)
        /// A redirect leads to where we do not go; says why.
        case badRedirect(String)
        /// The connection ended in the middle; libcurl's words.
        case broken(String)
        /// What came is no HTTP or cannot be decoded; libcurl's words.
        case badResponse(String)
        /// The host has asked us, earlier in this run, to stay away for so many seconds.
        case held(seconds: Int)
        /// The proxy cannot be used; libcurl's words.
        case proxy(String)
        /// The request was given up before it was answered.
        case cancelled
        /// Anything else that libcurl reports.
        case failed(code: Int, String)
    }

    /// Why a TLS connection was not accepted.
    public enum TLSProblem: Hashable, Sendable {
        case expired, notYetValid, selfSigned, unknownIssuer, wrongHost
        case other(String)
    }

    /// The URL as it may be printed: without user, password, query and fragment.
    public let url: String
    /// What went wrong.
    public let reason: Reason

    init(url: String, reason: Reason) {
        self.url = printable(url)
        self.reason = reason
    }

    /// Whether the same request may well succeed a few minutes later.
    public var isTransient: Bool {
        switch reason {
        case .badURL, .unsupportedScheme, .addressRefused, .tls, .tooLarge, .headersTooLarge, .redirectLimit,
            .badRedirect:
            false
        default: true
        }
    }
}

extension FetchError: CustomStringConvertible {
    /// One line that a person can act on, without credentials and query.
    public var description: String { "\(url): \(reason)" }
}

extension FetchError.Reason: CustomStringConvertible {
    /// What went wrong, in words.
    public var description: String {
        switch self {
        case .badURL(let why): "not a usable URL (\(why))"
        case .unsupportedScheme(let scheme): "\(scheme): is not fetched, only http and https are"
        case .hostNotFound(let host): "no address found for the host \(host)"
        case .refused: "the host refuses connections"
        case .unreachable(let words): "the host cannot be reached (\(words))"
        case .addressRefused(let address, let kind):
            "\(address) is a \(kind.rawValue) address; allow it in network.allowPrivate if it is yours"
        case .connectTimeout(let seconds): "no connection within \(rounded(seconds)) s"
        case .timeout(let seconds): "no complete answer within \(rounded(seconds)) s"
        case .stalled(let seconds): "next to nothing came for \(seconds) s"
        case .tls(let problem): "\(problem)"
        case .tooLarge(let limit): "longer than the limit of \(size(limit))"
        case .headersTooLarge(let limit): "header section or line longer than the limit of \(size(limit))"
        case .redirectLimit(let limit): "more than \(limit) redirects"
        case .badRedirect(let why): "redirects to where we do not go (\(why))"
        case .broken(let words): "the connection broke (\(words))"
        case .badResponse(let words): "the answer makes no sense (\(words))"
        case .held(let seconds): "the host asked us to come back in \(seconds) s"
        case .proxy(let words): "the proxy does not work (\(words))"
        case .cancelled: "given up before it was answered"
        case .failed(let code, let words): "failed (libcurl \(code): \(words))"
        }
    }

    private func rounded(_ seconds: Double) -> String {
        seconds.rounded() == seconds && seconds < 1e9 ? String(Int(seconds)) : String(seconds)
    }

    private func size(_ bytes: Int) -> String {
        switch bytes {
        case (1 << 20)... where bytes % (1 << 20) == 0: "\(bytes >> 20) MiB"
        case 1024... where bytes % 1024 == 0: "\(bytes >> 10) KiB"
        default: "\(bytes) bytes"
        }
    }
}

extension FetchError.TLSProblem: CustomStringConvertible {
    /// What is wrong, in words.
    public var description: String {
        switch self {
        case .expired: "the site's certificate has expired"
        case .notYetValid: "the site's certificate is not valid yet"
        case .selfSigned: "the site's certificate is self-signed; name its authority in network.caFile if you trust it"
        case .unknownIssuer:
            "nobody we trust issued the site's certificate; name its authority in network.caFile if you trust it"
        case .wrongHost: "the site's certificate is for another host"
        case .other(let words): "no secure connection (\(words))"
        }
    }
}

/// Returns a URL without what must not be printed: user, password, query and fragment.
public func printable(_ url: String) -> String {
    var text = Substring(url.prefix(2048))
    if let end = text.firstIndex(where: { $0 == "?" || $0 == "#" }) { text = text[..<end] }
    guard let slashes = text.range(ofSlashes: ()) else { return String(text) }
    let rest = text[slashes...]
    let authority = rest.prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@") else { return String(text) }
    return String(text[..<slashes] + rest[rest.index(after: at)...])
}

extension Substring {
    /// The index after the first `//`.
    fileprivate func range(ofSlashes: Void) -> Index? {
        var index = startIndex
        while let slash = self[index...].firstIndex(of: "/") {
            let next = self.index(after: slash)
            if next < endIndex, self[next] == "/" { return self.index(after: next) }
            index = next
        }
        return nil
    }
}
