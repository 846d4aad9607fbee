internal import Notation

/// Lines of text that are not part of any article, such as "Also read: …" or "Leave a reply".
struct Phrases: Sendable {
    /// Where a phrase must stand in a block to count.
    enum Place: String, Sendable {
        /// It is the whole block.
        case line
        /// The block begins with it.
        case start
        /// It is anywhere in a short block.
        case anywhere
        /// The block begins with its first half and holds its second, which three dots part.
        case frame
        /// It is the whole block, and the article ends before it.
        case end
        /// The block begins with it, and the article ends before it.
        case endStart = "end-start"
    }

    struct Match: Sendable {
        var reason: Removal.Reason
        var isEnd: Bool
        /// The longest block that the phrase may begin; a sentence may begin with "Watch" too.
        var reach = Phrases.lengthLimit
    }

    private var lines: [[UInt8]: Match] = [:]
    private var starts: [UInt32: [(text: [UInt8], match: Match)]] = [:]
    private var fragments: [(text: [UInt8], match: Match)] = []
    private var frames: [(start: [UInt8], middle: [UInt8], match: Match)] = []

    /// Longer blocks are never matched by ``Place/start`` and ``Place/anywhere``.
    static let lengthLimit = 420

    mutating func add(_ text: String, place: Place, reason: Removal.Reason) {
        let folded = Self.folded(Array(text.utf8)[...])
        var match = Match(reason: reason, isEnd: place == .end || place == .endStart)
        if place == .start, folded.allSatisfy({ $0 < 0xE0 }) {
            switch folded.count(where: { $0 == 0x20 }) {
            case 0: match.reach = folded.first == 0xC2 ? 140 : 60  // a copyright sign begins no sentence
            case 1: match.reach = 140
            default: break
            }
        }
        switch place {
        case .line, .end: lines[folded] = match
        case .start, .endStart: starts[Self.key(folded[...]), default: []].append((folded, match))
        case .frame:
            let halves = text.split(separator: " … ").map { Self.folded(Array($0.utf8)[...], keepsEdges: true) }
            if halves.count == 2 { frames.append((halves[0], halves[1], match)) }
        case .anywhere: fragments.append((Self.folded(Array(text.utf8)[...], keepsEdges: true), match))
        }
    }

    /// Returns what a block is known to be, or nil.
    ///
    /// - Parameter folded: its text as ``folded(_:)`` gives it.
    /// - Returns: the reason to cut it.
    func match(_ folded: [UInt8]) -> Match? {
        guard !folded.isEmpty, folded.count <= Self.lengthLimit else { return nil }
        if let match = lines[folded] { return match }
        if let candidates = starts[Self.key(folded[...])] {
            for (start, match) in candidates where folded.count <= match.reach && folded.starts(with: start) {
                // "Share" must not match "Shareholders".
                guard folded.count > start.count else { return match }
                let next = folded[start.count]
                if !(next &- 97 < 26 || next >= 0xC0) || start.last.map({ $0 >= 0xE0 || $0 == 0x20 }) == true {
                    return match
                }
                if start.last.map({ $0 >= 0x80 && $0 < 0xC0 }) == true, next >= 0xE3 { return match }
            }
        }
        for frame in frames where folded.starts(with: frame.start) && folded.holds(frame.middle) { return frame.match }
        guard folded.count <= 200 else { return nil }
        for (fragment, match) in fragments where folded.holds(fragment) { return match }
        return nil
    }

    private static func key(_ text: ArraySlice<UInt8>) -> UInt32 {
        text.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The text's letters as ``TextFolding`` has them, typographic apostrophes as ASCII, no punctuation or arrows at the
    /// ends; empty for a long text.
    static func folded(_ text: ArraySlice<UInt8>, keepsEdges: Bool = false) -> [UInt8] {
        guard text.count <= lengthLimit else { return [] }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        if text.allSatisfy({ $0 < 0x80 }) {
            for byte in text { result.append(byte &- 65 < 26 ? byte | 0x20 : byte) }
        } else {
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars { append(scalar, to: &result) }
        }
        if keepsEdges { return result }
        while let last = result.last, isEdge(last) { result.removeLast() }
        let start = result.firstIndex { !isEdge($0) } ?? 0
        if start > 0 { result.removeFirst(start) }
        return result
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
        switch scalar.value {
        case 0x2018, 0x2019, 0x02BC: result.append(0x27)
        case 0x200B, 0xFEFF, 0x200E, 0x200F, 0x00AD: break
        // Spaces, dashes, arrows, bullets, quotation marks and pictures.
        case 0x00A0, 0x202F, 0x2013, 0x2014, 0x2022, 0x2026, 0x203A, 0x00AB, 0x00BB, 0x00B7, 0xFF1A,
            0x2190...0x21FF, 0x25A0...0x27BF, 0x1F300...0x1FAFF:
            result.append(0x20)
        default: TextFolding.append(scalar, to: &result)
        }
    }

    /// Whether a byte at the end of a line does not count: space and punctuation, but for `(`, `#` and `©`'s bytes.
    private static func isEdge(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x28, 0x23: false
        case 0...0x2F, 0x3A, 0x3B, 0x3E, 0x3F, 0x5B, 0x5D, 0x7C: true
        default: false
        }
    }
}

extension Array where Element == UInt8 {
    /// Whether `other` occurs in the bytes.
    func holds(_ other: [UInt8]) -> Bool {
        guard let first = other.first, count >= other.count else { return false }
        for start in 0...(count - other.count) where self[start] == first {
            if self[start..<(start + other.count)].elementsEqual(other) { return true }
        }
        return false
    }
}
