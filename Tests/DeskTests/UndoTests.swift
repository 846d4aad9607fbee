import Curation
import Desk
import Developments
import Foundation
import Notation
import Storage
import Testing

/// Numbers that look random and are the same in each run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

@Suite("Undoing corrections")
struct UndoTests {
    private let newsroom: FinishedNewsroom

    init() async throws { newsroom = try await FinishedNewsroom() }

    private static let start = SampleDesk.Step.later.time

    /// Makes a correction of a random kind; nil when the kind finds nothing to correct.
    private func correct(_ numbers: inout SeededNumbers, now: Timestamp) async throws -> CorrectionOutcome? {
        let desk = try newsroom.desk()
        let (articles, developments) = try await newsroom.withStore { store in
            (try await store.articles(ArticleQuery(text: .none)), try await store.developments(DevelopmentQuery()))
        }
        let told = developments.filter { !$0.reports.isEmpty }
        switch Int.random(in: 0..<6, using: &numbers) {
        case 0, 1:
            let isKept = Bool.random(using: &numbers)
            let ids = articles.map(\.id).sorted().shuffled(using: &numbers).prefix(
                Int.random(in: 1...2, using: &numbers))
            return try await desk.decide(isKept: isKept, articles: Array(ids), because: "test", now: now)
        case 2:
            guard let id = told.map(\.id).sorted().randomElement(using: &numbers) else { return nil }
            let values = [
                ("venue_place", "Quito"), ("mediators", "EU|Serbia"), ("status", "denied"), ("type", "AGREE"),
                ("title", "A title of the desk's own"), ("event_date_start", "2026-03-20"),
            ]
            guard let (field, value) = values.randomElement(using: &numbers) else { return nil }
            return try await desk.set(field, of: id, to: value, because: "test", now: now)
        case 3:
            let ids = told.map(\.id).sorted().shuffled(using: &numbers).prefix(Int.random(in: 2...3, using: &numbers))
            return ids.count < 2 ? nil : try await desk.merge(Array(ids), because: "test", now: now)
        case 4:
            let several = told.filter { Set($0.reports.map(\.articleID)).count > 1 }.sorted { $0.id < $1.id }
            guard let development = several.randomElement(using: &numbers),
                let report = development.reports.randomElement(using: &numbers)
            else { return nil }
            return try await desk.split(development.id, article: report.articleID, because: "test", now: now)
        default:
            let story = told.map(\.storyID).sorted().randomElement(using: &numbers) ?? "fish"
            let target = [story, "talks", desk.sources[0].id].randomElement(using: &numbers) ?? story
            return try await desk.mute(
                target, until: now.adding(seconds: 86_400).date, because: "test", now: now)
        }
    }

    @Test(
        "as many undos as random corrections leave the store and the outputs as they were",
        arguments: [1, 2] as [UInt64])
    func restored(_ seed: UInt64) async throws {
        var numbers = SeededNumbers(seed: seed)
        var now = Self.start
        func later() -> Timestamp {
            now = now.adding(seconds: Int.random(in: 1...600, using: &numbers))
            return now
        }
        _ = try await newsroom.desk().publish(now: now)
        let before = (try newsroom.contents(), try newsroom.outputs())
        var targets: [String] = []
        while targets.count < 10 {
            guard let outcome = try await correct(&numbers, now: later()) else { continue }
            // Several ids are several corrections.
            for line in outcome.lines { targets.append(try Correction(line: line).target) }
        }
        #expect(try await newsroom.desk().verify().text == "store and outputs are sound")
        // The last first, or in any order.
        let isLastFirst = seed.isMultiple(of: 2)
        if !isLastFirst { targets.shuffle(using: &numbers) }
        for target in targets {
            let outcome = try await newsroom.desk().undo(isLastFirst ? "" : target, now: later())
            #expect(outcome.isRestored && outcome.text.contains("took back: "), "\(outcome.text)")
        }
        #expect(try await newsroom.desk().verify().text == "store and outputs are sound")
        try expectSame(before)
        await #expect(throws: UsageError.self) { try await newsroom.desk().undo("", now: later()) }
        // Everything printed anew is the same, too.
        let again = try await newsroom.desk().publish(now: now).written
        #expect(Set(again).isSubset(of: ["index.html", "status.json"]), "\(again)")
    }

    @Test("what is dropped is in no output: no id, headline, sentence or address of it", arguments: [4] as [UInt64])
    func dropped(_ seed: UInt64) async throws {
        var numbers = SeededNumbers(seed: seed)
        let desk = try newsroom.desk()
        let articles = try await newsroom.withStore { try await $0.articles(ArticleQuery(text: .full)) }
        let kept = articles.filter { $0.curated.decision == .kept && !$0.curated.events.isEmpty }
        for article in kept.sorted(by: { $0.id < $1.id }).shuffled(using: &numbers).prefix(6) {
            let now = Self.start.adding(seconds: 60)
            _ = try await desk.decide(isKept: false, articles: [article.id], because: "", now: now)
            var outputs = try newsroom.outputs()
            outputs["index.html"] = try page("index.html")
            let others = articles.filter { $0.id != article.id }
            let words = [article.id, article.url, article.title] + article.curated.events.map(\.evidence.text)
            for word in Set(words).filter({ !$0.isEmpty }).map(Self.escaped) {
                // A copy says the same, and stays.
                if others.contains(where: { Self.escaped("\($0.title) \($0.text)").contains(word) }) { continue }
                let copies = word == article.id && others.contains { $0.duplicateOf == article.id }
                for (name, text) in outputs where text.contains(word) && !copies {
                    Issue.record("\(name) holds “\(word)”")
                }
            }
            _ = try await desk.undo("", now: now.adding(seconds: 60))
        }
    }

    @Test("an act that nobody tells any more leaves the feed with a tombstone, and comes back as updated")
    func tombstone() async throws {
        let desk = try newsroom.desk()
        let developments = try await newsroom.withStore { try await $0.developments(DevelopmentQuery()) }
        let feed = try page("developments.atom")
        let alone = try #require(
            developments.filter { Set($0.reports.map(\.articleID)).count == 1 && feed.contains(":\($0.id)<") }
                .min { $0.id < $1.id })
        let now = Self.start.adding(seconds: 60)
        _ = try await desk.decide(isKept: false, articles: [alone.reports[0].articleID], because: "", now: now)
        let stone = "ref=\"tag:newsroom.example,2026:\(alone.id)\" when=\"2026-03-13T08:01:00Z\""
        #expect(try page("developments.atom").contains(stone))
        #expect(!(try page("developments.csv")).contains(alone.id))
        #expect(!FileManager.default.fileExists(atPath: newsroom.folder.output.path + "/d/\(alone.id).html"))
        _ = try await desk.publish(now: now.adding(seconds: 30))
        #expect(try page("developments.atom").contains(stone), "an edition made anew keeps it")
        _ = try await desk.undo("", now: now.adding(seconds: 60))
        let again = try page("developments.atom")
        #expect(!again.contains("deleted-entry"))
        let entry = try #require(again.split(separator: "<entry>").first { $0.contains(":\(alone.id)<") })
        #expect(entry.contains("<updated>2026-03-13T08:02:00Z</updated>"))
    }

    @Test("a correction that is undone after further articles came leaves what they tell, and nothing of itself")
    func between() async throws {
        var numbers = SeededNumbers(seed: 6)
        let plain = try await RunningNewsroom()
        let corrected = try RunningNewsroom(copyOf: plain)
        let developments = try await corrected.developments().sorted { $0.id < $1.id }
        let desk = try corrected.desk()
        var now = SampleDesk.Step.first.time
        for _ in 0..<6 {
            now = now.adding(seconds: 60)
            let chosen = developments.shuffled(using: &numbers).prefix(2)
            switch Int.random(in: 0..<3, using: &numbers) {
            case 0: _ = try await desk.merge(chosen.map(\.id), because: "", now: now)
            case 1: _ = try await desk.set("venue_place", of: chosen[0].id, to: "Quito", because: "", now: now)
            default:
                let article = chosen[0].reports[0].articleID
                _ = try await desk.decide(isKept: false, articles: [article], because: "", now: now)
            }
        }
        try await plain.finish()
        try await corrected.finish()
        await plain.stop()
        now = SampleDesk.Step.later.time
        for _ in 0..<6 {
            now = now.adding(seconds: 60)
            _ = try await desk.undo("", now: now)
        }
        #expect(try await desk.verify().text == "store and outputs are sound")
        let (left, right) = (try await plain.told(), try await corrected.told())
        for id in Set(left.keys).union(right.keys).sorted() {
            #expect(left[id] == right[id], "\(id)")
        }
    }

    @Test("verify tells what a broken undo left")
    func verify() async throws {
        let desk = try newsroom.desk()
        let developments = try await newsroom.withStore { try await $0.developments(DevelopmentQuery()) }
        let ids = developments.map(\.id).sorted().prefix(2)
        _ = try await desk.merge(Array(ids), because: "", now: Self.start)
        _ = try await desk.set("venue_place", of: ids[0], to: "Quito", because: "", now: Self.start)
        #expect(try await desk.verify().isSound)
        // The line was written, and the program ended before the store followed it.
        try FileManager.default.removeItem(at: newsroom.folder.corrections)
        let defects = try await desk.verify().text
        #expect(defects.contains("2 no longer stand"), "\(defects)")
        #expect(defects.contains("merged into") && defects.contains("venue_place"), "\(defects)")
        _ = try await desk.mute(
            "nothing", until: Self.start.date, because: "", now: Self.start.adding(seconds: 60))
        #expect(try await desk.verify().isSound)
    }

    @Test(
        "mute takes stories, sources by id or title, and words, and refuses what looks like an id or address and is none"
    )
    func mute() async throws {
        let desk = try newsroom.desk()
        let developments = try await newsroom.withStore { try await $0.developments(DevelopmentQuery()) }
        let (source, day) = (try #require(desk.sources.first), Self.start.date)
        for (target, kind) in [
            (developments[0].storyID, "story"), (source.id, "source"), (source.title.uppercased(), "source"),
            ("trade fair", "word"),
        ] {
            let outcome = try await desk.mute(target, until: day, because: "", now: Self.start)
            #expect(outcome.lines.first?.contains("\t\(kind)\t") == true, "\(target): \(outcome.lines)")
        }
        for target in [
            "s-zzzzzz", "d-zzzzzz", developments[0].id, developments[0].reports[0].articleID,
            "https://nowhere.example/",
            "…", "",
        ] {
            await #expect(throws: UsageError.self, "\(target)") {
                try await desk.mute(target, until: day, because: "", now: Self.start)
            }
        }
        await #expect(throws: UsageError.self) {
            try await desk.mute("fair", until: day.adding(days: -1), because: "", now: Self.start)
        }
    }

    @Test("keep says what it publishes")
    func kept() async throws {
        let articles = try await newsroom.withStore { try await $0.articles(ArticleQuery(text: .none)) }
        let dropped = articles.filter { $0.curated.decision == .dropped }
        for article in dropped.sorted(by: { $0.id < $1.id }).prefix(5) {
            let outcome = try await newsroom.desk().decide(
                isKept: true, articles: [article.id], because: "", now: Self.start.adding(seconds: 60))
            let rows = try page("articles.csv").split(separator: "\r\n").filter { $0.hasPrefix(article.id) }
            #expect(rows.count == 1)
            let tellsNothing = outcome.text.contains("tells no act")
            #expect(tellsNothing || outcome.text.contains("is published in d-"), "\(outcome.text)")
        }
    }

    private func page(_ name: String) throws -> String {
        try String(contentsOf: newsroom.folder.output.appending(path: name), encoding: .utf8)
    }

    /// A text as it stands in XML and HTML.
    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private func expectSame(_ before: (contents: [String: [String]], outputs: [String: String])) throws {
        let (contents, outputs) = (try newsroom.contents(), try newsroom.outputs())
        #expect(Set(contents.keys) == Set(before.contents.keys))
        for (table, rows) in before.contents where contents[table] != rows {
            let (old, new) = (Set(rows), Set(contents[table] ?? []))
            Issue.record(
                "\(table): gone \(old.subtracting(new).prefix(3)), come \(new.subtracting(old).prefix(3))")
        }
        #expect(Set(outputs.keys) == Set(before.outputs.keys))
        for (name, text) in before.outputs {
            let new = outputs[name] ?? ""
            let isFeed = name == "developments.atom"
            let isSame = isFeed ? Self.timeless(new) == Self.timeless(text) : new == text
            #expect(isSame, "\(name): \(Self.difference(text, new))")
        }
    }

    /// A feed without the times at which its entries differed last.
    private static func timeless(_ feed: String) -> String {
        feed.replacing(#/<updated>[^<]*</updated>/#, with: "<updated/>")
    }

    private static func difference(_ old: String, _ new: String) -> String {
        let (left, right) = (old.split(separator: "\n"), new.split(separator: "\n"))
        let place = zip(left, right).enumerated().first { $1.0 != $1.1 }
        return place.map { "line \($0.offset): \($0.element.0.prefix(400)) | \($0.element.1.prefix(400))" } ?? "length"
    }
}
