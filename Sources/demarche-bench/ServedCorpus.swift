import Foundation
import Notation
import Serving

/// The sample newsroom multiplied: so many feeds with so many pages each, no two alike, on a hundred loopback addresses.
struct ServedCorpus {
    let folder: URL
    let sources: Int
    private let server = ServerProcess()

    /// Writes the corpus; with no pages, the feeds have 20 entries without links.
    init(sources: Int, pages: Int) throws {
        self.sources = sources
        folder = FileManager.default.temporaryDirectory.appending(path: "demarche-bench-\(UUID().uuidString)")
        let originals = try Self.originals()
        for source in 0..<sources {
            let place = folder.appending(path: "served/\(source)")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            var items = ""
            for page in 0..<max(pages, 20) {
                let number = source * max(pages, 20) + page
                let original = originals[number % originals.count]
                items += Self.item(number, title: original.title, link: pages > 0 ? "\(page).html" : nil)
                guard pages > 0 else { continue }
                let bytes = Self.varied(original.bytes, by: number / originals.count)
                try Data(bytes).write(to: place.appending(path: "\(page).html"))
            }
            let feed = "<rss version=\"2.0\"><channel><title>Source \(source)</title>\(items)</channel></rss>"
            try Data(feed.utf8).write(to: place.appending(path: "feed.xml"))
        }
    }

    /// Puts a new entry at the head of every tenth feed, or every n-th.
    func addEntry(toEvery step: Int, round: Int) throws {
        for source in stride(from: round % step, to: sources, by: step) {
            let file = folder.appending(path: "served/\(source)/feed.xml")
            let feed = try String(contentsOf: file, encoding: .utf8)
            let item = Self.item(1_000_000 + round * sources + source, title: "New", link: nil)
            try Data(feed.replacing("</title><item>", with: "</title>\(item)<item>", maxReplacements: 1).utf8)
                .write(to: file, options: .atomic)
        }
    }

    /// The origin of a source: they are spread over 127.0.1.1 to 127.0.1.100.
    func origin(_ source: Int, port: UInt16) -> String { "http://127.0.1.\(source % 100 + 1):\(port)" }

    /// Starts the server in a process of its own, and returns its port.
    func start() async throws -> UInt16 {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
        let child = try Child(program, ["--serve", folder.path])
        server.child = child
        let file = folder.appending(path: "port")
        for _ in 0..<500 {
            if let text = try? String(contentsOf: file, encoding: .utf8), let port = UInt16(text) { return port }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw ChildFailed(what: "the server does not start")
    }

    /// Ends the server and removes the files.
    func remove() {
        server.child?.stop()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Serves a corpus for ever; what the child process does.
    static func serve(_ path: String) async throws {
        let folder = URL(filePath: path)
        let server = FolderServer(root: folder.appending(path: "served"), addresses: .allLoopback)
        try await server.start()
        let port = server.origin.split(separator: ":").last.map(String.init) ?? ""
        try Data(port.utf8).write(to: folder.appending(path: "port"), options: .atomic)
        try await Task.sleep(for: .seconds(3600))
    }

    private final class ServerProcess { var child: Child? }

    private static func originals() throws -> [(title: String, bytes: [UInt8])] {
        let newsroom = try DataFiles.companion("sample").appending(path: "snapshot-1")
        let pages =
            FileManager.default.enumerator(at: newsroom, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "html" }.sorted { $0.path < $1.path } ?? []
        return try pages.map {
            ($0.deletingPathExtension().lastPathComponent.replacing("-", with: " "), Array(try Data(contentsOf: $0)))
        }
    }

    private static func item(_ number: Int, title: String, link: String?) -> String {
        let address = link.map { "<link>\($0)</link>" } ?? "<description>Item \(number) of the benchmark.</description>"
        return "<item><title>\(title) \(number)</title>\(address)<guid isPermaLink=\"false\">bench-\(number)</guid>"
            + "<pubDate>Thu, 12 Mar 2026 06:00:00 GMT</pubDate></item>"
    }

    /// Gives every third long word outside tags an ending, so that copies of a page are no copies of its text.
    private static func varied(_ page: [UInt8], by copy: Int) -> [UInt8] {
        guard copy > 0 else { return page }
        let ending = Array("q\(String(copy, radix: 36))".utf8)
        var result: [UInt8] = []
        result.reserveCapacity(page.count * 11 / 10)
        var isTag = false
        var length = 0
        var words = 0
        for byte in page {
            let isLetter = (0x61...0x7A).contains(byte)
            if !isLetter, length >= 7, !isTag {
                words += 1
                if words % 3 == 0 { result += ending }
            }
            length = isLetter ? length + 1 : 0
            if byte == UInt8(ascii: "<") { isTag = true } else if byte == UInt8(ascii: ">") { isTag = false }
            result.append(byte)
        }
        return result
    }
}
