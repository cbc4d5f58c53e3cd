"""Members and decisions built by hand, every field with a default."""

import datetime as dt

from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.incidents import Perpetrator, ReportedIncident, Target, Weapon
from reportedly.records.judgements import Act, Decision
from reportedly.records.mentions import Source
from reportedly.records.merged import Member, ReportHead
from reportedly.records.moments import Moment, When
from reportedly.records.places import Where
from reportedly.records.spans import Span
from reportedly.records.values import Value
from reportedly.records.vocabulary import (
    Basis,
    ClaimField,
    Factuality,
    IncidentType,
    PlacePrecision,
    SourceKind,
    Stage,
    TimePrecision,
)

HEAD = ("published", "publisher", "fingerprint", "passages", "places")
DAY = dt.date(2024, 5, 13)


def when(start: Moment, end: Moment | None = None, precision: TimePrecision = TimePrecision.DAY) -> When:
    return When(
        start=start, end=end or start, precision=precision, edtf=start.isoformat(), derivation="as written", text="then"
    )


def where(
    name: str = "Tolbara",
    *,
    lat: float | None = 10.0,
    lon: float | None = 20.0,
    country: str | None = "XA",
    precision: PlacePrecision = PlacePrecision.SETTLEMENT,
) -> Where:
    return Where(
        name=name,
        country=country,
        lat=lat,
        lon=lon,
        radius_km=3.0,
        precision=precision,
        place_id=f"own:{name.casefold()}",
    )


def incident(one: str, **fields: object) -> ReportedIncident:
    known = {
        "id": one,
        "type": IncidentType.MISSILE_ATTACK,
        "stage": Stage.ACCOMPLISHED,
        "summary": "",
        "main": True,
        "when": when(DAY),
        "where": where(),
    }
    return ReportedIncident(**{**known, **fields})


def head(report_id: str, **fields: object) -> ReportHead:
    return ReportHead(**{"report_id": report_id, "text_hash": "0", "language": "en", "published": DAY, **fields})


def member(one: str, report_id: str | None = None, *, claims: tuple[Claim, ...] = (), **fields: object) -> Member:
    """A member of a report of its own; fields of ``head`` and of ``incident`` alike."""
    of_head = {
        key: fields.pop(key) for key in ("published", "publisher", "fingerprint", "passages", "places") if key in fields
    }
    report = head(report_id or f"report-{one}", **of_head)
    return Member(
        incident=incident(one, claims=tuple(claim.id for claim in claims), **fields), report=report, claims=claims
    )


def claim(
    one: str, field: ClaimField, value: Value, speaker: str | None = None, kind: SourceKind = SourceKind.OFFICIAL
) -> Claim:
    source = None if speaker is None else Source(name=speaker, kind=kind, anonymous=False)
    return Claim(
        id=one,
        incident_id=None,
        field=field,
        value=value,
        quote="the words",
        span=Span(0, 9),
        source=source,
        cue=None,
        factuality=Factuality.ASSERTED,
        method="rules/1",
    )


def blamed(name: str, basis: Basis, by: str | None = None, actor_id: str | None = None) -> Perpetrator:
    return Perpetrator(name=name, basis=basis, by=by, actor_id=actor_id, claims=(f"{name}-{basis}",))


def target(name: str) -> Target:
    return Target(name=name, kind="other", claims=(f"target-{name}",))


def weapon(code: str, count: Count | None = None) -> Weapon:
    return Weapon(code=code, name=code, count=count, claims=(f"weapon-{code}",))


def decision(one: str, act: Act, *incidents: str, minute: int = 0, **fields: object) -> Decision:
    at = dt.datetime(2024, 6, 1, 12, minute, tzinfo=dt.UTC)
    return Decision(
        **{"id": one, "act": act, "incidents": incidents, "who": "editor", "when": at, "because": "seen", **fields}
    )
