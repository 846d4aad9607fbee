"""Writes the pages: an article in its outlet's design, and what a page shows."""
import hashlib
import html
import json
import re
from html.parser import HTMLParser

from .sources import BLOCK, ORIGIN, SAMPLE, words

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık".split(),
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(),
}


def load_design(outlet):
    """Reads a design: the page, then `%% name` parts for one block of each kind and `%% insert N` parts."""
    parts = re.split(r"^%% (.+)\n", (SAMPLE / "designs" / f"{outlet['id']}.html").read_text(encoding="utf-8"),
                     flags=re.MULTILINE)
    return {"page": parts[0], **dict(zip(parts[1::2], (part.rstrip("\n") for part in parts[2::2])))}


def fill(template, values):
    """Replaces each `{{name}}`."""
    return re.sub(r"\{\{(\w+)\}\}", lambda match: values[match.group(1)], template)


def page_values(article):
    """What a page says beside its body, escaped."""
    outlet, teasers = article["outlet"], article["outlet"]["teasers"]
    pick = int(hashlib.sha256(article["slug"].encode()).hexdigest()[:6], 16)
    updated = article["updated"] or article["published"]
    values = dict(title=article["title"], url=article["url"], summary=article["summary"], site=outlet["title"],
                  home=f"{ORIGIN}/{outlet['id']}/index.html", feed=f"{ORIGIN}/{outlet['id']}/{outlet['feed']}",
                  language=outlet["language"], section=article["section"], authors=names(article),
                  published=article["published"].isoformat(), updated=updated.isoformat(),
                  published_text=written(article["published"], outlet), updated_text=written(updated, outlet),
                  published_day=article["published"].date().isoformat(), slug=article["slug"],
                  caption=article["caption"] or outlet["caption"], minutes=str(1 + words(article) // 200))
    for offset, name in enumerate(("teaser", "teaser2", "teaser3")):
        values[name] = teasers[(pick + offset) % len(teasers)]
    values = {name: html.escape(value) for name, value in values.items()}
    values["tags"] = " ".join(f'<a rel="tag" href="/{outlet["id"]}/tag/{html.escape(tag.lower().replace(" ", "-"))}">'
                              f"{html.escape(tag)}</a>" for tag in article["tags"])
    values["json_ld"] = json.dumps({
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": article["title"],
        "datePublished": article["published"].isoformat(), "dateModified": updated.isoformat(),
        "author": [{"@type": "Person", "name": name} for name in article["authors"]],
        "publisher": {"@type": "Organization", "name": outlet["title"]}, "inLanguage": outlet["language"],
        "mainEntityOfPage": article["url"], "description": article["summary"]}, ensure_ascii=False).replace("</", "<\\/")
    return values


def names(article):
    joined = {"tr": " ve ", "ar": " و"}.get(article["outlet"]["language"], " and ")
    return joined.join(article["authors"]) or article["outlet"]["title"]


def written(moment, outlet):
    """A date as the outlet's pages show it."""
    month = MONTHS[outlet["language"]][moment.month - 1]
    return {"us": f"{month} {moment.day}, {moment.year}", "uk": f"{moment.day} {month} {moment.year}",
            "iso": moment.strftime("%Y-%m-%d %H:%M")}[outlet["dates"]]


def inline(block, outlet):
    """A block's words as HTML, with its links."""
    return re.sub(r"\[([^\]]+)\]\(([^)]+)\)", rf'<a href="/{outlet["id"]}/\2.html">\1</a>',
                  html.escape(BLOCK.sub("", block, count=1), quote=False))


def body_html(article, design, values):
    """The body with the design's inserts between its paragraphs."""
    lines = []
    for position, block in enumerate(article["blocks"]):
        mark = BLOCK.match(block).group(1)
        kind = {"## ": "heading", "> ": "quote", "- ": "item", None: "paragraph"}[mark]
        lines.append(fill(design[kind], {**values, "text": inline(block, article["outlet"])}))
        insert = design.get(f"insert {position + 1}")
        if insert and position + 1 < len(article["blocks"]):
            lines.append(fill(insert, values))
    return "\n".join(lines)


def page(article, design):
    values = page_values(article)
    return fill(design["page"], {**values, "body": body_html(article, design, values)})


class Lines(HTMLParser):
    """The lines of text that a page shows: one per block."""

    INLINE = {"a", "b", "i", "em", "strong", "span", "small", "time", "cite", "font", "u", "sup", "label", "bdi"}
    HIDDEN = {"script", "style", "title", "template", "noscript"}

    def __init__(self):
        super().__init__()
        self.lines, self.current, self.hidden = [], "", 0

    def end_line(self):
        if line := " ".join(self.current.split()):
            self.lines.append(line)
        self.current = ""

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in self.HIDDEN
        if tag not in self.INLINE:
            self.end_line()

    def handle_endtag(self, tag):
        self.hidden -= tag in self.HIDDEN
        if tag not in self.INLINE:
            self.end_line()

    def handle_data(self, data):
        if not self.hidden:
            self.current += data


def shown_lines(page_text):
    parser = Lines()
    parser.feed(page_text)
    parser.end_line()
    return parser.lines


def removed(article, design):
    """The lines that the page shows and the body does not have, each once."""
    wanted = {*article["body"], article["summary"]}
    return list(dict.fromkeys(line for line in shown_lines(page(article, design)) if line not in wanted))


def standfirst(article, design):
    """The summary where the design shows it above the body, which repeats it: a text may have it or not."""
    return [article["summary"]] if "{{summary}}" in design["page"].partition("<body")[2] else []


def lost_lines(page_text, body):
    """The blocks of the body that the page does not show as a line of their own."""
    shown = set(shown_lines(page_text))
    return [block for block in body if block not in shown]


def index_page(outlet, articles):
    """The outlet's front page, with the feed to be discovered."""
    items = "\n".join(f'<li><a href="{one["slug"]}.html">{html.escape(one["title"])}</a></li>' for one in articles)
    media = {"json": "application/feed+json", "atom": "application/atom+xml"}.get(outlet["format"], "application/rss+xml")
    return (f'<!DOCTYPE html>\n<html lang="{outlet["language"]}"><head><meta charset="utf-8">'
            f'<title>{html.escape(outlet["title"])}</title>\n<link rel="alternate" type="{media}" '
            f'href="{outlet["feed"]}" title="{html.escape(outlet["title"])}"></head>\n'
            f'<body><h1>{html.escape(outlet["title"])}</h1>\n<ul>\n{items}\n</ul></body></html>\n')
