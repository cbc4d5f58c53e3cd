"""What one trigger tells of its incident: kind, day, place."""

import datetime as dt

import pytest

from reportedly.cleaning.sentences import split_sentences
from reportedly.coding.features import Features, features_of
from reportedly.coding.page import Page
from reportedly.records.mentions import (
    ActorMention,
    Attribution,
    Cue,
    PlaceMention,
    Source,
    TimeMention,
    Understanding,
    WeaponMention,
)
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing, Trigger
from reportedly.records.vocabulary import Factuality, IncidentType, PlacePrecision, SourceKind, TimePrecision

TEXT = "Rebels attacked Quetta on Monday with rockets, the mayor said on Wednesday."
DAYS = {"Monday": dt.date(2024, 5, 13), "Wednesday": dt.date(2024, 5, 15)}


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def time(words: str, precision: TimePrecision = TimePrecision.DAY, *, reference: bool = False) -> TimeMention:
    when = When(start=DAYS[words], end=DAYS[words], precision=precision, edtf="x", derivation=words, text=words)
    return TimeMention(at(words), when, reference=reference)


def place(precision: PlacePrecision = PlacePrecision.SETTLEMENT, *, metonym: bool = False) -> PlaceMention:
    where = Where(name="Quetta", country="PK", lat=30.2, lon=67.0, radius_km=5.0, precision=precision, place_id="g:1")
    return PlaceMention(at("Quetta"), where, metonym=metonym)


def saying(stance: Factuality = Factuality.ASSERTED) -> Attribution:
    source = Source(name="mayor", kind=SourceKind.OFFICIAL, anonymous=False, span=at("mayor"))
    return Attribution(source=source, cue=Cue("said", at("said")), content=Span(0, at("rockets").end), stance=stance)


ROCKETS = WeaponMention(span=at("rockets"), code="rocket", name="rockets")


def features(
    *,
    times: tuple[TimeMention, ...] = (),
    places: tuple[PlaceMention, ...] = (),
    weapons: tuple[WeaponMention, ...] = (),
    attributions: tuple[Attribution, ...] = (),
    kind: IncidentType | None = None,
    doing: Doing = Doing.ATTACK,
) -> Features:
    clean = CleanText(
        report_id="r", text=TEXT, text_hash="h", language="en", sentences=split_sentences(TEXT, language="en")
    )
    rebels = ActorMention(span=at("Rebels"), name="Rebels", kind="armed_group")
    page = Page(
        clean,
        Understanding(actors=(rebels,), times=times, places=places, weapons=weapons, attributions=attributions),
    )
    trigger = Trigger(
        span=at("attacked"), sentence=0, stretch=Span(0, len(TEXT)), doing=doing, type=kind, agent=at("Rebels")
    )
    return features_of(page, trigger, alone=True)


def test_the_day_of_the_deed_is_told_and_the_day_of_speaking_not() -> None:
    found = features(times=(time("Monday"), time("Wednesday")), attributions=(saying(),))
    assert found.days() == (DAYS["Monday"], DAYS["Monday"])
    assert features(times=(time("Wednesday"),), attributions=(saying(),)).days() is None


def test_a_time_that_frames_others_dates_nothing() -> None:
    assert features(times=(time("Monday", reference=True),)).time is None


def test_a_month_tells_no_day() -> None:
    found = features(times=(time("Monday", TimePrecision.MONTH),))
    assert found.time is not None
    assert found.days() is None


@pytest.mark.parametrize(
    ("kind", "weapons", "told"),
    [
        (None, (), None),
        (None, (ROCKETS,), IncidentType.MISSILE_ATTACK),
        (IncidentType.DRONE_ATTACK, (), IncidentType.DRONE_ATTACK),
        (IncidentType.ABDUCTION, (ROCKETS,), IncidentType.ABDUCTION),
    ],
)
def test_the_words_tell_the_type_before_the_weapons(
    kind: IncidentType | None, weapons: tuple[WeaponMention, ...], told: IncidentType | None
) -> None:
    assert features(kind=kind, weapons=weapons).type is told


@pytest.mark.parametrize(("doing", "told"), [(Doing.THREAT, IncidentType.THREAT), (Doing.ARREST, IncidentType.ARREST)])
def test_a_threat_or_arrest_is_one_whatever_weapon_is_named(doing: Doing, told: IncidentType) -> None:
    assert features(doing=doing, weapons=(ROCKETS,)).type is told


def test_a_town_is_a_fine_place_and_a_speaking_capital_none() -> None:
    assert features(places=(place(),)).fine_place == place()
    assert features(places=(place(metonym=True),)).fine_place is None
    assert features(places=(place(PlacePrecision.COUNTRY),)).fine_place is None


def test_the_doer_is_the_actor_on_its_span() -> None:
    agent = features().agent
    assert agent is not None
    assert agent.name == "Rebels"


def test_what_is_denied_was_done_by_nobody() -> None:
    found = features(attributions=(saying(Factuality.DENIED),), kind=IncidentType.BOMBING)
    assert found.trigger.hypothetical
    assert (found.trigger.agent, found.type) == (None, None)
