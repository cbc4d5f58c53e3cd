"""The units of a sentence in, the groups of people in it out: how many, of whom, known already or new."""

from dataclasses import dataclass

from reportedly.languages.tolls import TollWords
from reportedly.records.counts import Count
from reportedly.understanding.tolls.units import AGE, EFFECT, FIGURE, NAME, OTHER, PERSON, Unit

_MODIFIERS = 5
_INITIALS = 3
"""A full stop behind so few letters ends an initial or a title, not a name."""
_AGE_DIGITS = 2
_GONE = ("attacker_one", "attacker_many")
_FIGHTERS = ("fighter_one", "fighter_many")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People at units ``start`` to ``end`` (exclusive).

    ``words`` are the characters that name them (None for a lone number). ``known``: told of before ("the man", "he").
    ``opened``: with a number, an article or a name in front. ``bare``: a number with no people word.
    ``camp``: attacker, fighter or "". ``single``: one person.
    ``inner``: of "one of three people", the three. ``guessed``: a plural that is in no list ("three porters").
    """

    start: int
    end: int
    count: Count
    words: tuple[int, int] | None
    known: bool = False
    opened: bool = True
    bare: bool = False
    named: bool = False
    camp: str = ""
    single: bool = False
    partitive: bool = False
    inner: Count | None = None
    guessed: bool = False


def _camp(kind: str) -> str:
    return "attacker" if kind in _GONE else "fighter" if kind in _FIGHTERS else ""


def _is_one(kind: str) -> bool:
    return kind.endswith("one")


def _is_modifier(units: list[Unit], at: int) -> bool:
    """True for a participle right before a person: the "kidnapped" of "a kidnapped teacher"."""
    participle = units[at].role == EFFECT and units[at].readings[0].kind == "participle"
    return participle and at + 1 < len(units) and units[at + 1].role == PERSON and units[at - 1].role != FIGURE


def _head(units: list[Unit], at: int) -> int | None:
    """The place of the people word that ends the phrase whose modifiers start at ``at``."""
    last = None
    for place in range(at, min(at + _MODIFIERS + 2, len(units))):
        unit = units[place]
        if unit.role in (PERSON, AGE):
            last = place
        elif _is_modifier(units, place):
            continue
        elif unit.role in (OTHER, NAME, "more") and (
            last is None or units[last].role == AGE or units[last].kind.startswith(("nation", "fighter"))
        ):
            if not unit.word[0].isalnum():
                break
        else:
            break
    return last


def _name_end(units: list[Unit], at: int) -> int:
    """The end of the run of name words at ``at``."""
    end = at
    while end < len(units) and (
        units[end].role == NAME or (end > at and units[end].word == "." and len(units[end - 1].word) <= _INITIALS)
    ):
        end += 1
    return end if end == at or units[end - 1].role == NAME else end - 1


def _unknown_plural(units: list[Unit], at: int, words: TollWords) -> int | None:
    """The place of a plural that is in no list, at most two modifiers on."""
    end = at
    while end < min(at + 3, len(units)) and units[end].role in (OTHER, NAME, PERSON) and units[end].word[0].isalpha():
        end += 1
    last = units[end - 1] if end > at else None
    if last is None or last.role == PERSON or len(last.word) < 4:  # noqa: PLR2004
        return None
    if end < len(units) and units[end].role in (OTHER, NAME) and units[end].word[0].isalpha():
        return None
    return end - 1 if last.word.endswith(words.plural_endings) and last.word not in words.words["not_people"] else None


def _counted(units: list[Unit], at: int, words: TollWords) -> Group:
    """A group that opens with a figure."""
    count = units[at].number or Count.exactly(1)
    start = at + 1
    partitive, inner = False, None
    if start < len(units) and units[start].role == "partitive":
        after = start + 1
        return Group(start=at, end=after, count=count, words=None, bare=True, partitive=True)
    if start + 1 < len(units) and units[start].role == "of" and units[start + 1].role in ("definite", FIGURE):
        start, partitive = start + 2, True
        if units[start - 1].role == FIGURE:
            inner = units[start - 1].number
        elif start < len(units) and units[start].role == FIGURE:
            inner, start = units[start].number, start + 1
    elif start < len(units) and units[start].role in ("definite", "of"):
        start += 1
    head = _head(units, start) if start < len(units) else None
    if head is not None and units[head].kind == "nation_one" and count.low != 1:
        head = None
    if head is None and count.low != 1:
        head = _unknown_plural(units, start, words)
        if head is not None:
            return Group(
                start=at,
                end=head + 1,
                count=count,
                words=(units[start].start, units[head].end),
                partitive=partitive,
                guessed=True,
            )
    if head is None:
        more = at + 1 < len(units) and units[at + 1].role == "more"
        named_words = (units[at + 1].start, units[at + 1].end) if more else None
        return Group(start=at, end=at + 1 + more, count=count, words=named_words, bare=True)
    end, named = head + 1, False
    single = count.low == 1 and count.high in (1, None)
    return Group(
        start=at,
        end=end,
        count=count,
        words=(units[start].start, units[head].end),
        camp=_camp(units[head].kind),
        single=single,
        partitive=partitive,
        named=named,
        inner=inner,
    )


def _unknown_single(units: list[Unit], at: int, words: TollWords) -> Group | None:
    """Somebody whose word is in no list, right before a verb: "a subsergeant was killed"."""
    end = at + 1
    while end < min(at + 4, len(units)) and units[end].role in (OTHER, NAME) and units[end].word[0].isalpha():
        end += 1
    if (
        end == at + 1
        or end >= len(units)
        or units[end].role not in ("be", "have", "effect")
        or units[end - 1].word in words.words["not_people"]
    ):
        return None
    stretch = (units[at + 1].start, units[end - 1].end)
    return Group(start=at, end=end, count=Count.exactly(1), words=stretch, single=True, guessed=True)


def _article(units: list[Unit], at: int, words: TollWords) -> Group | None:
    """A group that opens with an article, a possessive or "another"."""
    closed = units[at].role == "definite" or units[at].word in words.words["possessive"]
    known = closed and units[at].word not in words.words["possessive"]
    start = at + 1
    if start >= len(units):
        return None
    if closed and units[start].role == "more" and start + 1 < len(units) and units[start + 1].role == FIGURE:
        start += 1
    if closed and units[start].role == FIGURE:
        group = _counted(units, start, words)
        return Group(
            start=at,
            end=group.end,
            count=group.count,
            words=group.words,
            known=known,
            bare=group.bare,
            camp=group.camp,
            single=group.single,
        )
    if units[start].role == "pair":
        return Group(
            start=at, end=start + 1, count=Count.exactly(2), words=(units[start].start, units[start].end), known=known
        )
    head = _head(units, start)
    if head is None:
        return None if closed else _unknown_single(units, at, words)
    person = units[head]
    one = _is_one(person.kind)
    if not one and not closed:
        return None
    end, begin = head + 1, units[start].start
    name = _name_end(units, end)
    named = one and name > end
    extra = units[at].word in words.words["beside"]
    count = Count.exactly(1) if one else Count.at_least(2)
    stretch = (begin, units[(name if named else end) - 1].end)
    return Group(
        start=at,
        end=name if named else end,
        count=count,
        words=(units[at].start, stretch[1]) if extra else stretch,
        known=known and not named,
        camp=_camp(person.kind),
        single=one,
        named=named,
        opened=one or closed,
    )


def _unopened(units: list[Unit], at: int, *, floor: int) -> Group | None:
    """A group with nothing in front: "civilians", "Gunman", "Officer Dana Pell"."""
    kind = units[at].kind
    head = at
    while head + 1 < len(units) and units[head + 1].role == PERSON:
        head += 1
    kind = units[head].kind
    name = _name_end(units, head + 1)
    one = _is_one(kind)
    if one and name > head + 1:
        return Group(
            start=at,
            end=name,
            count=Count.exactly(1),
            words=(units[at].start, units[name - 1].end),
            named=True,
            single=True,
            camp=_camp(kind),
        )
    if kind.startswith("nation") and one:
        return None
    begin = at
    while (
        begin > floor
        and units[begin - 1].role in (NAME, AGE)
        and at - begin <= 1
        and units[begin - 1].word[0].isalnum()
    ):
        begin -= 1
    count = Count.exactly(1) if one else Count.at_least(2)
    return Group(
        start=begin,
        end=head + 1,
        count=count,
        words=(units[begin].start, units[head].end),
        opened=False,
        camp=_camp(kind),
        single=one,
    )


def _name(units: list[Unit], at: int, words: TollWords) -> Group | None:
    """A person by name: with a title, an age behind it, or two words or more."""
    end = _name_end(units, at)
    titled = units[at].word.rstrip(".") in words.words["title"] or (
        at > 0 and units[at - 1].word in words.words["title"]
    )
    aged = (
        end + 1 < len(units)
        and units[end].role == "comma"
        and units[end + 1].word.isdigit()
        and len(units[end + 1].word) <= _AGE_DIGITS
    )
    if (end - at < 2 and not (titled or aged)) or (end < len(units) and units[end].role in (PERSON, AGE)):  # noqa: PLR2004
        return None
    return Group(
        start=at,
        end=end,
        count=Count.exactly(1),
        words=(units[at].start, units[end - 1].end),
        named=True,
        single=True,
        opened=titled or aged or units[at].kind == PERSON,
    )


_OPENING = frozenset({FIGURE, "nobody", "pronoun", "determiner", "definite", PERSON, AGE, NAME})
"""The roles of units that a group can open with."""


def _group_at(units: list[Unit], at: int, words: TollWords, *, floor: int) -> Group | None:
    unit = units[at]
    if unit.role == FIGURE:
        return _counted(units, at, words)
    if unit.role == "nobody":
        limited = (unit.start, unit.end) if unit.word in words.words["else"] else None
        return Group(start=at, end=at + 1, count=Count.exactly(0), words=limited)
    if unit.role == "pronoun":
        owned = _article(units, at, words) if unit.word in words.words["possessive"] else None
        return owned or Group(start=at, end=at + 1, count=Count.exactly(1), words=None, known=True, single=True)
    if unit.role in ("determiner", "definite"):
        return _article(units, at, words)
    if unit.role == PERSON:
        return _unopened(units, at, floor=floor)
    if unit.role == AGE:
        head = _head(units, at)
        one = head is not None and _is_one(units[head].kind)
        return (
            Group(
                start=at,
                end=head + 1,
                count=Count.exactly(1),
                words=(unit.start, units[head].end),
                single=True,
                opened=False,
                camp=_camp(units[head].kind),
            )
            if head is not None and one
            else None
        )
    if unit.role == NAME:
        return _name(units, at, words)
    return None


def groups_of(units: list[Unit], words: TollWords) -> dict[int, Group]:
    """The groups of a sentence by the place of their last unit, none overlapping."""
    found: dict[int, Group] = {}
    at, floor = 0, 0
    while at < len(units):
        if units[at].role not in _OPENING:
            at += 1
            continue
        group = _group_at(units, at, words, floor=floor)
        if group is None:
            at = _name_end(units, at) if units[at].role == NAME else at + 1
            continue
        found[group.end - 1] = group
        at = floor = group.end
    return found
