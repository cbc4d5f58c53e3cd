"""A place name in any spelling in, the key it is stored under out."""

import unicodedata

_MARKS = dict.fromkeys(range(0x300, 0x370))
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ə": "e", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
)
_APART = dict.fromkeys("-–‑/,_()", " ")
_DROPPED = dict.fromkeys(".'’‘`ʿʾʻʼ´′")
_SIGNS = str.maketrans({**_APART, **_DROPPED})


def fold(name: str) -> str:
    """Lower case, no accents, apostrophes or full stops, hyphens as spaces ("Deir ez-Zor": deir ez zor)."""
    low = name.lower().translate(_SIGNS)
    if not low.isascii():
        low = unicodedata.normalize("NFKD", low).translate(_MARKS).translate(_LETTERS)
    return " ".join(low.split())
