import Notation

extension Level {
    /// Writes the members into an object that is open.
    func write(to json: inout JSONWriter) {
        json.member("id", id?.presence)
        json.text("title", title)
        json.text("rights", rights)
        json.member("link", link?.presence)
        json.array("links", of: links) { json, link in
            json.object {
                $0.member("rel", link.rel)
                $0.member("href", link.href.presence)
                $0.member("type", link.type.presence)
                $0.member("hreflang", link.hreflang.presence)
                $0.member("title", link.title.presence)
                $0.member("length", link.length.presence)
            }
        }
        json.date("updated", updatedDate)
        json.date("published", publishedDate)
        json.date("created", createdDate)
        json.date("expired", expiredDate)
        if let validity {
            json.object("validity") {
                $0.date("start", validity.start)
                $0.date("end", validity.end)
            }
        }
        json.member("language", language?.presence)
        json.array("authors", of: authors) { $1.write(to: &$0) }
        json.array("contributors", of: contributors) { $1.write(to: &$0) }
        if let publisher { json.object("publisher") { publisher.writeMembers(to: &$0) } }
        json.array("categories", of: categories) { json, category in
            json.object {
                $0.member("term", category.term.presence)
                $0.member("scheme", category.scheme.presence)
                $0.member("label", category.label.presence)
            }
        }
        writeImageAndPlace(to: &json)
        json.array("inReplyTo", of: inReplyTo) { json, reply in
            json.object {
                $0.member("ref", reply.ref.presence)
                $0.member("href", reply.href.presence)
                $0.member("type", reply.type.presence)
                $0.member("source", reply.source.presence)
            }
        }
        json.member("commentCount", commentCount)
        if let feedOnly = feedOnly.first {
            json.text("subtitle", feedOnly.subtitle)
            json.generator(feedOnly.generator)
            json.member("icon", feedOnly.icon?.presence)
            json.member("logo", feedOnly.logo?.presence)
        }
    }

    private func writeImageAndPlace(to json: inout JSONWriter) {
        if let image {
            json.object("image") {
                $0.member("url", image.url.presence)
                $0.member("title", image.title.presence)
                $0.member("link", image.link.presence)
                $0.member("description", image.description.presence)
                $0.member("width", image.width)
                $0.member("height", image.height)
            }
        }
        if let geo { json.object("geo") { geo.write(to: &$0) } }
        if geoEmpty { json.member("geoEmpty", true) }
    }
}

extension Geometry {
    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .point(let position):
            json.member("type", "Point")
            json.array("coordinates", of: position) { $0.value($1) }
        case .line(let positions):
            json.member("type", "LineString")
            json.array("coordinates") { Self.write(positions, to: &$0) }
        case .polygon(let positions):
            json.member("type", "Polygon")
            json.array("coordinates") { $0.array { Self.write(positions, to: &$0) } }
        }
    }

    private static func write(_ positions: [[Double]], to json: inout JSONWriter) {
        for position in positions {
            json.array { json in
                for value in position { json.value(value) }
            }
        }
    }
}

extension Person {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    fileprivate func writeMembers(to json: inout JSONWriter) {
        json.member("name", name.presence)
        json.member("email", email.presence)
        json.member("uri", uri.presence)
    }
}

extension TextConstruct {
    func write(to json: inout JSONWriter) {
        json.member("type", type)
        json.member("value", value)
        json.member("text", text)
        json.member("base", base?.presence)
        json.member("language", language?.presence)
        json.member("src", src?.presence)
    }
}

extension JSONWriter {
    mutating func text(_ name: String, _ text: TextConstruct?) {
        guard let text else { return }
        object(name) { text.write(to: &$0) }
    }

    /// Writes an instant in UTC, and what was written.
    mutating func date(_ name: String, _ date: WrittenDate?) {
        guard let date else { return }
        member(name, date.instant?.description)
        member(name + "Raw", date.raw)
    }

    mutating func generator(_ generator: Feed.Generator?) {
        guard let generator else { return }
        object("generator") {
            $0.member("name", generator.name.presence)
            $0.member("uri", generator.uri.presence)
            $0.member("version", generator.version.presence)
        }
    }

    /// Writes an object of strings; nothing when there is none.
    mutating func strings(_ name: String, _ members: [(key: String, value: String)]) {
        guard !members.isEmpty else { return }
        object(name) { json in
            for member in members { json.member(member.key, member.value) }
        }
    }
}
