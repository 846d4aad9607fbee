/// A document's bytes as UTF-8, and how they came to be.
public struct Decoding: Sendable {
    /// The text in UTF-8, well-formed, without a byte order mark.
    public var utf8: [UInt8]
    /// The encoding that was read.
    public var encoding: Encoding
    /// What the transport or the document said it was, when that is not what was read.
    public var overridden: String?
    /// The label that was said and that nobody knows.
    public var unknownLabel: String?
    /// Whether bytes that are no character were replaced by U+FFFD.
    public var hasReplacements = false

    /// Decodes an HTML page.
    ///
    /// By its byte order mark, else UTF-8 if it is, else the transport's `charset`, else the page's `meta`, else
    /// windows-1252. NUL characters are dropped.
    ///
    /// - Parameters:
    ///   - bytes: the page as received.
    ///   - charset: the `charset` of its `Content-Type`, if any.
    /// - Returns: the text and the encoding's name.
    public static func page(_ bytes: [UInt8], charset: String? = nil) -> (utf8: [UInt8], encoding: String) {
        var decoding = bytes.withUnsafeBufferPointer { buffer in
            byMark(buffer) ?? byZeros(buffer)
                ?? byLabels(
                    buffer, [charset, metaCharset(buffer)].compactMap { $0 }, prefersUTF8: true, original: bytes)
        }
        if ByteScan.next(0, in: decoding.utf8, from: 0) < decoding.utf8.count { decoding.utf8.removeAll { $0 == 0 } }
        return (decoding.utf8, decoding.encoding.name)
    }

    /// Decodes an XML or JSON document.
    ///
    /// By its byte order mark; else UTF-8 where letters beyond ASCII are well-formed in it, which no other encoding's are
    /// by chance; else by the first of the labels that fits, else UTF-8, else windows-1252.
    ///
    /// - Parameters:
    ///   - bytes: the document as received.
    ///   - charset: the `charset` of its `Content-Type`, if any; goes before the XML declaration (RFC 7303 section 3).
    /// - Returns: the text and how it was read.
    public static func document(_ bytes: [UInt8], charset: String? = nil) -> Decoding {
        bytes.withUnsafeBufferPointer { buffer in
            let declared = xmlEncoding(buffer)
            let said = charset ?? declared
            var decoding =
                byMark(buffer) ?? byZeros(buffer)
                ?? byLabels(buffer, [charset, declared].compactMap { $0 }, prefersUTF8: false, original: bytes)
            if let said, decoding.overridden == nil, decoding.unknownLabel == nil {
                // UTF-16 as a label does not say which; a mark or the zeros do.
                let meant = Encoding(label: said)
                let isSame =
                    meant == decoding.encoding
                    || (said.lowercased().hasPrefix("utf") && isWide(meant, decoding.encoding))
                if meant == nil { decoding.unknownLabel = said } else if !isSame { decoding.overridden = said }
            }
            if decoding.encoding == .windows1252, let said { nameSubset(&decoding, said, buffer) }
            return decoding
        }
    }

    /// Names the subset of windows-1252 that was said, if the bytes keep to it.
    private static func nameSubset(_ decoding: inout Decoding, _ said: String, _ bytes: UnsafeBufferPointer<UInt8>) {
        let label = said.lowercased()
        guard Encoding(label: said) == .windows1252, !label.contains("1252") else { return }
        if label.contains("ascii") {
            if bytes.contains(where: { $0 >= 0x80 }) { decoding.overridden = said } else { decoding.encoding = .ascii }
        } else if !bytes.contains(where: { (0x80..<0xA0).contains($0) }) {
            decoding.encoding = .latin1
        }
    }

    /// Makes the characters of C1 controls that windows-1252 has in their place (WHATWG HTML does so for references).
    static func withoutC1(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count + utf8.count / 16)
        var index = 0
        while index < utf8.count {
            if utf8[index] == 0xC2, index + 1 < utf8.count, utf8[index + 1] < 0xA0 {
                result.appendUTF8(windows1252Upper[Int(utf8[index + 1] & 0x1F)])
                index += 2
            } else {
                result.append(utf8[index])
                index += 1
            }
        }
        return result
    }

    private static func isWide(_ said: Encoding?, _ read: Encoding) -> Bool {
        guard let said else { return false }
        return said.name.prefix(6) == read.name.prefix(6) && read.name.hasPrefix("utf-") && said != .utf8
    }

    // MARK: Ways to tell

    private static func byMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Decoding? {
        let marks: [([UInt8], Encoding)] = [
            ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE, 0, 0], .utf32LE), ([0, 0, 0xFE, 0xFF], .utf32BE),
            ([0xFF, 0xFE], .utf16LE), ([0xFE, 0xFF], .utf16BE),
        ]
        for (mark, encoding) in marks where bytes.starts(with: mark) {
            let rest = UnsafeBufferPointer(rebasing: bytes[mark.count...])
            // A mark before what is no UTF-8 at all was put there by an editor that knew no better.
            if encoding == .utf8 {
                let census = UTF8Text.census(rest)
                if census.errors > census.sequences { return decode(rest, as: .windows1252) }
            }
            return decode(rest, as: encoding)
        }
        return nil
    }

    /// UTF-16 and UTF-32 without a mark, by where the zeros of the first `<` stand (XML 1.0, appendix F).
    private static func byZeros(_ bytes: UnsafeBufferPointer<UInt8>) -> Decoding? {
        let starts: [([UInt8], Encoding)] = [
            ([0x3C, 0, 0, 0], .utf32LE), ([0, 0, 0, 0x3C], .utf32BE), ([0x3C, 0], .utf16LE), ([0, 0x3C], .utf16BE),
            ([0x7B, 0], .utf16LE), ([0, 0x7B], .utf16BE),
        ]
        for (start, encoding) in starts where bytes.starts(with: start) { return decode(bytes, as: encoding) }
        return nil
    }

    private static func byLabels(
        _ bytes: UnsafeBufferPointer<UInt8>, _ labels: [String], prefersUTF8: Bool, original: [UInt8]
    ) -> Decoding {
        var said: [Encoding] = []
        var unknown: String?
        for label in labels {
            if let encoding = Encoding(label: label) { said.append(encoding) } else { unknown = unknown ?? label }
        }
        // Wide encodings have shown themselves above, or the label is wrong.
        said.removeAll { $0.name.hasPrefix("utf-16") || $0.name.hasPrefix("utf-32") }
        let isASCIISafe = said.first?.name != "iso-2022-jp"
        let census = UTF8Text.census(bytes)
        // Servers and programs that were moved say what was true once; letters beyond ASCII show what is.
        if census.errors == 0, census.sequences > 0, isASCIISafe { said.removeAll() }
        var result: Decoding
        if census.errors == 0, said.isEmpty || (prefersUTF8 && isASCIISafe) || said.first == .utf8 {
            result = census.isCutOff ? decode(bytes, as: .utf8) : Decoding(utf8: original, encoding: .utf8)
            if census.hasC1 { result.utf8 = result.utf8.withUnsafeBufferPointer(withoutC1) }
        } else {
            result = firstFitting(bytes, said, census)
        }
        result.unknownLabel = unknown
        return result
    }

    /// The first encoding that reads every byte; else the one that reads nearly every byte; else windows-1252.
    private static func firstFitting(
        _ bytes: UnsafeBufferPointer<UInt8>, _ said: [Encoding], _ census: UTF8Text.Census
    ) -> Decoding {
        var best: Decoding?
        for encoding in said where encoding != .utf8 {
            let decoding = decode(bytes, as: encoding)
            if !decoding.hasReplacements { return decoding }
            if best == nil { best = decoding }
        }
        if census.errors == 0 { return decode(bytes, as: .utf8) }
        // A few bad bytes among many good sequences are damage, not another encoding.
        if census.sequences > census.errors { return decode(bytes, as: .utf8) }
        return best ?? decode(bytes, as: .windows1252)
    }

    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, as encoding: Encoding) -> Decoding {
        if encoding == .utf8 {
            guard UTF8Text.firstError(bytes) != nil else { return Decoding(utf8: Array(bytes), encoding: encoding) }
            return Decoding(utf8: UTF8Text.repaired(bytes), encoding: encoding, hasReplacements: true)
        }
        guard let name = encoding.converter, let converter = Converter(from: name) else {
            return Decoding(utf8: windows1252(bytes), encoding: .windows1252)
        }
        let (utf8, errors) = converter.convert(bytes)
        return Decoding(utf8: utf8, encoding: encoding, hasReplacements: errors > 0)
    }

    private static func windows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
            } else {
                result.appendUTF8(byte < 0xA0 ? windows1252Upper[Int(byte) - 0x80] : UInt32(byte))
            }
        }
        return result
    }

    /// WHATWG Encoding, index windows-1252, 0x80...0x9F.
    static let windows1252Upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
        0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
        0x178,
    ]
}

extension [UInt8] {
    /// Appends a stretch of other bytes, without the reference counting of a slice.
    @inline(__always)
    mutating func append(_ range: Range<Int>, of bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Appends a code point as UTF-8; U+FFFD when it is none.
    mutating func appendUTF8(_ code: UInt32) {
        switch code {
        case 0..<0x80: append(UInt8(truncatingIfNeeded: code))
        case 0x80..<0x800:
            append(0xC0 | UInt8(truncatingIfNeeded: code >> 6))
            append(0x80 | UInt8(truncatingIfNeeded: code & 0x3F))
        case 0xD800..<0xE000: appendUTF8(0xFFFD)
        case 0x800..<0x10000:
            append(0xE0 | UInt8(truncatingIfNeeded: code >> 12))
            append(0x80 | UInt8(truncatingIfNeeded: code >> 6 & 0x3F))
            append(0x80 | UInt8(truncatingIfNeeded: code & 0x3F))
        case 0x10000..<0x110000:
            append(0xF0 | UInt8(truncatingIfNeeded: code >> 18))
            append(0x80 | UInt8(truncatingIfNeeded: code >> 12 & 0x3F))
            append(0x80 | UInt8(truncatingIfNeeded: code >> 6 & 0x3F))
            append(0x80 | UInt8(truncatingIfNeeded: code & 0x3F))
        default: appendUTF8(0xFFFD)
        }
    }
}
