import Desk
import Foundation
import FoundationNetworking
import FoundationXML
import Notation
import Serving
import Testing

@Suite("A feed reader over a served output folder") struct ServedUpdateTests {
    @Test("sees an update as a change entry of its own, which leads to its place on a page that is there")
    func update() async throws {
        let newsroom = try await Newsroom.shared.value
        let folder = try TemporaryFolder()
        let server = FolderServer(root: folder.url)
        try await server.start()
        let reader = FeedReader(address: server.origin + "/changes.atom")
        try newsroom.moment(.first).write(into: folder.url)
        #expect(try await reader.newEntries() == [])
        #expect(try await reader.newEntries() == nil, "304 while nothing changed")
        try newsroom.moment(.later).write(into: folder.url)
        let entries = try #require(try await reader.newEntries())
        #expect(!entries.isEmpty)
        let pages = try newsroom.moment(.later).outputs.filter { $0.key.hasPrefix("d/") }
        for id in entries {
            let parts = id.split(separator: ":").last?.split(separator: ".").map(String.init) ?? []
            let page = try #require(pages["d/\(parts[0]).html"].map { String(decoding: $0, as: UTF8.self) })
            #expect(page.contains("id=\"\(parts[1])\""), "\(id)")
        }
        await server.stop()
    }
}

extension Newsroom.Moment {
    /// Puts what was published into a folder.
    fileprivate func write(into folder: URL) throws {
        for (name, bytes) in outputs {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: file)
        }
    }
}

/// A feed reader in little: it asks again with the ETag that it was given and remembers ids.
private actor FeedReader {
    private let address: String
    private var etag: String?
    private var known: Set<String> = []

    init(address: String) { self.address = address }

    /// The ids of the entries that were not there before; nil when the server says that nothing changed.
    func newEntries() async throws -> [String]? {
        var request = URLRequest(url: try #require(URL(string: address)))
        request.cachePolicy = .reloadIgnoringLocalCacheData
        if let etag { request.setValue(etag, forHTTPHeaderField: "If-None-Match") }
        let (data, response) = try await URLSession.shared.data(for: request)
        let answer = try #require(response as? HTTPURLResponse)
        if answer.statusCode == 304 { return nil }
        #expect(answer.value(forHTTPHeaderField: "Content-Type") == "application/atom+xml")
        etag = answer.value(forHTTPHeaderField: "ETag")
        let feed = try #require(XMLDocument(data: data, options: []).rootElement())
        let ids = feed.elements(forName: "entry").compactMap { $0.elements(forName: "id").first?.stringValue }
        return ids.filter { known.insert($0).inserted }
    }
}
