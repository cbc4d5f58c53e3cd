import builtins
import datetime as dt
import io
import json
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest
import stix2

from reportedly.codebook.book import codebook
from reportedly.codebook.crosswalks import crosswalk
from reportedly.errors import UsageError
from reportedly.exporting.stix import write_stix
from reportedly.exporting.stix_objects import book
from reportedly.records.incidents import Party, Perpetrator, Target, Victim
from reportedly.records.merged import Evidence, Incident
from reportedly.records.places import Where
from reportedly.records.vocabulary import Basis, ClaimField, Factuality, IncidentType, PlacePrecision, Stage
from tests.conftest import RADIO, evidence
from tests.contracts.test_exporters import Sink

GROUP = "Salt Front"


def written(*incidents: Incident) -> tuple[bytes, bytes]:
    """The bundle and the second file."""
    stream, rules = io.BytesIO(), io.BytesIO()
    write_stix(iter(incidents), stream, rules)
    return stream.getvalue(), rules.getvalue()


def objects(*incidents: Incident) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written(*incidents)[0]).get("objects", [])
    return found


def of_type(kind: str, *incidents: Incident) -> list[dict[str, Any]]:
    return [one for one in objects(*incidents) if one["type"] == kind]


def lines(*incidents: Incident) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(*incidents)[1].decode().splitlines()]


def attributed(*incidents: Incident) -> list[str]:
    """The names of those to whom something is attributed."""
    found = objects(*incidents)
    names = {one["id"]: one.get("name") for one in found}
    return [names[one["target_ref"]] for one in found if one.get("relationship_type") == "attributed-to"]


def reasons(*incidents: Incident) -> list[str]:
    """Why those who are blamed and have no relationship have none."""
    return [line["by"] for line in lines(*incidents) if "not_attributed" in line]


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


@pytest.mark.parametrize("basis", [Basis.CLAIMED, Basis.STATED])
def test_who_claims_it_or_is_told_as_fact_to_have_done_it_is_attributed(incident: Incident, basis: Basis) -> None:
    told = blaming(incident, (basis, Factuality.ASSERTED))
    assert attributed(told) == [GROUP]
    (one,) = [row for row in of_type("relationship", told) if row["relationship_type"] == "attributed-to"]
    assert (one["description"], one["labels"]) == ("words of p0", [basis.value])
    assert one["external_references"] == [{"source_name": "Basin Radio", "external_id": "basin-7"}]


@pytest.mark.parametrize("basis", [Basis.ACCUSED, Basis.SUSPECTED, Basis.DENIED])
def test_who_is_accused_suspected_or_denies_is_never_attributed_but_noted(incident: Incident, basis: Basis) -> None:
    told = blaming(incident, (basis, Factuality.ASSERTED))
    assert attributed(told) == []
    assert reasons(told) == ["blame.basis"]
    (note,) = of_type("note", told)
    (who,) = [one for one in of_type("identity", told) if one["name"] == GROUP]
    (deed,) = of_type("incident", told)
    assert (note["content"], note["labels"]) == ("words of p0", [basis.value, "asserted"])
    assert note["object_refs"] == [deed["id"], who["id"]]
    assert all(who["id"] != row["target_ref"] for row in of_type("relationship", told))


def test_who_claims_it_is_attributed_though_others_accuse_it_too(incident: Incident) -> None:
    told = blaming(incident, (Basis.ACCUSED, Factuality.ASSERTED), (Basis.CLAIMED, Factuality.ASSERTED))
    (one,) = [row for row in of_type("relationship", told) if row["relationship_type"] == "attributed-to"]
    assert (one["labels"], one["description"]) == (["claimed"], "words of p1")


@pytest.mark.parametrize("name", [GROUP, "the Salt Front", "Salt"])
def test_a_denial_takes_back_what_is_told_as_fact(incident: Incident, name: str) -> None:
    told = blaming(incident, (Basis.STATED, Factuality.ASSERTED))
    denial = Perpetrator(name=name, basis=Basis.DENIED, by=name, claims=("d",))
    denied = replace(told, perpetrators=(*told.perpetrators, denial))
    assert attributed(denied) == []
    assert "blame.denied" in reasons(denied)


@pytest.mark.parametrize("actor_id", ["state:ru", "state:that_is_not_in_the_codebook"])
def test_a_denial_under_another_name_of_the_same_actor_takes_it_back(incident: Incident, actor_id: str) -> None:
    told = blaming(incident, (Basis.STATED, Factuality.ASSERTED), name="Russia")
    row = replace(told.perpetrators[0], actor_id=actor_id)
    denial = replace(row, name="the Kremlin", basis=Basis.DENIED)
    assert attributed(replace(told, perpetrators=(row,))) == ["Russia"]
    assert attributed(replace(told, perpetrators=(row, denial))) == []


def test_namesakes_who_were_hit_and_who_are_blamed_are_two(incident: Incident) -> None:
    hit = Target(name=GROUP, kind="police", claims=("c1",))
    told = replace(blaming(incident, (Basis.CLAIMED, Factuality.ASSERTED)), targets=(hit,))
    ends = {one["relationship_type"]: one["target_ref"] for one in of_type("relationship", told)}
    assert ends["targets"] != ends["attributed-to"]


def test_a_denial_of_somebody_else_takes_nothing_back(incident: Incident) -> None:
    told = blaming(incident, (Basis.STATED, Factuality.ASSERTED))
    denial = Perpetrator(name="Marsh Brigade", basis=Basis.DENIED, by=None, claims=("d",))
    assert attributed(replace(told, perpetrators=(*told.perpetrators, denial))) == [GROUP]


@pytest.mark.parametrize("factuality", [Factuality.POSSIBLE, Factuality.CONDITIONAL, Factuality.WITHHELD])
def test_words_that_do_not_assert_it_attribute_nothing(incident: Incident, factuality: Factuality) -> None:
    told = blaming(incident, (Basis.STATED, factuality))
    assert (attributed(told), reasons(told)) == ([], ["blame.not_asserted"])


def test_blame_without_words_attributes_nothing(incident: Incident) -> None:
    told = replace(blaming(incident, (Basis.CLAIMED, Factuality.ASSERTED)), evidence=())
    assert (attributed(told), reasons(told)) == ([], ["blame.not_asserted"])


def test_words_of_another_basis_attribute_nothing(incident: Incident) -> None:
    told = blaming(incident, (Basis.STATED, Factuality.ASSERTED))
    assert attributed(replace(told, evidence=(claim("p0", Basis.SUSPECTED),))) == []


def test_silence_is_a_note_by_whoever_keeps_it(incident: Incident) -> None:
    (note,) = [one for one in of_type("note", incident) if "withheld" in one["labels"]]
    assert (note["content"], note["authors"], note["labels"]) == ("would not say who", ["the army"], ["withheld"])
    assert note["created"] == "2024-03-14T00:00:00.000Z"


def test_nobody_who_is_blamed_and_no_weapon_stands_in_a_name_or_description(incident: Incident) -> None:
    (deed,) = of_type("incident", incident)
    assert deed["name"] == "Shooting, Camp Tell Amar, 2024-03-11"
    assert deed["description"].splitlines() == [
        "stage: accomplished",
        "when: 2024-03-11",
        "target: Camp Tell Amar",
        "victim: guards",
        "killed: 2",
    ]
    assert deed["labels"] == ["shooting", "accomplished"]


def test_an_incident_cites_every_report_with_its_address(incident: Incident) -> None:
    (deed,) = of_type("incident", incident)
    assert deed["external_references"] == [
        {"source_name": "reportedly", "external_id": "a1"},
        {"source_name": "The Delta Post", "url": "https://delta-post.example/camp", "external_id": "delta-1"},
        {"source_name": "Morning Sheet", "url": "https://morning.example/camp", "external_id": "morning-1"},
        {"source_name": "Basin Radio", "external_id": "basin-7"},
    ]


def test_times_are_those_of_the_first_and_the_last_report(incident: Incident) -> None:
    (deed,) = of_type("incident", incident)
    assert (deed["created"], deed["modified"]) == ("2024-03-12T08:00:00.000Z", "2024-03-14T00:00:00.000Z")


def test_a_settled_place_has_a_point_with_its_precision_in_metres(incident: Incident) -> None:
    (place,) = of_type("location", incident)
    assert (place["latitude"], place["longitude"], place["precision"]) == (33.8, 42.4, 5000.0)
    assert (place["name"], place["country"]) == ("Camp Tell Amar", "IQ")
    (tie,) = [one for one in of_type("relationship", incident) if one["relationship_type"] == "located-at"]
    assert tie["target_ref"] == place["id"]


def at(incident: Incident, **changed: Any) -> Incident:  # noqa: ANN401 - any field
    assert isinstance(incident.where, Where)
    return replace(incident, where=replace(incident.where, **changed))


@pytest.mark.parametrize(
    "changed",
    [{"lat": None, "lon": None}, {"precision": PlacePrecision.COUNTRY}, {"precision": PlacePrecision.PROVINCE}],
    ids=str,
)
def test_a_place_that_is_not_settled_or_wide_has_no_point(incident: Incident, changed: dict[str, Any]) -> None:
    (place,) = of_type("location", at(incident, **changed))
    assert place["country"] == "IQ"
    assert not {"latitude", "longitude", "precision"} & place.keys()


def test_a_place_without_country_and_point_is_no_location(incident: Incident) -> None:
    nowhere = at(incident, lat=None, lon=None, country=None)
    assert of_type("location", nowhere) == []
    assert all(one["relationship_type"] != "located-at" for one in of_type("relationship", nowhere))


def test_a_target_is_targeted_and_a_victim_only_related(incident: Incident) -> None:
    told = replace(
        incident,
        targets=(Target(name="soldiers", kind="military", claims=("c1",)), incident.targets[0]),
        victims=(Victim(name="Marta Solis", kind="official", role="judge", claims=("c5",)),),
    )
    found = {one["id"]: one for one in objects(told)}
    ties = [
        (one["relationship_type"], one.get("labels"), found[one["target_ref"]]["name"])
        for one in found.values()
        if one["type"] == "relationship" and one["relationship_type"] in ("targets", "related-to")
    ]
    assert ties == [("targets", None, "soldiers"), ("related-to", ["victim"], "Marta Solis")]
    classes = {one["name"]: one["identity_class"] for one in found.values() if one["type"] == "identity"}
    assert (classes["soldiers"], classes["Marta Solis"]) == ("class", "individual")


def test_an_actor_of_the_codebook_is_written_once_and_others_once_an_incident(incident: Incident) -> None:
    told = replace(
        incident,
        sides=(Party(name="Yemen's Houthis", actor_id="group:houthis", claims=()), Party(name="rebels", claims=())),
    )
    found = of_type("identity", told, replace(told, id="a2"))
    names = [one["name"] for one in found]
    houthis = next(actor.name for actor in codebook().actors if actor.id == "group:houthis")
    assert names.count(houthis) == 1
    assert names.count("rebels") == len({one["id"] for one in found if one["name"] == "rebels"}) == 2
    assert next(one["identity_class"] for one in found if one["name"] == houthis) == "group"


def test_a_bundle_parses_and_refers_only_to_what_it_holds(incident: Incident) -> None:
    bundle = stix2.parse(written(incident, replace(incident, id="a2"))[0].decode())
    ids = [one.id for one in bundle.objects]
    refs = {ref for one in bundle.objects for ref in one.get("object_refs", [])}
    refs |= {one[end] for one in bundle.objects for end in ("source_ref", "target_ref") if end in one}
    assert len(ids) == len(set(ids))
    assert refs <= set(ids)


def test_an_empty_ledger_is_a_bundle_of_no_objects() -> None:
    bundle = stix2.parse(written()[0].decode(), version="2.1")
    assert (bundle.type, "objects" in bundle) == ("bundle", False)


def test_equal_incidents_give_equal_bytes(incident: Incident, bare: Incident) -> None:
    assert written(incident, bare) == written(incident, bare)


def test_other_objects_make_a_bundle_of_another_id(incident: Incident) -> None:
    first, second = (json.loads(written(one)[0])["id"] for one in (incident, replace(incident, id="a2")))
    assert first != second


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"type": IncidentType.THREAT}, "out.threat"),
        ({"stage": Stage.THREATENED}, "out.threat"),
        ({"stage": Stage.PLANNED}, "out.plan"),
        ({"type": IncidentType.ARREST}, "out.arrest"),
        ({"reports": (replace(RADIO, published=None),)}, "out.no_report_date"),
    ],
    ids=str,
)
def test_an_incident_is_left_out_with_its_reason(incident: Incident, changed: dict[str, Any], rule: str) -> None:
    one = replace(incident, **changed)
    assert objects(one) == []
    assert lines(one)[-1] == {"incident_id": "a1", "left_out": rule, "why": book().why_not(rule)}


def test_an_incident_that_the_library_refuses_is_left_out_and_the_rest_goes_on(incident: Incident) -> None:
    beyond = at(replace(incident, id="far-off"), lat=95.0)
    stream = io.BytesIO()
    told = write_stix([beyond, incident], stream, io.BytesIO())
    assert (told.incidents, told.left_out) == (1, {book().why_not("out.invalid"): 1})
    assert "far-off" not in stream.getvalue().decode()


def test_every_value_has_a_rule_that_the_second_file_explains(incident: Incident) -> None:
    found = lines(blaming(incident, (Basis.STATED, Factuality.ASSERTED)), incident)
    explained = {line["rule"] for line in found if "rule" in line}
    used = {rule for line in found for rule in line.get("rules", {}).values()}
    assert used | {line["by"] for line in found if "by" in line} <= explained
    assert [line["object"] for line in found if "row" in line] == [
        one["id"] for one in objects(blaming(incident, (Basis.STATED, Factuality.ASSERTED)), incident)
    ]


def test_every_type_has_a_name_and_every_kind_of_actor_a_class() -> None:
    codes = codebook().codes
    assert set(codes("type")) == crosswalk("told").tables["type"].keys() | book().tables["out_type"].keys()
    assert set(codes("actor_kind")) == book().tables["class_of_actor"].keys()
    assert set(book().tables["class_of_victim"]) <= set(codes("party_kind"))
    assert set(book().tables["point"]) <= set(codes("place_precision"))


def test_letters_that_utf_8_has_no_form_for_do_not_stop_it(incident: Incident) -> None:
    told = replace(at(incident, name="a \udc80 camp"), id="\udc80")
    (deed,) = of_type("incident", told)
    assert deed["name"] == "Shooting, a \udc80 camp, 2024-03-11"


def test_a_time_in_another_zone_is_told_in_utc(incident: Incident) -> None:
    east = dt.datetime(2024, 3, 12, 1, 0, tzinfo=dt.timezone(dt.timedelta(hours=3)))
    (deed,) = of_type("incident", replace(incident, reports=(replace(RADIO, published=east),)))
    assert deed["created"] == deed["modified"] == "2024-03-11T22:00:00.000Z"


def test_a_long_ledger_is_not_held_in_memory(incident: Incident) -> None:
    def many() -> Iterator[Incident]:
        for number in range(200):
            yield at(replace(incident, id=f"i{number:03}"), name=f"{number:03} " * 15000)

    assert peak([incident]) < peak(many()) < 3_000_000, "the names alone are 12 MB"


def peak(incidents: Iterable[Incident]) -> int:
    """The most bytes held while they are written."""
    tracemalloc.start()
    try:
        write_stix(incidents, Sink(), Sink())
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - as the built-in has it
        if name.startswith("stix2"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(UsageError, match=r"pip install 'reportedly\[stix\]'"):
        write_stix([], io.BytesIO(), io.BytesIO())
