"""Checks the rules of Feeds/sample/README.md."""
import re
import statistics
import xml.etree.ElementTree as ElementTree
from datetime import date, datetime
from itertools import combinations

from .pages import lost_lines
from .sources import FETCHED, ORIGIN, SAMPLE, TYPES

# The codes that the key may use; another one is more likely a slip than a new country.
CODES = set("""AGO ARE AUS BGD BLR BRA BRB CAN CHE CHN COD COL DZA EGY ERI ESP EST ETH EUU GBR GEO GRC GUY IND IRL IRN IRQ
JOR JPN KEN KHM KOR KWT LBN LTU LVA MAR MDA MLI MRT MYS NOR OMN PAK PHL POL PRT QAT RUS RWA SAU SDN SOM SRB SSD SYR TCD THA
TUR UGA UKR UNO USA VEN XKX YEM BEL DJI""".split())
# Alike: Jaccard of the 4-word runs of two bodies.
ALIKE = 0.2


def check(outlets, files, key):
    """Every rule that is broken, a line each, and the counts with their least values."""
    newest = {line["url"]: line for line in key}
    first = {line["url"]: line for line in key if line["snapshot"] == 1}
    lines = list(newest.values())
    kinds = [line["events"][0]["type"] for line in lines if line["decision"] == "kept"]
    decisions = [line["decision"] for line in lines if not line["copyOf"]]
    least = {
        "outlets": (len(outlets), 8),
        "formats": (len({outlet["format"] for outlet in outlets}), 4),
        "designs": (len(list((SAMPLE / "designs").glob("*.html"))), 8),
        "entries": (len(lines), 66),
        "median words": (int(statistics.median(len(line["body"].split()) for line in lines)), 250),
        "kept": (decisions.count("kept"), 28),
        "dropped": (decisions.count("dropped"), 28),
        "review": (decisions.count("review"), 6),
        "seen only": (decisions.count("seen"), 4),
        "hard negatives": (sum(line["hardNegative"] for line in lines), 5),
        "copies": (sum(bool(line["copyOf"]) for line in lines), 2),
        "edited": (sum(bool(line["edited"]) for line in lines), 3),
        "new in snapshot 2": (len(lines) - len(first), 8),
        "kinds of primary act": (len(set(kinds)), 13),
    }
    faults = [f"{name}: {count}, at least {wanted}" for name, (count, wanted) in least.items() if count < wanted]
    for line in key:
        faults += [f"{line['url']} ({line['snapshot']}): {fault}" for fault in line_faults(line, first.get(line["url"]), files)]
    faults += [*venue_faults(lines), *likeness_faults(lines), *file_faults(files)]
    told = ", ".join(f"{kind} {kinds.count(kind)}" for kind in TYPES if kind in kinds)
    developments = len({event["development"] for line in lines for event in line["events"]})
    return faults, {**least, "primary acts": (told, 0), "developments": (developments, 0)}


def line_faults(line, first, files):
    """What is wrong with one article in one snapshot."""
    published, events = datetime.fromisoformat(line["published"]), line["events"]
    body, shown = line["body"].split("\n\n"), files[page_path(line["snapshot"], line["url"])]
    if line["relevant"] != bool(events):
        yield f"relevant {line['relevant']} with {len(events)} events"
    if len({event["evidence"] for event in events}) < len(events):
        yield "two events share a sentence"
    for event in events:
        if unknown := {*event["actors"], *event["recipients"], *event["mediators"]} - CODES:
            yield f"unknown codes {sorted(unknown)}"
        if not (event["actors"] and event["development"] and event["story"]):
            yield f"{event['type']} without actors, development or story"
        for day in filter(None, (event["date"]["start"], event["date"]["end"])):
            date.fromisoformat(day)
    if first is None and not FETCHED[1] < published < FETCHED[2]:
        yield f"new in the second snapshot but dated {line['published']}"
    if first is not None:
        if published > FETCHED[1]:
            yield "dated after it was fetched"
        changed = {name for name in ("title", "body") if first[name] != line[name]}
        changed |= {"events"} if codes(first) != codes(line) else set()
        if changed != set(line["edited"]) - {"updated"}:
            yield f"edited says {line['edited']}, changed is {sorted(changed)}"
        if not line["edited"] and files[page_path(1, line["url"])] != shown:
            yield "its page changed without an edit"
    if missing := lost_lines(shown, body):
        yield f"the page lacks {missing}"
    for gone in line["removed"]:
        if gone in body or len(gone.split()) > 5 and gone in line["body"]:
            yield f"both in the body and to be removed: {gone!r}"


def codes(line):
    """What the events say, whatever the wording of their sentences."""
    return [{**event, "evidence": ""} for event in line["events"]]


def venue_faults(lines):
    """One development must be told by three outlets in three places."""
    places = {}
    for line in lines:
        for event in line["events"]:
            if place := event["venue"]["place"]:
                places.setdefault(event["development"], set()).add((place, line["outlet"]))
    if not any(min(len({place for place, _ in told}), len({outlet for _, outlet in told})) >= 3
               for told in places.values()):
        yield "no development whose venue three outlets tell differently"


def likeness_faults(lines):
    """No two bodies are alike but copies, and copies are."""
    for (one, mine), (other, theirs) in combinations([(line, runs(line["body"])) for line in lines], 2):
        likeness = len(mine & theirs) / max(1, len(mine | theirs))
        family = {one["copyOf"] or one["url"], other["copyOf"] or other["url"]}
        if (likeness >= ALIKE) != (len(family) == 1):
            yield f"{one['url']} and {other['url']}: likeness {likeness:.2f}"


def runs(body):
    tokens = re.findall(r"\w+", body.lower())
    return {tuple(tokens[i:i + 4]) for i in range(len(tokens) - 3)}


def file_faults(files):
    """What does not parse, leads nowhere, or is not what the generator writes."""
    for path, content in files.items():
        if path.endswith((".xml", ".rdf", ".opml")):
            ElementTree.fromstring(content.encode())
        for target in re.findall(r'href="/([a-z0-9-]+/[a-z0-9-]+\.html)"', content):
            if f"{path.split('/')[0]}/{target}" not in files:
                yield f"{path}: links to {target}, which is not there"
        if not (SAMPLE / path).is_file() or (SAMPLE / path).read_text(encoding="utf-8") != content:
            yield f"{path}: not up to date, run Scripts/make-newsroom"
    for snapshot in FETCHED:
        for path in sorted((SAMPLE / f"snapshot-{snapshot}").rglob("*")):
            if path.is_file() and str(path.relative_to(SAMPLE)) not in files:
                yield f"{path}: not written by this generator"


def page_path(snapshot, url):
    return f"snapshot-{snapshot}/" + url.removeprefix(ORIGIN + "/")
