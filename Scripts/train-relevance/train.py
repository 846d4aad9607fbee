#!/usr/bin/env python3
"""Trains the weights of relevance and says by cross-validation what they are worth, end to end.

  train.py PROGRAM [--write] [--shuffles N]

PROGRAM is the built `demarche`; it reads the texts, so that training and use see the same features and words. The labelled
items (curate-dev/relevance-dev.jsonl) and the silver text are found by DEMARCHE_SHARED (default ../shared).

The model is linear: bias + features + words. Its weights come first from the silver text (a logistic regression of
"International relations" against the other categories; armed conflicts are left out, since diplomacy sits there too, and
so is kiwi's over-counted health), then, held near a share of those by a penalty, from the labelled items.

Cross-validation (ten folds, N shuffles): each fold fits on the other nine, writes its weights beside a copy of the program
and runs it on the fold, so that relevance, types and countries are scored as they would come out. The silver weights, the
lexicons and the rules are the same in every fold: the rules were written with the labelled items at hand, and only the
weights are cross-validated. The cut stays at one half. With --write, weights fitted on all items go to
Sources/Curation/Resources/relevance.tsv. Needs numpy and scipy.
"""
import argparse, collections, importlib.util, json, os, pathlib, shutil, subprocess, sys, tempfile
import numpy as np
import scipy.sparse
from scipy.optimize import minimize

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("DEMARCHE_SHARED", ROOT.parent / "shared"))
RESOURCES = ROOT / "Sources/Curation/Resources"
LABELLED = SHARED / "curate-dev/relevance-dev.jsonl"
SILVER = SHARED / "curate-dev/silver/wikipedia-current-events.jsonl"

SILVER_PENALTY = 0.0004
SILVER_SHARE = 0.3
# How strongly a weight is held near its silver value; a word speaks less surely than a feature.
PENALTIES = {"feature": 0.015, "word": 0.1, "bias": 0.0001}
# A relevant item missed is worse than one too many, which a person sees and drops.
RELEVANT_WEIGHT = 1.6
KEPT_WORDS = 2500


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def run(program, items, *options):
    """The program's answers to some items, in their order; it never sees their labels."""
    shown = ("id", "title", "text", "published", "language")
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        for item in items:
            file.write(json.dumps({key: item[key] for key in shown if key in item}) + "\n")
        file.flush()
        answer = subprocess.run([program, "curate", *options, file.name], check=True, capture_output=True, text=True)
    return [json.loads(line) for line in answer.stdout.splitlines()]


def silver_items():
    items = []
    for number, row in enumerate(read(SILVER)):
        noisy = row["src"] == "kiwi" and row["category"].startswith("Health")
        if noisy or row["category"].startswith("Armed"):
            continue
        items.append({"id": str(number), "text": row["text"], "language": "en", "category": row["category"]})
    return items, np.array([item["category"] == "International relations" for item in items], float)


class Columns:
    """Numbers every feature and every word that is frequent enough."""

    def __init__(self, labelled, silver):
        count = lambda rows, kind: collections.Counter(name for row in rows for name in row[kind])
        silver_words, own_words = count(silver, "words"), count(labelled, "words")
        features = sorted(set(count(labelled, "features")) | set(count(silver, "features")))
        words = sorted(w for w in set(silver_words) | set(own_words) if silver_words[w] >= 8 or own_words[w] >= 3)
        self.names = [("feature", f) for f in features] + [("word", w) for w in words] + [("bias", "bias")]
        self.number = {name: index for index, name in enumerate(self.names)}
        self.penalty = np.array([PENALTIES[kind] for kind, _ in self.names])
        self.support = np.array([silver_words[n] + 5 * own_words[n] if k == "word" else 0 for k, n in self.names])

    def matrix(self, rows):
        data, indices, starts = [], [], [0]
        for row in rows:
            cells = [("feature", n, v) for n, v in row["features"].items()] + [("word", n, v) for n, v in row["words"].items()]
            found = [(self.number[k, n], v) for k, n, v in cells if (k, n) in self.number]
            indices += [number for number, _ in found] + [self.number["bias", "bias"]]
            data += [value for _, value in found] + [1.0]
            starts.append(len(indices))
        return scipy.sparse.csr_matrix((data, indices, starts), shape=(len(rows), len(self.names)))


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))


def fit_silver(x, y):
    """Logistic regression with one ridge penalty; the bias is free, and not handed on."""
    weight = np.where(y == 1, 2.0, 1.0)
    penalty = np.full(x.shape[1], SILVER_PENALTY)
    penalty[-1] = 0

    def loss(w):
        p = sigmoid(x @ w)
        value = -(weight * np.log(np.where(y == 1, p, 1 - p) + 1e-12)).sum() / weight.sum() + (penalty * w * w).sum() / 2
        return value, x.T @ (weight * (p - y)) / weight.sum() + penalty * w

    w = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    w[-1] = 0
    return w


def fit(x, y, start, penalty):
    """Logistic regression held near `start`, by Newton's steps in the space of the items, who are fewer than the words."""
    spread = x.multiply(1 / penalty).tocsr()
    kernel, offset = (spread @ x.T).toarray(), x @ start
    weight = np.where(y == 1, RELEVANT_WEIGHT, 1.0)
    weight /= weight.sum()
    alpha = np.zeros(len(y))
    for _ in range(20):
        z = offset + kernel @ alpha
        p = sigmoid(z)
        curve = np.maximum(weight * p * (1 - p), 1e-9)
        target = z - offset + weight * (y - p) / curve
        alpha = np.linalg.solve(np.diag(1 / curve) + kernel, target)
    return start + spread.T @ alpha


def write_weights(path, columns, w):
    """The weights as a data file; of the words, those that weigh most where they are not rare."""
    is_word = np.array([kind == "word" for kind, _ in columns.names])
    worth = np.abs(w) * np.minimum(1, columns.support / 20) * is_word
    kept = np.argsort(-worth)[:KEPT_WORDS]
    with open(path, "w", encoding="utf8") as out:
        out.write("# Weights of relevance: feature or word:WORD, weight. Written by Scripts/train-relevance; see there.\n")
        out.write(f"bias\t{w[-1]:.4f}\n")
        for index, (kind, name) in enumerate(columns.names):
            if kind == "feature":
                out.write(f"{name}\t{w[index]:.4f}\n")
        out.write("words\t1\n")
        for index in sorted(kept):
            out.write(f"word:{columns.names[index][1]}\t{w[index]:.3f}\n")


def copy_of(program, folder):
    """A copy of the program whose weights can be replaced; returns it and the path of its weights."""
    resources = folder / "demarche_Curation.resources/Resources"
    resources.mkdir(parents=True)
    for file in RESOURCES.iterdir():
        if file.name != "relevance.tsv":
            (resources / file.name).symlink_to(file)
    shutil.copy2(program, folder / "demarche")
    return folder / "demarche", resources / "relevance.tsv"


def scorer():
    spec = importlib.util.spec_from_file_location("score_curate", SHARED / "tools/score_curate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cross_validate(program, items, x, y, start, columns, shuffles):
    score = scorer().score
    with tempfile.TemporaryDirectory() as folder:
        copy, weights = copy_of(program, pathlib.Path(folder))
        for shuffle in range(shuffles):
            order = np.random.default_rng(7 + shuffle).permutation(len(y))
            answers = []
            for fold in range(10):
                test = order[fold::10]
                train = np.setdiff1d(order, test)
                write_weights(weights, columns, fit(x[train], y[train], start, columns.penalty))
                answers += run(copy, [items[i] for i in test])
            print(f"cross-validated, shuffle {shuffle + 1} of {shuffles}:")
            score(items, answers, out=lambda line: None if " n=" in line else print("  ", line))
    return answers


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program", type=pathlib.Path)
    ap.add_argument("--write", action="store_true", help="write relevance.tsv, fitted on all labelled items")
    ap.add_argument("--shuffles", type=int, default=3)
    ap.add_argument("--answers", type=pathlib.Path, help="write the last shuffle's answers, for the scorers and for reading errors")
    a = ap.parse_args()
    items = read(LABELLED)
    y = np.array([item["gold"]["relevant"] for item in items], float)
    silver, silver_y = silver_items()
    labelled_rows, silver_rows = run(a.program, items, "--features"), run(a.program, silver, "--features")
    columns = Columns(labelled_rows, silver_rows)
    start = SILVER_SHARE * fit_silver(columns.matrix(silver_rows), silver_y)
    x = columns.matrix(labelled_rows)
    answers = cross_validate(a.program, items, x, y, start, columns, a.shuffles)
    if a.answers:
        a.answers.write_text("".join(json.dumps(answer) + "\n" for answer in answers), encoding="utf8")
    if a.write:
        write_weights(RESOURCES / "relevance.tsv", columns, fit(x, y, start, columns.penalty))


if __name__ == "__main__":
    sys.exit(main())
