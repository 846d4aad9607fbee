"""Writes the feeds, each format by the outlet's habits, and the subscriptions."""
import html
import json
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from .pages import inline
from .sources import BLOCK, ORIGIN

NAMESPACE = "https://demarche.example/ns/source/1"


def content_html(article):
    wraps = {"## ": "<h2>{}</h2>", "> ": "<blockquote><p>{}</p></blockquote>", "- ": "<ul><li>{}</li></ul>", None: "<p>{}</p>"}
    return "\n".join(wraps[BLOCK.match(block).group(1)].format(inline(block, article["outlet"]))
                     for block in article["blocks"])


def link_of(article):
    return article["slug"] + ".html" if "relative" in article["outlet"]["habits"] else article["url"]


def text(value, outlet):
    return f"<![CDATA[{value}]]>" if "cdata" in outlet["habits"] else escape(value)


def rss(outlet, articles):
    """RSS 2.0 by the outlet's habits: cdata, content, creator, teaser (HTML in the description), relative, undated."""
    habits = outlet["habits"]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
             'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">', "<channel>",
             f"<title>{escape(outlet['title'])}</title>", f"<link>{ORIGIN}/{outlet['id']}/index.html</link>",
             f"<description>{escape(outlet['about'])}</description>", f"<language>{outlet['language']}</language>",
             f'<atom:link href="{ORIGIN}/{outlet["id"]}/{outlet["feed"]}" rel="self" type="application/rss+xml"/>']
    for one in articles:
        lines += ["<item>", f"<title>{text(one['title'], outlet)}</title>", f"<link>{link_of(one)}</link>"]
        if outlet["ids"] == "url" and "relative" not in habits:
            lines.append(f"<guid>{one['id']}</guid>")
        else:
            lines.append(f'<guid isPermaLink="false">{one["id"]}</guid>')
        if "undated" not in habits:
            lines.append(f"<pubDate>{format_datetime(one['published'])}</pubDate>")
        if "creator" in habits:
            lines += [f"<dc:creator>{text(name, outlet)}</dc:creator>" for name in one["authors"]]
        lines += [f"<category>{text(tag, outlet)}</category>" for tag in one["tags"]]
        summary = one["summary"]
        if "teaser" in habits:
            summary = f'<p>{html.escape(summary, quote=False)}</p> <p><a href="{one["url"]}">Continue reading…</a></p>'
        lines.append(f"<description>{text(summary, outlet)}</description>")
        if "content" in habits:
            lines.append(f"<content:encoded>{text(content_html(one), outlet)}</content:encoded>")
        lines.append("</item>")
    return "\n".join(lines + ["</channel>", "</rss>", ""])


def rdf(outlet, articles):
    """RSS 1.0 with Dublin Core."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
             'xmlns:dc="http://purl.org/dc/elements/1.1/">',
             f'<channel rdf:about="{ORIGIN}/{outlet["id"]}/{outlet["feed"]}">', f"<title>{escape(outlet['title'])}</title>",
             f"<link>{ORIGIN}/{outlet['id']}/index.html</link>", f"<description>{escape(outlet['about'])}</description>",
             f"<dc:language>{outlet['language']}</dc:language>", "<items><rdf:Seq>",
             *(f'<rdf:li rdf:resource="{one["url"]}"/>' for one in articles), "</rdf:Seq></items>", "</channel>"]
    for one in articles:
        lines += [f'<item rdf:about="{one["url"]}">', f"<title>{escape(one['title'])}</title>", f"<link>{one['url']}</link>",
                  f"<description>{escape(one['summary'])}</description>", f"<dc:date>{one['published'].isoformat()}</dc:date>",
                  f"<dc:publisher>{escape(outlet['title'])}</dc:publisher>", "</item>"]
    return "\n".join(lines + ["</rdf:RDF>", ""])


def atom(outlet, articles):
    """Atom 1.0 by the outlet's habits: content (xhtml), html (summary of type html)."""
    newest = max(one["updated"] or one["published"] for one in articles)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{outlet["language"]}">',
             f"<title>{escape(outlet['title'])}</title>", f"<subtitle>{escape(outlet['about'])}</subtitle>",
             f"<id>tag:{outlet['id']}.example,2026:feed</id>", f"<updated>{newest.isoformat()}</updated>",
             f'<link rel="self" href="{ORIGIN}/{outlet["id"]}/{outlet["feed"]}"/>',
             f'<link rel="alternate" type="text/html" href="{ORIGIN}/{outlet["id"]}/index.html"/>']
    for one in articles:
        lines += ["<entry>", f"<title>{escape(one['title'])}</title>", f"<id>{one['id']}</id>",
                  f'<link rel="alternate" type="text/html" href="{one["url"]}"/>',
                  f"<published>{one['published'].isoformat()}</published>",
                  f"<updated>{(one['updated'] or one['published']).isoformat()}</updated>",
                  *(f"<author><name>{escape(name)}</name></author>" for name in one["authors"] or [outlet["title"]]),
                  *(f"<category term={quoteattr(tag)}/>" for tag in one["tags"])]
        if "html" in outlet["habits"]:
            lines.append(f'<summary type="html">{escape("<p>" + html.escape(one["summary"], quote=False) + "</p>")}</summary>')
        else:
            lines.append(f"<summary>{escape(one['summary'])}</summary>")
        if "content" in outlet["habits"]:
            lines.append(f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{content_html(one)}</div></content>')
        lines.append("</entry>")
    return "\n".join(lines + ["</feed>", ""])


def json_feed(outlet, articles):
    """JSON Feed 1.1."""
    items = []
    for one in articles:
        item = dict(id=one["id"], url=one["url"], title=one["title"], summary=one["summary"],
                    content_html=content_html(one), date_published=one["published"].isoformat(),
                    authors=[dict(name=name) for name in one["authors"]], tags=one["tags"])
        if one["updated"]:
            item["date_modified"] = one["updated"].isoformat()
        items.append(item)
    return json.dumps(dict(version="https://jsonfeed.org/version/1.1", title=outlet["title"], description=outlet["about"],
                           home_page_url=f"{ORIGIN}/{outlet['id']}/index.html", language=outlet["language"],
                           feed_url=f"{ORIGIN}/{outlet['id']}/{outlet['feed']}", items=items),
                      ensure_ascii=False, indent=1) + "\n"


FORMATS = {"rss": rss, "rdf": rdf, "atom": atom, "json": json_feed}


def opml(outlets):
    """The subscriptions with their source facts, by region."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<opml version="2.0" xmlns:d="{NAMESPACE}">', "<head>",
             "<title>Sample newsroom</title>", "</head>", "<body>"]
    for region in dict.fromkeys(outlet["region"] for outlet in outlets):
        lines.append(f"<outline text={quoteattr(region)}>")
        for one in (outlet for outlet in outlets if outlet["region"] == region):
            facts = {"d:id": "id", "d:language": "language", "d:country": "country", "d:kind": "kind", "d:owner": "owner",
                     "d:licence": "licence", "d:timeZone": "timeZone"}
            attributes = " ".join(f"{name}={quoteattr(one[key])}" for name, key in facts.items() if one.get(key))
            lines.append(f'  <outline type="rss" text={quoteattr(one["title"])} title={quoteattr(one["title"])}\n'
                         f'    xmlUrl="{ORIGIN}/{one["id"]}/{one["feed"]}" htmlUrl="{ORIGIN}/{one["id"]}/index.html"\n'
                         f"    {attributes}/>")
        lines.append("</outline>")
    return "\n".join(lines + ["</body>", "</opml>", ""])
