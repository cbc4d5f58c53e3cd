"""An incident in, the entities it is in FollowTheMoney out, by ``codebook/crosswalks/ftm.toml``.

An entity is its values, each with the rule that gave it and the reports that tell it; the library that checks them is
asked in ``ftm``.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TypeAlias

from reportedly.codebook.actors import Actor
from reportedly.codebook.crosswalks import Crosswalk, crosswalk
from reportedly.exporting.blame import ATTRIBUTED, Blame, Saying, blamed, sayings, told_by
from reportedly.exporting.described import described, name_of, on_one_line
from reportedly.exporting.parties import known_actor
from reportedly.records.identity import hash_of
from reportedly.records.incidents import Party, Perpetrator, Target, Victim
from reportedly.records.merged import Incident, ToldBy
from reportedly.records.moments import When, day_of
from reportedly.records.places import Where


class Kind(StrEnum):
    """What an id is made for."""

    ADDRESS = "address"
    EVENT = "event"
    LINK = "link"
    NOTE = "note"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of a property, the id of the rule that gave it, and the reports that tell it."""

    value: str
    rule: str
    reports: tuple[ToldBy, ...]


Properties: TypeAlias = Mapping[str, tuple[Stated, ...]]
"""Values by the library's name of their property."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One entity; ``shared`` where other incidents may have the same, so that it is written once."""

    schema: str
    id: str
    properties: Properties
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Withheld:
    """Somebody who is told of and has no entity or no link, and by which rule; ``id`` None where there is no entity."""

    name: str
    rule: str
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What an incident is in FollowTheMoney: its entities, each once, and who is told of and not tied to it.

    ``left_out`` is the id of the rule by which it has none; None where it has some.
    """

    entities: tuple[Entity, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    left_out: str | None = None


@dataclass(slots=True)
class _Sheet:
    """Entities and who has none, as they are found."""

    entities: dict[str, Entity] = field(default_factory=dict)
    withheld: list[Withheld] = field(default_factory=list)

    def add(self, *entities: Entity) -> None:
        for one in entities:
            self.entities.setdefault(one.id, one)


def drawn(incident: Incident) -> Drawn:
    """The entities of an incident, or the id of the rule that leaves it out."""
    for table, code in (("out_type", incident.type), ("out_stage", incident.stage)):
        if (rule := book().look_up(table, code.value)) is not None:
            return Drawn(left_out=str(rule))
    sheet = _Sheet()
    sheet.add(_event(incident))
    if (address := _address(incident)) is not None:
        sheet.add(address)
    _tie_parties(incident, sheet)
    _tie_blamed(incident, sheet)
    _note_sayings(incident, sheet)
    return Drawn(entities=tuple(sheet.entities.values()), withheld=tuple(sheet.withheld))


def entity_id(kind: Kind, *parts: str) -> str:
    """The id of the entity that these parts stand for, the same in every ledger."""
    return f"{book().word('words', 'dataset')}-{hash_of(kind, *parts)}"


def _event(incident: Incident) -> Entity:
    told = incident.reports
    address = _address(incident)
    properties = {
        "name": _stated([name_of(incident)], "event.name", told),
        "summary": _stated(["\n".join(described(incident))], "event.summary", told),
        "keywords": _stated([incident.type.value, incident.stage.value], "event.codes", told),
        "recordId": _stated([incident.id], "event.id", told),
        **_days(incident),
        **_placed(incident),
        "addressEntity": () if address is None else _stated([address.id], "place.entity", told),
        **_cited(told),
    }
    return Entity(schema="Event", id=_event_id(incident), properties=properties)


def _event_id(incident: Incident) -> str:
    return entity_id(Kind.EVENT, incident.id)


def _days(incident: Incident) -> Properties:
    when = incident.when
    if when is None or when.start is None or when.end is None:
        return {}
    told = _tellers(incident, when.claims)
    if (one := _prefix(when)) is not None:
        return {"date": _stated([one], "date.day", told)}
    return {
        "startDate": _stated([day_of(when.start).isoformat()], "date.first", told),
        "endDate": _stated([day_of(when.end).isoformat()], "date.last", told),
    }


def _prefix(when: When) -> str | None:
    """The day, month or year that holds both ends, as much of it as is known; None where none of them does."""
    letters = book().look_up("date_letters", when.precision.value)
    if when.start is None or when.end is None or not isinstance(letters, int):
        return None
    first, last = (day_of(end).isoformat()[:letters] for end in (when.start, when.end))
    return first if first == last else None


def _placed(incident: Incident) -> Properties:
    where = incident.where
    if where is None:
        return {}
    told = _tellers(incident, where.claims)
    return {
        "location": _stated([where.name], "place.named", told),
        "country": _stated([where.country or ""], "place.country", told),
    }


def _address(incident: Incident) -> Entity | None:
    """Where it happened; None where no point is known that is worth one."""
    where = incident.where
    if where is None or where.lat is None or where.lon is None or not _is_point(where):
        return None
    told = _tellers(incident, where.claims)
    properties = {
        "full": _stated([where.name], "place.named", told),
        "country": _stated([where.country or ""], "place.country", told),
        "latitude": _stated([str(where.lat)], "place.point", told),
        "longitude": _stated([str(where.lon)], "place.point", told),
    }
    return Entity(schema="Address", id=entity_id(Kind.ADDRESS, incident.id), properties=properties)


def _is_point(where: Where) -> bool:
    return book().look_up("point", where.precision.value) is not None


def _tie_parties(incident: Incident, sheet: _Sheet) -> None:
    """Targets, victims, sides of a clash and who prevented it, as far as they are somebody with a name."""
    people: tuple[tuple[str, tuple[Target | Victim | Party, ...]], ...] = (
        ("target", incident.targets),
        ("victim", incident.victims),
        ("side", incident.sides),
        ("prevented_by", incident.prevented_by),
    )
    for role, rows in people:
        for row in rows:
            who = _named(incident, row)
            if who is None:
                sheet.withheld.append(Withheld(row.name, "party.nobody"))
                continue
            sheet.add(who, _link(incident, who, role, told=_tellers(incident, row.claims)))


def _named(incident: Incident, row: Target | Victim | Party) -> Entity | None:
    """An actor of the codebook, or a person by his or her own name; None for everybody else and for things."""
    told = _tellers(incident, row.claims)
    if (actor := known_actor(row.actor_id)) is not None:
        return _known(actor, told)
    if isinstance(row, Party) or row.role is None:
        return None
    return _party(incident, row.name, "person", told=told)


def _known(actor: Actor, told: Collection[ToldBy]) -> Entity:
    state = actor.countries[:1] if book().look_up("acts_for_country", actor.kind) is not None else ()
    return Entity(
        schema=book().word("schema_of_actor", actor.kind),
        id=entity_id(Kind.PARTY, actor.id),
        properties={
            "name": _stated([actor.name], "party.name", told),
            "country": _stated(state, "party.country", told),
        },
        shared=True,
    )


def _party(incident: Incident, name: str, schema: str, *, told: Collection[ToldBy]) -> Entity:
    """Somebody of this incident alone."""
    return Entity(
        schema=book().word("schema", schema),
        id=entity_id(Kind.PARTY, incident.id, schema, on_one_line(name).casefold()),
        properties={"name": _stated([name], "party.name", told)},
    )


def _blamed_entity(incident: Incident, name: str, actor_id: str | None, told: Collection[ToldBy]) -> Entity:
    actor = known_actor(actor_id)
    return _party(incident, name, "blamed", told=told) if actor is None else _known(actor, told)


def _tie_blamed(incident: Incident, sheet: _Sheet) -> None:
    def id_of(row: Perpetrator) -> str:
        return _blamed_entity(incident, row.name, row.actor_id, ()).id

    for blame in blamed(incident, key=id_of):
        row = blame.first
        who = _blamed_entity(incident, row.name, row.actor_id, _tellers(incident, row.claims))
        sheet.add(who)
        if blame.rule == ATTRIBUTED:
            sheet.add(_attribution(incident, who, blame))
        else:
            sheet.withheld.append(Withheld(row.name, blame.rule, who.id))


def _attribution(incident: Incident, who: Entity, blame: Blame) -> Entity:
    told = [found for said in blame.words if (found := told_by(incident, said)) is not None]
    words = [
        Stated(
            on_one_line(said.claim.quote),
            "words.quoted",
            () if (found := told_by(incident, said)) is None else (found,),
        )
        for said in blame.words
    ]
    more = {
        "description": _each_once(words),
        "status": _stated([basis.value for basis in blame.bases], "link.basis", told),
    }
    return _link(incident, who, "perpetrator", told=told, more=more, rule=ATTRIBUTED)


def _link(
    incident: Incident,
    who: Entity,
    role: str,
    *,
    told: Collection[ToldBy],
    more: Properties | None = None,
    rule: str = "link.role",
) -> Entity:
    event = _event_id(incident)
    properties = {
        "subject": _stated([who.id], "link.ends", told),
        "object": _stated([event], "link.ends", told),
        "role": _stated([book().word("role", role)], rule, told),
        **(more or {}),
        **_cited(told),
    }
    return Entity(schema="UnknownLink", id=entity_id(Kind.LINK, role, event, who.id), properties=properties)


def _note_sayings(incident: Incident, sheet: _Sheet) -> None:
    for saying in sayings(incident):
        told = () if saying.told is None else (saying.told,)
        who = None if saying.name is None else _blamed_entity(incident, saying.name, saying.actor_id, told)
        if who is not None:
            sheet.add(who)
        sheet.add(_note(incident, saying, who))


def _note(incident: Incident, saying: Saying, who: Entity | None) -> Entity:
    told = () if saying.told is None else (saying.told,)
    about = [_event_id(incident), *(() if who is None else (who.id,))]
    speaker = [book().word("words", "said_by").format(speaker=saying.speaker)] if saying.speaker else []
    properties = {
        "description": _stated([saying.quote], "words.quoted", told),
        "summary": _stated(speaker, "note.speaker", told),
        "keywords": _stated(saying.codes, "note.codes", told),
        "entity": _stated(about, "note.about", told),
        **_cited(told),
    }
    id_ = entity_id(Kind.NOTE, incident.id, saying.said.report_id, saying.said.claim.id)
    return Entity(schema="Note", id=id_, properties=properties)


def _cited(told: Collection[ToldBy]) -> Properties:
    publishers = [Stated(one.publisher, "report.publisher", (one,)) for one in told if one.publisher]
    addresses = [Stated(one.uri, "report.url", (one,)) for one in told if one.uri]
    return {"publisher": _each_once(publishers), "sourceUrl": _each_once(addresses)}


def _tellers(incident: Incident, claims: Collection[str]) -> tuple[ToldBy, ...]:
    """The reports that these claims stand in, in the incident's order."""
    ids = {said.report_id for said in incident.evidence if said.claim.id in claims}
    return tuple(told for told in incident.reports if told.report_id in ids)


def _stated(values: Iterable[str], rule: str, told: Collection[ToldBy]) -> tuple[Stated, ...]:
    """Values that the same reports tell by the same rule; empty ones are none."""
    return tuple(Stated(value, rule, tuple(told)) for value in dict.fromkeys(values) if value.strip())


def _each_once(found: Iterable[Stated]) -> tuple[Stated, ...]:
    """Equal values are one, told by all their reports."""
    by_value: dict[str, Stated] = {}
    for one in found:
        known = by_value.get(one.value)
        reports = one.reports if known is None else tuple(dict.fromkeys((*known.reports, *one.reports)))
        by_value[one.value] = Stated(one.value, one.rule, reports)
    return tuple(by_value.values())


def held(found: Drawn) -> Iterator[Mapping[str, object]]:
    """A line for everybody who is told of and not tied to the incident, and by which rule."""
    for one in found.withheld:
        yield {"not_tied": one.name, **({} if one.id is None else {"object": one.id}), "by": one.rule}


@cache
def book() -> Crosswalk:
    """The rules, words and tables."""
    return crosswalk("ftm")
