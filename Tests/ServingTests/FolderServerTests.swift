import Foundation
import Serving
import Testing

@Suite("Serving a folder")
struct FolderServerTests {
    /// Makes a folder with some files; links are written as `-> TARGET`.
    private func folder(_ files: [String: String]) throws -> URL {
        let root = FileManager.default.temporaryDirectory.appending(path: "demarche-serving-\(UUID().uuidString)")
        for (name, text) in files {
            let file = root.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            if text.hasPrefix("-> ") {
                try FileManager.default.createSymbolicLink(
                    atPath: file.path, withDestinationPath: String(text.dropFirst(3)))
            } else {
                try Data(text.utf8).write(to: file)
            }
        }
        return root
    }

    private func get(_ url: String, _ fields: [String] = []) async throws -> RawAnswer {
        try await RawAnswer(to: "GET", url, fields)
    }

    private func serving(
        _ root: URL, addresses: FolderServer.Addresses = .loopback, replacing: FolderServer.Replacement? = nil,
        _ body: (FolderServer) async throws -> Void
    ) async throws {
        let server = FolderServer(root: root, addresses: addresses, replacing: replacing)
        try await server.start()
        do {
            try await body(server)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
        try FileManager.default.removeItem(at: root)
    }

    @Test(
        "A file's name gives its content type",
        arguments: [
            ("a.rss", "application/rss+xml"), ("a.atom", "application/atom+xml"), ("a.rdf", "application/rdf+xml"),
            ("a.xml", "application/xml"), ("a.json", "application/json"), ("feed.json", "application/feed+json"),
            ("a.html", "text/html"), ("a.HTM", "text/html"), ("a.csv", "text/csv; charset=utf-8"),
            ("a.ics", "text/calendar; charset=utf-8"), ("a.opml", "text/x-opml+xml"), ("a", "application/octet-stream"),
            ("ä b.html", "text/html"),
        ])
    func contentTypes(name: String, type: String) async throws {
        try await serving(folder([name: "x"])) { server in
            let encoded = try #require(name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed))
            let response = try await get("\(server.origin)/\(encoded)")
            #expect(response.status == 200)
            #expect(response["Content-Type"] == type)
            #expect(response.body == [120])
        }
    }

    @Test("A version that the asker has is not sent again, and a changed one is")
    func conditional() async throws {
        let root = try folder(["feed.xml": "one"])
        try await serving(root) { server in
            let url = server.origin + "/feed.xml"
            let first = try await get(url)
            let etag = try #require(first["ETag"])
            let modified = try #require(first["Last-Modified"])
            let known = ["If-None-Match: \(etag)", "If-Modified-Since: \(modified)"]
            #expect(try await get(url, known).status == 304)
            #expect(try await get(url, ["If-None-Match: \"x\", W/\(etag)"]).status == 304)
            #expect(try await get(url, ["If-None-Match: \"x\"", known[1]]).status == 200, "the ETag goes first")
            #expect(try await get(url, [known[1]]).status == 304)
            #expect(try await get(url, ["If-Modified-Since: Sat, 31 Jan 1970 10:00:00 GMT"]).status == 200)
            #expect(try await get(url, ["If-Modified-Since: yesterday"]).status == 200)
            try Data("two".utf8).write(to: root.appending(path: "feed.xml"))
            let second = try await get(url, known)
            #expect(second.body == Array("two".utf8))
            #expect(server.answerCounts == [200: 5, 304: 3])
        }
    }

    @Test(
        "Nothing outside the folder is reached",
        arguments: [
            "/../secret.txt", "/%2e%2e/secret.txt", "/a/..%2f..%2fsecret.txt", "/%2e%2e%2fsecret.txt", "/out.txt",
            "/outside/secret.txt", "/a/../../secret.txt", "//../secret.txt", "/missing", "/in.txt/", "/a%00.txt",
            "/..%5csecret.txt", "/.own", "/a/%2eown",
        ])
    func outside(target: String) async throws {
        let parent = try folder([
            "secret.txt": "secret", "root/in.txt": "fine", "root/a/b.txt": "fine", "root/.own": "secret",
            "root/a/.own": "secret",
        ])
        let root = parent.appending(path: "root")
        try FileManager.default.createSymbolicLink(
            atPath: root.appending(path: "out.txt").path, withDestinationPath: parent.appending(path: "secret.txt").path
        )
        try FileManager.default.createSymbolicLink(
            atPath: root.appending(path: "outside").path, withDestinationPath: parent.path)
        let server = FolderServer(root: root)
        try await server.start()
        let answer = try await RawAnswer(to: "GET", server.origin + target)
        await server.stop()
        #expect(answer.status == 404)
        #expect(!String(decoding: answer.body, as: UTF8.self).contains("secret"))
        try FileManager.default.removeItem(at: parent)
    }

    @Test("A link inside the folder, and a folder's index, are served")
    func inside() async throws {
        try await serving(folder(["a/index.html": "index", "a/x.txt": "x", "link.txt": "-> a/x.txt"])) { server in
            #expect(try await get(server.origin + "/link.txt").body == [120])
            #expect(try await get(server.origin + "/a/").body == Array("index".utf8))
            let redirected = try await get(server.origin + "/a")
            #expect(redirected.status == 301)
            #expect(redirected["Location"] == "/a/")
            #expect(try await get(server.origin + "/a/x.txt?query=1").status == 200)
            #expect(try await get(server.origin + "/").status == 404)
        }
    }

    @Test("A packed file is served unpacked under both names")
    func packed() async throws {
        // What is in it is the asker's affair.
        let root = try folder(["page.html.gz": "packed"])
        try await serving(root) { server in
            for name in ["page.html", "page.html.gz"] {
                let answer = try await get("\(server.origin)/\(name)")
                #expect(answer["Content-Encoding"] == "gzip")
                #expect(answer["Content-Type"] == "text/html")
                #expect(answer.body == Array("packed".utf8))
                let etag = try #require(answer["ETag"])
                #expect(try await get("\(server.origin)/\(name)", ["If-None-Match: \(etag)"]).status == 304)
            }
        }
    }

    @Test("A literal origin becomes the server's own in text, and in text alone")
    func replacing() async throws {
        let literal = "http://127.0.0.1:8463"
        let text = "a \(literal)/x b \(literal)/y"
        let root = try folder(["feed.xml": text, "image.png": text])
        try await serving(root, replacing: .init(origin: literal)) { server in
            let feed = try await get(server.origin + "/feed.xml")
            #expect(String(decoding: feed.body, as: UTF8.self) == "a \(server.origin)/x b \(server.origin)/y")
            #expect(try await get(server.origin + "/image.png").body == Array(text.utf8))
        }
    }

    @Test("All of 127.0.0.0/8 reaches a server that listens to it")
    func allLoopback() async throws {
        try await serving(folder(["a.txt": "x"]), addresses: .allLoopback) { server in
            let port = try #require(server.origin.split(separator: ":").last)
            for host in ["127.0.0.1", "127.0.1.1", "127.0.1.100"] {
                #expect(try await get("http://\(host):\(port)/a.txt").status == 200)
            }
        }
    }

    @Test("The folder may change while the server runs, and HEAD sends no body")
    func change() async throws {
        let later = try folder(["a.txt": "later"])
        try await serving(folder(["a.txt": "first"])) { server in
            let first = try await get(server.origin + "/a.txt")
            server.serve(root: later)
            let second = try await get(server.origin + "/a.txt", ["If-None-Match: \(first["ETag"] ?? "")"])
            #expect(second.body == Array("later".utf8))
            let head = try await RawAnswer(to: "HEAD", server.origin + "/a.txt")
            #expect(head["Content-Length"] == "5")
            #expect(head.body.isEmpty)
            let post = try await RawAnswer(to: "POST", server.origin + "/a.txt")
            #expect(post.status == 405)
        }
        try FileManager.default.removeItem(at: later)
    }

    @Test("A port that is taken is an error that names it")
    func taken() async throws {
        let root = try folder(["a.txt": "x"])
        try await serving(root) { server in
            let port = try #require(UInt16(server.origin.split(separator: ":").last ?? ""))
            let second = FolderServer(root: root, port: port)
            let error = await #expect(throws: ServingError.self) { try await second.start() }
            #expect(error?.description.contains("cannot serve on port \(port)") == true)
        }
    }
}
