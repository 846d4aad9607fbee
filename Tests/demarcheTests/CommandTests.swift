import Foundation
import Testing

@Suite struct CommandTests {
    private let folder: TestFolder
    private var desk: String { folder.url.path }

    init() throws { folder = try TestFolder() }

    @Test("usage errors end with 2 and say what is wrong", arguments: [["nonsense"], ["run", "--bogus"], ["show"]])
    func usage(arguments: [String]) async throws {
        let outcome = try await Program.run(arguments)
        #expect(outcome.status == 2)
        #expect(!outcome.errors.isEmpty)
        #expect(outcome.output.isEmpty)
    }

    @Test("every command explains itself with an example")
    func help() async throws {
        let groups = ["DAILY", "CORRECT", "SOURCES", "INSPECT", "DEVELOPERS"]
        let help = try await Program.run(["--help"])
        #expect(help.status == 0)
        for group in groups { #expect(help.output.contains(group)) }
        for command in [
            "init", "run", "status", "runs", "publish", "verify", "backup", "restore", "sources", "list", "show", "why",
            "search", "demo", "parse", "extract", "curate", "group", "changes", "diff", "review", "keep", "drop", "set",
            "mute", "merge", "split", "undo", "audit",
        ] {
            let page = try await Program.run([command, "--help"])
            #expect(page.status == 0)
            #expect(page.output.contains("  demarche \(command)"), "\(command) has no example")
        }
    }

    @Test("settings that cannot be used end with 2 and name file, line and key")
    func settings() async throws {
        try folder.write("authority: \"example.org,2026\"\nnetwork:\n  pageSpacing: quick\n", to: "Feeds/desk.yml")
        let outcome = try await Program.run(["run", "--desk", desk])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("desk.yml line 3: network.pageSpacing"))
    }

    @Test("a desk that is not there ends with 2 and says how to make one")
    func missingDesk() async throws {
        let outcome = try await Program.run(["run", "--desk", desk + "/nothing"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("demarche init"))
    }

    @Test("an OPML that is a web page ends with 2 and names the file")
    func pageInsteadOfOPML() async throws {
        try folder.write("authority: \"example.org,2026\"\ncontact: \"a@example.org\"\n", to: "Feeds/desk.yml")
        try folder.write("<!DOCTYPE html><html><body>Log in</body></html>", to: "Feeds/reader.opml")
        let outcome = try await Program.run(["run", "--desk", desk])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("reader.opml"))
    }

    @Test("without a contact real sources are not fetched")
    func contact() async throws {
        try folder.write("authority: \"example.org,2026\"\n", to: "Feeds/desk.yml")
        try folder.write(
            "<opml version=\"2.0\"><body><outline text=\"A\" xmlUrl=\"https://news.example/feed\"/></body></opml>",
            to: "Feeds/a.opml")
        let outcome = try await Program.run(["run", "--desk", desk])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("contact"))
    }

    @Test("a source that cannot be reached is reported once it must be, and never stops the run")
    func unreachable() async throws {
        try folder.write(
            "authority: \"example.org,2026\"\nnetwork:\n  allowPrivate: [127.0.0.0/8]\n", to: "Feeds/desk.yml")
        try folder.write(
            "<opml version=\"2.0\"><body><outline text=\"A\" xmlUrl=\"http://127.0.0.1:9/feed\"/></body></opml>",
            to: "Feeds/a.opml")
        let first = try await Program.run(["run", "--desk", desk, "--now", "2026-03-01T08:00:00Z"])
        #expect(first.errors.isEmpty, "nobody need act yet")
        #expect(first.status == 1, "over half of the sources failed")
        let later = try await Program.run(["run", "--desk", desk, "--force", "--now", "2026-03-02T09:00:00Z"])
        #expect(later.status == 1)
        #expect(later.errors.contains("has failed since 2026-03-01T08:00:00Z"))
        let same = try await Program.run(["run", "--desk", desk, "--force", "--now", "2026-03-02T10:00:00Z"])
        #expect(same.errors.isEmpty, "said once")
        let week = try await Program.run(["run", "--desk", desk, "--force", "--now", "2026-03-09T10:00:00Z"])
        #expect(week.errors.contains("has failed since"), "and again after a week")
        let status = try await Program.run(["sources", "status", "--desk", desk, "--format", "json"])
        #expect(status.output.contains("\"health\":\"failing\""))
    }

    @Test("private addresses are refused unless the desk allows them")
    func privateAddress() async throws {
        try folder.write("authority: \"example.org,2026\"\ncontact: \"a@example.org\"\n", to: "Feeds/desk.yml")
        try folder.write(
            "<opml version=\"2.0\"><body><outline text=\"A\" xmlUrl=\"http://127.0.0.1:9/feed\"/></body></opml>",
            to: "Feeds/a.opml")
        let outcome = try await Program.run(["run", "--desk", desk, "--report"])
        #expect(outcome.errors.contains("allowPrivate"))
    }

    @Test("inspecting a desk that never ran says so")
    func noStore() async throws {
        try folder.write("authority: \"example.org,2026\"\n", to: "Feeds/desk.yml")
        let outcome = try await Program.run(["list", "--desk", desk])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("no store yet"))
    }

    @Test("init makes a desk that run accepts, and status is never content before the first success")
    func initAndStatus() async throws {
        let made = try await Program.run(["init", desk + "/new", "--contact", "a@example.org"])
        #expect(made.status == 0)
        #expect(try await Program.run(["run", "--desk", desk + "/new"]).status == 0)
        #expect(try await Program.run(["status", "--desk", desk + "/new", "--max-age", "3h"]).status == 0)
        let old = try await Program.run(
            ["status", "--desk", desk + "/new", "--max-age", "3h", "--now", "2036-01-01T00:00:00Z"])
        #expect(old.status == 1)
    }

    @Test("a backup brings store and Feeds/ back")
    func backup() async throws {
        _ = try await Program.run([
            "init", desk + "/new", "--contact", "a@example.org", "--authority", "example.org,2026",
        ])
        _ = try await Program.run(["run", "--desk", desk + "/new", "--now", "2026-03-01T08:00:00Z"])
        #expect(try await Program.run(["backup", desk + "/desk.tar", "--desk", desk + "/new"]).status == 0)
        try FileManager.default.removeItem(atPath: desk + "/new/Feeds")
        try FileManager.default.removeItem(atPath: desk + "/new/.demarche")
        let restored = try await Program.run(["restore", desk + "/desk.tar", "--desk", desk + "/new"])
        #expect(restored.status == 0, "\(restored.errors)")
        let runs = try await Program.run(["runs", "--desk", desk + "/new"])
        #expect(runs.output.contains("2026-03-01T08:00:00Z"))
        let broken = try await Program.run(["restore", desk + "/new/Feeds/desk.yml", "--desk", desk + "/new"])
        #expect(broken.status == 2)
    }

    @Test(
        "a document through a pipe is read as one in a file, whether it is held in memory or not",
        arguments: [-1, 0, 1, 1 << 20])
    func piped(beyond: Int) async throws {
        let head = "<rss version=\"2.0\"><channel><title>Piped</title><item><title>"
        let foot = "</title></item></channel></rss>"
        let words = String(repeating: "word ", count: 1 << 20).prefix((4 << 20) + beyond - head.count - foot.count)
        let input = head + words + foot
        let file = try await Program.run(["parse", "-"], input: input)
        let pipe = try await Program.run(["parse", "-"], input: input, isPiped: true)
        #expect(file.status == 0 && pipe.status == 0)
        #expect(file.output.utf8.count > 4 << 20)
        // The outputs are not printed when they differ: each has megabytes.
        let isSame = file.output == pipe.output
        #expect(isSame)
    }

    @Test("parse, extract and curate give a line for each input, also a broken one")
    func stages() async throws {
        try folder.write("<rss version=\"2.0\"><channel><title>A</title></channel></rss>", to: "a.xml")
        try folder.write("GIF89a", to: "b.xml")
        let parsed = try await Program.run([
            "parse", "--format", "json", desk + "/a.xml", desk + "/b.xml", desk + "/none.xml",
        ])
        #expect(parsed.output.split(separator: "\n").count == 3)
        try folder.write("<html><body><p>Too short</p></body></html>", to: "page.html")
        try folder.write("\(desk)/page.html\thttp://news.example/a\n\(desk)/none.html\n", to: "list")
        let extracted = try await Program.run(["extract", "--format", "json", "--manifest", desk + "/list"])
        #expect(extracted.status == 0)
        #expect(extracted.output.split(separator: "\n").count == 2)
        let curated = try await Program.run(
            ["curate", "--format", "json", "-"], input: "{\"id\":\"1\",\"text\":\"\"}\nno json\n")
        #expect(curated.output.split(separator: "\n").count == 2)
        #expect(curated.output.contains("\"id\":null"))
    }

    @Test("group answers every line in its order, also without a date, and one that it cannot read")
    func group() async throws {
        let lines = """
            {"id": "1", "title": "Norway and Chile to meet in Oslo over krill quotas", "published": "2026-02-10"}
            {"id": "2", "title": "Bakers' guild names best rye loaf", "text": "", "published": ""}
            no JSON
            {"id": "1", "title": "Oslo: Norway and Chile to meet over krill quotas", "published": "2026-02-11T09:00:00Z"}
            """
        let outcome = try await Program.run(["group", "--format", "json", "-"], input: lines)
        #expect(outcome.status == 0)
        struct Answer: Decodable { var id: String?, cluster: String?, development: String?, error: String? }
        let answers = try outcome.output.split(separator: "\n").map {
            try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
        }
        #expect(answers.map(\.id) == ["1", "2", nil, "1"])
        #expect(answers[0].cluster == answers[3].cluster && answers[0].cluster != answers[1].cluster)
        #expect(answers[2].error != nil)
        #expect(answers.enumerated().allSatisfy { $0.offset == 2 || $0.element.development != nil })
    }
}
