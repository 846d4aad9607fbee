import Curation
import Developments
public import Notation
import Storage

extension Desk {
    /// Lists what waits for a person: articles in review, pairs that may be one act, claims against corrected fields.
    ///
    /// - Parameter now: the desk's clock.
    /// - Returns: the list.
    /// - Throws: an error of the store.
    public func review(now: Timestamp) async throws -> ReviewList {
        let labels = try self.labels()
        return try await withStore { store in
            let sources = try await store.sourcesByID()
            let articles = try await store.articlesInReview()
            let doubts = try await store.doubts()
            let ids = Set(doubts.flatMap { [$0.doubt.developmentID, $0.doubt.otherID] })
            let developments = try await store.developments(ids.sorted())
            let titles = Dictionary(
                developments.filter { $0.mergedInto == nil }
                    .map { ($0.id, $0.facts(sources: sources, labels: labels)?.title ?? $0.id) },
                uniquingKeysWith: { first, _ in first })
            return ReviewList(articles, doubts: doubts, titles: titles, now: now)
        }
    }
}

/// What waits for a person.
public struct ReviewList: Presentable, Sendable {
    let articles: [Item]
    let pairs: [Pair]
    let claims: [Contradiction]

    /// An article that is neither kept nor dropped.
    struct Item: Encodable, Sendable {
        let article: ArticleLine
        /// The days after which it is dropped by itself.
        let daysLeft: Int
        let why: String

        /// How long a person has, in words.
        var timeLeft: String {
            switch daysLeft {
            case 0: "the next run drops it"
            case 1: "1 day left"
            default: "\(daysLeft) days left"
            }
        }
    }

    /// Two developments that may be one act.
    struct Pair: Encodable, Sendable {
        let development: String
        let title: String
        let other: String
        let otherTitle: String
        let sentence: String
    }

    /// An article that contradicts a corrected field.
    struct Contradiction: Encodable, Sendable {
        let development: String
        let title: String
        let article: String
        let note: String
    }

    init(_ articles: [Article], doubts: [StoredDoubt], titles: [String: String], now: Timestamp) {
        self.articles = articles.map { article in
            let age = (now.seconds - article.fetched.seconds) / 86_400
            return Item(
                article: ArticleLine(article), daysLeft: max(0, Storage.Retention.reviewDays - age),
                why: article.curated.why.prefix(3).map(\.words).joined(separator: ", "))
        }
        pairs = doubts.compactMap { stored in
            let doubt = stored.doubt
            guard doubt.kind == .pair, let title = titles[doubt.developmentID], let other = titles[doubt.otherID] else {
                return nil
            }
            return Pair(
                development: doubt.developmentID, title: title, other: doubt.otherID, otherTitle: other,
                sentence: doubt.note)
        }
        claims = doubts.compactMap { stored in
            let doubt = stored.doubt
            guard doubt.kind == .claim, let title = titles[doubt.developmentID] else { return nil }
            return Contradiction(
                development: doubt.developmentID, title: title, article: doubt.articleID, note: doubt.note)
        }
    }

    /// Readable lines.
    public var text: String {
        var lines: [String] = []
        func section(_ title: String, _ rows: [String]) {
            if rows.isEmpty { return }
            if !lines.isEmpty { lines.append("") }
            lines += [title] + rows
        }
        section(
            "articles (demarche keep ID, demarche drop ID)",
            articles.flatMap { item in
                [
                    "  \(item.article.text)",
                    "      \(item.timeLeft); \(item.why.isEmpty ? "no reasons" : item.why)",
                ]
            })
        section(
            "perhaps one act (demarche merge ID ID)",
            pairs.flatMap { pair in
                [
                    "  \(pair.development)  \(pair.title)", "  \(pair.other)  \(pair.otherTitle)",
                    "      “\(pair.sentence)”",
                ]
            })
        section(
            "against a correction (demarche set, demarche undo ID)",
            claims.map { "  \($0.development)  \($0.title): \($0.note) (\($0.article))" })
        return lines.isEmpty ? "nothing waits for review" : lines.joined(separator: "\n")
    }
}
