"""A stretch of text in, the pieces of time expressions in it out: single forms, then groups that tell one time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from reportedly.errors import DataError
from reportedly.languages.times import FormKind, TimeWords, time_words
from reportedly.understanding.times.forms import DIGITS, CompiledForm, compiled_forms, telling_words

_TOKEN = re.compile(r"[^\W_](?:(?<=\d)\d*|(?<=\D)[^\W\d_]*)")
_NUMBER = re.compile(r"-?\d+")
_TELLING_NUMBER = re.compile(r"\d{4}\b|\d{1,4}[:/.\-]\d")
_COMPOUND = re.compile(r"(?<=[^\W\d_])-[^\W\d_]")
"""Behind a time's last word: "30-year-old", "two-week-long" are no times."""
_BLANKS = re.compile(r"[\s\-]+")

REACH = 6
"""Words between the opening of a form and its first telling word: "in well over a couple of" weeks."""

SLOTS = {
    FormKind.DATE: "date",
    FormKind.NUMERIC: "date",
    FormKind.ORDINAL: "date",
    FormKind.WEEKDAY: "weekday",
    FormKind.DAY: "counted",
    FormKind.OFFSET: "counted",
    FormKind.HOLIDAY: "holiday",
    FormKind.FEAST: "holiday",
    FormKind.PERIOD: "period",
    FormKind.WEEKEND: "period",
    FormKind.MONTH: "period",
    FormKind.YEAR: "period",
    FormKind.SEASON: "period",
    FormKind.CLOCK: "clock",
    FormKind.PART: "part",
    FormKind.NIGHTLY: "part",
    FormKind.LENGTH: "frame",
    FormKind.VAGUE: "frame",
    FormKind.ANNIVERSARY: "frame",
}
"""The place a form takes in a group; a group holds at most one piece for each."""

_DAYS = ("date", "weekday")
_WITH_PERIOD = ("weekday", "date")


@dataclass(frozen=True, slots=True)
class Piece:
    """One form found at ``text[start:end]``; ``fields`` are its captured and implied values, by name.

    ``words`` are its own, blanks made one, prepositions in front left out.
    """

    start: int
    end: int
    kind: FormKind
    fields: Mapping[str, str]
    words: str

    @property
    def slot(self) -> str:
        """The place it takes in a group."""
        return SLOTS[self.kind]

    def number(self, name: str) -> int | None:
        """A field as a number (ordinal endings cut); None where the piece has no such field."""
        raw = self.fields.get(name)
        if raw is None:
            return None
        digits = _NUMBER.search(raw)
        return int(digits.group()) if digits else None

    def needed(self, name: str) -> int:
        """A field that this kind of form cannot do without; DataError where the language's form has none."""
        value = self.number(name)
        if value is None:
            raise DataError(f"times: a form of kind {self.kind.value!r} read {self.words!r} without a {name!r}")
        return value


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that tell one time together, in text order."""

    pieces: tuple[Piece, ...]

    @property
    def start(self) -> int:
        """Where the first piece starts."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.pieces[-1].end

    def get(self, slot: str) -> Piece | None:
        """The piece that takes ``slot``; None where none does."""
        return next((piece for piece in self.pieces if piece.slot == slot), None)

    @property
    def has_day(self) -> bool:
        """True where a piece fixes more than a time of day."""
        return any(piece.slot not in ("clock", "part") for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Joints:
    """The compiled patterns of one language that this module needs."""

    join: re.Pattern[str]
    datejoin: re.Pattern[str]
    lead: re.Pattern[str]


@cache
def _joints(language: str) -> Joints:
    patterns = time_words(language).patterns
    return Joints(*(re.compile(patterns[name]) for name in ("join", "datejoin", "lead")))


def own_start(low: str, start: int, end: int, *, language: str) -> int:
    """Where the words of a time start, past prepositions that its form opens with."""
    lead = _joints(language).lead
    while (match := lead.match(low, start, end)) and match.end() < end:
        start = match.end()
    return start


def lowered(text: str) -> str:
    """``text`` in lower case, straight apostrophes, and character for character as long."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return low.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


def _value(raw: str, kind: str, words: TimeWords) -> str:
    known = words.classes.get(kind)
    return raw if known is None else known.get(_BLANKS.sub(" ", raw), known.get(_BLANKS.sub("-", raw), raw))


def _read(text: str, compiled: CompiledForm, match: re.Match[str], *, language: str) -> Piece | None:
    words = time_words(language)
    fields = dict(compiled.form.fixed)
    for index, (name, kind) in enumerate(compiled.slots, start=1):
        raw = match.group(index)
        if raw is None:
            continue
        if raw in words.capitals and not text[match.start(index)].isupper():
            return None
        fields[name] = _value(raw, kind, words)
    end = match.start() + len(match.group().rstrip(" \n\t-"))
    start = own_start(match.string, match.start(), end, language=language)
    return Piece(match.start(), end, compiled.form.kind, fields, " ".join(text[start:end].split()))


def _best_at(text: str, low: str, at: int, end: int, *, language: str, key: str) -> Piece | None:
    best: Piece | None = None
    for compiled in compiled_forms(language).get(key, ()):
        match = compiled.pattern.match(low, at, end)
        if match and (best is None or match.end() > best.end):
            if any(name == "unit" for name, _ in compiled.slots) and _COMPOUND.match(low, match.end(), end):
                continue
            best = _read(text, compiled, match, language=language) or best
    return best


def _places(low: str, start: int, end: int, *, language: str) -> list[tuple[int, str]]:
    """Where a form can begin, with its opening key: at a telling word, or up to REACH words in front of one.

    Without this gate every "the" and every number tries dozens of forms: a third of all time (400 news texts, 2026-11).
    """
    telling, index = telling_words(language), compiled_forms(language)
    found: list[tuple[int, str]] = []
    matches = list(_TOKEN.finditer(low, start, end))
    words = [match[0] for match in matches]
    done = 0
    for place, word in enumerate(words):
        if word[0].isdigit():
            tells = _TELLING_NUMBER.match(low, matches[place].start(), end) is not None
        else:
            tells = word in telling
        if tells:
            keys = [
                (at, DIGITS if words[at][0].isdigit() else words[at])
                for at in range(max(done, place - REACH), place + 1)
            ]
            found += [(matches[at].start(), key) for at, key in keys if key in index]
            done = place + 1
    return found


def find_pieces(text: str, low: str, start: int, end: int, *, language: str) -> list[Piece]:
    """The longest form at each place of ``text[start:end]``, left to right; one that runs past another cuts it."""
    found = _scan(text, low, start, end, language=language)
    return [piece for piece in found if piece.kind is not FormKind.BLOCK]


def _scan(text: str, low: str, start: int, end: int, *, language: str) -> list[Piece]:
    found: list[Piece] = []
    for at, key in _places(low, start, end, language=language):
        piece = _best_at(text, low, at, end, language=language, key=key)
        if piece is None:
            continue
        if found and piece.start < found[-1].end:
            if piece.end <= found[-1].end or "bound" in piece.fields:
                continue
            cut = found.pop()
            found += _scan(text, low, cut.start, piece.start, language=language)
        found.append(piece)
    return found


def _joins(group: list[Piece], piece: Piece, gap: str, *, joints: Joints) -> bool:
    slots = {member.slot for member in group}
    if piece.slot in slots or "frame" in slots or piece.slot == "frame" or piece.kind is FormKind.OFFSET:
        return False
    if piece.slot == "period" or "period" in slots:
        others = slots - {"period"} | ({piece.slot} - {"period"})
        if not others <= {"weekday", "date", "part"} or not joints.datejoin.fullmatch(gap):
            return False
    last = group[-1].slot
    if last in _DAYS and piece.slot in _DAYS:
        return joints.datejoin.fullmatch(gap) is not None
    return joints.join.fullmatch(gap) is not None


def _restates(low: str, group: list[Piece], piece: Piece) -> bool:
    """True for a clock time told again for another zone, in brackets behind the first."""
    gap = low[group[-1].end : piece.start]
    both = group[-1].kind is piece.kind is FormKind.CLOCK
    return both and gap.strip() == "(" and low[piece.end : piece.end + 1] == ")"


def group_pieces(low: str, pieces: list[Piece], *, language: str) -> list[Group]:
    """Neighbouring pieces that tell one time, as groups; those that mean nothing alone are dropped where they are."""
    joints = _joints(language)
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and _restates(low, groups[-1], piece):
            groups[-1][-1] = replace(groups[-1][-1], end=piece.end + 1)
        elif groups and _joins(groups[-1], piece, low[groups[-1][-1].end : piece.start], joints=joints):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [Group(tuple(group)) for group in groups if any("bound" not in piece.fields for piece in group)]
