#!/usr/bin/env python3
"""Fits what stands between the learned reader and a published field, and says what all of it is worth.

  calibrate.py PROGRAM READERS [--write] [--answers FILE]

PROGRAM is the built `demarche`. READERS is a folder of fold0/reader.safetensors, fold1/… that Scripts/train-reader wrote, each trained on all labelled
items but those of its fold; items of folds without one are left out. The labels (curate-train) are found by DEMARCHE_SHARED (default ../shared). Needs
numpy and scipy (pip install numpy==2.4.6 scipy==1.17.1).

The program reads each item with the reader that did not see it (`curate --features`). On what it says are fitted: a logistic regression for relevance,
over the reader's odds and what the rules read; and three that tell how likely type, modality and parties of the primary act are right, by how sure the
reader is and how far the rules agree. Before, it is tried how much the rules' own reading of the act is to add to the reader's odds. Items whose labeller
hesitated weigh half. Last the lines are set from which something is published.

Each item is scored with weights and lines fitted without its part, one of five (sha1(id) // 5 % 5): what is said comes from PROGRAM run over the part
(`--reader`), scored by score_statements.py. With --write, weights and lines fitted on all parts go to Sources/Curation/Resources.
"""
import argparse, collections, hashlib, json, math, os, pathlib, subprocess, sys, tempfile
import numpy as np
from scipy.optimize import minimize

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("DEMARCHE_SHARED", ROOT.parent / "shared"))
RESOURCES = ROOT / "Sources/Curation/Resources"
ROUNDS = [SHARED / f"curate-train/round{n}.jsonl" for n in (1, 2, 3, 4)]
MUTUAL = {"CONSULT", "AGREE", "COOPERATE"}
FIELDS = ("type", "modality", "parties")
FOLDS = PARTS = 5
# A feature must stand in so many items.
FEWEST = 8
# How strongly weights are held near zero.
PENALTY = {"relevance": 3.0, "field": 3.0}
DOUBT_WEIGHT = 0.5
VOTES = [n / 4 for n in range(0, 17)]
# The shares of right answers that the lines are to hold: of what is kept, of what is published without its act, of type and modality together, and of
# the whole tag line with its parties.
KEPT, SURE, ACT, WHOLE = 0.90, 0.94, 0.825, 0.84


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def number(item):
    return int(hashlib.sha1(item["id"].encode()).hexdigest(), 16)


def run(program, items, *options):
    """The program's answers to some items, in their order; it never sees their labels."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        for item in items:
            shown = {"id": item["id"], "title": item["title"], "text": item["text"], "published": item["date"][:10], "language": "en"}
            file.write(json.dumps(shown) + "\n")
        file.flush()
        answer = subprocess.run([program, "curate", *options, file.name], check=True, capture_output=True, text=True)
    return [json.loads(line) for line in answer.stdout.splitlines()]


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))


def fit(x, y, weight, penalty):
    """The weights of a logistic regression; the last column is the bias and free."""
    free = np.full(x.shape[1], penalty)
    free[-1] = 0

    def loss(w):
        z = x @ w
        p = sigmoid(z)
        return (weight * (np.logaddexp(0, z) - y * z)).sum() + (free * w * w).sum() / 2, x.T @ (weight * (p - y)) + free * w

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


class Table:
    """Rows of named numbers as a matrix with a bias."""

    def __init__(self, rows):
        count = collections.Counter(name for row in rows for name in row)
        self.names = sorted(name for name, n in count.items() if n >= FEWEST)
        place = {name: index for index, name in enumerate(self.names)}
        self.matrix = np.zeros((len(rows), len(self.names) + 1))
        self.matrix[:, -1] = 1
        for index, row in enumerate(rows):
            for name, value in row.items():
                if name in place: self.matrix[index, place[name]] = value
        self.names.append("bias")


class Reader:
    """A reader's folder as the program wants it: its file, weights, lines."""

    def __init__(self, file):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        (self.path / "reader.safetensors").symlink_to(file.resolve())
        self.write_votes({})

    def write_votes(self, votes):
        """Lines with nothing but the votes: what the program needs to say which act it reads."""
        (self.path / "weights.tsv").write_text("")
        (self.path / "lines.tsv").write_text("".join(f"{name}\t{value}\t0\n" for name, value in votes.items()))


class Data:
    """The labelled items with what the program sees of them."""

    def __init__(self, program, readers):
        items = [item | {"round": n + 1} for n, path in enumerate(ROUNDS) for item in read(path)]
        self.readers = {fold: Reader(readers / f"fold{fold}/reader.safetensors") for fold in range(FOLDS) if (readers / f"fold{fold}").is_dir()}
        by_fold = {fold: [item | {"fold": fold} for item in items if number(item) % FOLDS == fold] for fold in self.readers}
        self.items = [item for part in by_fold.values() for item in part]
        gold = [item["gold"] for item in self.items]

        def ask(): return [row for fold, part in by_fold.items() for row in run(program, part, "--features", "--reader", self.readers[fold].path)]

        self.votes = votes(ask(), gold)
        for reader in self.readers.values(): reader.write_votes(self.votes)
        rows = ask()
        self.part = np.array([number(item) // FOLDS % PARTS for item in self.items])
        self.fold = np.array([item["fold"] for item in self.items])
        self.round = np.array([item["round"] for item in self.items])
        self.relevant = np.array([g["relevant"] for g in gold], float)
        self.weight = np.array([DOUBT_WEIGHT if g.get("doubt") else 1.0 for g in gold])
        self.decision = Table([row["features"] for row in rows])
        self.act = Table([row.get("act", {}) for row in rows])
        self.has_act = np.array(["act" in row for row in rows])
        # What words of undoing or doubt stand beside is never shown.
        self.doubted = np.array([bool(row.get("act", {}).get("act-doubted")) for row in rows])
        self.right = np.array([right(row, g) for row, g in zip(rows, gold)], float)


def votes(rows, gold):
    """How much the rules' reading adds to the reader's odds: what makes most types, modalities (each as often as the others) and parties right."""
    told = [(row, g) for row, g in zip(rows, gold) if g["relevant"] and g["type"] in row.get("types", {})]
    best = {}
    for name, member, truth in (("rules-type", "types", "type"), ("rules-modality", "modalities", "modality")):

        def share(vote):
            right, count = collections.Counter(), collections.Counter()
            for row, g in told:
                odds = dict(row[member])
                if row.get("rules", {}).get(truth) in odds: odds[row["rules"][truth]] += vote
                kind = g[truth] if truth == "modality" else ""
                count[kind] += 1
                right[kind] += max(odds, key=odds.get) == g[truth]
            return np.mean([math.sqrt(right[kind] / count[kind]) for kind in count]) if truth == "modality" else right[""] / count[""]

        best[name] = max(VOTES, key=share)

    def sides(vote):
        right = 0
        for row, g in told:
            rules, actors, recipients = row.get("rules"), set(), set()
            for role in row["roles"]:
                code, actor, recipient = role["code"], role["actor"], role["recipient"]
                if rules:
                    actor += vote if code in rules["actors"] else -vote
                    recipient += vote if code in rules["recipients"] else -vote
                if g["type"] in MUTUAL and max(actor, recipient) > 0 or actor > 0 and actor >= recipient: actors.add(code)
                elif recipient > 0: recipients.add(code)
            right += is_right({"type": g["type"], "actors": actors, "recipients": recipients}, g)
        return right

    best["rules-side"] = max(VOTES, key=sides)
    return best


def right(row, gold):
    """Whether type, modality and parties of the primary act are those of the label."""
    if "act" not in row or not gold["relevant"]:
        return [False] * 3
    act = row["primary"]
    return [act["type"] == gold["type"], act["modality"] == gold["modality"], is_right(act, gold)]


def is_right(act, gold):
    """Whether the parties are those of the label: of joint acts as one set."""
    sides = (set(act["actors"]), set(act["recipients"]))
    truth = (set(gold["actors"]), set(gold["recipients"]))
    is_mutual = {act["type"], gold["type"]} & MUTUAL
    return (sides[0] | sides[1]) == (truth[0] | truth[1]) if is_mutual else sides == truth


class Fit:
    """Weights and lines fitted on all parts but one."""

    def __init__(self, data, without=None):
        train = data.part != without if without is not None else np.full(len(data.items), True)
        parts = [train & (data.part == part) for part in range(PARTS) if part != without]
        x = data.decision.matrix
        found = np.zeros(len(data.items))
        for held in parts:
            rest = train & ~held
            found[held] = x[held] @ fit(x[rest], data.relevant[rest], data.weight[rest], PENALTY["relevance"])
        self.relevance = fit(x[train], data.relevant[train], data.weight[train], PENALTY["relevance"])
        natural = train & (data.round == 1)
        shift, kept = line(found[natural], data.relevant[natural], KEPT)
        self.relevance[-1] -= shift
        found -= shift
        sure, sure_share = line(found[natural], data.relevant[natural], SURE)
        self.fields, p = [], np.zeros((len(data.items), 3))
        x = data.act.matrix
        for field in range(3):
            for held in parts:
                rest = train & ~held & data.has_act
                p[held, field] = sigmoid(x[held] @ fit(x[rest], data.right[rest, field], data.weight[rest], PENALTY["field"]))
            usable = train & data.has_act
            self.fields.append(fit(x[usable], data.right[usable, field], data.weight[usable], PENALTY["field"]))
        # Rounds 2 and 3 count for the lines of acts too, though they are harder than a real day: round 1 alone shows too few.
        open_ = train & data.has_act & ~data.doubted & (data.round <= 3) & (found >= 0)
        act, act_share = line(p[open_, 0] * p[open_, 1], data.right[open_, :2].all(1), ACT)
        shown = open_ & (p[:, 0] * p[:, 1] >= act)
        whole, whole_share = line(p[shown].prod(1), data.right[shown].all(1), WHOLE)
        self.lines = {
            "kept": (0.5, kept), "surely-relevant": (sigmoid(sure), sure_share), "act": (act, act_share), "whole": (whole, whole_share),
        }

    def write(self, data, folder):
        """The weights in hundredths and the lines, as data files."""
        rows = collections.defaultdict(dict)

        def put(names, weights, question):
            for name, weight in zip(names, weights):
                if hundredths := int(round(weight * 100)): rows[name][question] = hundredths

        put(data.decision.names, self.relevance, "relevance")
        for field, weights in zip(FIELDS, self.fields): put(data.act.names, weights, "is-" + field)
        with open(folder / "weights.tsv", "w", encoding="utf8") as out:
            out.write("# Weights of the linear models: feature, question=weight in hundredths. Written by Scripts/calibrate.\n")
            for name in sorted(rows):
                out.write(name + "\t" + " ".join(f"{question}={weight}" for question, weight in rows[name].items()) + "\n")
        with open(folder / "lines.tsv", "w", encoding="utf8") as out:
            out.write("# What the rules add to the reader's odds; lines from which something is published, with the share right where they were set. Written by Scripts/calibrate.\n")
            for name, value in data.votes.items(): out.write(f"{name}\t{value:.2f}\t0\n")
            for name, (value, share) in self.lines.items():
                out.write(f"{name}\t{math.ceil(value * 1000) / 1000:.3f}\t{share:.3f}\n")


def line(values, is_right, share):
    """The lowest value from which on a share is expected to be right, and the share that was.

    What is expected comes from a logistic curve through the values: the share counted in so few items jumps too much to set a line by.
    """
    odds = np.log(np.clip(values, 1e-6, 1 - 1e-6) / np.clip(1 - values, 1e-6, 1)) if values.min() >= 0 and values.max() <= 1 else values
    x = np.column_stack([odds, np.ones(len(odds))])
    curve = fit(x, is_right.astype(float), np.ones(len(odds)), 0.01)
    order = np.argsort(-values)
    count = np.arange(1, len(order) + 1)
    found = np.flatnonzero(np.cumsum(sigmoid(x @ curve)[order]) / count >= share)
    if len(found) == 0:
        return float(values.max()) + 1, 0.0
    return float(values[order[found[-1]]]), float((np.cumsum(is_right[order]) / count)[found[-1]])


def cross_validate(program, data, answers_path):
    answers = {}
    for part in range(PARTS):
        fitted = Fit(data, part)
        for fold, reader in data.readers.items():
            fitted.write(data, reader.path)
            held = [item for item, p, f in zip(data.items, data.part, data.fold) if p == part and f == fold]
            for answer in run(program, held, "--all", "--reader", reader.path): answers[answer["id"]] = answer
        print(f"part {part}: lines " + ", ".join(f"{name} {value:.2f} ({share:.2f})" for name, (value, share) in fitted.lines.items()), flush=True)
    if answers_path:
        answers_path.write_text("".join(json.dumps(answers[item["id"]]) + "\n" for item in data.items), encoding="utf8")
    for name, rounds in (("rounds 1 to 3", (1, 2, 3)), ("round 1", (1,)), ("round 4", (4,))):
        score(name, [item for item in data.items if item["round"] in rounds], answers)


def score(name, items, answers):
    with tempfile.TemporaryDirectory() as folder:
        gold, curated = pathlib.Path(folder, "gold.jsonl"), pathlib.Path(folder, "curated.jsonl")
        gold.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf8")
        curated.write_text("".join(json.dumps(answers[item["id"]]) + "\n" for item in items), encoding="utf8")
        print(f"by folds and parts, {name}:", flush=True)
        subprocess.run([sys.executable, SHARED / "tools/score_statements.py", gold, "--curated", curated], check=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program", type=pathlib.Path)
    ap.add_argument("readers", type=pathlib.Path)
    ap.add_argument("--write", action="store_true", help="write weights.tsv and lines.tsv, fitted on all items")
    ap.add_argument("--answers", type=pathlib.Path, help="write the answers by folds and parts, for reading errors")
    a = ap.parse_args()
    data = Data(a.program.resolve(), a.readers)
    print(f"{len(data.items)} items, {len(data.decision.names)} and {len(data.act.names)} features", flush=True)
    cross_validate(a.program.resolve(), data, a.answers)
    if a.write: Fit(data).write(data, RESOURCES)


if __name__ == "__main__":
    sys.exit(main())
