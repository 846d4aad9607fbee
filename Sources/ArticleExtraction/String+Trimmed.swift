internal import Markup

extension StringProtocol {
    /// The text with each run of white space as one space and none at the ends.
    var trimmed: String {
        var bytes = utf8.collapsingWhiteSpace()
        while bytes.suffix(2) == [0xC2, 0xA0] { bytes.removeLast(2) }
        while bytes.prefix(2) == [0xC2, 0xA0] { bytes.removeFirst(2) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// The string trimmed, or nil when nothing is left.
    var nonEmpty: String? {
        let text = trimmed
        return text.isEmpty ? nil : text
    }
}
