internal import Notation

extension ExtractedArticle {
    /// The article for a person to read: what was found, then what was cut and why.
    public var explanation: String {
        var lines: [String] = []
        func add(_ name: String, _ value: String?) {
            let label = name + String(repeating: " ", count: max(1, 12 - name.utf8.count))
            if let value, !value.isEmpty { lines.append(label + value) }
        }
        add("error", error?.description)
        add("title", title)
        add("authors", authors.joined(separator: "; "))
        let dayOnly = publishedPrecision == .day
        add("published", published.map { dayOnly ? "\($0.date) (day only)" : $0.description })
        add("updated", updated?.description)
        add("language", language)
        add("site", siteName)
        add("kind", kind.rawValue)
        add("extraction", extraction.rawValue)
        for alternative in alternatives { add(alternative.role.rawValue, alternative.url) }
        lines += ["", text.isEmpty ? "(no text)" : text]
        if !removed.isEmpty {
            lines += ["", "Cut (\(removed.count)):"]
            for removal in removed {
                let reason = removal.explanation
                lines.append(
                    "  \(reason)\(String(repeating: " ", count: max(1, 14 - reason.utf8.count)))\(removal.text)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
