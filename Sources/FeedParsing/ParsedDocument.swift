import Notation

/// What a document turned out to be.
public struct ParsedDocument: Sendable {
    /// The kinds of documents.
    public enum Format: String, Sendable {
        case rss
        /// RSS 0.90 and 1.0.
        case rdf
        case atom, json
        /// A page was served; ``ParsedDocument/alternates`` has its feeds.
        case html
        /// An HTML page that was read as a list of articles.
        case listing
        case unknown
    }

    /// A fault of the document.
    public struct Problem: Hashable, Sendable {
        /// What kind of fault it is.
        public enum Code: String, Sendable {
            case notWellFormed = "not-well-formed"
            case encodingOverride = "encoding-override"
            case encodingUnknown = "encoding-unknown"
            case nonXMLContentType = "non-xml-content-type"
            case undeclaredNamespace = "undeclared-namespace"
            case notAFeed = "not-a-feed"
            case empty
        }

        /// What kind of fault it is.
        public var code: Code
        /// What is wrong, in words.
        public var message: String
        /// The line, from 1; nil when it has none.
        public var line: Int?
        /// Whether it is told for information and no defect.
        public var isInformation = false

        /// Creates a fault.
        public init(code: Code, message: String, line: Int? = nil) {
            self.code = code
            self.message = message
            self.line = line
        }
    }

    /// A feed that a page offers.
    public struct Alternate: Hashable, Sendable {
        /// Where it is.
        public var href: String
        /// The media type.
        public var type: String
        /// What people read; empty when not given.
        public var title: String
    }

    /// What the document is.
    public var format = Format.unknown
    /// The version as declared; empty when none.
    public var version = ""
    /// `netscape` or `userland` for RSS 0.91; else empty.
    public var variant = ""
    /// The encoding that was read.
    public var encoding = "utf-8"
    /// Whether the bytes were well-formed XML or JSON in the encoding that was said.
    public var isWellFormed = true
    /// Whether the document ended before its root element did, as one that was cut off does.
    public var isTruncated = false
    /// The faults, in order.
    public var problems: [Problem] = []
    /// The namespaces as declared.
    public var namespaces: [(prefix: String, uri: String)] = []
    /// The feed's own members.
    public var feed = Feed()
    /// The entries in document order.
    public var entries: [Entry] = []
    /// The feeds that a page offers.
    public var alternates: [Alternate] = []

    /// Creates an empty document.
    public init() {}

    /// Whether the document is a feed of some kind.
    public var isFeed: Bool { format != .html && format != .unknown }
}

/// Where a document came from, as far as its reading depends on it.
public struct ParseContext: Sendable {
    /// The URL that the document was retrieved from, after redirects; nil for a local file.
    public var url: String?
    /// The `Content-Type` as received; nil for a local file.
    public var contentType: String?
    /// The `Content-Language` as received.
    public var contentLanguage: String?
    /// The `Content-Location` as received; the base of relative references before ``url``.
    public var contentLocation: String?

    /// Creates a context.
    public init(
        url: String? = nil, contentType: String? = nil, contentLanguage: String? = nil, contentLocation: String? = nil
    ) {
        self.url = url
        self.contentType = contentType
        self.contentLanguage = contentLanguage
        self.contentLocation = contentLocation
    }

    /// Creates a context from header lines; those that do not count are passed over.
    ///
    /// - Parameters:
    ///   - url: the URL that the document was retrieved from.
    ///   - contentType: the `Content-Type`; goes before one among the headers.
    ///   - headers: lines as `Name: value`.
    public init(url: String? = nil, contentType: String? = nil, headers: [String]) {
        self.init(url: url, contentType: contentType)
        for header in headers {
            let parts = header.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            let value = parts[1].trimmed
            switch parts[0].trimmed.lowercased() {
            case "content-type": self.contentType = self.contentType ?? value
            case "content-language": contentLanguage = value
            case "content-location": contentLocation = value
            default: break
            }
        }
    }

    /// The URL that relative references are resolved against.
    var base: URLReference? {
        let retrieved = url.map(URLReference.init)
        guard let contentLocation else { return retrieved }
        let location = URLReference(contentLocation)
        return retrieved.map(location.resolved(against:)) ?? location
    }
}

extension String {
    /// The string without white space at its ends.
    var trimmed: String {
        let utf8 = self.utf8
        guard let first = utf8.firstIndex(where: { $0 > 0x20 }), let last = utf8.lastIndex(where: { $0 > 0x20 }) else {
            return ""
        }
        if first == utf8.startIndex, utf8.index(after: last) == utf8.endIndex { return self }
        return String(self[first...last])
    }
}
