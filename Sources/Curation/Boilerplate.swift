/// Sentences of a page's furniture that extraction left in: they never become events.
enum Boilerplate {
    private static let starts = [
        "also read", "read more", "read also", "related", "don't miss", "dont miss", "leave a reply", "sign up",
        "subscribe", "follow us",
        "click here", "advertisement", "continue reading", "share this", "your email address", "recommended",
        "most read", "the post ",
        "file photo", "watch:", "photo:", "image:", "our standards", "reporting by", "editing by", "© ", "copyright",
        "newsletter",
    ]

    /// Headings after which a page has nothing of the article any more.
    private static let tails: Set<String> = [
        "author", "leave a reply", "don't miss", "don’t miss", "related articles", "related stories", "related posts",
        "more from", "most read",
        "most popular", "you may also like", "you might also like", "recommended for you", "read next", "comments",
        "about the author", "share this",
        "trending", "latest news", "more stories", "popular posts", "subscribe to our newsletter",
    ]

    /// Cuts what follows a heading such as "Don't Miss" in the latter part of a page.
    static func cutTail(_ sentences: inout [Sentence], _ tokens: [Token], _ bytes: [UInt8]) {
        let start = sentences.indices.first { index in
            guard index * 2 >= sentences.count, sentences[index].isHeading else { return false }
            let (first, last) = (
                tokens[sentences[index].tokens.lowerBound], tokens[sentences[index].tokens.upperBound - 1]
            )
            guard last.end > first.start, last.end - first.start < 40 else { return false }
            return tails.contains(String(decoding: bytes[Int(first.start)..<Int(last.end)], as: UTF8.self).lowercased())
        }
        if let start { sentences.removeSubrange(start...) }
    }

    static func isBoilerplate(_ reading: Reading, _ sentence: Sentence) -> Bool {
        let first = reading.tokens[sentence.tokens.lowerBound]
        let last = reading.tokens[sentence.tokens.upperBound - 1]
        guard last.end > first.start else { return true }
        let head = reading.bytes[Int(first.start)..<min(Int(last.end), Int(first.start) + 24)].map {
            (65...90).contains($0) ? $0 | 0x20 : $0
        }
        return starts.contains { head.starts(with: $0.utf8) }
    }
}
