"""Which words tell of an incident, who acts in it and who suffers, how far it got."""

import pytest

from reportedly.cleaning.sentences import split_sentences
from reportedly.records.mentions import ActorMention, Understanding, WeaponMention
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing, Trigger
from reportedly.records.vocabulary import IncidentType, Stage
from reportedly.understanding.triggers import find_triggers


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def clean(text: str) -> CleanText:
    return CleanText(
        report_id="r", text=text, text_hash="h", language="en", sentences=split_sentences(text, language="en")
    )


def triggers(
    text: str, *, doers: tuple[str, ...] = (), things: tuple[str, ...] = (), weapons: tuple[str, ...] = ()
) -> tuple[Trigger, ...]:
    """The triggers of ``text``, where ``doers`` are the parties named in it, ``things`` what can be hit."""
    mentions = Understanding(
        actors=tuple(ActorMention(span=at(text, name), name=name, kind="armed_group") for name in doers),
        things=tuple(ActorMention(span=at(text, name), name=name, kind="base") for name in things),
        weapons=tuple(WeaponMention(span=at(text, name), code="rocket", name=name) for name in weapons),
    )
    return find_triggers(clean(text), mentions)


def words(text: str, span: Span | None) -> str | None:
    return None if span is None else span.of(text)


@pytest.mark.parametrize(
    ("text", "doers", "things", "agent", "patient"),
    [
        ("The rebels attacked the depot.", ("rebels",), ("depot",), "rebels", "depot"),
        ("The rebels have attacked the depot.", ("rebels",), ("depot",), "rebels", "depot"),
        ("The depot was attacked by the rebels.", ("rebels",), ("depot",), "rebels", "depot"),
        ("The depot has been attacked by the rebels.", ("rebels",), ("depot",), "rebels", "depot"),
        ("Five fled and two were shot when the rebels shelled the depot.", ("rebels",), ("depot",), "rebels", "depot"),
        ("Five died and two were hurt when the rebels shelled the depot.", ("rebels",), ("depot",), "rebels", "depot"),
        ("The depot was bombed.", (), ("depot",), None, "depot"),
        ("The depot came under an attack by the rebels.", ("rebels",), (), "rebels", None),
        ("The rebels' attack on the depot failed.", ("rebels",), ("depot",), "rebels", "depot"),
        ("The attack on the depot lasted an hour.", (), ("depot",), None, "depot"),
        ("The rebels carried out an attack on the depot.", ("rebels",), ("depot",), "rebels", "depot"),
        ("The rebels, who hold the hills, attacked the depot.", ("rebels",), ("depot",), "rebels", "depot"),
        ("The rebels opened fire on the depot.", ("rebels",), ("depot",), "rebels", "depot"),
        ("A bomb exploded outside the depot.", (), ("depot",), None, "depot"),
    ],
)
def test_who_acts_and_who_suffers_follows_from_the_voice(
    text: str, doers: tuple[str, ...], things: tuple[str, ...], agent: str | None, patient: str | None
) -> None:
    (found,) = triggers(text, doers=doers, things=things, weapons=("bomb",) if "bomb " in text else ())
    assert (words(text, found.agent), words(text, found.patient)) == (agent, patient)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An air strike destroyed the depot.", IncidentType.AIR_STRIKE),
        ("A drone attack shook the depot.", IncidentType.DRONE_ATTACK),
        ("A missile strike shook the depot.", IncidentType.MISSILE_ATTACK),
        ("The shelling of the depot lasted an hour.", IncidentType.MISSILE_ATTACK),
        ("A car bombing shook the depot.", IncidentType.BOMBING),
        ("A suicide bombing shook the depot.", IncidentType.SUICIDE_BOMBING),
        ("A suicide bomber killed four guards.", IncidentType.SUICIDE_BOMBING),
        ("A mass shooting shook the town.", IncidentType.SHOOTING),
        ("Gunmen killed four guards.", IncidentType.SHOOTING),
        ("A guard was gunned down at the gate.", IncidentType.SHOOTING),
        ("A guard was stabbed at the gate.", IncidentType.MELEE_ATTACK),
        ("A knife attack shook the town.", IncidentType.MELEE_ATTACK),
        ("A gun battle broke out at the gate.", IncidentType.CLASH),
        ("The mayor was assassinated at the gate.", IncidentType.ASSASSINATION),
        ("Four guards were abducted at the gate.", IncidentType.ABDUCTION),
        ("The depot was set on fire.", IncidentType.ARSON_SABOTAGE),
        ("Four guards were arrested at the gate.", IncidentType.ARREST),
    ],
)
def test_the_words_tell_the_type(text: str, kind: IncidentType) -> None:
    assert [found.type for found in triggers(text)] == [kind]


def test_a_bare_attack_tells_no_type() -> None:
    (found,) = triggers("The attack on the depot lasted an hour.", things=("depot",))
    assert found.type is None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The rebels threatened to attack the depot.", Stage.THREATENED),
        ("The rebels vowed to attack the depot.", Stage.THREATENED),
        ("The rebels planned to attack the depot.", Stage.PLANNED),
        ("The rebels were plotting to attack the depot.", Stage.PLANNED),
        ("The rebels tried to attack the depot.", Stage.ATTEMPTED),
        ("The rebels attempted to storm the depot.", Stage.ATTEMPTED),
        ("The guards repelled an attack by the rebels.", Stage.THWARTED),
        ("The guards foiled a plot by the rebels.", Stage.THWARTED),
        ("The rebels attacked the depot.", None),
    ],
)
def test_the_words_tell_how_far_it_got(text: str, stage: Stage | None) -> None:
    doers = ("rebels", "guards") if "guards" in text else ("rebels",)
    (found,) = triggers(text, doers=doers, things=("depot",) if "depot" in text else ())
    assert found.stage is stage


@pytest.mark.parametrize(
    "text",
    [
        "The guards shot down a rocket.",
        "The guards intercepted a rocket.",
        "A rocket was shot down by the guards.",
        "The guards destroyed a rocket.",
        "The guards downed a rocket.",
    ],
)
def test_whoever_brings_down_a_weapon_stops_an_attack_and_makes_none(text: str) -> None:
    (found,) = triggers(text, doers=("guards",), weapons=("rocket",))
    assert (found.doing, found.stage, words(text, found.stopper), found.agent) == (
        Doing.STOP,
        Stage.THWARTED,
        "guards",
        None,
    )


def test_what_is_destroyed_and_is_no_weapon_was_attacked() -> None:
    text = "The rebels destroyed the depot with a rocket."
    (found,) = triggers(text, doers=("rebels",), things=("depot",))
    assert (found.doing, words(text, found.agent)) == (Doing.ATTACK, "rebels")


def test_a_stop_that_lets_something_through_does_not_thwart() -> None:
    text = "The guards shot down one rocket and another hit the depot."
    found = triggers(text, doers=("guards",), things=("depot",), weapons=("rocket",))
    assert found
    assert not all(one.stage is Stage.THWARTED for one in found)


def test_a_stop_that_is_denied_is_no_stop() -> None:
    text = "It was not possible to intercept the rocket."
    assert not [one for one in triggers(text, weapons=("rocket",)) if one.doing is Doing.STOP]


def test_a_verb_of_sending_tells_of_an_attack_only_with_a_weapon() -> None:
    text = "The rebels fired a rocket at the depot."
    assert triggers(text, doers=("rebels",), things=("depot",), weapons=("rocket",))
    assert not triggers("The rebels sent a letter to the depot.", doers=("rebels",), things=("depot",))


def test_something_falls_only_where_it_is_a_weapon() -> None:
    assert triggers("A rocket fell beside the depot.", things=("depot",), weapons=("rocket",))
    assert not triggers("A silence fell over the depot.", things=("depot",))


@pytest.mark.parametrize("verb", ["attacked", "hit", "struck", "targeted"])
def test_a_weak_verb_needs_a_doer_and_a_sufferer_or_a_weapon(verb: str) -> None:
    text = f"The rebels {verb} the depot."
    assert triggers(text, doers=("rebels",), things=("depot",))
    assert not triggers(f"The drought {verb} the province.")


def test_who_is_arrested_is_the_sufferer_and_who_arrests_the_stopper() -> None:
    text = "The guards arrested the rebels."
    (found,) = triggers(text, doers=("guards", "rebels"))
    assert (found.doing, words(text, found.stopper), words(text, found.patient), found.agent) == (
        Doing.ARREST,
        "guards",
        "rebels",
        None,
    )


def test_an_arrest_beside_a_deed_is_told_apart_from_it() -> None:
    text = "A bombing killed four guards and two men were arrested."
    assert {found.doing for found in triggers(text)} == {Doing.BURST, Doing.ARREST}


def test_an_arrest_for_a_plot_is_one_with_the_plot() -> None:
    text = "The guards arrested two men who plotted to attack the depot."
    (found,) = triggers(text, doers=("guards", "two men"), things=("depot",))
    assert (found.doing, found.type, found.stage) == (Doing.ARREST, IncidentType.ARREST, Stage.THWARTED)


def test_a_foiled_plot_is_an_arrest() -> None:
    (found,) = triggers("The guards foiled a plot to bomb the depot.", doers=("guards",), things=("depot",))
    assert found.type is IncidentType.ARREST


def test_who_died_suffered_and_did_nothing() -> None:
    text = "The rebels died in an explosion."
    (found,) = triggers(text, doers=("rebels",))
    assert (found.agent, words(text, found.patient)) == (None, "rebels")


def test_what_people_use_is_never_who_did_it() -> None:
    text = "A rocket struck the depot."
    (found,) = triggers(text, things=("depot",), weapons=("rocket",))
    assert (found.agent, words(text, found.patient)) == (None, "depot")


def test_each_trigger_knows_its_sentence_and_stands_inside_its_stretch() -> None:
    text = "The mayor spoke. A bombing killed four guards. A knife attack followed in the evening."
    found = triggers(text)
    assert [one.sentence for one in found] == [1, 2]
    assert all(one.stretch.contains(one.span) for one in found)


def test_furniture_holds_no_trigger() -> None:
    text = "Watch a bombing kill four guards."
    sentences = tuple(
        type(one)(span=one.span, paragraph=one.paragraph, furniture=True)
        for one in split_sentences(text, language="en")
    )
    page = CleanText(report_id="r", text=text, text_hash="h", language="en", sentences=sentences)
    assert find_triggers(page, Understanding()) == ()
    assert triggers(text)
