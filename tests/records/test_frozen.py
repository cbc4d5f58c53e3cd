"""What holds for every record: frozen, comparable by value, ready for a worker process."""

import dataclasses
import pickle

import pytest

from reportedly.records import (
    claims,
    filters,
    incidents,
    judgements,
    kept,
    mentions,
    merged,
    moments,
    places,
    reports,
    spans,
    statements,
    triggers,
)
from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.mentions import Cue, Source, Toll, WeaponMention
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.spans import Span
from reportedly.records.vocabulary import ClaimField, Factuality, PlacePrecision, SourceKind, TimePrecision

ROOMS = (
    claims,
    filters,
    incidents,
    judgements,
    kept,
    mentions,
    merged,
    moments,
    places,
    reports,
    spans,
    statements,
    triggers,
)
RECORDS = [
    kind
    for room in ROOMS
    for kind in vars(room).values()
    if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__module__ == room.__name__
]


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_a_record_is_frozen(kind: type) -> None:
    parameters = kind.__dict__["__dataclass_params__"]
    assert parameters.frozen
    assert parameters.eq


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_a_record_says_what_it_is(kind: type) -> None:
    assert kind.__doc__
    assert not kind.__doc__.startswith(kind.__name__ + "(")


SPAN = Span(0, 4)
SOURCE = Source(name="the mayor", kind=SourceKind.OFFICIAL, anonymous=False, via=("Agency",), span=SPAN)
CLAIM = Claim(
    id="c",
    incident_id=None,
    field=ClaimField.KILLED,
    value={"low": 2, "high": None},
    quote="some",
    span=SPAN,
    source=SOURCE,
    cue=Cue("said", SPAN),
    factuality=Factuality.ASSERTED,
    method="rules/1",
)
VALUES = [
    SPAN,
    Count(2, None),
    SOURCE,
    CLAIM,
    Toll(span=SPAN, effect="killed", count=Count(1, 1)),
    WeaponMention(span=SPAN, code="drone", name="drones"),
    When(start=None, end=None, precision=TimePrecision.DAY, edtf="XXXX-05-16", derivation="May 16", text="May 16"),
    Where(
        name="Nowhere", country=None, lat=None, lon=None, radius_km=None, precision=PlacePrecision.SEA, place_id=None
    ),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_cannot_be_changed(value: object) -> None:
    name = next(iter(dataclasses.fields(value))).name  # type: ignore[arg-type]
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, None)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_survives_the_way_to_another_process(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes


def test_a_claim_knows_no_confidence_until_calibrated_and_no_speaker_but_the_report() -> None:
    assert CLAIM.confidence is None
    assert dataclasses.replace(CLAIM, source=None).source is None
    assert dataclasses.replace(CLAIM, source=None) != CLAIM
