"""The campaign's incidents as they should come out, built from ``cases/campaign/outcome.toml``: what questions are
asked of where nothing else is to be tested but the answers.
"""

import datetime as dt
from collections.abc import Iterator

from bench.campaign import head, outcome, report_files
from bench.outcome import ExpectedLink, ExpectedMerged
from reportedly.records.counts import Count
from reportedly.records.incidents import Condition, Perpetrator
from reportedly.records.merged import Incident, Link, LinkKind, ToldBy
from reportedly.records.moments import When, parse_moment
from reportedly.records.places import Where
from reportedly.records.vocabulary import (
    Basis,
    IncidentType,
    PlacePrecision,
    Responsibility,
    Stage,
    TimePrecision,
)

OUTCOME = outcome()
HEADS = {str(one["id"]): one for one in map(head, report_files())}


def incidents() -> tuple[Incident, ...]:
    """Every incident that must be there, under its key as id, told by the reports that must tell it."""
    return tuple(_incident(one) for one in OUTCOME.incident if not one.optional)


def told_by(report_id: str) -> ToldBy:
    report = HEADS[report_id]
    return ToldBy(
        report_id=report_id,
        uri=None,
        publisher=report["publisher"],
        published=parse_moment(report["published"]),
        incident_id=f"{report_id}-incident",
        main=True,
    )


def _incident(one: ExpectedMerged) -> Incident:
    reports = tuple(told_by(row.report) for row in one.told if not row.optional)
    conditions = [row.alone.condition for row in one.told if row.alone.condition]
    return Incident(
        id=one.key,
        type=IncidentType(one.type[0]),
        stage=Stage(one.stage or "accomplished"),
        summary=one.about,
        when=_when(one),
        where=_where(one),
        perpetrators=tuple(
            Perpetrator(name=row.name, basis=Basis(row.basis or "stated"), by=row.by, claims=("c",))
            for row in one.perpetrator
        ),
        responsibility=tuple(Responsibility(word) for word in one.responsibility or ()),
        condition=Condition(text=conditions[0], claims=("c",)) if conditions else None,
        killed=_count(one.killed[0]) if one.killed else None,
        reports=reports,
        sources=len(reports),
        links=tuple(_links(one.key)),
    )


def _when(one: ExpectedMerged) -> When:
    first, last = (dt.date.fromisoformat(day) for day in one.within)
    return When(start=first, end=last, precision=TimePrecision.DAY, edtf="", derivation="by hand", text="")


def _where(one: ExpectedMerged) -> Where | None:
    if one.country is None:
        return None
    settled = one.place is not None
    return Where(
        name=one.place or "Mauritania",
        country=one.country,
        lat=one.lat,
        lon=one.lon,
        radius_km=3.0 if settled else 900.0,
        precision=PlacePrecision.SETTLEMENT if settled else PlacePrecision.COUNTRY,
        place_id=None,
    )


def _count(figure: str) -> Count | None:
    return None if figure == "silent" else Count.exactly(int(figure))


def _links(key: str) -> Iterator[Link]:
    for link in OUTCOME.link:
        if not link.optional and key in (link.threat, link.attack):
            yield Link(LinkKind(link.kind), _other(link, key), "by hand")


def _other(link: ExpectedLink, key: str) -> str:
    return link.attack if key == link.threat else link.threat
