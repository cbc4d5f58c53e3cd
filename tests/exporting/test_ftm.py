import builtins
import datetime as dt
import hashlib
import io
import json
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from reportedly.codebook.book import codebook
from reportedly.codebook.crosswalks import crosswalk
from reportedly.errors import UsageError
from reportedly.exporting.ftm import write_ftm
from reportedly.exporting.ftm_entities import Drawn, Entity, book, drawn
from reportedly.records.incidents import Party, Perpetrator, Target, Victim
from reportedly.records.merged import Evidence, Incident
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.vocabulary import (
    Basis,
    ClaimField,
    Factuality,
    IncidentType,
    PlacePrecision,
    Stage,
    TimePrecision,
)
from tests.conftest import RADIO, evidence
from tests.contracts.test_exporters import Sink

GROUP = "Salt Front"


def written(*incidents: Incident) -> tuple[bytes, bytes]:
    """The entities and the second file, where the library is installed."""
    pytest.importorskip("followthemoney", reason="needs the extra ftm, which make installs")
    stream, rules = io.BytesIO(), io.BytesIO()
    write_ftm(iter(incidents), stream, rules)
    return stream.getvalue(), rules.getvalue()


def lines(raw: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in raw.decode().splitlines()]


def of_schema(schema: str, found: Drawn) -> list[dict[str, list[str]]]:
    """The values of the entities of that schema by their property."""
    return [values(one) for one in found.entities if one.schema == schema]


def values(one: Entity) -> dict[str, list[str]]:
    return {name: [stated.value for stated in every] for name, every in one.properties.items() if every}


def ties(incident: Incident) -> list[tuple[str, str]]:
    """The names of those who are tied to an incident, and their part."""
    found = drawn(incident)
    names = {one.id: values(one).get("name", [""])[0] for one in found.entities}
    return [(names[one["subject"][0]], one["role"][0]) for one in of_schema("UnknownLink", found)]


def attributed(incident: Incident) -> list[str]:
    return [name for name, role in ties(incident) if role == "perpetrator"]


def reasons(incident: Incident) -> list[str]:
    """Why those who are blamed and not tied are not."""
    return [one.rule for one in drawn(incident).withheld if one.rule.startswith("blame.")]


def blaming(incident: Incident, *told: tuple[Basis, Factuality], name: str = GROUP) -> Incident:
    """The incident with one group that is tied to it on each of these bases, each by a claim of its own."""
    rows, said = [], []
    for number, (basis, factuality) in enumerate(told):
        rows.append(Perpetrator(name=name, basis=basis, by=None, claims=(f"p{number}",)))
        said.append(claim(f"p{number}", basis, factuality=factuality, name=name))
    return replace(incident, perpetrators=tuple(rows), evidence=tuple(said))


def claim(id_: str, basis: Basis, *, factuality: Factuality = Factuality.ASSERTED, name: str = GROUP) -> Evidence:
    value = {"name": name, "basis": basis.value}
    return evidence(id_, RADIO, ClaimField.PERPETRATORS, value, quote=f"words of {id_}", factuality=factuality)


def at(incident: Incident, **changed: Any) -> Incident:  # noqa: ANN401 - any field
    assert isinstance(incident.where, Where)
    return replace(incident, where=replace(incident.where, **changed))


@pytest.mark.parametrize("basis", [Basis.CLAIMED, Basis.STATED])
def test_who_claims_it_or_is_told_as_fact_to_have_done_it_is_tied_with_the_words(
    incident: Incident, basis: Basis
) -> None:
    told = blaming(incident, (basis, Factuality.ASSERTED))
    assert attributed(told) == [GROUP]
    (one,) = [row for row in of_schema("UnknownLink", drawn(told)) if row["role"] == ["perpetrator"]]
    assert (one["description"], one["status"], one["publisher"]) == (["words of p0"], [basis.value], ["Basin Radio"])


@pytest.mark.parametrize("basis", [Basis.ACCUSED, Basis.SUSPECTED, Basis.DENIED])
def test_who_is_accused_suspected_or_denies_is_never_tied_but_noted(incident: Incident, basis: Basis) -> None:
    told = blaming(incident, (basis, Factuality.ASSERTED))
    assert (attributed(told), reasons(told)) == ([], ["blame.basis"])
    (note,) = of_schema("Note", drawn(told))
    (who,) = [one for one in drawn(told).entities if one.schema == "LegalEntity"]
    (event,) = [one for one in drawn(told).entities if one.schema == "Event"]
    assert (note["description"], note["keywords"]) == (["words of p0"], [basis.value, "asserted"])
    assert note["entity"] == [event.id, who.id]
    assert all(who.id not in link["subject"] for link in of_schema("UnknownLink", drawn(told)))


def test_a_denial_takes_back_what_is_told_as_fact(incident: Incident) -> None:
    told = blaming(incident, (Basis.STATED, Factuality.ASSERTED))
    denial = Perpetrator(name="the Salt Front", basis=Basis.DENIED, by=GROUP, claims=("d",))
    denied = replace(told, perpetrators=(*told.perpetrators, denial))
    assert attributed(denied) == []
    assert "blame.denied" in reasons(denied)


@pytest.mark.parametrize("factuality", [Factuality.POSSIBLE, Factuality.CONDITIONAL, Factuality.WITHHELD])
def test_words_that_do_not_assert_it_tie_nobody(incident: Incident, factuality: Factuality) -> None:
    told = blaming(incident, (Basis.STATED, factuality))
    assert (attributed(told), reasons(told)) == ([], ["blame.not_asserted"])


def test_silence_is_a_note_by_whoever_keeps_it(incident: Incident) -> None:
    (note,) = [one for one in of_schema("Note", drawn(incident)) if "withheld" in one["keywords"]]
    assert (note["description"], note["summary"]) == (["would not say who"], ["said by the army"])


def test_nobody_who_is_blamed_and_no_weapon_stands_in_an_event(incident: Incident) -> None:
    (event,) = of_schema("Event", drawn(incident))
    assert event["name"] == ["Shooting, Camp Tell Amar, 2024-03-11"]
    assert event["summary"] == [
        "stage: accomplished\nwhen: 2024-03-11\ntarget: Camp Tell Amar\nvictim: guards\nkilled: 2"
    ]
    assert event["keywords"] == ["shooting", "accomplished"]
    assert event["publisher"] == ["The Delta Post", "Morning Sheet", "Basin Radio"]


def test_a_settled_place_is_an_address_with_its_point(incident: Incident) -> None:
    (address,) = of_schema("Address", drawn(incident))
    assert (address["full"], address["latitude"], address["longitude"]) == (["Camp Tell Amar"], ["33.8"], ["42.4"])


@pytest.mark.parametrize(
    "changed",
    [{"lat": None, "lon": None}, {"precision": PlacePrecision.COUNTRY}, {"precision": PlacePrecision.PROVINCE}],
    ids=str,
)
def test_a_place_that_is_not_settled_or_wide_has_no_point(incident: Incident, changed: dict[str, Any]) -> None:
    found = drawn(at(incident, **changed))
    (event,) = of_schema("Event", found)
    assert of_schema("Address", found) == []
    assert (event["location"], event["country"]) == (["Camp Tell Amar"], ["IQ"])


@pytest.mark.parametrize(
    ("start", "end", "precision", "dates"),
    [
        (dt.date(2024, 3, 11), dt.date(2024, 3, 11), "day", {"date": ["2024-03-11"]}),
        (dt.datetime(2024, 3, 11, 23, 30), dt.datetime(2024, 3, 11, 23, 30), "minute", {"date": ["2024-03-11"]}),  # noqa: DTZ001
        (dt.date(2024, 3, 1), dt.date(2024, 3, 31), "month", {"date": ["2024-03"]}),
        (dt.date(2024, 1, 1), dt.date(2024, 12, 31), "year", {"date": ["2024"]}),
        (dt.date(2024, 3, 11), dt.date(2024, 3, 17), "week", {"startDate": ["2024-03-11"], "endDate": ["2024-03-17"]}),
        (dt.date(2024, 3, 11), dt.date(2024, 3, 12), "day", {"startDate": ["2024-03-11"], "endDate": ["2024-03-12"]}),
    ],
    ids=str,
)
def test_a_date_is_as_long_as_it_is_known(
    incident: Incident, start: dt.date, end: dt.date, precision: str, dates: dict[str, list[str]]
) -> None:
    when = When(start=start, end=end, precision=TimePrecision(precision), edtf="x", derivation="", text="")
    (event,) = of_schema("Event", drawn(replace(incident, when=when)))
    assert {name: event[name] for name in ("date", "startDate", "endDate") if name in event} == dates


def test_who_is_nobody_by_name_has_no_entity_and_the_second_file_says_so(incident: Incident) -> None:
    told = replace(
        incident,
        targets=(Target(name="soldiers", kind="military", claims=("c1",)),),
        victims=(Victim(name="Marta Solis", kind="official", role="judge", claims=("c5",)),),
        sides=(Party(name="Yemen's Houthis", actor_id="group:houthis", claims=()), Party(name="rebels", claims=())),
        perpetrators=(),
    )
    houthis = next(actor.name for actor in codebook().actors if actor.id == "group:houthis")
    assert ties(told) == [("Marta Solis", "victim"), (houthis, "side")]
    assert [(one.name, one.rule) for one in drawn(told).withheld] == [
        ("soldiers", "party.nobody"),
        ("rebels", "party.nobody"),
    ]
    assert {"not_tied": "rebels", "by": "party.nobody", "incident_id": "a1"} in lines(written(told)[1])


def test_a_state_is_a_public_body_of_its_country(incident: Incident) -> None:
    told = replace(incident, sides=(Party(name="Russia", actor_id="state:ru", claims=()),))
    (state,) = of_schema("PublicBody", drawn(told))
    assert (state["name"], state["country"]) == (["Russia"], ["RU"])


def test_an_actor_of_the_codebook_is_written_once(incident: Incident) -> None:
    told = replace(incident, sides=(Party(name="Russia", actor_id="state:ru", claims=()),))
    ids = [one["id"] for one in lines(written(told, replace(told, id="a2"))[0])]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"type": IncidentType.THREAT}, "out.threat"),
        ({"stage": Stage.THREATENED}, "out.threat"),
        ({"stage": Stage.PLANNED}, "out.plan"),
        ({"type": IncidentType.ARREST}, "out.arrest"),
    ],
    ids=str,
)
def test_an_incident_is_left_out_with_its_reason(incident: Incident, changed: dict[str, Any], rule: str) -> None:
    entities, rules = written(replace(incident, **changed))
    assert entities == b""
    assert lines(rules)[-1] == {"incident_id": "a1", "left_out": rule, "why": book().why_not(rule)}


def test_every_entity_is_valid_to_the_library_and_refers_only_to_what_was_written(incident: Incident) -> None:
    found = lines(written(blaming(incident, (Basis.STATED, Factuality.ASSERTED)), replace(incident, id="a2"))[0])
    from followthemoney import model  # noqa: PLC0415 - an extra

    ids = {one["id"] for one in found}
    for one in found:
        proxy = model.get_proxy(one, cleaned=False)
        proxy.schema.validate(proxy.to_dict())
        assert proxy.properties == one["properties"]
        assert {value for prop, value in proxy.itervalues() if prop.type.name == "entity"} <= ids


def test_every_value_is_a_statement_with_the_reports_that_tell_it(incident: Incident) -> None:
    (event,) = [one for one in lines(written(incident)[0]) if one["schema"] == "Event"]
    told = {(one["prop"], one["value"]): one for one in event["statements"]}
    assert set(told) == {(name, value) for name, every in event["properties"].items() for value in every}
    place, name = told["location", "Camp Tell Amar"], told["name", event["caption"]]
    assert (place["first_seen"], place["last_seen"], place["origin"]) == (
        "2024-03-12T08:00:00",
        "2024-03-12T08:00:00",
        "delta-1",
    )
    assert (name["first_seen"], name["last_seen"]) == ("2024-03-12T08:00:00", "2024-03-14T00:00:00")
    assert told["country", "iq"]["original_value"] == "IQ"
    key = f"reportedly.{event['id']}.location.Camp Tell Amar"
    assert place["id"] == hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()


def test_an_address_that_is_none_to_the_library_is_left_out_and_the_second_file_says_so(incident: Incident) -> None:
    entities, rules = written(replace(incident, reports=(replace(RADIO, uri="basin 7"),)))
    (event,) = [one for one in lines(entities) if one["schema"] == "Event"]
    assert "sourceUrl" not in event["properties"]
    assert [(one["property"], one["not_written"]) for one in lines(rules) if "not_written" in one][:1] == [
        ("sourceUrl", "basin 7")
    ]


def test_every_value_has_a_rule_that_the_second_file_explains(incident: Incident) -> None:
    told = blaming(incident, (Basis.STATED, Factuality.ASSERTED))
    entities, rules = (lines(raw) for raw in written(told, incident))
    explained = {line["rule"] for line in rules if "rule" in line}
    used = {rule for line in rules for rule in line.get("rules", {}).values()}
    assert used | {line["by"] for line in rules if "by" in line} <= explained
    rows = [(line["object"], set(line["rules"])) for line in rules if "row" in line]
    assert rows == [(one["id"], set(one["properties"])) for one in entities]


def test_equal_incidents_give_equal_bytes(incident: Incident, bare: Incident) -> None:
    assert written(incident, bare) == written(incident, bare)


def test_letters_that_utf_8_has_no_form_for_do_not_stop_it(incident: Incident) -> None:
    told = replace(at(incident, name="a \udc80 camp"), id="\udc80")
    assert len(lines(written(told)[0])) == len(lines(written(incident)[0]))


def test_every_type_has_a_name_and_every_kind_of_actor_a_schema() -> None:
    codes = codebook().codes
    assert set(codes("type")) == crosswalk("told").tables["type"].keys() | book().tables["out_type"].keys()
    assert set(codes("actor_kind")) == book().tables["schema_of_actor"].keys()
    assert set(book().tables["point"]) <= set(codes("place_precision"))
    assert set(book().tables["date_letters"]) <= {one.value for one in TimePrecision}


def test_a_long_ledger_is_not_held_in_memory(incident: Incident) -> None:
    def many() -> Iterator[Incident]:
        for number in range(200):
            yield at(replace(incident, id=f"i{number:03}"), name=f"{number:03} " * 15000)

    written(incident)
    assert peak(many()) < 3_000_000, "the names alone are 12 MB"


def peak(incidents: Iterable[Incident]) -> int:
    """The most bytes held while they are written."""
    tracemalloc.start()
    try:
        write_ftm(incidents, Sink(), Sink())
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - as the built-in has it
        if name.startswith("followthemoney"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(UsageError, match=r"pip install 'reportedly\[ftm\]'"):
        write_ftm([], io.BytesIO(), io.BytesIO())
