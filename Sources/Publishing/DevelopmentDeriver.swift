import Curation
import Developments
import Notation

/// Makes of a stored development what the outputs show of it.
struct DevelopmentDeriver {
    let gate: LicenceGate
    let labels: Labels
    let stories: [String: Story]
    let articles: [String: Article]
    /// The place in an article from which on an act of one origin is left to the tables.
    let prominence: Prominence
    let titles: TitleRules

    /// Returns the development past the licence gate, or nil when no source of it may be shown.
    func published(_ stored: Development) -> PublishedDevelopment? {
        guard let development = gate.development(stored),
            let facts = development.facts(sources: gate.sources, labels: labels.names, titles: titles),
            facts.isPublished, development.reports.indices.contains(facts.evidenceReport)
        else { return nil }
        let shown = development.reports[facts.evidenceReport]
        var item = PublishedDevelopment(
            id: development.id, storyID: development.storyID,
            storyTitle: gate.title(of: stories[development.storyID]),
            mergedInto: development.mergedInto ?? "", firstSeen: development.firstSeen,
            lastChanged: max(development.lastChanged, development.firstSeen), revision: development.revision,
            facts: facts, evidence: claim(shown), credited: claim(shown), claims: claims(of: development))
        let titled = facts.titleReport.map { development.reports[$0] }
        item.title = PlainText.line(facts.title)
        item.titleLanguage = titled?.language ?? ""
        item.credited = titled.map(claim) ?? item.evidence
        item.link = link(to: item.credited, of: item.id)
        item.tagLine = facts.tagLine.text
        item.isProminent = facts.prominence <= prominence || facts.originCount > 1
        item.contradictionNote = PlainText.line(facts.contradictionNote)
        item.correctedFields = facts.corrected
        (item.supersedes, item.supersededBy) = (stored.supersedes, stored.supersededBy)
        item.venueWords = labels.venue(facts.venue)
        item.venueAlternatives = facts.venueAlternatives.map(labels.venue)
        item.statusWords = labels.status(
            facts.status, type: facts.type,
            onRecord: facts.status == .denied ? facts.deniedBy : facts.onRecordBy,
            parties: unique(facts.actors + facts.recipients), called: facts.partyLabels)
        item.statusBasis =
            development.reports.lazy.compactMap { $0.event.statusEvidence?.text }.first { !$0.isEmpty } ?? ""
        item.persons = persons(in: development)
        item.organisations = organisations(in: development, bodies: facts.organisations)
        item.topics = topics(of: development)
        item.ties = Tie.all(of: development, facts: facts) { gate.sources.outlet(of: $0) }
        item.quotes = quotes(of: development)
        item.why = ReasonWords.text(
            articles[shown.articleID]?.curated.why ?? [], of: shown, gate: gate, labels: labels)
        item.licenceNote = licenceNote(stored)
        item.rights = gate.words(articles[shown.articleID]?.rights ?? "", of: shown)
        item.hidesSources = development.reports.count < stored.reports.count
        item.summary = SummaryWords.text(item)
        return item
    }

    private func link(to claim: PublishedDevelopment.Claim, of id: String) -> String {
        claim.sentence.isEmpty
            ? PublicURL.link(claim.url, toPlace: id) : PublicURL.link(claim.url, toText: claim.sentence)
    }

    private func claims(of development: Development) -> [PublishedDevelopment.Claim] {
        // One article may tell the act after two origins, each with a sentence and a venue of its own.
        var seen: Set<[String]> = []
        return development.reports.filter { seen.insert([$0.articleID, $0.event.origin]).inserted }.map(claim)
    }

    private func claim(_ report: Report) -> PublishedDevelopment.Claim {
        let outlet = gate.sources.outlet(of: report)
        let event = report.event
        return PublishedDevelopment.Claim(
            articleID: report.articleID, outletID: outlet.id, outletName: PlainText.line(outlet.name),
            outletURL: PublicURL.link(outlet.siteURL), title: report.title, url: report.url,
            language: report.language, published: report.published, origin: PlainText.line(event.origin),
            venue: labels.venue(event.venue), date: DateWords.text(event.date),
            status: labels.status(
                event.status, type: event.type, onRecord: event.statusBasis,
                parties: unique(event.actors + event.recipients), called: event.actorLabels),
            sentence: event.evidence.text, isCopy: report.isCopy, further: further(event))
    }

    /// The sentences that give what the sentence of the act does not, each once.
    private func further(_ event: Event) -> [PublishedDevelopment.Claim.Further] {
        let told = [
            ("where", event.venue?.evidence), ("when", event.date?.evidence), ("mediators", event.mediatorsEvidence),
            ("status", event.statusEvidence),
        ]
        var result: [PublishedDevelopment.Claim.Further] = []
        for case (let name, let evidence?) in told where !evidence.text.isEmpty && evidence.text != event.evidence.text
        {
            if let index = result.firstIndex(where: { $0.sentence == evidence.text }) {
                result[index].words += ", \(name)"
            } else {
                result.append(.init(words: name.prefix(1).uppercased() + name.dropFirst(), sentence: evidence.text))
            }
        }
        return result
    }

    // MARK: What the articles say beside the act

    /// The persons whom the evidence sentences themselves name; others in the article belong to other acts.
    private func persons(in development: Development) -> [PublishedDevelopment.Named] {
        var result: [PublishedDevelopment.Named] = []
        for report in development.reports {
            for person in articles[report.articleID]?.curated.persons ?? [] {
                guard NameSearch.finds(person.asWritten + [person.name], in: report.event.evidence.text),
                    !result.contains(where: { $0.name == person.name })
                else { continue }
                result.append(.init(code: person.id, name: PlainText.line(person.name)))
            }
        }
        return result
    }

    /// The bodies among the parties, and the organisations that the evidence sentences name.
    private func organisations(in development: Development, bodies: [String]) -> [PublishedDevelopment.Named] {
        var result = bodies.map { PublishedDevelopment.Named(code: $0, name: labels($0)) }
        for report in development.reports {
            for name in articles[report.articleID]?.curated.organisations ?? [] {
                guard NameSearch.finds([name], in: report.event.evidence.text),
                    !result.contains(where: { $0.name == name })
                else { continue }
                result.append(.init(code: "", name: PlainText.line(name)))
            }
        }
        return result
    }

    /// The topics of the articles that are news about this act.
    private func topics(of development: Development) -> [String] {
        unique(
            development.reports.filter { $0.prominence == .title }
                .flatMap { articles[$0.articleID]?.curated.topics ?? [] })
    }

    /// The quotes that stand within an evidence sentence.
    private func quotes(of development: Development) -> [PublishedDevelopment.Quote] {
        var result: [PublishedDevelopment.Quote] = []
        for report in development.reports where !report.isCopy {
            let evidence = report.event.evidence
            guard let curated = articles[report.articleID]?.curated, evidence.part == nil else { continue }
            for quote in curated.quotes where quote.start < evidence.end && quote.end > evidence.start {
                let text = gate.quote(quote.text, of: report)
                guard !text.isEmpty else { continue }
                result.append(
                    PublishedDevelopment.Quote(
                        id: ContentHash.identifier("q", [development.id, report.articleID, String(quote.start)]),
                        articleID: report.articleID, speakerID: quote.speakerID ?? "",
                        speaker: PlainText.line(quote.speaker), asWritten: PlainText.line(quote.asWritten),
                        office: PlainText.line(quote.office), text: text,
                        language: report.language, channel: quote.channel))
            }
        }
        return result
    }

    /// Names the outlets of which less is shown than they say.
    private func licenceNote(_ stored: Development) -> String {
        var withheld: [String] = []
        var shortened: [String] = []
        for report in stored.reports {
            guard gate.shows(report.sourceID) else { continue }
            let name = PlainText.line(gate.sources.outlet(of: report).name)
            let sentence = report.event.evidence.text
            if gate.licence(of: report) == .none {
                withheld.append(name)
            } else if gate.sentence(sentence, of: report) != gate.words(sentence, of: report) {
                shortened.append(name)
            }
        }
        var notes: [String] = []
        if !withheld.isEmpty { notes.append("words of \(Labels.prose(unique(withheld))) withheld by licence") }
        if !shortened.isEmpty { notes.append("sentence of \(Labels.prose(unique(shortened))) shortened by licence") }
        return notes.joined(separator: "; ")
    }
}
