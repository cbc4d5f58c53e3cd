"""Statements become claims of the report; triggers no incident took in become series."""

import datetime as dt

from reportedly.cleaning.clean import clean
from reportedly.coding.claims import ClaimBook
from reportedly.coding.page import Page
from reportedly.coding.statements import state
from reportedly.records.claims import Claim
from reportedly.records.mentions import ActorMention, Attribution, Cue, Source, TimeMention, Understanding
from reportedly.records.moments import When
from reportedly.records.reports import Report
from reportedly.records.spans import Span
from reportedly.records.statements import Statement
from reportedly.records.triggers import Doing, Trigger
from reportedly.records.vocabulary import ClaimField, IncidentType, SourceKind, TimePrecision

TEXT = "The mayor spoke of rocket attacks by the Front on the ferries. The Front denies it."


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def attacks(*, hypothetical: bool = False, definite: bool = False) -> Trigger:
    return Trigger(
        span=span("rocket attacks"),
        sentence=0,
        stretch=span("rocket attacks by the Front on the ferries."),
        doing=Doing.ATTACK,
        type=IncidentType.MISSILE_ATTACK,
        agent=span("the Front"),
        patient=span("ferries"),
        plural=True,
        noun=True,
        hypothetical=hypothetical,
        definite=definite,
    )


def claims(mentions: Understanding, coded: tuple[Trigger, ...] = ()) -> list[Claim]:
    page = Page(clean(Report(id="r", content=TEXT)), mentions)
    book = ClaimBook(page)
    state(page, book, coded)
    return list(book.claims.values())


def series(words: str) -> Statement:
    value = {"what": words, "count": None, "since": None, "until": None, "place": None}
    return Statement(ClaimField.SERIES, span(words), dict(value))


def test_a_statement_becomes_a_claim_of_the_report_itself() -> None:
    (claim,) = claims(Understanding(statements=(series("attacks by the Front"),)))
    assert (claim.field, claim.incident_id, claim.quote) == (ClaimField.SERIES, None, "attacks by the Front")


def test_a_series_whose_words_an_incident_took_in_is_left_out() -> None:
    trigger = attacks()
    mentions = Understanding(statements=(series("rocket attacks by the Front"),), triggers=(trigger,))
    assert claims(mentions, (trigger,)) == []


def test_an_accusation_whose_deed_an_incident_took_in_is_left_out() -> None:
    trigger = attacks()
    value = {"who": "The mayor", "of": "rocket attacks", "by": None}
    statement = Statement(
        ClaimField.ACCUSATION, span("The mayor spoke of rocket attacks"), dict(value), span("The mayor")
    )
    assert claims(Understanding(statements=(statement,), triggers=(trigger,)), (trigger,)) == []


def test_a_denial_stays_whatever_incidents_took_in() -> None:
    trigger = attacks()
    statement = Statement(ClaimField.DENIAL, span(TEXT), {"who": "the Front", "of": "it"})
    (claim,) = claims(Understanding(statements=(statement,), triggers=(trigger,)), (trigger,))
    assert claim.field is ClaimField.DENIAL


def test_many_attacks_that_no_incident_took_in_are_a_series() -> None:
    (claim,) = claims(Understanding(triggers=(attacks(),)))
    assert (claim.field, claim.quote) == (ClaimField.SERIES, "rocket attacks by the Front on the ferries")


def test_many_attacks_that_a_tally_counts_are_no_series() -> None:
    tally = Statement(ClaimField.TALLY, span("rocket attacks by the Front"), {"what": "", "count": None})
    found = claims(Understanding(statements=(tally,), triggers=(attacks(),)))
    assert [claim.field for claim in found] == [ClaimField.TALLY]


def test_attacks_only_thought_of_are_no_series() -> None:
    assert claims(Understanding(triggers=(attacks(hypothetical=True),))) == []


def test_attacks_that_point_back_are_no_series() -> None:
    assert claims(Understanding(triggers=(attacks(definite=True),))) == []


def test_attacks_on_a_day_of_their_own_are_no_series() -> None:
    day = dt.date(2024, 6, 3)
    when = When(start=day, end=day, precision=TimePrecision.DAY, edtf="2024-06-03", derivation="", text="ferries")
    assert claims(Understanding(triggers=(attacks(),), times=(TimeMention(span("ferries"), when),))) == []


def test_a_denial_is_said_by_the_one_who_denies() -> None:
    source = Source(name="the Front", kind=SourceKind.ARMED_GROUP, anonymous=False, span=span("The Front"))
    mayor = Source(name="mayor", kind=SourceKind.OFFICIAL, anonymous=False, span=span("mayor"))
    said = Attribution(source=source, cue=Cue("denies", span("denies")), content=span("it."))
    around = Attribution(source=mayor, cue=Cue("spoke of", span("spoke of")), content=span("The Front denies it"))
    statement = Statement(ClaimField.DENIAL, span("The Front denies it"), {"who": "the Front", "of": "it"}, source.span)
    (claim,) = claims(Understanding(statements=(statement,), attributions=(around, said)))
    assert claim.source is not None
    assert claim.source.name == "the Front"


def test_a_party_that_denies_in_its_own_name_speaks_for_itself() -> None:
    front = ActorMention(span=span("The Front"), name="the Front", kind="armed_group")
    mayor = Source(name="mayor", kind=SourceKind.OFFICIAL, anonymous=False, span=span("mayor"))
    around = Attribution(source=mayor, cue=Cue("spoke of", span("spoke of")), content=span("The Front denies it"))
    statement = Statement(ClaimField.DENIAL, span("The Front denies it"), {"who": "the Front", "of": "it"}, front.span)
    (claim,) = claims(Understanding(statements=(statement,), attributions=(around,), actors=(front,)))
    assert claim.source is not None
    assert (claim.source.name, claim.source.kind) == ("The Front", SourceKind.ARMED_GROUP)


def test_a_habit_stays_a_series_whatever_incidents_took_in() -> None:
    text = "Gangs regularly staged attacks on the ferries."
    trigger = Trigger(
        span=span("attacks", text), sentence=0, stretch=span(text, text), doing=Doing.ATTACK, plural=True, noun=True
    )
    statement = Statement(ClaimField.SERIES, span(text, text), {"what": text, "count": None})
    page = Page(clean(Report(id="r", content=text)), Understanding(statements=(statement,), triggers=(trigger,)))
    book = ClaimBook(page)
    state(page, book, (trigger,))
    assert [claim.field for claim in book.claims.values()] == [ClaimField.SERIES]
