import Curation
import Developments
import Foundation
import Notation

/// Curation by the desk's settings, outranked by what people decided.
struct CorrectedCuration: Sendable {
    /// The reason that is given for what a person dropped.
    static let dropRule = "desk-rule-drop"

    /// What people decided.
    var corrections: Corrections
    private let lexicon: Lexicon
    private let titles: TitleRules
    private let curator: Curator
    /// Codes also what the settings would drop.
    private let lenient: Curator

    /// Loads what curation needs.
    ///
    /// - Parameters:
    ///   - corrections: what people decided.
    ///   - settings: the desk's thresholds and rules.
    ///   - lexicon: the names that the desk knows.
    ///   - titles: what the desk wants of titles.
    init(
        _ corrections: Corrections, settings: CurationSettings, lexicon: Lexicon, titles: TitleRules = TitleRules()
    ) {
        let curator = Curator(lexicon: lexicon, settings: settings)
        var keepingAll = settings
        keepingAll.keepThreshold = 0
        lenient = Curator(lexicon: lexicon, settings: keepingAll)
        self.curator = curator
        self.corrections = corrections
        self.lexicon = lexicon
        self.titles = titles
    }

    /// Makes what joins the curated articles to developments.
    ///
    /// - Throws: an error of the data files when the installation is not whole.
    func grouper() throws -> Grouper {
        Grouper(
            labels: lexicon.labels, commonness: try Commonness.standard(),
            stateWords: StateWords(lexicon.stateNames),
            headlines: try HeadlineReader.standard(try OutletTable.standard()), titles: titles
        ) { [curator] article, day in
            curator.curate(
                ArticleText(
                    title: article.title, text: article.text, published: Timestamp(date: day, secondOfDay: 43_200),
                    url: article.url, language: article.language.isEmpty ? nil : article.language))
        }
    }

    /// Returns what is decided of an article and what it tells.
    func curate(_ text: ArticleText, id: String) -> CuratedArticle {
        switch corrections.decisions[id] {
        case .kept:
            var curated = lenient.curate(text)
            curated.decision = .kept
            curated.surelyRelevant = true
            curated.why.insert(Reason(rule: "desk-rule-keep", weight: 1), at: 0)
            return curated
        case .dropped:
            var curated = curator.curate(text)
            curated.drop(because: Self.dropRule)
            return curated
        default: return curator.curate(text)
        }
    }

    /// Returns a stored article, decided and coded anew.
    func curatedAgain(_ article: Article, of source: Source?) -> Article {
        var result = article
        result.curated = curate(ArticleText(article, of: source), id: article.id)
        return result
    }

    /// The words that carried the decision on a stored article.
    func carriers(of article: Article, of source: Source?) -> [Reason] {
        curator.carriers(of: ArticleText(article, of: source))
    }
}

extension ArticleText {
    /// What curation reads of a stored article.
    init(_ article: Article, of source: Source?) {
        self.init(
            title: article.title, text: article.text, published: article.published,
            offset: article.published.flatMap { source?.offset(at: $0) } ?? 0, url: article.url,
            language: article.language.isEmpty ? nil : article.language, source: article.sourceID)
    }
}

extension CuratedArticle {
    /// Drops the article, with what it would have told.
    mutating func drop(because rule: String) {
        decision = .dropped
        events = []
        background = []
        why.insert(Reason(rule: rule, weight: 0), at: 0)
    }
}
