import Curation
import Developments
import Foundation
import Notation
import Storage

/// What is muted on a day.
struct Mutes: Sendable {
    private let stories: Set<String>
    private let sources: Set<String>
    private let words: [String]

    init(_ corrections: Corrections, timeZone: String, now: Timestamp) {
        let today = Self.day(now, in: timeZone)
        let mutes = corrections.mutes.filter { $0.until >= today }
        func targets(_ kind: String) -> [String] { mutes.filter { $0.kind == kind }.map(\.target) }
        stories = Set(targets("story"))
        sources = Set(targets("source"))
        words = targets("word").map(Self.phrase).filter { !$0.trimmingCharacters(in: .whitespaces).isEmpty }
    }

    /// The desk's day.
    static func day(_ now: Timestamp, in timeZone: String) -> CalendarDate {
        let offset = TimeZone(identifier: timeZone)?.secondsFromGMT(
            for: Date(timeIntervalSince1970: Double(now.seconds)))
        return now.date(offset: offset ?? 0)
    }

    /// What the outputs depend on: it differs when a mute begins or ends.
    var key: String { "\(stories.sorted()) \(sources.sorted()) \(words.sorted())" }

    /// Whether nothing is muted.
    private var isEmpty: Bool { stories.isEmpty && sources.isEmpty && words.isEmpty }

    /// Returns the articles that are muted with their story.
    func articlesOfStories(in store: Store) async throws -> Set<String> {
        var ids: Set<String> = []
        for story in stories {
            var query = DevelopmentQuery(includesMerged: true)
            query.storyID = story
            ids.formUnion(try await store.developments(query).flatMap { $0.reports.map(\.articleID) })
        }
        return ids
    }

    /// Returns developments without those that are muted.
    func shown(_ developments: [Development]) -> [Development] {
        isEmpty ? developments : developments.filter { !hides($0) }
    }

    /// Returns articles without those that are muted.
    ///
    /// - Parameters:
    ///   - articles: the articles.
    ///   - hidden: what ``articlesOfStories(in:)`` returned.
    /// - Returns: those that are left.
    func shown(_ articles: [Article], hidden: Set<String> = []) -> [Article] {
        isEmpty
            ? articles
            : articles.filter { article in
                !sources.contains(article.sourceID) && !hidden.contains(article.id) && !speaks(article.title)
            }
    }

    /// A development is hidden with its story, or when nobody else tells it.
    private func hides(_ development: Development) -> Bool {
        stories.contains(development.storyID)
            || development.reports.allSatisfy { report in
                sources.contains(report.sourceID) || speaks(report.title) || speaks(report.event.evidence.text)
            }
    }

    /// Whether a text has a muted word or phrase.
    private func speaks(_ text: String) -> Bool {
        if words.isEmpty { return false }
        let phrase = Self.phrase(text)
        return words.contains { phrase.contains($0) }
    }

    /// The folded words with a blank on each side, so that whole words are found.
    private static func phrase(_ text: String) -> String {
        var result = String.UnicodeScalarView(" ".unicodeScalars)
        for scalar in TextFolding.folded(text).unicodeScalars {
            result.append(TextFolding.isWord(scalar) ? scalar : " ")
        }
        return String(result).split(separator: " ").map { " \($0)" }.joined() + " "
    }
}
