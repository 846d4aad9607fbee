import Markup
import Notation

/// Modules whose elements only feeds or only entries have.
extension FeedReader {
    mutating func readFeedModule(_ element: FeedElement, _ feed: inout Feed, _ builder: inout LevelBuilder) {
        switch (element.vocabulary, element.term) {
        case (.syndication, .updateperiod): feed.syndication["period"] = text()
        case (.syndication, .updatefrequency): feed.syndication["frequency"] = text()
        case (.syndication, .updatebase): feed.syndication["base"] = text()
        case (.history, .complete): feed.isComplete = true
        case (.history, .archive): feed.isArchive = true
        case (.admin, .generatoragent):
            let uri = resource
            if feed.generator == nil { feed.generator = Feed.Generator(name: uri, uri: uri) }
        case (.admin, .errorreportsto): feed.errorReportsTo = resource
        case (.itunes, .subtitle), (.itunes, .summary):
            let text = looseText()
            if text != nil, builder.claim(.subtitle, .inferred) { feed.subtitle = text }
        case (.dublinCore, .description), (.dcterms, .description), (.dcterms, .abstract):
            let text = looseText()
            if text != nil, builder.claim(.subtitle, .module) { feed.subtitle = text }
        case (.media, .thumbnail), (.media, .content):
            let isPicture =
                element.term == .thumbnail || attribute("medium") == "image"
                || attribute("type")?.hasPrefix("image/") == true
            guard isPicture else { return }
            let url = resolved(attribute("url") ?? "")
            if !url.isEmpty, builder.claim(.image, .inferred) { builder.level.image = FeedImage(url: url) }
        default: return
        }
    }

    private var resource: String {
        (attribute("resource", namespace: "http://www.w3.org/1999/02/22-rdf-syntax-ns#") ?? attribute("resource") ?? "")
            .trimmed
    }

    mutating func readEntryModule(_ element: FeedElement, _ entry: inout Entry, _ builder: inout LevelBuilder) {
        switch (element.vocabulary, element.term) {
        case (.content, .encoded): if let text = looseText() { entry.content.append(text) }
        case (.xhtml, .body), (.xhtml, .div):
            let (base, language) = (xml.base, xml.language)
            let (bytes, _) = content()
            if let text = Self.construct(bytes, type: "xhtml", base: base, language: language) {
                entry.content.append(text)
            }
        case (.dublinCore, .description), (.dcterms, .description), (.dcterms, .abstract):
            let text = looseText()
            if text != nil, builder.claim(.summary, .module) { entry.summary = text }
        case (.wfw, .comment): entry.commentAPI = resolved(text())
        case (.wfw, .commentrss): entry.commentsFeed = resolved(text())
        case (.itunes, .summary), (.itunes, .subtitle), (.play, .description):
            let text = looseText()
            if text != nil, builder.claim(.summary, .inferred) { entry.summary = text }
        case (.media, _): readMedia(element.term, &entry, remaining: 3)
        default: return
        }
    }

    private mutating func readMedia(_ term: Term, _ entry: inout Entry, remaining: Int) {
        guard entry.media.count < 1000, entry.thumbnails.count < 1000 else { return }
        switch term {
        case .content:
            let media = mediaObject
            if !media.url.isEmpty { entry.media.append(media) }
            let text = entry.mediaText
            readMediaChildren(&entry, remaining)
            if media.isPicture { entry.mediaText = text }
        case .thumbnail:
            var thumbnail = mediaObject
            if thumbnail.url.isEmpty { thumbnail.url = resolved(text()) }
            if !thumbnail.url.isEmpty { entry.thumbnails.append(thumbnail) }
        case .player: entry.playerURL = entry.playerURL ?? resolved(attribute("url") ?? "")
        case .group: readMediaChildren(&entry, remaining)
        case .description, .text:
            let text = looseText()
            if entry.mediaText == nil || term == .text { entry.mediaText = text ?? entry.mediaText }
        default: return
        }
    }

    /// Takes what Media RSS tells of an entry's film or sound for its text, where it has no other; beside a picture it is
    /// the picture's caption.
    static func takeMediaText(for entry: inout Entry) {
        guard let text = entry.mediaText else { return }
        entry.mediaText = nil
        guard entry.summary == nil, entry.content.isEmpty, !entry.media.contains(where: \.isPicture) else { return }
        entry.summary = text
    }

    private mutating func readMediaChildren(_ entry: inout Entry, _ remaining: Int) {
        guard remaining > 0 else { return }
        let depth = depth
        while let child = nextChild(of: depth) {
            if child.vocabulary == .media { readMedia(child.term, &entry, remaining: remaining - 1) }
        }
    }

    private var mediaObject: MediaObject {
        MediaObject(
            url: resolved(attribute("url") ?? ""), type: attribute("type") ?? "", medium: attribute("medium") ?? "",
            width: attribute("width") ?? "", height: attribute("height") ?? "", fileSize: attribute("fileSize") ?? "",
            duration: attribute("duration") ?? "")
    }
}
