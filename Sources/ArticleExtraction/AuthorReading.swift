/// The persons who wrote an article, among all that a page calls author.
struct AuthorReading {
    /// Persons.
    var authors: [String] = []
    /// What the page gives as author, persons or not.
    var byline: String?

    init() {}

    init(_ tags: PageTags, _ data: LinkedData, siteName: String?) {
        let metas = tags.metaAuthors.filter { !$0.hasPrefix("http") && !$0.contains("@") && !$0.hasPrefix("/") }
        var fallback: [String] = []
        for source in [data.authors, metas, tags.authors.map(\.text)] {
            let names = Self.distinct(
                source.flatMap { data.persons.contains($0) ? Self.typedNames($0) : Self.names($0) })
            let persons = Self.withoutOutlets(names).filter {
                (Self.isPerson($0, siteName: siteName) && !data.organisations.contains($0))
                    || (data.persons.contains($0) && names.count > 1 && Self.isShortName($0)
                        && $0.lowercased() != siteName?.lowercased())
            }
            if !persons.isEmpty {
                authors = persons
                byline = persons.joined(separator: ", ")
                return
            }
            if fallback.isEmpty { fallback = names }
        }
        byline = fallback.isEmpty ? nil : fallback.joined(separator: ", ")
    }

    /// Takes the persons from a line of the page, where its head names none.
    mutating func read(shown line: String, siteName: String?) -> Bool {
        let persons = Self.withoutOutlets(Self.distinct(Self.names(Self.withoutDate(line)))).filter {
            Self.isPerson($0, siteName: siteName)
        }
        guard !persons.isEmpty, persons.count <= 8 else { return false }
        authors = persons
        byline = persons.joined(separator: ", ")
        return true
    }

    /// A byline without the date behind it: "By A on 3 February 2026" has the words up to "on".
    private static func withoutDate(_ line: String) -> String {
        guard let digit = line.firstIndex(where: \.isNumber) else { return line }
        var words = line[..<digit].split(separator: " ")
        while let last = words.last, last.first?.isUppercase != true { words.removeLast() }
        return words.joined(separator: " ")
    }

    /// The persons of an agency's credit, such as "(Reporting by A in Cairo and B; editing by C)".
    static func credit(_ line: String, siteName: String?) -> [String]? {
        let lower = line.lowercased()
        if let signed = editors(line) { return signed }
        guard lower.utf8.count == line.utf8.count, lower.hasPrefix("(reporting by ") || lower.hasPrefix("reporting by ")
        else { return nil }
        let bytes = Array(line.utf8.drop { $0 == 0x28 }.dropFirst("reporting by ".utf8.count))
        let end = bytes.firstIndex { $0 == 0x3B || $0 == 0x29 } ?? bytes.count
        let persons = names(String(decoding: bytes[..<end], as: UTF8.self)).compactMap { name -> String? in
            let person = name.lastRange(of: " in ").map { String(name[..<$0.lowerBound]) } ?? name
            return isPerson(person, siteName: siteName) ? person : nil
        }
        return persons.isEmpty ? nil : persons
    }

    /// The persons that Chinese pages name below the text, such as "(责编：甲、乙)".
    private static func editors(_ line: String) -> [String]? {
        let text = line.drop { $0 == "(" || $0 == "（" || $0 == "[" || $0 == "【" }
        for opening in ["责任编辑", "责编", "編輯", "编辑", "記者", "记者", "作者"] where text.hasPrefix(opening) {
            let rest = text.dropFirst(opening.count)
            guard rest.first == "：" || rest.first == ":" else { return nil }
            let end = rest.firstIndex { ")）]】".contains($0) } ?? rest.endIndex
            let persons = rest[..<end].dropFirst().split { " 、，,".contains($0) }.map(String.init)
            return persons.isEmpty || persons.contains { !(2...4).contains($0.count) } ? nil : persons
        }
        return nil
    }

    /// Words that begin a byline.
    private static let openings = [
        "written by ", "reported by ", "story by ", "text by ", "by: ", "by ", "von: ", "von ", "text: ", "par ",
        "por ",
        "di ", "a cura di ", "door ", "av ", "af ", "tekst: ", "автор: ", "yazan: ", "penulis: ", "oleh ", "autor: ",
        "author: ", "autorin: ", "redaktion: ", "ein kommentar von ", "eine analyse von ", "kommentar von ",
        "ein gastbeitrag von ", "gastbeitrag von ", "interview von ", "interview: ", "aus dem ",
    ]

    /// Whether a line begins as a byline does.
    static func opensByline(_ line: String) -> Bool {
        let lower = line.lowercased()
        return openings.contains { lower.hasPrefix($0) }
    }

    /// The names in a line such as "By Ada Lovelace and Charles Babbage".
    static func names(_ line: String) -> [String] {
        var text = line.trimmed
        let lower = text.lowercased()
        if let opening = openings.first(where: { lower.hasPrefix($0) }), lower.utf8.count == text.utf8.count {
            text = String(decoding: Array(text.utf8.dropFirst(opening.utf8.count)), as: UTF8.self)
        }
        var parts = [Substring(text)]
        for separator in [
            ", ", "; ", ";", " | ", " / ", "/", " and ", " und ", " et ", " y ", " e ", " & ", " og ", " och ", " en ",
            " i ",
            " und\u{00A0}", "、", "；",
        ] {
            parts = parts.flatMap { $0.pieces(separatedBy: separator) }
        }
        return parts.map { $0.trimmed.droppingRole }.filter { (2...80).contains($0.utf8.count) }
    }

    private static func isShortName(_ name: String) -> Bool {
        !name.contains(".") && name.split(separator: " ").count <= 4
    }

    /// A name that the page types as a person's is one name, unless it is plainly a list, or says the person's office too.
    private static func typedNames(_ name: String) -> [String] {
        let names = names(name)
        guard names.count > 1, let first = names.first else { return [name.trimmed] }
        let persons = names.filter { isPerson($0, siteName: nil) && $0.first?.isLowercase == false }
        if name.contains(", "), persons.count < names.count, persons.first == first { return persons }
        return names.allSatisfy { $0.contains(" ") } ? names : [name.trimmed]
    }

    /// Leaves out names in capitals among others that are not: "Ada Lovelace, HARBOUR RADIO".
    private static func withoutOutlets(_ names: [String]) -> [String] {
        func isLoud(_ name: String) -> Bool { name == name.uppercased() && name != name.lowercased() }
        let quiet = names.filter { !isLoud($0) }
        return quiet.contains { isPerson($0, siteName: nil) } ? quiet : names
    }

    /// The persons that an element marked as a byline names, each in a text of its own.
    mutating func read(_ parts: [String], siteName: String?) -> Bool {
        let persons = Self.withoutOutlets(Self.distinct(parts.flatMap(Self.names))).filter {
            Self.isPerson($0, siteName: siteName) && $0.utf8.count <= 60 && $0.first?.isLowercase == false
        }
        guard !persons.isEmpty, persons.count <= 8 else { return false }
        authors = persons
        byline = persons.joined(separator: ", ")
        return true
    }

    private static func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0.lowercased()).inserted }
    }

    /// Words in the names of outlets, desks and roles.
    private static let offices: Set<String> = [
        "redaktion", "redaktionen", "redacción", "redacao", "redação", "redazione", "rédaction", "redactie", "redakcja",
        "редакция", "редакція", "editorial", "editor", "editors", "staff", "team", "desk", "news", "newsroom",
        "agencies",
        "agency", "agentur", "agenturen", "admin", "administrator", "press", "media", "online", "nachrichten",
        "zeitung",
        "correspondent", "reporter", "reporters", "bureau", "service", "newsdesk", "contributor", "contributors",
        "webmaster", "presse", "pressestelle", "tv", "radio", "magazine", "magazin", "gmbh", "author", "autor",
    ]

    /// Whether a name is a person's, as far as its words tell.
    static func isPerson(_ name: String, siteName: String?) -> Bool {
        if let siteName, name.lowercased() == siteName.lowercased() { return false }
        guard !name.contains(where: { $0.isNumber || $0 == "@" || $0 == "©" }) else { return false }
        let words = name.split { $0 == " " || $0 == "-" }
        guard words.count <= 6 else { return false }
        if words.contains(where: { offices.contains($0.lowercased()) }) { return false }
        guard let first = name.unicodeScalars.first, first.properties.isAlphabetic else { return false }
        // A name in a script with capitals begins with one, has two words at least, and is no address.
        if first.properties.changesWhenUppercased || first.properties.changesWhenLowercased {
            guard words.count >= 2, !name.contains(".") || name.contains(". "), words.last?.first?.isLowercase == false
            else { return false }
        }
        return true
    }
}

extension String {
    /// The name without what stands behind it in brackets.
    fileprivate var droppingRole: String {
        guard let open = firstIndex(of: "("), open > startIndex else { return self }
        return String(self[..<open]).trimmed
    }
}

extension Substring {
    /// The parts between the occurrences of another string.
    func pieces(separatedBy separator: String) -> [Substring] {
        var rest = self
        var pieces: [Substring] = []
        while let range = String(rest).lastRange(of: separator) {
            let text = String(rest)
            pieces.insert(Substring(text[range.upperBound...]), at: 0)
            rest = Substring(text[..<range.lowerBound])
        }
        pieces.insert(rest, at: 0)
        return pieces
    }
}
