import Foundation
import Testing

@Suite("The command run") struct RunCommandTests {
    private let folder: TestFolder
    private var desk: String { folder.url.path }

    init() throws {
        folder = try TestFolder()
        try folder.write(
            "authority: \"example.org,2026\"\nnetwork:\n  allowPrivate: [127.0.0.0/8]\n", to: "Feeds/desk.yml")
    }

    /// Takes connections and never answers.
    private final class DeafServer {
        let port: UInt16
        private let listener: Int32

        init() throws {
            listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let (listener, size) = (listener, length)
            let isBound = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(listener, $0, size) == 0 && listen(listener, 16) == 0
                        && getsockname(listener, $0, &length) == 0
                }
            }
            guard isBound else { throw POSIXError(.EADDRINUSE) }
            port = UInt16(bigEndian: address.sin_port)
        }

        deinit { close(listener) }
    }

    @Test(
        "SIGINT and SIGTERM end a run within two seconds, with the status that shells know",
        arguments: [SIGINT, SIGTERM])
    func signals(number: Int32) async throws {
        let server = try DeafServer()
        try folder.write(
            "<opml version=\"2.0\"><body><outline text=\"A\" xmlUrl=\"http://127.0.0.1:\(server.port)/a\"/></body></opml>",
            to: "Feeds/a.opml")
        let outcome = try await Program.run(["run", "--desk", desk, "--report"], signal: (number, 1.5))
        #expect(outcome.status == 128 + number)
        #expect(outcome.timeToEnd < .seconds(2))
        #expect(outcome.errors.contains("interrupted"))
        let status = try await Program.run(["sources", "status", "--desk", desk, "--format", "json"])
        #expect(status.output.contains("\"health\":\"new\""), "nothing is known of a source that was not waited for")
        let runs = try await Program.run(["runs", "--desk", desk])
        #expect(runs.output.contains("did not finish"))
    }

    @Test("--trace writes a line for each request, and says when it cannot")
    func trace() async throws {
        try folder.write(
            "<opml version=\"2.0\"><body><outline text=\"A\" xmlUrl=\"http://127.0.0.1:9/a?key=secret\"/></body></opml>",
            to: "Feeds/a.opml")
        let file = folder.url.appending(path: "trace.ndjson")
        _ = try await Program.run(["run", "--desk", desk, "--trace", file.path])
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 1)
        #expect(lines.first?.contains("\"error\":\"the host refuses connections\"") == true)
        #expect(lines.first?.contains("secret") == false)
        let outcome = try await Program.run(["run", "--desk", desk, "--trace", "/nowhere/trace", "--force"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("/nowhere/trace"))
    }
}
