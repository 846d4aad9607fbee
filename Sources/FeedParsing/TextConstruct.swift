public import Notation

/// A piece of text that people read, with what its markup is (RFC 4287 section 3.1).
public struct TextConstruct: Hashable, Sendable {
    /// `text`, `html`, `xhtml`, or the media type of an Atom `content`.
    public var type: String
    /// Literal characters for `text`; a sanitised fragment with absolute URLs for `html` and `xhtml`.
    public var value: String
    /// Plain text: no tags, references decoded, white space folded; a line feed parts paragraphs.
    public var text: String
    /// The `xml:base` in scope; nil without one.
    public var base: String?
    /// The language in scope (BCP 47 as written); nil when unknown or reset.
    public var language: String?
    /// Where the content is when it is not here.
    public var src: String?

    /// Creates a text construct; without `text`, the value is the text.
    public init(
        type: String = "text", value: String, text: String? = nil, base: String? = nil, language: String? = nil,
        src: String? = nil
    ) {
        self.type = type
        self.value = value
        self.text = text ?? value
        self.base = base
        self.language = language
        self.src = src
    }
}

/// A reference from a feed or entry to something on the web (RFC 4287 section 4.2.7).
public struct Link: Hashable, Sendable {
    /// What is there: `alternate`, `self`, `enclosure` and so on.
    public var rel = "alternate"
    /// The URL, absolute where it can be made so.
    public var href: String
    /// The media type; empty when not given.
    public var type = ""
    /// The language of what is there; empty when not given.
    public var hreflang = ""
    /// What people read; empty when not given.
    public var title = ""
    /// The size in bytes as written; empty when not given.
    public var length = ""

    /// Creates a link.
    public init(rel: String = "alternate", href: String) {
        self.rel = rel
        self.href = href
    }
}

/// A person or organisation (RFC 4287 section 3.2); what is not known is empty.
public struct Person: Hashable, Sendable {
    /// The name as people read it.
    public var name = ""
    /// The e-mail address.
    public var email = ""
    /// The page of the person.
    public var uri = ""

    /// Creates a person.
    public init(name: String = "", email: String = "", uri: String = "") {
        self.name = name
        self.email = email
        self.uri = uri
    }

    var isEmpty: Bool { name.isEmpty && email.isEmpty && uri.isEmpty }
}

/// A subject heading (RFC 4287 section 4.2.2); what is not given is empty.
public struct Category: Hashable, Sendable {
    /// The heading.
    public var term: String
    /// What list it is from.
    public var scheme = ""
    /// How people read it.
    public var label = ""
}

/// A picture that stands for a feed or entry; what is not given is empty.
public struct FeedImage: Hashable, Sendable {
    /// Where the picture is.
    public var url = ""
    /// Its alternative text.
    public var title = ""
    /// The page that it links to.
    public var link = ""
    /// What it shows.
    public var description = ""
    /// Its width in pixels.
    public var width: Int?
    /// Its height in pixels.
    public var height: Int?
}

/// A date as it was written, and the instant it means.
public struct WrittenDate: Hashable, Sendable {
    /// The instant; nil when it cannot be read for certain.
    public var instant: Timestamp?
    /// Whether only a day was written.
    public var isDayOnly = false
    /// The characters as written.
    public var raw: String

    /// Creates a date that is known and was not written.
    public init(instant: Timestamp) {
        self.instant = instant
        raw = ""
    }

    init(_ raw: String) {
        self.raw = raw
        instant = StandardDate.read(raw)
        guard instant == nil, let reading = DateReader.read(raw) else { return }
        instant = reading.instant
        isDayOnly = reading.isDayOnly
    }
}

/// A place (RFC 7946 section 3.1): longitude before latitude.
public enum Geometry: Hashable, Sendable {
    /// A position.
    case point([Double])
    /// Positions along a line.
    case line([[Double]])
    /// A ring of positions, the last one the first again.
    case polygon([[Double]])
}

/// What an entry answers (RFC 4685); what is not given is empty.
public struct Reply: Hashable, Sendable {
    /// The id of the entry that is answered.
    public var ref = ""
    /// Where it may be read.
    public var href = ""
    /// The media type there.
    public var type = ""
    /// The feed that it is in.
    public var source = ""
}

/// A file that comes with an entry, such as a podcast's sound.
public struct Enclosure: Hashable, Sendable {
    /// Where it is.
    public var url: String
    /// The media type; empty when not given.
    public var type = ""
    /// The size in bytes as written; empty when not given.
    public var length = ""
    /// What people read; empty when not given.
    public var title = ""
}

/// A picture, film or sound of Media RSS.
public struct MediaObject: Hashable, Sendable {
    /// Where it is.
    public var url = ""
    /// The media type; empty when not given.
    public var type = ""
    /// `image`, `video`, …; empty when not given.
    public var medium = ""
    /// In pixels, as written.
    public var width = ""
    /// In pixels, as written.
    public var height = ""
    /// In bytes, as written.
    public var fileSize = ""
    /// In seconds, as written.
    public var duration = ""

    /// Whether it is a picture.
    var isPicture: Bool { medium == "image" || type.hasPrefix("image/") }
}
