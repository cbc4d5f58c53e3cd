"""A verb among the units and groups of its sentence in, the groups that are its subject out."""

from dataclasses import replace

from reportedly.languages.tolls import Reading, TollWords
from reportedly.records.counts import Count
from reportedly.understanding.tolls.groups import Group
from reportedly.understanding.tolls.scene import Link, Scene, VerbGroup, list_back
from reportedly.understanding.tolls.units import EFFECT, FIGURE, NAME, OTHER

_FIRST_NAME = 20
"""Characters in front of a last name that hold the first name."""
REACH = 18
"""How many units a subject may stand before its verb: more than any in 60 sentences read in November 2026."""


def _agrees(groups: tuple[Group, ...], be: str | None, words: TollWords) -> bool:
    total = len(groups) == 1 and (groups[0].single or groups[0].count.high in (0, 1))
    if be in words.words["be_one"]:
        return total
    if be in words.words["be_many"]:
        return not total or groups[0].count.high == 0
    return True


def _surname(scene: Scene, at: int) -> Group | None:
    """A single last name right before the verb, of somebody told of by the full name before."""
    unit = scene.units[at]
    if unit.role != NAME or (at and scene.units[at - 1].role == NAME):
        return None
    if unit.word not in scene.surnames and not named_before(scene, at):
        return None
    return Group(start=at, end=at + 1, count=Count.exactly(1), words=(unit.start, unit.end), named=True, single=True)


def named_before(scene: Scene, at: int) -> bool:
    """True where the text gave the name at ``at`` with a first name before: "Omar Vell" for "Vell"."""
    unit = scene.units[at]
    name = scene.text[unit.start : unit.end]
    place = scene.text.find(f" {name}", 0, unit.start)
    while place > 0:
        first = scene.text[max(0, place - _FIRST_NAME) : place].rsplit(maxsplit=1)[-1:] or [""]
        if first[0].isalpha() and first[0].istitle() and len(first[0]) > 2:  # noqa: PLR2004
            return True
        place = scene.text.find(f" {name}", place + 1, unit.start)
    return False


def _may_be_subject(scene: Scene, group: Group, at: int, verb: int) -> bool:
    """False for a name away from the verb without title or age, and for a lone number away from the verb."""
    if group.bare:
        return group.partitive or at == verb - 1 or (at == verb - 2 and scene.units[at + 1].role == "relative")
    if group.named and not group.opened and scene.heading:
        return False
    if group.named and not group.opened:
        return at == verb - 1 and (
            group.start == 0 or scene.units[group.start - 1].role not in ("preposition", "of", "definite")
        )
    return True


def _before_clause(scene: Scene, at: int) -> int:
    """The place before a relative clause that ends with the comma at ``at``: "a guard, who was inside, was hurt"."""
    if at < 0 or scene.units[at].role != "comma":
        return at
    for place in range(at - 1, max(0, at - REACH), -1):
        unit = scene.units[place]
        if unit.role == "relative" and place and scene.units[place - 1].role == "comma":
            return place - 2
        if unit.role in (EFFECT, "boundary"):
            break
    return at


def subject(scene: Scene, verb: int, be: str | None) -> tuple[tuple[Group, ...], tuple[Group, ...]] | None:
    """The groups that are the subject of the verb at ``verb``, and the parts told behind "including"; None: none is."""
    parts: tuple[Group, ...] = ()
    spare: tuple[Group, ...] | None = None
    at = _before_clause(scene, verb - 1)
    while at >= max(0, verb - REACH):
        unit = scene.units[at]
        group = scene.by_end.get(at) or (_surname(scene, at) if at == verb - 1 else None)
        if group is not None:
            groups = list_back(scene, at) if at in scene.by_end else (group,)
            first = groups[0].start
            if first and scene.units[first - 1].role == "including":
                parts, at = groups + parts, first - 2
                continue
            if _may_be_subject(scene, group, at, verb) and _agrees(groups, be, scene.words):
                clause = verb > 0 and scene.units[verb - 1].role == "relative"
                if clause or not (first and scene.units[first - 1].role in ("preposition", "of")):
                    return groups, parts
                spare = spare or groups
            at = first - 1
            continue
        if unit.role in ("boundary", "verb", "be", "have", EFFECT, "modal", "plural_pronoun"):
            break
        at -= 1
    return (spare, parts) if spare else None


def _shared(scene: Scene, group: VerbGroup, done: list[Link]) -> tuple[Group, ...]:
    """The subject of the verb before, where the two are coordinated: "was shot and later died"."""
    at = group.start - 1
    if not done or at < 0 or scene.units[at].role not in ("list_and", "and", "comma"):
        return ()
    last = done[-1]
    between = scene.units[last.end : at]
    if any(unit.role in ("boundary", "verb", EFFECT, FIGURE) for unit in between):
        return ()
    return tuple(replace(found, known=True) for found in last.groups) if len(between) < REACH else ()


def _reduced_before(scene: Scene, group: VerbGroup, done: list[Link]) -> tuple[Group, ...]:
    """The people of a participle that belongs to the subject: "a teenager shot in Mill Lane has died"."""
    if not done or group.start <= done[-1].end or done[-1].end - 1 >= len(scene.units):
        return ()
    last = done[-1]
    before = scene.units[last.end - 1]
    between = scene.units[last.end : group.start]
    plain = before.role == EFFECT and all(
        (unit.role == EFFECT and unit.readings[0].kind == "active")
        or unit.role in (OTHER, NAME, "preposition", "of", "definite", "determiner", "adverb")
        for unit in between
    )
    whole = [scene.by_end.get(found.end - 1, found) for found in last.groups]
    return tuple(replace(found, known=True) for found in whole) if plain else ()


def _is_agent(scene: Scene, groups: tuple[Group, ...], done: list[Link]) -> bool:
    """True for the police of "he was shot by police and died": who did it does not die of it."""
    first = groups[0].start
    return bool(done) and done[-1].end == first - 1 and scene.units[first - 1].word in scene.words.words["agent_by"]


def _doer_before(scene: Scene, group: VerbGroup, found: tuple[Group, ...], done: list[Link]) -> Group | None:
    """The man of "a man stabbed a guard and was shot dead": of two coordinated verbs the subject, not the object."""
    joined = group.start > 0 and scene.units[group.start - 1].role in ("list_and", "and")
    if not joined or group.be is None or not done or not done[-1].groups:
        return None
    last = done[-1]
    if last.groups[0].start <= last.start or found[0].start != last.groups[0].start:
        return None
    before = subject(scene, last.start, None)
    return before[0][0] if before is not None and len(before[0]) == 1 and before[0][0].single else None


def by_subject(scene: Scene, at: int, reading: Reading, done: list[Link], *, group: VerbGroup) -> Link | None:
    """The link of an effect word to the groups before it."""
    found = subject(scene, group.start, group.be)
    if found is None or _is_agent(scene, found[0], done):
        shared = _shared(scene, group, done) or _reduced_before(scene, group, done)
        if shared or found is None:
            return Link(reading.effect, shared, done[-1].start, at + 1) if shared else None
    groups, parts = found
    doer = _doer_before(scene, group, groups, done)
    if doer is not None:
        return Link(reading.effect, (doer,), doer.start, at + 1, doer=True)
    if reading.effect == "harmed" and any(found_group.guessed for found_group in groups):
        return None
    if group.also:
        groups = tuple(replace(found_group, known=False) for found_group in groups)
    return Link(reading.effect, groups, groups[0].start, at + 1, parts)
