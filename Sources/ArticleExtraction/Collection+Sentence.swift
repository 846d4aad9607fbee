extension Collection<UInt8> {
    /// Whether text ends as a sentence does, closing quotes and brackets aside.
    var endsSentence: Bool {
        var tail = Array(self.suffix(40))
        // "… he said. (dpa)"
        if tail.last == 0x29, let open = tail.lastIndex(of: 0x28), tail.count - open < 24 {
            let before = tail[..<open]
            tail = Array(before.isEmpty ? tail[...] : before)
        }
        while let last = tail.last {
            if tail.count >= 3 {
                let end = Array(tail.suffix(3))
                // ” ’ » › 」 』 ）
                if end == [0xE2, 0x80, 0x9D] || end == [0xE2, 0x80, 0x99] || end == [0xE2, 0x80, 0xBA]
                    || end == [0xE3, 0x80, 0x8D] || end == [0xE3, 0x80, 0x8F] || end == [0xEF, 0xBC, 0x89]
                    || end == [0xE2, 0x80, 0x9C]
                {
                    tail.removeLast(3)
                    continue
                }
                // … 。 ！ ？ । 。
                if end == [0xE2, 0x80, 0xA6] || end == [0xE3, 0x80, 0x82] || end == [0xEF, 0xBC, 0x81]
                    || end == [0xEF, 0xBC, 0x9F] || end == [0xE0, 0xA5, 0xA4]
                {
                    return true
                }
            }
            if tail.count >= 2, tail[tail.count - 2] == 0xC2, last == 0xBB || last == 0xAB || last == 0xA0 {
                tail.removeLast(2)
                continue
            }
            // Arabic ؟ ۔
            if tail.count >= 2, tail[tail.count - 2] == 0xD8, last == 0x9F { return true }
            if tail.count >= 2, tail[tail.count - 2] == 0xDB, last == 0x94 { return true }
            switch last {
            case 0x22, 0x27, 0x29, 0x5D, 0x2A, 0x20: tail.removeLast()
            case 0x2E, 0x21, 0x3F, 0x3A, 0x3B: return true
            default: return false
            }
        }
        return false
    }
}
