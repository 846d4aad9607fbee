extension HTMLDocument {
    /// How many elements may be open at once: no article is nested deeper, and what walks up from a node stays short.
    public static let depthLimit = 1024

    /// How many elements and runs of text a page may have: a hundred times what news pages have, and what fits a small
    /// machine.
    public static let nodeLimit = 300_000

    /// Reads a page; any bytes give a document, if an empty one.
    ///
    /// Comments, scripts, styles, drawings, menus of forms and what stands in for scripts are left out while reading.
    ///
    /// - Parameter page: UTF-8, at most 2 GB. NUL bytes become U+FFFD.
    public init(page: [UInt8]) {
        guard page.count < Int(Int32.max) else { return }
        let pruning = HTMLPruning(page, for: .article)
        let builder = HTMLCollector.read(pruning.output)
        nodes = builder.nodes
        attributes = builder.attributes
        bytes = builder.bytes
        linkedData = pruning.linkedData
        isTruncated = builder.isTruncated
    }
}
