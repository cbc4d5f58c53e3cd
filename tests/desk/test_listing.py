import io
from dataclasses import replace

import pytest

from reportedly.desk.listing import print_list
from reportedly.records.merged import Disagreement, Incident, Rival


def seen(*incidents: Incident, width: int, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    stream = io.StringIO()
    print_list(incidents, stream)
    return stream.getvalue()


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [40, 80, 110, 140, 200])
def test_no_line_is_wider_than_the_terminal(
    incident: Incident, bare: Incident, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = seen(incident, bare, width=width, monkeypatch=monkeypatch)
    assert max(len(line) for line in shown.splitlines()) <= width


@pytest.mark.parametrize("width", [80, 140])
def test_a_row_tells_what_when_by_how_many_and_on_what_they_differ(
    incident: Incident, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = words(seen(incident, width=width, monkeypatch=monkeypatch))
    for told in (
        "a1",
        "● accomplished shooting",
        "11 March 2024",
        "4 speakers",
        "they differ on killed (3, at least 5, 2)",
    ):
        assert told in shown


def test_a_wide_terminal_tells_who_is_blamed(incident: Incident, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "the Marsh Brigade (accused)" in seen(incident, width=140, monkeypatch=monkeypatch)
    assert "the Marsh Brigade (accused)" not in seen(incident, width=80, monkeypatch=monkeypatch)


def test_rival_days_are_named_as_a_field_only(incident: Incident, monkeypatch: pytest.MonkeyPatch) -> None:
    rivals = tuple(Rival(value={"start": day}, source=None, report_id=day) for day in ("2024-03-11", "2024-03-12"))
    told = replace(incident, disagreements=(Disagreement("when", rivals), *incident.disagreements))
    assert "they differ on when; killed (3" in words(seen(told, width=80, monkeypatch=monkeypatch))


def test_a_list_of_nothing_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert seen(width=80, monkeypatch=monkeypatch) == "nothing in this ledger fits\n"


def test_an_incident_cannot_act_on_the_terminal(incident: Incident, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in seen(replace(incident, summary="\x1b[31mred"), width=140, monkeypatch=monkeypatch)
