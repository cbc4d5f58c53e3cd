"""A language code in, the words that frame a whole text as played, simulated, digital or remembered violence out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from reportedly.languages.phrases import PhraseIndex
from reportedly.languages.tables import spoken, table


@dataclass(frozen=True, slots=True)
class FrameWords:
    """``words`` finds a frame's words (a word may serve several frames), ``need`` says how many make one.

    ``sure`` are those that make it wherever they stand, not in the lead alone; ``real`` the frames whose dead are real.
    """

    words: PhraseIndex[tuple[str, ...]]
    need: Mapping[str, int]
    sure: frozenset[str]
    real: frozenset[str]


@cache
def frame_words(language: str) -> FrameWords:
    """The frames of a language; DataError where the file is missing or broken."""
    raw = cast("Mapping[str, Mapping[str, object]]", table(spoken(language), "frames"))
    homes: dict[str, list[str]] = {}
    for frame, entry in raw.items():
        for word in [*cast("list[str]", entry["words"]), *cast("list[str]", entry.get("sure", []))]:
            homes.setdefault(word, []).append(frame)
    return FrameWords(
        words=PhraseIndex((word, tuple(frames)) for word, frames in homes.items()),
        need={frame: cast("int", entry["need"]) for frame, entry in raw.items()},
        sure=frozenset(word for entry in raw.values() for word in cast("list[str]", entry.get("sure", []))),
        real=frozenset(frame for frame, entry in raw.items() if entry.get("real")),
    )
