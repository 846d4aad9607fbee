internal import Foundation

/// The written form of values that are stored whole: JSON with sorted keys, so that equal values are equal texts.
enum StoredJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

/// Lists of short texts within one cell.
enum StoredList {
    private static let separator: Character = "\u{1F}"

    static func text(_ list: [String]) -> String { list.joined(separator: String(separator)) }

    static func list(_ text: String) -> [String] { text.split(separator: separator).map(String.init) }
}
