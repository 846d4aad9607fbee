internal import GRDB
internal import GRDBSQLite

/// A statement that one transaction executes thousands of times.
///
/// GRDB boxes all arguments into a list for each execution and watches what it does, which takes as long as SQLite's own
/// part; nobody observes this database, and here the values go to SQLite as they are.
struct BulkStatement {
    private let database: Database
    private let statement: Statement

    init(_ sql: String, in database: Database) throws {
        self.database = database
        statement = try database.cachedStatement(sql: sql)
    }

    /// Executes the statement once.
    ///
    /// - Parameter bind: gives the values in the order of the statement's question marks.
    /// - Throws: `DatabaseError`.
    func execute(_ bind: (inout Values) -> Void) throws {
        let pointer = statement.sqliteStatement
        // What the last execution ended with was thrown then.
        sqlite3_reset(pointer)
        var values = Values(pointer)
        bind(&values)
        var code = values.failure ?? sqlite3_step(pointer)
        while code == SQLITE_ROW { code = sqlite3_step(pointer) }
        defer { sqlite3_reset(pointer) }
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage, sql: statement.sql)
        }
    }

    /// Takes the values of one execution, one after the other.
    struct Values {
        private let pointer: OpaquePointer
        private var index: CInt = 0
        /// The first code that was no success.
        fileprivate private(set) var failure: CInt?
        /// SQLite makes a copy (`SQLITE_TRANSIENT`, which Swift cannot import).
        private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

        fileprivate init(_ pointer: OpaquePointer) { self.pointer = pointer }

        private mutating func note(_ code: CInt) {
            if code != SQLITE_OK, failure == nil { failure = code }
        }

        private mutating func next() -> CInt {
            index += 1
            return index
        }

        mutating func add(_ text: String) {
            var text = text
            let place = next()
            note(
                text.withUTF8 { bytes in
                    // A nil address would mean NULL.
                    guard let start = bytes.baseAddress else {
                        return sqlite3_bind_text(pointer, place, "", 0, Self.copied)
                    }
                    return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                        sqlite3_bind_text(pointer, place, $0, CInt(clamping: bytes.count), Self.copied)
                    }
                })
        }

        mutating func add(_ number: Int) { note(sqlite3_bind_int64(pointer, next(), Int64(number))) }

        mutating func add(_ number: Int64) { note(sqlite3_bind_int64(pointer, next(), number)) }

        mutating func add(_ claim: Bool) { add(claim ? 1 : 0) }

        mutating func add(_ text: String?) {
            if let text { add(text) } else { addNull() }
        }

        mutating func add(_ number: Int?) {
            if let number { add(number) } else { addNull() }
        }

        mutating func add(_ bytes: [UInt8]) {
            let place = next()
            note(
                bytes.withUnsafeBytes { buffer in
                    guard let start = buffer.baseAddress, !buffer.isEmpty else {
                        return sqlite3_bind_zeroblob(pointer, place, 0)
                    }
                    return sqlite3_bind_blob(pointer, place, start, CInt(clamping: buffer.count), Self.copied)
                })
        }

        private mutating func addNull() { note(sqlite3_bind_null(pointer, next())) }
    }
}
