internal import Notation

/// Decides about articles and codes their events, by a lexicon and a desk's settings.
///
///     let curator = Curator(lexicon: try Lexicon.standard())
///     let curated = curator.curate(ArticleText(title: "Iran and Oman resume talks", text: "..."))
public struct Curator: Sendable {
    let lexicon: LexiconTables
    let settings: CurationSettings

    /// Creates a curator.
    public init(lexicon: Lexicon, settings: CurationSettings = CurationSettings()) {
        self.lexicon = lexicon.tables
        self.settings = settings
    }

    /// Returns the decision on an article with its reasons, and its events with their evidence.
    public func curate(_ article: ArticleText) -> CuratedArticle {
        let study = Study(article, lexicon: lexicon)
        let features = study.features()
        let pushes = lexicon.model.pushes(of: features)
        let score = lexicon.model.score(pushes)
        var result = CuratedArticle(
            language: study.language, relevant: score >= settings.keepThreshold,
            score: (score * 10_000).rounded() / 10_000, decision: .dropped)
        result.why = Self.reasons(features, pushes)
        study.fill(&result)
        decide(&result, article, study, features)
        if result.decision == .dropped {
            result.events = []
            result.background = []
        }
        return result
    }

    /// The features that pushed most, strongest first.
    private static func reasons(_ features: [Feature], _ pushes: [Double]) -> [Reason] {
        let rounded = pushes.map { ($0 * 100).rounded() / 100 }
        let strongest = rounded.indices.filter { abs(rounded[$0]) >= 0.1 }
            .sorted { abs(rounded[$0]) > abs(rounded[$1]) }
        return strongest.prefix(8).map { index in
            let feature = features[index]
            return Reason(
                rule: feature.name, weight: rounded[index], text: feature.text, part: feature.part,
                start: feature.start.map(Int.init), end: feature.end.map(Int.init))
        }
    }

    private func decide(
        _ result: inout CuratedArticle, _ article: ArticleText, _ study: Study, _ features: [Feature]
    ) {
        if result.score >= settings.keepThreshold {
            result.decision = settings.languages.contains(result.language) ? .kept : .review
            if result.decision == .review {
                result.why.append(Reason(rule: "language-unmeasured", weight: 0, text: result.language))
            }
        } else if result.score >= settings.reviewThreshold {
            result.decision = .review
        }
        if result.decision == .kept,
            let doubt = study.coded.doubt(
                score: result.score,
                isExplainer: features.contains { $0.name == "veto-format" && $0.part == .title })
        {
            result.decision = .review
            result.why.append(Reason(rule: doubt, weight: 0))
        }
        for rule in settings.rules where applies(rule, result, article, study) {
            switch rule.action {
            case .keep: result.decision = .kept
            case .drop: result.decision = .dropped
            case .tag: if !rule.tag.isEmpty, !result.topics.contains(rule.tag) { result.topics.append(rule.tag) }
            }
            result.why.insert(Reason(rule: "desk-rule-\(rule.action.rawValue)", weight: 0, text: rule.value), at: 0)
        }
    }

    private func applies(_ rule: CurationRule, _ result: CuratedArticle, _ article: ArticleText, _ study: Study) -> Bool
    {
        switch rule.field {
        case .word: study.contains(phrase: rule.value)
        case .source: article.source == rule.value
        case .country: result.countries.contains(rule.value)
        case .type: result.events.contains { $0.type.rawValue == rule.value }
        }
    }
}
