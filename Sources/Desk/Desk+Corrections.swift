import Curation
import Developments
import Foundation
public import Notation
import Storage

extension Desk {
    /// Keeps or drops articles, whatever curation says of them.
    ///
    /// - Parameters:
    ///   - isKept: whether they are published.
    ///   - ids: the articles, which may be shortened.
    ///   - because: why; never published.
    ///   - now: the desk's clock.
    /// - Returns: what was written and published.
    /// - Throws: ``UsageError`` for an unknown article; an error of the store or of the disk.
    public func decide(
        isKept: Bool, articles ids: [String], because: String, now: Timestamp
    ) async throws -> CorrectionOutcome {
        let corrections = try await withStore { store in
            var corrections: [Correction] = []
            for id in ids {
                let article = try await articleID(id, in: store)
                corrections.append(
                    Correction(when: now, verb: isKept ? .keep : .drop, target: article, because: because))
            }
            return corrections
        }
        return try await follow(corrections, now: now)
    }

    /// Gives a field of a development a value that no report changes any more.
    ///
    /// - Throws: `CorrectionError` when the field cannot hold the value; ``UsageError``; an error of the store or of the
    ///   disk.
    public func set(
        _ field: String, of id: String, to value: String, because: String, now: Timestamp
    ) async throws -> CorrectionOutcome {
        let development = try await withStore { try await developmentID(id, in: $0) }
        return try await follow(
            [Correction(when: now, verb: .set, target: development, detail: field, value: value, because: because)],
            now: now)
    }

    /// Makes one development of several: the first one takes in the others, which keep their ids and rows.
    ///
    /// - Throws: ``UsageError`` for an unknown development; an error of the store or of the disk.
    public func merge(_ ids: [String], because: String, now: Timestamp) async throws -> CorrectionOutcome {
        let corrections = try await withStore { store in
            var whole: [String] = []
            for id in ids { whole.append(try await developmentID(id, in: store)) }
            guard let target = whole.first else { return [Correction]() }
            return whole.dropFirst().map {
                Correction(when: now, verb: .merge, target: target, detail: $0, because: because)
            }
        }
        return try await follow(corrections, now: now)
    }

    /// Takes an article out of a development, into one of its own.
    ///
    /// - Throws: ``UsageError`` for an unknown id; an error of the store or of the disk.
    public func split(
        _ id: String, article: String, because: String, now: Timestamp
    ) async throws -> CorrectionOutcome {
        let correction = try await withStore { store in
            let development = try await developmentID(id, in: store)
            let article = try await articleID(article, in: store)
            guard let reports = try await store.development(development)?.reports,
                reports.contains(where: { $0.articleID == article })
            else {
                throw UsageError(
                    "\(article) does not tell \(development); `demarche show \(development)` lists who does")
            }
            guard Set(reports.map(\.articleID)).count > 1 else {
                throw UsageError("\(development) is told by \(article) alone: there is nothing to part it from")
            }
            return Correction(when: now, verb: .split, target: development, detail: article, because: because)
        }
        return try await follow([correction], now: now)
    }

    /// Publishes nothing of a story, of a source or with a word, until a day.
    ///
    /// - Parameters:
    ///   - target: a story's or source's id, which may be shortened, else a word or words.
    ///   - until: the last day.
    ///   - because: why; never published.
    ///   - now: the desk's clock.
    /// - Returns: what was written and published.
    /// - Throws: an error of the store or of the disk.
    public func mute(
        _ target: String, until: CalendarDate, because: String, now: Timestamp
    ) async throws -> CorrectionOutcome {
        var (kind, whole) = ("word", target)
        if case .story(let story) = try await withStore({ try await $0.resolve(target) }) {
            (kind, whole) = ("story", story)
        } else if let source = sources.first(where: { $0.id == target || $0.feedURL == target }) {
            (kind, whole) = ("source", source.id)
        }
        return try await follow(
            [
                Correction(
                    when: now, verb: .mute, target: whole, detail: kind, value: until.description, because: because)
            ], now: now)
    }

    /// Takes back the last correction of a target, or the last of all.
    ///
    /// - Throws: ``UsageError`` when there is none; an error of the store or of the disk.
    public func undo(_ target: String, now: Timestamp) async throws -> CorrectionOutcome {
        let standing = try CorrectionsFile(folder).corrections().standing
        var whole = target
        if !target.isEmpty, !standing.contains(where: { $0.target == target }) {
            switch try await withStore({ try await $0.resolve(target) }) {
            case .article(let id), .development(let id), .story(let id): whole = id
            default: break
            }
        }
        let line = Correction(when: now, verb: .undo, target: whole)
        let after = Corrections(standing + [line]).standing
        guard after.count < standing.count else {
            throw UsageError(target.isEmpty ? "there is no correction to undo" : "no correction of `\(target)` to undo")
        }
        return try await follow([line], now: now)
    }

    // MARK: Following

    /// Writes corrections down, brings the store to them and publishes; while a run holds the desk, the run does that.
    private func follow(_ corrections: [Correction], now: Timestamp) async throws -> CorrectionOutcome {
        for correction in corrections { try correction.check() }
        let file = CorrectionsFile(folder)
        // A line that is broken is told before another is added.
        _ = try file.corrections()
        for correction in corrections { try file.append(correction) }
        let lines = corrections.map(\.line)
        do {
            let written = try await RunLock.hold(in: folder.state) {
                try await withStore { store in
                    let corrections = try file.corrections()
                    let curation = Late {
                        CorrectedCuration(
                            corrections, settings: settings.curation, lexicon: try lexicon(),
                            titles: settings.titleRules)
                    }
                    let sources = try await store.sourcesByID()
                    _ = try await Grouping(
                        store: store, sources: sources, corrections: corrections, curation: curation, now: now
                    ).perform()
                    let states = try await store.fetchStates()
                    return try await publish(from: store, sources: sources, states: states, now: now).written
                }
            }
            return CorrectionOutcome(lines: lines, written: written, isWaiting: false)
        } catch is DeskIsBusy {
            return CorrectionOutcome(lines: lines, written: [], isWaiting: true)
        }
    }

    private func articleID(_ id: String, in store: Store) async throws -> String {
        switch try await store.resolve(id) {
        case .article(let whole): return whole
        case .ambiguous(let ids): throw UsageError("`\(id)` could be \(ids.joined(separator: ", ")): write more of it")
        default: throw UsageError("`\(id)` is no article of this desk; `demarche list` lists them")
        }
    }

    private func developmentID(_ id: String, in store: Store) async throws -> String {
        switch try await store.resolve(id) {
        case .development(let whole): return whole
        case .ambiguous(let ids): throw UsageError("`\(id)` could be \(ids.joined(separator: ", ")): write more of it")
        default: throw UsageError("`\(id)` is no development of this desk; developments.csv has their ids")
        }
    }
}

/// What became of a correction.
public struct CorrectionOutcome: Presentable, Sendable {
    /// The lines added to `Feeds/corrections.tsv`.
    public let lines: [String]
    /// The published files that changed.
    public let written: [String]
    /// Whether another run holds the desk, which will follow the lines, or the next one.
    public let isWaiting: Bool

    /// Readable lines.
    public var text: String {
        let words = lines.map { $0.split(separator: "\t").dropFirst().joined(separator: " ") }
        let end =
            isWaiting
            ? "a run is under way; the next one follows it"
            : written.isEmpty ? "nothing published changed" : "published: \(written.joined(separator: ", "))"
        return (words.map { "wrote to Feeds/corrections.tsv: \($0)" } + [end]).joined(separator: "\n")
    }
}
