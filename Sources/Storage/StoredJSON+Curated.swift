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
}
