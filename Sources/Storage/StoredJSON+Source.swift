internal import Developments
internal import Notation

extension StoredJSON {
    /// The written form of a source's facts, member by member as `text(_:)` writes them: thousands are compared with what
    /// is stored in each run.
    static func text(source: Source) -> String {
        var json = JSONWriter(capacity: 256)
        json.object { json in
            json.member("country", source.country)
            json.member("feedURL", source.feedURL)
            json.member("id", source.id)
            json.member("isPrivate", source.isPrivate)
            json.member("isStateMedia", source.isStateMedia)
            json.member("kind", source.kind?.rawValue)
            json.member("language", source.language)
            json.member("licence", source.licence.rawValue)
            if let listing = source.listing {
                json.object("listing") {
                    $0.member("date", listing.date)
                    $0.member("links", listing.links)
                    $0.member("title", listing.title)
                }
            }
            if let outlet = source.outlet { json.object("outlet") { write(outlet, to: &$0) } }
            json.member("owner", source.owner)
            json.member("siteURL", source.siteURL)
            json.member("text", source.text?.rawValue)
            json.member("timeZone", source.timeZone)
            json.member("title", source.title)
        }
        return json.text
    }

    private static func write(_ outlet: Outlet, to json: inout JSONWriter) {
        json.member("country", outlet.country)
        json.member("id", outlet.id)
        json.member("isStateMedia", outlet.isStateMedia)
        json.member("kind", outlet.kind?.rawValue)
        json.member("licence", outlet.licence?.rawValue)
        json.member("name", outlet.name)
        json.member("owner", outlet.owner)
        json.member("siteURL", outlet.siteURL)
    }
}
