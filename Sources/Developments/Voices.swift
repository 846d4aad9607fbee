internal import Curation
internal import Notation

/// The reports of a development by their origins: who counts, and whose word is the newest.
///
/// Two papers that quote one agency are one origin, a copy adds none, and a newer report of an origin replaces its older
/// one.
struct Voices {
    /// What an origin says in one report.
    struct Voice {
        let origin: String
        let report: Report
    }

    /// All reports that are no copies of others here, by time.
    let all: [Voice]

    init(_ reports: [Report], sources: [String: Source]) {
        let independent = reports.filter { !$0.isCopy }
        let counted = (independent.isEmpty ? reports : independent).enumerated()
            .sorted { ($0.element.published, $0.offset) < ($1.element.published, $1.offset) }
        all = counted.map { Voice(origin: Self.origin(of: $0.element, sources: sources), report: $0.element) }
    }

    /// The newest word of each origin, by time.
    var newest: [Voice] { newest { _ in true } }

    /// The newest word of each origin among those that tell something, by time: an outlet that adds nothing on the venue
    /// has not taken back what it said of it.
    func newest(telling isTold: (Report) -> Bool) -> [Voice] {
        var last: [String: Int] = [:]
        for (index, voice) in all.enumerated() where isTold(voice.report) { last[voice.origin] = index }
        return last.values.sorted().map { all[$0] }
    }

    /// The credited outlet, else the publisher behind the outlet.
    static func origin(of report: Report, sources: [String: Source]) -> String {
        let credited = creditedName(report.event.origin)
        return credited.isEmpty ? "owner:\(sources.outlet(of: report).ownerGroup)" : credited
    }

    /// The name within a credit, so that "Iran’s state news agency IRNA" and "IRNA" are one origin.
    ///
    /// The last run of capitals is the name when the credit ends with it; else ("US media") the whole credit is.
    private static func creditedName(_ credit: String) -> String {
        let words = FoldedWords.scan(credit)
        let name = words.reversed().prefix { $0.isCapital }.reversed().map(\.text).filter { !generic.contains($0) }
        return (name.isEmpty ? words.map(\.text) : name).joined(separator: " ")
    }

    private static let generic: Set<String> = ["the", "news", "agency"]

    /// Returns the value that most origins tell; the newest one between equals.
    func mostTold<Value: Hashable>(_ value: (Event) -> Value?) -> Value? {
        var votes: [Value: (count: Int, last: Int)] = [:]
        for (index, voice) in newest(telling: { value($0.event) != nil }).enumerated() {
            guard let value = value(voice.report.event) else { continue }
            votes[value, default: (0, 0)].count += 1
            votes[value]?.last = index
        }
        return votes.max { ($0.value.count, $0.value.last) < ($1.value.count, $1.value.last) }?.key
    }
}
