/// What a sanitised HTML fragment may hold.
///
/// Lists of what is allowed, never of what is not. From WHATWG HTML's elements that hold text, structure, media or
/// tables, with the attributes that lay them out or describe them; nothing that runs, loads a document or sends a form.
enum FragmentRules {
    /// How an element is treated.
    ///
    /// A class, for it is looked up at each tag: a reference is cheaper to hand about than three arrays.
    final class Element: Sendable {
        enum Kind: Sendable {
            /// Kept with its allowed attributes.
            case allowed
            /// Kept; has no content and no end tag.
            case void
            /// Dropped with its content, which is markup.
            case droppedTree
            /// Dropped with its content, which is no markup and no text for a reader.
            case droppedRaw
            /// Dropped; its content is text in which tags mean nothing.
            case rawText
        }

        let name: String
        let kind: Kind
        /// Whether it parts words: a paragraph, a cell, a line break.
        let isBlock: Bool
        /// Which open elements its start tag ends.
        let closes: Closing
        /// The start tag without its attributes and end.
        let opening: [UInt8]
        /// The end tag.
        let closing: [UInt8]
        let isParagraph: Bool
        let isGroup: Bool
        let isFrame: Bool

        init(_ name: String, _ kind: Kind, isBlock: Bool, closes: Closing) {
            self.name = name
            self.kind = kind
            self.isBlock = isBlock
            self.closes = closes
            opening = Array("<\(name)".utf8)
            closing = Array("</\(name)>".utf8)
            isParagraph = name == "p"
            isGroup = name == "optgroup"
            isFrame = name == "iframe" || name == "noframes"
        }
    }

    /// The elements whose end tag may be left out (WHATWG HTML section 13.1.2.4), by what ends them.
    enum Closing: Sendable { case none, paragraph, item, term, cell, row, option, section }

    /// How an attribute is treated.
    final class Attribute: Sendable {
        enum Kind: Sendable { case plain, url, urlSet, style, target }
        /// Its place among the attributes, below 256.
        let id: Int
        let kind: Kind
        /// A blank, the name, `=` and a quote.
        let opening: [UInt8]

        init(_ name: String, _ kind: Kind, id: Int) {
            self.id = id
            self.kind = kind
            opening = Array(" \(name)=\"".utf8)
        }
    }

    static let elements: FragmentNames<Element> = {
        var table = FragmentNames<Element>()
        func add(_ names: String, _ kind: Element.Kind, block: Bool = false, closes: Closing = .none) {
            for name in names.split(separator: " ") {
                let element = Element(String(name), kind, isBlock: block, closes: closes)
                table.insert(Array(name.utf8), element)
            }
        }
        add(
            """
            a abbr acronym audio b bdi bdo big button canvas cite code command data datagrid datalist del dfn em event-source \
            font i ins kbd label m map mark meter multicol nextid output picture progress q rb rp rt rtc ruby s samp select small \
            sound spacer span strike strong sub sup textarea time tt u var video
            """, .allowed)
        add(
            """
            address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 \
            h3 h4 h5 h6 header hgroup legend main menu nav ol p pre section summary table ul caption colgroup
            """, .allowed, block: true, closes: .paragraph)
        add("li", .allowed, block: true, closes: .item)
        add("dt dd", .allowed, block: true, closes: .term)
        add("td th", .allowed, block: true, closes: .cell)
        add("tr", .allowed, block: true, closes: .row)
        add("tbody thead tfoot", .allowed, block: true, closes: .section)
        add("option optgroup", .allowed, closes: .option)
        add("area col img input keygen source track wbr", .void)
        add("br hr", .void, block: true)
        add("svg math template", .droppedTree)
        add("script style iframe noembed noframes", .droppedRaw)
        add("xmp listing plaintext", .rawText, block: true)
        return table
    }()

    static let attributes: FragmentNames<Attribute> = {
        var table = FragmentNames<Attribute>()
        var count = 0
        func add(_ names: String, _ kind: Attribute.Kind) {
            for name in names.split(separator: " ") {
                table.insert(Array(name.utf8), Attribute(String(name), kind, id: count & 255))
                count += 1
            }
        }
        add(
            """
            abbr accept accept-charset accesskey align allowfullscreen alt aria-label aria-hidden aria-describedby \
            autocomplete autofocus axis balance bgcolor bgproperties border bordercolor bordercolordark bordercolorlight \
            bottompadding cellpadding cellspacing ch challenge char charoff charset checked choff class clear color cols \
            colspan compact content contenteditable contextmenu controls coords datafld datapagesize datetime \
            decoding default delay dir disabled draggable enctype end face for form frame galleryimg gutter headers \
            height hidden hidefocus high hreflang hspace id inputmode ismap itemprop itemscope itemtype keytype kind \
            label lang leftspacing list loading loop loopcount loopend loopstart low max maxlength media method min \
            multiple muted name nohref noshade nowrap open optimum pattern playsinline point-size pqg preload prompt \
            radiogroup readonly rel repeat-max repeat-min replace required rev reversed rightspacing role rows rowspan rules \
            scope selected shape size sizes span srclang start step summary suppress tabindex template title toppadding type \
            unselectable valign value variable volume vspace width wrap
            """, .plain)
        add("href src cite poster longdesc usemap background data datasrc dynsrc icon lowsrc vrml urn", .url)
        add("srcset imagesrcset", .urlSet)
        add("style", .style)
        add("target", .target)
        return table
    }()

    /// The schemes that a reader may follow; `data` besides, for pictures (see ``isSafeData(_:)``).
    static let schemes: Set<String> = [
        "http", "https", "mailto", "ftp", "ftps", "sftp", "tel", "sms", "geo", "irc", "ircs", "xmpp", "sip", "sips",
        "news", "nntp",
        "feed", "magnet", "matrix", "webcal", "gopher", "rtsp", "mms", "urn", "tag", "doi", "cid", "mid", "ed2k", "aim",
        "callto",
        "svn", "ssh", "telnet", "wais", "nfs", "rsync", "sgn", "viewcast", "ymsgr", "z39.50r", "z39.50s", "prospero",
        "rtmp",
    ]

    /// Whether a reader may follow URLs of a scheme; nil is that of a relative one.
    static func isFollowed(_ scheme: String?) -> Bool { scheme.map(schemes.contains) ?? true }

    /// Whether a `data:` URL holds a picture without scripts.
    static func isSafeData(_ url: [UInt8]) -> Bool {
        let start = String(decoding: url.prefix(24), as: UTF8.self).lowercased()
        return ["png", "gif", "jpeg", "jpg", "webp", "avif"].contains { start.hasPrefix("data:image/\($0)") }
    }
}

/// A table of names that is asked for each tag: one multiplication and a comparison.
///
/// Names that differ may share a key beyond eight bytes; the answer then names the allowed element, which is what is
/// written, so nothing can slip through.
struct FragmentNames<Value: Sendable>: Sendable {
    private var keys = [UInt64](repeating: 0, count: 1024)
    private var values: [Value?] = Array(repeating: nil, count: 1024)

    /// The key of a name in any case of ASCII letters.
    static func key(_ input: [UInt8], _ range: Range<Int>) -> UInt64 {
        var key: UInt64 = 0
        for index in range {
            let byte = input[index]
            let lowered = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            key = (key << 8 | key >> 56) ^ UInt64(lowered)
        }
        return key
    }

    mutating func insert(_ name: [UInt8], _ value: Value) {
        let key = Self.key(name, name.indices)
        var slot = Self.slot(key)
        while values[slot] != nil { slot = (slot + 1) & 1023 }
        keys[slot] = key
        values[slot] = value
    }

    subscript(key: UInt64) -> Value? {
        var slot = Self.slot(key)
        while let value = values[slot] {
            if keys[slot] == key { return value }
            slot = (slot + 1) & 1023
        }
        return nil
    }

    private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54) }
}
