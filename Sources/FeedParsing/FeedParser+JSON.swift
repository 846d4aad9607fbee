import Notation

extension FeedParser {
    /// Reads a document and writes it as one line of JSON, an entry at a time.
    ///
    /// The same members as ``ParsedDocument/jsonLine(file:url:)`` gives, with the entries first: so a large feed needs
    /// memory for itself and one entry.
    ///
    /// - Parameters:
    ///   - bytes: the document as received.
    ///   - context: where it came from.
    ///   - file: the file's name as given; nil leaves it out.
    ///   - url: the URL as given; nil leaves it out.
    ///   - write: is given the line in pieces, the last one with its line feed.
    public func writeJSONLine(
        _ bytes: [UInt8], context: ParseContext = ParseContext(), file: String? = nil, url: String? = nil,
        to write: ([UInt8]) -> Void
    ) {
        var json = JSONWriter(capacity: 1 << 17)
        json.object { json in
            json.member("file", file)
            json.member("url", url)
            var document = ParsedDocument()
            json.array("entries") { json in
                document = parse(bytes, context: context) { entry in
                    entry.write(to: &json)
                    if json.bytes.count >= 1 << 16 { json.drain(to: write) }
                }
            }
            document.writeHead(&json)
        }
        json.endLine()
        json.drain(to: write)
    }
}
