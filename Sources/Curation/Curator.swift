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
        var result = guess(article)
        if result.decision == .dropped {
            result.events = []
            result.background = []
        }
        return result
    }

    /// Returns what ``curate(_:)`` does, with the events of dropped articles too.
    public func guess(_ article: ArticleText) -> CuratedArticle {
        let study = Study(article, lexicon: lexicon)
        let answer = joined(lexicon.reader.answer(study), study)
        let features = self.features(study, answer)
        let score = lexicon.model.probability(.relevance, features)
        var result = CuratedArticle(
            language: study.language, relevant: score >= settings.keepThreshold,
            score: score, decision: .dropped)
        result.surelyRelevant = score >= max(lexicon.lines.surelyRelevant, settings.keepThreshold)
        result.why = reasons(features)
        study.fill(&result)
        result.events = events(of: study, answer)
        result.countries = Self.countries(result.events.first, study)
        decide(&result, article, study)
        return result
    }

    /// What the learned reader and the rules say together.
    func joined(_ answer: ReaderAnswer, _ study: Study) -> ReaderAnswer {
        answer.joined(with: study.coded.events.first, votes: lexicon.lines.votes)
    }

    /// What the decision hangs on: what the learned reader says, and what the rules read.
    func features(_ study: Study, _ answer: ReaderAnswer) -> [Feature] {
        [Feature(name: "reader", value: answer.relevance)] + study.features()
    }

    /// The features that pushed most, strongest first.
    private func reasons(_ features: [Feature]) -> [Reason] {
        let reasons = features.map { feature in
            Reason(
                rule: feature.name,
                weight: (feature.value * lexicon.model.relevanceWeight(feature) * 100).rounded() / 100,
                text: feature.text, part: feature.part, start: feature.start.map(Int.init),
                end: feature.end.map(Int.init))
        }
        return Array(
            reasons.enumerated().filter { abs($1.weight) >= 0.1 }
                .sorted { (abs($0.element.weight), $1.offset) > (abs($1.element.weight), $0.offset) }
                .map(\.element).prefix(8))
    }

    private func decide(_ result: inout CuratedArticle, _ article: ArticleText, _ study: Study) {
        if result.score >= settings.keepThreshold {
            result.decision = settings.languages.contains(result.language) ? .kept : .review
            if result.decision == .review {
                result.why.append(Reason(rule: "language-unmeasured", weight: 0, text: result.language))
            }
        } else if result.score >= settings.reviewThreshold {
            result.decision = .review
        }
        for rule in settings.rules where applies(rule, result, article, study) {
            switch rule.action {
            case .keep: (result.decision, result.surelyRelevant) = (.kept, true)
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
