"""The words of the genre beyond the plain ones, each in a sentence that tells something else without it."""

import pytest

from reportedly.cleaning.sentences import split_sentences
from reportedly.records.mentions import ActorMention, PlaceMention, Understanding, WeaponMention
from reportedly.records.places import Where
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing, Trigger
from reportedly.records.vocabulary import IncidentType, PlacePrecision, Stage
from reportedly.understanding.triggers import find_triggers

MELEE, SHOOTING, CLASH = IncidentType.MELEE_ATTACK, IncidentType.SHOOTING, IncidentType.CLASH
ABDUCTION, ARSON = IncidentType.ABDUCTION, IncidentType.ARSON_SABOTAGE


def triggers(
    text: str,
    *,
    doers: tuple[str, ...] = (),
    things: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    weapons: tuple[str, ...] = (),
    code: str = "rocket",
) -> list[Trigger]:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    page = CleanText(
        report_id="r", text=text, text_hash="h", language="en", sentences=split_sentences(text, language="en")
    )
    mentions = Understanding(
        actors=tuple(ActorMention(span=at(name), name=name, kind="armed_group") for name in doers),
        things=tuple(ActorMention(span=at(name), name=name, kind="base") for name in things),
        places=tuple(
            PlaceMention(
                at(name),
                Where(
                    name=name,
                    country=None,
                    lat=None,
                    lon=None,
                    radius_km=None,
                    precision=PlacePrecision.SETTLEMENT,
                    place_id=None,
                ),
            )
            for name in places
        ),
        weapons=tuple(WeaponMention(span=at(name), code=code, name=name) for name in weapons),
    )
    return [one for one in find_triggers(page, mentions) if not one.hypothetical]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("raked", SHOOTING),
        ("fired at", SHOOTING),
        ("fired into", SHOOTING),
        ("shot up", SHOOTING),
        ("opened up on", SHOOTING),
        ("bludgeoned", MELEE),
        ("slashed", MELEE),
        ("decapitated", MELEE),
        ("beat to death", MELEE),
        ("clubbed to death", MELEE),
        ("battered to death", MELEE),
        ("stoned to death", MELEE),
        ("burned alive", MELEE),
        ("slit the throats of", MELEE),
        ("took captive", ABDUCTION),
        ("spirited away", ABDUCTION),
        ("set upon", None),
        ("swooped on", None),
        ("laid siege to", None),
    ],
)
def test_a_verb_tells_what_was_done(words: str, kind: IncidentType | None) -> None:
    (found, *_) = triggers(f"The rebels {words} the guards.", doers=("rebels", "guards"))
    assert (found.doing, found.type) == (Doing.ATTACK, kind)


@pytest.mark.parametrize("verb", ["traded shots", "exchanged shots"])
def test_shots_that_go_both_ways_are_a_clash(verb: str) -> None:
    assert [one.type for one in triggers(f"The rebels and the guards {verb}.", doers=("rebels", "guards"))] == [CLASH]


@pytest.mark.parametrize(
    ("verb", "weapon", "kind"),
    [("sprayed", "bullets", SHOOTING), ("peppered", "bullets", SHOOTING), ("hacked", "machetes", MELEE)],
)
def test_a_verb_that_means_much_is_a_deed_beside_its_weapon_only(verb: str, weapon: str, kind: IncidentType) -> None:
    text = f"The rebels {verb} the guards with {weapon}."
    assert [one.type for one in triggers(text, doers=("rebels", "guards"), weapons=(weapon,))] == [kind]
    assert triggers(f"The rebels {verb} the guards with paint.", doers=("rebels", "guards")) == []


@pytest.mark.parametrize("verb", ["snatched", "carried off", "dragged away"])
def test_people_of_no_state_who_take_somebody_abduct(verb: str) -> None:
    assert [one.type for one in triggers(f"Gunmen {verb} a trader.", doers=("trader",))] == [ABDUCTION]
    assert triggers(f"The cup was {verb} by a trader.", doers=("trader",)) == []


@pytest.mark.parametrize(
    "verb",
    ["entered", "burst into", "broke into", "barged into", "descended on", "descended upon", "penetrated"],
)
def test_people_of_no_state_who_come_into_a_place_attack_it(verb: str) -> None:
    assert [one.doing for one in triggers(f"Insurgents {verb} Ostra at dusk.", places=("Ostra",))] == [Doing.ATTACK]
    assert triggers(f"Traders {verb} Ostra at dusk.", places=("Ostra",)) == []


@pytest.mark.parametrize(
    "verb", ["maimed", "martyred", "wiped out", "liquidated", "annihilated", "claimed the lives of"]
)
def test_a_verb_tells_of_people_hurt(verb: str) -> None:
    assert [one.doing for one in triggers(f"The bomb {verb} two guards.", doers=("guards",))] == [Doing.HARM]


@pytest.mark.parametrize("verb", ["lost their lives", "lost his life", "lost her life", "lost their life"])
def test_who_lost_a_life_died(verb: str) -> None:
    assert [one.natural for one in triggers(f"The guards {verb} at the gate.", doers=("guards",))] == [True]


@pytest.mark.parametrize(
    "verb", ["beat back", "beat off", "fought off", "pushed back", "drove back", "staved off", "held off"]
)
def test_whoever_drives_an_attack_off_stops_it(verb: str) -> None:
    (found,) = triggers(f"The guards {verb} an attack by the rebels.", doers=("guards", "rebels"))
    assert (found.doing, found.stage) == (Doing.STOP, Stage.THWARTED)


@pytest.mark.parametrize("verb", ["disarmed", "knocked out of the sky", "blew out of the sky"])
def test_a_weapon_made_harmless_is_stopped_and_people_are_not(verb: str) -> None:
    assert [one.doing for one in triggers(f"The guards {verb} a rocket.", weapons=("rocket",))] == [Doing.STOP]
    assert triggers(f"The guards {verb} a trader.", doers=("guards", "trader")) == []


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("A terrorist attack", None),
        ("An act of terror", None),
        ("Sniper fire", SHOOTING),
        ("A hail of bullets", SHOOTING),
        ("A burst of gunfire", SHOOTING),
        ("A stabbing attack", MELEE),
        ("Intense fighting", CLASH),
        ("A contract killing", IncidentType.ASSASSINATION),
        ("A targeted killing", IncidentType.ASSASSINATION),
        ("A mass abduction", ABDUCTION),
        ("A petrol bombing", ARSON),
        ("An air operation", IncidentType.AIR_STRIKE),
    ],
)
def test_a_noun_tells_what_was_done(noun: str, kind: IncidentType | None) -> None:
    assert [one.type for one in triggers(f"{noun} shook Ostra on Sunday.")] == [kind]


@pytest.mark.parametrize("words", ["a bomb threat", "a terroristic threat"])
def test_a_threat_of_its_own_name_needs_no_attack_beside_it(words: str) -> None:
    assert [one.stage for one in triggers(f"A pupil made {words} on Sunday.")] == [Stage.THREATENED]


def test_a_hitman_makes_a_killing_an_assassination() -> None:
    assert [one.type for one in triggers("Two hitmen killed the mayor.")] == [IncidentType.ASSASSINATION]


def test_rockets_that_are_fired_at_a_base_are_no_shooting() -> None:
    (found,) = triggers("Two rockets were fired at the base.", weapons=("rockets",), things=("base",))
    assert (found.doing, found.type) == (Doing.LAUNCH, None)


def test_rockets_that_are_shot_from_a_lorry_are_sent_and_not_shot_at() -> None:
    (found,) = triggers("Four rockets were shot from a lorry.", weapons=("rockets",))
    assert (found.doing, found.type) == (Doing.LAUNCH, None)


def test_a_bill_that_is_fired_at_is_shot_at_by_nobody() -> None:
    assert triggers("The bill was fired at from two sides.") == []


def test_whoever_is_fired_at_may_be_a_mere_pronoun() -> None:
    (found,) = triggers("The rebels fired at them beside the depot.", doers=("rebels",), things=("depot",))
    assert (found.type, found.patient) == (SHOOTING, None)


def test_whoever_did_it_is_not_whoever_looks_for_them() -> None:
    text = "The guards are looking for whoever fired at the depot."
    assert [one.agent for one in triggers(text, doers=("guards",), things=("depot",))] == [None]


def test_a_drone_that_is_destroyed_is_stopped() -> None:
    (found,) = triggers("A drone packed with powder was destroyed over the town.", weapons=("drone",), code="drone")
    assert (found.doing, found.stage) == (Doing.STOP, Stage.THWARTED)


def test_a_mast_that_gunmen_bring_down_with_a_bomb_is_sabotaged_and_no_weapon_is_stopped() -> None:
    text = "Gunmen crept up to a mast and brought it down with explosives."
    (found,) = triggers(text, weapons=("explosives",), code="explosive")
    assert (found.doing, found.type, found.stopper) == (Doing.ATTACK, ARSON, None)


def test_who_will_not_take_a_road_threatens_nobody() -> None:
    text = "The drivers said they would not take the road again unless guards rode along."
    assert triggers(text, doers=("guards",)) == []


@pytest.mark.parametrize("words", ["lay down their arms", "laid down their arms", "burst into tears", "raked in money"])
def test_an_expression_that_only_sounds_like_a_deed_tells_none(words: str) -> None:
    assert triggers(f"On Sunday the rebels {words} at the depot.", doers=("rebels",), things=("depot",)) == []
