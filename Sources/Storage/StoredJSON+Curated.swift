internal import Curation
internal import Notation

extension StoredJSON {
    /// The written form of what curation says of an article.
    ///
    /// Most articles are dropped and have nothing but a score and its reasons: those are written without `JSONEncoder`,
    /// which takes longer than all else that is stored of them. What is written reads the same.
    static func text(curated: CuratedArticle) throws -> String {
        guard curated.events.isEmpty, curated.background.isEmpty, curated.persons.isEmpty, curated.places.isEmpty,
            curated.quotes.isEmpty, curated.earlier == nil
        else { return try text(curated) }
        var json = JSONWriter(capacity: 512)
        json.object { json in
            json.member("background", [])
            json.member("countries", curated.countries)
            json.member("decision", curated.decision.rawValue)
            json.member("events", [])
            json.member("language", curated.language)
            json.member("organisations", curated.organisations)
            for name in ["persons", "places", "quotes"] { json.member(name, []) }
            json.member("relevant", curated.relevant)
            json.member("score", curated.score)
            json.member("topics", curated.topics)
            json.array("why") { json in
                for reason in curated.why {
                    json.object {
                        $0.member("end", reason.end)
                        $0.member("in", reason.part?.rawValue)
                        $0.member("rule", reason.rule)
                        $0.member("start", reason.start)
                        $0.member("text", reason.text)
                        $0.member("weight", reason.weight)
                    }
                }
            }
        }
        return json.text
    }

    /// Reads what ``text(curated:)`` wrote; what has nothing but reasons without `JSONDecoder`.
    static func curated(from text: String) throws -> CuratedArticle {
        if text.hasPrefix(shortStart), let short = try? shortForm(JSONReader.read(Array(text.utf8))) { return short }
        return try value(CuratedArticle.self, from: text)
    }

    /// Reads the reasons alone: the last member of what ``text(curated:)`` wrote.
    static func reasons(in text: String) throws -> [Reason] {
        let bytes = Array(text.utf8)
        let name = Array("\"why\":".utf8)
        // The name cannot occur within a string, where its quotation marks would be escaped.
        guard let end = bytes.lastIndex(of: UInt8(ascii: "}")),
            let start = bytes.indices.last(where: { bytes[$0] == name[0] && bytes[$0...].starts(with: name) }),
            let why = try? JSONReader.read(Array(bytes[(start + name.count)..<end])).elements
        else { return try value(CuratedArticle.self, from: text).why }
        let reasons = why.compactMap(reason)
        return reasons.count == why.count ? reasons : try value(CuratedArticle.self, from: text).why
    }

    /// How a text begins that may be of the short form: most of those that are not begin otherwise.
    private static let shortStart = "{\"background\":[],\"countries\":["

    /// Returns what curation says, or nil when it has more than the short form.
    private static func shortForm(_ json: JSONValue) -> CuratedArticle? {
        guard ["events", "persons", "places", "quotes"].allSatisfy({ json[$0]?.elements == [] }),
            json["earlier"] == nil,
            let language = json["language"]?.text, let relevant = json["relevant"]?.bool,
            let score = json["score"]?.text.flatMap(Double.init),
            let decision = json["decision"]?.text.flatMap(Decision.init), let why = json["why"]?.elements
        else { return nil }
        let reasons = why.compactMap(reason)
        guard reasons.count == why.count else { return nil }
        var curated = CuratedArticle(
            language: language, relevant: relevant, score: score, decision: decision, why: reasons)
        func names(_ member: String) -> [String] { json[member]?.elements?.compactMap(\.text) ?? [] }
        curated.countries = names("countries")
        curated.organisations = names("organisations")
        curated.topics = names("topics")
        return curated
    }

    private static func reason(_ json: JSONValue) -> Reason? {
        guard let rule = json["rule"]?.text, let weight = json["weight"]?.text.flatMap(Double.init) else { return nil }
        return Reason(
            rule: rule, weight: weight, text: json["text"]?.text, part: json["in"]?.text.flatMap(Evidence.Part.init),
            start: json["start"]?.text.flatMap { Int($0) }, end: json["end"]?.text.flatMap { Int($0) })
    }
}
