import FeedParsing
import Fetching

extension ParsedDocument {
    /// Why the document is of no use as a feed, in words for the desk's people; nil when it is one.
    var problem: String? {
        switch format {
        case .html:
            let named = alternates.prefix(3).map(\.href).joined(separator: ", ")
            return "a web page came instead of a feed" + (named.isEmpty ? "" : "; it names as feeds: \(named)")
        case .unknown:
            let words = problems.first { $0.code == .notAFeed || $0.code == .empty }?.message ?? problems.first?.message
            return "not a feed" + (words.map { " (\($0))" } ?? "")
        default: return nil
        }
    }
}

extension Feed {
    /// When the feed asks to be left alone.
    var skipTimes: SkipTimes { SkipTimes(hours: skipHours, days: skipDays) }

    /// The seconds that the feed asks for between two requests (RSS 2.0 `ttl`, RSS 1.0 module Syndication); nil: none.
    var interval: Int? {
        let periods = ["hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000]
        let period = syndication["period"].flatMap { periods[$0.lowercased()] }
        let frequency = max(1, syndication["frequency"].flatMap { Int($0) } ?? 1)
        let asked = [ttl.map { min(max($0, 0), 525_600) * 60 }, period.map { $0 / frequency }].compactMap { $0 }
        return asked.max()
    }
}
