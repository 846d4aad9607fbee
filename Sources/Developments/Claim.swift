public import Curation
public import Notation

/// One origin's value for one attribute of a development.
public struct Claim: Hashable, Codable, Sendable {
    /// What the value is of: `venue`, `date`, `status`, `phase`, `modality` or `mediators`.
    public var attribute: String
    /// The value as people read it.
    public var value: String
    /// The outlet or agency that is credited, else the publisher, as people read it.
    public var origin: String
    /// The article that tells it last; other articles of the same origin tell nothing more.
    public var articleID: String
    /// The source of the article.
    public var sourceID: String
    /// When the article was published.
    public var published: Timestamp
    /// The sentence that gives the value.
    public var evidence: Evidence
}

extension Development {
    /// Returns what each origin says of each attribute, its newest word; two papers that quote one agency are one origin.
    ///
    /// - Parameters:
    ///   - sources: the facts of all sources by id.
    ///   - labels: the short neutral names of codes.
    /// - Returns: the claims, by attribute and time.
    public func claims(sources: [String: Source], labels: [String: String] = [:]) -> [Claim] {
        let voices = Voices(reports, sources: sources)
        func name(_ code: String) -> String { labels[code] ?? code }
        func claims(_ attribute: String, _ value: (Event) -> (String, Evidence)?) -> [Claim] {
            voices.newest(telling: { value($0.event) != nil }).compactMap { voice in
                guard let (text, evidence) = value(voice.report.event) else { return nil }
                return Claim(
                    attribute: attribute, value: text, origin: ClaimWords.origin(voice, sources),
                    articleID: voice.report.articleID, sourceID: voice.report.sourceID,
                    published: voice.report.published, evidence: evidence)
            }
        }
        return claims("venue") { event in
            event.venue.map { venue in
                let words = [venue.place, venue.country.isEmpty ? "" : name(venue.country)].filter { !$0.isEmpty }
                return (words.joined(separator: ", "), venue.evidence ?? event.evidence)
            }
        }
            + claims("date") { event in
                event.date?.interval.map { interval in
                    let inferred = event.date?.inferred == true ? " (inferred)" : ""
                    return (ClaimWords.days(interval) + inferred, event.date?.evidence ?? event.evidence)
                }
            } + claims("status") { ($0.statusWords(labels), $0.statusEvidence ?? $0.evidence) }
            + claims("phase") { event in
                event.phase.map { ($0.rawValue.replacing("_", with: " "), event.evidence) }
            } + claims("modality") { ($0.modality.rawValue, $0.evidence) }
            + claims("mediators") { event in
                event.mediators.isEmpty
                    ? nil
                    : (event.mediators.map(name).joined(separator: ", "), event.mediatorsEvidence ?? event.evidence)
            }
    }
}

extension Event {
    /// The status with who is on record: that they said so, not that it is true.
    fileprivate func statusWords(_ labels: [String: String]) -> String {
        let who = statusBasis.map { actorLabels[$0] ?? labels[$0] ?? $0 }.joined(separator: ", ")
        switch status {
        case .onRecord: return who.isEmpty ? "on record" : "on record: \(who)"
        case .denied: return who.isEmpty ? "denied" : "denied by \(who)"
        default: return status.rawValue
        }
    }
}
