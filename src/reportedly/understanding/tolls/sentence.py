"""One sentence in, every effect word of it with the groups it tells of out."""

from dataclasses import replace

from reportedly.records.counts import Count
from reportedly.understanding.tolls.groups import Group
from reportedly.understanding.tolls.links import link_of, number_before, numbered
from reportedly.understanding.tolls.scene import Link, Scene, list_on, verb_group
from reportedly.understanding.tolls.units import EFFECT, FIGURE, NAME, OTHER

_PLACE_ROLES = (OTHER, NAME, "definite", "of", "preposition")
_ILLNESS_REACH = 5
"""How many units may stand between a death and what people died of: "died in an outbreak of cholera"."""
_PARTS_REACH = 10
"""How many units may stand between a figure and its "including"."""


def _next_place(scene: Scene, at: int) -> int | None:
    """Where the figure of the next place starts, from the preposition at ``at``: "in Velm and 11 in Marrow"."""
    units = scene.units
    if at >= len(units) or units[at].role != "preposition":
        return None
    end = at + 1
    while end < min(at + 7, len(units)) and units[end].role in _PLACE_ROLES and units[end].word[0].isalnum():
        end += 1
    mark = end
    while end < len(units) and units[end].role in ("comma", "list_and"):
        end += 1
    return end if end > mark else None


def _continued(scene: Scene, link: Link) -> Link:
    """The link with the figures that go on place by place: "15 in A and 11 in B", "79 in C, 17 in D"."""
    groups, end = list(link.groups), link.end
    while not groups[0].single:
        at = _next_place(scene, end)
        group = scene.by_start.get(at) if at is not None else None
        if group is None or scene.units[group.start].role != FIGURE or group.end >= len(scene.units):
            break
        if scene.units[group.end].role != "preposition" or (group.words and not groups[-1].words):
            break
        groups.append(group)
        end = group.end
    return replace(link, groups=tuple(groups), end=max(end, link.end))


def _with_parts(scene: Scene, link: Link) -> Link:
    """The link with the parts told behind it: "killed ten people, including four children"."""
    for place in range(link.end, min(link.end + _PARTS_REACH, len(scene.units))):
        role = scene.units[place].role
        if role == "including" and place + 1 in scene.by_start:
            return replace(link, parts=link.parts + list_on(scene, place + 1))
        if role in ("boundary", EFFECT, "verb"):
            break
    return link


def _is_bounded(scene: Scene, link: Link) -> bool:
    """As in "None suffered life-threatening injuries": some may have suffered others."""
    inner = scene.text[scene.units[link.end - 1].start : scene.units[link.end - 1].end].lower()
    return any(word in inner for word in scene.words.words["unlimited_not"])


def _doer_too(scene: Scene, link: Link) -> list[Link]:
    """The doer among the dead: "kills three bandmates, self", "killed his wife and himself"."""
    at = link.end
    while at < len(scene.units) and scene.units[at].role in ("comma", "list_and"):
        at += 1
    if at in (link.end, len(scene.units)) or scene.units[at].word not in scene.words.words["reflexive"]:
        return []
    doer = Group(start=at, end=at + 1, count=Count.exactly(1), words=None, camp="attacker", single=True)
    return [Link(link.effect, (doer,), at, at + 1, doer=True)]


def _is_illness(scene: Scene, at: int) -> bool:
    """As in "nine people died of cholera", "a cholera outbreak killed nine": no deaths by anybody's hand."""
    units, words = scene.units, scene.words.words
    after = at + 1
    while after < min(at + 1 + _ILLNESS_REACH, len(units)) and units[after].word in words["dying_of"]:
        after += 1
    if at + 1 < after < len(units) and units[after].word in words["illness"]:
        return True
    before = at - 1
    while before > max(0, at - _ILLNESS_REACH) and units[before].word in words["spreading"]:
        before -= 1
    return before >= 0 and units[before].word in words["illness"]


_YEAR_DIGITS = 4


def _is_life_date(scene: Scene, at: int, link: Link) -> bool:
    """As in "the leader, who died in 2013": the year somebody's life ended, told in passing, and nobody's deed."""
    units = scene.units[at - 1 : at + 3] if at else []
    roles = [unit.role for unit in units]
    told = len(units) > 3 and roles[0] == "relative" and roles[2] == "preposition"  # noqa: PLR2004 ("who died in 2013")
    year = told and units[3].word.isdigit() and len(units[3].word) == _YEAR_DIGITS
    return year and link.effect == "killed" and all(group.single for group in link.groups)


def _denied(link: Link) -> Link | None:
    """As in "the officer was not injured": nobody of that group."""
    if link.effect in ("harmed", "casualties"):
        return None
    groups = tuple(replace(group, count=Count.exactly(0)) for group in link.groups if group.words)
    return Link(link.effect, groups, link.start, link.end) if groups else None


def _settled(scene: Scene, link: Link, *, negated: bool) -> list[Link]:
    """The link as it counts: bounded zeros dropped, denials turned to zeros, places, parts and the doer joined."""
    if not link.groups:
        return [link]
    opening = link.groups[0].start
    if opening and scene.units[opening - 1].word in scene.words.words["unknown"]:
        return []
    if any(found.count.high == 0 for found in link.groups) and _is_bounded(scene, link):
        return []
    if negated and any(found.count.high != 0 for found in link.groups):
        denied = _denied(link)
        return [denied] if denied else []
    whole = _with_parts(scene, _continued(scene, link))
    return [whole, *_doer_too(scene, whole)]


def links_of(scene: Scene) -> list[Link]:
    """Every effect word of a sentence with the groups it tells of, in text order; what only might be is left out."""
    done: list[Link] = []
    for at, unit in enumerate(scene.units):
        if unit.role != EFFECT:
            continue
        group = verb_group(scene, at)
        if group.unreal or (at and scene.units[at - 1].word in scene.words.words["attempted"]):
            continue
        if _is_illness(scene, at):
            continue
        number = number_before(scene, at)
        for reading in unit.readings:
            link = (
                link_of(scene, at, reading, done, group=group)
                if number is None
                else numbered(scene, at, reading, start=number)
            )
            if link is not None:
                if not _is_life_date(scene, at, link):
                    done += _settled(scene, link, negated=group.negated)
                break
    return done
