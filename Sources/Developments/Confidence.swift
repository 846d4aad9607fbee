internal import Curation

/// The table by which a development's confidence is told: a number for sorting, no probability.
enum Confidence {
    static func base(_ status: Status) -> Double {
        switch status {
        case .onRecord: 0.8
        case .reported: 0.6
        case .unconfirmed: 0.35
        case .denied: 0.25
        case .retracted: 0
        }
    }

    static let secondOrigin = 0.1
    static let furtherOrigin = 0.05
    static let furtherOrigins = 2
    static let officialSource = 0.05
    static let contradiction = -0.1
    static let anonymous = -0.1
    static let bodyOnly = -0.05

    static func of(_ facts: DevelopmentFacts) -> Double {
        guard let status = facts.status, status != .retracted else { return 0 }
        var value = base(status)
        if facts.originCount > 1 { value += secondOrigin }
        value += furtherOrigin * Double(min(max(facts.originCount - 2, 0), furtherOrigins))
        if facts.officialCount > 0 { value += officialSource }
        if facts.isContradicted { value += contradiction }
        if facts.channel == .anonymous { value += anonymous }
        if facts.prominence == .body { value += bodyOnly }
        return (min(max(value, 0.05), 0.95) * 100).rounded() / 100
    }
}
