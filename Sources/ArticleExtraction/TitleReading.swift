internal import Markup

/// The headline among what a page calls its title.
struct TitleReading {
    var title: String?
    /// The heading element that shows it.
    var headline: Int?
    /// All forms of it on the page, for finding repetitions.
    var all: [String] = []

    init(_ tags: PageTags, _ data: LinkedData, siteName: String?) {
        let declared = data.isArticle ? data.headline : nil
        let stated = [tags.meta["og:title"], declared, tags.meta["twitter:title"], tags.title].compactMap { $0 }
        let shown = tags.headings.first { heading in stated.contains { Self.isAlike(heading.text, $0) } }
        let only = tags.headings.count == 1 ? tags.headings.first : nil
        let main = shown ?? only.flatMap { Self.isName($0.text, in: tags.title, siteName) ? nil : $0 }
        // Where no `h1` is one, or only the site's name is, a lesser heading that the page's title has may be.
        let isOpen = tags.headings.allSatisfy { Self.isName($0.text, in: tags.title, siteName) }
        let lesser =
            isOpen ? tags.subheadings.first { heading in stated.contains { Self.isAlike(heading.text, $0) } } : nil
        let heading = main ?? lesser
        headline = heading?.node
        let name = Self.siteName(in: tags.title, beside: heading?.text)
        let shared = tags.meta["og:title"].flatMap { Self.isSite($0, named: name) ? nil : $0 }
        let witnesses = [heading?.text, declared, tags.title].compactMap { $0 }
        let short = [shared, declared, tags.meta["twitter:title"]].compactMap { $0 }
            .map { Self.withoutSite($0, siteName: siteName, witnesses: witnesses) }
        let pageTitle = tags.title.map {
            Self.withoutSite($0, siteName: siteName, witnesses: witnesses, isPageTitle: true)
        }
        // schema.org's `headline` is the one field that is meant to be just that; what is shared may be shortened, the
        // page's own heading may carry a kicker, the title element the site's name.
        if let declared,
            Self.isPlausible(
                declared, siteName: siteName, others: short + [heading?.text, pageTitle].compactMap { $0 })
        {
            title = Self.withoutSite(declared, siteName: siteName, witnesses: witnesses)
        } else {
            title = short.first ?? heading?.text ?? pageTitle ?? tags.headings.first?.text
        }
        if let declared = title, let shared = short.first, Self.isPlainer(shared, than: declared) { title = shared }
        all = stated + short + [heading?.text, pageTitle, title].compactMap { $0 }
    }

    /// Whether a heading is the site's or a section's name: known as such, or one short part of the page's title.
    private static func isName(_ heading: String, in pageTitle: String?, _ siteName: String?) -> Bool {
        if let siteName, isSame(heading, siteName) { return true }
        guard let pageTitle, words(heading).count <= 3, words(pageTitle).count >= words(heading).count + 4 else {
            return false
        }
        let rest = withoutSite(pageTitle, siteName: siteName, witnesses: [], isPageTitle: true)
        return rest != pageTitle || pageTitle.hasPrefix(heading) || pageTitle.hasSuffix(heading)
    }

    /// What a page's title has beside its headline: the site's name; nil when it has nothing, or the headline is not in it.
    private static func siteName(in pageTitle: String?, beside headline: String?) -> String? {
        guard let pageTitle, let headline, pageTitle.hasPrefix(headline) else { return nil }
        let rest = pageTitle.dropFirst(headline.count).drop { !$0.isLetter && !$0.isNumber }
        return rest.utf8.count >= 4 ? String(rest) : nil
    }

    /// Whether a title is a site's name with a motto: "The Osmar Post - News from the coast".
    private static func isSite(_ title: String, named name: String?) -> Bool {
        guard let name, title.lowercased().hasPrefix(name.lowercased()) else { return false }
        let rest = title.dropFirst(name.count).drop { $0 == " " }
        return rest.isEmpty ? words(name).count <= 3 : "|-–—:·•".contains(rest.first ?? " ")
    }

    /// Whether a shared title is the same but for punctuation, which machines that write JSON-LD get wrong, or for a
    /// kicker in front: "Talks in Osmar: Envoys agree to meet again".
    private static func isPlainer(_ shared: String, than title: String) -> Bool {
        if isSame(shared, title) { return true }
        guard title.hasSuffix(shared), words(shared).count >= 4 else { return false }
        let kicker = title.dropLast(shared.count)
        return kicker.hasSuffix(": ") && words(String(kicker)).count <= 5
    }

    /// Whether a declared headline is no name of the site, and not cut short.
    private static func isPlausible(_ headline: String, siteName: String?, others: [String]) -> Bool {
        if let siteName, headline.lowercased().hasPrefix(siteName.lowercased()) { return false }
        if headline.hasSuffix("…") || headline.hasSuffix("...") { return false }
        let isCut = others.contains {
            $0.utf8.count > headline.utf8.count && $0.hasPrefix(headline) && headline.utf8.count >= 100
        }
        return !isCut && (words(headline).count >= 2 || headline.utf8.count >= 12)
    }

    /// Whether two titles have the same letters and digits.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        StatedText.letters(Array(left.utf8)[...]) == StatedText.letters(Array(right.utf8)[...])
    }

    /// Whether two titles share most of their words.
    static func isAlike(_ left: String, _ right: String) -> Bool {
        let first = Set(words(left)), second = Set(words(right))
        guard !first.isEmpty, !second.isEmpty else { return false }
        let common = first.intersection(second).count
        return common * 10 >= min(first.count, second.count) * 7 && common * 3 >= max(first.count, second.count)
    }

    private static func words(_ text: String) -> [Substring] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }
    }

    /// A title without the name of the site that it ends with.
    ///
    /// - Parameters:
    ///   - title: the title as given.
    ///   - siteName: the site's name, if known.
    ///   - witnesses: other forms of the title, one of which may be the title without the name.
    ///   - isPageTitle: whether it is the `title` element's, which nearly always ends so: then a short last part goes
    ///     even if it is not known to be the site's name.
    /// - Returns: the title alone; the whole if nothing shows where the name begins.
    static func withoutSite(_ title: String, siteName: String?, witnesses: [String], isPageTitle: Bool = false)
        -> String
    {
        for witness in witnesses where witness.utf8.count >= 12 && title.hasPrefix(witness) {
            let rest = title.dropFirst(witness.count).drop { $0 == " " }
            if let mark = rest.first, "|-–—*·•»:".contains(mark), mark != ":" { return witness.trimmed }
        }
        for witness in witnesses where witness.utf8.count >= 12 && title.hasSuffix(witness) {
            let rest = title.dropLast(witness.count).trimmed
            if let mark = rest.last, "|-–—*·•»:".contains(mark),
                siteName == nil || isAlike(String(rest), siteName ?? "")
            {
                return witness.trimmed
            }
        }
        for separator in [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " * ", "｜", "：", " |", "--"] {
            guard let range = title.lastRange(of: separator) else { continue }
            let tail = String(title[range.upperBound...]), head = String(title[..<range.lowerBound])
            let isSite =
                siteName.map { isAlike(tail, $0) || tail.trimmed.lowercased().hasPrefix($0.lowercased()) } ?? false
            let isShort =
                isPageTitle && !separator.hasPrefix("-") && separator != "："
                && words(tail).count <= 4 && words(head).count >= 4
            let isWitnessed = witnesses.contains { isSame($0, head) }
            guard isSite || isShort || isWitnessed, !head.trimmed.isEmpty else { continue }
            return withoutSite(head, siteName: siteName, witnesses: witnesses, isPageTitle: isPageTitle)
        }
        return title.trimmed
    }
}

extension String {
    /// The last place of another string in this one.
    func lastRange(of other: String) -> Range<String.Index>? {
        let bytes = Array(utf8), part = Array(other.utf8)
        guard bytes.count >= part.count, !part.isEmpty else { return nil }
        var start = bytes.count - part.count
        while start >= 0 {
            if bytes[start..<(start + part.count)].elementsEqual(part) {
                let from = utf8.index(startIndex, offsetBy: start)
                return from..<utf8.index(from, offsetBy: part.count)
            }
            start -= 1
        }
        return nil
    }
}
