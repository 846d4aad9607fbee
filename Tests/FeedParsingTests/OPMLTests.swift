import FeedParsing
import Testing

@Suite("Subscription lists")
struct OPMLTests {
    static let list = """
        <?xml version="1.0" encoding="utf-8"?>
        <opml version="2.0" xmlns:x="urn:other">
          <head><title>Desk &amp; co</title></head>
          <body>
            <!-- the north -->
            <outline text="North">
              <outline type="rss" text="Fjord Post" xmlUrl="https://f.example/rss" htmlUrl='https://f.example/' x:keep="1"/>
              <outline text="Baltic">
                <outline text="Amber" xmlUrl="https://a.example/atom"></outline>
              </outline>
            </outline>
            <outline text="Lone" xmlUrl="https://l.example/"/>
          </body>
        </opml>

        """

    @Test("Subscriptions are read with their groups and attributes")
    func reads() throws {
        let list = try OPML(Array(Self.list.utf8))
        #expect(list.title == "Desk & co")
        #expect(list.subscriptions.map(\.title) == ["Fjord Post", "Amber", "Lone"])
        #expect(list.subscriptions.map(\.groups) == [["North"], ["North", "Baltic"], []])
        #expect(
            list.subscriptions[0].attributes["x:keep"] == "1" && list.subscriptions[0].siteURL == "https://f.example/")
    }

    @Test("An edit touches its own bytes and no others")
    func edits() throws {
        var document = try OPMLDocument(Array(Self.list.utf8))
        let lone = try #require(document.outlines.firstIndex { $0.title == "Lone" })
        try document.setAttribute("country", isFact: true, to: "NOR & \"co\"", at: lone)
        try document.setAttribute("text", to: "Alone", at: lone)
        let text = String(decoding: document.bytes, as: UTF8.self)
        let expected = Self.list
            .replacing(
                "xmlns:x=\"urn:other\"", with: "xmlns:x=\"urn:other\" xmlns:d=\"https://demarche.example/ns/source/1\""
            )
            .replacing(
                "<outline text=\"Lone\" xmlUrl=\"https://l.example/\"/>",
                with: "<outline text=\"Alone\" xmlUrl=\"https://l.example/\" d:country=\"NOR &amp; &quot;co&quot;\"/>")
        #expect(text == expected)
        #expect(document.outlines[lone].facts == ["country": "NOR & \"co\""])
        try document.setAttribute("country", isFact: true, to: nil, at: lone)
        #expect(document.outlines[lone].facts.isEmpty)
    }

    @Test("What is added and removed again leaves the list as it was")
    func addsAndRemoves() throws {
        var document = try OPMLDocument(Array(Self.list.utf8))
        let baltic = try #require(document.outlines.firstIndex { $0.title == "Baltic" })
        try document.add(attributes: [("text", "New"), ("xmlUrl", "https://n.example/?a=1&b=2")], toGroup: baltic)
        let added = try #require(document.outlines.firstIndex { $0.title == "New" })
        #expect(document.outlines[added].groups == ["North", "Baltic"])
        #expect(document.outlines[added].feedURL == "https://n.example/?a=1&b=2")
        #expect(String(decoding: document.bytes, as: UTF8.self).contains("\n        <outline text=\"New\""))
        try document.remove(at: added)
        #expect(document.bytes == Array(Self.list.utf8))
    }

    @Test("A new list takes groups and subscriptions, with facts")
    func new() throws {
        var document = OPMLDocument(title: "A & B")
        let group = try document.addGroup("East")
        try document.add(
            attributes: [("text", "One"), ("xmlUrl", "https://o.example/")], facts: [("id", "one")], toGroup: group)
        try document.add(attributes: [("text", "Two"), ("xmlUrl", "https://t.example/")])
        let list = try OPML(document.bytes)
        #expect(list.title == "A & B" && list.subscriptions.map(\.groups) == [["East"], []])
        #expect(list.subscriptions[0].facts == ["id": "one"])
    }

    @Test("A body or group without content opens up for the first outline")
    func empty() throws {
        var document = try OPMLDocument(Array("<opml><body><outline text='G'/></body></opml>".utf8))
        try document.add(attributes: [("text", "a"), ("xmlUrl", "u")], toGroup: 0)
        #expect(try OPML(document.bytes).subscriptions.map(\.groups) == [["G"]])
        var bare = try OPMLDocument(Array("<opml><body/></opml>".utf8))
        try bare.add(attributes: [("text", "a"), ("xmlUrl", "u")])
        #expect(try OPML(bare.bytes).subscriptions.count == 1)
    }

    @Test(
        "What is no list says why and where",
        arguments: [
            ("", OPMLError.Reason.empty), ("<!DOCTYPE html><html><body>Sign in</body></html>", .page),
            ("<rss/>", .otherFormat("rss")),
        ])
    func refuses(text: String, reason: OPMLError.Reason) {
        let error = #expect(throws: OPMLError.self) { try OPML(Array(text.utf8)) }
        #expect(error?.reason == reason && error?.line == 1)
    }

    @Test("A list whose nesting is broken is refused with the line, since outlines might be lost")
    func broken() throws {
        let text = "<opml><body>\n<outline text='a' xmlUrl='u'>\n</body></opml>"
        let error = #expect(throws: OPMLError.self) { try OPML(Array(text.utf8)) }
        #expect(error?.line == 3)
        #expect(error?.description.hasPrefix("line 3: not well-formed") == true)
    }

    @Test("Bare ampersands in addresses, which exports are full of, are read")
    func ampersands() throws {
        let list = try OPML(
            Array("<opml><body><outline text='a' xmlUrl='http://a.example/?b=1&c=2'/></body></opml>".utf8))
        #expect(list.subscriptions.map(\.feedURL) == ["http://a.example/?b=1&c=2"])
    }
}
