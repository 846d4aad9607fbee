import Foundation
import Testing

/// What servers that mean harm cost a run, measured from outside.
@Suite("A run among hostile servers", .timeLimit(.minutes(2)))
struct HostileRunTests {
    private static let feed = """
        <rss version="2.0"><channel><title>Quiet Post</title><item><title>Envoys meet</title><guid>1</guid>
        <description>Envoys of Norway and Chile met in Oslo.</description></item></channel></rss>
        """

    /// What comes after the address of a source, each from a host of its own.
    private static let quiet = (1...6).map { "good\($0)" }
    private static let hostile = ["bomb", "endless", "announced", "headers", "drip", "silent", "chunks"]

    /// Each hostile answer would be half a gigabyte, or take minutes.
    private static func server() throws -> OddServer {
        let bomb = OddServer.gzipBomb(repetitions: 2_000_000)
        let piece = [UInt8](repeating: 65, count: 64 << 10)
        let line = Array("X-Flood: \(String(repeating: "a", count: 1000))\r\n".utf8)
        return try OddServer(host: "0.0.0.0") { request, connection in
            func flood(_ head: String, _ bytes: [UInt8], times: Int) {
                connection.send(head)
                for _ in 0..<times where !connection.send(bytes) { break }
                connection.close()
            }
            switch request.target {
            case "/bomb": connection.answer(200, ["Content-Encoding: gzip"], bomb)
            case "/endless": flood("HTTP/1.1 200 OK\r\n\r\n", piece, times: 8000)
            case "/announced": flood("HTTP/1.1 200 OK\r\nContent-Length: 524288000\r\n\r\n", piece, times: 8000)
            case "/headers": flood("HTTP/1.1 200 OK\r\n", line, times: 500_000)
            case "/chunks":
                flood(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", Array("1\r\nx\r\n".utf8), times: 90_000_000
                )
            case "/drip", "/silent":
                if request.target == "/drip" { connection.send("HTTP/1.1 200 OK\r\n\r\n") }
                for _ in 0..<100 {
                    usleep(100_000)
                    if request.target == "/drip", !connection.send("<rss>") { break }
                }
                connection.close()
            default: connection.answer(200, ["Content-Type: application/rss+xml"], feed)
            }
        }
    }

    private func run(_ names: [String], at server: OddServer) async throws -> (Program.Outcome, trace: [Substring]) {
        let folder = try TestFolder()
        defer { withExtendedLifetime(folder) {} }
        try folder.write(
            "authority: \"example.org,2026\"\npages: false\nnetwork:\n  allowPrivate: [127.0.0.0/8]\n  timeout: 3s\n",
            to: "Feeds/desk.yml")
        let outlines = names.enumerated().map { index, name in
            "<outline text=\"\(name)\" xmlUrl=\"http://127.0.0.\(index + 2):\(server.port)/\(name)\"/>"
        }
        try folder.write(
            "<opml version=\"2.0\"><body>\(outlines.joined())</body></opml>", to: "Feeds/list.opml")
        let trace = folder.url.appending(path: "trace.ndjson")
        let outcome = try await Program.run(["run", "--desk", folder.url.path, "--report", "--trace", trace.path])
        return (outcome, try String(contentsOf: trace, encoding: .utf8).split(separator: "\n"))
    }

    @Test("bombs, floods and drips end at their limits, in bounded memory, and hold up no neighbour")
    func bounded() async throws {
        let server = try Self.server()
        let (plain, _) = try await run(Self.quiet, at: server)
        let start = ContinuousClock.now
        let (outcome, trace) = try await run(Self.hostile + Self.quiet, at: server)
        #expect(ContinuousClock.now - start < .seconds(30))
        #expect(plain.peak > 0)
        // Three bodies of 10 MB at most lie side by side, each in a buffer that may be twice as long.
        #expect(outcome.peak <= plain.peak + 64, "\(outcome.peak) MB, without the hostile ones \(plain.peak) MB")
        let requests = try trace.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        func request(_ name: String) -> [String: Any]? {
            requests.first { ($0["url"] as? String)?.hasSuffix("/\(name)") == true }
        }
        for name in Self.quiet {
            let milliseconds = try #require(request(name)?["finished_ms"] as? Double)
            #expect(request(name)?["status"] as? Int == 200 && milliseconds < 2000, "\(name): \(milliseconds) ms")
        }
        for (name, words) in [
            ("bomb", "10 MiB"), ("endless", "10 MiB"), ("announced", "10 MiB"), ("chunks", "i"), ("headers", "256 KiB"),
            ("drip", "3 s"), ("silent", "3 s"),
        ] {
            let error = request(name)?["error"] as? String
            #expect(error?.contains(words) == true, "\(name): \(error ?? "no error")")
        }
    }
}
