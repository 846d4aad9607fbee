import Markup
import Testing

@Suite("HTML documents")
struct HTMLDocumentTests {
    private func document(_ page: String) -> HTMLDocument { HTMLDocument(page: Array(page.utf8)) }

    private func text(_ page: String) -> String {
        let document = document(page)
        return document.count > 0 ? document.text(inside: 0) : ""
    }

    @Test(
        "Text comes out decoded, in order, without what no reader sees",
        arguments: [
            ("<p>Talks <b>resume</b> on Friday</p>", "Talks resume on Friday"),
            ("<p>One</p><p>Two</p>", "One Two"),
            ("<p>Tea &amp; bread &#8212; &eacute;t&eacute;</p>", "Tea & bread — été"),
            ("<p>A<!-- B <p>C</p> -->D</p>", "AD"),
            ("<p>A<script>if (a < b) { document.write('<p>B</p>') }</script>C</p>", "AC"),
            ("<style>p > b { color: red }</style><p>A</p>", "A"),
            ("<p>A<svg><title>B</title><path d=''/></svg>C</p>", "AC"),
            ("<p>A<script data-x='>'>B</script>C</p>", "AC"),
            ("<p>Cut off in the middle of a <b>wo", "Cut off in the middle of a wo"),
            ("<p>A<!-- never closed", "A"),
            ("<html><html lang=en><body><body><p>Twice</p></html></html>", "Twice"),
            ("no tags at all", "no tags at all"),
        ])
    func text(page: String, expected: String) {
        #expect(text(page) == expected)
    }

    @Test("A NUL byte ends nothing")
    func zeroByte() {
        #expect(text("<p>Before\0after</p><p>Next</p>") == "Before\u{FFFD}after Next")
    }

    @Test("A meta charset does not make the UTF-8 be decoded again")
    func charset() {
        #expect(text("<meta charset=windows-1252><p>Türkiye</p>") == "Türkiye")
    }

    @Test("Nodes know their parent and end, attributes their value")
    func tree() throws {
        let document = document("<div id=outer><p class='a b'>x</p><p>y</p></div><p>z</p>")
        let outer = try #require((0..<document.count).first { document.string(.id, of: $0) == "outer" })
        let paragraphs = (0..<document.count).filter { document.tag(of: $0) == .p }
        #expect(paragraphs.count == 3)
        #expect(paragraphs.prefix(2).allSatisfy { document.parent(of: $0) == outer && $0 < document.end(of: outer) })
        #expect(paragraphs[2] == document.end(of: outer))
        #expect(document.string(.class, of: paragraphs[0]) == "a b")
        #expect(document.string(.class, of: paragraphs[1]) == nil)
    }

    @Test("JSON-LD scripts are set aside")
    func linkedData() {
        let page = "<script type='application/ld+json'>{\"a\": 1}</script><script>{\"b\": 2}</script><p>A</p>"
        #expect(document(page).linkedData.map { String(decoding: $0, as: UTF8.self) } == ["{\"a\": 1}"])
    }

    /// Named by number in the tests, so that a failure does not print a megabyte.
    private static let hostilePages: [String] = [
        String(repeating: "<div>", count: 100_000),
        String(repeating: "<div>", count: 1000) + String(repeating: "</p></span></b>", count: 100_000),
        String(repeating: "<b>", count: 300_000),
        String(repeating: "<!-- ", count: 300_000),
        String(repeating: "<script ", count: 100_000),
        String(repeating: "<script '", count: 100_000),
        String(repeating: "<svg>", count: 300_000),
        String(repeating: "<p a=", count: 100_000),
        String(repeating: "<p a=\"", count: 100_000),
        String(repeating: "<p a='b\" ", count: 100_000),
        String(repeating: "<span =", count: 100_000),
        String(repeating: "\0", count: 300_000),
    ]

    @Test(
        "Hostile pages end within limits", .timeLimit(.minutes(1)),
        arguments: hostilePages.indices)
    func hostile(number: Int) {
        let document = document(Self.hostilePages[number])
        #expect(document.count <= 400_000)
        for node in 0..<document.count {
            #expect(document.end(of: node) <= document.count && document.parent(of: node) < node)
        }
    }

    @Test("A page nested too deeply says so")
    func depth() {
        #expect(document(String(repeating: "<div>", count: 100_000)).isTruncated)
        #expect(!document(String(repeating: "<div>", count: 1000)).isTruncated)
    }

    @Test("No bytes give an empty document")
    func empty() {
        #expect(document("").count == 0)
    }
}
