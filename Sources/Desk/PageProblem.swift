import ArticleExtraction
import Fetching

/// Why a page gave no article.
enum PageProblem: Error, Sendable, CustomStringConvertible {
    case fetch(FetchError)
    case status(Int)
    /// A gatekeeper's test for people came.
    case challenge
    case robots
    /// The site's robots.txt cannot be had now.
    case robotsUnknown
    case extraction(ExtractionError)
    /// Something else came in the article's place.
    case notTheArticle
    /// The run has asked for all the pages that it may, or is to end: the next one asks.
    case putOff

    /// Whether the page may well be there later.
    var isTransient: Bool {
        switch self {
        case .fetch(let error): error.isTransient
        case .status(let code): code == 408 || code == 425 || code == 429 || code >= 500
        case .robotsUnknown, .putOff: true
        case .challenge, .robots, .extraction, .notTheArticle: false
        }
    }

    /// Whether the page is gone for good.
    var isGone: Bool {
        if case .status(let code) = self { code == 404 || code == 410 } else { false }
    }

    /// What went wrong without saying where, so that a report can count it.
    var kind: String {
        switch self {
        case .fetch(let error): "\(error.reason)"
        case .status(let code): "status \(code)"
        case .challenge: "a gatekeeper's test for people"
        case .robots: "robots.txt"
        case .robotsUnknown: "robots.txt cannot be had"
        case .extraction(let error): "\(error)"
        case .notTheArticle: "not the article"
        case .putOff: "put off"
        }
    }

    var description: String {
        switch self {
        case .fetch(let error): error.description
        case .status(let code): "the page answered with status \(code)"
        case .challenge: "a gatekeeper answers in the page's place with a test for people"
        case .robots: "the site's robots.txt asks to leave the page alone"
        case .robotsUnknown: "the site's robots.txt cannot be had now, so that the page is left alone"
        case .extraction(let error): error.description
        case .notTheArticle: "not the article: neither headline nor opening words of the entry are on the page"
        case .putOff: "put off to the next run"
        }
    }
}
