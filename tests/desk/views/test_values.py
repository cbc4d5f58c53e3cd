from dataclasses import replace

import pytest

from reportedly.desk.views.values import Shown, values_of
from reportedly.records.counts import Count
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import Factuality, Stage


def shown(incident: Incident, field: str) -> Shown:
    return next(one for one in values_of(incident) if one.line.field == field)


def who(incident: Incident, field: str) -> tuple[list[str], list[str]]:
    """Who is for the value and who is against it, each with the value where it is another one."""
    one = shown(incident, field)
    return tuple([f"{said.voice.chain[0]} {said.value}".strip() for said in side] for side in (one.pro, one.con))  # type: ignore[return-value]


def test_a_figure_has_speakers_for_and_against(incident: Incident) -> None:
    assert who(incident, "killed") == (["the army"], ["the governor 3", "two medics, anonymous at least 5"])


def test_a_figure_that_fits_is_for_and_is_told_as_it_was_given(incident: Incident) -> None:
    told = replace(incident, killed=Count.exactly(6))
    assert who(told, "killed") == (["two medics, anonymous at least 5"], ["the governor 3", "the army 2"])


def test_one_word_of_one_speaker_in_a_copy_is_folded(incident: Incident) -> None:
    governor = shown(incident, "killed").con[0]
    assert governor.told is not None
    assert (governor.told.report_id, governor.again) == ("delta-1", 1)


def test_a_claim_that_is_denied_is_against(incident: Incident) -> None:
    first = incident.evidence[0]
    denied = replace(first, claim=replace(first.claim, factuality=Factuality.DENIED))
    pro, con = who(replace(incident, evidence=(denied, *incident.evidence[1:])), "type")
    assert (pro, con) == ([], ["the governor"])


def test_another_stage_is_against_and_named(incident: Incident) -> None:
    assert who(replace(incident, stage=Stage.ATTEMPTED), "stage") == ([], ["the governor accomplished"])


@pytest.mark.parametrize(
    ("end", "side"), [({"start": "2024-03-10", "end": "2024-03-12"}, 0), ({"start": "2024-03-12"}, 1)]
)
def test_a_day_that_can_be_the_same_is_for_and_another_is_against(
    incident: Incident, end: dict[str, str], side: int
) -> None:
    day = incident.evidence[2]
    other = replace(day, claim=replace(day.claim, value=dict(end)))
    told = replace(incident, evidence=(*incident.evidence[:2], other, *incident.evidence[3:]))
    assert len(who(told, "when")[side]) == 1


def test_who_is_blamed_is_left_to_the_matrix(incident: Incident) -> None:
    fields = [one.line.field for one in values_of(incident)]
    assert fields == ["type", "stage", "when", "where", "weapons", "targets", "victims", "killed", "attackers"]


def test_what_nobody_tells_has_nobody_for_it(bare: Incident) -> None:
    assert [(one.line.field, one.pro, one.con) for one in values_of(bare)][2:] == [
        ("when", (), ()),
        ("where", (), ()),
    ]


def test_a_figure_that_counts_a_part_is_neither_for_nor_against(incident: Incident) -> None:
    guards = incident.evidence[4]
    part = replace(guards, claim=replace(guards.claim, id="c50", value={"low": 1, "high": 1}, quote="one child"))
    one = shown(replace(incident, evidence=(*incident.evidence, part)), "killed")
    assert [said.value for said in one.beside] == ["1"]
    assert [said.value for said in one.con] == ["3", "at least 5"]
