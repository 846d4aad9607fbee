import Fetching
import Testing

@Suite("Redirects")
struct RedirectTests {
    @Test(
        "The stored URL moves only along the permanent beginning of a chain",
        arguments: [
            ([301], "/1"), ([308, 301], "/2"), ([302], nil), ([303], nil), ([307], nil), ([301, 302], "/1"),
            ([302, 301], nil), ([301, 301, 307, 301], "/2"),
        ] as [([Int], String?)])
    func permanentPrefix(statuses: [Int], moved: String?) async throws {
        let server = try OddServer { request, connection in
            let step = Int(request.target.dropFirst()) ?? 0
            guard step < statuses.count else { return connection.answer(200, [], "feed") }
            connection.answer(statuses[step], ["Location: /\(step + 1)"], "moved")
        }
        let response = try await makeFetcher().feed(server.origin + "/0")
        #expect(response.body == Array("feed".utf8))
        #expect(response.url == server.origin + "/\(statuses.count)")
        #expect(response.permanentURL == moved.map { server.origin + $0 })
    }

    @Test("Ten redirects are followed, the eleventh is not", arguments: [10, 11])
    func limit(count: Int) async throws {
        let server = try OddServer { request, connection in
            let step = Int(request.target.dropFirst()) ?? 0
            connection.answer(step < count ? 302 : 200, ["Location: /\(step + 1)"], "x")
        }
        let reason = await makeFetcher().failure(server.origin + "/0")
        #expect(reason == (count == 10 ? nil : .redirectLimit(10)))
        #expect(server.requests.count == 11)
    }

    @Test(
        "A redirect leads to http and https alone",
        arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://x/"])
    func schemes(target: String) async throws {
        let server = try OddServer { _, connection in connection.answer(302, ["Location: \(target)"], "") }
        guard case .badRedirect = await makeFetcher().failure(server.origin) else {
            Issue.record("followed \(target)")
            return
        }
        #expect(server.requests.count == 1)
    }

    @Test("A redirect to an address that is not allowed ends there")
    func privateHop() async throws {
        let inner = try OddServer(host: "127.0.0.2") { _, connection in connection.answer(200, [], "secret") }
        let server = try OddServer { _, connection in
            connection.answer(302, ["Location: http://127.0.0.2:\(inner.port)/"], "")
        }
        let fetcher = makeFetcher { $0.allowPrivate = [AddressBlock("127.0.0.1")].compactMap { $0 } }
        #expect(await fetcher.failure(server.origin) == .addressRefused(address: "127.0.0.2", kind: .loopback))
        #expect(inner.connectionCount == 0)
    }

    @Test("Credentials and own fields go to the origin that was asked for, and to no other")
    func credentials() async throws {
        let other = try OddServer { _, connection in connection.answer(200, [], "x") }
        let target = "http://u2:p2@127.0.0.1:\(other.port)/there"
        let server = try OddServer { request, connection in
            connection.answer(302, ["Location: \(request.target == "/a" ? "/b" : target)"], "")
        }
        let request = FetchRequest(
            url: "http://user:pass%20word@127.0.0.1:\(server.port)/a", purpose: .feed, headers: [("X-Key", "k")])
        let response = try await makeFetcher().fetch(request)
        #expect(response.status == 200)
        for sent in server.requests {
            #expect(sent.header("authorization") == "Basic dXNlcjpwYXNzIHdvcmQ=")
            #expect(sent.header("x-key") == "k")
        }
        #expect(server.requests.count == 2)
        let foreign = try #require(other.requests.first)
        #expect(foreign.header("authorization") == nil)
        #expect(foreign.header("x-key") == nil)
        #expect(!response.url.contains("u2"))
    }

    @Test("A redirect without a Location is an answer")
    func noLocation() async throws {
        let server = try OddServer { _, connection in connection.answer(302, [], "where?") }
        #expect(try await makeFetcher().feed(server.origin).status == 302)
    }

    @Test("Nothing of an error's text could give a secret away")
    func printable() async throws {
        let url = "http://user:secret@127.0.0.1:1/feed?token=secret#secret"
        do throws(FetchError) {
            _ = try await makeFetcher().feed(url)
            Issue.record("something listens on port 1")
        } catch {
            #expect(error.description == "http://127.0.0.1:1/feed: the host refuses connections")
        }
    }
}
