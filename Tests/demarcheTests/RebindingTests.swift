import Foundation
import Testing

/// A name that leads elsewhere from one question to the next.
///
/// 127.0.0.2 stands for what the desk may reach; what listens at 127.0.0.1 must never see a connection.
@Suite("Names that change their address", .enabled(if: ScriptedNames.compiler != nil, "no C compiler is here"))
struct RebindingTests {
    private let folder: TestFolder
    private static let name = "feeds.example"
    private static let feed = """
        <rss version="2.0"><channel><title>Quiet Post</title><item><title>Envoys meet</title><guid>1</guid>
        <description>Envoys of Norway and Chile met in Oslo.</description></item></channel></rss>
        """

    init() throws {
        folder = try TestFolder()
        try folder.write(
            "authority: \"example.org,2026\"\ncontact: desk@example.org\npages: false\n"
                + "network:\n  allowPrivate: [127.0.0.2/32]\n  timeout: 5s\n", to: "Feeds/desk.yml")
    }

    private func run(_ port: UInt16, _ names: ScriptedNames) async throws -> Program.Outcome {
        try folder.write(
            "<opml version=\"2.0\"><body><outline text=\"A\" xmlUrl=\"http://\(Self.name):\(port)/a\"/></body></opml>",
            to: "Feeds/list.opml")
        return try await Program.run(
            ["run", "--desk", folder.url.path, "--report", "--force"], environment: names.environment)
    }

    @Test("the address that is connected to decides, whatever the name led to before")
    func laterRun() async throws {
        let server = try OddServer(host: "0.0.0.0") { _, connection in connection.answer(200, [], Self.feed) }
        let names = try await ScriptedNames(Self.name, answers: ["127.0.0.2", "127.0.0.1"])
        let first = try await run(server.port, names)
        #expect(first.status == 0, "\(first.errors)")
        #expect(names.questions == 1 && server.connectionCount == 1)
        let second = try await run(server.port, names)
        #expect(second.errors.contains("127.0.0.1") && second.errors.contains("loopback"), "\(second.errors)")
        #expect(names.questions == 2 && server.connectionCount == 1)
    }

    @Test("on every hop: a name that was good for the hop before is judged again")
    func laterHop() async throws {
        let inner = try OddServer { _, connection in connection.answer(200, [], Self.feed) }
        let port = inner.port
        let outer = try OddServer(host: "127.0.0.2") { _, connection in
            // Another port is another connection, for which the name is asked again.
            connection.answer(302, ["Location: http://\(Self.name):\(port)/inside"], "")
        }
        let names = try await ScriptedNames(Self.name, answers: ["127.0.0.2", "127.0.0.1"])
        let outcome = try await run(outer.port, names)
        #expect(outcome.errors.contains("127.0.0.1") && outcome.errors.contains("loopback"), "\(outcome.errors)")
        #expect(outer.requests.count == 1 && names.questions == 2)
        #expect(inner.connectionCount == 0)
    }

    @Test(
        "of several addresses only those that are allowed are tried",
        arguments: ["127.0.0.1,127.0.0.2", "127.0.0.2,127.0.0.1"])
    func several(answer: String) async throws {
        let inner = try OddServer { _, connection in connection.answer(200, [], Self.feed) }
        let names = try await ScriptedNames(Self.name, answers: [answer])
        // Nobody listens at the allowed address, so that libcurl would try the other.
        let outcome = try await run(inner.port, names)
        #expect(!outcome.errors.isEmpty && names.questions >= 1)
        #expect(inner.connectionCount == 0)
    }
}
