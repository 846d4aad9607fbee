"""The encoder with its heads in torch, and how it is written as the program's file."""
import json, struct
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

TYPES = "CONSULT AGREE COOPERATE SUPPORT AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN SANCTION COERCE MOBILIZE ASSAULT".split()
MODALITIES = "occurred future hypothetical negated".split()
ROLES = "actor recipient mediator".split()
WIDTH, HEADS, INNER, LENGTH = 384, 12, 1536, 96
LAYERS, STORY_LAYER = 8, 4
EPSILON, DROPOUT = 1e-12, 0.1


def tensor(values): return torch.from_numpy(np.ascontiguousarray(values))


class Layer(nn.Module):
    def __init__(self, base, number):
        super().__init__()
        self.qkv, self.attention = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.attention_norm, self.output_norm = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)
        name = f"l{number}."
        with torch.no_grad():
            self.qkv.weight.copy_(tensor(np.concatenate([base.matrix(name + part + ".w", WIDTH) for part in "qkv"])))
            self.qkv.bias.copy_(tensor(np.concatenate([base.values(name + part + ".b") for part in "qkv"])))
            for module, part in ((self.attention, "ao"), (self.up, "fi"), (self.down, "fo")):
                module.weight.copy_(tensor(base.matrix(name + part + ".w", module.in_features)))
                module.bias.copy_(tensor(base.values(name + part + ".b")))
            for module, part in ((self.attention_norm, "aln"), (self.output_norm, "oln")):
                module.weight.copy_(tensor(base.values(name + part + ".w")))
                module.bias.copy_(tensor(base.values(name + part + ".b")))

    def forward(self, x, mask):
        rows, length, _ = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.attention_norm(x + F.dropout(self.attention(mixed), DROPOUT, self.training))
        return self.output_norm(x + F.dropout(self.down(F.gelu(self.up(x))), DROPOUT, self.training))


class Encoder(nn.Module):
    """Relevance, type, modality, the roles of mentions, and a vector by which stories are compared."""

    def __init__(self, base, kept, layers=LAYERS):
        super().__init__()
        self.register_buffer("words", tensor(base.matrix("emb.word", WIDTH)[kept]), persistent=False)
        self.positions = nn.Parameter(tensor(base.matrix("emb.pos", WIDTH)[:LENGTH] + base.matrix("emb.type", WIDTH)[0]))
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        with torch.no_grad():
            self.norm.weight.copy_(tensor(base.values("emb.ln.w")))
            self.norm.bias.copy_(tensor(base.values("emb.ln.b")))
        self.layers = nn.ModuleList(Layer(base, number) for number in range(layers))
        sizes = {"relevance": (WIDTH, 1), "type": (WIDTH, len(TYPES)), "modality": (WIDTH, len(MODALITIES)), "role": (2 * WIDTH, len(ROLES))}
        self.heads = nn.ModuleDict({name: nn.Linear(*size) for name, size in sizes.items()})
        for head in self.heads.values():
            nn.init.normal_(head.weight, 0, 0.02)
            nn.init.zeros_(head.bias)
        self.heads["story"] = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.heads["story"].weight)
        nn.init.zeros_(self.heads["story"].bias)

    def states(self, numbers, mask):
        """The tokens' vectors after the last layer and after the one at which stories are compared."""
        x = F.dropout(self.norm(self.words[numbers] + self.positions[:numbers.shape[1]]), DROPOUT, self.training)
        story = x
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, mask[:, None, None, :].bool())
            if number == STORY_LAYER: story = x
        return x.float(), story.float()

    def forward(self, numbers, mask, owner, pooling):
        """The heads' numbers; of mention i, `owner` is its row and `pooling` what share each token has."""
        drop = lambda x: F.dropout(x, DROPOUT, self.training)
        x, story = self.states(numbers, mask)
        pooled = drop(mean(x, mask))
        spans = torch.bmm(pooling[:, None, :], x[owner])[:, 0]
        answers = {name: self.heads[name](pooled) for name in ("relevance", "type", "modality")}
        return answers | {"role": self.heads["role"](torch.cat([drop(spans), pooled[owner]], 1)), "story": self.heads["story"](mean(story, mask))}


def mean(x, mask): return (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)


def quantised(weights):
    """Eight-bit weights, a scale for each row; never -128, so that products in 16 bits hold."""
    scales = np.maximum(np.abs(weights).max(1), 1e-12) / 127
    return np.clip(np.rint(weights / scales[:, None]), -127, 127).astype(np.int8), scales.astype(np.float32)


def write(encoder, base, kept, path, version):
    """Writes the program's file: safetensors, four-byte types first, so that they are aligned."""
    plain, packed = {}, {}
    texts = [base.pieces[piece].encode() for piece in kept]
    plain["tokenizer.offsets"] = np.cumsum([0] + [len(text) for text in texts]).astype(np.uint32)
    plain["tokenizer.scores"] = base.scores[kept].astype(np.float32)
    plain["embeddings.positions"] = encoder.positions.detach().numpy()
    put_linear(plain, "embeddings.norm", encoder.norm)
    for number, layer in enumerate(encoder.layers):
        for name in ("qkv", "attention", "up", "down"):
            module, full = getattr(layer, name), f"layer.{number}.{name}"
            packed[full + ".weight"], plain[full + ".scale"] = quantised(module.weight.detach().numpy())
            plain[full + ".bias"] = module.bias.detach().numpy()
        put_linear(plain, f"layer.{number}.attention.norm", layer.attention_norm)
        put_linear(plain, f"layer.{number}.output.norm", layer.output_norm)
    for name, head in encoder.heads.items(): put_linear(plain, f"head.{name}", head)
    scales, blocks = base.blocks("emb.word")
    packed = {"embeddings.words.scale": scales.reshape(-1, WIDTH // 32)[kept]} | packed
    packed["embeddings.words"] = blocks.reshape(-1, WIDTH // 2)[kept]
    packed["tokenizer.pieces"] = np.frombuffer(b"".join(texts), np.uint8)
    table = b"".join(struct.pack("<IB", point, len(to)) + to.encode("utf-32-le") for point, to in sorted(base.table.items()))
    packed["tokenizer.map"] = np.frombuffer(table, np.uint8)
    metadata = {
        "format": "demarche-encoder/1", "layers": len(encoder.layers), "heads": HEADS, "size": WIDTH, "inner": INNER, "positions": LENGTH,
        "prefix": "query: ", "bos": base.begin, "eos": base.end, "unk": base.unknown, "unk_score": float(base.scores[kept].min()) - 10,
        "epsilon": EPSILON, "story_layer": STORY_LAYER, "version": version,
    }
    write_tensors(path, plain | packed, {name: str(value) for name, value in metadata.items()})


def put_linear(tensors, name, module):
    tensors[name + ".weight"], tensors[name + ".bias"] = module.weight.detach().numpy(), module.bias.detach().numpy()


def write_tensors(path, tensors, metadata):
    kinds = {"float32": "F32", "uint32": "U32", "float16": "F16", "int8": "I8", "uint8": "U8"}
    header, place, parts = {"__metadata__": metadata}, 0, []
    for name, values in tensors.items():
        data = np.ascontiguousarray(values).tobytes()
        header[name] = {"dtype": kinds[values.dtype.name], "shape": list(values.shape), "data_offsets": [place, place + len(data)]}
        place += len(data)
        parts.append(data)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))
