import Notation
import Testing

@Suite("URLs")
struct URLReferenceTests {
    /// RFC 3986 section 5.4.
    @Test(
        "The examples of RFC 3986 resolve as it says",
        arguments: [
            ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
            ("../..", "http://a/"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"), ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/../x", "http://a/b/c/g?y/../x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
        ])
    func resolves(reference: String, url: String) {
        #expect(URLReference(reference).resolved(against: URLReference("http://a/b/c/d;p?q")).description == url)
    }

    @Test("A base without a path, or one that is opaque, does no harm")
    func oddBases() {
        #expect(URLReference("g").resolved(against: URLReference("http://a")).description == "http://a/g")
        #expect(URLReference("g").resolved(against: URLReference("mailto:a@b")).description == "g")
        #expect(URLReference("g").resolved(against: URLReference("x/y")).description == "g")
    }

    @Test(
        "Spellings of one address have one normal form",
        arguments: [
            ("HTTP://News.Example:80/a/../%7euser", "http://news.example/~user"),
            ("https://news.example:443", "https://news.example/"),
            ("https://user@news.example/%c3%a9", "https://news.example/%C3%A9"),
            ("http://[::1]:8080/", "http://[::1]:8080/"),
        ])
    func normal(text: String, normal: String) {
        #expect(URLReference(text).normal.description == normal)
    }

    @Test(
        "The canonical form drops what only tracks, and the fragment",
        arguments: [
            ("https://n.example/a?utm_source=x&id=7&fbclid=1#top", "https://n.example/a?id=7"),
            ("https://n.example/a?UTM_Medium=x", "https://n.example/a"),
            ("https://n.example/a?b=&c", "https://n.example/a?b=&c"),
        ])
    func canonical(text: String, canonical: String) {
        #expect(URLReference(text).canonical.description == canonical)
    }

    @Test("The parts are told apart")
    func parts() {
        let url = URLReference(" https://me@News.Example:8080/a/b?c=d#e \n")
        #expect(url.scheme == "https" && url.host == "news.example" && url.port == 8080)
        #expect(url.path == "/a/b" && url.query == "c=d" && url.fragment == "e" && url.isHTTP)
        #expect(
            !URLReference("javascript:alert(1)").isHTTP && !URLReference("http:///x").isHTTP
                && !URLReference("/x").isHTTP)
    }
}
