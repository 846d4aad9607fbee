/// What feeds in the wild get wrong, put into a feed that is right.
enum FeedDefect: CaseIterable {
    case controls, htmlEntities, bareAmpersands, badBytes, wrongCharset, junkBefore, junkAfter, unclosed, undeclared
    case oddNamespace, oddDates, noIDs

    /// Breaks a feed so that a good reader still finds its entries.
    func apply(to document: inout FeedCorpus.Document) {
        guard document.isXML else { return }
        switch self {
        case .controls: Self.replace(",", with: [0x2C, 0x04], in: &document.bytes)
        case .htmlEntities: Self.replace(", ", with: Array("&nbsp;".utf8), in: &document.bytes)
        case .bareAmpersands: Self.replace(" on ", with: Array(" & ".utf8), in: &document.bytes)
        case .badBytes: Self.replace(" talks ", with: [0x20, 0xFF, 0x20], in: &document.bytes)
        case .wrongCharset: Self.replace("utf-8", with: Array("us-ascii".utf8), in: &document.bytes)
        case .junkBefore: document.bytes.insert(contentsOf: "\n<!-- cached -->\n".utf8, at: 0)
        case .junkAfter: document.bytes += "<br />\n<b>Warning</b>: out of time\n".utf8
        case .unclosed:
            Self.replace("<category>World</category>", with: Array("<category>World".utf8), in: &document.bytes)
        case .undeclared: Self.replace("<title>", with: Array("<snf:x>1</snf:x><title>".utf8), in: &document.bytes)
        case .oddNamespace: Self.replace("<rss ", with: Array("<rss xmlns=\"urn:odd\" ".utf8), in: &document.bytes)
        case .oddDates:
            Self.replace("Thu, 12 Mar 2026 06:00:00 GMT", with: Array("12 März 2026".utf8), in: &document.bytes)
        case .noIDs: Self.replace("guid", with: Array("guide".utf8), in: &document.bytes)
        }
    }

    private static func replace(_ old: String, with new: [UInt8], in bytes: inout [UInt8]) {
        let old = Array(old.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        var index = 0
        while index < bytes.count {
            if bytes[index] == old[0], bytes[index...].starts(with: old) {
                result += new
                index += old.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        bytes = result
    }
}
