import Curation
import Developments
import Notation

/// Writes how the page was made: what was read, what was dropped and why, which sources fail, and what the words mean.
struct MethodSection {
    let run: RunView
    let downloads: [(name: String, words: String)]

    func write(_ html: inout XMLWriter) {
        html.element("section", ["id": "method", "aria-labelledby": "method-title"]) { html in
            html.element("h2", ["id": "method-title"], "How this was made")
            words(&html)
            sources(&html)
            sieve(&html)
            html.element("h3", [:], "Data")
            html.linkList(downloads.map { ($0.name, $0.name) })
        }
    }

    private func words(_ html: inout XMLWriter) {
        html.element("p") { html in
            html.text(
                "A program reads the feeds below, keeps what tells an act between states or international "
                    + "organisations, and codes act, actors and recipients from one sentence, which is shown as the "
                    + "evidence. Titles are the sources' own headlines, without the outlet's name; what the "
                    + "program read in them stands beside, marked as its own. Reports of one act make one development; where they differ, both versions stand."
            )
        }
        html.element("dl") { html in
            for (term, meaning) in Self.glossary {
                html.element("dt", [:], term)
                html.element("dd", [:], meaning)
            }
        }
    }

    private static let glossary = [
        ("reported", "a source says so; no party is on record"),
        ("unconfirmed", "it rests on unnamed people or other reports, or the sources say that no party speaks of it"),
        ("on record", "a party said so, and the words name which; it may still be untrue"),
        ("denied", "a party says that it is not so"),
        ("retracted", "the source took it back"),
    ]

    private func sources(_ html: inout XMLWriter) {
        let facts = run.facts
        html.element("h3", [:], "Sources")
        html.element("p") { html in
            html.text(
                "\(Count.words(facts.sourcesOK, "source")) answered when last asked, "
                    + "\(facts.sourcesFailing == 0 ? "none" : String(facts.sourcesFailing)) failed.")
            if let oldest = facts.oldestSuccess {
                html.text(" The one unheard for longest last answered on \(DateWords.stamp(oldest)).")
            }
        }
        listed(&html)
        let failing = run.failing
        guard !failing.isEmpty else { return }
        html.element("ul") { html in
            for failure in failing {
                html.element("li") { html in
                    html.element("bdi", [:], failure.title)
                    html.text(": \(failure.words)")
                    if let success = failure.lastSuccess {
                        html.text("; last answered on \(DateWords.stamp(success))")
                    }
                }
            }
        }
    }

    private func listed(_ html: inout XMLWriter) {
        html.element("details") { html in
            html.element("summary", [:], "All sources")
            html.element("ul", ["class": "list"]) { html in
                let names = run.sources.values.map { (title: $0.title, id: $0.id) }.sorted { $0 < $1 }
                for source in names.lazy.compactMap({ run.sources[$0.id] }) {
                    html.element("li") { html in
                        let address = PublicURL.link(source.siteURL)
                        html.element(
                            address.isEmpty ? "span" : "a",
                            ["href": address.isEmpty ? nil : address, "class": "title", "dir": "auto"],
                            nonEmpty(source.title, else: source.id))
                        let new = run.facts.lastNew[source.id].map {
                            "last new on \(DateWords.day(run.calendar.day($0)))"
                        }
                        let words = [
                            source.country, Labels.words(source.kind?.rawValue ?? ""), source.language, new ?? "",
                        ]
                        html.element("span", ["class": "meta"], words.filter { !$0.isEmpty }.joined(separator: " · "))
                    }
                }
            }
        }
    }

    private func sieve(_ html: inout XMLWriter) {
        let sieve = run.sieve
        guard sieve.total > 0 else { return }
        html.element("h3", [:], "Kept and dropped in the last day")
        html.element(
            "p", [:],
            "\(Count.words(sieve.total, "article")) read: \(sieve.counts[.kept] ?? 0) kept, "
                + "\(sieve.counts[.review] ?? 0) put up for review, \(sieve.counts[.dropped] ?? 0) dropped.")
        if !sieve.reasons.isEmpty {
            let told = sieve.reasons.reduce(0) { $0 + $1.count }
            let dropped = told < sieve.counts[.dropped] ?? 0 ? "the latest \(told) articles" : "articles"
            html.table(
                summary: "Why \(dropped) were dropped", head: ["Chief reason", "Articles"],
                rows: sieve.reasons.map { [$0.words, String($0.count)] })
        }
        guard !sieve.examples.isEmpty else { return }
        html.element("details") { html in
            html.element("summary", [:], "The latest that were not kept")
            html.element("ul", ["class": "list"]) { html in
                for example in sieve.examples { html.element("li") { line(example, &$0) } }
            }
        }
    }

    private func line(_ example: Sieve.Example, _ html: inout XMLWriter) {
        let title = example.title.isEmpty ? "(title withheld by licence)" : example.title
        let attributes: KeyValuePairs<String, String?> = [
            "href": example.url.isEmpty ? nil : example.url, "class": "title",
            "lang": example.title.isEmpty ? nil : LanguageTag.valid(example.language), "dir": "auto",
        ]
        html.element(example.url.isEmpty ? "span" : "a", attributes, title)
        html.element("span", ["class": "meta"]) { html in
            html.element("bdi", [:], example.source)
            html.text(" · \(example.decision == .review ? "for review" : "dropped"): \(example.reason)")
        }
    }
}
