import Curation
import Developments
import Notation

/// Draws who acts with or towards whom: pairs of states, counted in developments, not in articles.
struct PairChart {
    let site: Site
    private static let limit = 12
    private static let rowHeight = 38
    private static let width = 320

    /// The pairs, the most frequent first.
    var pairs: [(name: String, count: Int)] {
        var tally: [String: Int] = [:]
        for item in site.front {
            var seen: Set<String> = []
            for tie in item.ties where tie.role != .mediatorParty && tie.role != .hostParty {
                guard !Labels.bodies.contains(tie.from), !Labels.bodies.contains(tie.to) else { continue }
                let names = [item.label(tie.from), item.label(tie.to)].sorted()
                if seen.insert(names.joined(separator: " – ")).inserted {
                    tally[names.joined(separator: " – "), default: 0] += 1
                }
            }
        }
        return tally.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.limit).map { ($0.key, $0.value) }
    }

    func write(_ html: inout XMLWriter) {
        let pairs = pairs
        html.element("section", ["id": "pairs", "aria-labelledby": "pairs-title"]) { html in
            html.element("h2", ["id": "pairs-title"], "Who with whom")
            guard let most = pairs.first?.count else { return html.element("p", [:], "No pair of states yet.") }
            html.element("figure") { html in
                draw(pairs, most: most, &html)
                html.element(
                    "figcaption", [:],
                    "Developments in which the two act together or towards each other, last \(Site.frontDays) days.")
                html.table(
                    summary: "The same as a table", head: ["States", "Developments"],
                    rows: pairs.map { [$0.name, String($0.count)] })
            }
        }
        html.newLine()
    }

    private func draw(_ pairs: [(name: String, count: Int)], most: Int, _ html: inout XMLWriter) {
        let height = pairs.count * Self.rowHeight
        let words = pairs.map { "\($0.name): \($0.count)" }.joined(separator: "; ")
        html.element(
            "svg",
            [
                "viewBox": "0 0 \(Self.width) \(height)", "role": "img", "aria-labelledby": "pairs-name pairs-words",
            ]
        ) { html in
            html.element("title", ["id": "pairs-name"], "Pairs of states by number of developments")
            html.element("desc", ["id": "pairs-words"], words + ".")
            for (index, pair) in pairs.enumerated() {
                let top = index * Self.rowHeight
                let length = max(3, (Self.width - 40) * pair.count / most)
                html.element("text", ["x": "0", "y": "\(top + 14)"], pair.name)
                html.element(
                    "rect",
                    [
                        "class": "bar", "x": "0", "y": "\(top + 20)", "width": "\(length)", "height": "11", "rx": "2",
                    ])
                html.element("text", ["class": "soft", "x": "\(length + 7)", "y": "\(top + 30)"], String(pair.count))
            }
        }
    }
}

extension XMLWriter {
    /// Writes a small table, folded away, whose last column is a number.
    mutating func table(summary: String, head: [String], rows: [[String]]) {
        element("details") { html in
            html.element("summary", [:], summary)
            html.element("table") { html in
                html.element("thead") { html in
                    html.element("tr") { html in
                        for (index, name) in head.enumerated() {
                            html.element("th", ["scope": "col", "class": index > 0 ? "number" : nil], name)
                        }
                    }
                }
                html.element("tbody") { html in
                    for row in rows {
                        html.element("tr") { html in
                            for (index, cell) in row.enumerated() {
                                html.element(
                                    index == 0 ? "th" : "td",
                                    ["scope": index == 0 ? "row" : nil, "class": index > 0 ? "number" : nil], cell)
                            }
                        }
                    }
                }
            }
        }
    }
}
