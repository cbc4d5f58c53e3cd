"""The campaign's claims tested and its threats followed, on incidents as they should come out, by hand."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from typing import Any

import pytest

from bench.campaign import CAMPAIGN, outcome
from bench.outcome import Verdict as ExpectedVerdict
from reportedly.asking.checking import check_all
from reportedly.asking.coverage import Coverage
from reportedly.asking.threatening import threats
from reportedly.records.answers import Assertion, Doubt, Gap, Measure, Verdict
from reportedly.records.counts import Count
from reportedly.records.places import Where
from reportedly.records.vocabulary import ClaimField, IncidentType, PlacePrecision
from tests.asking.campaign import HEADS, incidents
from tests.merging.made import claim, head

ASKED = tomllib.loads((CAMPAIGN / "questions.toml").read_text(encoding="utf-8"))
ATTACKS = tuple(set(IncidentType) - {IncidentType.THREAT, IncidentType.ARREST})
MAURITANIA = Where(
    name="Mauritania",
    country="MR",
    lat=20.3,
    lon=-10.3,
    radius_km=859.0,
    precision=PlacePrecision.COUNTRY,
    place_id="iso:MR",
)
HODH = Where(
    name="Hodh Ech Chargui",
    country="MR",
    lat=16.9,
    lon=-7.3,
    radius_km=194.0,
    precision=PlacePrecision.PROVINCE,
    place_id="iso:MR-01",
)
BASE = Where(
    name="Bassikounou",
    country="MR",
    lat=15.87,
    lon=-5.87,
    radius_km=3.0,
    precision=PlacePrecision.SETTLEMENT,
    place_id=None,
)
TERMS: Mapping[str, Mapping[str, Any]] = {
    "second time today": {"measure": Measure.NUMBER, "count": 2, "first": "2025-09-08", "place": BASE},
    "fourth attack": {"measure": Measure.NUMBER, "count": 4, "first": "2025-09-08", "place": HODH},
    "first attack": {"measure": Measure.FIRST, "first": "2023-01-01", "place": BASE, "subject": "mortars"},
    "deadliest": {"measure": Measure.DEADLIEST, "first": "2023-12-01", "place": MAURITANIA, "subject": "lorry"},
    "first kidnapping": {
        "measure": Measure.FIRST,
        "first": "2012-01-01",
        "place": MAURITANIA,
        "subject": "engineers",
        "types": (IncidentType.ABDUCTION,),
        "narrowed": True,
    },
    "17 attacks": {
        "measure": Measure.NUMBER,
        "count": 17,
        "first": "2025-01-01",
        "place": HODH,
        "narrowed": True,
    },
}
"""What each claim says, as a reader of it would put it down."""


def asserted(report: str, quote: str) -> Assertion:
    terms = TERMS[quote]
    return Assertion(
        claim=claim("c", ClaimField.TALLY, None),
        told=head(report),
        measure=terms["measure"],
        types=terms.get("types", ATTACKS),
        narrowed=terms.get("narrowed", False),
        count=Count.exactly(terms["count"]) if "count" in terms else None,
        opens=dt.date.fromisoformat(terms["first"]),
        first=dt.date.fromisoformat(terms["first"]),
        last=dt.datetime.fromisoformat(HEADS[report]["published"]).date(),
        place=terms["place"],
        subject=terms.get("subject"),
    )


def coverage() -> Coverage:
    found = Coverage()
    for one in HEADS.values():
        found.note(dt.datetime.fromisoformat(one["published"]), [MAURITANIA])
    return found


@pytest.mark.parametrize("row", outcome().verdict, ids=lambda row: row.quote)
def test_a_claim_gets_the_verdict_that_was_worked_out_by_hand(row: ExpectedVerdict) -> None:
    at = dt.datetime.fromisoformat(HEADS[row.report]["published"])
    known = [
        one for one in incidents() if any(told.published is not None and told.published <= at for told in one.reports)
    ]
    (check,) = check_all([asserted(row.report, row.quote)], known, coverage())
    assert check.verdict is Verdict(row.verdict)
    if row.verdict != "undecidable":
        assert set(check.by) == set(row.by)


def test_what_is_not_covered_is_named() -> None:
    (check,) = check_all([asserted("aw-250915", "first kidnapping")], incidents(), coverage())
    assert check.doubt is Doubt.UNCOVERED
    assert check.gaps == (
        Gap(dt.date(2012, 1, 1), dt.date(2024, 9, 3)),
        Gap(dt.date(2024, 9, 11), dt.date(2025, 8, 25)),
    )


def test_each_threat_is_followed_by_what_its_maker_claims_or_is_accused_of() -> None:
    found = threats(incidents(), window=60, known_until=dt.date(2025, 9, 22))
    rows = {row.incident_id: row for row in found.threats}
    assert set(rows) == {row["key"] for row in ASKED["threat"]}
    for asked in ASKED["threat"]:
        row = rows[asked["key"]]
        assert asked["by"] in row.by
        assert asked.get("condition", "") in (row.condition or "")
        told = {(one.incident_id, one.days, one.basis.value) for one in row.followed}
        assert told == {(one["key"], one["days"], one["basis"]) for one in asked["followed"]}


def test_attacks_without_a_threat_before_them_are_listed() -> None:
    found = threats(incidents(), window=60, known_until=dt.date(2025, 9, 22))
    told = {one.incident_id for one in found.attacks}
    optional = {link.attack for link in outcome().link if link.optional}
    assert told - optional == set(ASKED["unthreatened"]["keys"])


@pytest.mark.parametrize(("until", "is_open"), [("2025-11-15", True), ("2025-11-16", False)])
def test_a_window_is_open_until_the_ledger_reaches_its_end(until: str, is_open: bool) -> None:
    found = threats(incidents(), window=60, known_until=dt.date.fromisoformat(until))
    (festival,) = [row for row in found.threats if row.incident_id == "festival"]
    assert festival.open is is_open
