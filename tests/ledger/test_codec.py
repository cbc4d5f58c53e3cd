"""What is stored comes back as it was: records with every field drawn at random, and those of real tellings."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import LedgerError
from reportedly.ledger.codec import read, read_moment, write, write_moment
from reportedly.pipeline.run import read_and_tell
from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.incidents import ReportedIncident, Telling
from reportedly.records.judgements import Decision
from reportedly.records.mentions import Attribution, PlaceMention, Source
from reportedly.records.merged import Disagreement, Incident, ReportHead, Rival
from reportedly.records.moments import Moment
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.values import Value
from tests.ledger.making import incident_of

LETTERS = st.text(st.characters(), max_size=12)
"""Any letter at all, halves of surrogate pairs included."""
SPANS = st.tuples(st.integers(0, 99), st.integers(1, 99)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
COUNTS = st.one_of(
    st.integers(0, 99).map(Count.exactly), st.integers(0, 99).map(Count.at_least), st.just(Count(None, 3))
)
ZONES = st.sampled_from([None, dt.UTC, dt.timezone(dt.timedelta(hours=5, minutes=30))])
MOMENTS: st.SearchStrategy[Moment] = st.one_of(st.dates(), st.datetimes(timezones=ZONES))
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), FLOATS, LETTERS)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.one_of(st.lists(inner, max_size=3).map(tuple), st.dictionaries(LETTERS, inner, max_size=3)),
    max_leaves=6,
)
SOURCES = st.builds(Source, name=LETTERS, via=st.lists(LETTERS, max_size=2).map(tuple), span=st.none() | SPANS)
CLAIMS = st.builds(
    Claim,
    id=LETTERS,
    value=VALUES,
    quote=LETTERS,
    span=SPANS,
    source=st.none() | SOURCES,
    cue=st.none(),
    confidence=FLOATS,
)


def register() -> None:
    for kind, drawn in ((Span, SPANS), (Count, COUNTS), (Source, SOURCES), (str, LETTERS), (float, FLOATS)):
        st.register_type_strategy(kind, drawn)


register()


@settings(deadline=None)
@given(CLAIMS)
def test_a_claim_comes_back_equal(claim: Claim) -> None:
    assert read(Claim, write(claim)) == claim


@settings(deadline=None)
@given(st.builds(Decision, when=st.datetimes(timezones=st.just(dt.UTC)), value=VALUES))
def test_a_decision_comes_back_equal(decision: Decision) -> None:
    assert read(Decision, write(decision)) == decision


@settings(deadline=None)
@given(st.from_type(ReportedIncident))
def test_a_reported_incident_comes_back_equal(incident: ReportedIncident) -> None:
    assert read(ReportedIncident, write(incident)) == incident


@settings(deadline=None)
@given(st.from_type(Attribution), st.from_type(PlaceMention), st.from_type(CleanText))
def test_the_rest_of_a_telling_comes_back_equal(said: Attribution, place: PlaceMention, text: CleanText) -> None:
    for kind, record in ((Attribution, said), (PlaceMention, place), (CleanText, text)):
        assert read(kind, write(record)) == record


@settings(deadline=None)
@given(VALUES)
def test_a_rival_value_keeps_its_shape(value: Value) -> None:
    rival = Rival(value=value, source=None, report_id="r1")
    incident = incident_of("a", disagreements=(Disagreement("killed", (rival, rival)),))
    assert read(Incident, write(incident)) == incident


@settings(deadline=None)
@given(MOMENTS)
def test_a_moment_keeps_its_precision_and_its_zone(moment: Moment) -> None:
    found = read_moment(write_moment(moment))
    assert found == moment
    assert type(found) is type(moment)


def test_a_whole_telling_of_each_sample_comes_back_equal() -> None:
    folder = Path(__file__).parents[2] / "src" / "reportedly" / "samples"
    told = [
        item for item in read_and_tell([str(folder / "*.json"), str(folder / "*.txt")]) if isinstance(item, Telling)
    ]
    assert len(told) > 5
    for telling in told:
        assert read(Telling, write(telling)) == telling


@pytest.mark.parametrize("written", ["", "{", "[]", '{"id": "c1"}'])
def test_what_is_no_record_is_named(written: str) -> None:
    with pytest.raises(LedgerError, match="a stored Claim cannot be read"):
        read(Claim, written)


def test_a_field_that_holds_its_default_takes_no_room() -> None:
    assert (
        write(ReportHead(report_id="r", text_hash="h", language="en"))
        == '{"report_id":"r","text_hash":"h","language":"en"}'
    )
