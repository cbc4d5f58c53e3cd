import csv
import datetime as dt
import io
import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from reportedly.codebook.crosswalks import crosswalk
from reportedly.errors import DataError
from reportedly.exporting.acled import fatalities
from reportedly.exporting.codebooks import CODEBOOKS, CodebookFormat
from reportedly.exporting.ged import grid_cell
from reportedly.exporting.projection import Exported
from reportedly.records.counts import Count
from reportedly.records.incidents import Party
from reportedly.records.merged import Evidence, Incident
from reportedly.records.vocabulary import IncidentType
from tests.contracts.test_exporters import Sink
from tests.exporting.campaign_incidents import EXPECTED, campaign

WIDTHS = {CodebookFormat.ACLED: 31, CodebookFormat.GED: 49, CodebookFormat.GTD: 135}
EVERY = pytest.mark.parametrize("form", list(WIDTHS))


def exported(form: CodebookFormat, *incidents: Incident) -> tuple[list[dict[str, str]], list[Any], Exported]:
    """The rows, the lines of the second file, and the counts."""
    stream, rules = io.BytesIO(), io.BytesIO()
    told = CODEBOOKS[form](incidents, stream, rules)
    sheet = list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))
    return sheet, [json.loads(line) for line in rules.getvalue().decode().splitlines()], told


def by_incident(form: CodebookFormat) -> tuple[dict[str, list[dict[str, str]]], dict[str, str]]:
    """Of the campaign: rows, and reasons where there are none, by incident."""
    incidents = campaign()
    rows: dict[str, list[dict[str, str]]] = {}
    sheet, lines, _ = exported(form, *incidents.values())
    told = [line for line in lines if "incident_id" in line]
    for row, line in zip(sheet, (line for line in told if "row" in line), strict=True):
        rows.setdefault(line["incident_id"], []).append(row)
    return rows, {line["incident_id"]: line["left_out"] for line in told if "left_out" in line}


@EVERY
def test_the_campaign_is_left_out_where_it_has_to_be_and_nowhere_else(form: CodebookFormat) -> None:
    rows, left_out = by_incident(form)
    assert left_out == EXPECTED[form]["left_out"]
    assert rows.keys() | left_out.keys() == campaign().keys()


@pytest.mark.parametrize(("form", "key"), [(form, key) for form in WIDTHS for key in EXPECTED[form]["rows"]], ids=str)
def test_a_row_of_the_campaign_holds_what_was_worked_out_by_hand(form: CodebookFormat, key: str) -> None:
    (row,) = by_incident(form)[0][key]
    expected = {column: str(value) for column, value in EXPECTED[form]["rows"][key].items()}
    assert {column: row[column] for column in expected} == expected


@EVERY
def test_a_table_has_its_publishers_columns(form: CodebookFormat, incident: Incident) -> None:
    stream = io.BytesIO()
    CODEBOOKS[form]([incident], stream, io.BytesIO())
    header = next(csv.reader(io.StringIO(stream.getvalue().decode())))
    assert len(header) == len(set(header)) == WIDTHS[form]


@EVERY
def test_every_value_has_a_rule_that_the_second_file_explains(form: CodebookFormat, incident: Incident) -> None:
    sheet, lines, _ = exported(form, incident, *campaign().values())
    explained = {line["rule"] for line in lines if "rule" in line}
    used = [line["rules"] for line in lines if "rules" in line]
    assert all(rules.keys() == row.keys() for rules, row in zip(used, sheet, strict=True))
    assert {rule for rules in used for rule in rules.values()} <= explained


@EVERY
def test_every_incident_is_a_row_or_left_out_in_words(form: CodebookFormat, incident: Incident, bare: Incident) -> None:
    _, lines, told = exported(form, incident, bare)
    assert {line["incident_id"] for line in lines if "incident_id" in line} == {incident.id, bare.id}
    assert told.incidents + sum(told.left_out.values()) == 2


def test_why_not_is_told_in_words() -> None:
    assert crosswalk("ged").why_not("out.no_death") == "UCDP: left out, no death reported"


@EVERY
def test_a_formula_in_a_name_is_made_harmless(form: CodebookFormat, incident: Incident) -> None:
    rows = tuple(replace(row, name="=1+1", actor_id=None) for row in incident.perpetrators[:1])
    sheet, _, _ = exported(form, replace(incident, perpetrators=rows, summary="=1+1"))
    assert all(not (cell or "").startswith("=") for row in sheet for cell in row.values())


@EVERY
def test_letters_that_utf_8_has_no_form_for_do_not_stop_it(form: CodebookFormat, incident: Incident) -> None:
    assert exported(form, replace(incident, id="\udc80", summary="a \udc80 letter"))[0]


@EVERY
def test_equal_incidents_give_equal_bytes(form: CodebookFormat, incident: Incident, bare: Incident) -> None:
    def written() -> tuple[bytes, bytes]:
        stream, rules = io.BytesIO(), io.BytesIO()
        CODEBOOKS[form](iter([incident, bare]), stream, rules)
        return stream.getvalue(), rules.getvalue()

    assert written() == written()


def test_a_rule_that_is_not_in_the_file_is_an_error_that_names_it() -> None:
    with pytest.raises(DataError, match=r"crosswalks/acled\.toml.*out\.nowhere"):
        crosswalk("acled").rule("out.nowhere")


@EVERY
def test_a_long_ledger_is_not_held_in_memory(form: CodebookFormat) -> None:
    mortars = campaign()["mortars"]

    def many() -> Iterator[Incident]:
        for number in range(2000):
            yield replace(mortars, id=f"i{number:04}", summary=f"{number} " * 1000)

    CODEBOOKS[form]([mortars], Sink(), Sink())
    sink, rules = Sink(), Sink()
    tracemalloc.start()
    try:
        told = CODEBOOKS[form](many(), sink, rules)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert told.rows == 2000
    assert peak < 3_000_000, "the summaries alone are 10 MB"


def test_dead_told_in_a_word_are_read_as_acled_reads_it(incident: Incident) -> None:
    dozens = Count.at_least(24)
    quoted = [replace(one.claim, value={"low": 24, "high": None}, quote="dozens") for one in incident.evidence[4:5]]
    told = replace(
        incident,
        killed=dozens,
        tolls=(),
        attackers=None,
        evidence=tuple(Evidence(claim, "delta-1") for claim in quoted),
    )
    counted = replace(told, evidence=tuple(Evidence(replace(claim, quote="over 24"), "delta-1") for claim in quoted))
    assert fatalities(told).value == 12
    assert fatalities(counted).value == 24


def test_an_attack_told_over_several_days_is_a_row_for_each(incident: Incident) -> None:
    assert incident.when is not None
    when = replace(incident.when, end=dt.date(2024, 3, 13))
    sheet, _, _ = exported(CodebookFormat.ACLED, replace(incident, when=when, attackers=None))
    assert [row["event_date"] for row in sheet] == ["11 March 2024", "12 March 2024", "13 March 2024"]
    assert [row["fatalities"] for row in sheet] == ["2", "0", "0"]


def test_a_clash_of_three_sides_is_a_row_for_each_pair(incident: Incident) -> None:
    sides = tuple(Party(name=name, claims=("c1",)) for name in ("Reds", "Greens", "Blues"))
    sheet, _, _ = exported(CodebookFormat.ACLED, replace(incident, type=IncidentType.CLASH, sides=sides))
    assert [(row["actor1"], row["actor2"]) for row in sheet] == [("Reds", "Greens"), ("Reds", "Blues")]


def test_a_states_attack_is_left_out_of_the_gtd(incident: Incident) -> None:
    rows = (replace(incident.perpetrators[0], actor_id="state:us"),)
    _, lines, _ = exported(CodebookFormat.GTD, replace(incident, perpetrators=rows))
    assert lines[-1]["why"] == "GTD: left out, a state did it"


@pytest.mark.parametrize(("lat", "lon", "cell"), [(-90.0, -180.0, 1), (-90.0, 179.9, 720), (15.87, -5.87, 152269)])
def test_a_point_lies_in_a_cell_of_half_a_degree(lat: float, lon: float, cell: int) -> None:
    assert grid_cell(lat, lon) == cell
