"""Bytes in, text out: by byte order mark, UTF-8, what was declared, or detection; else a refusal, never a guess."""

import codecs
import re

from charset_normalizer import from_bytes

from reportedly.errors import NotText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_AS_BROWSERS_READ = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""The encoding browsers use for a declared one (WHATWG Encoding Standard), by Python's name of it."""
_CANDIDATES = [
    *("cp1251", "koi8_r", "koi8_u", "cp866", "cp1253", "cp1255", "cp1256"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
]
"""Encodings of other scripts than the Latin, which can be told apart by how well the text reads. The Latin ones cannot:
charset-normalizer holds Polish in ISO 8859-2 for Windows-1252, and French for Windows-1250 by a hair."""
_TYPOGRAPHY = set("‘’‚“”„–—…•€£°§«»\u00a0®©·´˜™")
_WESTERN_SHARE = 0.02
"""Accented letters in an English text are names, under 0.01 of its letters; of German, the least accented of its
neighbours but Dutch, they are 0.02, of Polish, Czech and Turkish over 0.06 (own sentences, 2026)."""
_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_SAMPLE = 200_000
_MOST_CHAOS = 0.1
"""charset-normalizer's own measure of mess; its default 0.2 lets Cyrillic pass as Greek in texts of two sentences."""


def normalise(text: str) -> str:
    r"""Line ends as ``\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def codec_of(label: str | None) -> str | None:
    """Python's codec for a declared label, as browsers read it; None where no text codec has that name."""
    if not label:
        return None
    try:
        info = codecs.lookup(label.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True):
        return None
    return _AS_BROWSERS_READ.get(info.name, info.name)


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError, ValueError):
        return None


def _as_western(data: bytes) -> str | None:
    """An otherwise plain text with a few quotation marks, dashes and accented names in Windows-1252; else None."""
    text = _try(data, "cp1252")
    if text is None or _C1.search(text):
        return None
    high = [char for char in text if char > "\x7f" and char not in _TYPOGRAPHY]
    letters = sum(char.isalpha() for char in text)
    fits = all(char.isalpha() and char not in "ªº" for char in high) and len(high) <= _WESTERN_SHARE * letters
    return text if fits else None


def _is_latin(text: str) -> bool:
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    return 2 * sum(char < "\u0250" for char in letters) >= len(letters)


def _detected(data: bytes, where: str) -> str:
    western = _as_western(data)
    if western is not None:
        return western
    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES, threshold=_MOST_CHAOS, enable_fallback=False).best()
    text = _try(data, best.encoding) if best is not None and best.encoding in _CANDIDATES else None
    if text is None or _C1.search(text) or _is_latin(text):
        raise NotText(
            where, f"not UTF-8 (byte {_first_bad(data):,}) and no other encoding fits for certain; UTF-8 is needed"
        )
    return text


def _first_bad(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _by_mark(data: bytes, where: str) -> str | None:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            text = _try(data[len(mark) :], codec)
            if text is None:
                raise NotText(where, f"opens with the mark of {codec} but is no {codec}")
            return text
    return None


def _decoded(data: bytes, declared: str | None, where: str) -> str:
    marked = _by_mark(data, where)
    if marked is not None:
        return marked
    codec = codec_of(declared)
    if codec is not None and codec.startswith(("utf-16", "utf-32", "iso2022", "hz")):
        text = _try(data, codec)
        if text is not None:
            return text
    if b"\x00" in data:
        raise NotText(where, "binary data (a NUL byte); text is needed, in UTF-8")
    text = _try(data, "utf-8")
    if text is None and codec is not None and codec != "utf-8":
        text = _try(data, codec)
        if text is not None and _C1.search(text):
            text = None
    return text if text is not None else _detected(data, where)


def decode(data: bytes, *, declared: str | None, where: str) -> str:
    r"""The text of ``data``, line ends as ``\n``; NotText for binary data and where no encoding fits.

    A byte order mark decides, then UTF-8 where it is valid (text in another encoding hardly ever is), then the declared
    encoding, then detection: of Windows-1252 in otherwise English text, of the encodings of other scripts. Accented
    Latin text in an undeclared encoding is refused, since a guess would garble names without a sign.
    """
    text = normalise(_decoded(data, declared, where))
    if "\x00" in text:
        raise NotText(where, "a NUL character; text is needed")
    if not text.replace("\ufeff", "").strip():
        raise NotText(where, "empty; a report needs at least a sentence")
    return text
