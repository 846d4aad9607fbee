internal import GRDB

/// A table whose rows are written down before and after a correction changes them.
///
/// A row is named by a condition on its primary key, and written as the list of its values in SQL, both made by SQLite's own
/// `quote()`; so what is put back is what was there, whatever columns a table has or will have. The method is that of
/// https://www.sqlite.org/undoredo.html, with rows instead of statements.
struct JournaledTable {
    let name: String
    private let columns: [String]
    private let keys: [String]

    /// What corrections write first of all.
    ///
    /// Their rows must be as a correction left them for it to be taken back as if it had never been.
    static let binding = ["article", "development", "developmentArticle"]
    /// What corrections write; of the further ones, rows that differ by now stay as they are.
    static let names = binding + ["articleTag", "developmentTag", "story", "doubt", "change", "trace"]

    /// Reads a table's columns.
    init(_ name: String, in database: Database) throws {
        self.name = name
        let rows = try Row.fetchAll(database, sql: "SELECT name, pk FROM pragma_table_info(?)", arguments: [name])
        columns = rows.map { $0[0] }
        keys = rows.filter { $0[1] as Int > 0 }.map { $0[0] }
    }

    /// The triggers that write down what one step changes, until the connection is closed or ``stop`` is executed.
    func start(step: Int64) -> String {
        func trigger(_ event: String, named row: String, before: String, after: String) -> String {
            """
            CREATE TEMP TRIGGER "journal_\(name)_\(event)" AFTER \(event) ON main."\(name)" BEGIN
                INSERT INTO journal (step, place, row, before, after)
                VALUES (\(step), '\(name)', \(condition(row)), \(before), \(after));
            END;
            """
        }
        return trigger("INSERT", named: "new", before: "NULL", after: values("new"))
            + trigger("UPDATE", named: "old", before: values("old"), after: values("new"))
            + trigger("DELETE", named: "old", before: values("old"), after: "NULL")
    }

    /// Ends what ``start(step:)`` began.
    var stop: String {
        ["INSERT", "UPDATE", "DELETE"].map { "DROP TRIGGER IF EXISTS temp.\"journal_\(name)_\($0)\";" }.joined()
    }

    /// Returns the values of a row as they are now; nil when there is none.
    func image(of row: String, in database: Database) throws -> String? {
        try String.fetchOne(database, sql: "SELECT \(values("\"\(name)\"")) FROM \"\(name)\" WHERE \(row)")
    }

    /// Makes a row what it was.
    ///
    /// - Parameters:
    ///   - row: names it.
    ///   - values: its values; nil when there was none.
    ///   - isThere: whether there is one now.
    ///   - database: within a transaction.
    /// - Throws: `DatabaseError`.
    func restore(_ row: String, to values: String?, isThere: Bool, in database: Database) throws {
        let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        switch (values, isThere) {
        case (nil, true): try database.execute(sql: "DELETE FROM \"\(name)\" WHERE \(row)")
        case (let values?, true):
            try database.execute(sql: "UPDATE \"\(name)\" SET (\(list)) = (\(values)) WHERE \(row)")
        case (let values?, false):
            try database.execute(sql: "INSERT INTO \"\(name)\" (\(list)) VALUES (\(values))")
        case (nil, false): break
        }
    }

    /// An expression that gives a row's values.
    private func values(_ row: String) -> String {
        columns.map { "quote(\(row).\"\($0)\")" }.joined(separator: " || ', ' || ")
    }

    /// An expression that gives the condition which names a row.
    private func condition(_ row: String) -> String {
        keys.map { "'\"\($0)\" = ' || quote(\(row).\"\($0)\")" }.joined(separator: " || ' AND ' || ")
    }
}
