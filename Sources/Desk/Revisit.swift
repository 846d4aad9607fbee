import Developments
import Fetching
import Notation

/// What is remembered of a page that was read, until it is looked at again for silent edits.
struct Revisit: Codable, Sendable {
    /// How often it was looked at again.
    var count = 0
    /// Of the version that we have.
    var validators = Validators()
    /// The hash of the article's title and text as stored.
    var sha256: String
    /// How much of the article the page held.
    var extraction: Article.Extraction

    /// Seconds between the looks: two hours after the page was read, then less and less often for a week in all.
    private static let delays = [2 * 3600, 6 * 3600, 16 * 3600, 2 * 86_400, 4 * 86_400]

    /// When to look the next time; nil: never again.
    func due(after now: Timestamp) -> Timestamp? {
        count < Self.delays.count ? now.adding(seconds: Self.delays[count]) : nil
    }
}
