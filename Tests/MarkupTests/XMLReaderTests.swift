import Markup
import Notation
import Testing

@Suite("XML events")
struct XMLReaderTests {
    /// The events written out: `+name@ns{attributes}`, `text`, `-name`.
    static func events(_ text: String) -> (String, XMLReader) {
        var reader = XMLReader(Array(text.utf8), wellKnown: ["dc": "urn:dc"])
        var result: [String] = []
        var buffer: [UInt8] = []
        func flush() {
            if !buffer.isEmpty { result.append(String(decoding: buffer, as: UTF8.self)) }
            buffer = []
        }
        while true {
            switch reader.next() {
            case .start:
                flush()
                let attributes = reader.attributes.map { "\(reader.name($0.name).local)=\(reader.value(of: $0))" }
                result.append(
                    "+\(reader.name(reader.element).local)\(attributes.isEmpty ? "" : "{\(attributes.joined(separator: ","))}")"
                )
            case .end:
                flush()
                result.append("-\(reader.name(reader.element).local)")
            case .text: reader.appendText(to: &buffer)
            case .finished: return (result.joined(separator: " "), reader)
            }
        }
    }

    @Test(
        "Well-formed documents are read without a problem",
        arguments: [
            ("<a/>", "+a -a"),
            ("<?xml version='1.0'?>\n<!-- c --><a b='1' c=\"2\">x<b/>y</a>\n<!-- d -->", "+a{b=1,c=2} x +b -b y -a"),
            ("<a>&lt;&#65;&#x42;&amp;</a>", "+a <AB& -a"), ("<a><![CDATA[<b>&amp;]]></a>", "+a <b>&amp; -a"),
            ("<a>x\r\ny\rz</a>", "+a x\ny\nz -a"), ("<a b='x\ny&#10;z'/>", "+a{b=x y\nz} -a"),
            ("<!DOCTYPE a [<!ENTITY e 'value'> <!-- ' --> ]><a>&e;</a>", "+a value -a"),
            ("<p:a xmlns:p='urn:x'/>", "+a -a"), ("<a>&#146;&#x85;</a>", "+a ’… -a"), ("<a b='&#150;'/>", "+a{b=–} -a"),
            ("<!DOCTYPE a [<!ENTITY o '&#246;'><!ENTITY d \"&#x2014;\">]><a b='&o;'>K&o;ln&d;</a>", "+a{b=ö} Köln— -a"),
            ("<!DOCTYPE a SYSTEM 'http://h.example/a.dtd'>\n<a/>", "+a -a"),
        ])
    func wellFormed(text: String, events: String) {
        let (found, reader) = Self.events(text)
        #expect(found == events)
        #expect(reader.problems.isEmpty)
    }

    @Test(
        "Broken documents are read as they were meant, and the fault is told",
        arguments: [
            ("<a>x & y</a>", "+a x & y -a"), ("<a>&nbsp;&shy;&ecirc;</a>", "+a \u{A0}\u{AD}ê -a"),
            ("<a>&nosuch;</a>", "+a &nosuch; -a"),
            ("<a>x\u{4}y\u{1F}</a>", "+a xy -a"), ("  \n<?xml version='1.0'?><a/>", "+a -a"),
            ("Warning: mysql <a/>", "+a -a"),
            ("<a>x</a>junk [] <b/>", "+a x -a"), ("<a><b>x</a>", "+a +b x -b -a"),
            ("<a><b>x</c></b></a>", "+a +b x -b -a"),
            ("<a><b>x", "+a +b x -b -a"), ("<a b=1 c>x</a>", "+a{b=1,c=} x -a"), ("<a b='1' b='2'/>", "+a{b=1} -a"),
            ("<a>1 < 2</a>", "+a 1 < 2 -a"), ("<a>&#0;</a>", "+a \u{FFFD} -a"), ("<a><![CDATA[x</a>", "+a x</a> -a"),
            ("<a>x<!-- never", "+a x -a"), ("<a>&#146;</a><x", "+a ’ -a"), ("<a>x\0y</a>", "+a xy -a"),
            ("<a><b c=d/>x</a>", "+a +b{c=d} -b x -a"), ("<a><b <c>x</c></b></a>", "+a +b +c x -c -b -a"),
            ("<a>1 <– 2</a>", "+a 1 <– 2 -a"), ("<a>]]></a>", "+a ]]> -a"), ("<a>\u{FFFE}x&#X41;</a>", "+a xA -a"),
            ("<a><b c='&quot;&x;\"<'/></a>", "+a +b{c=\"&x;\"<} -b -a"),
            ("<!DOCTYPE a [<!ENTITY l '&#60;b>'>]><a>x&l;</a>", "+a x -a"),
        ])
    func broken(text: String, events: String) {
        let (found, reader) = Self.events(text)
        #expect(found == events)
        #expect(!reader.isWellFormed)
    }

    @Test("Names have the namespaces in scope; prefixes that nobody declared get the well-known one and are told")
    func namespaces() {
        var reader = XMLReader(
            Array("<a xmlns='urn:1'><b xmlns='urn:2 '/><dc:c/><d/></a>".utf8), wellKnown: ["dc": "urn:dc"])
        var found: [String] = []
        reading: while true {
            switch reader.next() {
            case .start: found.append(reader.name(reader.element).namespace)
            case .finished: break reading
            default: continue
            }
        }
        #expect(found == ["urn:1", "urn:2", "urn:dc", "urn:1"])
        #expect(reader.problems.map(\.kind) == [.undeclaredNamespace])
    }

    @Test("A tag is found where it stands, also in a document that was mended")
    func places() {
        for text in [
            "<a><b c='1'/>x</a>", "<!DOCTYPE a>\n<a>&nbsp;<b c=1>x</b></a>", "<a>1 & 2<b c='<' /></a><!-- -- -->",
        ] {
            var reader = XMLReader(Array(text.utf8))
            var tags: [String] = []
            reading: while true {
                switch reader.next() {
                case .start, .end: tags.append(String(decoding: Array(text.utf8)[reader.tagRange], as: UTF8.self))
                case .finished: break reading
                default: continue
                }
            }
            #expect(tags.first == "<a>" && tags.last == "</a>", "\(tags)")
            #expect(tags[1].hasPrefix("<b c=") && tags[1].hasSuffix(">"), "\(tags)")
        }
    }

    @Test("What follows an element that was never closed can be taken out of it")
    func leaving() {
        var reader = XMLReader(Array("<a><b><c>x</c><d/></a>".utf8))
        var found: [String] = []
        reading: while true {
            switch reader.next() {
            case .start:
                if reader.name(reader.element).local == "c" { reader.leaveParent() }
                found.append("\(reader.name(reader.element).local)\(reader.depth)")
            case .end: found.append("-\(reader.name(reader.element).local)\(reader.depth)")
            case .text: continue
            case .finished: break reading
            }
        }
        #expect(found == ["a1", "b2", "c2", "-c1", "d2", "-d1", "-a0"])
    }

    @Test("Base and language follow xml:base and xml:lang")
    func scopes() {
        let text = "<a xml:base='http://h.example/x/' xml:lang='en'><b xml:base='y/' xml:lang=''/><c/></a>"
        var reader = XMLReader(Array(text.utf8), base: URLReference("http://other.example/"))
        var found: [String] = []
        reading: while true {
            switch reader.next() {
            case .start: found.append("\(reader.base?.description ?? "-") \(reader.language ?? "-")")
            case .finished: break reading
            default: continue
            }
        }
        #expect(found == ["http://h.example/x/ en", "http://h.example/x/y/ -", "http://h.example/x/ en"])
    }

    /// Named by number in the tests, so that a failure does not print a megabyte.
    private static let hostileDocuments: [String] = [
        String(repeating: "<a>", count: 100_000), String(repeating: "<a ", count: 100_000),
        String(repeating: "<!DOCTYPE a ", count: 50_000),
        String(repeating: "<?x ", count: 100_000), "<a>" + String(repeating: "<!--", count: 100_000),
        "<a>" + String(repeating: "<![CDATA[", count: 100_000), "<a>" + String(repeating: "</b>", count: 100_000),
        "<a>" + String(repeating: "&", count: 200_000), "<a " + (0..<20_000).map { "a\($0)='x' " }.joined() + ">",
        "<a>" + (0..<20_000).map { "<b\($0)/>" }.joined(),
        "<!DOCTYPE a [" + String(repeating: "<!--", count: 100_000),
        "<a " + (0..<20_000).map { "xmlns:n\($0)='urn:\($0)' " }.joined() + "/>",
        "<a>" + (0..<20_000).map { "<b\($0) xmlns:n\($0)='urn:\($0)'>" }.joined(),
        "<a " + (0..<20_000).map { "c\($0)='x' " }.joined() + "/>",
        "<a>" + String(repeating: "</b>", count: 50_000),
        "<a>" + String(repeating: "<b>", count: 250) + String(repeating: "</c>", count: 50_000),
        "<a \(String(repeating: "b", count: 300))='1' c='&amp;2'><d e='3'/></a>",
        "<a>" + (0..<20_000).map { "<b xmlns:n='urn:\($0)'/>" }.joined() + "</a>",
        "<a>" + (0..<20_000).map { "<?b\($0) ?>" }.joined() + "</a>",
    ]

    @Test(
        "Hostile documents end soon",
        .timeLimit(.minutes(1)),
        arguments: hostileDocuments.indices)
    func hostile(number: Int) {
        let (_, reader) = Self.events(Self.hostileDocuments[number])
        #expect(!reader.isWellFormed || reader.attributes.isEmpty)
    }

    @Test("Entities cannot multiply")
    func bombs() {
        let laughs =
            "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;'>]><a>\(String(repeating: "&y;", count: 1000))</a>"
        #expect(Self.events(laughs).0 == "+a -a")
        #expect(!Self.events(laughs).1.isWellFormed, "what was left out is said")
        let blowUp =
            "<!DOCTYPE a [<!ENTITY x '\(String(repeating: "z", count: 250))'>]><a>\(String(repeating: "&x;", count: 100_000))</a>"
        #expect(Self.events(blowUp).0.utf8.count < 100_000)
        let outside =
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'><!ENTITY % p SYSTEM 'file:///etc/hostname'>%p;]><a>&x;</a>"
        #expect(Self.events(outside).0 == "+a -a")
    }
}
