"""Which of the base's 250,000 pieces the reader keeps, and texts as rows of their numbers."""
import collections
from tokenizers import Tokenizer, models, pre_tokenizers

PREFIX = "query: "
LIMIT = 36_000
LENGTH = 96
# Single characters kept whatever the texts hold, the likeliest first.
SINGLE = {"cjk": 3500, "hangul": 1000}
SINGLE_OTHERS = 400
SCRIPTS = [
    ("latin", (0, 0x250)), ("cyrillic", (0x400, 0x530)), ("arabic", (0x600, 0x700)), ("cjk", (0x3040, 0x3100)), ("cjk", (0x4E00, 0xA000)),
    ("hangul", (0xAC00, 0xD7B0)),
]


def model(pieces):
    """A tokenizer of pieces with scores; the third is the unknown one."""
    tokenizer = Tokenizer(models.Unigram(pieces, 3, False))
    return tokenizer


def script(piece):
    """The script of a piece: None for one that is not ours, `sign` for marks and digits alone."""
    found = set()
    for character in piece.replace("\u2581", ""):
        point = ord(character)
        name = next((name for name, (first, end) in SCRIPTS if first <= point < end), None)
        if name is None:
            if character.isalpha(): return None
            name = "sign"
        elif not character.isalpha(): name = "sign"
        found.add(name)
    letters = found - {"sign"}
    return "sign" if not letters else letters.pop() if len(letters) == 1 else None


def choose(base, texts):
    """The numbers of the pieces to keep: single characters of our scripts, what stands in the texts, the likeliest of the rest."""
    whole = model(list(zip(base.pieces, map(float, base.scores))))
    count = collections.Counter()
    for text in texts: count.update(whole.encode(base.normalise(PREFIX + text)[0]).ids)
    order = sorted(range(4, len(base.pieces)), key=lambda piece: (-base.scores[piece], piece))
    scripts = {piece: script(base.pieces[piece]) for piece in order}
    order = [piece for piece in order if scripts[piece]]
    kept, single = set(range(4)), collections.Counter()
    for piece in order:
        if len(base.pieces[piece]) == 1:
            single[scripts[piece]] += 1
            if single[scripts[piece]] <= SINGLE.get(scripts[piece], SINGLE_OTHERS): kept.add(piece)
    rank = {piece: place for place, piece in enumerate(order)}
    seen = sorted((piece for piece in count if piece in rank), key=lambda piece: (-min(count[piece], 2), rank[piece]))
    for piece in seen + order:
        if len(kept) >= LIMIT: break
        kept.add(piece)
    return sorted(kept)


class Pieces:
    """Texts as rows of piece numbers, and where each piece stands in its text."""

    def __init__(self, base, kept):
        self.base = base
        self.tokenizer = model([(base.pieces[piece], float(base.scores[piece])) for piece in kept])

    def row(self, text, mentions=()):
        """The numbers of a text's pieces, and of each mention (code, first and last byte) the tokens that it takes."""
        normal, places = self.base.normalise(PREFIX + text)
        encoding = self.tokenizer.encode(normal)
        numbers = [self.base.begin] + encoding.ids[:LENGTH - 2] + [self.base.end]
        ranges = [(places[a] - len(PREFIX), places[b - 1] + 1 - len(PREFIX)) for a, b in encoding.offsets[:LENGTH - 2]]
        data, spans = text.encode(), []
        for code, start, end in mentions:
            first, last = len(data[:start].decode("utf8", "ignore")), len(data[:end].decode("utf8", "ignore"))
            tokens = [token for token, (a, b) in enumerate(ranges) if a < last and b > first]
            if tokens: spans.append((code, tokens[0] + 1, tokens[-1] + 2))
        return numbers, spans
