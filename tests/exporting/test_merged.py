"""The contract's merged object."""

import datetime as dt
import json

from reportedly.exporting.merged import as_json, line
from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.merged import (
    Disagreement,
    Evidence,
    Incident,
    Link,
    LinkKind,
    Rival,
    ToldBy,
    Toll,
)
from reportedly.records.spans import Span
from reportedly.records.vocabulary import ClaimField, Factuality, IncidentType, Stage

KEYS = [
    "id", "type", "stage", "summary", "when", "where", "weapons", "targets", "victims", "perpetrators", "sides",
    "prevented_by", "responsibility", "condition", "killed", "injured", "attackers", "claims", "was", "reports",
    "sources", "disagreements", "tolls", "evidence", "links",
]  # fmt: skip


def made() -> Incident:
    claim = Claim(
        id="c1",
        incident_id="i1",
        field=ClaimField.KILLED,
        value={"low": 2, "high": 2},
        quote="two",
        span=Span(3, 6),
        source=None,
        cue=None,
        factuality=Factuality.ASSERTED,
        method="rules/1",
    )
    published = dt.datetime(2024, 5, 13, 8, 30, tzinfo=dt.UTC)
    report = ToldBy(
        report_id="r1", uri=None, publisher="Gulf Wire", published=published, incident_id="i1", main=True, copy_of="r0"
    )
    return Incident(
        id="i1",
        type=IncidentType.BOMBING,
        stage=Stage.ACCOMPLISHED,
        summary="Bombing",
        was=("i2",),
        reports=(report,),
        sources=1,
        disagreements=(Disagreement("killed", (Rival(value={"low": 2, "high": 2}, source=None, report_id="r1"),)),),
        tolls=(Toll(published=published, source="army", killed=Count.exactly(2), injured=None, report_id="r1"),),
        evidence=(Evidence(claim, "r1"),),
        links=(Link(LinkKind.PART_OF, "i9", "Because."),),
    )


def test_it_has_the_contract_s_keys_in_order_and_no_main() -> None:
    assert list(as_json(made())) == KEYS


def test_what_only_a_ledger_knows_is_written_as_the_contract_has_it() -> None:
    told = as_json(made())
    when = "2024-05-13T08:30+00:00"
    assert told["was"] == ["i2"]
    assert told["reports"] == [
        {
            "report_id": "r1",
            "uri": None,
            "publisher": "Gulf Wire",
            "published": when,
            "incident_id": "i1",
            "main": True,
            "copy_of": "r0",
        }
    ]
    two = {"low": 2, "high": 2}
    assert told["disagreements"] == [{"field": "killed", "values": [{"value": two, "source": None, "report_id": "r1"}]}]
    assert told["tolls"] == [{"published": when, "source": "army", "killed": two, "injured": None, "report_id": "r1"}]
    assert told["links"] == [{"kind": "part_of", "incident_id": "i9", "why": "Because."}]


def test_evidence_is_a_claim_with_its_report() -> None:
    (evidence,) = as_json(made())["evidence"]
    assert (evidence["id"], evidence["report_id"], evidence["quote"]) == ("c1", "r1", "two")


def test_a_line_is_one_json_object() -> None:
    assert json.loads(line(made())) == as_json(made())
