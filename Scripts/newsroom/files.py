"""Puts together every file of the newsroom, the key among them."""
import json

from .feeds import FORMATS, opml
from .pages import index_page, load_design, page, removed, standfirst
from .sources import FETCHED, ORIGIN, decision


def key_line(snapshot, article, design):
    outlet = article["outlet"]
    return dict(snapshot=snapshot, outlet=outlet["id"], url=article["url"], id=article["id"], title=article["title"],
                language=outlet["language"], published=article["published"].isoformat(),
                updated=article["updated"].isoformat() if article["updated"] else None, authors=article["authors"],
                body="\n\n".join(article["body"]), removed=removed(article, design),
                standfirst=standfirst(article, design), decision=decision(article),
                relevant=article["relevant"], hardNegative=article["hard"], events=article["events"],
                copyOf=f"{ORIGIN}/{article['copy_of']}.html" if article["copy_of"] else None,
                edited=article["edited"] if snapshot == 2 else [])


def newsroom(outlets, articles):
    """Every file to be written, by its path below Feeds/sample."""
    files, key = {"newsroom.opml": opml(outlets)}, []
    for snapshot in FETCHED:
        for outlet in outlets:
            design = load_design(outlet)
            present = sorted((versions[snapshot] for versions in articles
                              if snapshot in versions and versions[snapshot]["outlet"] is outlet),
                             key=lambda one: (one["published"], one["slug"]), reverse=True)
            folder = f"snapshot-{snapshot}/{outlet['id']}"
            files[f"{folder}/{outlet['feed']}"] = FORMATS[outlet["format"]](outlet, present)
            files[f"{folder}/index.html"] = index_page(outlet, present)
            for one in present:
                files[f"{folder}/{one['slug']}.html"] = page(one, design)
                key.append(key_line(snapshot, one, design))
    files["key.jsonl"] = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in key)
    return files, key
