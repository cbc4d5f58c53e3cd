"""Incidents in, templates of the Fourth Message Understanding Conference out, by ``codebook/crosswalks/muc4.toml``.

The template has 25 slots; 0 and 1 number it. A fill is a value, or a value with the mention it belongs to
(``DEATH: "SOLDIERS"``); several stand on lines of their own. Texts are upper case, as in the official keys.
"""

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

from reportedly.codebook.crosswalks import Crosswalk, crosswalk
from reportedly.exporting.deaths import high_of, low_of
from reportedly.exporting.parties import STATE, Sort, country_name, doers, sort_of_party
from reportedly.exporting.projection import Exported, Projected, Ruled, Tally, ruled_rows
from reportedly.records.counts import Count
from reportedly.records.incidents import IncidentFields, Perpetrator, Target, Victim
from reportedly.records.merged import Incident
from reportedly.records.moments import Moment, When, day_of
from reportedly.records.vocabulary import Basis, IncidentType, Stage


@dataclass(frozen=True, slots=True)
class Fill:
    """One fill of a slot; ``of`` is the mention that a value belongs to, None where it stands for itself."""

    value: str
    of: str | None = None

    @property
    def line(self) -> str:
        """As it is written in a template."""
        return self.value if self.of is None else f'{self.value}: "{self.of}"'


Slots = Mapping[str, tuple[Fill, ...]]
"""The fills of each slot by its short name; an empty one is written ``-``."""

SLOTS = (
    *("incident_date", "incident_location", "incident_type", "incident_stage", "instrument_id", "instrument_type"),
    *("perp_category", "perp_individual", "perp_organization", "perp_confidence", "phys_id", "phys_type"),
    *("phys_number", "phys_nation", "phys_effect", "phys_total", "hum_name", "hum_description", "hum_type"),
    *("hum_number", "hum_nation", "hum_effect", "hum_total"),
)
SEVERAL = Count(2, None)
"""What a plural without a number stands for."""
STRINGS = frozenset(("instrument_id", "perp_individual", "perp_organization", "phys_id", "hum_name", "hum_description"))
"""Slots that are filled with the words of the text, in quotation marks."""


def left_out(incident: IncidentFields, *, told_on: dt.date | None = None) -> str | None:
    """The rule by which an incident has no template; None where it has one. ``told_on`` as for ``slots_of``."""
    if incident.type is IncidentType.ARREST:
        return "out.arrest"
    civilians = any(sort_of_party(one.kind) is Sort.CIVILIANS for one in incident.victims)
    if incident.type is IncidentType.CLASH and not civilians:
        return "out.clash"
    if _is_old(incident.when, told_on):
        return "out.old"
    return None if _is_specific(incident) else "out.vague"


def _is_specific(incident: IncidentFields) -> bool:
    """True where it is told what was hit or with what, or else both when and where, more finely than a country."""
    if incident.victims or incident.targets or incident.weapons:
        return True
    when, where = incident.when, incident.where
    dated = when is not None and when.start is not None
    return dated and where is not None and _book().look_up("wide", where.precision.value) is None


def _is_old(when: When | None, told_on: dt.date | None) -> bool:
    """True for what was over long before it was first reported."""
    if when is None or when.end is None or told_on is None:
        return False
    most = _book().look_up("days", "before_report")
    return isinstance(most, int) and (told_on - day_of(when.end)).days > most


def slots_of(incident: IncidentFields, *, told_on: dt.date | None = None) -> Slots:
    """The slots of an incident that is not left out; ``told_on`` is when it was first reported, None where unknown."""
    book = _book()
    told = {
        "incident_date": _date(incident.when, told_on),
        "incident_location": _location(incident),
        "incident_type": (Fill(book.word("type", incident.type.value)),),
        "incident_stage": (Fill(book.word("stage", incident.stage.value)),),
        **_instruments(incident),
        **_perpetrators(incident),
        **_things(incident),
        **_people(incident),
    }
    return {slot: tuple(_on_one_line(fill) for fill in told.get(slot, ())) for slot in SLOTS}


def _on_one_line(fill: Fill) -> Fill:
    """A name that a report breaks over two lines stands on one."""
    return Fill(" ".join(fill.value.split()), None if fill.of is None else " ".join(fill.of.split()))


def _date(when: When | None, told_on: dt.date | None) -> tuple[Fill, ...]:
    """A day, or the first and last it may have been; where that is not told, on or before the day of the report."""
    if when is None or when.start is None or when.end is None:
        return () if told_on is None else (Fill(f"- {_day(told_on)}"),)
    ends = dict.fromkeys((_day(when.start), _day(when.end)))
    return (Fill(" - ".join(ends)),)


def _day(moment: Moment) -> str:
    day = day_of(moment)
    return f"{day.day:02} {_book().word('month', str(day.month))} {day.year % 100:02}"


def _location(incident: IncidentFields) -> tuple[Fill, ...]:
    where = incident.where
    country = None if where is None else country_name(where.country)
    if where is None or country is None:
        return ()
    named = [country] if where.name.casefold() == country.casefold() else [country, where.name]
    return (Fill(": ".join(named).upper()),)


def _instruments(incident: IncidentFields) -> Mapping[str, tuple[Fill, ...]]:
    book = _book()
    typed = [(book.look_up("instrument", one.code), one) for one in incident.weapons]
    known = [(kind, one) for kind, one in typed if isinstance(kind, str)]
    return {
        "instrument_id": _each(Fill(one.name.upper()) for _, one in known if book.look_up("untold", one.code) is None),
        "instrument_type": _each(Fill(kind, one.name.upper()) for kind, one in known),
    }


def _perpetrators(incident: IncidentFields) -> Mapping[str, tuple[Fill, ...]]:
    """Whom the codebook knows by an id, or several name as a group, is an organisation; anybody else an individual."""
    rows = [row for row in incident.perpetrators if row.basis is not Basis.DENIED]
    state = any(side.sort in STATE for side in doers(incident))
    groups = [row for row in rows if is_organisation(row)]
    return {
        "perp_category": (Fill(_book().word("category", "state" if state else "other")),),
        "perp_individual": _each(Fill(name.upper()) for name in _individuals(incident, rows)),
        "perp_organization": _each(Fill(row.name.upper()) for row in groups),
        "perp_confidence": _each(
            Fill(_book().word("confidence", row.basis.value), row.name.upper()) for row in _firmest(groups)
        ),
    }


def _individuals(incident: IncidentFields, rows: Iterable[Perpetrator]) -> Iterator[str]:
    """Those named who are no organisation, and what those are called whom nobody could name."""
    yield from (row.name for row in rows if not is_organisation(row))
    if incident.attackers is not None and incident.attackers.name is not None:
        yield incident.attackers.name


def is_organisation(row: Perpetrator) -> bool:
    """True for a name the codebook knows by an id, for whoever claims, and for a name in capitalised words."""
    return row.actor_id is not None or row.basis is Basis.CLAIMED or row.name.istitle()


def _firmest(rows: Iterable[Perpetrator]) -> Iterable[Perpetrator]:
    """Each name once, with the firmest basis it has."""
    order = (Basis.CLAIMED, Basis.STATED, Basis.ACCUSED, Basis.SUSPECTED)
    found: dict[str, Perpetrator] = {}
    for row in sorted(rows, key=lambda row: order.index(row.basis)):
        found.setdefault(row.name.casefold(), row)
    return found.values()


def _things(incident: IncidentFields) -> Mapping[str, tuple[Fill, ...]]:
    """Targets that are no people, neither by their names nor as victims.

    What an explosion or a fire reached took damage, what it did not reach took none.
    """
    book = _book()
    things = [one for one in incident.targets if _is_thing(one, incident)]
    explosive = book.look_up("damaging", incident.type.value) is not None
    effect = book.look_up("effect", incident.stage.value) if explosive else None
    names = [one.name.upper() for one in things]
    return {
        "phys_id": _each(Fill(name) for name in names),
        "phys_type": _each(Fill(book.word("thing", one.kind), one.name.upper()) for one in things),
        "phys_number": _each(
            Fill(told, one.name.upper()) for one in things if (told := _things_number(one)) is not None
        ),
        "phys_effect": _each(Fill(effect, name) for name in names if isinstance(effect, str)),
    }


def _is_thing(target: Target, incident: IncidentFields) -> bool:
    """True for what was attacked itself and is no people."""
    book = _book()
    if not isinstance(book.look_up("thing", target.kind), str) or target.role is not None:
        return False
    if book.look_up("at_people", incident.type.value) is not None:
        return False
    if book.look_up("people_or_thing", target.kind) is not None and target.count is None:
        return False
    return target.name.casefold() not in {row.name.casefold() for row in incident.victims}


def _things_number(target: Target) -> str | None:
    """A number that is told; a plural alone is none."""
    return None if target.count is None or target.count == SEVERAL else _figure(target.count)


def _people(incident: IncidentFields) -> Mapping[str, tuple[Fill, ...]]:
    book = _book()
    rows: list[Victim | Target] = [one for one in incident.victims if book.look_up("doers", one.kind) is None]
    known = {one.name.casefold() for one in rows}
    rows += [
        one
        for one in incident.targets
        if (one.role is not None or book.look_up("aimed_at", one.kind)) and one.name.casefold() not in known
    ]
    named = [row for row in rows if row.role is not None]
    described = [row for row in rows if row.role is None]
    return {
        "hum_name": _each(Fill(row.name.upper()) for row in named),
        "hum_description": _each(
            [Fill(str(row.role).upper(), row.name.upper()) for row in named if row.role]
            + [Fill(row.name.upper()) for row in described]
        ),
        "hum_type": _each(Fill(str(book.look_up("person", row.kind) or "CIVILIAN"), row.name.upper()) for row in rows),
        "hum_number": _each(Fill(number, row.name.upper()) for row in rows if (number := _number(row)) is not None),
        "hum_effect": _each(Fill(effect, row.name.upper()) for row in rows for effect in _effects(row, incident)),
    }


def _number(row: Victim | Target) -> str | None:
    """How many they are: one for a person by name, else the figure that tells their loss; a plural alone is none."""
    if row.role is not None:
        return "1"
    if isinstance(row, Target):
        return None
    figures = [one for one in (row.killed, row.injured, row.abducted) if one is not None and low_of(one)]
    most = max(figures, key=low_of, default=None)
    return None if most is None or most == SEVERAL else _figure(most)


def _figure(count: Count) -> str:
    if count.high is None:
        return f"{count.low} -"
    return f"{count.low}" if count.low == count.high else f"{low_of(count)} - {high_of(count)}"


def _effects(row: Victim | Target, incident: IncidentFields) -> Iterator[str]:
    book = _book()
    if isinstance(row, Target):
        if incident.stage in (Stage.THWARTED, Stage.ATTEMPTED):
            yield book.word("loss", "unhurt")
        return
    losses = [
        word
        for word, count in (("killed", row.killed), ("injured", row.injured))
        if count is not None and low_of(count) > 0
    ]
    yield from (book.word("loss", word) for word in losses)
    if not losses and (row.killed is not None or row.injured is not None):
        yield book.word("loss", "unhurt")


def _each(fills: Iterable[Fill]) -> tuple[Fill, ...]:
    """Each fill once, in order."""
    return tuple(dict.fromkeys(fills))


def project(incident: Incident) -> Projected:
    """The template of an incident, its fills a line each, or why it has none."""
    told_on = min((day_of(one.published) for one in incident.reports if one.published is not None), default=None)
    if (reason := left_out(incident, told_on=told_on)) is not None:
        return Projected(left_out=reason)
    slots = slots_of(incident, told_on=told_on)
    return Projected(({slot: Ruled(_written(slot, slots[slot]), slot) for slot in SLOTS},))


def _written(slot: str, fills: Iterable[Fill]) -> str | None:
    lines = (f'"{fill.value}"' if slot in STRINGS and fill.of is None else fill.line for fill in fills)
    return "\n".join(lines) or None


def write_muc4(incidents: Iterable[Incident], stream: BinaryIO, rules: BinaryIO) -> Exported:
    """Writes a template an incident, numbered from 1, slots by their official names, a blank line between two."""
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="", write_through=True)
    tally = Tally(_book())
    try:
        for number, row in enumerate(ruled_rows(incidents, rules, tally=tally, project=project), start=1):
            text.write(f"{_book().word('slot', 'template'):<34}{number}\n")
            for slot in SLOTS:
                first, *others = str(row[slot].value or "-").split("\n")
                text.write(f"{_book().word('slot', slot):<34}{first}\n")
                text.writelines(f"{'':<34}{line}\n" for line in others)
            text.write("\n")
        return tally.exported()
    finally:
        text.detach()


@cache
def _book() -> Crosswalk:
    return crosswalk("muc4")
