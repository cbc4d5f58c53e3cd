"""A stretch in, its items out, where it lists deeds at several places: "six died in X, four were killed in Y"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.records.triggers import Doing
from reportedly.understanding.triggers.line import Line
from reportedly.understanding.triggers.readings import Reading, Voice
from reportedly.understanding.triggers.stretches import Stretch


def items_of(line: Line, stretch: Stretch, readings: Sequence[Reading]) -> Iterator[tuple[Stretch, list[Reading]]]:
    """Each item with the readings in it; the whole stretch where it lists nothing.

    An item is cut off at a comma where a place and people hurt are told on both sides; behind the first, a bare "by"
    with a weapon tells of people hurt too ("and five traders by a bomb near Z").
    """
    start, listed = stretch.start, False
    commas = [k for k in range(stretch.start, stretch.end) if line.tokens[k].lower == ","]
    for at, comma in enumerate(commas):
        end = commas[at + 1] if at + 1 < len(commas) else stretch.end
        told = [r for r in readings if start <= r.start < comma]
        if told and line.places(start, comma) and _is_item(line, comma + 1, end, readings, listed=listed):
            yield replace(stretch, start=start, end=comma, listed=True), told
            start, listed = comma + 1, True
    last = [r for r in readings if start <= r.start < stretch.end]
    yield (
        replace(stretch, start=start, listed=listed),
        last or (_by_weapon(line, start, stretch.end) if listed else []),
    )


def _is_item(line: Line, start: int, end: int, readings: Sequence[Reading], *, listed: bool) -> bool:
    """True where ``tokens[start:end]`` tell of people hurt at a place of its own."""
    if start >= end or not line.places(start, end):
        return False
    inside = [r for r in readings if start <= r.start < end]
    if inside:
        return all(r.doing is Doing.HARM and r.voice is Voice.PASSIVE for r in inside)
    return listed and bool(_by_weapon(line, start, end))


def _by_weapon(line: Line, start: int, end: int) -> list[Reading]:
    """The "by a bomb" of an item without a verb, read as the verb of the item before it; [] where none stands there."""
    by = next((k for k in range(start, end) if line.tokens[k].lower in line.words.grammar["by"]), None)
    armed = next((k for k in range(by + 1, end + 1) if line.armed(by, k)), None) if by is not None else None
    return [] if by is None or armed is None else [Reading(by, armed, by, Doing.HARM, None, Voice.PASSIVE)]
