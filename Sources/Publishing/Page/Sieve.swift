import Curation
import Developments
import Notation

/// What became of the articles of the last day: how many were kept, and why the others were not.
struct Sieve {
    /// An article that was dropped or put up for review, as far as its source allows.
    struct Example {
        var title: String
        var url: String
        var language: String
        var source: String
        var reason: String
        var decision: Decision
    }

    /// The dropped articles that are named.
    private static let exampleLimit = 30

    let counts: [Decision: Int]
    /// The reasons of the latest dropped articles, the commonest first.
    let reasons: [(words: String, count: Int)]
    let examples: [Example]

    var total: Int { counts.values.reduce(0, +) }

    init(_ sifted: Sifting, gate: LicenceGate) {
        counts = sifted.counts
        let articles = sifted.latest
        var tally: [String: Int] = [:]
        var named: [Int] = []
        for (index, article) in articles.enumerated() where article.curated.decision != .kept {
            if article.curated.decision == .dropped { tally[Self.reason(article), default: 0] += 1 }
            if gate.shows(article.sourceID) { named.append(index) }
        }
        reasons = tally.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
        let newest = newestFirst(named, by: { articles[$0].sortTime }, id: { articles[$0].id })
        examples = newest.prefix(Self.exampleLimit).map { index in
            let article = articles[index]
            return Example(
                title: gate.words(article.title, of: article), url: gate.link(article.url, of: article),
                language: article.language, source: PlainText.line(gate.sources.outlet(of: article).name),
                reason: Self.reason(article), decision: article.curated.decision)
        }
    }

    /// The first reason that pushed towards dropping and says more than that words did.
    private static func reason(_ article: Article) -> String {
        let why = article.curated.why
        let telling =
            why.first { $0.weight < 0 && $0.rule != "words" && $0.rule != "title" } ?? why.first { $0.weight < 0 }
        guard let telling else { return "too little that speaks of diplomacy" }
        return ReasonWords.isDeskRule(telling.rule) ? "desk rule" : PlainText.line(telling.words)
    }
}
