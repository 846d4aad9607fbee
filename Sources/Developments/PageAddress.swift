internal import Notation

/// The form of an address in which the copies of one page on one site are equal.
public enum PageAddress {
    /// Returns the address without scheme, tracking parameters, and what marks a page as made for telephones.
    ///
    /// - Parameter url: the address as the feed or the page gives it.
    /// - Returns: the normal form; empty for what is no page of its own, such as a site's front page.
    public static func normal(_ url: String) -> String {
        let reference = URLReference(url)
        guard reference.isHTTP else { return "" }
        var rest = Substring(reference.canonical.description)
        if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
        // A cache of AMP pages (amp.dev, "AMP Cache URL format") names the page after /c/s/ or /c/.
        if let cached = cachedPage(rest) { rest = cached }
        let (head, query) = halves(rest, at: "?")
        let (authority, path) = halves(head, at: "/")
        var host = authority
        for prefix in ["www.", "amp.", "m.", "mobile."]
        where host.hasPrefix(prefix) && host.dropFirst(prefix.count).contains(".") {
            host = host.dropFirst(prefix.count)
        }
        var segments = path.split(separator: "/").map(String.init)
        if segments.first == "amp" { segments.removeFirst() }
        if segments.last == "amp" || segments.last == "amp.html" { segments.removeLast() }
        if let last = segments.last, last.hasSuffix(".amp") || last.hasSuffix(".amp.html") {
            segments[segments.count - 1] = last.replacing(".amp", with: "")
        }
        let parameters = query.split(separator: "&").filter { !isAMP($0) }
        guard !segments.isEmpty || !parameters.isEmpty else { return "" }
        let normal = "\(host)/" + segments.joined(separator: "/")
        return parameters.isEmpty ? normal : normal + "?" + parameters.joined(separator: "&")
    }

    private static func isAMP(_ parameter: Substring) -> Bool {
        ["amp", "amp=1", "amp=true", "outputType=amp", "output=amp"].contains(String(parameter))
    }

    private static func cachedPage(_ rest: Substring) -> Substring? {
        let (host, path) = halves(rest, at: "/")
        guard host.hasSuffix(".cdn.ampproject.org") || host.hasSuffix("google.com") && path.hasPrefix("amp/") else {
            return nil
        }
        for mark in ["c/s/", "v/s/", "amp/s/", "c/", "v/"] where path.hasPrefix(mark) {
            let page = path.dropFirst(mark.count)
            return page.contains(".") ? page : nil
        }
        return nil
    }

    private static func halves(_ text: Substring, at mark: Character) -> (Substring, Substring) {
        guard let index = text.firstIndex(of: mark) else { return (text, "") }
        return (text[..<index], text[text.index(after: index)...])
    }
}
