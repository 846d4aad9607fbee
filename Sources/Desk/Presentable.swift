import Foundation

/// What a command prints: as text for people, as JSON for programs.
public protocol Presentable: Encodable {
    /// Readable lines, without colours.
    var text: String { get }
}

extension Presentable {
    /// The value as JSON, members in alphabetical order.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension Array: Presentable where Element: Presentable {
    /// Readable lines.
    public var text: String { map(\.text).joined(separator: "\n") }
}
