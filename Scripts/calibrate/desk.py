#!/usr/bin/env python3
"""Moves the lines from which fields are shown by what people found on a desk: `demarche audit` keeps it in Feeds/audits.tsv.

  desk.py DESK [--lines FILE] [--write]

DESK is a desk's folder. FILE is the `lines.tsv` to read, and with --write to change; without it, the one of this checkout. Without --write the new lines are
only printed. To be run after calibrate.py, which sets the lines on labelled news and writes the share right there beside each; from lines that were moved before, the same verdicts move them once more.

Two lines can be judged by verdicts: `act` by type and modality together, `whole` by both with the parties. Where a desk finds a smaller share right than was
measured, its line rises, else it falls: in log odds, by as much as the share differs. Few verdicts say little: the measured share counts as FIRM verdicts more.
"""
import argparse, math, pathlib, sys

LINES = pathlib.Path(__file__).resolve().parents[2] / "Sources/Curation/Resources/lines.tsv"
# Which fields a line is about.
FIELDS = {"act": ("type", "modality"), "whole": ("type", "modality", "parties")}
# As many verdicts as the share measured on labelled news is worth.
FIRM = 50
# No line is moved farther than this, in log odds.
FARTHEST = 1.5


def verdicts(text):
    """The last verdict on each field of each development: {development: {field: right}}.

    >>> verdicts("when\\tdevelopment\\tfield\\tshown\\tverdict\\n2026-03-12T08:00:00Z\\td-1\\ttype\\ttalks\\tno\\n2026-03-12T09:00:00Z\\td-1\\ttype\\ttalks\\tYES\\r\\n# x\\n")
    {'d-1': {'type': True}}
    """
    found = {}
    for number, row in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in row.split("\t")]
        if not row.strip() or row.startswith("#") or cells[0] == "when":
            continue
        answer = cells[4].lower() if len(cells) > 4 else ""
        if answer not in ("y", "yes", "n", "no"):
            raise ValueError(f"line {number}: the verdict is not yes or no")
        found.setdefault(cells[1], {})[cells[2]] = answer.startswith("y")
    return found


def counted(found, fields):
    """How many entries were judged on all of some fields, and how many were right in all.

    >>> counted({"a": {"type": True, "modality": True}, "b": {"type": True, "modality": False}, "c": {"type": True}}, ("type", "modality"))
    (2, 1)
    """
    judged = [entry for entry in found.values() if all(field in entry for field in fields)]
    return len(judged), sum(all(entry[field] for field in fields) for entry in judged)


def odds(share):
    share = min(max(share, 0.001), 0.999)
    return math.log(share / (1 - share))


def moved(line, share, judged, right):
    """A line after some verdicts.

    >>> moved(0.8, 0.85, 0, 0)
    0.8
    >>> moved(0.8, 0.85, 100, 60) > 0.85, moved(0.8, 0.85, 100, 99) < 0.8, moved(0.8, 0.85, 4, 1) < 0.85
    (True, True, True)
    """
    difference = odds((right + FIRM * share) / (judged + FIRM)) - odds(share)
    difference = min(max(difference, -FARTHEST), FARTHEST)
    return round(1 / (1 + math.exp(difference - odds(line))), 3)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("desk", type=pathlib.Path)
    ap.add_argument("--lines", type=pathlib.Path, default=LINES)
    ap.add_argument("--write", action="store_true", help="write the moved lines")
    a = ap.parse_args()
    file = a.desk / "Feeds/audits.tsv"
    try:
        found = verdicts(file.read_text(encoding="utf8"))
    except (OSError, ValueError) as error:
        print(f"desk.py: {file}: {error}", file=sys.stderr)
        return 2
    rows = []
    for row in a.lines.read_text(encoding="utf8").splitlines():
        cells = row.split("\t")
        if cells[0] in FIELDS and len(cells) >= 3:
            judged, right = counted(found, FIELDS[cells[0]])
            line = moved(float(cells[1]), float(cells[2]), judged, right)
            print(f"{cells[0]}: {right} of {judged} right here, {cells[2]} where it was set: {cells[1]} -> {line:.3f}")
            cells[1] = f"{line:.3f}"
        rows.append("\t".join(cells))
    if a.write:
        a.lines.write_text("".join(row + "\n" for row in rows), encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
