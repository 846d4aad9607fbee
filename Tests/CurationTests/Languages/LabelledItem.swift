import Testing

/// An item of news that we made up, with what it is.
struct LabelledItem: Sendable {
    let isRelevant: Bool
    let type: String
    let parties: Set<String>
    let title: String
    let text: String

    init?(_ line: Substring) {
        let parts = line.split(separator: "|").map { $0.drop { $0 == " " }.description }
        guard parts.count == 3 else { return nil }
        let label = parts[0].split(separator: " ").map(String.init)
        isRelevant = label.first != "-"
        type = label.first ?? ""
        parties = label.count > 1 ? Set(label[1].split(separator: ",").map(String.init)) : []
        (title, text) = (parts[1], parts[2])
    }

    /// Half relevant, half not: sport, business, courts, domestic politics, war reports and the like.
    static let byLanguage = [
        "ar": arabic, "de": german, "es": spanish, "fa": persian, "fr": french, "pt": portuguese, "ru": russian,
        "tr": turkish,
    ]
}
