import Curation
import Developments
import Foundation
import Notation
import Storage

/// Grouping of some new articles into a store that holds many: reading the state, grouping, storing the result.
struct GroupBenchmark {
    private let options: Options

    init(_ options: Options) { self.options = options }

    func measure() async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "demarche-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try await Store.open(folder: folder)
        defer { try? store.close() }
        let archive = try InventedArchive(stored: options.stored)
        try await store.sync(sources: InventedNews.sources)
        try await archive.fill(store)
        var walls: [Double] = []
        var cpus: [Double] = []
        for round in 0..<options.rounds {
            try await archive.addNew(round, to: store)
            let (wall, cpu) = (ContinuousClock.now, cpuSeconds())
            try await archive.group(store, day: InventedArchive.days + round / 4)
            walls.append((ContinuousClock.now - wall) / .seconds(1))
            cpus.append(cpuSeconds() - cpu)
        }
        return Result(
            "group",
            [
                ("s wall", walls.median), ("s CPU", cpus.median), ("new", Double(InventedArchive.new)),
                ("stored", Double(archive.stored)),
            ])
    }
}

/// A store with the kept articles of many days, grouped, and some more that are not.
struct InventedArchive {
    /// The days over which the stored articles are spread.
    static let days = 90
    /// The new articles of a round.
    static let new = 200
    private static let start = 1_760_000_000

    private let news = InventedNews()
    private let grouper: Grouper
    private let daily: Int

    init(stored: Int) throws {
        daily = max(1, stored / Self.days)
        grouper = Grouper(
            labels: [:], commonness: try Commonness.standard(),
            stateWords: StateWords(try Lexicon.standard().stateNames))
    }

    var stored: Int { daily * Self.days }

    /// When the news of a day is all there.
    static func end(of day: Int) -> Timestamp { Timestamp(seconds: start + (day + 1) * 86_400) }

    func fill(_ store: Store) async throws {
        for day in 0..<Self.days {
            try await add(daily, from: day * daily, day: day, to: store)
            try await group(store, day: day)
        }
    }

    /// Adds a round's new articles; four rounds are a day.
    func addNew(_ round: Int, to store: Store) async throws {
        try await add(Self.new, from: stored + round * Self.new, day: Self.days + round / 4, to: store)
    }

    func group(_ store: Store, day: Int) async throws {
        let articles = try await store.ungroupedArticles()
        let state = try await store.groupingState(for: articles)
        let now = Self.end(of: day)
        try await store.save(grouper.group(articles, sources: [:], into: state, now: now), now: now)
    }

    private func add(_ count: Int, from first: Int, day: Int, to store: Store) async throws {
        var articles: [String: [Article]] = [:]
        for number in first..<(first + count) {
            let time = Timestamp(seconds: Self.start + day * 86_400 + (number - first) * 86_400 / count)
            let article = news.article(number, at: time)
            articles[article.sourceID, default: []].append(article)
        }
        for (source, articles) in articles {
            try await store.save(
                SourceUpdate(
                    sourceID: source, state: StoredFetchState(), articles: articles,
                    now: Timestamp(seconds: Self.start + day * 86_400)))
        }
    }
}

/// News that a simple rule makes up: stories that last some days, told in words of which few are common.
struct InventedNews {
    static let sources = (0..<40).map { Source(id: "s\($0)", title: "Outlet \($0)", feedURL: "feeds/s\($0).xml") }
    private static let codes = ["NOR", "CHL", "EGY", "KEN", "PER", "JPN", "FIN", "GHA", "LAO", "NPL", "OMN", "PRY"]

    func article(_ number: Int, at time: Timestamp) -> Article {
        var random = Generator(state: UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1)
        // Eight articles a story, a new story each eighth of the day's news.
        let story = number / 200 * 25 + random.next(25)
        var storyRandom = Generator(state: UInt64(story) &* 0xD1B5_4A32_D192_ED03 | 1)
        let parties = [Self.codes[storyRandom.next(12)], Self.codes[storyRandom.next(12)]]
        let own = (0..<12).map { _ in word(storyRandom.next(20_000)).capitalized }
        var words: [String] = []
        for index in 0..<350 {
            // Zipf's law: the square of an even number favours the common words.
            let rank = random.next(1000) * random.next(1000) / 100
            words.append(index % 6 == 0 ? own[random.next(12)] : word(rank))
        }
        let sentence = words.prefix(18).joined(separator: " ") + "."
        let text = sentence + " " + words.dropFirst(18).joined(separator: " ") + "."
        var event = Event(
            type: .consult, actors: parties, modality: .future,
            evidence: Evidence(text: sentence, start: 0, end: sentence.unicodeScalars.count))
        event.isPrimary = true
        let day = time.date.adding(days: storyRandom.next(9))
        event.date = EventDate(start: day, end: day, precision: .day)
        var curated = CuratedArticle(language: "en", relevant: true, score: 0.9, decision: .kept)
        curated.events = [event]
        curated.countries = parties
        let source = Self.sources[random.next(Self.sources.count)].id
        var article = Article(
            id: ContentHash.identifier("a", ["\(number)"]), sourceID: source, entryKey: "\(number)",
            url: "http://\(source).example/\(number)", title: own.prefix(6).joined(separator: " "), text: text,
            fetched: time, extraction: .full, sha256: "\(number)", curated: curated)
        article.published = time
        return article
    }

    /// A word that can be spoken, always the same for a number.
    private func word(_ number: Int) -> String {
        let (onsets, vowels) = (Array("bdfgklmnprstvz"), Array("aeiou"))
        var (rest, letters) = (number + 200, "")
        while rest > 0 {
            letters.append(onsets[rest % 14])
            rest /= 14
            letters.append(vowels[rest % 5])
            rest /= 5
        }
        return letters
    }

    /// The same numbers on every machine (xorshift64).
    private struct Generator {
        var state: UInt64
        mutating func next(_ limit: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int((state >> 11) % UInt64(limit))
        }
    }
}
