import Notation

/// Makes the permanent names of feeds, entries and vocabularies (RFC 4151): never from an address or a title.
struct TagURI {
    private let authority: String
    /// The first instant at which the authority's names can have been given.
    let minted: Timestamp

    /// Creates a maker of names.
    ///
    /// - Parameter authority: a domain or mail address and a date, parted by a comma: `example.org,2026`.
    init(authority: String) {
        let parts = authority.split(separator: ",", maxSplits: 1).map { PlainText.line(String($0)) }
        let name = parts.first.map {
            $0.split(separator: "@").map { PublicURL.segment(String($0)) }.joined(separator: "@")
        }
        let date = parts.count > 1 ? parts[1] : ""
        self.authority = "\(name ?? "localhost"),\(date.isEmpty ? "2026" : PublicURL.segment(date))"
        let day = CalendarDate(year: Int(date.prefix(4)) ?? 2026, month: 1, day: 1)
        minted = Timestamp(date: day ?? CalendarDate(dayNumber: 0))
    }

    /// Returns the name of a thing with an id.
    func callAsFunction(_ id: String) -> String { "tag:\(authority):\(PublicURL.segment(id))" }

    /// Returns the name of a source, kept apart from ours.
    func source(_ id: String) -> String { "tag:\(authority):source/\(PublicURL.segment(id))" }

    /// Returns the name of a vocabulary of ours.
    func scheme(_ vocabulary: String) -> String { "tag:\(authority):category/\(vocabulary)" }
}
