import Foundation
import Notation

/// A link of an aggregator that has the article's own address in a parameter, as tracking redirects do.
enum AggregatorLink {
    /// Returns the article's own address; nil when the link has none of another host in it.
    static func target(of link: String) -> String? {
        let reference = URLReference(link)
        guard reference.isHTTP, let query = reference.query else { return nil }
        for parameter in query.split(separator: "&") {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, names.contains(parts[0].lowercased()),
                let value = parts[1].replacingOccurrences(of: "+", with: " ").removingPercentEncoding
            else { continue }
            let target = URLReference(value)
            if target.isHTTP, target.host != reference.host { return target.description }
        }
        return nil
    }

    private static let names: Set<String> = [
        "url", "u", "q", "link", "target", "to", "dest", "destination", "redirect", "redirect_url", "redirecturl",
    ]
}
