"""What one sentence holds for the search of tolls: its units, its groups of people, what effect words link to."""

from dataclasses import dataclass, replace

from reportedly.languages.tolls import TollWords
from reportedly.understanding.tolls.groups import Group
from reportedly.understanding.tolls.units import EFFECT, FIGURE, NAME, OTHER, PERSON, Unit

_SPEAKER_REACH = 8
"""How many words may stand between a speaker and "said": "an official of the ministry in Marrow later said"."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence: its units, its groups by last and by first unit, the last names of people told of before.

    ``captives``: whether the text tells of captives.
    """

    text: str
    units: list[Unit]
    by_end: dict[int, Group]
    by_start: dict[int, Group]
    words: TollWords
    surnames: frozenset[str]
    heading: bool
    cased: bool = True
    captives: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """The groups one effect word tells of, at units ``start`` to ``end`` (exclusive).

    ``parts``: told behind "including". ``doer``: the attackers themselves. ``state``: a condition, perhaps told before.
    """

    effect: str
    groups: tuple[Group, ...]
    start: int
    end: int
    parts: tuple[Group, ...] = ()
    doer: bool = False
    state: bool = False


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """What stands right before an effect word: its first unit, its "be" (None: it has none), what bends its meaning."""

    start: int
    be: str | None
    negated: bool
    unreal: bool
    also: bool = False


def verb_group(scene: Scene, at: int) -> VerbGroup:
    """The verb group that ends with the effect word at ``at``."""
    start, be, negated, modal, have, also = at, None, False, False, False, False
    while start and scene.units[start - 1].role in ("be", "have", "adverb", "modal", "negation"):
        start -= 1
        unit = scene.units[start]
        also = also or unit.word in scene.words.words["also"]
        have = have or unit.role == "have" or unit.word in scene.words.words["have"]
        if unit.role == "be" or (
            unit.role == "have"
            and be is not None
            and (unit.word in scene.words.words["be_one"] or unit.word in scene.words.words["be_many"])
        ):
            be = unit.word
        negated = negated or unit.word in scene.words.words["negation"]
        if unit.role == "modal":
            modal = modal or not (unit.word in scene.words.words["infinitive"] and have)
    return VerbGroup(start, be, negated, modal, also)


def _is_included(scene: Scene, group: Group) -> bool:
    """True right behind "including" or "mostly"."""
    return group.start > 0 and scene.units[group.start - 1].role == "including"


def _counted_together(scene: Scene, end: int) -> Group:
    """The group whose last unit is ``end``, with the figure it shares: "60 men, women and children"."""
    last = first = scene.by_end[end]
    while not first.opened and not first.single:
        at = first.start - 1
        while at >= 0 and scene.units[at].role in ("comma", "list_and"):
            at -= 1
        before = scene.by_end.get(at) if at < first.start - 1 else None
        if before is None or before.single or before.words is None:
            return last
        first = before
    if first is last or last.words is None or first.words is None or scene.units[first.start].role != FIGURE:
        return last
    return replace(first, end=last.end, words=(first.words[0], last.words[1]))


def list_back(scene: Scene, end: int) -> tuple[Group, ...]:
    """The group whose last unit is ``end`` and those coordinated in front of it, in text order."""
    groups = [_counted_together(scene, end)]
    joined = False
    while True:
        at = groups[0].start - 1
        comma = at >= 0 and scene.units[at].role == "comma"
        if at >= 0 and scene.units[at].role == "list_and":
            joined = True
            at -= 1
            at -= at >= 0 and scene.units[at].role == "comma"
        elif comma and (joined or (scene.heading and groups[0].single and not groups[0].opened)):
            at -= 1
        else:
            break
        before = scene.by_end.get(at)
        if before is not None and comma and groups[0].named and not before.single and not before.named:
            return (before,)  # "two reporters, Ada Obi and Ivo Toll, were killed": the names are theirs
        if (
            before is None
            or not (before.opened or groups[0].opened or scene.heading or _is_included(scene, before))
            or before.count.high == 0
            or groups[0].known
        ):
            break
        groups.insert(0, before)
    return tuple(groups)


def _past_age(scene: Scene, at: int) -> int:
    """The place behind an age between commas: "a woman, 45, and her son"."""
    aged = at + 1 < len(scene.units) and scene.units[at].role == "comma" and scene.units[at + 1].word.isdigit()
    return at + 2 if aged else at


def list_on(scene: Scene, start: int) -> tuple[Group, ...]:
    """The group that starts at ``start`` and those coordinated behind it, a speaker behind a comma left out."""
    groups, comma = [scene.by_start[start]], 0
    while True:
        at, joined, anded = _past_age(scene, groups[-1].end), False, False
        if at < len(scene.units) and scene.units[at].role == "comma":
            at, joined = at + 1, True
        if at < len(scene.units) and scene.units[at].role == "list_and":
            at, joined, anded = at + 1, True, True
        after = scene.by_start.get(at) if joined else None
        if after is not None and after.named and not anded and not groups[-1].single and len(groups) == 1:
            return tuple(groups)  # "two reporters, Ada Obi and Ivo Toll": the names are theirs
        if joined and not anded:
            comma = len(groups)
        if (
            after is None
            or not after.opened
            or after.known
            or (after.bare and after.partitive)
            or _is_subject(scene, after)
            or (after.bare and not groups[0].bare)
        ):
            return tuple(groups[:comma] if comma and _speaks(scene, groups[-1].end) else groups)
        groups.append(after)


def _speaks(scene: Scene, at: int) -> bool:
    """True where the people whose words end at ``at`` say something: "a volunteer medical network said"."""
    for unit in scene.units[at : at + _SPEAKER_REACH]:
        if unit.word in scene.words.words["saying"]:
            return True
        if unit.role not in (OTHER, NAME, PERSON, "preposition", "of", "definite", "determiner", "adverb", "have"):
            return False
    return False


def _is_subject(scene: Scene, group: Group) -> bool:
    """True where a verb follows the group: it opens a clause of its own."""
    at = group.end
    while at < len(scene.units) and scene.units[at].role == "adverb":
        at += 1
    return at < len(scene.units) and scene.units[at].role in ("be", "have", "verb", EFFECT, "relative", "modal")
