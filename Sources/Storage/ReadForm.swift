/// A text as it is read: what a publisher's software changes by itself is left out.
enum ReadForm {
    /// Returns the text with single blanks, straight quotation marks, plain dashes, and without invisible characters.
    static func of(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isBlank = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                isBlank = true
                continue
            }
            if isInvisible(scalar) { continue }
            if isBlank, !result.isEmpty { result.append(" ") }
            isBlank = false
            result.append(plain(scalar))
        }
        return String(result)
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF: true
        default: false
        }
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032: "'"
        case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0xAB, 0xBB: "\""
        case 0x2010...0x2015, 0x2212: "-"
        default: scalar
        }
    }
}
