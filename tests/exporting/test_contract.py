import datetime as dt
import json

import pytest

from reportedly.exporting.contract import as_json, line
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
from reportedly.records.moments import When, iso
from reportedly.records.places import Where
from reportedly.records.reports import CleanText, Sentence
from reportedly.records.spans import Span
from reportedly.records.vocabulary import (
    Basis,
    ClaimField,
    Factuality,
    IncidentType,
    PlacePrecision,
    Responsibility,
    SentenceStatus,
    SourceKind,
    Stage,
    TimePrecision,
)

TEXT = "Rockets hit the depot, the army told Gulf Wire."
INCIDENT_KEYS = [
    "id",
    "type",
    "stage",
    "main",
    "summary",
    "when",
    "where",
    "weapons",
    "targets",
    "victims",
    "perpetrators",
    "sides",
    "prevented_by",
    "responsibility",
    "condition",
    "killed",
    "injured",
    "attackers",
    "claims",
]


def clean(**fields: object) -> CleanText:
    sentence = Sentence(Span(0, len(TEXT)), 0)
    known = {"report_id": "r1", "text": TEXT, "text_hash": "0", "language": "en", "sentences": (sentence,)}
    return CleanText(**{**known, **fields})


def bare_incident(**fields: object) -> ReportedIncident:
    known = {
        "id": "i1",
        "type": IncidentType.MISSILE_ATTACK,
        "stage": Stage.ACCOMPLISHED,
        "main": True,
        "summary": "Rockets",
    }
    return ReportedIncident(**{**known, **fields})


def incident_of(**fields: object) -> dict[str, object]:
    return as_json(Telling(report=clean(), incidents=(bare_incident(**fields),)))["incidents"][0]


def claim(**fields: object) -> Claim:
    known = {
        "id": "c1",
        "incident_id": None,
        "field": ClaimField.CONTEXT,
        "value": {"what": "war"},
        "quote": "Rockets",
        "span": Span(0, 7),
        "source": None,
        "cue": None,
        "factuality": Factuality.ASSERTED,
        "method": "rule",
    }
    return Claim(**{**known, **fields})


def test_the_report_object_has_every_key_with_null_where_nothing_is_known() -> None:
    assert as_json(Telling(report=clean())) == {
        "contract": 1,
        "report": {
            "id": "r1",
            "uri": None,
            "publisher": None,
            "title": None,
            "published": None,
            "language": "en",
            "text": TEXT,
            "furniture": [],
        },
        "incidents": [],
        "claims": [],
        "attributions": [],
        "places": [],
        "sentences": [],
    }


def test_a_report_says_where_it_comes_from_and_what_is_furniture() -> None:
    told = as_json(
        Telling(
            report=clean(
                uri="https://news.example/1",
                publisher="The Delta Post",
                title="Rockets",
                furniture=(Span(3, 9),),
                published=dt.datetime(2024, 3, 13, 6, 30, 59, tzinfo=dt.UTC),
            )
        )
    )["report"]
    assert told["published"] == "2024-03-13T06:30+00:00"
    assert (told["uri"], told["publisher"], told["title"]) == ("https://news.example/1", "The Delta Post", "Rockets")
    assert told["furniture"] == [{"start": 3, "end": 9}]


def test_a_bare_incident_has_every_key_in_the_order_of_the_contract() -> None:
    told = incident_of()
    assert list(told) == INCIDENT_KEYS
    assert {key for key, value in told.items() if value is None} == {
        "when",
        "where",
        "condition",
        "killed",
        "injured",
        "attackers",
    }
    assert [told[key] for key in ("weapons", "targets", "victims", "perpetrators", "sides", "prevented_by")] == [[]] * 6


def test_when_gives_days_as_days_and_times_to_the_minute() -> None:
    when = When(
        start=dt.date(2024, 3, 12),
        end=dt.datetime(2024, 3, 12, 9, 5),  # noqa: DTZ001 - a local time, as texts give it
        precision=TimePrecision.PART_OF_DAY,
        edtf="2024-03-12",
        derivation="Tuesday before publication",
        text="on Tuesday",
        claims=("c1",),
    )
    assert incident_of(when=when)["when"] == {
        "start": "2024-03-12",
        "end": "2024-03-12T09:05",
        "precision": "part_of_day",
        "edtf": "2024-03-12",
        "derivation": "Tuesday before publication",
        "text": "on Tuesday",
        "claims": ["c1"],
    }


def test_when_without_a_year_has_neither_start_nor_end() -> None:
    when = When(
        start=None, end=None, precision=TimePrecision.DAY, edtf="XXXX-10-18", derivation="no year", text="Oct 18"
    )
    told = incident_of(when=when)["when"]
    assert (told["start"], told["end"], told["edtf"]) == (None, None, "XXXX-10-18")


def test_where_keeps_an_unsettled_place_without_a_point() -> None:
    where = Where(
        name="the depot",
        country="IQ",
        lat=None,
        lon=None,
        radius_km=None,
        precision=PlacePrecision.EXACT,
        place_id=None,
        claims=("c1",),
    )
    assert incident_of(where=where)["where"] == {
        "name": "the depot",
        "country": "IQ",
        "lat": None,
        "lon": None,
        "radius_km": None,
        "precision": "exact",
        "place_id": None,
        "claims": ["c1"],
    }


@pytest.mark.parametrize(
    ("count", "told"),
    [(None, None), (Count.exactly(0), {"low": 0, "high": 0}), (Count.at_least(2), {"low": 2, "high": None})],
)
def test_a_range_is_null_only_where_the_text_is_silent(count: Count | None, told: dict[str, int | None] | None) -> None:
    assert incident_of(killed=count, injured=count)["killed"] == told
    assert incident_of(killed=count, injured=count)["injured"] == told


def test_weapons_targets_and_victims_carry_their_counts_and_claims() -> None:
    told = incident_of(
        weapons=(
            Weapon(
                code="rocket", name="rockets", count=Count.at_least(2), intercepted=Count.exactly(1), claims=("c1",)
            ),
        ),
        targets=(Target(name="the depot", kind="depot", actor_id="a", claims=("c2",)),),
        victims=(
            Victim(name="guards", kind="guards", killed=Count.exactly(1), injured=None, abducted=None, claims=("c3",)),
        ),
    )
    assert told["weapons"] == [
        {
            "code": "rocket",
            "name": "rockets",
            "count": {"low": 2, "high": None},
            "intercepted": {"low": 1, "high": 1},
            "claims": ["c1"],
        }
    ]
    assert told["targets"] == [
        {"name": "the depot", "kind": "depot", "role": None, "actor_id": "a", "count": None, "claims": ["c2"]}
    ]
    assert told["victims"] == [
        {
            "name": "guards",
            "kind": "guards",
            "role": None,
            "actor_id": None,
            "killed": {"low": 1, "high": 1},
            "injured": None,
            "abducted": None,
            "claims": ["c3"],
        }
    ]


def test_perpetrators_sides_and_preventers_are_told_apart() -> None:
    told = incident_of(
        perpetrators=(Perpetrator(name="the Brigade", basis=Basis.SUSPECTED, by=None, actor_id="b", claims=("c1",)),),
        sides=(Party(name="the army", claims=("c2",)),),
        prevented_by=(Party(name="air defences", actor_id="d", claims=("c3",)),),
        responsibility=(Responsibility.WITHHELD, Responsibility.SUSPECTED),
    )
    assert told["perpetrators"] == [
        {"name": "the Brigade", "actor_id": "b", "basis": "suspected", "by": None, "claims": ["c1"]}
    ]
    assert told["sides"] == [{"name": "the army", "actor_id": None, "claims": ["c2"]}]
    assert told["prevented_by"] == [{"name": "air defences", "actor_id": "d", "claims": ["c3"]}]
    assert told["responsibility"] == ["suspected", "withheld"]


def test_a_condition_and_the_attackers_losses_stand_apart() -> None:
    told = incident_of(
        condition=Condition(text="if the convoys go on", claims=("c1",)),
        attackers=Attackers(
            name="gunmen", count=Count.exactly(2), killed=None, captured=Count.exactly(1), claims=("c2",)
        ),
    )
    assert told["condition"] == {"text": "if the convoys go on", "claims": ["c1"]}
    assert told["attackers"] == {
        "name": "gunmen",
        "count": {"low": 2, "high": 2},
        "killed": None,
        "captured": {"low": 1, "high": 1},
        "claims": ["c2"],
    }


def test_a_claim_names_its_speaker_the_chain_and_the_cue() -> None:
    army = Source(
        name="the army",
        kind=SourceKind.MILITARY,
        anonymous=False,
        via=("Gulf Wire", "The Delta Post"),
        span=Span(23, 31),
    )
    told = as_json(
        Telling(
            report=clean(),
            claims=(
                claim(
                    incident_id="i1",
                    field=ClaimField.TYPE,
                    value="missile_attack",
                    source=army,
                    cue=Cue("told", Span(32, 36)),
                ),
            ),
        )
    )["claims"][0]
    assert told == {
        "id": "c1",
        "incident_id": "i1",
        "field": "type",
        "value": "missile_attack",
        "quote": "Rockets",
        "span": {"start": 0, "end": 7},
        "source": {
            "name": "the army",
            "kind": "military",
            "anonymous": False,
            "via": ["Gulf Wire", "The Delta Post"],
            "span": {"start": 23, "end": 31},
        },
        "cue": {"text": "told", "span": {"start": 32, "end": 36}},
        "factuality": "asserted",
        "method": "rule",
        "confidence": None,
    }


def test_a_claim_in_the_reports_own_voice_has_neither_source_nor_cue() -> None:
    told = as_json(Telling(report=clean(), claims=(claim(),)))["claims"][0]
    assert (told["source"], told["cue"], told["incident_id"]) == (None, None, None)


def test_attributions_give_spans_and_null_for_a_missing_speaker() -> None:
    said = Attribution(source=None, cue=Cue("reportedly", Span(3, 9)), content=Span(0, 7), stance=Factuality.POSSIBLE)
    told = as_json(Telling(report=clean(), attributions=(said,)))["attributions"]
    assert told == [
        {
            "source": None,
            "cue": {"start": 3, "end": 9},
            "content": {"start": 0, "end": 7},
            "stance": "possible",
            "direct": False,
        }
    ]


def test_places_named_are_listed_settled_or_not() -> None:
    where = Where(
        name="Gulf", country=None, lat=26.5, lon=51.5, radius_km=400, precision=PlacePrecision.SEA, place_id="x:1"
    )
    told = as_json(Telling(report=clean(), places=(PlaceMention(Span(37, 41), where),)))["places"]
    assert told == [
        {
            "span": {"start": 37, "end": 41},
            "name": "Gulf",
            "country": None,
            "lat": 26.5,
            "lon": 51.5,
            "precision": "sea",
            "place_id": "x:1",
        }
    ]


def test_every_sentence_has_its_status_and_why() -> None:
    account = Account(clean().sentences[0], SentenceStatus.NOT_CODED, "no incident in it")
    told = as_json(Telling(report=clean(), accounts=(account,)))["sentences"]
    assert told == [{"span": {"start": 0, "end": len(TEXT)}, "status": "not_coded", "why": "no incident in it"}]


def test_a_line_is_one_line_with_letters_as_themselves() -> None:
    told = line(Telling(report=clean(text="Ракеты\nأبو سالم", sentences=())))
    assert "\n" not in told
    assert "Ракеты" in told
    assert json.loads(told)["report"]["text"] == "Ракеты\nأبو سالم"


def test_a_line_can_always_be_written_as_utf8() -> None:
    told = line(Telling(report=clean(text="half a pair \ud83d", sentences=())))
    assert json.loads(told.encode("utf-8"))["report"]["text"] == "half a pair \ud83d"


def test_a_zoned_time_keeps_its_zone() -> None:
    zone = dt.timezone(dt.timedelta(hours=3))
    assert iso(dt.datetime(2024, 3, 13, 9, 30, tzinfo=zone)) == "2024-03-13T09:30+03:00"
    assert iso(dt.date(2024, 3, 13)) == "2024-03-13"
