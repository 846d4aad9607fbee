/// What the words in an element's attributes say that it holds.
enum ClassMark: String, Sendable {
    /// The article's text.
    case body
    /// The standfirst.
    case lead
    /// Invisible, or for screen readers alone.
    case hidden
    case byline, date
    case related, comments, share, cookie, newsletter, caption, ad, template, navigation, other
    case authorBox = "author-box"
    /// Words that name links to other articles, but the beginning of this one too.
    case weakRelated = "weak-related"
    /// Words for what a script shows or hides.
    case concealed
    /// Two words of which the second, alone, would say what they do not: of `label-hidden` only the label is hidden.
    case plain

    /// Whether the word tells nothing where an element holds running text without links.
    var isWeak: Bool { self == .weakRelated || self == .byline || self == .date }

    /// Why a block in such an element is cut, or nil where it is not.
    var reason: Removal.Reason? {
        switch self {
        case .body, .lead, .plain: nil
        case .hidden, .concealed: .template
        case .weakRelated: .related
        case .byline: .authorBox
        default: Removal.Reason(rawValue: rawValue)
        }
    }
}

/// A dictionary of words in class names, looked up without making strings.
///
/// `related-links__item`, `relatedLinks` and `related links` all hold the words "related", "links" and "related-links".
struct ClassWords: Sendable {
    private var slots = [(hash: UInt64, mark: ClassMark)?](repeating: nil, count: 2048)
    private var count = 0

    mutating func add(_ word: String, mark: ClassMark) {
        guard count < slots.count / 2 else { return }
        let hash = word.utf8.reduce(Self.seed) { Self.hash($0, $1) }
        var slot = Self.slot(hash)
        while let taken = slots[slot] {
            if taken.hash == hash { return }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = (hash, mark)
        count += 1
    }

    /// Calls `body` with the mark of each known word or pair of neighbouring words of an attribute value.
    func forEachMark(in value: UnsafeBufferPointer<UInt8>, _ body: (ClassMark) -> Void) {
        var word = Self.seed
        var pair: UInt64?
        var length = 0
        var previousIsLower = false
        var isSkipped = false
        var isFirst = true
        func finish() {
            guard length > 0 else { return }
            let paired = pair.flatMap { mark(of: $0) }
            if !isSkipped, paired != .plain {
                if let mark = mark(of: word) { body(mark) }
                if let paired { body(paired) }
            }
            // "has-comments" and "no-sidebar" tell of the page, not of the element.
            if isFirst, Self.modifiers.contains(word) { isSkipped = true }
            isFirst = false
            pair = Self.hash(word, 0x2D)
            word = Self.seed
            length = 0
        }
        for byte in value {
            let isUpper = byte &- 65 < 26
            let lower = isUpper ? byte | 0x20 : byte
            let isLetter = lower &- 97 < 26 || byte >= 0x80
            if isUpper, previousIsLower { finish() }
            if isLetter {
                word = Self.hash(word, lower)
                if let known = pair { pair = Self.hash(known, lower) }
                length += 1
            } else {
                finish()
                if byte <= 0x20 {
                    pair = nil
                    isSkipped = false
                    isFirst = true
                }
            }
            previousIsLower = isLetter && !isUpper
        }
        finish()
    }

    private func mark(of hash: UInt64) -> ClassMark? {
        var slot = Self.slot(hash)
        while let taken = slots[slot] {
            if taken.hash == hash { return taken.mark }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private static let modifiers: [UInt64] =
        [
            "has", "no", "with", "without", "is", "show", "hide", "enable", "enabled", "page", "single", "can", "js",
            "not",
            "category", "tag", "type", "format", "status", "theme", "template",
        ]
        .map { $0.utf8.reduce(seed) { hash($0, $1) } }

    // FNV-1a (draft-eastlake-fnv).
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 40) & 2047 }
}
