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
            ("<p>A<script class=x type=y>B</script>C</p>", "AC"),
            ("<p>A<svg><symbol><svg><path/></svg>B</symbol><svg/></svg>C</p>", "AC"),
            ("<p>A<svg><svg>B</svg>C</p>", "AC"),
            ("<p>A<svg/>B</p>", "AB"),
            ("<title>A <b> B</title><p>C</p>", "A <b> B C"),
            ("<p>A<iframe><p>B</p></iframe>C", "A C"),
            ("<p>1 < 2 <3 && <? 4 ?> <! 5 > </> a</p>", "1 < 2 <3 && a"),
            ("<p>A<b title='never closed>B</b></p>", "A"),
            ("<p title=\"a > b\" class=x/y hidden>A</p >B", "AB"),
            ("<p>Cut off in the middle of a <b>wo", "Cut off in the middle of a wo"),
            ("<p>A<!-- never closed", "A"),
            ("<html><html lang=en><body><body><p>Twice</p></html></html>", "Twice"),
            ("no tags at all", "no tags at all"),
            ("<p>A&nbspB &copy C &lsqb;D&rsqb; &#146;E&#x85; &nosuch; &lt;F&gt;", "A\u{A0}B © C [D] ’E… &nosuch; <F>"),
            ("<p>A\u{1}B\u{C}C", "A B C"), ("<p>A</ p>B</p/x><p>C", "AB C"), ("&amp;>A", "&>A"),
            ("<p/>A<div/>B", "A B"),
            ("<x.y>A</x.y><p>B", "A B"), ("A<>B<_c>D", "A<>B<_c>D"),
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

    @Test("Attributes are read as browsers read them")
    func attributes() throws {
        let page =
            "<p CLASS='a &quot;b&quot;' id=c&amp;d content=\"<e f='g'>\" id=h rel lang='&eacute;&nbsp&#150;' data-x=1>"
        let document = document(page)
        let node = try #require((0..<document.count).first { document.tag(of: $0) == .p })
        let values = [HTMLAttributeName.class, .id, .content, .rel, .lang, .href].map { document.string($0, of: node) }
        #expect(values == ["a \"b\"", "c&d", "<e f='g'>", "", "é\u{A0}–", nil])
    }

    /// The elements of a page as nested brackets.
    private func shape(_ page: String) -> String {
        let document = document(page)
        var shape = ""
        var open: [Int] = []
        for node in 0..<document.count {
            while let last = open.last, last <= node {
                shape += ")"
                open.removeLast()
            }
            if document.tag(of: node) == .text {
                shape += String(decoding: document.text(of: node), as: UTF8.self)
            } else {
                shape += "\(document.tag(of: node).rawValue)("
                open.append(document.end(of: node))
            }
        }
        return shape + String(repeating: ")", count: open.count)
    }

    @Test(
        "Elements end where browsers end them",
        arguments: [
            ("<p>a<p>b", "p(a)p(b)"), ("<p>a<div>b</div>c", "p(a)div(b)c"), ("<p><span>a<p>b", "p(span(a))p(b)"),
            ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "ul(li(a)li(b ul(li(c))))d"),
            ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a)dd(b)dt(c))"),
            (
                "<table><tr><td>a<td>b<tr><td><table><td>c</table>d</table>e",
                "table(tr(td(a)td(b))tr(td(table(td(c))d)))e"
            ),
            ("<h2>a<h3>b</h2>c", "h2(a)h3(b)c"), ("<b>a<div>b</b>c</div>d", "b(a div(bc)d)"),
            ("<a>a<a>b</a>c", "a(a)a(b)c"), ("<div>a</span>b</p>c</div>", "div(abc)"),
            ("<td><p>a</td>b", "td(p(a))b"), ("<x-a><x-b>a</x-a>b", "#other(#other(a))b"),
            ("a<br>b</br>c<hr>d<img>e", "a br()b br()c hr()d img()e"),
            ("<form>a<form>b</form>c", "form(ab)c"), ("<button>a<button>b", "button(a)button(b)"),
            ("<section><div>a</section>b", "section(div(a))b"), ("<b>a<p>b</b>c</p>", "b(a p(b))c"),
            ("<a>a<table><td>b</td></table>c</a>d", "a(a table(td(b))c)d"), ("<ul>a<ol>b</ol>c</ul>", "ul(a ol(b)c)"),
            ("<h2><p>a</p>b</h2>c", "h2(p(a)b)c"), ("<div>a</p>b</div></div>c", "div(ab)c"),
            ("<p>a<p>b</p></p>c", "p(a)p(b)c"), ("<b><b>a</b><p>b</p></b>c", "b(b(a)p(b))c"),
        ])
    func shapes(page: String, expected: String) {
        let body = "html(head()body(" + expected.replacing(" ", with: "") + "))"
        #expect(shape("<head></head><body>" + page) == body)
    }

    @Test(
        "What a page leaves out is there",
        arguments: [
            ("a", "html(body(a))"), ("<title>a</title>b", "html(head(title(a))body(b))"),
            ("<meta name=a><p>b", "html(head(meta())body(p(b)))"), ("<body>a</body>b</html>c", "html(body(abc))"),
            (" <!-- --> <html> <head> </head> <body>a", "html(head()body(a))"),
            ("<p>a<meta name=b>c", "html(body(p(a meta()c)))"),
        ])
    func implied(page: String, expected: String) {
        #expect(shape(page).replacing(" ", with: "") == expected.replacing(" ", with: ""))
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
        String(repeating: "<svg><svg></svg>", count: 100_000),
        String(repeating: "<b>", count: 1000) + String(repeating: "</i></b><b>", count: 100_000),
        String(repeating: "<li>", count: 1000) + String(repeating: "<p></ul>", count: 100_000),
        String(repeating: "<select><noscript>", count: 100_000),
        String(repeating: "<p a=", count: 100_000),
        String(repeating: "<p a=\"", count: 100_000),
        String(repeating: "<p a='b\" ", count: 100_000),
        String(repeating: "<span =", count: 100_000),
        String(repeating: "\0", count: 300_000),
        "<p " + (0..<20_000).map { "a\($0)=b " }.joined() + ">",
        "<p " + (0..<20_000).map { "id=b\($0) " }.joined() + ">",
        "<div>" + String(repeating: "</b>", count: 50_000),
        String(repeating: "<div>", count: 1000) + String(repeating: "</b>", count: 50_000),
        String(repeating: "<h2>", count: 20_000) + String(repeating: "</b>", count: 50_000),
        String(repeating: "<div>", count: 1000) + String(repeating: "<body>", count: 30_000),
        (0..<30_000).map { "<x\($0)></y\($0)>" }.joined(),
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
