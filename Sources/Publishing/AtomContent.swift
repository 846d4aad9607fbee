import Curation
import Developments
import Notation

/// Writes what a feed reader shows of a development: the evidence, what each source says, quotes, and why it was kept.
struct AtomContent {
    /// The rows of the table at most; the CSV has the rest.
    private static let claimLimit = 20
    private static let quoteLimit = 6

    let development: PublishedDevelopment

    /// Writes an XHTML `div` (RFC 4287, section 4.1.3.3).
    func write(_ xml: inout XMLWriter) {
        xml.element("div", ["xmlns": "http://www.w3.org/1999/xhtml"]) { xml in
            facts(&xml)
            xml.evidence(development.evidence)
            if development.claims.count == 1 { xml.further(of: development.evidence) }
            claims(&xml)
            quotes(&xml)
            notes(&xml)
        }
    }

    private func facts(_ xml: inout XMLWriter) {
        let item = development
        if !item.tagLine.isEmpty { xml.element("p") { $0.prose(item.tagLine) } }
        xml.element("p") { $0.prose(SummaryWords.facts(item).joined(separator: " · ")) }
        if !item.mergedInto.isEmpty { xml.element("p", [:], "Merged into \(item.mergedInto).") }
        if !item.overtakenBy.isEmpty { xml.element("p") { $0.prose(SummaryWords.overtaken(item)) } }
        if !item.contradictionNote.isEmpty {
            xml.element("p") { xml in
                xml.element("strong", [:], "Sources disagree: ")
                xml.prose(item.contradictionNote)
            }
        }
    }

    private func claims(_ xml: inout XMLWriter) {
        let rows = development.claims
        guard rows.count > 1 else { return }
        xml.element("table") { xml in
            xml.element("thead") { xml in
                xml.element("tr") { xml in
                    for name in ["Source", "Published", "Where", "When", "Status", "Sentence"] {
                        xml.element("th", ["scope": "col"], name)
                    }
                }
            }
            xml.element("tbody") { xml in
                for claim in rows.prefix(Self.claimLimit) { row(claim, &xml) }
            }
        }
        if rows.count > Self.claimLimit {
            xml.element("p", [:], "And \(rows.count - Self.claimLimit) more reports.")
        }
    }

    private func row(_ claim: PublishedDevelopment.Claim, _ xml: inout XMLWriter) {
        xml.element("tr") { xml in
            xml.element("td") { xml in
                xml.anchor(claim)
                if !claim.origin.isEmpty { xml.prose(", after \(claim.origin)") }
                if claim.isCopy { xml.text(" (copy)") }
            }
            xml.element("td", [:], claim.published.date.description)
            xml.element("td", [:], claim.venue)
            xml.element("td", [:], claim.date)
            xml.element("td", [:], claim.status)
            xml.element("td") { xml in
                xml.foreign("p", claim.language, claim.sentence)
                xml.further(of: claim)
            }
        }
    }

    private func quotes(_ xml: inout XMLWriter) {
        guard !development.quotes.isEmpty else { return }
        xml.element("ul") { xml in
            for quote in development.quotes.prefix(Self.quoteLimit) {
                xml.element("li") { xml in
                    xml.foreign("q", quote.language, quote.text)
                    let speaker = [quote.speaker, quote.office].filter { !$0.isEmpty }.joined(separator: ", ")
                    if !speaker.isEmpty { xml.text(" — \(speaker)") }
                }
            }
        }
    }

    private func notes(_ xml: inout XMLWriter) {
        let item = development
        if !item.why.isEmpty { xml.element("p", [:], "Kept because of \(item.why).") }
        if !item.licenceNote.isEmpty { xml.element("p", [:], "Note: \(item.licenceNote).") }
    }
}
