internal import Foundation
internal import GRDB
public import Notation

extension Store {
    /// Days after which the memory of a site that brings nothing new is deleted.
    private static let siteMemoryDays = 200

    /// Returns what is remembered of a site's pages, in its owner's form; nil when nothing is.
    ///
    /// - Parameter site: the site's name.
    /// - Returns: the bytes that were stored.
    /// - Throws: ``StoreError``.
    public func siteMemory(of site: String) async throws(StoreError) -> [UInt8]? {
        try await read { database in
            try Data.fetchOne(database, sql: "SELECT bytes FROM siteMemory WHERE site = ?", arguments: [site])
                .map { Array($0) }
        }
    }

    /// Stores what is remembered of some sites; memories long out of use are deleted.
    ///
    /// - Parameters:
    ///   - memories: by the site's name, in their owner's form.
    ///   - now: the clock's time.
    /// - Throws: ``StoreError``.
    public func save(siteMemories memories: [String: [UInt8]], now: Timestamp) async throws(StoreError) {
        guard !memories.isEmpty else { return }
        try await write { database in
            for (site, bytes) in memories.sorted(by: { $0.key < $1.key }) {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO siteMemory (site, time, bytes) VALUES (?, ?, ?)",
                    arguments: [site, now.seconds, Data(bytes)])
            }
            try database.execute(
                sql: "DELETE FROM siteMemory WHERE time < ?",
                arguments: [now.adding(seconds: -86_400 * Self.siteMemoryDays).seconds])
        }
    }
}
