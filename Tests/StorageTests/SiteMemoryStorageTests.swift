import Notation
import Storage
import Testing

@Suite("Store: site memory")
struct SiteMemoryStorageTests {
    @Test("a site's memory is kept as it was given, replaced by a newer one, and deleted when the site is silent")
    func memory() async throws {
        let folder = try TemporaryFolder()
        let store = try await Store.open(folder: folder.url)
        #expect(try await store.siteMemory(of: "herald.example") == nil)
        try await store.save(
            siteMemories: ["herald.example": [1, 0, 255], "post.example": [7]], now: Invented.day(0))
        #expect(try await store.siteMemory(of: "herald.example") == [1, 0, 255])
        try await store.save(siteMemories: ["herald.example": [2]], now: Invented.day(150))
        #expect(try await store.siteMemory(of: "herald.example") == [2])
        try await store.save(siteMemories: ["gazette.example": [3]], now: Invented.day(250))
        #expect(try await store.siteMemory(of: "herald.example") == [2])
        #expect(try await store.siteMemory(of: "post.example") == nil)
        try store.close()
    }
}
