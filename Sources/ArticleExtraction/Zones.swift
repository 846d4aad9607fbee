internal import Markup
internal import Notation

/// What each element of a page is for, as far as its name and attributes say.
struct Zones {
    private let document: HTMLDocument
    private var marks: [ClassMark?]
    /// Elements that claim to hold the article's text, in document order.
    private(set) var bodies: [Int] = []
    /// Elements that claim to hold the standfirst.
    private(set) var leads: [Int] = []
    /// Elements that claim to be dialogs.
    private var dialogs: Set<Int> = []
    /// Questions for consent within the text.
    private var boxes: [Int] = []
    /// For each element, why a block in it is cut.
    private(set) var reasons: [Removal.Reason?] = []

    /// Reads the attributes of all elements.
    init(_ document: HTMLDocument, words: WordLists) {
        self.document = document
        marks = [ClassMark?](repeating: nil, count: document.count)
        for node in 0..<document.count where document.tag(of: node) != .text {
            let mark = Self.mark(of: node, in: document, words: words)
            marks[node] = mark
            if Self.isDialog(node, in: document) { dialogs.insert(node) }
            if mark == .body { bodies.append(node) }
            if mark == .lead { leads.append(node) }
        }
    }

    /// Whether an element is not shown.
    ///
    /// Class names that hide make zones instead: scripts and media queries undo them.
    func isHidden(_ node: Int) -> Bool {
        if marks[node] == .hidden { return true }
        return Self.isConcealed(node, in: document)
    }

    /// Whether an element is marked as a byline, or one around it.
    func isByline(_ node: Int) -> Bool {
        var node = node
        for _ in 0..<3 where node >= 0 {
            if marks[node] == .byline { return true }
            node = document.parent(of: node)
        }
        return false
    }

    /// Whether an element itself is marked as a byline.
    func isMarkedByline(_ node: Int) -> Bool { marks[node] == .byline }

    private static func isConcealed(_ node: Int, in document: HTMLDocument) -> Bool {
        if document.attributeRange(.hidden, of: node) != nil { return true }
        if document.attribute(.ariaHidden, of: node)?.elementsEqual("true".utf8) == true { return true }
        guard let style = document.attribute(.style, of: node) else { return false }
        let compact = style.filter { $0 > 0x20 }
        return compact.holds(Array("display:none".utf8)) || compact.holds(Array("visibility:hidden".utf8))
    }

    /// Decides which marks hold, now that it is known how much text each element has.
    ///
    /// A mark on an element with much of the page's text is a name for the page's layout, not for what is in it.
    ///
    /// - Parameters:
    ///   - prose: bytes of running text under each element.
    ///   - text: bytes of all text under each element.
    ///   - links: bytes of linked text under each element.
    ///   - headline: the element of the headline; what holds it and running text is no box beside the article.
    mutating func settle(prose: [Int], text: [Int], links: [Int], headline: Int?) {
        let total = prose.first ?? 0
        reasons = [Removal.Reason?](repeating: nil, count: document.count)
        for node in 0..<document.count {
            let parent = document.parent(of: node)
            if parent >= 0, let reason = reasons[parent] {
                reasons[node] = reason
                continue
            }
            if marks[node] == .cookie || dialogs.contains(node), asksForConsent(node, headline: headline) {
                guard isInText(node) else {
                    reasons[node] = .cookie
                    continue
                }
                boxes.append(node)
            }
            guard let mark = marks[node], let reason = mark.reason else { continue }
            if let headline, node < headline, headline < document.end(of: node), prose[node] > 0 { continue }
            let hasLinks = links[node] * 5 >= text[node]
            switch reason {
            case _ where mark == .concealed: if prose[node] * 100 <= total * 20 { reasons[node] = reason }
            case .comments: if prose[node] * 100 <= total * 85 { reasons[node] = reason }
            case .caption, .other: if prose[node] * 100 <= total * 30 { reasons[node] = reason }
            default:
                if mark.isWeak, prose[node] > 0, !hasLinks { continue }
                if prose[node] * 100 <= total * (hasLinks ? 30 : 12) { reasons[node] = reason }
            }
        }
    }

    /// Whether an element that is marked as a dialog or as being about cookies speaks of them, however long it is, and
    /// holds no article.
    private func asksForConsent(_ node: Int, headline: Int?) -> Bool {
        let nodes = node..<document.end(of: node)
        if let headline, nodes.contains(headline) { return false }
        if nodes.contains(where: { [.main, .article].contains(document.tag(of: $0)) }) { return false }
        var (told, whole) = (0, 0)
        for text in nodes.lazy.map({ document.text(of: $0) }) where text.count >= Self.shortestSentence {
            whole += text.count
            let folded = Array(TextFolding.folded(String(decoding: text.prefix(1000), as: UTF8.self)).utf8)
            if Self.consentWords.contains(where: { folded.holds($0) }) { told += text.count }
        }
        // A picture that waits for consent within a text makes no dialog of the text.
        return told > 0 && told * 2 >= whole
    }

    private func isInText(_ node: Int) -> Bool {
        var outer = document.parent(of: node)
        while outer >= 0 {
            if [.main, .article].contains(document.tag(of: outer)) || marks[outer] == .body { return true }
            outer = document.parent(of: outer)
        }
        return false
    }

    /// Cuts the questions for consent that stand within the text, once it is known where the text is: between its
    /// paragraphs they hold it together.
    mutating func cutBoxes() {
        for box in boxes {
            for node in box..<document.end(of: box) where reasons[node] == nil { reasons[node] = .cookie }
        }
    }

    private static func isDialog(_ node: Int, in document: HTMLDocument) -> Bool {
        guard let role = document.attribute(.role, of: node) else { return false }
        return role.elementsEqual("dialog".utf8) || role.elementsEqual("alertdialog".utf8)
    }

    /// Bytes: a shorter text is a button or a heading.
    private static let shortestSentence = 40
    /// Folded words of which one is in every question for consent.
    private static let consentWords: [[UInt8]] = [
        "cookie", "consent", "gdpr", "datenschutz", "einwillig", "confidentialite", "consentement", "privacidad",
        "consentimiento", "privacidade", "consentimento", "consenso", "toestemming", "samtykke", "samtycke",
        "cerez", "согласие", "файлы куки", "ملفات تعريف", "کوکی", "クッキー", "隐私", "privacy",
    ].map { Array($0.utf8) }

    private static func mark(of node: Int, in document: HTMLDocument, words: WordLists) -> ClassMark? {
        let tag = document.tag(of: node)
        switch tag {
        case .html, .body, .head, .meta, .link, .main, .br, .img: return nil
        default: break
        }
        var mark: ClassMark?
        document.withBytes { buffer in
            for name in [HTMLAttributeName.class, .id, .role, .itemprop, .dataTestID, .dataComponent] {
                guard let range = document.attributeRange(name, of: node), !range.isEmpty else { continue }
                words.marks.forEachMark(in: UnsafeBufferPointer(rebasing: buffer[range])) { found in
                    switch (mark, found) {
                    case (nil, _), (_, .hidden), (_, .cookie): mark = found
                    // "article-body__related" holds links, not the text.
                    case (.body, _), (.lead, _): mark = found == .body || found == .lead ? mark : found
                    default: break
                    }
                }
            }
        }
        guard mark == nil else { return mark }
        switch tag {
        // Beside the article, unless it is running text without links: then it explains.
        case .aside: return .weakRelated
        case .form: return .newsletter
        case .footer: return .template
        case .nav: return .navigation
        case .address: return .byline
        case .figcaption: return .caption
        default: return nil
        }
    }
}
