/// Builds the arrays of an ``HTMLDocument`` from tags and text as they come.
struct HTMLTreeBuilder {
    private struct Frame {
        var node: Int32
        var rule: HTMLTagRule
        /// Tells names outside the standard apart.
        var name: UInt32
    }

    var nodes: [HTMLDocument.Node] = []
    var attributes: [HTMLDocument.Attribute] = []
    var bytes: [UInt8] = []
    private(set) var isTruncated = false
    private var open: [Frame] = []
    /// How many elements of a tag are open, by its rule's index.
    private var openCounts = [Int32](repeating: 0, count: 256)
    private var lastIsText = false
    private var hasHead = false
    private var hasBody = false

    init(reserving count: Int) {
        bytes.reserveCapacity(count / 3)
        nodes.reserveCapacity(count / 60)
        attributes.reserveCapacity(count / 60)
    }

    // MARK: Tags

    /// Opens an element whose attributes are those from `first` on.
    mutating func open(_ rule: HTMLTagRule, name: UInt32 = 0, attributes first: Int) {
        lastIsText = false
        switch rule.tag {
        case .html: if !nodes.isEmpty { return }
        case .head:
            if hasHead || hasBody { return }
            implyPage()
            hasHead = true
        case .body:
            if hasBody { return }
            endHead()
        default:
            if !rule.traits.contains(.isMeta) { implyBody() } else if !hasHead, !hasBody { implyHead() }
        }
        makeRoom(for: rule)
        // HTML ignores a form within a form.
        if rule.tag == .form, count(rule) > 0 { return }
        push(rule, name: name, first: first)
        if rule.traits.contains(.void) { pop() }
    }

    /// Closes an element, if its end tag counts here.
    mutating func close(_ rule: HTMLTagRule, name: UInt32 = 0) {
        switch rule.tag {
        case .html, .body: return
        case .br: return open(rule, attributes: attributes.count)
        default: break
        }
        let isHeading = rule.tag.headingLevel != nil
        guard count(rule) > 0 || isHeading else { return }
        var place = open.count - 1
        while place >= 0 {
            let frame = open[place]
            if frame.rule.index == rule.index, frame.name == name { break }
            // The end of one heading is taken for that of another.
            if isHeading, frame.rule.tag.headingLevel != nil { break }
            if frame.rule.weight > rule.weight { return }
            place -= 1
        }
        if place >= 0 { pop(to: place) }
    }

    mutating func closeAll() { pop(to: 0) }

    /// Notes that what follows is not read.
    mutating func truncate() { isTruncated = true }

    // MARK: Text

    /// Adds text that was appended to ``bytes`` from `first` on.
    mutating func addText(from first: Int, isBlank: Bool) {
        if !hasBody, open.last.map({ $0.rule.tag == .html || $0.rule.tag == .head }) != false {
            if isBlank {
                bytes.removeLast(bytes.count - first)
                return
            }
            implyBody()
        }
        if lastIsText {
            nodes[nodes.count - 1].last = Int32(bytes.count)
        } else {
            let end = Int32(nodes.count + 1)
            nodes.append(
                HTMLDocument.Node(
                    tag: .text, parent: open.last?.node ?? -1, end: end, first: Int32(first), last: Int32(bytes.count)))
            lastIsText = true
        }
    }

    // MARK: What tags imply

    private mutating func implyPage() {
        if nodes.isEmpty { push(.html, first: attributes.count) }
    }

    private mutating func implyHead() {
        implyPage()
        hasHead = true
        push(.head, first: attributes.count)
    }

    private mutating func endHead() {
        implyPage()
        if open.count > 1, open[1].rule.tag == .head { pop(to: 1) }
        hasHead = true
        hasBody = true
    }

    private mutating func implyBody() {
        guard !hasBody else { return }
        // An element within the head, such as a template, has content of its own.
        if let last = open.last, last.rule.tag != .html, last.rule.tag != .head { return }
        endHead()
        push(.body, first: attributes.count)
    }

    /// Closes the elements that end where this one begins.
    private mutating func makeRoom(for rule: HTMLTagRule) {
        if rule.traits.contains(.endsParagraph), openCounts[Self.paragraph] > 0 { end(.p) }
        switch rule.tag {
        case .li: end(.li, before: .ul, .ol, .menu)
        case .dd, .dt:
            end(.dd, before: .dl)
            end(.dt, before: .dl)
        case .td, .th:
            end(.td, before: .tr)
            end(.th, before: .tr)
        case .tr: end(.tr, before: .table)
        case .thead, .tbody, .tfoot:
            end(.thead, before: .table)
            end(.tbody, before: .table)
            end(.tfoot, before: .table)
        case .button: end(.button)
        case .a: endLink()
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if let last = open.last, last.rule.tag.headingLevel != nil { pop() }
        default: break
        }
    }

    private static let paragraph = HTMLTag.allCases.firstIndex(of: .p) ?? 0

    /// Closes the innermost element of a tag, unless it lies outside a border.
    private mutating func end(_ tag: HTMLTag, before borders: HTMLTag...) {
        var place = open.count - 1
        while place > 0 {
            let rule = open[place].rule
            if rule.tag == tag { return pop(to: place) }
            if borders.contains(rule.tag) || rule.tag == .table { return }
            if borders.isEmpty, rule.traits.contains(.isScope) { return }
            place -= 1
        }
    }

    /// A link ends where the next begins, unless a block was opened in it.
    private mutating func endLink() {
        var place = open.count - 1
        while place > 0, open[place].rule.weight <= 100 {
            if open[place].rule.tag == .a { return pop(to: place) }
            place -= 1
        }
    }

    // MARK: The stack

    private func count(_ rule: HTMLTagRule) -> Int32 { openCounts[Int(rule.index)] }

    private mutating func push(_ rule: HTMLTagRule, name: UInt32 = 0, first: Int) {
        guard open.count < HTMLDocument.depthLimit, nodes.count < HTMLDocument.nodeLimit else {
            isTruncated = true
            return
        }
        let position = Int32(nodes.count)
        nodes.append(
            HTMLDocument.Node(
                tag: rule.tag, parent: open.last?.node ?? -1, end: position + 1, first: Int32(first),
                last: Int32(attributes.count)))
        open.append(Frame(node: position, rule: rule, name: name))
        openCounts[Int(rule.index)] += 1
    }

    private mutating func pop() {
        lastIsText = false
        guard let frame = open.popLast() else { return }
        openCounts[Int(frame.rule.index)] -= 1
        nodes[Int(frame.node)].end = Int32(nodes.count)
    }

    private mutating func pop(to place: Int) {
        while open.count > place { pop() }
    }
}
