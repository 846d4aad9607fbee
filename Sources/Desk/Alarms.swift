import Developments
import Fetching
import Notation
import Storage

/// What a person must be told of sources: once when a source has failed for a day, again each week, and on recovery.
struct Alarms {
    let store: Store
    let now: Timestamp

    /// Compares the sources' states with what was told before, and adds what is to be told to the report.
    func tell(
        of sources: [Source], states: [String: StoredFetchState], into report: inout RunReport
    ) async throws {
        let told = try await store.alarms()
        var standing: [Alarm] = []
        for source in sources {
            guard let stored = states[source.id], !stored.bytes.isEmpty else { continue }
            let state = FetchState(stored: stored.bytes, of: source)
            let known = told[source.id]
            guard let alarm = alarm(of: source, state: state) else {
                if let known, known.kind == "failing" {
                    report.notices.append(
                        "\(source.id) (\(printable(source.feedURL))) works again; it had failed since \(known.since)")
                }
                continue
            }
            let isNew = known?.kind != alarm.kind
            let isDue = isNew || (known?.told ?? alarm.since) <= now.adding(seconds: -Self.reminder)
            if isDue { report.notices.append(words(alarm, source: source, state: state)) }
            if isNew && alarm.kind == "failing" { report.hasNewAlarm = true }
            standing.append(
                Alarm(
                    sourceID: source.id, kind: alarm.kind, since: alarm.since, told: isDue ? now : known?.told))
        }
        if standing != told.values.sorted(by: { $0.sourceID < $1.sourceID }) {
            try await store.save(alarms: standing)
        }
    }

    private func alarm(of source: Source, state: FetchState) -> Alarm? {
        if let since = state.retired { return Alarm(sourceID: source.id, kind: "retired", since: since) }
        if let since = state.firstFailure, since <= now.adding(seconds: -Self.patience) {
            return Alarm(sourceID: source.id, kind: "failing", since: since)
        }
        if state.movedTo != nil { return Alarm(sourceID: source.id, kind: "moved", since: state.moved ?? now) }
        return nil
    }

    private func words(_ alarm: Alarm, source: Source, state: FetchState) -> String {
        switch alarm.kind {
        case "retired":
            "\(source.id) (\(printable(source.feedURL))) is gone for good (410 Gone) and is no longer fetched: "
                + "`demarche sources remove \(source.id)`, or find its new address"
        case "moved":
            "\(source.id) (\(printable(source.feedURL))) has moved for good to "
                + "\(printable(state.movedTo ?? "")), where it is fetched now: `demarche sources apply-moves` writes that to Feeds/"
        default:
            "\(source.id) (\(printable(source.feedURL))) has failed since \(alarm.since): \(state.lastError ?? "no reason known"); "
                + "`demarche sources check \(source.id)` tries it now"
        }
    }

    /// Seconds that a source may fail before a person is told.
    private static let patience = 86_400
    /// Seconds after which a person is told again.
    private static let reminder = 7 * 86_400
}
