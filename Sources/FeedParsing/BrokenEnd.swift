/// Where a document breaks off that lacks its end.
enum BrokenEnd {
    /// Whether the last tag of an entry, `item` or `entry` with or without a prefix, is a start tag.
    ///
    /// - Parameter utf8: a document that ended before its root element did.
    /// - Returns: false too for a document without entries.
    static func isInEntry(_ utf8: [UInt8]) -> Bool {
        utf8.withUnsafeBufferPointer { bytes in
            var index = bytes.count - 1
            while index >= 0 {
                if bytes[index] == UInt8(ascii: "<") {
                    let isEnd = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
                    let isWhole = isEnd || bytes[index...].contains(UInt8(ascii: ">"))
                    if isWhole, isEntry(bytes, from: index + (isEnd ? 2 : 1)) { return !isEnd }
                }
                index -= 1
            }
            return false
        }
    }

    /// Whether the name of an entry stands at a place, and is not cut off within.
    private static func isEntry(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        var name = start
        var end = start
        while end < bytes.count, end - start <= 40, isNameByte(bytes[end]) {
            if bytes[end] == UInt8(ascii: ":") { name = end + 1 }
            end += 1
        }
        guard end < bytes.count, end > name else { return false }
        let local = bytes[name..<end].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return local.elementsEqual("item".utf8) || local.elementsEqual("entry".utf8)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "<")
    }
}
