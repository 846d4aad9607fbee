/// Sentences of a page's furniture that extraction left in: they never become events.
enum Boilerplate {
    private static let starts = [
        "also read", "read more", "read also", "related", "don't miss", "dont miss", "leave a reply", "sign up", "subscribe", "follow us",
        "click here", "advertisement", "continue reading", "share this", "your email address", "recommended", "most read", "the post ",
        "file photo", "watch:", "photo:", "image:", "our standards", "reporting by", "editing by", "© ", "copyright", "newsletter",
    ]

    static func isBoilerplate(_ reading: Reading, _ sentence: Sentence) -> Bool {
        let first = reading.tokens[sentence.tokens.lowerBound]
        let last = reading.tokens[sentence.tokens.upperBound - 1]
        guard last.end > first.start else { return true }
        let head = reading.bytes[Int(first.start)..<min(Int(last.end), Int(first.start) + 24)].map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        return starts.contains { head.starts(with: $0.utf8) }
    }
}
