import Developments
import Notation
import Storage

/// How an article was edited, from its first revision to the one that stands.
public struct ArticleDifference: Presentable, Sendable {
    let id: String
    let title: String
    let url: String
    let edits: [Edit]

    /// What one edit changed.
    struct Edit: Encodable, Sendable {
        /// The revision that it made.
        let revision: Int
        /// When we saw it.
        let seen: Timestamp
        /// What it changed, a line each.
        let lines: [TextDifference.Line]
        /// Whether the earlier text was deleted for its age, so that only the headline is compared.
        let isWithoutText: Bool
    }

    init(_ article: Article, earlier: [ArticleRevision]) {
        (id, title, url) = (article.id, article.title, article.url)
        let later: [(title: String, text: String?)] =
            earlier.dropFirst().map { ($0.title, $0.text) }
            + [(article.title, article.text)]
        edits = zip(earlier, later).map { old, new in
            var lines: [TextDifference.Line] = []
            if old.title != new.title { lines += TextDifference.lines(from: old.title, to: new.title) }
            if let before = old.text, let after = new.text { lines += TextDifference.lines(from: before, to: after) }
            return Edit(
                revision: old.revision + 1, seen: old.replaced, lines: lines,
                isWithoutText: old.text == nil || new.text == nil)
        }
    }

    /// Readable lines.
    public var text: String {
        var lines = [title, url]
        if edits.isEmpty { lines += ["", "not edited since it was first seen"] }
        for edit in edits {
            lines += ["", "revision \(edit.revision), seen \(edit.seen)"]
            lines += edit.lines.map(\.text)
            if edit.isWithoutText { lines.append("  (the text of that time is no longer kept)") }
        }
        return lines.joined(separator: "\n")
    }
}

/// What differs between two texts, for a reader: paragraphs that came, went, or changed in some words.
enum TextDifference {
    /// A paragraph that differs.
    struct Line: Encodable, Sendable {
        /// How it differs.
        enum Kind: String, Encodable, Sendable {
            case added = "+"
            case removed = "-"
            /// Some words differ: `[-old-]` and `{+new+}`, as in `git diff --word-diff`.
            case changed = "~"
        }

        let kind: Kind
        let words: String

        var text: String { "  \(kind.rawValue) \(words)" }
    }

    /// More words than this are not compared one by one.
    private static let wordLimit = 600

    static func lines(from old: String, to new: String) -> [Line] {
        let (before, after) = (paragraphs(old), paragraphs(new))
        let difference = after.difference(from: before)
        var removed: [Int: String] = [:]
        var inserted: [Int: String] = [:]
        for change in difference {
            switch change {
            case .remove(let offset, let element, _): removed[offset] = element
            case .insert(let offset, let element, _): inserted[offset] = element
            }
        }
        var lines: [Line] = []
        var (i, j) = (0, 0)
        while i < before.count || j < after.count {
            if let gone = removed[i], let came = inserted[j] {
                lines += replaced(gone, by: came)
                (i, j) = (i + 1, j + 1)
            } else if let gone = removed[i] {
                lines.append(Line(kind: .removed, words: gone))
                i += 1
            } else if let came = inserted[j] {
                lines.append(Line(kind: .added, words: came))
                j += 1
            } else {
                (i, j) = (i + 1, j + 1)
            }
        }
        return lines
    }

    private static func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// One line when most words stayed, else two.
    private static func replaced(_ old: String, by new: String) -> [Line] {
        let (before, after) = (old.split(separator: " "), new.split(separator: " "))
        let apart = [Line(kind: .removed, words: old), Line(kind: .added, words: new)]
        guard before.count <= wordLimit, after.count <= wordLimit else { return apart }
        let difference = after.difference(from: before)
        guard difference.count * 2 <= before.count + after.count else { return apart }
        let removed = Set(difference.removals.map(\.offset))
        let inserted = Set(difference.insertions.map(\.offset))
        var words: [String] = []
        var (i, j) = (0, 0)
        while i < before.count || j < after.count {
            if removed.contains(i) {
                let end = (i..<before.count).first { !removed.contains($0) } ?? before.count
                words.append("[-\(before[i..<end].joined(separator: " "))-]")
                i = end
            } else if inserted.contains(j) {
                let end = (j..<after.count).first { !inserted.contains($0) } ?? after.count
                words.append("{+\(after[j..<end].joined(separator: " "))+}")
                j = end
            } else {
                if j < after.count { words.append(String(after[j])) }
                (i, j) = (i + 1, j + 1)
            }
        }
        return [Line(kind: .changed, words: words.joined(separator: " "))]
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
