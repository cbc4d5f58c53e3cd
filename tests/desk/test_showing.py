import datetime as dt
import io
from dataclasses import replace

import pytest

from reportedly.desk.dossiers import Dossier
from reportedly.desk.showing import print_dossier
from reportedly.records.judgements import Act, Decision, Judgement, Reason, Verdict
from reportedly.records.merged import Incident

TIE = Judgement(
    first="a1",
    second="c3",
    verdict=Verdict.SAME,
    score=2.5,
    reasons=(Reason("toll", -0.5, "tolls of 3 and 2 cannot both hold"), Reason("place", 3.0, "the same place")),
    method="rule/1",
)
SETTING = Decision(
    id="d" * 20,
    act=Act.SET,
    incidents=("c3",),
    who="ann",
    when=dt.datetime(2024, 3, 15, 9, 0, tzinfo=dt.UTC),
    because="the list of the hospital",
    field="killed",
    value={"low": 2, "high": 2},
)


def seen(dossier: Dossier, width: int, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    stream = io.StringIO()
    print_dossier(dossier, stream)
    return stream.getvalue()


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def dossier(incident: Incident) -> Dossier:
    return Dossier(incident=incident, policy="latest-official", judgements=(TIE,), decisions=(SETTING,))


@pytest.mark.parametrize("width", [60, 80, 110, 140, 200])
def test_no_line_is_wider_than_the_terminal(dossier: Dossier, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert max(len(line) for line in seen(dossier, width, monkeypatch).splitlines()) <= width


@pytest.mark.parametrize("width", [80, 140])
def test_every_part_of_what_is_known_is_told(dossier: Dossier, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = words(seen(dossier, width, monkeypatch))
    for told in (
        "policy: latest-official",
        "+ the army (Basin Radio, 14 March 2024) “two, not three”",
        "− 3: the governor (The Delta Post, 12 March 2024, and 1 more report)",
        "not said by the army (Basin Radio, 14 March 2024)",
        "at least 5 4 █████▸",
        "copied by Morning Sheet",
        "The Delta Post a1 and Basin Radio c3 +2.5",
        "+3.0 the same place -0.5 tolls of 3 and 2 cannot both hold",
        "d4 threat and attack the Marsh Brigade threatened this camp",
    ):
        assert told in shown


def test_what_a_person_decided_stands_with_the_value(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = words(seen(dossier, 80, monkeypatch))
    assert "killed 2 = decided by ann, 15 March 2024: the list of the hospital" in shown
    assert "dddddddddd 15 March 2024, 09:00 set: killed of c3 is 2" in shown


def test_a_decision_that_was_taken_back_stands_with_no_value(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    undo = replace(
        SETTING,
        id="e" * 20,
        act=Act.UNDO,
        field=None,
        value=None,
        undoes=SETTING.id,
        when=SETTING.when.replace(hour=10),
    )
    shown = words(seen(replace(dossier, decisions=(SETTING, undo)), 80, monkeypatch))
    assert "= decided by" not in shown
    assert "undone: dddddddddd" in shown


def test_the_matrix_has_a_row_an_actor_and_a_column_a_basis(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    wide, narrow = words(seen(dossier, 140, monkeypatch)), words(seen(dossier, 80, monkeypatch))
    assert "who accused by denied by the Marsh Brigade the governor" in wide
    assert "the Marsh Brigade accused by the governor (The Delta Post, 12 March 2024, 08:00)" in narrow


def test_an_incident_told_once_shows_what_there_is(bare: Incident, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = seen(Dossier(incident=bare, policy="lowest"), 80, monkeypatch)
    assert [line for line in shown.splitlines() if line and not line.startswith(" ")][2:] == ["What is told", "Reports"]


def test_a_report_cannot_act_on_the_terminal(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = replace(dossier.incident, summary="\x1b[31mred", links=(replace(dossier.incident.links[0], why="\x07"),))
    shown = seen(replace(dossier, incident=hostile), 80, monkeypatch)
    assert "\x1b" not in shown
    assert "\x07" not in shown
