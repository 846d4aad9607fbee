import Notation

/// The line of JSON that `demarche parse` prints.
extension ParsedDocument {
    /// Returns the document as one line of JSON in UTF-8, with its line feed; empty members are left out.
    ///
    /// - Parameters:
    ///   - file: the file's name as given; nil leaves it out.
    ///   - url: the URL as given; nil leaves it out.
    /// - Returns: the line.
    public func jsonLine(file: String? = nil, url: String? = nil) -> [UInt8] {
        var json = JSONWriter(capacity: 4096 + entries.reduce(0) { $0 + $1.sizeHint })
        json.object { json in
            json.member("file", file)
            json.member("url", url)
            writeHead(&json)
            json.array("entries") { json in
                for entry in entries { entry.write(to: &json) }
            }
        }
        json.endLine()
        return json.bytes
    }

    /// Writes all members but the entries.
    func writeHead(_ json: inout JSONWriter) {
        json.member("format", format.rawValue)
        json.member("version", version.presence)
        json.member("variant", variant.presence)
        json.member("encoding", encoding)
        json.member("wellFormed", isWellFormed)
        json.array("errors", of: problems) { json, problem in
            json.object {
                $0.member("code", problem.code.rawValue)
                $0.member("message", problem.message)
                $0.member("line", problem.line)
                if problem.isInformation { $0.member("severity", "info") }
            }
        }
        if !namespaces.isEmpty {
            json.object("namespaces") { json in
                for namespace in namespaces { json.member(namespace.prefix, namespace.uri) }
            }
        }
        json.array("alternates", of: alternates) { json, alternate in
            json.object {
                $0.member("href", alternate.href)
                $0.member("type", alternate.type.presence)
                $0.member("title", alternate.title.presence)
            }
        }
        if isFeed { json.object("feed") { feed.write(to: &$0) } }
    }
}

extension String {
    /// The string, or nil when it is empty.
    var presence: String? { isEmpty ? nil : self }
}

extension Feed {
    fileprivate func write(to json: inout JSONWriter) {
        level.write(to: &json)
        json.text("subtitle", subtitle)
        json.text("info", info)
        json.generator(generator)
        json.member("icon", icon?.presence)
        json.member("logo", logo?.presence)
        if !hubs.isEmpty { json.member("hubs", hubs) }
        json.strings("paging", pages.map { ($0.rel, $0.href) })
        if isComplete { json.member("complete", true) }
        if isArchive { json.member("archive", true) }
        json.member("docs", docs?.presence)
        json.member("ttl", ttl)
        json.array("skipHours", of: skipHours) { $0.value($1) }
        json.array("skipDays", of: skipDays) { $0.value($1) }
        json.strings("syndication", syndication.sorted { $0.key < $1.key })
        json.strings("cloud", cloud.sorted { $0.key < $1.key })
        json.strings("textInput", textInput.sorted { $0.key < $1.key })
        json.member("errorReportsTo", errorReportsTo?.presence)
    }
}

extension Entry {
    fileprivate var sizeHint: Int {
        512 + 2 * ((summary?.value.utf8.count ?? 0) + content.reduce(0) { $0 + $1.value.utf8.count })
    }

    /// Writes the entry as an object.
    func write(to json: inout JSONWriter) {
        json.object { json in
            level.write(to: &json)
            json.text("summary", summary)
            json.array("content", of: content) { json, text in json.object { text.write(to: &$0) } }
            json.array("enclosures", of: enclosures) { json, enclosure in
                json.object {
                    $0.member("url", enclosure.url)
                    $0.member("type", enclosure.type.presence)
                    $0.member("length", enclosure.length.presence)
                    $0.member("title", enclosure.title.presence)
                }
            }
            if let source {
                json.object("source") {
                    source.write(to: &$0)
                    $0.member("url", sourceURL)
                }
            }
            json.member("comments", comments?.presence)
            json.member("commentApi", commentAPI?.presence)
            json.member("commentsFeed", commentsFeed?.presence)
            if idIsLink { json.member("idIsLink", true) }
            writeMedia(to: &json)
        }
    }

    private func writeMedia(to json: inout JSONWriter) {
        guard !media.isEmpty || !thumbnails.isEmpty || playerURL?.presence != nil else { return }
        json.object("media") { json in
            json.array("content", of: media) { $1.write(to: &$0) }
            json.array("thumbnails", of: thumbnails) { $1.write(to: &$0) }
            if let playerURL { json.object("player") { $0.member("url", playerURL) } }
        }
    }
}

extension MediaObject {
    fileprivate func write(to json: inout JSONWriter) {
        json.object {
            $0.member("url", url)
            $0.member("type", type.presence)
            $0.member("medium", medium.presence)
            $0.member("width", width.presence)
            $0.member("height", height.presence)
            $0.member("fileSize", fileSize.presence)
            $0.member("duration", duration.presence)
        }
    }
}
