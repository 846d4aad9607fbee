import Curation
import Developments
import Notation

/// Writes `d/ID.html`: one development with its claims side by side, its evidence, quotes and history.
struct DevelopmentPage {
    let item: PublishedDevelopment
    let site: Site
    /// The earlier developments of the story that are listed at most.
    static let relatedLimit = 8
    private static let claimLimit = 200

    func bytes() -> [UInt8] {
        let desk = nonEmpty(site.settings.feedTitle, else: "Diplomacy developments")
        let title = nonEmpty(item.title, else: item.id)
        return PageShell(settings: site.settings, root: "../").page(title: title) { html in
            html.crumb(desk, "../index.html")
            html.element("h1", ["lang": item.titleTag, "dir": "auto"], title)
            html.tags(of: item)
            html.element("p", ["class": "meta"]) { html in
                html.badge(item)
                html.text(" \(Count.words(item.facts.sourceCount, "source")) · last changed ")
                html.time(item.lastChanged.description, DateWords.stamp(item.lastChanged))
            }
            html.circumstances(of: item, class: "lede")
        } content: { html in
            merged(&html)
            overtaken(&html)
            html.disagreement(item)
            html.element("section", ["aria-labelledby": "evidence"]) { html in
                html.element("h2", ["id": "evidence"], "Evidence")
                html.quotation(item.evidence)
                if item.claims.count == 1 { html.further(of: item.evidence, class: "note") }
                facts(&html)
            }
            html.newLine()
            claims(&html)
            quotes(&html)
            history(&html)
            related(&html)
        }
    }

    // MARK: What it is

    private func merged(_ html: inout XMLWriter) {
        guard !item.mergedInto.isEmpty else { return }
        html.element("p", ["class": "split"]) { html in
            html.text("Merged into ")
            html.element("a", ["href": "\(PublicURL.segment(item.mergedInto)).html"], "another development")
            html.text(", which has all reports.")
        }
    }

    private func overtaken(_ html: inout XMLWriter) {
        guard !item.overtakenBy.isEmpty else { return }
        html.element("p", ["class": "split"]) { html in
            html.text("Since overtaken: ")
            html.element(
                "a", ["href": "\(PublicURL.segment(item.supersededBy)).html", "dir": "auto"], item.overtakenBy)
        }
    }

    private func facts(_ html: inout XMLWriter) {
        let facts = item.facts
        let confidence = facts.confidence.map { decimal($0) } ?? ""
        let rows: [(String, String)] = [
            ("Who", facts.actors.map(item.label).joined(separator: ", ")),
            ("Towards", facts.recipients.map(item.label).joined(separator: ", ")),
            ("Mediators", facts.mediators.map(item.label).joined(separator: ", ")),
            (
                "Act",
                ([facts.type?.rawValue.lowercased() ?? "", facts.mode] + facts.cameo).filter { !$0.isEmpty }
                    .joined(separator: ", ")
            ),
            ("Course", item.course), ("Where", item.venueWords),
            ("Also told", item.venueAlternatives.joined(separator: "; ")), ("When", DateWords.text(facts.date)),
            ("Persons", item.persons.map(\.name).joined(separator: ", ")),
            ("Topics", item.topics.map(Labels.words).joined(separator: ", ")),
            ("Confidence", confidence.isEmpty ? "" : "\(confidence) of 1"),
            ("Kept because of", item.why), ("Licence", item.licenceNote), ("Corrected", correctedWords),
            ("First seen", DateWords.stamp(item.firstSeen)), ("Id", item.id),
        ]
        html.element("dl") { html in
            for (name, value) in rows where !value.isEmpty {
                html.element("dt", [:], name)
                html.element("dd", ["dir": "auto"], value)
            }
        }
    }

    private var correctedWords: String {
        item.correctedFields.isEmpty
            ? "" : "by the desk: \(item.correctedFields.map(Labels.words).joined(separator: ", "))"
    }

    // MARK: Who says so

    private func claims(_ html: inout XMLWriter) {
        // All that a single report says stands above.
        guard item.claims.count > 1 else { return }
        html.element("section", ["aria-labelledby": "claims"]) { html in
            html.element("h2", ["id": "claims"], "What each source says")
            html.element("table", ["class": "claims"]) { html in
                html.element("thead") { html in
                    html.element("tr") { html in
                        for name in ["Source", "Published", "Where", "When", "Status", "Sentence"] {
                            html.element("th", ["scope": "col"], name)
                        }
                    }
                }
                html.element("tbody") { html in
                    for claim in item.claims.prefix(Self.claimLimit) { row(claim, &html) }
                }
            }
            if item.claims.count > Self.claimLimit {
                html.element("p", ["class": "note"], "And \(item.claims.count - Self.claimLimit) more reports.")
            }
        }
        html.newLine()
    }

    private func row(_ claim: PublishedDevelopment.Claim, _ html: inout XMLWriter) {
        let isRival = item.venueAlternatives.contains(claim.venue)
        html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
                html.sourceLink(claim)
                if !claim.origin.isEmpty { html.prose(", after \(claim.origin)") }
                if claim.isCopy { html.text(" (copy)") }
            }
            html.element("td", ["data-name": "Published"]) { html in
                html.time(claim.published.description, DateWords.day(claim.published.date))
            }
            html.element("td", ["data-name": "Where"]) { html in
                if isRival { html.element("mark", [:], claim.venue) } else { html.text(claim.venue) }
            }
            html.element("td", ["data-name": "When"], claim.date)
            html.element("td", ["data-name": "Status"], claim.status)
            html.element("td") { html in
                if claim.sentence.isEmpty { html.element("p", ["class": "note"], "withheld by licence") }
                let direction = LanguageTag.direction(claim.language) ?? "auto"
                let attributes: KeyValuePairs = ["lang": LanguageTag.valid(claim.language), "dir": direction]
                if !claim.sentence.isEmpty { html.element("p", attributes, claim.sentence) }
                html.further(of: claim, class: "note")
            }
        }
    }

    private func quotes(_ html: inout XMLWriter) {
        guard !item.quotes.isEmpty else { return }
        html.element("section", ["aria-labelledby": "quotes"]) { html in
            html.element("h2", ["id": "quotes"], "Quotes")
            for quote in item.quotes.prefix(Self.claimLimit) {
                html.element("blockquote") { html in
                    html.element(
                        "p",
                        [
                            "lang": LanguageTag.valid(quote.language),
                            "dir": LanguageTag.direction(quote.language) ?? "auto",
                        ], "“\(quote.text)”")
                    let speaker = [quote.speaker, quote.office].filter { !$0.isEmpty }.joined(separator: ", ")
                    if !speaker.isEmpty { html.element("footer", [:], "— \(speaker)") }
                }
            }
        }
        html.newLine()
    }

    // MARK: What became of it

    private func history(_ html: inout XMLWriter) {
        html.element("section", ["aria-labelledby": "history"]) { html in
            html.element("h2", ["id": "history"], "History")
            html.element("ol", ["class": "list history"]) { html in
                for revision in (site.history[item.id] ?? []).reversed() where revision.number > 1 {
                    html.element("li", ["id": "r\(revision.number)"]) { html in
                        html.time(revision.when.description, DateWords.stamp(revision.when))
                        html.element("ul") { html in
                            for line in revision.lines {
                                html.element("li") { html in
                                    html.prose(line.words)
                                    html.element("span", ["class": "meta"]) { html in cause(of: line, &html) }
                                }
                            }
                        }
                    }
                }
                html.element("li", ["id": "r1"]) { html in
                    html.time(item.firstSeen.description, DateWords.stamp(item.firstSeen))
                    html.text(": first seen")
                    if let first = item.claims.first {
                        html.text(", told by ")
                        html.sourceLink(first)
                    }
                }
            }
        }
        html.newLine()
    }

    private func cause(of line: PublishedRevision.Line, _ html: inout XMLWriter) {
        html.text(" \(line.causeWords)")
        guard let claim = line.change.claim else { return }
        html.sourceLink(claim)
        if !claim.title.isEmpty { html.prose(": \(claim.title)") }
    }

    private func related(_ html: inout XMLWriter) {
        // Only what came before: a page that is written links to none that is not there yet, and stays as it is when the
        // story goes on.
        let others = (site.stories[item.storyID] ?? []).drop { $0.id != item.id }.dropFirst()
        guard !others.isEmpty, !item.storyID.isEmpty else { return }
        html.element("section", ["aria-labelledby": "story"]) { html in
            html.element("h2", ["id": "story"], "Earlier in this story")
            html.element("p", ["dir": "auto"], item.storyTitle)
            html.element("ul", ["class": "list"]) { html in
                for other in others.prefix(Self.relatedLimit) {
                    html.element("li") { html in
                        html.element(
                            "a", ["class": "title", "href": "../\(Site.page(of: other.id))", "dir": "auto"],
                            nonEmpty(other.title, else: other.id))
                        let day = site.calendar.day(other.firstSeen)
                        html.element("span", ["class": "meta"]) { $0.time(day.description, DateWords.day(day)) }
                    }
                }
            }
        }
    }
}
