import Markup
import Notation

/// Reads JSON Feed 1 and 1.1 by its specification at jsonfeed.
///
/// A member of the wrong type is made the right one or passed over by itself.
struct JSONFeedReader {
    let base: URLReference?

    func read(_ root: JSONValue, into parse: inout FeedParse) {
        let version = root["version"]?.text ?? ""
        parse.document.version = String(version.split(separator: "/").last ?? "")
        var level = self.level(root)
        level.title = text(root["title"], "text")
        level.link = url(root["home_page_url"])
        level.id = root["id"]?.text
        if let link = level.link { level.links.append(Link(href: link)) }
        if let own = url(root["feed_url"]) {
            level.links.append(Link(rel: "self", href: own))
            level.id = level.id ?? root["feed_url"]?.text
        }
        if let next = url(root["next_url"]) {
            level.links.append(Link(rel: "next", href: next))
            parse.document.feed.take(Link(rel: "next", href: next))
        }
        for hub in root["hubs"]?.elements ?? [] {
            if let url = url(hub["url"]) { parse.document.feed.take(Link(rel: "hub", href: url)) }
        }
        parse.document.feed.subtitle = text(root["description"], "text")
        parse.document.feed.info = text(root["user_comment"], "text")
        parse.document.feed.icon = url(root["favicon"])
        parse.document.feed.logo = url(root["icon"])
        if let icon = url(root["icon"]) { level.image = FeedImage(url: icon) }
        parse.document.feed.level = level
        for item in root["items"]?.elements ?? [] {
            guard case .object = item else { continue }
            guard !parse.isFull else {
                parse.fail(.notWellFormed, "more than \(parse.entryLimit) entries")
                break
            }
            parse.add(entry(item))
        }
    }

    private func entry(_ item: JSONValue) -> Entry {
        var entry = Entry()
        entry.level = level(item)
        entry.level.id = item["id"]?.text
        entry.level.title = text(item["title"], "text")
        entry.level.link = url(item["url"])
        if let link = entry.level.link { entry.level.links.append(Link(href: link)) }
        if let external = url(item["external_url"]) {
            entry.level.links.append(Link(rel: "related", href: external))
            entry.level.link = entry.level.link ?? external
        }
        entry.level.publishedDate = item["date_published"]?.text.map { WrittenDate($0) }
        entry.level.updatedDate = item["date_modified"]?.text.map { WrittenDate($0) }
        if let image = url(item["image"]) ?? url(item["banner_image"]) { entry.level.image = FeedImage(url: image) }
        entry.summary = text(item["summary"], "text")
        entry.content = [text(item["content_html"], "html"), text(item["content_text"], "text")].compactMap { $0 }
        for file in item["attachments"]?.elements ?? [] {
            guard let url = url(file["url"]) else { continue }
            var enclosure = Enclosure(url: url)
            enclosure.type = file["mime_type"]?.text ?? ""
            enclosure.length = file["size_in_bytes"]?.text ?? ""
            enclosure.title = file["title"]?.text ?? ""
            entry.enclosures.append(enclosure)
            var link = Link(rel: "enclosure", href: url)
            (link.type, link.length, link.title) = (enclosure.type, enclosure.length, enclosure.title)
            entry.level.links.append(link)
        }
        return entry
    }

    /// What feed and item have in common.
    private func level(_ value: JSONValue) -> Level {
        var builder = LevelBuilder()
        builder.setLanguage(value["language"]?.text, .own)
        for author in (value["authors"]?.elements ?? []) + [value["author"]].compactMap({ $0 }) {
            builder.addAuthor(
                Person(name: author["name"]?.text ?? author.text ?? "", uri: url(author["url"]) ?? ""))
        }
        for tag in value["tags"]?.elements ?? [] { builder.addCategory(Category(term: tag.text ?? "")) }
        return builder.level
    }

    private func text(_ value: JSONValue?, _ type: String) -> TextConstruct? {
        guard let text = value?.text else { return nil }
        return FeedReader.construct(Array(text.utf8), type: type, base: base, language: nil)
    }

    private func url(_ value: JSONValue?) -> String? {
        guard let text = value?.text?.trimmed, !text.isEmpty else { return nil }
        let reference = URLReference(text)
        return (base.map(reference.resolved(against:)) ?? reference).description
    }
}
