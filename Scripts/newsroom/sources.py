"""Reads the newsroom's sources: outlets, articles and their versions, events."""
import hashlib
import json
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent.parent.parent / "Feeds" / "sample"
ORIGIN = "http://127.0.0.1:8463"
FETCHED = {1: datetime(2026, 3, 12, 8, tzinfo=timezone.utc), 2: datetime(2026, 3, 13, 8, tzinfo=timezone.utc)}
BACKFILL = timedelta(days=3)
TYPES = ("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN SANCTION COERCE "
         "MOBILIZE ASSAULT STATEMENT").split()
PLACED = "CONSULT AGREE COOPERATE MOBILIZE COERCE RETREAT ASSAULT".split()
MODALITIES = "occurred future hypothetical negated".split()
STATUSES = "reported unconfirmed on_record denied".split()
LISTS = {"authors", "tags", "edited"}
REPEATED = {"event", "replace"}
BLOCK = re.compile(r"(## |> |- )?")


class SourceError(Exception):
    """A source file that breaks its format; says which and how."""


def load_outlets():
    return json.loads((SAMPLE / "outlets.json").read_text(encoding="utf-8"))


def read_headers(path):
    """Splits a source file into its headers and the text after the first blank line."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    headers = {}
    for line in head.splitlines():
        name, colon, value = line.partition(": ")
        if not colon:
            raise SourceError(f"{path}: not a header: {line!r}")
        if name in REPEATED:
            headers.setdefault(name, []).append(value)
        elif name in LISTS:
            headers[name] = [part.strip() for part in value.split(";") if part.strip()]
        else:
            headers[name] = value.strip()
    return headers, body.strip()


def load_articles(outlets):
    """Reads every article as {snapshot: version}; the second version of an unedited article is its first."""
    files = {}
    for outlet in outlets:
        for path in sorted((SAMPLE / "articles" / outlet["id"]).glob("*.txt")):
            files[f"{outlet['id']}/{path.stem}"] = (outlet, path, *read_headers(path))
    articles = []
    for name, (outlet, path, headers, body) in files.items():
        if name.endswith(".edit"):
            continue
        if "copyOf" in headers:
            original = files[headers["copyOf"]]
            body = replaced(original[3], headers.get("replace", []), path)
            headers = {"event": original[2].get("event", []), **headers}
        first = version(outlet, path.stem, headers, body)
        versions = {} if headers.get("snapshot") == "2" else {1: first}
        versions[2] = first
        if edit := files.get(name + ".edit"):
            changed = replaced(body, edit[2].get("replace", []), edit[1])
            versions[2] = version(outlet, path.stem, {**headers, **edit[2]}, changed)
        articles.append(versions)
    return articles


def replaced(body, replacements, path):
    """Carries out `old => new` lines, each of which must match once."""
    for line in replacements:
        old, arrow, new = line.partition(" => ")
        if not arrow or body.count(old) != 1:
            raise SourceError(f"{path}: replace matches {body.count(old)} times: {line!r}")
        body = body.replace(old, new)
    return body


def version(outlet, slug, headers, source):
    """An article as it stands in one snapshot."""
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", source)]
    article = dict(outlet=outlet, slug=slug, blocks=blocks, url=f"{ORIGIN}/{outlet['id']}/{slug}.html",
                   title=headers["title"], published=datetime.fromisoformat(headers["published"]),
                   updated=datetime.fromisoformat(headers["updated"]) if "updated" in headers else None,
                   authors=headers.get("authors", []), tags=headers.get("tags", []),
                   section=headers.get("section", "World"), caption=headers.get("caption", ""),
                   relevant=headers["relevant"] == "yes", hard="hardNegative" in headers,
                   copy_of=headers.get("copyOf"), edited=headers.get("edited", []))
    article["body"] = [plain(block) for block in blocks]
    article["summary"] = headers.get("summary") or sentences(article["body"][0])[0]
    article["id"] = entry_id(article)
    article["events"] = [event(line, article) for line in headers.get("event", [])]
    for position, coded in enumerate(article["events"]):
        coded["primary"] = position == 0
    return article


def entry_id(article):
    """The entry's id in its feed, by the outlet's habit."""
    habit, path = article["outlet"]["ids"], f"{article['outlet']['id']}/{article['slug']}"
    number = int(hashlib.sha256(path.encode()).hexdigest()[:8], 16) % 900000 + 100000
    return {"url": article["url"], "tag": f"tag:{article['outlet']['id']}.example,2026:{article['slug']}",
            "number": f"{article['outlet']['id']}-{number}"}[habit]


def plain(block):
    """A block of the body as it must come out: no marks of ours, links as their words."""
    return re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", BLOCK.sub("", block, count=1))


def sentences(paragraph):
    """Splits a paragraph into sentences, as a person would."""
    found, start = [], 0
    for match in re.finditer(r"[.!?؟][”\"»’)]*(?=\s|$)", paragraph):
        word = paragraph[start:match.end()].rsplit(" ", 1)[-1].lstrip("“(\"")
        following = paragraph[match.end():].lstrip()
        if word in {"Mr.", "Mrs.", "Ms.", "Dr.", "Gen.", "Col.", "St.", "U.S.", "U.N.", "No."} and following:
            continue
        if following and following[0].islower():
            continue
        found.append(paragraph[start:match.end()].strip())
        start = match.end()
    if paragraph[start:].strip():
        found.append(paragraph[start:].strip())
    return found


def event(line, article):
    """Reads `TYPE modality status; ACTORS > RECIPIENTS; name=value; …; "start of the evidence sentence"`."""
    where = f"{article['outlet']['id']}/{article['slug']}"
    parts = [part.strip() for part in line.split("; ")]
    kind, modality, status = parts[0].split()
    if kind not in TYPES or modality not in MODALITIES or status not in STATUSES:
        raise SourceError(f"{where}: unknown type, modality or status: {parts[0]!r}")
    actors, _, recipients = parts[1].partition(">")
    named = dict(part.split("=", 1) for part in parts[2:-1])
    if unknown := set(named) - {"med", "venue", "date", "dev", "story"}:
        raise SourceError(f"{where}: unknown event members {sorted(unknown)}")
    start = parts[-1].strip('"')
    matches = [one for block in article["body"] for one in sentences(block) if start in one]
    if len(matches) != 1:
        raise SourceError(f"{where}: {len(matches)} sentences hold {start!r}")
    place, _, country = named.get("venue", "").partition("/")
    if "venue" in named and kind not in PLACED:
        raise SourceError(f"{where}: {kind} has no venue")
    return dict(primary=False, type=kind, actors=codes(actors), recipients=codes(recipients),
                mediators=codes(named.get("med", "")), modality=modality, status=status,
                venue=dict(place=place, country=country), date=event_date(named.get("date", "")), evidence=matches[0],
                development=named.get("dev", ""), story=named.get("story", ""))


def codes(text):
    return [code.strip() for code in text.split(",") if code.strip()]


def event_date(text):
    """Reads `2026-03-10`, `2026-03-10..2026-03-12 range`, `2026-03-09..2026-03-15 week` or nothing."""
    if not text:
        return dict(start=None, end=None, precision="unknown")
    days, _, precision = text.partition(" ")
    start, _, end = days.partition("..")
    return dict(start=start, end=end or start, precision=precision or "day")


def decision(article):
    """What a first sight must do with it: `seen` entries are remembered and not fetched."""
    if FETCHED[1] - article["published"] > BACKFILL:
        return "seen"
    if article["outlet"]["language"] != "en":
        return "review"
    return "kept" if article["relevant"] else "dropped"


def words(article):
    return sum(len(block.split()) for block in article["body"])
