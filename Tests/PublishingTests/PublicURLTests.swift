import Testing

@testable import Publishing

@Suite struct PublicURLTests {
    @Test(
        "A link is an http(s) URI without user info",
        arguments: [
            ("https://me:pw@news.example/a", "https://news.example/a"),
            ("http://news.example:8080/a?b=c#d", "http://news.example:8080/a?b=c#d"),
            ("https://news.example/a b\"<>|\\^`{}", "https://news.example/a%20b%22%3C%3E%7C%5C%5E%60%7B%7D"),
            ("https://news.example/für/100%", "https://news.example/f%C3%BCr/100%25"),
            ("https://news.example/%e2%9c%93", "https://news.example/%e2%9c%93"),
            ("javascript:alert(1)", ""), ("/relative", ""), ("", ""), ("ftp://x.example/a", ""), ("https://", ""),
        ])
    func links(address: String, expected: String) {
        #expect(PublicURL.link(address) == expected)
    }

    @Test(
        "A feed's address is shown without its subscriber's keys",
        arguments: [
            ("https://u:p@f.example/rss?key=abc&section=world#x", "https://f.example/rss?section=world"),
            ("https://f.example/rss?id=0123456789abcdef0123", "https://f.example/rss"),
            ("https://f.example/rss?access_token=1&lang=en", "https://f.example/rss?lang=en"),
            ("https://f.example/rss?lang=en", "https://f.example/rss?lang=en"),
        ])
    func feeds(address: String, expected: String) {
        #expect(PublicURL.feed(address) == expected)
    }

    @Test("An article's link loses the keys of its feed and nothing else")
    func repeatedKeys() {
        let secrets = PublicURL.secrets(of: "https://f.example/rss?key=abc&p=0123456789abcdef&n=1")
        let link = PublicURL.link("https://f.example/a?n=1&key=abc&via=0123456789abcdef&key=other", without: secrets)
        #expect(link == "https://f.example/a?n=1&key=other")
    }

    @Test(
        "A link to a sentence carries its first and last words as a text fragment",
        arguments: [
            ("One two, three-four & more words", "#:~:text=One%20two%2C%20three%2Dfour%20%26%20more%20words"),
            ("a b c d e f g h i", "#:~:text=a%20b%20c%20d,f%20g%20h%20i"),
            ("a b c d e f g h i …", "#:~:text=a%20b%20c%20d%20e%20f%20g%20h"),
            ("Hé", "#:~:text=H%C3%A9"), ("", ""),
        ])
    func textFragments(sentence: String, expected: String) {
        #expect(PublicURL.link("https://a.example/1", toText: sentence) == "https://a.example/1" + expected)
        #expect(PublicURL.link("", toText: sentence) == "")
    }

    @Test("A page's own fragment is kept before the text's")
    func fragments() {
        #expect(PublicURL.link("https://a.example/1#top", toText: "One") == "https://a.example/1#top:~:text=One")
        #expect(PublicURL.link("https://a.example/1#top", toPlace: "d-x") == "https://a.example/1#top")
        #expect(PublicURL.link("https://a.example/1", toPlace: "d-x") == "https://a.example/1#d-x")
    }
}
