#!/usr/bin/env python3
"""Trains the weights of relevance and writes Sources/Curation/Resources/relevance.tsv.

  train.py FEATURES.jsonl [--write] [--keep-words N]

FEATURES.jsonl: one line an item of relevance-dev.jsonl, {"id", "features": {name: value}}, as the program prints them
(`demarche curate --features`). The labelled items and the silver text are found by DEMARCHE_SHARED (default ../shared).

The model is linear: bias + features + words. The words' weights come first from the silver text (a logistic regression
of "International relations" against the other categories; armed conflicts are left out, since diplomacy sits there too),
then, held near those by a penalty, from the labelled items together with the features. Ten-fold cross-validation over
the labelled items says what is to be expected; each fold fits everything but the silver weights anew. Needs numpy.
"""
import argparse, collections, json, os, pathlib, re, unicodedata
import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("DEMARCHE_SHARED", ROOT.parent / "shared"))
RESOURCES = ROOT / "Sources/Curation/Resources"
TITLE, WINDOW = 1.5, 150


def words(text):
    text = unicodedata.normalize("NFD", text.replace("ı", "i").replace("ø", "o").replace("ł", "l").lower())
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"\b([a-z])\.([a-z])\.", r"\1\2", text)
    text = re.sub(r"['’]s\b", "", text).replace("'", "").replace("’", "")
    return [w for w in re.findall(r"[a-z0-9]+", text)][:WINDOW]


def bag(title, text):
    found = {w: 1.0 for w in words(text)}
    found.update({w: TITLE for w in words(title)})
    return found


def matrix(bags, index):
    rows = np.zeros((len(bags), len(index)), dtype=np.float32)
    for i, b in enumerate(bags):
        for word, value in b.items():
            if word in index: rows[i, index[word]] = value
    return rows


def fit(x, y, penalty, start=None, weights=None, rounds=400, rate=0.05):
    """Logistic regression by Adam; `penalty` per column pulls towards `start`."""
    w = np.zeros(x.shape[1]) if start is None else start.copy()
    centre = w.copy(); m = np.zeros_like(w); v = np.zeros_like(w)
    s = np.ones(len(y)) if weights is None else weights
    for t in range(1, rounds + 1):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        g = x.T @ ((p - y) * s) / s.sum() + penalty * (w - centre)
        m = 0.9 * m + 0.1 * g; v = 0.999 * v + 0.001 * g * g
        w -= rate * (1 - t / rounds * 0.9) * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return w


def silver_weights(x, y):
    x = np.hstack([x, np.ones((len(x), 1), np.float32)])
    return fit(x, y, 0.0004, weights=np.where(y == 1, 2.0, 1.0), rounds=250)[:-1]


def f1(p, y, cut=0.5):
    hit = (p >= cut) & (y == 1); n = (p >= cut).sum()
    prec = hit.sum() / max(1, n); rec = hit.sum() / max(1, y.sum())
    return prec, rec, 2 * prec * rec / max(1e-9, prec + rec)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("features"); ap.add_argument("--write", action="store_true"); ap.add_argument("--keep-words", type=int, default=2500)
    ap.add_argument("--cache", help="a .npy file that keeps the silver weights between runs")
    ap.add_argument("--word-penalty", type=float, default=0.08); ap.add_argument("--feature-penalty", type=float, default=0.003)
    a = ap.parse_args()
    dev = [json.loads(l) for l in open(SHARED / "curate-dev/relevance-dev.jsonl")]
    feats = {f["id"]: f["features"] for f in map(json.loads, open(a.features))}
    silver = [json.loads(l) for l in open(SHARED / "curate-dev/silver/wikipedia-current-events.jsonl")]
    silver = [r for r in silver if not r["category"].startswith("Armed") and not (r["src"] == "kiwi" and r["category"].startswith("Health"))]
    sy = np.array([r["category"] == "International relations" for r in silver], float)
    sb = [bag("", r["text"]) for r in silver]; db = [bag(r["title"], r["text"]) for r in dev]
    seen = collections.Counter(w for b in sb for w in b); here = collections.Counter(w for b in db for w in b)
    vocab = [w for w in set(seen) | set(here) if (seen[w] >= 8 or here[w] >= 3) and not w.isdigit()]
    index = {w: i for i, w in enumerate(sorted(vocab))}
    sx = matrix(sb, index)
    cache = pathlib.Path(a.cache) if a.cache else None
    if cache and cache.exists():
        w0 = np.load(cache)
    else:
        w0 = silver_weights(sx, sy)
        if cache: np.save(cache, w0)
    names = sorted({n for f in feats.values() for n in f if n != "words"})
    y = np.array([r["gold"]["relevant"] for r in dev], float)
    f = np.array([[feats[r["id"]].get(n, 0) for n in names] for r in dev])
    dx = matrix(db, index)
    x = np.hstack([np.ones((len(y), 1)), f, dx])
    start = np.concatenate([np.zeros(1 + len(names)), 0.3 * w0])
    penalty = np.concatenate([[0.0], np.full(len(names), a.feature_penalty), np.full(len(index), a.word_penalty)])
    balance = np.where(y == 1, 1.6, 1.0)
    order = np.random.default_rng(7).permutation(len(y)); p = np.zeros(len(y))
    for fold in range(10):
        test = order[fold::10]; train = np.setdiff1d(order, test)
        p[test] = 1 / (1 + np.exp(-(x[test] @ fit(x[train], y[train], penalty, start, balance[train], 250))))
    print("cross-validated, cut 0.5: P %.3f R %.3f F1 %.3f" % f1(p, y))
    print("   by cut:", " ".join("%.2f:%.3f" % (c, f1(p, y, c)[2]) for c in np.arange(0.3, 0.65, 0.05)))
    only = np.hstack([np.ones((len(y), 1)), dx @ w0[:, None]]); 
    print("silver words alone: best F1 %.3f" % max(f1(only[:, 1], y, c)[2] for c in np.quantile(only[:, 1], np.arange(0.3, 0.9, 0.02))))
    w = fit(x, y, penalty, start, balance, 250)
    print("on the training items: P %.3f R %.3f F1 %.3f" % f1(1 / (1 + np.exp(-(x @ w))), y))
    for n, v in sorted(zip(["bias"] + names, w), key=lambda t: -abs(t[1]))[:60]: print("%8.2f %s" % (v, n))
    wrong = sorted([(abs(p[i] - y[i]), dev[i]["id"], y[i], p[i], (dev[i]["title"] or dev[i]["text"])[:100]) for i in range(len(y))], reverse=True)[:25]
    for _, i, yy, pp, t in wrong: print("%s gold %d said %.2f %s" % (i, yy, pp, t))
    if a.write:
        ww = w[1 + len(names):]
        kept = sorted(np.argsort(-np.abs(ww) * np.minimum(1, np.array([seen[v] + 5 * here[v] for v in sorted(vocab)]) / 20))[: a.keep_words])
        with open(RESOURCES / "relevance.tsv", "w") as out:
            out.write("# Weights of relevance: feature or word:WORD, weight. Written by Scripts/train-relevance; see there.\n")
            for n, v in zip(["bias"] + names, w): out.write("%s\t%.4f\n" % (n, v))
            out.write("words\t1\n")
            for i in kept: out.write("word:%s\t%.3f\n" % (sorted(vocab)[i], ww[i]))


if __name__ == "__main__":
    main()
