import Developments
import Notation

/// All that one run changed in one development.
struct PublishedRevision {
    /// The changes, by field.
    let changes: [PublishedChange]
    let development: PublishedDevelopment
    let when: Timestamp
    let number: Int
    /// The development's id and revision, which name the feed's entry.
    let id: String

    /// Where the development's page tells of it, from the output folder.
    var page: String { "\(Site.page(of: development.id))#r\(number)" }

    /// What the article says that brought the change; the evidence for a correction.
    var claim: PublishedDevelopment.Claim { changes.lazy.compactMap(\.claim).first ?? development.evidence }

    /// One change as people read it.
    struct Line {
        let change: PublishedChange
        let words: String

        /// What brought it about, before the name of whose article that was.
        var causeWords: String {
            switch change.change.cause {
            case .article: change.claim == nil ? "after a report that is no longer there" : "after a report of "
            case .edit: change.claim == nil ? "after an edit" : "after an edit by "
            case .correction: "corrected by the desk"
            case .recode: "read anew by a later version"
            }
        }
    }

    /// The changes as people read them; a day that is moved is told once.
    var lines: [Line] {
        let start = changes.first { $0.change.field == "event_date_start" }
        return changes.filter { change in
            guard change.change.field == "event_date_end", let start else { return true }
            return change.old != start.old || change.new != start.new
        }.map { Line(change: $0, words: $0.words) }
    }

    /// The lines without what brought them about.
    var words: [String] { lines.map(\.words) }

    /// Returns the revisions that changes make up, newest first.
    static func all(_ changes: [PublishedChange]) -> [PublishedRevision] {
        let revisions = Dictionary(grouping: changes) { "\($0.change.developmentID).r\($0.change.revision)" }
            .compactMap { id, changes -> PublishedRevision? in
                guard let first = changes.first else { return nil }
                return PublishedRevision(
                    changes: changes.sorted { ($0.change.field, $0.change.id) < ($1.change.field, $1.change.id) },
                    development: first.development, when: changes.map(\.change.when).max() ?? first.change.when,
                    number: first.change.revision, id: id)
            }
        return newestFirst(revisions, by: { $0.when }, id: { $0.id })
    }
}
