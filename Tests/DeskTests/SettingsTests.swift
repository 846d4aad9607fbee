import Foundation
import Testing

@testable import Desk

@Suite struct SettingsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func settings(_ yaml: String, _ environment: [String: String] = [:]) throws -> Settings {
        try Settings(file: folder.write(yaml, to: "Feeds/desk.yml"), environment: environment)
    }

    @Test("what the file leaves out has its default")
    func defaults() throws {
        let settings = try settings("title: \"Gulf desk\"\n")
        #expect(settings.title == "Gulf desk")
        #expect(settings.backfill == 3 * 86_400)
        #expect(settings.network.allowPrivate.isEmpty)
    }

    @Test("values of all forms are read")
    func values() throws {
        let settings = try settings(
            """
            timeZone: Europe/Berlin
            backfill: 12h
            pages: no
            languages: [en, fr]
            network:
              pageSpacing: 0s
              allowPrivate:
                - 127.0.0.0/8
                - fd00::/8
            publish:
              delimiter: ";"
              audience: private
            """)
        #expect(settings.timeZone == "Europe/Berlin")
        #expect(settings.backfill == 43_200)
        #expect(!settings.pages)
        #expect(settings.languages == ["en", "fr"])
        #expect(settings.network.pageSpacing == 0)
        #expect(settings.network.allowPrivate == ["127.0.0.0/8", "fd00::/8"])
        #expect(settings.publish.delimiter == ";")
        #expect(settings.publish.audience == .private)
    }

    @Test(
        "what cannot be used is named with its line, its key and what is allowed",
        arguments: [
            ("title: x\nfetchEvery: 1h\n", ["line 2", "fetchEvery", "allowed here", "backfill"]),
            ("network:\n  pageSpacing: fast\n", ["line 2", "network.pageSpacing", "`fast`", "30s, 5m"]),
            ("network:\n  speed: 3\n", ["line 2", "network.speed", "allowed here", "concurrency"]),
            ("pages: maybe\n", ["line 1", "pages", "true or false"]),
            ("pages: [1]\ntitle: y\n", ["line 1", "pages"]),
            ("curation:\n  keep: 1.5\n", ["line 2", "curation.keep", "from 0 to 1"]),
            ("timeZone: Mars/Base\n", ["line 1", "timeZone", "IANA"]),
            ("network: 5\n", ["line 1", "network", "keys of its own"]),
            ("a: [b\n", ["desk.yml", "YAML"]),
            ("- a\n- b\n", ["desk.yml", "key: value"]),
            ("curation:\n  keep: 0.3\n  review: 0.6\n", ["curation.review", "above"]),
        ] as [(String, [String])])
    func mistakes(yaml: String, words: [String]) throws {
        let error = #expect(throws: SettingsError.self) { try settings(yaml) }
        let line = error?.description ?? ""
        for word in words { #expect(line.contains(word), "\(line) lacks \(word)") }
        #expect(!line.contains("\n"))
    }

    @Test("a desk that is not there is told how to be made")
    func missing() throws {
        let error = #expect(throws: SettingsError.self) {
            try Settings(file: folder.url.appending(path: "nothing/desk.yml"), environment: [:])
        }
        #expect(error?.description.contains("demarche init") == true)
    }

    @Test("an environment variable outranks the file, and its mistakes name it")
    func environment() throws {
        let settings = try settings("network:\n  pageSpacing: 9s\n", ["DEMARCHE_NETWORK_PAGE_SPACING": "2s"])
        #expect(settings.network.pageSpacing == 2)
        let error = #expect(throws: SettingsError.self) { try self.settings("", ["DEMARCHE_BACKFILL": "soon"]) }
        #expect(error?.description.contains("DEMARCHE_BACKFILL") == true)
    }

    @Test("the file that init writes has every key and reads back as the same settings")
    func documented() throws {
        var written = Settings()
        written.contact = "desk@example.org"
        written.title = "Quote \" and \\ back"
        written.network.allowPrivate = ["10.0.0.0/8"]
        written.publish.delimiter = "\t"
        let yaml = written.documentedYAML()
        for key in SettingKey.all {
            let name = key.path.split(separator: ".").last.map(String.init) ?? ""
            #expect(yaml.contains("\(name): "), "\(key.path) is missing")
        }
        let read = try settings(yaml)
        for key in SettingKey.all { #expect(key.write(read) == key.write(written), "\(key.path)") }
    }

    @Test(
        "times are read and written in their largest unit",
        arguments: [("0", 0), ("45s", 45), ("90s", 90), ("5m", 300), ("12h", 43_200), ("3d", 259_200)])
    func spans(text: String, seconds: Int) {
        #expect(TimeSpan.seconds(written: text) == seconds)
        #expect(TimeSpan.seconds(written: TimeSpan.written(seconds: seconds)) == seconds)
    }

    @Test("what is no time is refused", arguments: ["", "h", "-3h", "3w", "1.5h", "9999999d"])
    func noSpans(text: String) {
        #expect(TimeSpan.seconds(written: text) == nil)
    }
}
