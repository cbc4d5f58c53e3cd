import csv
import io
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.exporting.columns import COLUMNS
from reportedly.exporting.spreadsheet import harmless, write_csv
from reportedly.records.merged import Incident


def written(incidents: Iterable[Incident]) -> bytes:
    stream = io.BytesIO()
    write_csv(incidents, stream)
    return stream.getvalue()


def rows(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode(), newline="")))


def test_a_row_for_each_incident_under_one_header(incident: Incident, bare: Incident) -> None:
    found = rows(written([incident, bare]))
    assert [row["id"] for row in found] == ["a1", "e5"]
    assert list(found[0]) == [column.name for column in COLUMNS]
    assert found[0]["killed_high"] == "2"
    assert found[1]["place"] == ""


def test_an_empty_ledger_is_a_header() -> None:
    assert written([]).decode() == ",".join(column.name for column in COLUMNS) + "\r\n"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+49", "-2", "@SUM(A1)", "\tx", "\rx", "\n=1", '=cmd|" /C calc"!A0', "  =1+1", "＝1+1", "－1", "@"],
)
def test_a_text_that_a_spreadsheet_may_run_opens_with_an_apostrophe(text: str, incident: Incident) -> None:
    found = rows(written([replace(incident, summary=text)]))
    assert found[0]["summary"] == f"'{text}"


@pytest.mark.parametrize("text", ["3-5 killed", "a=b", "", "Tell Amar, Iraq", "'quoted'"])
def test_any_other_text_stays_as_it_is(text: str, incident: Incident) -> None:
    assert rows(written([replace(incident, summary=text)]))[0]["summary"] == text


def test_a_negative_number_stays_a_number(incident: Incident) -> None:
    where = replace(incident.where, lat=-12.5, lon=-0.1)
    assert rows(written([replace(incident, where=where)]))[0]["lat"] == "-12.5"


def test_a_formula_inside_a_list_is_text(incident: Incident) -> None:
    targets = (replace(incident.targets[0], name="=1+1"), replace(incident.targets[0], name="a camp"))
    assert rows(written([replace(incident, targets=targets)]))[0]["targets"] == "'=1+1; a camp"


@given(st.text())
def test_whatever_a_report_says_is_one_harmless_cell(text: str) -> None:
    cell = harmless(text)
    assert isinstance(cell, str)
    assert cell.removeprefix("'") == text.removeprefix("'")
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_a_report_says_comes_back(text: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow([harmless(text), "next"])
    assert next(csv.reader(io.StringIO(stream.getvalue(), newline=""))) == [harmless(text), "next"]


def test_a_letter_that_utf_8_has_no_form_for_is_escaped(incident: Incident) -> None:
    assert b"broken \\udc80 letter" in written([replace(incident, summary="broken \udc80 letter")])


def test_the_same_incidents_give_the_same_bytes(incident: Incident, bare: Incident) -> None:
    assert written([incident, bare]) == written(iter([incident, bare]))
