"""A sentence in, what it says did not happen out: "no casualties", "without injuring anyone"."""

from reportedly.records.counts import Count
from reportedly.records.mentions import Toll
from reportedly.records.spans import Span
from reportedly.understanding.tolls.scene import Scene
from reportedly.understanding.tolls.units import EFFECT, FIGURE, Unit

_WINDOW = 9
"""How many units may stand between the negation and the noun: "no immediate reports of damage or casualties"."""

_AFTER = 4
"""How many units behind the noun may say that it is not known yet: "no deaths were immediately reported"."""


def _is_zero(unit: Unit) -> bool:
    return unit.role == "negation" or (unit.role == FIGURE and unit.number == Count.exactly(0))


def _zero_before(scene: Scene, at: int) -> tuple[int, list[Unit]] | None:
    """The place of the negation that bears on the noun at ``at``, and the words between that bound it to a group."""
    limits: list[Unit] = []
    neutral = scene.words.words["neutral_zero"]
    for place in range(at - 1, max(-1, at - _WINDOW), -1):
        unit = scene.units[place]
        if _is_zero(unit):
            return place, limits
        if (
            unit.word in scene.words.words["unlimited_not"]
            or unit.role in ("boundary", "nobody")
            or (unit.role == FIGURE)
        ):
            return None
        if (
            unit.word not in neutral
            and unit.role != "adverb"
            and not all(part in neutral for part in unit.word.split())
        ):
            limits.insert(0, unit)
            if len(limits) > 3:  # noqa: PLR2004
                return None
    return None


def effects_of(effect: str, count: Count) -> tuple[str, ...]:
    """Nobody harmed is nobody killed and nobody injured; else the effect itself."""
    return ("killed", "injured") if effect in ("harmed", "casualties") and count.high == 0 else (effect,)


def _is_unknown(scene: Scene, place: int, at: int) -> bool:
    """True where nobody knows yet: "no immediate reports of deaths", "no deaths immediately known"."""
    words = scene.words.words
    between, after = scene.units[place + 1 : at], scene.units[at + 1 : at + 1 + _AFTER]
    if any(unit.word in words["not_yet"] or unit.word in words["no_news"] for unit in between):
        return True
    if after and after[0].word in words["no_news"]:
        return True
    for unit in after:
        if unit.word in words["not_yet"]:
            return True
        if unit.role not in ("be", "have", "adverb"):
            return False
    return False


def _noun_zero(scene: Scene, at: int) -> list[Toll]:
    unit = scene.units[at]
    reading = next((reading for reading in unit.readings if reading.kind == "noun"), None)
    if reading is None:
        return []
    found = _zero_before(scene, at)
    if found is None or _is_unknown(scene, found[0], at):
        return []
    place, limits = found
    if limits and scene.units[place].role != FIGURE:
        return []
    if any(limit.role in ("verb", "be", "have", EFFECT, "determiner") for limit in limits):
        return []
    span = Span(scene.units[place].start, unit.end)
    where = Span(limits[0].start, limits[-1].end) if limits else None
    group = where.of(scene.text) if where else None
    return [
        Toll(span=span, effect=effect, count=Count.exactly(0), group=group, group_span=where)
        for effect in effects_of(reading.effect, Count.exactly(0))
    ]


def _anyone_zero(scene: Scene, at: int) -> list[Toll]:
    """As in "without injuring anyone"."""
    units = scene.units
    if at + 1 >= len(units) or units[at + 1].role != "any":
        return []
    if not any(_is_zero(unit) for unit in units[max(0, at - 4) : at]):
        return []
    effect = "harmed" if units[at].word in scene.words.words["unharmed"] else units[at].readings[0].effect
    return [
        Toll(span=Span(units[at].start, units[at + 1].end), effect=name, count=Count.exactly(0))
        for name in effects_of(effect, Count.exactly(0))
    ]


def zeros(scene: Scene) -> list[Toll]:
    """The tolls of nobody that a sentence tells by a noun or by "anyone"."""
    found: list[Toll] = []
    for at, unit in enumerate(scene.units):
        if unit.role == EFFECT:
            found += _noun_zero(scene, at) or _anyone_zero(scene, at)
    return found
