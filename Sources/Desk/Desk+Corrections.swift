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
        var outcome = try await follow(corrections, now: now)
        if isKept, !outcome.isWaiting {
            outcome.published = try await withStore { store in
                var published: [CorrectionOutcome.Publication] = []
                for article in try await store.articles(corrections.map(\.target)) {
                    published.append(try await self.published(article, in: store))
                }
                return published
            }
        }
        return outcome
    }

    /// What a kept article is published as.
    private func published(_ article: Article, in store: Store) async throws -> CorrectionOutcome.Publication {
        let developments = try await store.developments(telling: article.id)
        return CorrectionOutcome.Publication(
            article: article.id, title: article.title,
            developments: developments.compactMap { development in
                development.reports.first { $0.articleID == article.id }.map { report in
                    let event = report.event
                    let parties = (event.actors + event.recipients).map { event.actorLabels[$0] ?? $0 }
                    return CorrectionOutcome.Act(
                        development: development.id, type: event.type.rawValue, parties: parties,
                        sentence: event.evidence.text)
                }
            })
    }

    /// Gives a field of a development a value that no report changes any more.
    ///
    /// - Throws: `CorrectionError` when the field cannot hold the value; ``UsageError``; an error of the store or of the
    ///   disk.
    public func set(
        _ field: String, of id: String, to value: String, because: String, now: Timestamp
    ) async throws -> CorrectionOutcome {
        let development = try await withStore { try await developmentID(id, in: $0) }
        let correction = Correction(
            when: now, verb: .set, target: development, detail: field, value: value, because: because)
        let codes = try Lexicon.standardCodes(overlay: folder.lexicon)
        let known = Set(codes.values.joined())
        let written = try correction.written { name in
            known.contains(name) ? [name] : codes[TextFolding.folded(name)] ?? []
        }
        return try await follow([written], now: now)
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
            let stored = try await store.development(development)
            if let target = stored?.mergedInto {
                throw UsageError("\(development) is merged into \(target): split that, or undo the merge")
            }
            guard let reports = stored?.reports,
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
    ///   - target: a story's or source's id, which may be shortened, a source's address or title, else a word or words.
    ///   - until: the last day.
    ///   - because: why; never published.
    ///   - now: the desk's clock.
    /// - Returns: what was written and published.
    /// - Throws: ``UsageError`` when the target is nothing that can be muted, or the day is over; an error of the store or
    ///   of the disk.
    public func mute(
        _ target: String, until: CalendarDate, because: String, now: Timestamp
    ) async throws -> CorrectionOutcome {
        guard until >= Mutes.day(now, in: settings.timeZone) else {
            throw UsageError("\(until) is over: --until takes the last day on which nothing is published")
        }
        let (kind, whole) = try await muted(target)
        return try await follow(
            [
                Correction(
                    when: now, verb: .mute, target: whole, detail: kind, value: until.description, because: because)
            ], now: now)
    }

    /// What a person wants to mute.
    private func muted(_ target: String) async throws -> (kind: String, target: String) {
        if let source = sourceMeant(by: target) { return ("source", source.id) }
        let isID = target.wholeMatch(of: /[acds]-[a-z0-9]+/.ignoresCase()) != nil
        let (found, isWord) = try await withStore { store in
            // What looks like an id may be a word: S-400.
            let having = try await store.articles(
                matching: "\"\(target)\"", filter: ArticleQuery(limit: 1, text: .none))
            return (try await store.resolve(target), !having.isEmpty)
        }
        switch found {
        case .story(let story): return ("story", story)
        case _ where isWord || !isID: break
        case .development(let id):
            throw UsageError("\(id) is a development: `demarche show \(id)` names its story, which can be muted")
        case .article(let id): throw UsageError("\(id) is an article: `demarche drop \(id)` takes it out")
        case .ambiguous(let ids):
            throw UsageError("`\(target)` could be \(ids.joined(separator: ", ")): write more of it")
        case .unknown:
            throw UsageError(
                "`\(target)` is no story of this desk, and no article has it as a word; developments.csv has the stories"
            )
        }
        guard !target.contains("://") else {
            throw UsageError("`\(target)` is no source of this desk; `demarche sources` lists them")
        }
        guard target.unicodeScalars.contains(where: TextFolding.isWord) else {
            throw UsageError("`\(target)` has no word in it: mute a story, a source or words")
        }
        return ("word", target)
    }

    /// The source whose id, address or whole title this is.
    private func sourceMeant(by name: String) -> Source? {
        let folded = TextFolding.folded(name)
        return sources.first { $0.id == name || $0.feedURL == name }
            ?? sources.first { !folded.isEmpty && TextFolding.folded($0.title) == folded }
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
            case .ambiguous(let ids):
                throw UsageError("`\(target)` could be \(ids.joined(separator: ", ")): write more of it")
            case .unknown: whole = sourceMeant(by: target)?.id ?? target
            }
        }
        let line = Correction(when: now, verb: .undo, target: whole)
        guard let undone = Corrections(standing).undone(by: line) else {
            throw UsageError(target.isEmpty ? "there is no correction to undo" : "no correction of `\(target)` to undo")
        }
        var outcome = try await follow([line], now: now)
        outcome.undone = undone.words
        return outcome
    }

    // MARK: Following

    /// Writes corrections down, brings the store to them and publishes; while a run holds the desk, the run does that.
    private func follow(_ corrections: [Correction], now: Timestamp) async throws -> CorrectionOutcome {
        for correction in corrections { try correction.check() }
        let file = CorrectionsFile(folder)
        // A line that is broken is told before another is added.
        _ = try file.corrections()
        try file.append(corrections)
        var outcome = CorrectionOutcome(lines: corrections.map(\.line))
        do {
            try await RunLock.hold(in: folder.state) {
                try await withStore { store in
                    let corrections = try file.corrections()
                    let curation = Late {
                        CorrectedCuration(
                            corrections, settings: settings.curation, lexicon: try lexicon(),
                            titles: settings.titleRules)
                    }
                    let sources = try await store.sourcesByID()
                    outcome.isRestored = try await Grouping(
                        store: store, sources: sources, corrections: corrections, curation: curation, now: now
                    ).perform().isRestored
                    let states = try await store.fetchStates()
                    outcome.written = try await publish(from: store, sources: sources, states: states, now: now).written
                }
            }
        } catch is DeskIsBusy {
            outcome.isWaiting = true
        }
        return outcome
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
