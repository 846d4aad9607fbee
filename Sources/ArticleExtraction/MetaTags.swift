/// The `content` of a page's `meta` elements by their `name`, `property`, `itemprop` or `http-equiv`; the first wins.
///
/// Case counts not, nor which of `:`, `.`, `_` and `-` parts the words: pages write `article:published_time` in all ways.
struct MetaTags {
    private var contents: [[UInt8]: String] = [:]

    subscript(name: String) -> String? { contents[Self.key(name)] }

    /// Adds an element unless there was one of that name.
    mutating func add(_ content: String, named name: String) {
        let key = Self.key(name)
        if contents[key] == nil { contents[key] = content }
    }

    private static func key(_ name: String) -> [UInt8] {
        name.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case 0x2D, 0x2E, 0x5F: 0x3A
            case 0x41...0x5A: byte | 0x20
            case 0...0x20: nil
            default: byte
            }
        }
    }
}
