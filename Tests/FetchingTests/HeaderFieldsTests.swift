import Fetching
import Testing

@Suite("Header fields")
struct HeaderFieldsTests {
    private func response(_ fields: [(name: String, value: String)]) -> FetchResponse {
        FetchResponse(url: "http://outlet.example/", status: 200, headers: HeaderFields(fields))
    }

    @Test(
        "Retry-After is read as seconds or as a date after the server's own",
        arguments: [
            ("120", 120), ("0", 0), ("-5", nil), ("soon", nil), ("1.5", nil), ("", nil),
            ("99999999999999999999", 1 << 31),
            ("Sat, 31 Jan 2026 10:02:00 GMT", 120), ("Saturday, 31-Jan-26 10:02:00 GMT", 120),
            ("Sat Jan 31 10:02:00 2026", 120), ("Sat, 31 Jan 2026 09:00:00 GMT", nil), ("Sat, 99 Foo 2026", nil),
        ] as [(String, Int?)])
    func retryAfter(value: String, seconds: Int?) {
        let response = response([("Date", "Sat, 31 Jan 2026 10:00:00 GMT"), ("retry-after", value)])
        #expect(response.retryAfter == seconds)
    }

    @Test(
        "Freshness comes from max-age, else from Expires, less the age",
        arguments: [
            ([("Cache-Control", "max-age=600")], 600), ([("cache-control", "public, MAX-AGE=\"60\"")], 60),
            ([("Cache-Control", "max-age=600"), ("Age", "500")], 100),
            ([("Cache-Control", "max-age=60"), ("Age", "500")], 0), ([("Cache-Control", "no-cache, max-age=600")], 0),
            ([("Cache-Control", "no-store")], 0), ([("Cache-Control", "max-age=-1")], 0),
            ([("Cache-Control", "max-age=banana")], 0), ([("Cache-Control", "max-age")], nil),
            ([("Cache-Control", "s-maxage=600")], nil),
            ([("Cache-Control", "private"), ("Cache-Control", "max-age=5")], 5),
            ([("Expires", "Sat, 31 Jan 2026 10:10:00 GMT")], 600), ([("Expires", "0")], 0), ([("Expires", "-1")], 0),
            ([("Expires", "Sat, 31 Jan 2026 09:00:00 GMT")], 0),
            ([("Cache-Control", "max-age=60"), ("Expires", "Sat, 31 Jan 2026 11:00:00 GMT")], 60), ([], nil),
            ([("Cache-Control", "max-age=31536000000000000000")], 1 << 31),
        ] as [([(String, String)], Int?)])
    func freshness(fields: [(String, String)], seconds: Int?) {
        let date = [(name: "Date", value: "Sat, 31 Jan 2026 10:00:00 GMT")]
        #expect(response(date + fields.map { (name: $0.0, value: $0.1) }).freshFor == seconds)
    }

    @Test("Names have no case, values no space around them, and the first of a name counts")
    func lookUp() {
        let headers = HeaderFields([("ETAG", " \"a\" \t"), ("etag", "\"b\""), ("X-ETag", "no"), ("Empty", "  ")])
        #expect(headers["ETag"] == "\"a\"")
        #expect(headers.all("Etag") == ["\"a\"", "\"b\""])
        #expect(headers["Empty"] == nil)
        #expect(headers["Tag"] == nil)
    }

    @Test(
        "Links are taken apart (RFC 8288)",
        arguments: [
            ("</feed>; rel=alternate; type=\"application/atom+xml\"", ["/feed alternate application/atom+xml"]),
            ("<a>; rel=\"canonical\", <b,c>; rel=hub", ["a canonical ", "b,c hub "]),
            ("<a>;rel=\"next  Prev\";rel=self", ["a next,prev "]), ("<a>; REL = Hub ; x", ["a hub "]),
            ("<a>; rel=x; anchor=\"/other\", <b>; rel=y", ["b y "]), ("<a>; title=\"x, <b>; \\\"y\"; rel=z", ["a z "]),
            ("<a>", []), ("<a", []), ("a; rel=x", []), ("", []), (",,, <a>; rel=x ,,", ["a x "]),
            ("<a>; rel=\"unended", ["a unended "]), ("<>; rel=self", [" self "]), (";;;", []),
            ("<a>;;;rel=x", ["a x "]),
        ])
    func links(value: String, expected: [String]) {
        let links = HeaderFields([("Link", value)]).links
        #expect(links.map { "\($0.target) \($0.relations.joined(separator: ",")) \($0.type)" } == expected)
    }

    @Test("A flood of links is cut off")
    func manyLinks() {
        let flood = String(repeating: "<a>;rel=x,", count: 10_000)
        #expect(HeaderFields([("Link", flood), ("Link", flood)]).links.count == 100)
    }

    @Test(
        "A gatekeeper's page is told from a refusal and from an article",
        arguments: [
            (403, "text/html", "<script src=/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1></script>", true),
            (200, "text/html", "a.src='/cdn-cgi/challenge-platform/h/g/orchestrate/managed/v1?ray=1'", true),
            (200, "text/html", "<p>A story</p> a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'", false),
            (200, "text/html", "<p>A story</p> a.src='/cdn-cgi/challenge-platform/h/g/scripts/jsd/main.js'", false),
            (503, "text/html; charset=utf-8", "<div id=px-captcha>", true),
            (403, "text/html", "<h1>Forbidden</h1>", false),
            (200, "text/html", "<script src=\"/_Incapsula_Resource?x\"></script>", true),
            (200, "text/html", String(repeating: "word ", count: 5000) + "_Incapsula_Resource", false),
            (200, "application/rss+xml", "<rss>a story on px-captcha</rss>", false),
            (404, "text/html", "px-captcha", false),
        ])
    func challenge(status: Int, type: String, body: String, expected: Bool) {
        let response = FetchResponse(
            url: "http://outlet.example/", status: status, headers: HeaderFields([("Content-Type", type)]),
            body: Array(body.utf8))
        #expect(response.isChallenge == expected)
        let marked = FetchResponse(
            url: "http://outlet.example/", status: status, headers: HeaderFields([("CF-Mitigated", "challenge")]))
        #expect(marked.isChallenge)
    }

    @Test(
        "A content type is taken apart",
        arguments: [
            ("text/html; charset=UTF-8", "text/html", "UTF-8"), ("Text/HTML", "text/html", nil),
            ("text/xml;Charset=\"iso-8859-9\"; x=y", "text/xml", "iso-8859-9"),
            (
                "application/rss+xml ; a=b;charset=",
                "application/rss+xml", nil
            ), (";;=;", nil, nil),
            ("text/html;charset='utf-8'", "text/html", "utf-8"),
        ] as [(String, String?, String?)])
    func contentType(value: String, mediaType: String?, charset: String?) {
        let response = response([("Content-Type", value)])
        #expect(response.mediaType == mediaType)
        #expect(response.charset == charset)
    }
}
