/// Text for a terminal.
///
/// What feeds and people wrote may hold control characters that move the cursor, change colours or set the window's title,
/// and marks that turn the direction of what follows.
public enum Terminal {
    /// Returns a text on one line, without what a terminal would take for a command.
    static func line(_ text: some StringProtocol) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isCommand($0) ? " " : $0 }))
    }

    /// Returns lines, each made safe.
    static func lines(_ lines: [String]) -> String { lines.map { line($0) }.joined(separator: "\n") }

    /// Returns a text whose line breaks and tabs are meant, without what else a terminal would take for a command.
    public static func text(_ text: some StringProtocol) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { isCommand($0) && $0 != "\n" && $0 != "\t" ? " " : $0 }))
    }

    /// C0 and C1 controls, line and paragraph separators, and marks that embed or override a direction.
    private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: true
        default: false
        }
    }
}
