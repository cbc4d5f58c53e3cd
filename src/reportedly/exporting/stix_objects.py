"""An incident in, the objects it is in STIX 2.1 out, but for who is blamed, by ``codebook/crosswalks/stix.toml``.

An object is its properties, each with the rule that gave it; the library that checks them is asked in ``stix``.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeAlias

from reportedly.codebook.crosswalks import Crosswalk, crosswalk
from reportedly.exporting.described import described, name_of, on_one_line
from reportedly.exporting.parties import known_actor
from reportedly.records.identity import hash_of
from reportedly.records.incidents import Party, Target, Victim
from reportedly.records.merged import Incident, ToldBy
from reportedly.records.moments import Moment
from reportedly.records.places import Where

NAMESPACE = uuid.UUID("08e7d7b4-be79-5a3d-a6d4-07f77a247a44")
"""Our own, the UUIDv5 of the name stix.reportedly in the namespace of DNS; to change it changes every id."""


class Kind(StrEnum):
    """The types of objects that are written, by their names in STIX."""

    BUNDLE = "bundle"
    IDENTITY = "identity"
    INCIDENT = "incident"
    LOCATION = "location"
    NOTE = "note"
    RELATIONSHIP = "relationship"


@dataclass(frozen=True, slots=True)
class Given:
    """A property's value (text, number, time, list) and the id of the rule that gave it."""

    value: object
    rule: str


Properties: TypeAlias = Mapping[str, Given]


@dataclass(frozen=True, slots=True, kw_only=True)
class StixObject:
    """One object; ``shared`` where other incidents may have the same, so that it is written once."""

    kind: Kind
    id: str
    properties: Properties
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An incident of which at least one report has a date: the first of these dates, and the last."""

    incident: Incident
    first: dt.datetime
    last: dt.datetime

    @property
    def id(self) -> str:
        """Its id in STIX."""
        return stix_id(Kind.INCIDENT, self.incident.id)


def dated(incident: Incident) -> Dated | None:
    """The incident with the dates of its reports; None where no report has one."""
    told = [instant(one.published) for one in incident.reports if one.published is not None]
    return Dated(incident=incident, first=min(told), last=max(told)) if told else None


def instant(moment: Moment) -> dt.datetime:
    """The first instant of a day; a time without a zone is UTC."""
    if not isinstance(moment, dt.datetime):
        return dt.datetime.combine(moment, dt.time.min, dt.UTC)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)


def left_out(incident: Incident) -> str | None:
    """The rule by which an incident has no objects; None where it has some."""
    for table, code in (("out_type", incident.type), ("out_stage", incident.stage)):
        if (rule := book().look_up(table, code.value)) is not None:
            return str(rule)
    return "out.no_report_date" if dated(incident) is None else None


def stix_id(kind: Kind, *parts: str) -> str:
    """The id of the object that these parts stand for."""
    return f"{kind}--{uuid.uuid5(NAMESPACE, hash_of(kind, *parts))}"


def incident_object(one: Dated) -> StixObject:
    """The incident itself."""
    incident = one.incident
    properties = {
        **_times(one),
        "name": Given(name_of(incident), "name.own"),
        "description": Given("\n".join(described(incident)), "description.own"),
        "labels": Given([incident.type.value, incident.stage.value], "labels.codes"),
        "external_references": Given(_cited(incident), "reports.cited"),
    }
    return made(Kind.INCIDENT, one.id, properties)


def _times(one: Dated) -> Properties:
    return {"created": Given(one.first, "time.first_report"), "modified": Given(one.last, "time.last_report")}


def _cited(incident: Incident) -> list[Mapping[str, str]]:
    own = {"source_name": book().word("words", "own"), "external_id": incident.id}
    return [own, *cited(incident.reports)]


def cited(reports: Iterable[ToldBy]) -> list[Mapping[str, str]]:
    """References to reports, each once."""
    found: dict[str, Mapping[str, str]] = {}
    for told in reports:
        url = {"url": told.uri} if told.uri else {}
        name = told.publisher or book().word("words", "no_publisher")
        found.setdefault(told.report_id, {"source_name": name, **url, "external_id": told.report_id})
    return list(found.values())


def location_object(one: Dated) -> StixObject | None:
    """Where it happened; None where neither a country nor a point is known, as a location needs one of them."""
    where = one.incident.where
    if where is None or not (where.country or _has_point(where)):
        return None
    properties = {**_times(one), "name": Given(on_one_line(where.name), "place.named"), **_placed(where)}
    return made(Kind.LOCATION, stix_id(Kind.LOCATION, one.incident.id), properties)


def _has_point(where: Where) -> bool:
    fine = book().look_up("point", where.precision.value) is not None
    return fine and where.lat is not None and where.lon is not None


def _placed(where: Where) -> Properties:
    point = _has_point(where)
    metres = None if where.radius_km is None or not point else where.radius_km * 1000
    name = book().word("words", "gazetteer")
    ids = [{"source_name": name, "external_id": where.place_id}] if where.place_id else None
    return {
        "country": Given(where.country or None, "place.country"),
        "latitude": Given(where.lat if point else None, "place.point"),
        "longitude": Given(where.lon if point else None, "place.point"),
        "precision": Given(metres, "place.radius"),
        "external_references": Given(ids, "place.gazetteer"),
    }


def identity(one: Dated, row: Party | Target | Victim, class_: Given, *, among: str) -> StixObject:
    """Who that is: an actor of the codebook, else somebody of this incident alone, of the class that is given.

    ``among`` keeps namesakes of one incident apart: the police who were shot at, and the police who are accused.
    """
    if (actor := known_actor(row.actor_id)) is not None:
        properties = {
            **dict.fromkeys(("created", "modified"), Given(one.first, "time.first_mention")),
            "name": Given(actor.name, "identity.name"),
            "identity_class": Given(book().word("class_of_actor", actor.kind), "class.actor"),
        }
        return made(Kind.IDENTITY, stix_id(Kind.IDENTITY, actor.id), properties, shared=True)
    name = on_one_line(row.name)
    properties = {**_times(one), "name": Given(name, "identity.name"), "identity_class": class_}
    id_ = stix_id(Kind.IDENTITY, one.incident.id, among, str(class_.value), name.casefold())
    return made(Kind.IDENTITY, id_, properties)


def untold() -> Given:
    """The class of somebody of whom no kind is told."""
    return Given(book().word("class", "untold"), "class.untold")


@dataclass(frozen=True, slots=True)
class Tie:
    """Who is tied to an incident without blame, and how: a key of the crosswalk's relations, and the rule."""

    identity: StixObject
    relation: str
    rule: str


def ties(one: Dated) -> Iterator[Tie]:
    """Targets and victims that are somebody, sides of a clash, and who prevented it."""
    incident = one.incident
    for relation, rule, rows in (
        ("target", "relation.targets", incident.targets),
        ("victim", "relation.victim", incident.victims),
    ):
        for row in rows:
            if (class_ := _class(row, f"class_of_{relation}")) is not None:
                yield Tie(identity(one, row, class_, among="hit"), relation, rule)
    for relation, rule, parties in (
        ("side", "relation.side", incident.sides),
        ("prevented_by", "relation.prevented", incident.prevented_by),
    ):
        yield from (Tie(identity(one, party, untold(), among=relation), relation, rule) for party in parties)


def _class(row: Target | Victim, table: str) -> Given | None:
    """The class of a target or victim; None for a thing that the codebook knows as nobody."""
    if row.role is not None:
        return Given(book().word("class", "person"), "class.person")
    word = book().look_up(table, row.kind)
    if word is None:
        return untold() if known_actor(row.actor_id) is not None else None
    return Given(word, "class.kind")


def tied(one: Dated, tie: Tie) -> StixObject:
    """The relationship of a tie."""
    label = book().look_up("label", tie.relation)
    labels = {"labels": Given([label], tie.rule)} if label else {}
    return relationship(one, tie.relation, tie.identity, rule=tie.rule, more=labels)


def located(one: Dated, place: StixObject) -> StixObject:
    """The relationship of an incident and its place."""
    return relationship(one, "place", place, rule="relation.located", more={})


def relationship(one: Dated, relation: str, target: StixObject, *, rule: str, more: Properties) -> StixObject:
    """A relationship of the incident by a key of the crosswalk's relations, with more properties."""
    properties = {
        **_times(one),
        "relationship_type": Given(book().word("relation", relation), rule),
        "source_ref": Given(one.id, rule),
        "target_ref": Given(target.id, rule),
        **more,
    }
    return made(Kind.RELATIONSHIP, stix_id(Kind.RELATIONSHIP, relation, one.incident.id, target.id), properties)


def made(kind: Kind, id_: str, properties: Properties, *, shared: bool = False) -> StixObject:
    """An object of that id, without the properties that are not known."""
    rule = "id.own" if kind is not Kind.IDENTITY else "id.actor" if shared else "id.party"
    known = {name: given for name, given in properties.items() if given.value not in (None, "", [])}
    return StixObject(kind=kind, id=id_, properties={"id": Given(id_, rule), **known}, shared=shared)


@cache
def book() -> Crosswalk:
    """The rules, words and terms."""
    return crosswalk("stix")
