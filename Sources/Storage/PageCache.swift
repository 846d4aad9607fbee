public import Foundation
public import Notation

/// Fetched pages, each a file named by the hash of its address, kept for some days so that a page can be read anew.
///
/// A cache only: what is missing or cannot be read is as if it had never been fetched.
public struct PageCache: Sendable {
    private let folder: URL

    static func folder(in folder: URL) -> URL { folder.appending(path: "pages") }

    /// Creates the cache of a desk's `.demarche` folder; nothing is made until a page is saved.
    public init(folder: URL) {
        self.folder = Self.folder(in: folder)
    }

    /// Keeps a page; a page of the same address is replaced.
    ///
    /// - Parameters:
    ///   - page: its bytes.
    ///   - urls: its addresses: where its link led to, where it was found, what it calls itself.
    ///   - now: the clock's time, from which its age counts.
    /// - Throws: ``StoreError`` when the disk refuses.
    public func save(_ page: [UInt8], urls: [String], now: Timestamp) throws(StoreError) {
        guard let first = urls.first else { return }
        try save(page, url: first, now: now)
        let file = self.file(of: first)
        for other in Set(urls.map(self.file)) where other != file {
            try? FileManager.default.createDirectory(
                at: other.deletingLastPathComponent(), withIntermediateDirectories: true)
            try? FileManager.default.removeItem(at: other)
            // A further name for the same bytes; without it the page is fetched once more.
            try? FileManager.default.linkItem(at: file, to: other)
        }
    }

    /// Keeps a page; a page of the same address is replaced.
    ///
    /// - Parameters:
    ///   - page: its bytes.
    ///   - url: its address.
    ///   - now: the clock's time, from which its age counts.
    /// - Throws: ``StoreError`` when the disk refuses.
    public func save(_ page: [UInt8], url: String, now: Timestamp) throws(StoreError) {
        let file = self.file(of: url)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(page).write(to: file, options: .atomic)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: Double(now.seconds))], ofItemAtPath: file.path)
        } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
            throw .diskFull(path: file.path)
        } catch {
            throw .cannotOpen(path: file.path, detail: error.localizedDescription)
        }
    }

    /// Returns a page by its address, or nil.
    public func page(url: String) -> [UInt8]? { (try? Data(contentsOf: file(of: url))).map(Array.init) }

    /// Returns a page that was kept at a time or later, or nil.
    public func page(url: String, since time: Timestamp) -> [UInt8]? {
        holds(url: url, since: time) ? page(url: url) : nil
    }

    /// Whether a page was kept at a time or later.
    public func holds(url: String, since time: Timestamp) -> Bool {
        let values = try? file(of: url).resourceValues(forKeys: [.contentModificationDateKey])
        return values?.contentModificationDate.map { $0.timeIntervalSince1970 >= Double(time.seconds) } ?? false
    }

    /// Deletes the pages that are too old, then the oldest until the others fit.
    ///
    /// - Parameters:
    ///   - now: the clock's time.
    ///   - days: the age in days at which a page goes.
    ///   - bytes: how many bytes all pages may have.
    public func prune(now: Timestamp, days: Int = 14, bytes: Int = 2_000_000_000) {
        let keys: Set<URLResourceKey> = [.contentModificationDateKey, .fileSizeKey, .isRegularFileKey]
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: Array(keys))?
            .compactMap { $0 as? URL } ?? []
        let oldest = Double(now.adding(seconds: -86_400 * days).seconds)
        let aged: [(file: URL, time: Double, size: Int)] = files.compactMap { file in
            guard let values = try? file.resourceValues(forKeys: keys), values.isRegularFile == true else { return nil }
            return (file, values.contentModificationDate?.timeIntervalSince1970 ?? 0, values.fileSize ?? 0)
        }
        var total = 0
        for (file, time, size) in aged.sorted(by: { $0.time > $1.time }) {
            total += size
            if time < oldest || total > bytes { try? FileManager.default.removeItem(at: file) }
        }
    }

    /// By the address's canonical form; the first two digits are a folder, so that no folder grows large.
    private func file(of url: String) -> URL {
        let hash = ContentHash.sha256(URLReference(url).canonical.bytes)
        return folder.appending(path: "\(hash.prefix(2))/\(hash.dropFirst(2).prefix(30))")
    }
}
