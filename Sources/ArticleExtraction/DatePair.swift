internal import Markup
internal import Notation

/// When an article was published and last changed, from the most trustworthy place that says so.
struct DatePair {
    var published: DateReading?
    var updated: DateReading?

    /// What the page's address says.
    let inAddress: DateReading?
    private let stated: [String?]
    private let statedUpdates: [String?]
    private let times: [PageTags.Time]

    /// Gathers what a page says of its dates; ``complete(isOwn:)`` decides.
    init(_ tags: PageTags, _ data: LinkedData, url: String?) {
        stated = [
            data.published, tags.meta["article:published_time"], tags.meta["og:article:published_time"],
            tags.meta["datepublished"], tags.meta["date"], tags.meta["dc.date"], tags.meta["dc.date.issued"],
            tags.meta["dcterms.created"], tags.meta["dc.date.created"], tags.meta["pubdate"],
            tags.meta["publish-date"], tags.meta["parsely-pub-date"], tags.meta["sailthru.date"],
            tags.meta["article.published"], tags.meta["cxenseparse:recs:publishtime"], tags.meta["publishdate"],
            tags.meta["citation_publication_date"], tags.meta["citation_date"], tags.meta["article:published"],
        ]
        statedUpdates = [
            data.updated, tags.meta["article:modified_time"], tags.meta["og:updated_time"],
            tags.meta["datemodified"], tags.meta["last-modified"], tags.meta["dcterms.modified"],
        ]
        times = tags.times
        inAddress = url.flatMap(Self.date(inURL:))
    }

    /// Decides: what the page states goes before the times that it shows.
    ///
    /// - Parameter isOwn: whether an element of the page belongs to its article.
    mutating func complete(isOwn: (Int) -> Bool) {
        let own = times.filter { isOwn($0.node) }
        published = Self.first(stated)
        if published == nil || published?.isDayOnly == true { complete(with: own.filter { !$0.isUpdated }) }
        if let known = published, known.offset == nil, !known.isDayOnly {
            // The same time of day, given elsewhere with its zone.
            for text in stated.compactMap({ $0 }) + times.map(\.text) {
                guard let zoned = DateReader.read(text), let offset = zoned.offset else { continue }
                if abs(zoned.instant.seconds + offset - known.instant.seconds) < 60 {
                    published = zoned
                    break
                }
            }
        }
        updated = Self.first(statedUpdates + own.filter(\.isUpdated).map { Optional($0.text) })
        if let known = updated, let published, known.instant <= published.instant { updated = nil }
    }

    private mutating func complete(with shown: [PageTags.Time]) {
        let ordered = shown.filter(\.isPublished) + shown.filter { !$0.isPublished }
        guard let time = Self.first(ordered.prefix(8).map { Optional($0.text) }) else { return }
        guard let known = published else {
            published = time
            return
        }
        if !time.isDayOnly, time.instant.date(offset: time.offset ?? 0) == known.instant.date { published = time }
    }

    private static func first(_ texts: [String?]) -> DateReading? {
        for case .some(let text) in texts {
            if let reading = DateReader.read(text), !reading.instant.isPlaceholder { return reading }
        }
        return nil
    }

    /// A date in a short line of the page, such as "Berlin, 3 February 2026, 14:05".
    static func date(inLine text: ArraySlice<UInt8>) -> DateReading? {
        guard text.count <= 120, text.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        if let whole = DateReader.read(utf8: Array(text)) { return plausible(whole) }
        let words = text.split(separator: 0x20)
        for start in words.indices.prefix(8) {
            for length in stride(from: min(6, words.count - start), to: 0, by: -1) {
                var part = Array(words[start..<(start + length)].joined(separator: [0x20]))
                while let last = part.last, last == 0x2C || last == 0x3B || last == 0x7C { part.removeLast() }
                guard part.count >= 8, let reading = DateReader.read(utf8: part) else { continue }
                return plausible(reading)
            }
        }
        return nil
    }

    /// Whether a date in a line of the page can be that of an article whose address tells a day: a line may speak of
    /// another day.
    func isNearAddress(_ reading: DateReading) -> Bool {
        guard let inAddress else { return true }
        return abs(reading.instant.seconds - inAddress.instant.seconds) <= 3 * 86_400
    }

    private static func plausible(_ reading: DateReading) -> DateReading? {
        reading.instant.isPlaceholder ? nil : reading
    }

    /// A date in a URL's path, such as `/2026/02/03/` or `-20260203`.
    private static func date(inURL url: String) -> DateReading? {
        let path = URLReference(url).path
        let parts = path.split(whereSeparator: { $0 == "/" || $0 == "-" || $0 == "_" }).map { Int($0) ?? -1 }
        guard parts.count >= 3 else { return nil }
        for index in 0..<(parts.count - 2) where (1990...2100).contains(parts[index]) {
            if let date = CalendarDate(year: parts[index], month: parts[index + 1], day: parts[index + 2]) {
                return DateReading(instant: Timestamp(date: date), isDayOnly: true, offset: nil)
            }
        }
        return nil
    }
}
