"""The campaign's incidents as its outcome expects them, put together by hand."""

import datetime as dt
import tomllib
from typing import Any

from bench.campaign import CAMPAIGN, outcome
from bench.outcome import ExpectedMerged, ExpectedToll
from reportedly.records.counts import Count
from reportedly.records.incidents import Attackers, Party, Perpetrator, Target, Victim, Weapon
from reportedly.records.merged import Disagreement, Incident, Rival, ToldBy, Toll
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.vocabulary import Basis, IncidentType, PlacePrecision, Responsibility, Stage, TimePrecision

EXPECTED: dict[str, Any] = tomllib.loads((CAMPAIGN / "codebooks.toml").read_text(encoding="utf-8"))
CLAIMS = ("c1",)


def campaign() -> dict[str, Incident]:
    """Each incident by its key; the optional one is left out."""
    return {
        one.key: _incident(one, EXPECTED["given"].get(one.key, {})) for one in outcome().incident if not one.optional
    }


def count(words: str | None) -> Count | None:
    """ "6", "3+" or "silent" as a range."""
    if words is None or words == "silent":
        return None
    return Count.at_least(int(words[:-1])) if words.endswith("+") else Count.exactly(int(words))


def _whole(row: dict[str, Any], key: str) -> Count | None:
    return Count.exactly(row[key]) if key in row else None


def _incident(one: ExpectedMerged, given: dict[str, Any]) -> Incident:
    actors = given.get("actors", {})
    return Incident(
        id=one.key,
        type=IncidentType(one.type[0]),
        stage=Stage(one.stage or ""),
        summary=one.about,
        when=_when(one),
        where=_where(one, given.get("precision", "settlement")),
        weapons=tuple(
            Weapon(
                code=row["code"],
                name=row["name"],
                count=_whole(row, "count"),
                intercepted=_whole(row, "intercepted"),
                claims=CLAIMS,
            )
            for row in given.get("weapons", ())
        ),
        targets=tuple(Target(name=row["name"], kind=row["kind"], claims=CLAIMS) for row in given.get("targets", ())),
        victims=tuple(_victim(row) for row in given.get("victims", ())),
        perpetrators=tuple(
            Perpetrator(
                name=row.name, basis=Basis(row.basis), by=row.by or None, actor_id=actors.get(row.name), claims=CLAIMS
            )
            for row in one.perpetrator
        ),
        prevented_by=tuple(Party(name=name, claims=CLAIMS) for name in given.get("prevented_by", ())),
        responsibility=tuple(Responsibility(word) for word in one.responsibility or ()),
        killed=count(one.killed[0]) if one.killed else None,
        injured=count(one.injured[0]) if one.injured else None,
        attackers=Attackers(killed=count(one.attackers_killed), claims=CLAIMS) if one.attackers_killed else None,
        claims=CLAIMS,
        reports=tuple(_told(row.report) for row in one.told),
        sources=1,
        disagreements=tuple(
            Disagreement(row.field[0], tuple(Rival(value=v, source=None, report_id="r") for v in row.values))
            for row in one.disagreement
        ),
        tolls=tuple(_toll(row) for row in one.toll),
    )


def _victim(row: dict[str, Any]) -> Victim:
    figures = {key: _whole(row, key) for key in ("killed", "injured", "abducted")}
    return Victim(name=row["name"], kind=row["kind"], claims=CLAIMS, **figures)


def _told(report: str) -> ToldBy:
    return ToldBy(report_id=report, uri=None, publisher=report, published=None, incident_id=report, main=True)


def _toll(row: ExpectedToll) -> Toll:
    source = {"Brigades": "Aoukar Brigades"}.get(row.source or "", row.source)
    return Toll(
        published=None, source=source, killed=count(row.killed), injured=count(row.injured), report_id=row.report
    )


def _when(one: ExpectedMerged) -> When | None:
    if not one.within:
        return None
    first, last = (dt.date.fromisoformat(day) for day in one.within)
    return When(
        start=first, end=last, precision=TimePrecision.DAY, edtf=f"{first}/{last}", derivation="by hand", text="then"
    )


def _where(one: ExpectedMerged, precision: str) -> Where | None:
    if one.lat is None and one.place is None:
        return None
    lat, lon = (one.lat, one.lon) if one.lat is not None else (18.08, -15.98)
    return Where(
        name=one.place or "",
        country=one.country,
        lat=lat,
        lon=lon,
        radius_km=5,
        precision=PlacePrecision(precision),
        place_id=None,
    )
