public import Curation
import Developments
import Foundation
public import Notation
import Storage

/// What a check of a desk's names found, for people and programs.
public struct LexiconReport: Presentable, Sendable {
    let lint: LexiconLint
    /// Holders of offices in the desk's texts whom the lexicon does not have in that office.
    let contradictions: [String]

    /// Readable lines.
    public var text: String {
        var lines = ["\(lint.rows) rows; \(lint.coverage.count) states"]
        for head in ["state", "government", "foreign"] {
            lines.append(
                "  with \(head == "foreign" ? "foreign minister" : "head of \(head)"): \(lint.coverage.count { $0.value.contains(head) })"
            )
        }
        func add(_ title: String, _ items: [String]) {
            if !items.isEmpty { lines += ["", "\(title): \(items.count)"] + items.map { "  \($0)" } }
        }
        add("without any of the three", lint.uncovered)
        add("one spelling, several meanings", lint.collisions)
        add("one office, several holders", lint.doubleOffices)
        add("offices that have ended", lint.expired)
        add("rows without a source", lint.withoutSource)
        add("in the desk's texts, but not in the lexicon", contradictions)
        add("rows to check by hand", lint.sample)
        lines += ["", "coverage by state"]
        lines += lint.coverage.sorted { $0.key < $1.key }.map {
            "  \($0.key): \($0.value.isEmpty ? "none" : $0.value.joined(separator: ", "))"
        }
        return lines.joined(separator: "\n")
    }
}

extension Desk {
    /// Checks the names that this desk knows.
    ///
    /// - Parameters:
    ///   - isSeen: whether offices in the desk's texts are held against the lexicon.
    ///   - now: tells which offices have ended.
    /// - Returns: what the check found.
    /// - Throws: a lexicon's error or one of the store.
    public func lintLexicon(isSeen: Bool, now: Timestamp) async throws -> LexiconReport {
        _ = try lexicon()
        let overlay = FileManager.default.fileExists(atPath: folder.lexicon.path) ? folder.lexicon : nil
        let lint = try LexiconLint(overlay: overlay, today: now.date(offset: 0))
        return LexiconReport(lint: lint, contradictions: isSeen ? try await contradictions(of: lint) : [])
    }

    /// Who is called the holder of an office that the lexicon gives to another.
    private func contradictions(of lint: LexiconLint) async throws -> [String] {
        let articles = try await withStore { try await $0.articles(ArticleQuery(text: .none)) }
        var seen: [String: Int] = [:]
        for person in articles.flatMap(\.curated.persons) where person.id.isEmpty {
            guard let known = lint.holders["\(person.country) \(person.office)"], !known.contains(person.name) else {
                continue
            }
            seen[
                "\(person.name), \(person.office) \(person.country); the lexicon has \(known.joined(separator: ", "))",
                default: 0] += 1
        }
        return seen.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) (\($0.value) articles)" }
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
