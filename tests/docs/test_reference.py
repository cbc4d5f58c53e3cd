"""The reference is what its generator gives now, and describes every key that the product writes."""

from collections.abc import Iterator

import pytest

from docs.generate import REFERENCE, columns, keys_of, objects, pages
from reportedly.exporting.columns import COLUMNS
from reportedly.exporting.contract import as_json
from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.incidents import (
    Account,
    Attackers,
    Condition,
    Party,
    Perpetrator,
    ReportedIncident,
    Target,
    Telling,
    Victim,
    Weapon,
)
from reportedly.records.mentions import Attribution, Cue, PlaceMention, Source
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.reports import CleanText, Sentence
from reportedly.records.spans import Span
from reportedly.records.vocabulary import (
    Basis,
    ClaimField,
    Factuality,
    IncidentType,
    PlacePrecision,
    SentenceStatus,
    SourceKind,
    Stage,
    TimePrecision,
)

SPAN = Span(0, 4)
ONE = Count.exactly(1)
RANGE, PLACE_IN_TEXT = {"low", "high"}, {"start", "end"}


@pytest.fixture
def full() -> Telling:
    """A telling in which no part is missing."""
    ids = ("c",)
    source = Source(name="who", kind=SourceKind.OTHER, anonymous=True, via=("A",), span=SPAN)
    cue = Cue(text="Said", span=SPAN)
    where = Where(
        name="x", country="IQ", lat=1.0, lon=1.0, radius_km=1.0, precision=PlacePrecision.NEAR, place_id="i", claims=ids
    )
    sentence = Sentence(SPAN, 0)
    incident = ReportedIncident(
        id="i",
        type=IncidentType.BOMBING,
        stage=Stage.ACCOMPLISHED,
        main=True,
        summary="x",
        when=When(start=None, end=None, precision=TimePrecision.DAY, edtf="", derivation="", text="x", claims=ids),
        where=where,
        weapons=(Weapon(code="bomb", name="x", count=ONE, intercepted=ONE, claims=ids),),
        targets=(Target(name="x", kind="other", claims=ids),),
        victims=(Victim(name="x", kind="other", killed=ONE, injured=ONE, abducted=ONE, claims=ids),),
        perpetrators=(Perpetrator(name="x", basis=Basis.STATED, by=None, claims=ids),),
        sides=(Party(name="x", claims=ids),),
        prevented_by=(Party(name="x", claims=ids),),
        condition=Condition(text="x", claims=ids),
        killed=ONE,
        injured=ONE,
        attackers=Attackers(count=ONE, killed=ONE, captured=ONE, claims=ids),
        claims=ids,
    )
    claim = Claim(
        id="c",
        incident_id="i",
        field=ClaimField.TYPE,
        value="bombing",
        quote="Said",
        span=SPAN,
        source=source,
        cue=cue,
        factuality=Factuality.ASSERTED,
        method="rule",
    )
    report = CleanText(
        report_id="r", text="Said", text_hash="h", language="en", sentences=(sentence,), furniture=(SPAN,)
    )
    return Telling(
        report=report,
        incidents=(incident,),
        claims=(claim,),
        attributions=(Attribution(source=source, cue=cue, content=SPAN, stance=Factuality.ASSERTED, direct=False),),
        places=(PlaceMention(span=SPAN, where=where),),
        accounts=(Account(sentence, SentenceStatus.CODED),),
    )


def paths(value: object, at: str = "") -> Iterator[str]:
    """The paths of all keys; those of spans and ranges, which the page describes once, left out."""
    if isinstance(value, dict) and set(value) not in (RANGE, PLACE_IN_TEXT):
        for key, part in value.items():
            path = f"{at}.{key}" if at else key
            yield path
            yield from paths(part, path)
    elif isinstance(value, list):
        for part in value:
            yield from paths(part, f"{at}[]")


def test_every_key_that_is_written_is_described_and_no_other(full: Telling) -> None:
    described = [path for one in objects() for path, _, _ in keys_of(one)]
    assert sorted(described) == sorted(paths(as_json(full)))


def test_every_column_that_is_written_is_described_and_no_other() -> None:
    assert [name for name, _ in columns()] == [column.name for column in COLUMNS]


@pytest.mark.parametrize("name", sorted(pages()))
def test_the_page_is_what_the_generator_gives_now(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == pages()[name], "stale: run `make docs`"


def test_no_page_is_left_over() -> None:
    assert {path.name for path in REFERENCE.iterdir()} == set(pages())
