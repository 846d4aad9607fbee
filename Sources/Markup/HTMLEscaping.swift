extension [UInt8] {
    /// Appends text as HTML: `< > & "` as references, NUL dropped.
    ///
    /// - Parameter text: the text in UTF-8.
    public mutating func appendEscapedHTML(_ text: some Collection<UInt8>) {
        let isDone: Void? = text.withContiguousStorageIfAvailable { appendEscapedHTML(bytes: $0) }
        if isDone == nil { Array(text).withUnsafeBufferPointer { appendEscapedHTML(bytes: $0) } }
    }

    /// Appends a code point as HTML.
    mutating func appendEscapedHTML(_ code: UInt32) {
        switch code {
        case 0x26: self += "&amp;".utf8
        case 0x3C: self += "&lt;".utf8
        case 0x3E: self += "&gt;".utf8
        default: appendUTF8(code)
        }
    }

    private mutating func appendEscapedHTML(bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while true {
            let place = HTMLEscaping.special(bytes, from: start, to: bytes.count)
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<place]))
            guard place < bytes.count else { return }
            switch bytes[place] {
            case 0x22: append(contentsOf: "&quot;".utf8)
            case 0x26: append(contentsOf: "&amp;".utf8)
            case 0x3C: append(contentsOf: "&lt;".utf8)
            case 0x3E: append(contentsOf: "&gt;".utf8)
            default: break
            }
            start = place + 1
        }
    }
}

enum HTMLEscaping {
    /// The first byte that may not stand in a quoted value as it is.
    static func special(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        ByteScan.first(bytes, from: start, to: end) {
            ByteScan.equal($0, 0x22) | ByteScan.equal($0, 0x26) | ByteScan.equal($0, 0x3C) | ByteScan.equal($0, 0x3E)
                | ByteScan.equal($0, 0)
        } byte: {
            $0 == 0x22 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0
        }
    }
}
