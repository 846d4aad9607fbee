internal import Curation
internal import Notation

/// Notes the material differences that a run makes in developments: one revision a run, however many articles.
struct ChangeLog {
    private let sources: [String: Source]
    private let labels: [String: String]
    private let now: Timestamp
    private var born: Set<String> = []
    private var before: [String: MaterialFacts] = [:]
    private var latest: [String: MaterialFacts] = [:]
    private var blame: [String: [String: (cause: Change.Cause, articleID: String)]] = [:]
    private var further: [String: [String: String]] = [:]

    init(sources: [String: Source], labels: [String: String], now: Timestamp) {
        self.sources = sources
        self.labels = labels
        self.now = now
    }

    /// Notes that the run opened a development: whatever else the run tells of it is no change.
    mutating func open(_ id: String) { born.insert(id) }

    /// Remembers a development as it was before the run; later calls for it do nothing.
    mutating func remember(_ development: Development?) {
        guard let development, before[development.id] == nil, !born.contains(development.id) else { return }
        let facts = material(development)
        before[development.id] = facts
        latest[development.id] = facts
    }

    /// Notes that an article was placed, so that the fields which differ since the last note are its doing.
    mutating func note(_ development: Development?, cause: Change.Cause, articleID: String) {
        guard let development, before[development.id] != nil else { return }
        let facts = material(development)
        for (field, value) in facts.values where latest[development.id]?.values[field] != value {
            blame[development.id, default: [:]][field] = (cause, articleID)
        }
        latest[development.id] = facts
    }

    /// Notes a correction that no field of the development shows.
    mutating func note(_ field: String, value: String, of development: Development?) {
        guard let development, before[development.id] != nil else { return }
        further[development.id, default: [:]][field] = value
        note(development, cause: .correction, articleID: "")
    }

    /// Returns the changes of a development since before the run, and raises its revision when there are any.
    func finish(_ development: inout Development) -> [Change] {
        guard let old = before[development.id], var new = latest[development.id] else { return [] }
        new.values.merge(further[development.id] ?? [:]) { $1 }
        // What appears or vanishes by sureness alone is no news.
        let unsure = old.unsure.union(new.unsure)
        let fields = MaterialFacts.fields.filter {
            old.values[$0, default: ""] != new.values[$0, default: ""] && !unsure.contains($0)
        }
        if fields.isEmpty { return [] }
        development.revision += 1
        development.lastChanged = now
        return fields.map { [development] field in
            let cause = further[development.id]?[field] == nil ? blame[development.id]?[field] : (.correction, "")
            return Change(
                id: ContentHash.identifier("c", [development.id, String(development.revision), field]), when: now,
                developmentID: development.id, revision: development.revision, field: field,
                old: old.values[field] ?? "", new: new.values[field] ?? "", cause: cause?.cause ?? .article,
                articleID: cause?.articleID ?? "")
        }
    }

    private func material(_ development: Development) -> MaterialFacts {
        var material = MaterialFacts(development.facts(sources: sources, labels: labels))
        material.values["merged_into"] = development.mergedInto ?? ""
        material.values["superseded_by"] = development.supersededBy
        return material
    }
}

/// The fields of a development whose difference is published as a change, by their column in `developments.csv`.
struct MaterialFacts: Hashable {
    static let fields = [
        "type", "modality", "status", "on_record_by", "phase", "actors", "recipients", "mediators", "venue_place",
        "venue_country", "event_date_start", "event_date_end", "contradiction", "title", "mode", "superseded_by",
        "merged_into", "split",
    ]

    var values: [String: String]
    /// The fields that are not shown.
    var unsure: Set<String>

    init(_ facts: DevelopmentFacts?) {
        guard let facts else {
            (values, unsure) = ([:], [])
            return
        }
        unsure = Set(facts.unsure)
        if unsure.contains("venue_place") { unsure.insert("venue_country") }
        if unsure.contains("event_date_start") { unsure.insert("event_date_end") }
        if facts.type == nil { unsure.insert("contradiction") }
        let interval = facts.date?.interval
        values = [
            "type": facts.type?.rawValue ?? "", "modality": facts.modality?.rawValue ?? "",
            "status": facts.status?.rawValue ?? "",
            "on_record_by": facts.onRecordBy.joined(separator: "|"), "phase": facts.phase?.rawValue ?? "",
            "actors": facts.actors.sorted().joined(separator: "|"),
            "recipients": facts.recipients.sorted().joined(separator: "|"),
            "mediators": facts.mediators.sorted().joined(separator: "|"), "venue_place": facts.venue?.place ?? "",
            "venue_country": facts.venue?.country ?? "", "event_date_start": interval?.start.description ?? "",
            "event_date_end": interval?.end.description ?? "", "contradiction": facts.isContradicted ? "yes" : "no",
            // Where nobody set them, they follow from the others.
            "title": facts.corrected.contains("title") ? facts.title : "",
            "mode": facts.corrected.contains("mode") ? facts.mode : "",
        ]
    }
}
