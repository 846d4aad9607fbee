import Testing

@testable import Fetching

@Suite("URLs")
struct URLTests {
    @Test(
        "A URL is requested as it is meant",
        arguments: [
            ("http://Outlet.Example/Feed", "http://outlet.example/Feed"),
            ("  http://outlet.example/feed \n", "http://outlet.example/feed"),
            ("http://outlet.example", "http://outlet.example/"),
            ("http://u:p@outlet.example/feed?x=1#part", "http://outlet.example/feed?x=1"),
            ("http://outlet.example/a b", "http://outlet.example/a%20b"),
            ("http://outlet.example/é", "http://outlet.example/%c3%a9"),
            ("http://outlet.example/a/../b", "http://outlet.example/b"),
            ("http://bücher.example/", "http://xn--bcher-kva.example/"),
            ("http://пример.example/", "http://xn--e1afmkfd.example/"),
            ("http://أخبار.example/", "http://xn--igbicxr.example/"),
            ("https://outlet.example:8443/", "https://outlet.example:8443/"),
        ])
    func forms(text: String, expected: String) throws {
        #expect(try WebURL(text).text == expected)
    }

    @Test(
        "What cannot be requested says why",
        arguments: ["", "feed", "/feed", "http://", "http://a b/", "//x/"])
    func bad(text: String) {
        #expect(throws: FetchError.Reason.self) { try WebURL(text) }
    }

    @Test(
        "Only http and https are fetched",
        arguments: ["file:///etc/passwd", "ftp://x/", "mailto:a@b", "javascript:1", "data:,x"])
    func schemes(text: String) {
        #expect(throws: FetchError.Reason.self) { try WebURL(text) }
    }

    @Test("User and password are taken out and decoded")
    func credentials() throws {
        let url = try WebURL("https://us%40er:pa%3Ass@outlet.example/")
        #expect(url.credentials == FetchRequest.Credentials(user: "us@er", password: "pa:ss"))
        #expect(url.origin == "https://outlet.example:443")
        #expect(url.target == "/")
    }

    @Test(
        "A printed URL has no secrets",
        arguments: [
            ("http://u:p@h/x?token=1#f", "http://h/x"), ("http://h/x", "http://h/x"), ("http://a@b@h/x", "http://h/x"),
            ("//u:p@h/x", "//h/x"), ("no url?token", "no url"), ("http://h/a@b", "http://h/a@b"), ("", ""),
        ])
    func printed(text: String, expected: String) {
        #expect(printable(text) == expected)
    }
}
