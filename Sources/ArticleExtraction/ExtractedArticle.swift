public import Notation

/// What an HTML page holds of an article: its body and nothing else, what is said about it, and what was cut.
public struct ExtractedArticle: Sendable, Equatable {
    /// The page's URL as given.
    public var url: String?
    /// The URL that the page names as its own.
    public var canonicalURL: String?
    /// The headline, without the site's name.
    public var title: String?
    /// Who wrote it, as shown, without "By".
    public var byline: String?
    /// The persons who wrote it.
    public var authors: [String] = []
    /// When it was first published.
    public var published: Timestamp?
    /// How exactly ``published`` is known; nil without one.
    public var publishedPrecision: TimePrecision?
    /// When it was last changed.
    public var updated: Timestamp?
    /// The language of the text (BCP 47).
    public var language: String?
    /// The name of the site.
    public var siteName: String?
    /// Whom the page's JSON-LD names as the one who provided the article, where another site shows it.
    public var provider: String?
    /// The body: paragraphs, headings, list items and quotes, parted by blank lines.
    ///
    /// Empty if there is none.
    public var text = ""
    /// Where ``text`` stood; nil for the page's own body.
    public var textOrigin: TextOrigin?
    /// The body as clean HTML with absolute links, or nil if there is none.
    public var html: String?
    /// What was cut inside or next to the body, in page order.
    public var removed: [Removal] = []
    /// How much of the article the page holds.
    public var extraction: Completeness = .failed
    /// What sort of page it is.
    public var kind: Kind = .article
    /// Other addresses of the same article that the page names: print and AMP editions, further pages.
    public var alternatives: [Alternative] = []
    /// Why there is no article, or nil.
    public var error: ExtractionError?

    /// Creates an article without content.
    ///
    /// - Parameters:
    ///   - url: the page's address.
    ///   - error: why there is none.
    public init(url: String? = nil, error: ExtractionError? = nil) {
        self.url = url
        self.error = error
    }

    /// Where the text of a page without a body was found.
    public enum TextOrigin: String, Sendable {
        /// In JSON-LD's `articleBody`.
        case linkedData = "json-ld"
        /// In the state that a script makes the page from.
        case script
    }

    /// How exactly a time is known.
    public enum TimePrecision: String, Sendable {
        case day, second
    }

    /// How much of an article a page holds.
    public enum Completeness: String, Sendable {
        /// The whole article, as far as can be told.
        case full
        /// Only its beginning, such as a page in front of a paywall.
        case lead
        /// Nothing that reads like an article.
        case failed
    }

    /// What sort of page holds an article.
    public enum Kind: String, Sendable {
        case article, paywalled, gallery, video, advertorial
        case liveBlog = "live-blog"
        /// A site's or section's front page.
        case index
        /// Not an article but word to the reader: a question for consent, a login, news that the story is gone.
        case notice
    }

    /// Another address of the same article.
    public struct Alternative: Sendable, Equatable {
        /// What lies there.
        public enum Role: String, Sendable {
            case amp, print, next
        }

        /// What lies there.
        public var role: Role
        /// The absolute URL.
        public var url: String

        /// Creates an alternative.
        public init(role: Role, url: String) {
            self.role = role
            self.url = url
        }
    }
}

/// A block of a page that was cut, and why.
public struct Removal: Sendable, Equatable {
    /// What a cut block is.
    public enum Reason: String, Sendable, CaseIterable {
        case related, comments, share, cookie, newsletter, caption, date, ad, template, navigation, other
        case authorBox = "author-box"
        case titleRepeat = "title-repeat"
    }

    /// What the block is.
    public var reason: Reason
    /// The block's text as shown, at most 2,000 characters.
    public var text: String

    /// On how many other pages of the site the block was seen, where ``SiteMemory`` cut it for that.
    public var seenOn: Int?

    /// Creates a removal.
    public init(reason: Reason, text: String, seenOn: Int? = nil) {
        self.reason = reason
        self.text = text
        self.seenOn = seenOn
    }

    /// The reason in words for a person.
    public var explanation: String {
        reason.rawValue + (seenOn.map { " (seen on \($0) other pages)" } ?? "")
    }
}

/// Why a page gave no article.
public enum ExtractionError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The page has more bytes than the limit.
    case tooLarge(limit: Int)
    /// Elements are nested so deeply that the page cannot be an article.
    case tooDeep(limit: Int)
    /// The page has more elements and runs of text than the limit.
    case tooManyElements(limit: Int)
    /// The page has no bytes, or none that are HTML.
    case noContent
    /// The word lists that the extractor works with are missing.
    case wordListsMissing(String)

    /// One line that says what is wrong.
    public var description: String {
        switch self {
        case .tooLarge(let limit): "page has more than \(limit) bytes, which is the limit"
        case .tooDeep(let limit): "page nests more than \(limit) elements"
        case .tooManyElements(let limit): "page has more than \(limit) elements, which is the limit"
        case .noContent: "page has no content"
        case .wordListsMissing(let reason): reason
        }
    }
}
