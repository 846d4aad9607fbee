#!/usr/bin/env python3
"""Fits the linear models of curation to labelled news, sets the lines from which fields are shown, and says what both are worth.

  calibrate.py PROGRAM [--write] [--answers FILE]

PROGRAM is the built `demarche`; it reads the texts (`curate --features`), so that fitting and use see the same features. The labels (curate-train) are
found by DEMARCHE_SHARED (default ../shared). Needs numpy and scipy (pip install numpy==2.4.6 scipy==1.17.1).

First step: logistic regressions for relevance, type and modality over the rules' features, the words and the pairs of words. Second step: how likely
type, modality and parties that the rules coded are right, by how they were read and how far the first step agrees (predicted for articles that it was not
fitted on). Items whose reader hesitated weigh half. All rounds fit; the lines are set on round 1 alone, whose mixture is that of a real run.

Five folds by sha1(id) % 5: what is said of a fold comes from PROGRAM run over it with the weights and lines of the other four (`--reader`), scored by
score_statements.py. With --write, weights fitted on all items and lines set on predictions by folds go to Sources/Curation/Resources.
"""
import argparse, collections, hashlib, json, math, os, pathlib, subprocess, sys, tempfile
import numpy as np
import scipy.sparse
from scipy.optimize import minimize

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("DEMARCHE_SHARED", ROOT.parent / "shared"))
RESOURCES = ROOT / "Sources/Curation/Resources"
ROUNDS = [SHARED / f"curate-train/round{n}.jsonl" for n in (1, 2, 3, 4)]
TYPES = "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN SANCTION COERCE MOBILIZE ASSAULT".split()
MODALITIES = "occurred future hypothetical negated".split()
MUTUAL = {"CONSULT", "AGREE", "COOPERATE"}
FIELDS = ("type", "modality", "parties")
FOLDS = 5
# A word or pair must stand in so many items.
FEWEST = 8
# How strongly weights are held near zero, per question.
PENALTY = {"relevance": 20.0, "type": 10.0, "modality": 10.0, "field": 20.0}
DOUBT_WEIGHT = 0.5
# The shares of right answers that the lines are to hold: of what is kept, of what is published without its act, of type and modality together, and of
# the whole tag line with its parties.
KEPT, SURE, ACT, WHOLE = 0.915, 0.955, 0.84, 0.86
FARTHEST = 6.0


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


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


class Table:
    """Rows of named numbers as a sparse matrix with a bias."""

    def __init__(self, rows, fewest=1):
        count = collections.Counter(name for row in rows for name in row)
        self.names = sorted(name for name, n in count.items() if n >= fewest)
        number = {name: index for index, name in enumerate(self.names)}
        data, indices, starts = [], [], [0]
        for row in rows:
            found = [(number[name], value) for name, value in row.items() if name in number and value]
            indices += [index for index, _ in found] + [len(number)]
            data += [value for _, value in found] + [1.0]
            starts.append(len(indices))
        self.names.append("bias")
        self.matrix = scipy.sparse.csr_matrix((data, indices, starts), shape=(len(rows), len(self.names)))


def fit_binary(x, y, weight, penalty):
    free = np.full(x.shape[1], penalty)
    free[-1] = 0

    def loss(w):
        z = x @ w
        p = sigmoid(z)
        return (weight * (np.logaddexp(0, z) - y * z)).sum() + (free * w * w).sum() / 2, x.T @ (weight * (p - y)) + free * w

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 100}).x


def fit_classes(x, y, weight, penalty, classes):
    free = np.full((x.shape[1], 1), penalty)
    free[-1] = 0
    hot = np.eye(classes)[y]

    def loss(flat):
        w = flat.reshape(x.shape[1], classes)
        z = x @ w
        z -= z.max(1, keepdims=True)
        log_sum = np.log(np.exp(z).sum(1, keepdims=True))
        p = np.exp(z - log_sum)
        value = (weight * (log_sum[:, 0] - (z * hot).sum(1))).sum() + (free * w * w).sum() / 2
        return value, (x.T @ (weight[:, None] * (p - hot)) + free * w).ravel()

    flat = minimize(loss, np.zeros(x.shape[1] * classes), jac=True, method="L-BFGS-B", options={"maxiter": 70}).x
    return flat.reshape(x.shape[1], classes)


class Data:
    """The labelled items with what the program sees of them."""

    def __init__(self, program):
        self.items = [item | {"round": n + 1} for n, path in enumerate(ROUNDS) for item in read(path)]
        self.rows = run(program, self.items, "--features")
        self.fold = np.array([int(hashlib.sha1(item["id"].encode()).hexdigest(), 16) % FOLDS for item in self.items])
        self.round = np.array([item["round"] for item in self.items])
        gold = [item["gold"] for item in self.items]
        self.relevant = np.array([g["relevant"] for g in gold], float)
        self.weight = np.array([DOUBT_WEIGHT if g.get("doubt") else 1.0 for g in gold])
        self.type = np.array([TYPES.index(g["type"]) if g.get("type") in TYPES else -1 for g in gold])
        self.modality = np.array([MODALITIES.index(g["modality"]) if g.get("modality") in MODALITIES else -1 for g in gold])
        self.first = Table([row["features"] | dict.fromkeys(row["words"], 1.0) for row in self.rows], FEWEST)
        self.acts = [row.get("act") for row in self.rows]
        self.has_act = np.array([act is not None and act["type"] in TYPES for act in self.acts])
        self.doubted = np.array([act is None or act["doubted"] for act in self.acts])
        self.right = np.array([right(act, g) for act, g in zip(self.acts, gold)], float)
        self.steps = {}

    def first_step(self, without):
        """The first step fitted on all folds but some."""
        without = frozenset(without)
        if without not in self.steps:
            self.steps[without] = First(self, ~np.isin(self.fold, list(without)))
        return self.steps[without]


def right(act, gold):
    """Whether type, modality and parties of a coded act are those of the label."""
    if act is None or not gold["relevant"]:
        return [False] * 3
    sides = (set(act["actors"]), set(act["recipients"]))
    truth = (set(gold["actors"]), set(gold["recipients"]))
    is_mutual = {act["type"], gold["type"]} & MUTUAL
    parties = (sides[0] | sides[1]) == (truth[0] | truth[1]) if is_mutual else sides == truth
    return [act["type"] == gold["type"], act["modality"] == gold["modality"], parties]


class First:
    """Relevance, type and modality."""

    def __init__(self, data, train):
        x, weight = data.first.matrix, data.weight
        self.relevance = fit_binary(x[train], data.relevant[train], weight[train], PENALTY["relevance"])
        typed, told = train & (data.type >= 0), train & (data.modality >= 0)
        self.type = fit_classes(x[typed], data.type[typed], weight[typed], PENALTY["type"], len(TYPES))
        self.modality = fit_classes(x[told], data.modality[told], weight[told], PENALTY["modality"], len(MODALITIES))

    def sums(self, data, which):
        x = data.first.matrix[which]
        return x @ self.relevance, x @ self.type, x @ self.modality


def margin(sums, index):
    """How far a class is ahead of all others, per row; far behind where there is none."""
    own = sums[np.arange(len(sums)), index]
    others = sums.copy()
    others[np.arange(len(sums)), index] = -np.inf
    return np.where(index >= 0, np.clip(own - others.max(1), -FARTHEST, FARTHEST), -FARTHEST)


def act_rows(data, relevance, types, modalities):
    """The features of the coded acts with what the first step says; as ActFeatures.swift makes them."""
    guess_type = np.array([TYPES.index(act["type"]) if act and act["type"] in TYPES else -1 for act in data.acts])
    guess_modality = np.array([MODALITIES.index(act["modality"]) if act else -1 for act in data.acts])
    by_type, by_modality = margin(types, guess_type), margin(modalities, guess_modality)
    rows = []
    for index, (row, act) in enumerate(zip(data.rows, data.acts)):
        if act is None:
            rows.append({})
            continue
        made = {name: value for name, value in act["features"].items() if not name.startswith("act-words-say-")}
        made |= {"act-type-margin": by_type[index], "act-modality-margin": by_modality[index]}
        made["act-relevance"] = float(np.clip(relevance[index], -FARTHEST, FARTHEST))
        made["act-words-say-" + TYPES[int(types[index].argmax())]] = 1.0
        if by_type[index] > 0: made["act-type-agrees"] = 1.0
        if by_modality[index] > 0: made["act-modality-agrees"] = 1.0
        if by_type[index] > 0 and by_modality[index] > 0: made["act-agrees"] = 1.0
        rows.append(row["features"] | made | dict.fromkeys(row["words"], 1.0))
    return rows


class Reader:
    """Both steps fitted on all folds but some, and the lines."""

    def __init__(self, data, without=()):
        train = ~np.isin(data.fold, list(without))
        self.first = data.first_step(without)
        sums = [np.zeros(len(data.items)), np.zeros((len(data.items), len(TYPES))), np.zeros((len(data.items), len(MODALITIES)))]
        inner = [fold for fold in range(FOLDS) if fold not in without]
        for fold in inner:
            held = train & (data.fold == fold)
            for whole, part in zip(sums, data.first_step({*without, fold}).sums(data, held)):
                whole[held] = part
        natural = train & (data.round == 1)
        self.shift, self.kept = line(sums[0][natural], data.relevant[natural], KEPT)
        relevance = sums[0] - self.shift
        self.sure, self.sure_share = line(relevance[natural], data.relevant[natural], SURE)
        self.table = Table(act_rows(data, relevance, *sums[1:]), FEWEST)
        usable = train & data.has_act
        x = self.table.matrix
        self.fields, found = [], np.zeros((len(data.items), 3))
        for field in range(3):
            for fold in inner:
                held = usable & (data.fold == fold)
                part = usable & ~held
                w = fit_binary(x[part], data.right[part, field], data.weight[part], PENALTY["field"])
                found[held, field] = sigmoid(x[held] @ w)
            self.fields.append(fit_binary(x[usable], data.right[usable, field], data.weight[usable], PENALTY["field"]))
        self.set_lines(data, found, natural & usable & ~data.doubted & (relevance >= 0))

    def set_lines(self, data, found, open_):
        """The lines of the products of probabilities: type and modality, and both with the parties."""
        p, is_right = found[open_], data.right[open_] > 0
        act, act_share = line(p[:, 0] * p[:, 1], is_right[:, :2].all(1), ACT)
        shown = p[:, 0] * p[:, 1] >= act
        whole, whole_share = line(p[shown].prod(1), is_right[shown].all(1), WHOLE)
        self.lines = {
            "kept": (0.5, self.kept), "surely-relevant": (sigmoid(self.sure), self.sure_share), "act": (act, act_share), "whole": (whole, whole_share),
        }

    def write(self, data, folder):
        """The weights in hundredths and the lines, as data files."""
        rows = collections.defaultdict(dict)

        def put(names, weights, question):
            for name, weight in zip(names, weights):
                hundredths = int(round(weight * 100))
                if abs(hundredths) >= (4 if ":" in name else 1):
                    rows[name][question] = hundredths

        names = data.first.names
        put(names, self.first.relevance, "relevance")
        for index, type_ in enumerate(TYPES): put(names, self.first.type[:, index], type_)
        for index, modality in enumerate(MODALITIES): put(names, self.first.modality[:, index], modality)
        for field, weights in zip(FIELDS, self.fields): put(self.table.names, weights, "is-" + field)
        rows["bias"]["relevance"] = rows["bias"].get("relevance", 0) - int(round(self.shift * 100))
        with open(folder / "weights.tsv", "w", encoding="utf8") as out:
            out.write("# Weights of the linear models: feature, question=weight in hundredths. Written by Scripts/calibrate.\n")
            for name in sorted(rows):
                out.write(name + "\t" + " ".join(f"{question}={weight}" for question, weight in rows[name].items()) + "\n")
        with open(folder / "lines.tsv", "w", encoding="utf8") as out:
            out.write("# Lines from which something is published: name, probability, share right where it was set. Written by Scripts/calibrate.\n")
            for name, (value, share) in self.lines.items():
                out.write(f"{name}\t{math.ceil(value * 1000) / 1000:.3f}\t{share:.3f}\n")


def line(values, is_right, share):
    """The lowest value from which on a share is expected to be right, and the share that was.

    What is expected comes from a logistic curve through the values: the share counted in so few items jumps too much to set a line by.
    """
    odds = np.log(np.clip(values, 1e-6, 1 - 1e-6) / np.clip(1 - values, 1e-6, 1)) if values.min() >= 0 and values.max() <= 1 else values
    x = np.column_stack([odds, np.ones(len(odds))])
    curve = fit_binary(scipy.sparse.csr_matrix(x), is_right.astype(float), np.ones(len(odds)), 0.01)
    order = np.argsort(-values)
    count = np.arange(1, len(order) + 1)
    fit = np.flatnonzero(np.cumsum(sigmoid(x @ curve)[order]) / count >= share)
    if len(fit) == 0:
        return float(values.max()) + 1, 0.0
    return float(values[order[fit[-1]]]), float((np.cumsum(is_right[order]) / count)[fit[-1]])


def cross_validate(program, data, answers_path):
    answers = {}
    for fold in range(FOLDS):
        reader = Reader(data, {fold})
        held = [item for item, f in zip(data.items, data.fold) if f == fold]
        with tempfile.TemporaryDirectory() as folder:
            reader.write(data, pathlib.Path(folder))
            for answer in run(program, held, "--all", "--reader", folder):
                answers[answer["id"]] = answer
        print(f"fold {fold}: lines " + ", ".join(f"{name} {value:.2f} ({share:.2f})" for name, (value, share) in reader.lines.items()), flush=True)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8", delete=False) as file:
        target = answers_path or pathlib.Path(file.name)
    target.write_text("".join(json.dumps(answers[item["id"]]) + "\n" for item in data.items), encoding="utf8")
    score = SHARED / "tools/score_statements.py"
    for name, rounds in (("rounds 1 to 3", ROUNDS[:3]), ("round 1", ROUNDS[:1])):
        ids = {item["id"] for path in rounds for item in read(path)}
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as part:
            part.writelines(json.dumps(answers[i]) + "\n" for i in answers if i in ids)
            part.flush()
            print(f"by folds, {name}:", flush=True)
            subprocess.run([sys.executable, score, *rounds, "--curated", part.name], check=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program", type=pathlib.Path)
    ap.add_argument("--write", action="store_true", help="write weights.tsv and lines.tsv, fitted on all items")
    ap.add_argument("--answers", type=pathlib.Path, help="write the answers by folds, for reading errors")
    a = ap.parse_args()
    data = Data(a.program.resolve())
    print(f"{len(data.items)} items, {len(data.first.names)} features", flush=True)
    cross_validate(a.program.resolve(), data, a.answers)
    if a.write:
        Reader(data).write(data, RESOURCES)


if __name__ == "__main__":
    sys.exit(main())
