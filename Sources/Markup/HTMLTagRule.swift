/// How a tag opens and closes elements.
///
/// A part of the tree construction of WHATWG HTML (section 13.2.6) that gives the same paragraphs: what one element
/// closes, and which end tags count. Formatting that is wrongly nested is closed, not split.
struct HTMLTagRule: Sendable {
    let tag: HTMLTag
    /// The tag's place among all.
    let index: UInt8
    /// An end tag closes open elements of no higher weight on its way to its own start tag; past one it is ignored.
    let weight: UInt8
    let traits: Traits

    struct Traits: OptionSet, Sendable {
        let rawValue: UInt16

        /// It has no content and no end tag.
        static let void = Traits(rawValue: 1)
        /// It ends an open paragraph.
        static let endsParagraph = Traits(rawValue: 2)
        /// What it holds closes nothing outside it.
        static let isScope = Traits(rawValue: 4)
        /// It belongs to the head of the page.
        static let isMeta = Traits(rawValue: 8)
        /// It and its content are left out.
        static let isDropped = Traits(rawValue: 16)
        /// It holds text alone.
        static let isText = Traits(rawValue: 32)
    }

    static let table = HTMLNameTable(
        HTMLTag.allCases.enumerated().map { ($1.rawValue, HTMLTagRule($1, index: $0)) })
    /// The rule of a name outside the standard.
    static let other = HTMLTagRule(.other, index: 1)
    static let html = HTMLTagRule(.html, index: 2)
    static let head = HTMLTagRule(.head, index: 3)
    static let body = HTMLTagRule(.body, index: 4)

    private init(_ tag: HTMLTag, index: Int) {
        self.tag = tag
        self.index = UInt8(truncatingIfNeeded: index)
        weight = Self.weight(of: tag)
        traits = Self.traits(of: tag)
    }

    private static func weight(of tag: HTMLTag) -> UInt8 {
        switch tag {
        case .p: 10
        case .td, .th, .caption: 160
        case .tr: 170
        case .thead, .tbody, .tfoot: 180
        case .table: 190
        case .html, .head, .body: 200
        case .other: 100
        default: tag.isInline ? 100 : 150
        }
    }

    private static func traits(of tag: HTMLTag) -> Traits {
        switch tag {
        case .meta, .link, .base: [.void, .isMeta]
        case .title: [.isMeta, .isText]
        case .textarea, .iframe: .isText
        case .br, .wbr, .img, .input, .area, .embed, .source, .track, .param, .col, .frame: .void
        case .hr: [.void, .endsParagraph]
        case .script, .style, .svg, .select, .noscript: .isDropped
        case .table: [.isScope, .endsParagraph]
        case .td, .th, .caption, .button, .object, .template: .isScope
        case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary,
            .ul, .pre, .h1, .h2, .h3, .h4, .h5, .h6, .form, .li, .dd, .dt:
            .endsParagraph
        default: []
        }
    }
}
