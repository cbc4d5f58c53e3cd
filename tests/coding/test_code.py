"""Mentions of one text in, a telling out: each figure, speaker and tie with the incident it is about."""

import pytest

import reportedly
from reportedly.cleaning.sentences import split_sentences
from reportedly.coding.code import code
from reportedly.records.counts import Count
from reportedly.records.incidents import ReportedIncident, Telling
from reportedly.records.mentions import ActorMention, Toll, Understanding, WeaponMention
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing, Frame, Trigger
from reportedly.records.vocabulary import ClaimField, IncidentType, Stage

TEXT = "Rebels shelled the depot. Two guards were killed. It rained."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def page() -> CleanText:
    return CleanText(
        report_id="r", text=TEXT, text_hash="h", language="en", sentences=split_sentences(TEXT, language="en")
    )


def mentions(frame: Frame | None = None, *, hypothetical: bool = False) -> Understanding:
    shelled = Trigger(
        span=at("shelled"),
        sentence=0,
        stretch=at("Rebels shelled the depot."),
        doing=Doing.ATTACK,
        type=IncidentType.MISSILE_ATTACK,
        agent=at("Rebels"),
        patient=at("depot"),
        hypothetical=hypothetical,
    )
    return Understanding(
        actors=(ActorMention(span=at("Rebels"), name="Rebels", kind="armed_group"),),
        things=(ActorMention(span=at("depot"), name="depot", kind="base"),),
        weapons=(WeaponMention(span=at("shelled"), code="artillery", name="shelled"),),
        tolls=(
            Toll(
                span=at("Two guards were killed"),
                effect="killed",
                count=Count(2, 2),
                group="guards",
                group_span=at("guards"),
            ),
        ),
        triggers=(shelled,),
        frame=frame,
    )


def test_mentions_made_by_hand_become_one_incident() -> None:
    (incident,) = code(page(), mentions()).incidents
    assert (incident.type, incident.stage, incident.main) == (
        IncidentType.MISSILE_ATTACK,
        Stage.ACCOMPLISHED,
        True,
    )
    assert [row.name for row in incident.perpetrators] == ["Rebels"]
    assert [target.name for target in incident.targets] == ["depot"]
    assert incident.killed == Count(2, 2)
    assert incident.injured is None


def test_no_mentions_are_no_incident() -> None:
    found = code(page(), Understanding())
    assert (found.incidents, found.claims) == ((), ())
    assert len(found.accounts) == 3


def test_what_is_played_or_never_happened_is_no_incident() -> None:
    assert code(page(), mentions(Frame.UNREAL)).incidents == ()
    assert code(page(), mentions(hypothetical=True)).incidents == ()


def test_what_is_remembered_is_never_the_news() -> None:
    assert not any(incident.main for incident in code(page(), mentions(Frame.REMEMBERED)).incidents)


def tell(text: str) -> Telling:
    return reportedly.tell(text=text, published="2024-05-16")


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Quetta on Monday. Two people died, police said.",
        "Hezbollah threatened to strike Israeli ports if talks failed.",
        "Police arrested three men in Mombasa on Monday on suspicion of terrorism.",
    ],
)
def test_type_and_stage_are_claims_of_every_incident(text: str) -> None:
    found = tell(text)
    for incident in found.incidents:
        fields = {claim.field: claim.value for claim in found.claims if claim.incident_id == incident.id}
        assert fields[ClaimField.TYPE] == incident.type.value
        assert fields[ClaimField.STAGE] == incident.stage.value


def one_of(text: str) -> ReportedIncident:
    (incident,) = tell(text).incidents
    return incident


def test_a_threat_keeps_what_it_hangs_on() -> None:
    found = one_of("Hezbollah threatened to strike Israeli ports if talks failed.")
    assert found.condition is not None
    assert found.condition.text == "if talks failed"
    assert one_of("Hezbollah threatened to strike Israeli ports.").condition is None


def test_only_a_threat_hangs_on_something() -> None:
    assert one_of("A bomb exploded in Quetta on Monday if reports are right.").condition is None


def test_a_figure_belongs_to_the_incident_it_stands_beside() -> None:
    first, second = tell(
        "A bomb killed two people in Quetta on Monday. Gunmen shot dead nine people in Karachi on Tuesday."
    ).incidents
    assert (first.killed, second.killed) == (Count(2, 2), Count(9, 9))


def test_blame_belongs_to_the_incident_told_last() -> None:
    first, second = tell(
        "A bomb killed two people in Quetta on Monday. A car bomb killed nine people in Mogadishu on Tuesday. "
        "Al-Shabaab claimed responsibility."
    ).incidents
    assert first.perpetrators == ()
    assert [row.name for row in second.perpetrators] == ["Al-Shabaab"]


def test_a_speaker_is_kept_with_the_incident_told() -> None:
    found = tell("A bomb exploded in Quetta on Monday, police said.")
    (incident,) = found.incidents
    speakers = {
        claim.source.name for claim in found.claims if claim.incident_id == incident.id and claim.source is not None
    }
    assert speakers == {"police"}


def test_the_summary_is_one_line() -> None:
    line = one_of("A bomb exploded at a market in Quetta on Monday, killing two people.").summary
    assert line
    assert "\n" not in line
    assert "Quetta" in line


def test_attributions_and_places_are_kept_where_no_incident_is_told() -> None:
    found = tell("The mayor said on Monday that a library would open in Quetta.")
    assert found.incidents == ()
    assert [said.source.name for said in found.attributions if said.source is not None] != []
    assert "Quetta" in {place.where.name for place in found.places}


def test_that_attack_is_the_one_told_last() -> None:
    text = (
        "Mortars killed two soldiers at the base of Quetta on Monday. Drones were shot down there on Tuesday evening. "
        "Nobody was hurt in that attack."
    )
    mortars, drones = reportedly.tell(text=text, published="2024-05-16").incidents
    assert (mortars.killed, drones.killed) == (Count.exactly(2), Count.exactly(0))


@pytest.mark.parametrize(("words", "main"), [("It has said nothing about", False), ("It also told of", True)])
def test_what_somebody_said_nothing_about_is_no_news(words: str, main: bool) -> None:
    text = (
        "Mortars killed two soldiers at the base of Quetta on Tuesday. The Front has claimed the attack. "
        f"{words} the two drones that were shot down over the base on Tuesday evening."
    )
    told = reportedly.tell(text=text, published="2024-05-16").incidents
    assert [one.main for one in told if one.type is IncidentType.DRONE_ATTACK] == [main]
