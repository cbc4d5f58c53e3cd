import datetime as dt
from dataclasses import replace

from reportedly.desk.views.matrix import matrix_of
from reportedly.records.incidents import Perpetrator
from reportedly.records.judgements import Act, Decision
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import Basis


def test_an_accusation_and_a_denial_stand_with_whoever_says_so_and_when(incident: Incident) -> None:
    accused, denied = (matrix_of(incident).rows[at] for at in (0, 1))
    saying = accused.sayings[Basis.ACCUSED][0]
    assert (saying.by, saying.publisher, saying.quote) == (
        "the governor",
        "The Delta Post",
        "blamed the Marsh Brigade",
    )
    assert saying.published == incident.reports[0].published
    assert denied.sayings[Basis.DENIED][0].by == "Marsh Brigade"


def test_names_of_one_actor_make_one_row(incident: Incident) -> None:
    known = tuple(replace(row, actor_id="marsh-brigade") for row in incident.perpetrators)
    rows = matrix_of(replace(incident, perpetrators=known)).rows
    assert [row.names for row in rows] == [("the Marsh Brigade", "Marsh Brigade")]
    assert set(rows[0].sayings) == {Basis.ACCUSED, Basis.DENIED}


def test_who_could_have_said_and_did_not_is_told(incident: Incident) -> None:
    assert [saying.by for saying in matrix_of(incident).withheld] == ["the army"]


def test_one_speaker_counts_once_with_the_earliest_report(incident: Incident) -> None:
    accused = incident.evidence[7]
    again = replace(accused, report_id="morning-1", claim=replace(accused.claim, id="c99"))
    row = Perpetrator(name="the Marsh Brigade", basis=Basis.ACCUSED, by="the governor", claims=("c99", "c8"))
    told = replace(incident, perpetrators=(row,), evidence=(*incident.evidence, again))
    assert [saying.report_id for saying in matrix_of(told).rows[0].sayings[Basis.ACCUSED]] == ["delta-1"]


def test_the_voices_of_two_reports_are_two_and_a_copy_adds_none(incident: Incident) -> None:
    accused = incident.evidence[7]
    own = tuple(
        replace(accused, report_id=report, claim=replace(accused.claim, id=id_, source=None))
        for report, id_ in (("basin-7", "c98"), ("delta-1", "c97"), ("morning-1", "c99"))
    )
    row = Perpetrator(name="the Marsh Brigade", basis=Basis.STATED, by=None, claims=("c97", "c98", "c99"))
    told = replace(incident, perpetrators=(row,), evidence=own)
    sayings = matrix_of(told).rows[0].sayings[Basis.STATED]
    assert [(saying.by, saying.publisher) for saying in sayings] == [(None, "The Delta Post"), (None, "Basin Radio")]


def test_a_silent_incident_has_an_empty_matrix(bare: Incident) -> None:
    matrix = matrix_of(bare)
    assert (matrix.rows, matrix.withheld) == ((), ())


def test_the_speaker_of_the_row_stands_and_not_whoever_passes_it_on(incident: Incident) -> None:
    row = Perpetrator(name="the Marsh Brigade", basis=Basis.DENIED, by="a commander", claims=("c8",))
    (only,) = matrix_of(replace(incident, perpetrators=(row,))).rows
    assert [saying.by for saying in only.sayings[Basis.DENIED]] == ["a commander"]


def test_what_a_person_decided_is_no_reports_word(incident: Incident) -> None:
    (first, *rest) = incident.perpetrators
    own = replace(first, name="The Reed Front", actor_id=None, by="ana")
    decided = Decision(
        id="d",
        act=Act.SET,
        incidents=(incident.id,),
        who="ana",
        when=dt.datetime(2024, 6, 1, tzinfo=dt.UTC),
        because="seen",
        field="perpetrators",
    )
    told = replace(incident, perpetrators=(first, *rest, own))
    assert "The Reed Front" in {name for row in matrix_of(told).rows for name in row.names}
    assert matrix_of(told, decided=decided) == matrix_of(incident)
