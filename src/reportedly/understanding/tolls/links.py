"""An effect word among the units and groups of its sentence in, the groups it tells of out."""

from dataclasses import replace

from reportedly.languages.tolls import Reading
from reportedly.records.counts import Count
from reportedly.understanding.tolls.groups import Group
from reportedly.understanding.tolls.scene import Link, Scene, VerbGroup, list_back, list_on
from reportedly.understanding.tolls.subjects import by_subject, named_before
from reportedly.understanding.tolls.units import AGE, EFFECT, FIGURE, NAME, OTHER, PERSON

_FULL_NAME = 2
"""A name of so many words is a person's; a single one may be a place's ("Velm's killings")."""
_SPARED_REACH = 3
"""How many units in front of its verb group hold who "is safe": "all crew members"."""
_NUMBER_REACH = 7
"""How many units may stand between "number of", its effect word and its figure."""
_UNLISTED_WORDS = 4
"""A phrase for somebody in no list has at most so many words: "prominent religious scholar"."""
_NAME_WORDS = 5
"""A name in a text without capitals has at most so many words; Latin American names of the 1980s have up to five."""


def _widened(scene: Scene, at: int, groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups, the first with the plain words in front of it: they modify it in headlines ("US Service Member")."""
    first = groups[0]
    if first.opened or first.start == at or first.words is None:
        return groups
    return (replace(first, start=at, words=(scene.units[at].start, first.words[1])), *groups[1:])


def _object(scene: Scene, at: int, *, reach: int) -> tuple[Group, ...]:
    """The groups right behind the effect word whose end is ``at``, at most ``reach`` plain words further on."""
    for place in range(at, min(at + reach + 1, len(scene.units))):
        if place in scene.by_start:
            return _widened(scene, at, list_on(scene, place))
        if scene.units[place].role != "adverb" and not (
            (place == at or scene.heading) and scene.units[place].role == OTHER and scene.units[place].word[0].isalnum()
        ):
            break
    return ()


def _object_fits(scene: Scene, groups: tuple[Group, ...], reading: Reading) -> bool:
    first = groups[0]
    if any(group.guessed for group in groups) and reading.effect == "harmed":
        return False
    if first.bare and not first.partitive and first.end < len(scene.units):
        after = scene.units[first.end]
        if after.word in scene.words.words["not_people"]:
            return False
        if after.role in (OTHER, NAME) and after.word[0].isalnum():
            return False
    if reading.kind == "active" and not first.opened and _is_anybody(scene, first):
        return False
    if reading.effect == "harmed" and reading.kind == "active":
        return first.opened and not (first.known and not first.single)
    return True


def _is_anybody(scene: Scene, group: Group) -> bool:
    """True for a lone general word: "they go on killing people" counts nobody."""
    return group.end - group.start == 1 and scene.units[group.start].word in scene.words.words["generic"]


def _last_name(scene: Scene, at: int) -> tuple[Group, ...]:
    """A single last name of somebody named in full before: "killing Vell"."""
    unit = scene.units[at] if at < len(scene.units) else None
    after = scene.units[at + 1] if at + 1 < len(scene.units) else None
    if unit is None or unit.role != NAME or (after is not None and after.role in (NAME, PERSON)):
        return ()
    if not named_before(scene, at):
        return ()
    stretch = (unit.start, unit.end)
    return (Group(start=at, end=at + 1, count=Count.exactly(1), words=stretch, named=True, single=True),)


def _unlisted(scene: Scene, at: int) -> tuple[Group, ...]:
    """One person whose word is in no list, behind a verb that only people suffer: "shot dead a religious scholar"."""
    units, end = scene.units, at + 1
    if at >= len(units) or units[at].role != "determiner":
        return ()
    while end < min(at + 1 + _UNLISTED_WORDS, len(units)) and units[end].role in (OTHER, NAME):
        if not units[end].word[0].isalpha():
            break
        end += 1
    closed = (
        end == len(units)
        or units[end].role in ("preposition", "comma", "boundary", "list_and")
        or (not units[end].word[0].isalnum())
    )
    if end == at + 1 or not closed or units[end - 1].word in scene.words.words["not_people"]:
        return ()
    stretch = (units[at + 1].start, units[end - 1].end)
    return (Group(start=at, end=end, count=Count.exactly(1), words=stretch, single=True),)


def _uncased_name(scene: Scene, start: int) -> tuple[Group, ...]:
    """The words behind "murder of" in a text whose capitals say nothing, taken for one person's name."""
    end = start
    while (
        end < len(scene.units)
        and end < start + _NAME_WORDS
        and scene.units[end].role == OTHER
        and scene.units[end].word[0].isalpha()
    ):
        end += 1
    if end - start < 2:  # noqa: PLR2004
        return ()
    stretch = (scene.units[start].start, scene.units[end - 1].end)
    return (Group(start=start, end=end, count=Count.exactly(1), words=stretch, named=True, single=True),)


def by_object(scene: Scene, at: int, reading: Reading, *, skip: int = 1) -> Link | None:
    """The link of an effect word to the groups behind it; ``skip``: units from the word to its object."""
    groups = _object(scene, at + skip, reach=0 if reading.effect == "harmed" else 2)
    if not groups and reading.effect != "harmed":
        groups = _last_name(scene, at + skip)
    if not groups and scene.units[at].word in scene.words.words["slaying"]:
        groups = _unlisted(scene, at + skip)
    if not groups and skip > 1 and not scene.cased:
        groups = _uncased_name(scene, at + skip)
    if not groups or not _object_fits(scene, groups, reading):
        return None
    return Link(reading.effect, groups, at, groups[-1].end)


def _has_doer(scene: Scene, verb: int) -> bool:
    """True where a doer stands right before the verb: "Gunman killed civilians", not "the wounded soldiers"."""
    before = scene.units[verb - 1] if verb else None
    return (
        before is not None
        and before.role in ("relative", NAME, "person", OTHER, "comma", "list_and")
        and before.word != "."
    )


def _is_missed(scene: Scene, at: int) -> bool:
    """True for "shot at police": aimed at, perhaps not hit; a headline's "Five men shot at party" is a place."""
    aimed = at + 1 < len(scene.units) and scene.units[at + 1].word in scene.words.words["missed"]
    return aimed and not (scene.heading and at + 2 not in scene.by_start)


def _is_nominal(scene: Scene, at: int) -> bool:
    """True for people named by what befell them: "visited the wounded"; not "two of the wounded soldiers"."""
    if not at or scene.units[at - 1].word not in scene.words.words["article"]:
        return False
    if at > 1 and scene.units[at - 2].role == "of":
        return False
    following = [unit.role for unit in scene.units[at + 1 : at + 3]]
    return not following or not (following[0] in (PERSON, AGE, FIGURE, NAME) or following == [OTHER, PERSON])


def _is_active(scene: Scene, at: int, adjacent: Group | None) -> bool:
    """True where something nobody counts is the object: "shot the dog"; not "two wounded soldiers"."""
    following = scene.units[at + 1].role if at + 1 < len(scene.units) else ""
    if following == PERSON and adjacent is not None and adjacent.bare:
        return False
    return following in ("definite", "determiner", "pronoun", FIGURE, PERSON)


def participle(scene: Scene, at: int, reading: Reading, done: list[Link], *, group: VerbGroup) -> Link | None:
    """As in "were killed", "26 killed", "killed two soldiers"."""
    units = scene.units
    if group.be is None and at and units[at - 1].role in ("determiner", "definite") and reading.effect == "harmed":
        return None
    if group.be is None and _is_nominal(scene, at):
        return None
    if group.be is not None:
        return by_subject(scene, at, reading, done, group=group)
    if reading.effect == "harmed" and _is_missed(scene, at):
        return None
    adjacent = scene.by_end.get(group.start - 1)
    link = by_object(scene, at, reading)
    if link is not None and not link.groups[0].opened and not _has_doer(scene, group.start):
        link = None
    if link is not None:
        last = link.end
        passive_next = (
            last < len(units)
            and units[last].role == EFFECT
            and units[last].readings[0].kind in ("participle", "adjective")
        )
        if not (adjacent is not None and passive_next):
            return link
    if adjacent is not None and adjacent.inner is not None:
        return Link(reading.effect, (replace(adjacent, count=adjacent.inner, single=False),), adjacent.start, at + 1)
    if _is_active(scene, at, adjacent):
        return None
    if adjacent is not None or scene.heading or (group.start and units[group.start - 1].role in ("comma", "relative")):
        return by_subject(scene, at, reading, done, group=group)
    return by_subject(scene, at, reading, done, group=group) if _reduced(scene, group.start) else None


def _reduced(scene: Scene, start: int) -> bool:
    """True where a group stands within a few units of plain words before ``start``: "a man in the car shot"."""
    for place in range(start - 1, max(-1, start - 6), -1):
        group = scene.by_end.get(place)
        if group is not None:
            return group.opened and not group.known
        if scene.units[place].role not in (OTHER, NAME, "preposition", "of", "definite"):
            return False
    return False


def adjective(scene: Scene, at: int, reading: Reading, done: list[Link], *, group: VerbGroup) -> Link | None:
    """As in "were dead", "three dead", "one of them fatally"."""
    if group.be is not None:
        link = by_subject(scene, at, reading, done, group=group)
        return replace(link, state=reading.kind == "state") if link else None
    near = scene.by_end.get(group.start - 1)
    if (
        near is None
        or not (near.opened or scene.heading)
        or (at + 1 in scene.by_start and not scene.by_start[at + 1].opened)
    ):
        return None
    groups = list_back(scene, group.start - 1)
    return Link(reading.effect, groups, groups[0].start, at + 1, state=reading.kind == "state")


def noun(scene: Scene, at: int, reading: Reading) -> Link | None:
    """As in "two deaths", "62 confirmed injuries", "claimed 12 lives"."""
    words = scene.words.words
    unit = scene.units[at]
    for place in range(at - 1, max(-1, at - 4), -1):
        before = scene.units[place]
        if before.role == FIGURE and before.number is not None and before.number.high != 0:
            if unit.word in words["needing"] and not _needed(scene, place, at):
                return None
            group = Group(start=place, end=at + 1, count=before.number, words=None, bare=True)
            return Link(reading.effect, (group,), place, at + 1)
        if (
            before.role not in (OTHER, NAME, "adverb", "more", "of", "comma", EFFECT)
            or before.word in words["unlimited_not"]
        ):
            return None
    return None


def _needed(scene: Scene, place: int, at: int) -> bool:
    wanted = scene.words.words["needs_verb"]
    around = scene.units[max(0, place - 3) : place] + scene.units[at + 1 : at + 4]
    return any(unit.word in wanted for unit in around)


def toll(scene: Scene, at: int, reading: Reading, *, reach: int = 12) -> Link | None:
    """As in "the death toll rose from 10 to 12"."""
    units = scene.units
    best: int | None = None
    for place in range(at + 1, min(at + reach, len(units))):
        unit = units[place]
        if unit.role == FIGURE and unit.number is not None and units[place - 1].role != "definite":
            best = place
            if not (
                place + 2 < len(units)
                and units[place + 1].word in scene.words.words["to"]
                and units[place + 2].role == FIGURE
            ):
                break
        elif unit.word == ";":
            break
    if best is None:
        return None
    group = scene.by_start.get(best) or Group(
        start=best, end=best + 1, count=units[best].number or Count.exactly(1), words=None, bare=True
    )
    return Link(reading.effect, (replace(group, known=False),), at, group.end)


def numbered(scene: Scene, at: int, reading: Reading, *, start: int) -> Link | None:
    """As in "put the number of soldiers killed at 30": "number" at ``start``, the effect word at ``at``."""
    found = toll(scene, at, reading, reach=_NUMBER_REACH)
    if found is None or found.groups[0].guessed:
        return None
    people = scene.by_end.get(at - 1)
    figure = found.groups[0]
    if people is not None and figure.words is None:
        figure = replace(figure, words=people.words, camp=people.camp)
    return replace(found, groups=(figure,), start=start)


def number_before(scene: Scene, at: int) -> int | None:
    """The place of "number" in "the number of soldiers killed", the effect word at ``at``; None where none is."""
    for place in range(at - 1, max(0, at - _NUMBER_REACH), -1):
        unit = scene.units[place]
        if unit.role == "of":
            return place - 1 if scene.units[place - 1].word in scene.words.words["number"] else None
        if unit.role not in (OTHER, NAME, PERSON, "definite", "adverb"):
            return None
    return None


def _owned(scene: Scene, at: int, reading: Reading) -> Link | None:
    """As in "the teenager's murder", "Omar Vell's killing": the owner is who died."""
    owner = scene.units[at - 1] if at else None
    if owner is None or not owner.word.endswith(scene.words.owner_endings):
        return None
    base = owner.word[: owner.word.rfind(owner.word[-2:])]
    kind = scene.words.people.get(base, "")
    named = owner.role == NAME and not kind
    if not (named or kind.endswith("one") or base.endswith(scene.words.year_olds)):
        return None
    first = at - 1
    while named and first and scene.units[first - 1].role == NAME:
        first -= 1
    if named and at - first < _FULL_NAME and owner.word[: len(base)] not in scene.surnames:
        return None
    start, end = scene.units[first].start, owner.start + len(base)
    known = not named and first > 0 and scene.units[first - 1].role == "definite"
    group = Group(
        start=first, end=at, count=Count.exactly(1), words=(start, end), known=known, named=named, single=True
    )
    return Link(reading.effect, (group,), first, at + 1)


def spared(scene: Scene, at: int, reading: Reading, done: list[Link], *, group: VerbGroup) -> Link | None:
    """As in "the crew is safe" (nobody was hurt), "the driver was unhurt" (he was not)."""
    if group.negated or not (group.be or scene.heading):
        return None
    before = scene.units[max(0, group.start - _SPARED_REACH) : group.start]
    who = [unit.word in scene.words.words["everybody"] for unit in before]
    if any(who) and (who[-1] or before[-1].role == PERSON):
        if any(unit.role == FIGURE for unit in before):
            return None
        nobody = Group(start=at, end=at + 1, count=Count.exactly(0), words=None, bare=True)
        return Link(reading.effect, (nobody,), group.start, at + 1)
    link = by_subject(scene, at, reading, done, group=group) if group.be else None
    if link is None or any(found.words is None or found.bare for found in link.groups):
        return None
    return replace(link, groups=tuple(replace(found, count=Count.exactly(0)) for found in link.groups), parts=())


def _behind(scene: Scene, at: int) -> str:
    """The text behind the unit at ``at``, lower case."""
    return scene.text[scene.units[at].end : scene.units[-1].end].lower().lstrip()


def _passive(scene: Scene, at: int, reading: Reading, done: list[Link], *, group: VerbGroup) -> Link | None:
    """As in "five people were buried", "he was buried": people counted or told of before; not "under rubble"."""
    if group.be is None or _behind(scene, at).startswith(tuple(scene.words.words["buried_by"])):
        return None
    link = by_subject(scene, at, reading, done, group=group)
    known = link is not None and all(_is_counted(scene, found) or found.known for found in link.groups)
    return link if known else None


def _is_counted(scene: Scene, group: Group) -> bool:
    """True for people told with a number, not for a plural without one."""
    return scene.units[group.start].role == FIGURE


def _fallen(scene: Scene, at: int, reading: Reading, done: list[Link], *, group: VerbGroup) -> Link | None:
    """As in "five members of the army fell and eleven others were wounded"; not "a soldier fell from a wall"."""
    words, after = scene.words.words, at + 1
    joined = after + 1 < len(scene.units) and scene.units[after].role in ("and", "list_and", "comma")
    closed = (
        after == len(scene.units)
        or scene.units[after].word == "."
        or scene.units[after].role == "boundary"
        or (joined and after + 1 in scene.by_start)
        or _behind(scene, at).startswith(tuple(words["in_battle"]))
    )
    link = by_subject(scene, at, reading, done, group=group) if closed else None
    if link is None or not link.groups or group.be is not None or link.start >= at:
        return None
    people = {unit.word for unit in scene.units[link.groups[0].start : group.start]}
    return None if people.isdisjoint(words["forces"]) else link


def _lying(scene: Scene, at: int, reading: Reading, done: list[Link], *, group: VerbGroup) -> Link | None:
    """As in "eleven people are in the regional hospital": a number of them, who visit nobody there."""
    link = adjective(scene, at, reading, done, group=group) if group.be is not None else None
    counted = link is not None and bool(link.groups) and _is_counted(scene, link.groups[0])
    return replace(link, state=True) if link is not None and counted else None


def _taken(scene: Scene, at: int, reading: Reading, done: list[Link], *, group: VerbGroup) -> Link | None:
    """As in "the four were seized", "four people are missing", where the text tells of captives."""
    after = scene.units[at + 1].word if at + 1 < len(scene.units) else ""
    if not scene.captives or group.be is None or after in scene.words.words["taken_elsewhere"]:
        return None
    link = by_subject(scene, at, reading, done, group=group)
    counted = link is not None and bool(link.groups) and not link.groups[0].single
    opening = scene.units[link.groups[0].start] if link is not None and counted else None
    return link if opening is not None and opening.role in (FIGURE, "definite") else None


def _restated(scene: Scene, at: int, reading: Reading) -> Link | None:
    """As in "the minister had spoken of nine", "the government's count is four gendarmes": of whatever was counted.

    The figure alone is the toll: the words before it may be those of whoever tells of the speaker.
    """
    place = at + 1
    while place < len(scene.units) and scene.units[place].role == "adverb":
        place += 1
    group = scene.by_start.get(place)
    if group is None or scene.units[place].role != FIGURE or group.guessed or group.partitive:
        return None
    after = scene.units[group.end] if group.end < len(scene.units) else None
    if group.bare and after is not None and after.role in (OTHER, NAME, EFFECT) and after.word[0].isalnum():
        return None
    return Link(reading.effect, (group,), group.start, group.end)


def link_of(scene: Scene, at: int, reading: Reading, done: list[Link], *, group: VerbGroup) -> Link | None:
    """What one reading of the effect word at ``at`` links to."""
    kind = reading.kind
    if kind == "participle":
        return participle(scene, at, reading, done, group=group)
    if kind == "active":
        return by_object(scene, at, reading)
    if kind == "intransitive":
        return by_subject(scene, at, reading, done, group=group)
    if kind in ("adjective", "state"):
        return adjective(scene, at, reading, done, group=group)
    if kind == "noun":
        return noun(scene, at, reading)
    if kind == "noun_of":
        if at and scene.units[at - 1].number == Count.exactly(0):
            return None
        following = at + 1 < len(scene.units) and scene.units[at + 1].role == "of"
        return by_object(scene, at, reading, skip=2) if following else _owned(scene, at, reading)
    if kind == "among":
        named = by_object(scene, at, reading)
        return replace(named, groups=(), parts=named.groups) if named else None
    if kind == "member":
        whole = by_subject(scene, at, reading, done, group=group)
        return replace(whole, groups=(), parts=whole.groups) if whole else None
    if kind == "passive":
        return _passive(scene, at, reading, done, group=group)
    if kind == "fallen":
        return _fallen(scene, at, reading, done, group=group)
    if kind == "lying":
        return _lying(scene, at, reading, done, group=group)
    if kind == "taken":
        return _taken(scene, at, reading, done, group=group)
    if kind == "restated":
        return _restated(scene, at, reading)
    if kind == "spared":
        return spared(scene, at, reading, done, group=group)
    if kind == "toll":
        return toll(scene, at, reading)
    if kind == "self":
        one = Group(start=at, end=at + 1, count=Count.exactly(1), words=None, known=False, camp="attacker", single=True)
        return Link(reading.effect, (one,), at, at + 1, doer=True)
    return None
