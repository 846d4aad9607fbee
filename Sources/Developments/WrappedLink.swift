internal import Foundation
internal import Notation

/// A link that has another page's address in it, as archives, aggregators and tracking redirects make them.
public enum WrappedLink {
    /// Returns the address within a link.
    ///
    /// - Parameter link: such as `https://archive.example/o/abc/https://paper.example/story`, or with `?url=https%3A…`.
    /// - Returns: the address; nil when the link has none of another host in it.
    public static func target(of link: String) -> String? {
        let reference = URLReference(link)
        guard reference.isHTTP else { return nil }
        return inPath(of: reference) ?? inQuery(of: reference)
    }

    /// Returns the address within an address within a link; the link itself when there is none.
    static func innermost(_ link: String) -> String {
        var link = link
        for _ in 0..<4 {
            guard let target = inPath(of: URLReference(link)) ?? redirected(link) else { break }
            link = target
        }
        return link
    }

    /// An address in the query counts here only where nothing else could be meant: where the path says that it redirects.
    private static func redirected(_ link: String) -> String? {
        let reference = URLReference(link)
        let steps = reference.path.lowercased().split(separator: "/")
        let isRedirect = steps.isEmpty || steps.contains { redirects.contains(String($0)) }
        return isRedirect ? inQuery(of: reference) : nil
    }

    private static func inPath(of reference: URLReference) -> String? {
        let path = reference.path
        guard
            let start = ["/http://", "/https://", "/http:/", "/https:/", "/http%3a", "/https%3a"].lazy
                .compactMap({ path.range(of: $0, options: .caseInsensitive) }).first
        else { return nil }
        var target = String(path[path.index(after: start.lowerBound)...])
        if target.contains("%3A") || target.contains("%3a") { target = target.removingPercentEncoding ?? target }
        // The path's normal form may have lost one of two slashes.
        if let colon = target.range(of: ":/"), !target[colon.upperBound...].hasPrefix("/") {
            target.insert("/", at: colon.upperBound)
        } else if let query = reference.query, !target.contains("?"), !path.lowercased().contains("%3a") {
            target += "?\(query)"
        }
        return checked(target, against: reference)
    }

    private static func inQuery(of reference: URLReference) -> String? {
        for parameter in reference.query?.split(separator: "&") ?? [] {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, names.contains(parts[0].lowercased()),
                let value = parts[1].replacingOccurrences(of: "+", with: " ").removingPercentEncoding,
                let target = checked(value, against: reference)
            else { continue }
            return target
        }
        return nil
    }

    private static func checked(_ target: String, against reference: URLReference) -> String? {
        let inner = URLReference(target)
        return inner.isHTTP && inner.host != reference.host ? inner.description : nil
    }

    private static let names: Set<String> = [
        "url", "u", "q", "link", "target", "to", "dest", "destination", "redirect", "redirect_url", "redirecturl",
    ]
    private static let redirects: Set<String> = [
        "url", "redirect", "redir", "r", "link", "links", "out", "go", "click", "l.php", "safelinks", "aclick",
    ]
}
