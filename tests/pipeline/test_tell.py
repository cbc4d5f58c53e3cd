"""What ``reportedly.tell`` promises for every report, whatever it tells."""

import dataclasses
import datetime as dt
import pickle
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reportedly
from reportedly.errors import Malformed
from reportedly.records.incidents import ReportedIncident, Telling
from reportedly.records.vocabulary import SentenceStatus

NEWS = (
    "A roadside bomb killed two soldiers near Maiduguri on Tuesday, the army said. The army blamed Boko Haram. "
    "Rockets also hit a market in Erbil on Monday, wounding at least five people, police said. "
    "The Cedar Brigades warned that they would fire missiles at American bases if talks failed. "
    "Two drones aimed at an air base in Syria were shot down on Sunday."
)
PIECES = [
    "A bomb exploded at a market in Quetta on Monday, killing two people.",
    "Nobody claimed responsibility.",
    "The army blamed Boko Haram.",
    "Russia denied involvement.",
    "Gunmen shot dead a journalist in Karachi, police said.",
    "Three of five rockets were intercepted.",
    "“We will strike again,” the group said.",
    "It was the third attack this month.",
    "The council opened a library.",
    "Watch | the moment of the blast",
    "KILLED, at least 40; “",
    "\n\n",
    "Two years ago, militants had attacked the same base.",
    "5,000 people fled on 31 February.",
    "ÉCLAT \U0001f680 тест 攻撃",
]
TEXTS = st.one_of(
    st.text(min_size=1, max_size=200),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), min_size=1, max_size=8).map("".join),
)


def tell(text: str, published: str | None = "2024-05-16") -> Telling | None:
    """What a text tells; None for one that is refused because it holds no words."""
    try:
        return reportedly.tell(text=text, published=published)
    except Malformed:
        assert not any(sign.isalnum() for sign in text), "only a text without words may be refused"
        return None


def resting_on(value: object) -> list[tuple[str, ...]]:
    """Every list of claim ids in a value, at any depth, empty ones included."""
    if isinstance(value, tuple):
        return [found for part in value for found in resting_on(part)]
    if not dataclasses.is_dataclass(value):
        return []
    here = [getattr(value, "claims")] if hasattr(value, "claims") else []  # noqa: B009 - any record
    return here + [
        found
        for field in dataclasses.fields(value)
        if field.name != "claims"
        for found in resting_on(getattr(value, field.name))
    ]


def broken(found: Telling) -> list[str]:
    """What a telling breaks of the contract's promises, in words."""
    text = found.report.text
    claims = {claim.id: claim for claim in found.claims}
    incidents = {incident.id: incident for incident in found.incidents}
    mains = [incident.main for incident in found.incidents]
    problems = [f"quote {c.quote!r}" for c in found.claims if c.quote != text[c.span.start : c.span.end]]
    problems += ["two claims share an id"] * (len(claims) != len(found.claims))
    problems += ["two incidents share an id"] * (len(incidents) != len(found.incidents))
    problems += ["background before main"] * (mains != sorted(mains, reverse=True))
    for incident in found.incidents:
        rests = resting_on(incident)
        problems += [f"{incident.id} rests on nothing"] * any(not ids for ids in rests)
        problems += [f"unknown claim {one}" for ids in rests for one in ids if one not in claims]
        mine = {claim.id for claim in found.claims if claim.incident_id == incident.id}
        problems += [f"{incident.id} lists other claims than its own"] * (set(incident.claims) != mine)
    problems += [
        "a claim of no incident" for c in found.claims if c.incident_id is not None and c.incident_id not in incidents
    ]
    if [account.sentence for account in found.accounts] != list(found.report.sentences):
        problems.append("a sentence is not accounted for exactly once")
    return problems


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_whatever_the_text_the_promises_hold(text: str) -> None:
    found = tell(text)
    assert found is None or broken(found) == []


@settings(max_examples=30, deadline=None)
@given(TEXTS, st.sampled_from(["2024-05-16", None]))
def test_the_same_report_is_told_the_same_way_twice(text: str, published: str | None) -> None:
    assert tell(text, published) == tell(text, published)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join))
def test_a_text_in_capital_letters_is_told_too(text: str) -> None:
    found = tell(text.upper())
    assert found is None or broken(found) == []


@pytest.fixture(scope="module")
def told() -> Telling:
    return reportedly.tell(text=NEWS, published="2024-05-16", publisher="The Example", id="r1")


def test_the_news_of_these_tests_tells_of_something(told: Telling) -> None:
    assert len(told.incidents) >= 4
    assert broken(told) == []


def test_a_telling_is_frozen(told: Telling) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        told.incidents = ()  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        told.incidents[0].main = False  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        told.claims[0].quote = ""  # type: ignore[misc]


def test_a_telling_survives_the_way_to_another_process(told: Telling) -> None:
    assert pickle.loads(pickle.dumps(told)) == told  # noqa: S301 - our own bytes


def ids(telling: Telling) -> list[str]:
    return [incident.id for incident in telling.incidents] + [claim.id for claim in telling.claims]


def test_ids_depend_on_the_report_and_its_text(told: Telling) -> None:
    assert ids(reportedly.tell(text=NEWS, published="2024-05-16", publisher="The Example", id="r1")) == ids(told)
    assert not set(ids(reportedly.tell(text=NEWS, published="2024-05-16", id="r2"))) & set(ids(told))
    assert not set(ids(reportedly.tell(text=NEWS + " Rain fell.", published="2024-05-16", id="r1"))) & set(ids(told))


def test_an_incident_keeps_its_id_whatever_the_day_of_publication(told: Telling) -> None:
    later = reportedly.tell(text=NEWS, published="2024-05-17", publisher="The Example", id="r1")
    assert {incident.id for incident in later.incidents} == {incident.id for incident in told.incidents}


def test_the_id_is_the_reports_own_else_of_its_address_else_of_its_text() -> None:
    assert reportedly.tell(text="Rain fell.", id="own", uri="https://news.example/a").report.report_id == "own"
    one = reportedly.tell(text="Rain fell.", uri="https://news.example/a").report.report_id
    assert one == reportedly.tell(text="Snow fell.", uri="https://news.example/a").report.report_id
    assert one != reportedly.tell(text="Rain fell.", uri="https://news.example/b").report.report_id
    text = reportedly.tell(text="Rain fell.").report.report_id
    assert text != reportedly.tell(text="Snow fell.").report.report_id


@pytest.mark.parametrize(
    "published",
    ["2024-05-16", dt.date(2024, 5, 16), dt.datetime(2024, 5, 16, 9, 30, tzinfo=dt.UTC), "2024-05-16T09:30:00Z"],
)
def test_the_day_of_publication_may_be_a_string_a_day_or_a_time(published: str | dt.date | dt.datetime) -> None:
    (incident,) = reportedly.tell(text="A bomb exploded in Quetta on Tuesday.", published=published).incidents
    assert incident.when is not None
    assert incident.when.start == dt.date(2024, 5, 14)


@pytest.mark.parametrize("published", ["yesterday", "16.05.2024", "2024-02-30", ""])
def test_a_day_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|must be in|out of range"):
        reportedly.tell(text="A bomb exploded in Quetta.", published=published)


def one_of(text: str, published: str | None = None) -> ReportedIncident:
    (incident,) = reportedly.tell(text=text, published=published).incidents
    return incident


@pytest.mark.parametrize("day", ["on Tuesday", "on May 14", "yesterday", "last week"])
def test_no_year_is_made_up_where_no_day_of_publication_is_known(day: str) -> None:
    when = one_of(f"A bomb exploded in Quetta {day}.").when
    assert when is None or (when.start, when.end) == (None, None)


def test_a_year_in_the_text_is_known_without_a_day_of_publication() -> None:
    when = one_of("A bomb exploded in Quetta on May 14, 2024.").when
    assert when is not None
    assert when.start == dt.date(2024, 5, 14)


def test_a_day_and_month_without_a_year_leave_the_year_open() -> None:
    when = one_of("A bomb exploded in Quetta on May 14.").when
    assert when is not None
    assert when.edtf == "XXXX-05-14"


def test_the_day_of_publication_is_never_the_day_of_an_event_without_one() -> None:
    assert one_of("A bomb exploded in Quetta.", "2024-05-16").when is None


def test_a_title_opens_the_text_and_is_told_once() -> None:
    body = "A bomb exploded in Quetta on Monday."
    found = reportedly.tell(text=body, title="Blast in Quetta", published="2024-05-16")
    assert found.report.text == f"Blast in Quetta\n\n{body}"
    again = reportedly.tell(text=f"Blast in Quetta\n\n{body}", title="Blast in Quetta", published="2024-05-16")
    assert again.report.text == found.report.text


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_are_normalised(ending: str) -> None:
    lines = ["A bomb exploded in Quetta.", "", "Two people died."]
    assert reportedly.tell(text=ending.join(lines)).report.text == "\n".join(lines)


def test_the_body_is_the_input_unchanged() -> None:
    body = "  A bomb  exploded\tin Quetta – “two” died…\n\n\nMore follows.  "
    assert body.strip() in reportedly.tell(text=body).report.text


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        reportedly.tell(text=text)


def test_a_long_report_is_told_whole() -> None:
    text = "\n\n".join(
        f"A bomb exploded at a market in Quetta on Monday, killing {number} people. The mayor spoke."
        for number in range(2, 102)
    )
    found = reportedly.tell(text=text, published="2024-05-16")
    assert broken(found) == []
    assert len(found.accounts) == 200
    assert found.incidents


def test_every_sentence_has_its_account_and_a_reason_where_it_is_not_coded(told: Telling) -> None:
    assert [account.sentence for account in told.accounts] == list(told.report.sentences)
    silent = [account for account in told.accounts if account.status is SentenceStatus.NOT_CODED]
    assert all(account.why for account in silent)


def test_claims_stand_in_the_order_of_the_text(told: Telling) -> None:
    assert all(one.span <= other.span for one, other in pairwise(told.claims))


def test_the_publisher_is_the_last_of_the_outlets_between_speaker_and_reader(told: Telling) -> None:
    vias = [said.source.via for said in told.attributions if said.source is not None]
    assert vias
    assert all(via[-1] == "The Example" for via in vias)


def test_without_violence_there_is_nothing_to_tell() -> None:
    found = reportedly.tell(text="The council opened a library on Tuesday. Its roof is green.", published="2024-05-16")
    assert found.incidents == ()
    assert found.claims == ()
    assert {account.status for account in found.accounts} == {SentenceStatus.NOT_CODED}
