public import Curation
import Developments
import Foundation
public import Notation
import Storage

/// What a check of a desk's names found, for people and programs.
public struct LexiconReport: Presentable, Sendable {
    let lint: LexiconLint
    /// Offices in the desk's texts that the lexicon has otherwise, or not at all.
    let contradictions: [String]

    /// Readable lines.
    public var text: String {
        var lines = ["\(lint.rows) rows; \(lint.coverage.count) states; \(lint.envoys) envoys and heads of bodies"]
        let heads = [
            ("head of state", "state"), ("head of government", "government"), ("foreign minister", "foreign"),
        ]
        for (words, office) in heads {
            let lacking = lint.lacking(office)
            let gaps = lacking.isEmpty ? "" : "; none for \(lacking.joined(separator: ", "))"
            lines.append("  \(words): \(lint.coverage.count - lacking.count) of \(lint.coverage.count)\(gaps)")
        }
        func add(_ title: String, _ items: [String]) {
            if !items.isEmpty { lines += ["", "\(title): \(items.count)"] + items.map { "  \($0)" } }
        }
        add("one spelling, several meanings", lint.collisions)
        add("one office, several holders", lint.doubleOffices)
        add("offices that have ended, and no successor known", lint.vacant)
        add("the desk's own rows of offices that have ended", lint.expiredOwn)
        add("rows without a source", lint.withoutSource)
        add("in the desk's texts, and otherwise in the lexicon", contradictions)
        add("rows to check by hand", lint.sample)
        lines += ["", "coverage by state: s head of state, g head of government, f foreign minister"] + coverage
        let ended = lint.expired.count
        lines += ["", "\(ended) offices that have ended are kept for older articles (--format json lists them)"]
        return lines.joined(separator: "\n")
    }

    /// `FRA sgf` for each state, eight to a line.
    private var coverage: [String] {
        let states = lint.coverage.sorted { $0.key < $1.key }.map { code, offices in
            let letters = [("state", "s"), ("government", "g"), ("foreign", "f")]
                .map { offices.contains($0.0) ? $0.1 : "-" }
            return "\(code) \(letters.joined())"
        }
        return stride(from: 0, to: states.count, by: 8).map { start in
            "  " + states[start..<min(start + 8, states.count)].joined(separator: "  ")
        }
    }
}

extension Desk {
    /// What people read for codes: the program's labels with the desk's own over them.
    ///
    /// - Throws: `DataFilesMissing` or a `LexiconError` naming file and line.
    func labels() throws -> [String: String] { try Lexicon.standardLabels(overlay: folder.lexicon) }

    /// Checks the names that this desk knows.
    ///
    /// - Parameters:
    ///   - isSeen: whether offices in the desk's texts are held against the lexicon.
    ///   - now: tells which offices have ended.
    /// - Returns: what the check found.
    /// - Throws: a lexicon's error or one of the store.
    public func lintLexicon(isSeen: Bool, now: Timestamp) async throws -> LexiconReport {
        let lexicon = try lexicon()
        let overlay = FileManager.default.fileExists(atPath: folder.lexicon.path) ? folder.lexicon : nil
        let lint = try LexiconLint(overlay: overlay, today: now.date(offset: 0))
        return LexiconReport(lint: lint, contradictions: isSeen ? try await contradictions(of: lexicon) : [])
    }

    /// Who is called the holder of an office that the lexicon gives to another, or to nobody; most often told first.
    private func contradictions(of lexicon: Lexicon) async throws -> [String] {
        let articles = try await withStore { try await $0.articles(ArticleQuery(text: .none)) }
        var seen: [String: (count: Int, article: String)] = [:]
        for article in articles {
            let day = article.published?.date(offset: 0)
            for person in article.curated.persons {
                guard let contradiction = lexicon.contradiction(of: person, on: day) else { continue }
                let line = "\(person.name), \(person.office) \(person.country): \(contradiction.words)"
                seen[line, default: (0, article.id)].count += 1
            }
        }
        return seen.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { line, told in
            "\(line) (\(told.count == 1 ? "" : "\(told.count) articles, ")\(told.article))"
        }
    }

    /// Appends a row to the desk's own names.
    ///
    /// - Returns: one line that says what was written.
    /// - Throws: ``UsageError`` for what is no row; ``DeskError`` when the file cannot be written.
    public func addToLexicon(_ entry: LexiconEntry) throws -> String {
        let line: String
        switch entry.line() {
        case .success(let text): line = text
        case .failure(let error): throw UsageError(error.problem)
        }
        let file = folder.lexicon.appending(path: "desk.tsv")
        do {
            try FileManager.default.createDirectory(at: folder.lexicon, withIntermediateDirectories: true)
            var text =
                (try? String(contentsOf: file, encoding: .utf8))
                ?? "# alias, id, type, country, role, from, to, source\n"
            if !text.hasSuffix("\n") { text += "\n" }
            try Data((text + line + "\n").utf8).write(to: file, options: .atomic)
        } catch {
            throw DeskError("cannot write \(file.path): \(error.localizedDescription)")
        }
        return "added to \(file.relativePath): \(entry.aliases[0]); `demarche recurate` applies it to stored articles"
    }
}

extension OfficeContradiction {
    /// What the lexicon has instead.
    var words: String {
        switch self {
        case .anotherOffice(let known): "the lexicon has this person as \(known.isEmpty ? "no holder of it" : known)"
        case .anotherHolder(let known): "the lexicon has \(known.joined(separator: ", "))"
        case .noHolder: "the lexicon knows no holder"
        }
    }
}
