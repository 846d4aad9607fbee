import Developments
import Foundation
import Testing

@testable import Desk

@Suite struct NewDeskTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a new desk opens, with the answers in its settings and ten sources of the region")
    func make() throws {
        var new = NewDesk(folder: folder.url.appending(path: "desk"))
        new.contact = "desk@example.org"
        new.timeZone = "Asia/Amman"
        new.authority = "example.org,2026"
        new.starter = try Starter.regions().first
        let words = try new.make()
        #expect(words.contains("demarche run"))
        let desk = try Desk(folder: DeskFolder(root: new.folder), environment: [:])
        #expect(desk.settings.contact == "desk@example.org")
        #expect(desk.settings.timeZone == "Asia/Amman")
        #expect(desk.settings.authority == "example.org,2026")
        #expect(desk.sources.count == 10)
        #expect(Set(desk.sources.map(\.id)).count == 10)
    }

    @Test("an existing desk is not touched")
    func existing() throws {
        try folder.write("title: mine\n", to: "Feeds/desk.yml")
        #expect(throws: UsageError.self) { _ = try NewDesk(folder: folder.url).make() }
        let text = try String(contentsOf: folder.url.appending(path: "Feeds/desk.yml"), encoding: .utf8)
        #expect(text == "title: mine\n")
    }

    @Test("answers that are not allowed are said before anything is made")
    func refused() throws {
        var new = NewDesk(folder: folder.url.appending(path: "desk"))
        new.timeZone = "Nowhere"
        #expect(throws: UsageError.self) { _ = try new.make() }
        new.timeZone = "UTC"
        new.starter = "atlantis"
        let error = #expect(throws: UsageError.self) { _ = try new.make() }
        #expect(error?.description.contains("europe") == true)
        #expect(!FileManager.default.fileExists(atPath: new.folder.path))
    }

    @Test("a made-up authority differs from desk to desk")
    func authority() throws {
        let authorities = try ["a", "b"].map { name in
            let new = NewDesk(folder: folder.url.appending(path: name))
            _ = try new.make()
            return try Desk(folder: DeskFolder(root: new.folder), environment: [:]).settings.authority
        }
        #expect(Set(authorities).count == 2)
        #expect(authorities.allSatisfy { $0.hasSuffix(",2026") || $0.contains(".invalid,") })
    }
}
