internal import Foundation
internal import Notation

/// The words by which blocks and elements are told apart: data, read once from `Resources`.
struct WordLists: Sendable {
    /// What words in an element's `class`, `id` or `role` say of it.
    var marks = ClassWords()
    /// What lines of text say of a block.
    var phrases = Phrases()
    /// What notices to the reader say.
    var notices = NoticePhrases()

    /// The lists that the program was installed with.
    static let shipped: Result<WordLists, ExtractionError> = {
        do {
            let folder = try DataFiles.folder(of: "ArticleExtraction")
            var lists = WordLists()
            for row in try rows(of: "class-words.tsv", in: folder) where row.count == 2 {
                guard let mark = ClassMark(rawValue: row[0]) else { continue }
                lists.marks.add(row[1], mark: mark)
            }
            for row in try rows(of: "phrases.tsv", in: folder) where row.count >= 3 {
                guard let reason = Removal.Reason(rawValue: row[0]), let place = Phrases.Place(rawValue: row[1])
                else { continue }
                for text in row[2...] where !text.isEmpty { lists.phrases.add(text, place: place, reason: reason) }
            }
            for row in try rows(of: "notice-phrases.tsv", in: folder) { row.forEach { lists.notices.add($0) } }
            return .success(lists)
        } catch {
            return .failure(.wordListsMissing("\(error)"))
        }
    }()

    /// The tab-separated fields of a file's lines, without comments (`#`) and empty lines.
    private static func rows(of name: String, in folder: URL) throws -> [[String]] {
        let text = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}
