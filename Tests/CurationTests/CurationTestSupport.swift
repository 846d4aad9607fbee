import Testing

@testable import Curation
import Notation

/// The lexicon of the program, loaded once for all tests.
let lexicon: Lexicon = {
    do { return try Lexicon.standard() } catch { preconditionFailure("\(error)") }
}()

/// Reads an article without asking whether it is relevant.
func study(_ text: String, title: String = "", published: String = "2026-03-05", language: String? = "en") -> Study {
    let day = CalendarDate(iso: published).map { Timestamp(date: $0, secondOfDay: 43_200) }
    return Study(ArticleText(title: title, text: text, published: day, language: language), lexicon: lexicon.tables)
}

/// The text that a range of Unicode scalars takes.
func scalars(_ text: String, _ start: Int, _ end: Int) -> String {
    let view = text.unicodeScalars
    guard start >= 0, start <= end, end <= view.count else { return "out of range" }
    return String(String.UnicodeScalarView(view.dropFirst(start).prefix(end - start)))
}
