"""An incident in, who did it to whom out, as codebooks ask that want one actor and one target.

Claims are weighed by their basis alone: whoever claims an attack stands before whoever is accused of it. By whom it is
said is lost in such a table, and kept in the ledger.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reportedly.codebook.actors import Actor
from reportedly.codebook.book import codebook
from reportedly.codebook.crosswalks import crosswalk
from reportedly.gazetteer.load import load
from reportedly.records.incidents import IncidentFields, Party, Perpetrator, Target, Victim
from reportedly.records.vocabulary import Basis

WEIGHT = (Basis.CLAIMED, Basis.STATED, Basis.ACCUSED, Basis.SUSPECTED)
"""Bases that tie somebody to an incident, the firmest first; a denial ties nobody."""


class Sort(StrEnum):
    """What sort of party somebody is, as codebooks tell them apart."""

    FORCE = "force"
    POLICE = "police"
    GROUP = "group"
    MILITIA = "militia"
    CIVILIANS = "civilians"


ARMED = frozenset({Sort.FORCE, Sort.POLICE, Sort.GROUP, Sort.MILITIA})
STATE = frozenset({Sort.FORCE, Sort.POLICE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One party: ``sort`` None where it is not known, ``country`` the state it acts for or lives in, as far as known.

    ``basis``: how it is tied to the incident; None for everybody but perpetrators.
    """

    name: str
    sort: Sort | None
    country: str | None
    basis: Basis | None = None


def doers(incident: IncidentFields) -> tuple[Side, ...]:
    """Who did it, the firmest basis first, each actor once; empty where nobody is named but by a denial."""
    rows = sorted(
        (row for row in incident.perpetrators if row.basis in WEIGHT), key=lambda row: WEIGHT.index(row.basis)
    )
    found: dict[str, Side] = {}
    for row in rows:
        found.setdefault(row.actor_id or row.name.casefold(), _side(row, row.basis))
    return tuple(found.values())


def sides(incident: IncidentFields) -> tuple[Side, ...]:
    """The sides of a clash in the order told."""
    return tuple(_side(row) for row in incident.sides)


def preventers(incident: IncidentFields) -> tuple[Side, ...]:
    """Who shot it down, defused it or made the arrest."""
    return tuple(_side(row) for row in incident.prevented_by)


def sufferers(incident: IncidentFields) -> tuple[Side, ...]:
    """Those hurt, then those aimed at, whose kind tells a sort; in the order told, each sort and state once."""
    country = None if incident.where is None else incident.where.country
    found: dict[tuple[Sort, str | None], Side] = {}
    told: tuple[Victim | Target, ...] = (*incident.victims, *incident.targets)
    for row in told:
        side = _suffering(row, country)
        if side is not None and side.sort is not None:
            found.setdefault((side.sort, side.country), side)
    return tuple(found.values())


def armed_first(found: Iterable[Side]) -> tuple[Side, ...]:
    """The same with civilians last: they stand beside the armed where both were hit."""
    return tuple(sorted(found, key=lambda side: side.sort not in ARMED))


def sort_of_party(kind: str) -> Sort | None:
    """The sort that a kind of target or victim tells; None where it tells none."""
    word = crosswalk("sorts").look_up("party", kind)
    return Sort(word) if isinstance(word, str) else None


def country_name(code: str | None) -> str | None:
    """A country's name by its ISO 3166-1 alpha-2; None where it is not known."""
    return None if code is None else _name(code)


@cache
def _name(code: str) -> str | None:
    place = load().country(code)
    return None if place is None else place.name


def _side(row: Party | Perpetrator, basis: Basis | None = None) -> Side:
    actor = known_actor(row.actor_id)
    if actor is None:
        return Side(name=row.name, sort=None, country=None, basis=basis)
    word = crosswalk("sorts").look_up("actor", actor.kind)
    sort = Sort(word) if isinstance(word, str) else None
    return Side(name=actor.name, sort=sort, country=_state_of(actor, sort), basis=basis)


def _suffering(row: Target | Victim, country: str | None) -> Side | None:
    """Civilians and forces without a name of their own are those of the country it happened in."""
    sort = sort_of_party(row.kind)
    actor = known_actor(row.actor_id)
    if sort is None:
        return None
    own = None if actor is None else _state_of(actor, sort)
    return Side(name=row.name if actor is None else actor.name, sort=sort, country=own or country)


def _state_of(actor: Actor, sort: Sort | None) -> str | None:
    """Groups fight in several countries, so the first listed is taken for states alone."""
    return actor.countries[0] if actor.countries and sort in STATE else None


@cache
def _actors() -> dict[str, Actor]:
    return {actor.id: actor for actor in codebook().actors}


def known_actor(actor_id: str | None) -> Actor | None:
    """The codebook's actor of that id; None where it has none."""
    return None if actor_id is None else _actors().get(actor_id)
