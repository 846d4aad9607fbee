internal import CLibXML2

/// A link of an HTML page and what XPath expressions say beside it.
public struct PageLink: Hashable, Sendable {
    /// The target as written.
    public let href: String
    /// The link's own text, white space folded.
    public let text: String
    /// The value of each expression as XPath's `string()` gives it, white space folded; empty where it finds nothing.
    public let values: [String]
}

/// Why an XPath expression cannot be used.
public struct XPathError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The expression, or its beginning.
    public let expression: String
    /// What is wrong.
    public let problem: String

    init(_ expression: String, _ problem: String) {
        self.expression = String(expression.prefix(100))
        self.problem = problem
    }

    /// One line.
    public var description: String { "`\(expression)`: \(problem)" }
}

/// Reads the links of an HTML page, with XPath 1.0 expressions evaluated at each (the `a` element is the context node).
///
/// Page and expressions are not trusted: the tree has at most ``HTMLPruning/nodeLimit`` nodes, an expression at most
/// ``expressionLimit`` bytes and each evaluation a limit of steps, so that time and memory have bounds.
public struct PageLinks: ~Copyable {
    private let document: htmlDocPtr
    private let context: xmlXPathContextPtr

    /// The longest expression in bytes.
    public static let expressionLimit = 1000
    /// The longest value that is handed out, in bytes.
    private static let valueLimit = 4000
    /// libxml2 counts the steps of an evaluation against it.
    private static let stepLimit: UInt = 200_000

    /// Reads a page; nil when there is nothing in it.
    ///
    /// - Parameter page: the page in UTF-8.
    public init?(page: [UInt8]) {
        guard let document = Self.tree(HTMLPruning(page, for: .links).output) else { return nil }
        guard let context = xmlXPathNewContext(document) else {
            xmlFreeDoc(document)
            return nil
        }
        context.pointee.opLimit = Self.stepLimit
        Self.silence(context)
        self.document = document
        self.context = context
    }

    deinit {
        xmlXPathFreeContext(context)
        xmlFreeDoc(document)
    }

    /// Checks an expression without a page.
    ///
    /// - Throws: ``XPathError`` when it is no XPath 1.0 expression.
    public static func check(_ expression: String) throws(XPathError) {
        guard let context = xmlXPathNewContext(nil) else { throw XPathError(expression, "out of memory") }
        defer { xmlXPathFreeContext(context) }
        silence(context)
        xmlXPathFreeCompExpr(try compiled(expression, context))
    }

    /// Returns the page's links in document order.
    ///
    /// - Parameters:
    ///   - expressions: evaluated at each link that is wanted.
    ///   - limit: how many links at most.
    ///   - isWanted: judges a link by its target.
    /// - Returns: the links.
    /// - Throws: ``XPathError`` when an expression cannot be used.
    public borrowing func links(
        evaluating expressions: [String], limit: Int, where isWanted: (String) -> Bool
    ) throws(XPathError) -> [PageLink] {
        var programs: [xmlXPathCompExprPtr] = []
        defer { for program in programs { xmlXPathFreeCompExpr(program) } }
        for expression in expressions { programs.append(try Self.compiled(expression, context)) }
        var found: [PageLink] = []
        var node = xmlDocGetRootElement(document)
        while let current = node, found.count < limit {
            node = Self.following(current)
            guard Self.isLink(current), let target = xmlGetNoNsProp(current, "href") else { continue }
            let href = Self.text(target)
            guard isWanted(href) else { continue }
            var values: [String] = []
            for (program, expression) in zip(programs, expressions) {
                values.append(try value(program, at: current, expression))
            }
            let own = xmlNodeGetContent(current).map(Self.text) ?? ""
            found.append(PageLink(href: href, text: Self.folded(own), values: values))
        }
        return found
    }

    // MARK: libxml2

    private static func tree(_ bytes: [UInt8]) -> htmlDocPtr? {
        guard !bytes.isEmpty, bytes.count < Int(Int32.max) else { return nil }
        let options = [HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET]
            .reduce(HTML_PARSE_COMPACT.rawValue) { $0 | $1.rawValue }
        return bytes.withUnsafeBytes { buffer in
            htmlReadMemory(
                buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, "utf-8", Int32(options))
        }
    }

    /// Errors are returned; libxml2 would print them.
    private static func silence(_ context: xmlXPathContextPtr) { context.pointee.error = { _, _ in } }

    private static func compiled(
        _ expression: String, _ context: xmlXPathContextPtr
    ) throws(XPathError) -> xmlXPathCompExprPtr {
        guard expression.utf8.count <= expressionLimit else {
            throw XPathError(expression, "longer than \(expressionLimit) bytes")
        }
        guard let program = xmlXPathCtxtCompile(context, expression) else {
            let place = Int(context.pointee.lastError.int1)
            throw XPathError(expression, "no XPath 1.0 expression (near character \(max(0, place) + 1))")
        }
        return program
    }

    private borrowing func value(
        _ program: xmlXPathCompExprPtr, at node: xmlNodePtr, _ expression: String
    ) throws(XPathError) -> String {
        context.pointee.node = node
        context.pointee.opCount = 0
        guard let object = xmlXPathCompiledEval(program, context) else {
            let isTooLong = context.pointee.opCount >= Self.stepLimit
            throw XPathError(expression, isTooLong ? "takes too long on this page" : "cannot be evaluated")
        }
        defer { xmlXPathFreeObject(object) }
        return Self.folded(xmlXPathCastToString(object).map(Self.text) ?? "")
    }

    /// The element after another in document order; nil after the last.
    private static func following(_ node: xmlNodePtr) -> xmlNodePtr? {
        if let child = xmlFirstElementChild(node) { return child }
        var current: xmlNodePtr? = node
        while let here = current, here.pointee.type == XML_ELEMENT_NODE {
            if let next = xmlNextElementSibling(here) { return next }
            current = here.pointee.parent
        }
        return nil
    }

    private static func isLink(_ node: xmlNodePtr) -> Bool {
        guard let name = node.pointee.name else { return false }
        return name[0] == UInt8(ascii: "a") && name[1] == 0
    }

    /// Takes over a string of libxml2's.
    private static func text(_ pointer: UnsafeMutablePointer<xmlChar>) -> String {
        defer { cxml_free(pointer) }
        return String(cString: pointer)
    }

    private static func folded(_ text: String) -> String {
        String(decoding: text.utf8.collapsingWhiteSpace().prefix(valueLimit), as: UTF8.self)
    }
}
