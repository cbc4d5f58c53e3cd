"""The learned tagger at work: a text in, the spans that fill a role out.

One pass of a small encoder over windows of word pieces, one window a call: its eight-bit scales are taken from the
window alone, so a text is told the same alone or among others.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np
import onnxruntime

from reportedly.errors import DataError
from reportedly.understanding.tagger.labels import HEADS, Labels, Tag, by_word, read_windows, tags_of, width
from reportedly.understanding.tagger.pieces import WordPieces

WINDOW: Final = 254
OVERLAP: Final = 64
"""Pieces a window, 256 with the encoder's own two, and how many of them two windows share."""

NET, VOCABULARY, CARD = "net.onnx", "vocab.txt", "card.json"
"""The files of a kept model: weights and graph, one piece of the vocabulary a line, what it was made from and how."""

HEAD_ENDS: Final = tuple(pairwise(accumulate((width(head) for head in HEADS), initial=0)))
"""Where each head's figures lie among those of a piece."""


class Tagger:
    """One kept model."""

    def __init__(self, folder: Path) -> None:
        """DataError, which names the file, where the folder lacks one or holds one of another hash."""
        card = json.loads(_bytes(folder / CARD))
        self._pieces, self._ends = _vocabulary(_bytes(folder / VOCABULARY, card), card)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(_bytes(folder / NET, card), options, ["CPUExecutionProvider"])

    def tags(self, text: str) -> Mapping[str, Sequence[Tag]]:
        """Each head's spans; where windows overlap, each piece is told by the one it lies deeper in."""
        ids, offsets = self._pieces.of(text)
        labels = read_windows(len(ids), WINDOW, OVERLAP, lambda start, end: self._told(ids[start:end]))
        return MappingProxyType(
            {head: tuple(tags_of(head, by_word(text, row, offsets), offsets)) for head, row in labels.items()}
        )

    def _told(self, ids: Sequence[int]) -> dict[str, Labels]:
        """Each head's likeliest label for each piece of one window, with its probability."""
        first, last = self._ends
        row = np.array([[first, *ids, last]], dtype=np.int64)
        (logits,) = self._session.run(None, {"ids": row, "mask": np.ones_like(row)})
        inner = logits[0, 1:-1]
        return {head: _likeliest(inner[:, start:end]) for head, (start, end) in zip(HEADS, HEAD_ENDS, strict=True)}


def _likeliest(logits: np.ndarray) -> Labels:
    """The best label of each row of one head's figures (pieces, labels), and its share of their softmax."""
    best = logits.argmax(-1)
    top = logits.max(-1, keepdims=True)
    return list(zip(best.tolist(), (1 / np.exp(logits - top).sum(-1)).tolist(), strict=True))


@cache
def tagger() -> Tagger:
    """The model that comes with the package, English, loaded once; DataError where its files are not whole."""
    return Tagger(Path(str(files("reportedly.understanding.tagger") / "weights")))


def _vocabulary(raw: bytes, card: Mapping[str, Mapping[str, str]]) -> tuple[WordPieces, tuple[int, int]]:
    """The cutter of texts, and the two pieces that stand around every window."""
    numbers = {piece: number for number, piece in enumerate(raw.decode("utf-8").split("\n")) if piece}
    return WordPieces(numbers), (numbers[card["ends"]["first"]], numbers[card["ends"]["last"]])


def _bytes(path: Path, card: Mapping[str, Mapping[str, str]] | None = None) -> bytes:
    """A file of the model, its hash compared with the card's where one is given."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise DataError(f"{path}: missing; install reportedly again") from None
    if card is not None and hashlib.sha256(raw).hexdigest() != card["files"][path.name]:
        raise DataError(f"{path}: not the file that {CARD} tells of; install reportedly again")
    return raw
