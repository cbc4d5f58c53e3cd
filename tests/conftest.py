"""An invented incident of a ledger with everything a view or an export has to show, put together by hand."""

import datetime as dt

import pytest

from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.forms import where_value
from reportedly.records.incidents import Attackers, Perpetrator, Target, Victim, Weapon
from reportedly.records.mentions import Source
from reportedly.records.merged import Disagreement, Evidence, Incident, Link, LinkKind, Rival, ToldBy, Toll
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.spans import Span
from reportedly.records.values import Value
from reportedly.records.vocabulary import (
    Basis,
    ClaimField,
    Factuality,
    IncidentType,
    PlacePrecision,
    Responsibility,
    SourceKind,
    Stage,
    TimePrecision,
)

GOVERNOR = Source(name="the governor", kind=SourceKind.OFFICIAL, anonymous=False, via=("The Delta Post",))
MEDICS = Source(name="two medics", kind=SourceKind.MEDIC, anonymous=True, via=("Gulf Wire", "The Delta Post"))
BRIGADE = Source(name="Marsh Brigade", kind=SourceKind.ARMED_GROUP, anonymous=False, via=("Basin Radio",))
ARMY = Source(name="the army", kind=SourceKind.MILITARY, anonymous=False, via=("Basin Radio",))
POST = ToldBy(
    report_id="delta-1",
    uri="https://delta-post.example/camp",
    publisher="The Delta Post",
    published=dt.datetime(2024, 3, 12, 8, 0, tzinfo=dt.UTC),
    incident_id="a1",
    main=True,
)
COPY = ToldBy(
    report_id="morning-1",
    uri="https://morning.example/camp",
    publisher="Morning Sheet",
    published=dt.datetime(2024, 3, 12, 9, 30, tzinfo=dt.UTC),
    incident_id="b2",
    main=True,
    copy_of="delta-1",
)
RADIO = ToldBy(
    report_id="basin-7",
    uri=None,
    publisher="Basin Radio",
    published=dt.date(2024, 3, 14),
    incident_id="c3",
    main=True,
)
CAMP = Where(
    name="Camp Tell Amar",
    country="IQ",
    lat=33.8,
    lon=42.4,
    radius_km=5,
    precision=PlacePrecision.NEAR,
    place_id="own:tell-amar",
    claims=("c4",),
)


def evidence(
    id_: str,
    told: ToldBy,
    field: ClaimField,
    value: Value,
    *,
    quote: str,
    source: Source | None = None,
    factuality: Factuality = Factuality.ASSERTED,
) -> Evidence:
    """One claim of one report."""
    claim = Claim(
        id=id_,
        incident_id=told.incident_id,
        field=field,
        value=value,
        quote=quote,
        span=Span(0, len(quote)),
        source=source,
        cue=None,
        factuality=factuality,
        method="by hand",
    )
    return Evidence(claim, told.report_id)


def _claims() -> tuple[Evidence, ...]:
    return (
        evidence("c1", POST, ClaimField.TYPE, "shooting", quote="gunmen stormed", source=GOVERNOR),
        evidence("c2", POST, ClaimField.STAGE, "accomplished", quote="stormed", source=GOVERNOR),
        evidence("c3", POST, ClaimField.WHEN, {"start": "2024-03-11", "end": "2024-03-11"}, quote="on Monday"),
        evidence("c4", POST, ClaimField.WHERE, where_value(CAMP), quote="Camp Tell Amar"),
        evidence("c5", POST, ClaimField.KILLED, {"low": 3, "high": 3}, quote="three guards died", source=GOVERNOR),
        evidence("c6", POST, ClaimField.KILLED, {"low": 5, "high": None}, quote="at least five", source=MEDICS),
        evidence("c7", RADIO, ClaimField.KILLED, {"low": 2, "high": 2}, quote="two, not three", source=ARMY),
        evidence(
            "c8",
            POST,
            ClaimField.PERPETRATORS,
            {"name": "the Marsh Brigade", "basis": "accused"},
            quote="blamed the Marsh Brigade",
            source=GOVERNOR,
        ),
        evidence(
            "c9",
            RADIO,
            ClaimField.PERPETRATORS,
            {"name": "Marsh Brigade", "basis": "denied"},
            quote="had no part in it",
            source=BRIGADE,
            factuality=Factuality.DENIED,
        ),
        evidence(
            "c10",
            RADIO,
            ClaimField.RESPONSIBILITY,
            ("withheld",),
            quote="would not say who",
            source=ARMY,
            factuality=Factuality.WITHHELD,
        ),
        evidence("c11", POST, ClaimField.WEAPONS, {"code": "rifle"}, quote="rifles", source=GOVERNOR),
        evidence("c12", COPY, ClaimField.KILLED, {"low": 3, "high": 3}, quote="three guards died", source=GOVERNOR),
    )


@pytest.fixture(scope="session")
def incident() -> Incident:
    """A raid on a camp: three reports, one of them a copy; three tolls, an accusation, a denial, a word withheld."""
    return Incident(
        id="a1",
        was=("b2", "c3"),
        type=IncidentType.SHOOTING,
        stage=Stage.ACCOMPLISHED,
        summary="Shooting at Camp Tell Amar, 2 killed, 11 March 2024",
        when=When(
            start=dt.date(2024, 3, 11),
            end=dt.date(2024, 3, 11),
            precision=TimePrecision.DAY,
            edtf="2024-03-11",
            derivation="Monday before publication on 2024-03-12",
            text="on Monday",
            claims=("c3",),
        ),
        where=CAMP,
        weapons=(Weapon(code="rifle", name="rifles", claims=("c11",)),),
        targets=(Target(name="Camp Tell Amar", kind="military_site", claims=("c4",)),),
        victims=(Victim(name="guards", kind="police", killed=Count.exactly(3), claims=("c5",)),),
        perpetrators=(
            Perpetrator(name="the Marsh Brigade", basis=Basis.ACCUSED, by="the governor", claims=("c8",)),
            Perpetrator(name="Marsh Brigade", basis=Basis.DENIED, by="Marsh Brigade", claims=("c9",)),
        ),
        responsibility=(Responsibility.ACCUSED, Responsibility.DENIED, Responsibility.WITHHELD),
        killed=Count.exactly(2),
        attackers=Attackers(killed=Count.at_least(1), claims=("c1",)),
        claims=tuple(f"c{number}" for number in range(1, 13)),
        reports=(POST, COPY, RADIO),
        sources=4,
        disagreements=(
            Disagreement(
                "killed",
                (
                    Rival(value={"low": 3, "high": 3}, source="the governor", report_id="delta-1"),
                    Rival(value={"low": 5, "high": None}, source="two medics", report_id="delta-1"),
                    Rival(value={"low": 2, "high": 2}, source="the army", report_id="basin-7"),
                ),
            ),
        ),
        tolls=(
            Toll(
                published=POST.published,
                source="the governor",
                killed=Count.exactly(3),
                injured=None,
                report_id="delta-1",
            ),
            Toll(
                published=POST.published,
                source="two medics",
                killed=Count.at_least(5),
                injured=Count.exactly(4),
                report_id="delta-1",
            ),
            Toll(
                published=RADIO.published, source="the army", killed=Count.exactly(2), injured=None, report_id="basin-7"
            ),
        ),
        evidence=_claims(),
        links=(Link(LinkKind.THREAT_THEN_ATTACK, "d4", "the Marsh Brigade threatened this camp on 2024-03-09"),),
    )


@pytest.fixture(scope="session")
def bare() -> Incident:
    """An incident of which nothing is known but that it was told once, without a place or a day."""
    return Incident(
        id="e5",
        type=IncidentType.BOMBING,
        stage=Stage.THWARTED,
        summary="Bombing thwarted",
        claims=("c20",),
        reports=(ToldBy(report_id="post-9", uri=None, publisher=None, published=None, incident_id="e5", main=True),),
        sources=1,
    )
