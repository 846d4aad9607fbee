/// The kind of a node of an ``HTMLDocument``: text, or an element by its name.
///
/// Names as in the HTML standard; a name outside it becomes ``other``.
public enum HTMLTag: String, Sendable, CaseIterable {
    case text = "#text"
    case other = "#other"
    case html, head, body, title, meta, link, base, script, style, noscript, template
    case article, section, nav, aside, header, footer, main, hgroup, address, search
    case h1, h2, h3, h4, h5, h6
    case p, div, pre, blockquote, hr, br, wbr, center
    case ul, ol, li, dl, dt, dd, menu, dir
    case figure, figcaption, picture, source, img, svg, math, canvas, audio, video, track, map, area
    case iframe, object, embed, param, frame, frameset, noframes
    case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
    case form, fieldset, legend, label, input, button, select, option, optgroup, textarea, output, progress, meter
    case datalist, details, summary, dialog
    case a, span, b, strong, i, em, u, s, strike, del, ins, mark, small, big, sub, sup, font, tt, code, kbd, samp
    case `var`, q, cite, abbr, acronym, dfn, time, data, ruby, rb, rt, rtc, rp, bdi, bdo, nobr, blink

    /// Whether the element runs within a line of text, so that it parts no paragraphs.
    public var isInline: Bool {
        switch self {
        case .text, .a, .span, .b, .strong, .i, .em, .u, .s, .strike, .del, .ins, .mark, .small, .big, .sub, .sup,
            .font, .tt, .code, .kbd, .samp, .var, .q, .cite, .abbr, .acronym, .dfn, .time, .data, .ruby, .rb, .rt,
            .rtc, .rp, .bdi, .bdo, .nobr, .blink, .wbr, .img, .picture, .source, .label, .output, .meter, .progress,
            .input, .button, .select, .option, .optgroup, .textarea, .datalist, .map, .area, .base, .link, .meta:
            true
        default: false
        }
    }

    /// The level 1...6 of a heading element, else nil.
    public var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }
}

/// The attributes that an ``HTMLDocument`` keeps; all others are dropped while it is built.
public enum HTMLAttributeName: String, Sendable, CaseIterable {
    case `class`, id, role, href, src, datetime, content, name, property, itemprop, rel, type, lang, hidden, style
    case ariaHidden = "aria-hidden"
    case httpEquiv = "http-equiv"
    case xmlLang = "xml:lang"
    case dataTestID = "data-testid"
    case dataComponent = "data-component"

    static let byName = HTMLNameTable(HTMLAttributeName.allCases.map { ($0.rawValue, $0) })
}

/// Names of at most 16 bytes by an open-addressed hash: a look-up costs a few nanoseconds and allocates nothing.
struct HTMLNameTable<Value: Sendable>: Sendable {
    private struct Slot: Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var value: Value?
    }

    private var slots = [Slot](repeating: Slot(), count: 512)

    init(_ entries: [(name: String, value: Value)]) {
        for (name, value) in entries {
            var low: UInt64 = 0
            var high: UInt64 = 0
            for (index, byte) in name.utf8.enumerated() where index < 16 {
                if index < 8 { low |= UInt64(byte) << (8 * index) } else { high |= UInt64(byte) << (8 * (index - 8)) }
            }
            var slot = Self.slot(low, high)
            while slots[slot].value != nil { slot = (slot + 1) & 511 }
            slots[slot] = Slot(low: low, high: high, value: value)
        }
    }

    /// Returns the value of a name in any case, nil when it is unknown or longer than 16 bytes.
    @inline(__always)
    func value(of name: UnsafeBufferPointer<UInt8>) -> Value? {
        guard name.count <= 16 else { return nil }
        var low: UInt64 = 0
        var high: UInt64 = 0
        for index in 0..<name.count {
            var byte = UInt64(name[index])
            if byte &- 65 < 26 { byte |= 0x20 }
            if index < 8 { low |= byte << (8 * UInt64(index)) } else { high |= byte << (8 * (UInt64(index) - 8)) }
        }
        var slot = Self.slot(low, high)
        while let value = slots[slot].value {
            if slots[slot].low == low, slots[slot].high == high { return value }
            slot = (slot + 1) & 511
        }
        return nil
    }

    private static func slot(_ low: UInt64, _ high: UInt64) -> Int {
        Int(truncatingIfNeeded: ((low ^ (high &* 31)) &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }
}
