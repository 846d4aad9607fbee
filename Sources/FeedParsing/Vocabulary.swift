/// The vocabularies that feeds are written in.
enum Vocabulary: Sendable {
    case rss, atom, dublinCore, dcterms, content, slash, wfw, thread, media, itunes, play, georss, gml, geo,
        syndication,
        history
    case license, creativeCommons, rdf, xhtml, admin, other

    /// Whether it is that of a format itself, not of a module.
    var isFormat: Bool { self == .rss || self == .atom }

    /// Finds a vocabulary by its namespace; case and a slash or mark at the end do not count.
    init(uri: String) {
        var key = uri.lowercased()
        while let last = key.utf8.last, last == 0x2F || last == 0x23 { key.removeLast() }
        if key.hasPrefix("https:") { key = "http:" + key.dropFirst(6) }
        self = Self.table[key] ?? .other
    }

    private static let table: [String: Vocabulary] = [
        "": .rss,
        "http://purl.org/rss/1.0": .rss, "http://my.netscape.com/rdf/simple/0.9": .rss,
        "http://channel.netscape.com/rdf/simple/0.9": .rss,
        "http://my.netscape.com/publish/formats/rss-0.91.dtd": .rss, "http://backend.userland.com/rss": .rss,
        "http://backend.userland.com/rss2": .rss, "http://backend.userland.com/rss091": .rss,
        "http://blogs.law.harvard.edu/tech/rss": .rss, "http://purl.org/net/rss1.1": .rss,
        "http://purl.org/rss/2.0": .rss,
        "http://cyber.law.harvard.edu/rss": .rss, "http://www.rssboard.org/rss-specification": .rss,
        "http://www.w3.org/2005/atom": .atom, "http://purl.org/atom/ns": .atom, "http://example.com/newformat": .atom,
        "http://purl.org/atom/app": .other, "http://www.w3.org/2007/app": .other,
        "http://purl.org/dc/elements/1.1": .dublinCore, "http://purl.org/dc/elements/1.0": .dublinCore,
        "http://purl.org/dc/terms": .dcterms, "http://purl.org/rss/1.0/modules/dcterms": .dcterms,
        "http://purl.org/rss/1.0/modules/content": .content, "http://purl.org/rss/1.0/modules/slash": .slash,
        "http://wellformedweb.org/commentapi": .wfw, "http://purl.org/syndication/thread/1.0": .thread,
        "http://search.yahoo.com/mrss": .media, "http://www.rssboard.org/media-rss": .media,
        "http://video.search.yahoo.com/mrss": .media,
        "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes, "http://example.com/dtds/podcast-1.0.dtd": .itunes,
        "http://www.google.com/schemas/play-podcasts/1.0": .play,
        "http://www.georss.org/georss": .georss, "http://www.georss.org/georss/10": .georss,
        "http://www.opengis.net/gml": .gml,
        "http://www.opengis.net/gml/3.2": .gml, "http://www.w3.org/2003/01/geo/wgs84_pos": .geo,
        "http://purl.org/rss/1.0/modules/syndication": .syndication,
        "http://purl.org/syndication/history/1.0": .history,
        "http://web.resource.org/cc": .license, "http://creativecommons.org/ns": .license,
        "http://backend.userland.com/creativecommonsrssmodule": .creativeCommons,
        "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html": .creativeCommons,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns": .rdf, "http://www.w3.org/1999/xhtml": .xhtml,
        "http://www.w3.org/tr/rec-rdf-syntax": .rdf,
        "http://webns.net/mvcb": .admin,
    ]

    /// Namespaces of prefixes that feeds use and forget to declare.
    static let wellKnown: [String: String] = [
        "atom": "http://www.w3.org/2005/Atom", "a10": "http://www.w3.org/2005/Atom",
        "atom10": "http://www.w3.org/2005/Atom",
        "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
        "content": "http://purl.org/rss/1.0/modules/content/", "slash": "http://purl.org/rss/1.0/modules/slash/",
        "wfw": "http://wellformedweb.org/CommentAPI/", "thr": "http://purl.org/syndication/thread/1.0",
        "media": "http://search.yahoo.com/mrss/", "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "googleplay": "http://www.google.com/schemas/play-podcasts/1.0",
        "georss": "http://www.georss.org/georss", "gml": "http://www.opengis.net/gml",
        "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#", "sy": "http://purl.org/rss/1.0/modules/syndication/",
        "fh": "http://purl.org/syndication/history/1.0", "cc": "http://web.resource.org/cc/",
        "creativeCommons": "http://backend.userland.com/creativeCommonsRssModule",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xhtml": "http://www.w3.org/1999/xhtml",
        "admin": "http://webns.net/mvcb/", "rss": "http://purl.org/rss/1.0/",
    ]
}

/// The local names of elements that feeds are read from, in lower case.
enum Term: String, Sendable {
    case other = ""
    case rss, rdf = "rdf", feed, html, channel, item, items, entry
    case title, link, description, language, copyright, managingeditor, webmaster, pubdate, lastbuilddate, category
    case generator, docs, cloud, ttl, image, textinput, skiphours, skipdays, hour, day, guid, author, comments,
        enclosure
    case source, url, name, width, height, expirationdate, fullitem, uri, email, homepage
    case id, updated, modified, published, issued, created, contributor, rights, subtitle, tagline, info, icon, logo,
        summary
    case content, abstract, creator, publisher, subject, date, identifier, available, valid, dateaccepted, datesubmitted
    case encoded, body, div, commentrss, comment, inReplyTo = "in-reply-to", total
    case group, thumbnail, player, credit, keywords, owner
    case point, line, polygon, box, circle, `where`, pos, poslist, linestring, linearring, exterior, envelope
    case lowercorner, uppercorner, coordinates, lat, long, lon
    case updateperiod, updatefrequency, updatebase, complete, archive, license, generatoragent, errorreportsto
    case li, seq, opml, error, text
}
