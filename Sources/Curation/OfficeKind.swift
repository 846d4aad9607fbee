/// The offices of state that one person at a time holds, whatever a state calls them.
enum OfficeKind: String, Sendable {
    case state, government, foreign, defence

    /// The kind of an office in words; nil for any other office, also for a deputy's or a former one.
    init?(_ role: String) {
        guard let kind = Self.kinds[role] else { return nil }
        self = kind
    }

    /// The office for people.
    var words: String {
        switch self {
        case .state: "head of state"
        case .government: "head of government"
        case .foreign: "foreign minister"
        case .defence: "defence minister"
        }
    }

    /// Whether a state is expected to have it.
    var isCounted: Bool { self != .defence }

    /// Whether only one person at a time holds the office in these very words.
    static func isOfOne(_ role: String) -> Bool { kinds[role] != nil && !shared.contains(role) }

    private static let shared: Set<String> = [
        "co-prince", "captain regent", "member of the presidency", "co-president", "regent", "queen",
        "governor-general",
    ]

    private static let kinds: [String: OfficeKind] = {
        var kinds: [String: OfficeKind] = [:]
        for role in [
            "president", "acting president", "interim president", "transitional president", "king", "queen", "emir",
            "sultan", "prince", "emperor", "supreme leader", "pope", "grand duke", "governor-general", "leader",
            "military leader", "head of state", "co-prince", "captain regent", "co-president", "regent",
            "member of the presidency", "head of the presidential council", "chairman of the presidential council",
            "president of the transitional council", "head of the Sovereign Council",
        ] { kinds[role] = .state }
        for role in [
            "prime minister", "acting prime minister", "interim prime minister", "premier", "chancellor", "taoiseach",
            "chief adviser", "minister of state", "chairman of the cabinet of ministers", "president of the council",
            "chairwoman of the council of ministers", "cardinal secretary of state",
        ] { kinds[role] = .government }
        for role in [
            "foreign minister", "acting foreign minister", "foreign secretary", "secretary of state", "foreign adviser",
            "second foreign minister", "secretary for relations with states",
        ] { kinds[role] = .foreign }
        for role in ["defence minister", "defence secretary", "armed forces minister"] { kinds[role] = .defence }
        return kinds
    }()
}
