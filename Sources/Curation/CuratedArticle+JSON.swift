internal import Notation

extension CuratedArticle {
    /// Writes the article as one object of `demarche curate`'s output.
    func write(to json: inout JSONWriter, id: String, showsWhy: Bool) {
        json.object { json in
            json.member("id", id)
            json.member("language", language)
            json.member("relevant", relevant)
            json.member("score", score)
            json.member("decision", decision.rawValue)
            json.array("why") { json in for reason in why { json.object { reason.write(to: &$0) } } }
            json.array("events") { json in for event in events { json.object { event.write(to: &$0) } } }
            json.array("background") { json in for sentence in background { json.object { sentence.write(to: &$0) } } }
            json.member("countries", countries)
            json.member("organisations", organisations)
            json.member("topics", topics)
            json.array("persons") { json in for person in persons { json.object { person.write(to: &$0) } } }
            json.array("places") { json in
                for place in places {
                    json.object {
                        $0.member("name", place.name)
                        $0.member("country", place.country)
                    }
                }
            }
            json.array("quotes") { json in for quote in quotes { json.object { quote.write(to: &$0) } } }
        }
    }
}

extension Reason {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("rule", rule)
        json.member("weight", weight)
        json.member("text", text)
        json.member("in", part?.rawValue)
        json.member("start", start)
        json.member("end", end)
    }
}

extension Person {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("name", name)
        json.member("asWritten", asWritten)
        json.member("office", office)
        json.member("country", country)
    }
}

extension Quote {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("speaker", speaker)
        json.member("speakerID", speakerID)
        json.member("asWritten", asWritten)
        json.member("office", office)
        json.member("text", text)
        json.member("channel", channel?.rawValue)
        json.member("start", start)
        json.member("end", end)
    }
}

extension Evidence {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("text", text)
        json.member("start", start)
        json.member("end", end)
        json.member("in", part?.rawValue)
    }
}

extension Event {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("type", type.rawValue)
        json.member("mode", mode)
        json.member("cameo", cameo)
        json.member("phase", phase?.rawValue)
        json.member("actors", actors)
        json.member("recipients", recipients)
        json.member("mediators", mediators)
        json.object("actorLabels") { json in
            for (code, label) in actorLabels.sorted(by: { $0.key < $1.key }) { json.member(code, label) }
        }
        json.array("pairs") { json in
            for pair in pairs { json.array { for code in pair { $0.value(code) } } }
        }
        if let venue {
            json.object("venue") {
                $0.member("place", venue.place)
                $0.member("country", venue.country)
                $0.evidence("evidence", venue.evidence)
            }
        }
        if let date {
            json.object("date") {
                $0.member("start", date.start?.description)
                $0.member("end", date.end?.description)
                $0.member("precision", date.precision.rawValue)
                $0.member("inferred", date.inferred)
                $0.evidence("evidence", date.evidence)
            }
        }
        json.evidence("mediatorsEvidence", mediatorsEvidence)
        json.member("modality", modality.rawValue)
        json.member("status", status.rawValue)
        json.member("statusBasis", statusBasis)
        json.evidence("statusEvidence", statusEvidence)
        json.member("channel", channel?.rawValue)
        json.member("origin", origin)
        json.member("undoes", undoes?.rawValue)
        if let score { json.member("score", score) } else { json.null("score") }
        json.member("object", object)
        json.member("primary", isPrimary)
        json.evidence("evidence", evidence)
        if let confidence {
            json.object("confidence") {
                $0.member("type", confidence.type)
                $0.member("modality", confidence.modality)
                $0.member("parties", confidence.parties)
            }
        }
        json.member("shows", Event.Field.allCases.filter(shows.contains).map(\.rawValue))
    }
}

extension JSONWriter {
    /// Writes a member that is null.
    mutating func null(_ name: String) { member(name, Double.nan) }

    fileprivate mutating func evidence(_ name: String, _ evidence: Evidence?) {
        guard let evidence else { return }
        object(name) { evidence.write(to: &$0) }
    }
}
