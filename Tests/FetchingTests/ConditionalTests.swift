import Fetching
import Testing

@Suite("Conditional requests")
struct ConditionalTests {
    @Test(
        "A validator goes back to the server byte for byte",
        arguments: [
            #""plain""#, #"W/"weak""#, "unquoted", #""with, commas""#, #""é in Latin-1""#, #""a  b""#, "0",
            #""{'x'}\""#,
        ])
    func exactBytes(etag: String) async throws {
        // The server speaks Latin-1: one byte a scalar.
        let bytes = etag.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let server = try OddServer { request, connection in
            connection.send(
                Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nETag: ".utf8) + bytes + Array("\r\n\r\nhi".utf8))
        }
        let fetcher = makeFetcher()
        let first = try await fetcher.feed(server.origin)
        #expect(first.validators.etag == etag)
        _ = try await fetcher.feed(server.origin, validators: first.validators)
        // OddServer reads heads as UTF-8: beyond ASCII only the length of the value can be compared there.
        let sent = try #require(server.requests.last?.header("if-none-match"))
        if bytes.allSatisfy({ $0 < 0x80 }) { #expect(sent == etag) } else { #expect(sent.contains("\u{FFFD}")) }
    }

    @Test("Both validators are sent when both are known, and none with a first request")
    func both() async throws {
        let server = try OddServer { request, connection in
            let isKnown = request.header("if-none-match") != nil
            connection.answer(
                isKnown ? 304 : 200, ["ETag: \"v1\"", "Last-Modified: Sat, 31 Jan 2026 10:00:00 GMT"], [])
        }
        let fetcher = makeFetcher()
        let first = try await fetcher.feed(server.origin)
        let second = try await fetcher.feed(server.origin, validators: first.validators)
        #expect(server.requests[0].header("if-none-match") == nil)
        #expect(server.requests[0].header("if-modified-since") == nil)
        #expect(server.requests[1].header("if-none-match") == "\"v1\"")
        #expect(server.requests[1].header("if-modified-since") == "Sat, 31 Jan 2026 10:00:00 GMT")
        #expect(second.isNotModified)
        #expect(second.body.isEmpty)
    }

    @Test("A request says who we are and what we take, and carries neither cookies nor a Referer")
    func manners() async throws {
        let server = try OddServer { _, connection in connection.answer(200, ["Set-Cookie: id=1; Path=/"], "x") }
        let fetcher = makeFetcher()
        _ = try await fetcher.feed(server.origin + "/a")
        _ = try await fetcher.fetch(FetchRequest(url: server.origin + "/b", purpose: .page))
        let page = try #require(server.requests.last)
        #expect(page.header("user-agent") == "demarche/0 (+test@example.org)")
        #expect(page.header("accept")?.hasPrefix("text/html") == true)
        #expect(server.requests[0].header("accept")?.contains("application/atom+xml") == true)
        #expect(page.header("accept-encoding")?.contains("gzip") == true)
        #expect(page.header("cookie") == nil)
        #expect(page.header("referer") == nil)
        #expect(page.target == "/b")
    }

    @Test(
        "Nothing is added to a URL's path and query, and nothing taken away but the fragment",
        arguments: [
            ("/feed", "/feed"), ("", "/"),
            ("/feed?utm_source=rss&b=%20#top", "/feed?utm_source=rss&b=%20"),
            ("/a//b/?q", "/a//b/?q"),
        ])
    func target(written: String, asked: String) async throws {
        let server = try OddServer { _, connection in connection.answer(200, ["ETag: \"1\""], "x") }
        let fetcher = makeFetcher()
        let response = try await fetcher.feed(server.origin + written)
        _ = try await fetcher.feed(server.origin + written, validators: response.validators)
        #expect(server.requests.map(\.target) == [asked, asked])
    }

    @Test("Bodies packed as brotli and zstd are unpacked", arguments: ["br", "zstd"])
    func packed(encoding: String) async throws {
        // "a feed in brotli" and "a feed in zstd", as the reference programs write them.
        let bodies: [String: [UInt8]] = [
            "br": [27, 15, 0, 248, 165, 65, 194, 210, 216, 148, 33, 146, 84, 71, 43, 21, 4, 88, 209, 7],
            "zstd": [
                40, 181, 47, 253, 4, 88, 113, 0, 0, 97, 32, 102, 101, 101, 100, 32, 105, 110, 32, 122, 115, 116, 100,
                249,
                186, 107, 212,
            ],
        ]
        let server = try OddServer { request, connection in
            let isTaken = request.header("accept-encoding")?.contains(encoding) == true
            connection.answer(200, isTaken ? ["Content-Encoding: \(encoding)"] : [], bodies[encoding] ?? [])
        }
        let body = try await makeFetcher().feed(server.origin).body
        // libcurl is built without zstd here and there; what it does not name, no server sends.
        let isNamed = server.requests.first?.header("accept-encoding")?.contains(encoding) == true
        if encoding == "br" { #expect(isNamed) }
        if isNamed { #expect(String(decoding: body, as: UTF8.self).hasPrefix("a feed in ")) }
    }

    @Test("Connections are used again")
    func reuse() async throws {
        let server = try OddServer { _, connection in connection.answer(200, [], "x") }
        let fetcher = makeFetcher()
        for _ in 0..<5 { _ = try await fetcher.feed(server.origin) }
        #expect(server.connectionCount == 1)
        #expect(server.requests.count == 5)
    }

    @Test("A trailer after the body sets no header field")
    func trailer() async throws {
        let server = try OddServer { _, connection in
            connection.send(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nETag: \"late\"\r\n\r\n")
        }
        let response = try await makeFetcher().feed(server.origin)
        #expect(response.body == Array("hi".utf8))
        #expect(response.validators.isEmpty)
    }
}
