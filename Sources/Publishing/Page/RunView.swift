import Developments
import Notation

/// How an edition came about, as far as it may be shown: what differs with each run.
struct RunView {
    let settings: PublicationSettings
    let facts: RunFacts
    let calendar: DeskCalendar
    /// The sources that may be named, by id.
    let sources: [String: Source]
    /// The sources that fail and may be named.
    let failing: [(title: String, words: String, lastSuccess: Timestamp?)]
    let sieve: Sieve

    init(_ facts: RunFacts, sifted: Sifting, gate: LicenceGate, settings: PublicationSettings) {
        self.settings = settings
        self.facts = facts
        calendar = DeskCalendar(zone: settings.timeZone)
        sources = gate.sources
        failing = facts.failing.sorted { $0.sourceID < $1.sourceID }.compactMap { failure in
            gate.sources[failure.sourceID].map {
                (PlainText.line($0.title), StatusJSON.words(failure.words), failure.lastSuccess)
            }
        }
        sieve = Sieve(sifted, gate: gate)
    }
}
