internal import Markup

/// A run of text that a reader sees as one paragraph, heading, list item, table cell or line.
struct Block: Sendable {
    enum Form: UInt8, Sendable {
        case paragraph, heading, listItem, quote, preformatted, cell, caption, term
    }

    var form: Form
    /// The heading's level 1...6; 0 else.
    var level: UInt8 = 0
    /// The block-level element that holds it.
    var container: Int
    /// The positions of its text nodes and the inline elements around them, in the document.
    var nodes: Range<Int>
    /// Its text, white space collapsed, in ``BlockList/bytes``.
    var text: Range<Int>
    /// How many of its bytes are in links.
    var linkBytes = 0
    var isInQuote = false
    var isInTable = false
    var isInList = false

    var linkShare: Double { text.isEmpty ? 0 : Double(linkBytes) / Double(text.count) }
}

/// All blocks of a page in order, with their texts in one buffer.
struct BlockList: Sendable {
    var blocks: [Block] = []
    var bytes: [UInt8] = []

    func text(_ block: Block) -> ArraySlice<UInt8> { bytes[block.text] }
    func string(_ block: Block) -> String { String(decoding: bytes[block.text], as: UTF8.self) }
}
