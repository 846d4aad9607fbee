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
        let code = values.withBytesBound {
            var code = sqlite3_step(pointer)
            while code == SQLITE_ROW { code = sqlite3_step(pointer) }
            return code
        }
        // SQLite must not keep the address of bytes that are gone.
        defer {
            sqlite3_reset(pointer)
            sqlite3_clear_bindings(pointer)
        }
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage, sql: statement.sql)
        }
    }

    /// Takes the values of one execution, one after the other.
    ///
    /// Texts lie behind each other in one array, where SQLite reads them: it would make room for a copy of each.
    struct Values {
        private let pointer: OpaquePointer
        private var index: CInt = 0
        private var bytes: [UInt8] = []
        private var spans: [Span] = []
        /// The first code that was no success.
        private var failure: CInt?

        private struct Span {
            var index: CInt
            var range: Range<Int>
            var isText: Bool
        }

        fileprivate init(_ pointer: OpaquePointer) {
            self.pointer = pointer
            // With its header just below a kilobyte, of which each thread has some at hand (glibc's tcache).
            bytes.reserveCapacity(960)
            // Then an empty text has an address, too; without one it would be NULL.
            bytes.append(0)
            spans.reserveCapacity(20)
        }

        /// Hands the texts to SQLite while `body` runs; returns its code, or that of a value that was not taken.
        fileprivate func withBytesBound(_ body: () -> CInt) -> CInt {
            if let failure { return failure }
            return bytes.withUnsafeBytes { buffer in
                for span in spans {
                    let start = buffer.baseAddress?.advanced(by: span.range.lowerBound)
                    let count = CInt(clamping: span.range.count)
                    let code =
                        span.isText
                        ? sqlite3_bind_text(pointer, span.index, start?.assumingMemoryBound(to: CChar.self), count, nil)
                        : sqlite3_bind_blob(pointer, span.index, start, count, nil)
                    if code != SQLITE_OK { return code }
                }
                return body()
            }
        }

        private mutating func note(_ code: CInt) {
            if code != SQLITE_OK, failure == nil { failure = code }
        }

        private mutating func next() -> CInt {
            index += 1
            return index
        }

        private mutating func add(isText: Bool, _ append: (inout [UInt8]) -> Void) {
            let start = bytes.count
            append(&bytes)
            spans.append(Span(index: next(), range: start..<bytes.count, isText: isText))
        }

        mutating func add(_ text: String) { add(isText: true) { $0.append(contentsOf: text.utf8) } }

        mutating func add(_ bytes: [UInt8]) { add(isText: false) { $0.append(contentsOf: bytes) } }

        mutating func add(_ number: Int) { note(sqlite3_bind_int64(pointer, next(), Int64(number))) }

        mutating func add(_ number: Int64) { note(sqlite3_bind_int64(pointer, next(), number)) }

        mutating func add(_ claim: Bool) { add(claim ? 1 : 0) }

        mutating func add(_ text: String?) {
            if let text { add(text) } else { addNull() }
        }

        mutating func add(_ number: Int?) {
            if let number { add(number) } else { addNull() }
        }

        private mutating func addNull() { note(sqlite3_bind_null(pointer, next())) }
    }
}
