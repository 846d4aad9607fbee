import Markup
import Notation
import Testing

@Suite("Sanitised fragments")
struct SanitizerTests {
    static func clean(_ html: String, base: String? = "https://news.example/a/b.html") -> String {
        String(
            decoding: HTMLSanitizer(base: base.map { URLReference($0) }).sanitize(Array(html.utf8)).html, as: UTF8.self)
    }

    static func text(_ html: String) -> String {
        String(decoding: HTMLSanitizer().sanitize(Array(html.utf8)).text, as: UTF8.self)
    }

    @Test(
        "What may stay stays, in one spelling",
        arguments: [
            ("<p CLASS=x>a<br>b</P>", "<p class=\"x\">a<br />b</p>"), ("<p>a<p>b", "<p>a</p><p>b</p>"),
            ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"), ("<b><i>x</b></i>", "<b><i>x</i></b>"),
            ("a < b &amp; c &eacute; &copy d", "a &lt; b &amp; c é © d"), ("<foo>x</foo>", "x"), ("</p>x", "x"),
            ("<img src='c.png' alt='1 > 0'>", "<img src=\"https://news.example/a/c.png\" alt=\"1 &gt; 0\" />"),
            ("<a href=\"?q=1&amp;r=2\">x</a>", "<a href=\"https://news.example/a/b.html?q=1&amp;r=2\">x</a>"),
            (
                "<img srcset='x.png 1x, /y,z.png 2x'>",
                "<img srcset=\"https://news.example/a/x.png 1x, https://news.example/y,z.png 2x\" />"
            ),
            ("<p style='color: RED; position:fixed; width:1px'>x</p>", "<p style=\"color: RED; width: 1px;\">x</p>"),
            ("<p style='padding-\0x:1px; margin-left:1px'>x</p>", "<p style=\"margin-left: 1px;\">x</p>"),
            ("<td>a<td>b", "<td>a</td><td>b</td>"), ("x<!-- y -->z", "xz"), ("x<!-- y > z", "x z"),
            ("a<iframe src=x></iframe>b", "ab"), ("a<iframe src=x><b>b</b>", "a<b>b</b>"), ("a<script>b", "a"),
            (
                "<img srcset='a \u{1}b 1x, c 2x!'>",
                "<img srcset=\"https://news.example/a/a b 1x, https://news.example/a/c\" />"
            ),
        ])
    func keeps(html: String, clean: String) {
        #expect(Self.clean(html) == clean)
    }

    @Test(
        "Nothing that runs comes through",
        arguments: [
            "<script>alert(1)</script>", "<SCRIPT SRC=x></SCRIPT >", "<img src=x onerror=alert(1)>",
            "<a href='javascript:alert(1)'>x</a>",
            "<a href='java&#x09;script:alert(1)'>x</a>", "<a href='&#1;javascript:alert(1)'>x</a>",
            "<a href=' JaVaScRiPt:alert(1)'>x</a>",
            "<a href='javascript&colon;alert(1)'>x</a>", "<a href='jav\nascript:alert(1)'>x</a>",
            "<a href='vbscript:x'>x</a>",
            "<a href='data:text/html,<script>alert(1)</script>'>x</a>", "<iframe src=javascript:alert(1)></iframe>",
            "<svg><script>alert(1)</script></svg>", "<svg onload=alert(1)>",
            "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
            "<form action='javascript:alert(1)'><button formaction='javascript:alert(1)'>x</button></form>",
            "<p style='background:url(javascript:alert(1))'>x</p>", "<p style='width:expression(alert(1))'>x</p>",
            "<p style='wid\\74h:e\\78pression(alert(1))'>x</p>", "<style>@import 'javascript:alert(1)'</style>",
            "<base href='javascript:alert(1)//'>", "<object data='javascript:alert(1)'></object>",
            "<embed src='javascript:alert(1)'>",
            "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
            "<img src='x' title='\"><script>alert(1)</script>'>",
            "<<script>alert(1)//<</script>", "<img \"\"\"><script>alert(1)</script>\">",
            "<img src=`javascript:alert(1)`>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
            "<xmp><img src=x onerror=alert(1)></xmp>",
            "<a/onmouseover=alert(1)>x</a>", "<a href='x' /onclick=alert(1)>y</a>",
            "<template><img src=x onerror=alert(1)></template>",
            "<![CDATA[<script>alert(1)</script>]]>", "<!--><script>alert(1)</script>-->",
            "<img srcset='javascript:alert(1) 1x'>", "<img dynsrc='javascript:alert(1)' lowsrc='javascript:alert(1)'>",
            "<table background='&#x6A;avascript:alert(1)'><td background=javascript:alert(1)>x</table>",
            "<command icon='javascript:alert(1)'>", "<q cite='java\0script:alert(1)'>x</q>",
            "<a href='\u{200B}javascript:alert(1)' onclick=alert(1)>x</a>",
            "<video poster=javascript:alert(1) src=javascript:alert(1)>",
            "<input type=image src=javascript:alert(1) formaction=javascript:alert(1)>",
            "<a href=javas&Tab;cript&colon;alert(1)>x</a>",
            "<a href=\"javascript&#58alert(1)\">x</a>", "<a href='&#106&#97vascript:alert(1)'>x</a>",
            "<svg/><a xlink:href='javascript:alert(1)'>x</a>", "<isindex action=javascript:alert(1)>",
            "<link rel=stylesheet href=javascript:alert(1)>",
        ])
    func removes(html: String) {
        for clean in [Self.clean(html), Self.clean(Self.clean(html))] {
            // What is left may name it as text; no tag and no attribute may hold it.
            let tags = clean.split(separator: "<").map { $0.prefix { $0 != ">" }.lowercased() }
            for tag in tags.dropFirst(clean.hasPrefix("<") ? 0 : 1) {
                #expect(!tag.hasPrefix("script") && !tag.hasPrefix("iframe") && !tag.hasPrefix("svg"))
                #expect(
                    tag.replacing(/"[^"]*"/, with: "").firstMatch(of: /\son\w+=/) == nil
                        && !tag.contains("=\"javascript") && !tag.contains("url("))
                #expect(!tag.contains("\"data:text") && !tag.contains("action=") && !tag.contains("expression"))
            }
        }
    }

    @Test(
        "Plain text has no tags and folded white space; blocks part lines",
        arguments: [
            ("<p>One  two</p>\n<p>three<br>four</p>", "One two\nthree\nfour"), ("AT&amp;T&nbsp;&lt;b&gt;", "AT&T <b>"),
            ("<b>bo</b>ld", "bold"), ("<td>a</td><td>b</td>", "a\nb"), ("<script>x</script>", ""), ("é\u{A0}ü", "é ü"),
        ])
    func plainText(html: String, text: String) {
        #expect(Self.text(html) == text)
    }

    @Test("A clean fragment stays as it is")
    func idempotent() {
        let once = Self.clean("<div><p>a &amp; b<ul><li>c</ul><img src=/x.png></div>")
        #expect(Self.clean(once) == once)
    }

    @Test(
        "Hostile fragments end soon",
        .timeLimit(.minutes(1)),
        arguments: [
            "<b>", "<p ", "<!--", "<script>", "<svg>", "&", "&#", "<a href='", "</p>", "<iframe>", "<a b=",
            "<p style='a:b;'>",
        ])
    func hostile(piece: String) {
        let clean = Self.clean(String(repeating: piece, count: 100_000))
        #expect(clean.utf8.count < 10_000_000)
    }
}
