"""A seed in, a stream of tellings of invented incidents out: what a ledger that has run for years would be fed.

The news of one day is always of one size, whatever the length of the stream: 250 incidents in 40 countries, most in
few places; most told by one report, one a day by 60; and one old event that one report in a hundred mentions.
"""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from reportedly.pipeline.keep import Told
from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.forms import when_value
from reportedly.records.identity import hash_of
from reportedly.records.incidents import Perpetrator, ReportedIncident, Target, Telling, Weapon
from reportedly.records.mentions import Cue, Source
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.reports import CleanText, Report, Sentence
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

A_DAY = 250
"""Incidents a day; ACLED counts some 400 events of political violence a day worldwide (2024)."""
COUNTRIES = 40
"""The n-th country is told of 1/n as often as the first, which has a quarter of all."""
PLACES = 300
"""Places in each country; the n-th is told of 1/sqrt(n) as often as the first, which has one in 35."""
MOST_TOLD = 60
FIRST_DAY = dt.date(2014, 1, 1)
OLD_DAY = dt.date(2013, 12, 2)
MENTIONS = 100
"""One report in so many tells the old event in passing."""

KINDS = (
    (IncidentType.BOMBING, "ied", "market", "A bomb exploded"),
    (IncidentType.SHOOTING, "small_arms", "checkpoint", "Gunmen opened fire"),
    (IncidentType.DRONE_ATTACK, "drone", "depot", "A drone struck"),
    (IncidentType.MISSILE_ATTACK, "mortar", "village", "Shells fell"),
    (IncidentType.AIR_STRIKE, "aircraft", "base", "An air strike hit"),
)
SPEAKERS = (
    ("police", SourceKind.POLICE),
    ("the army", SourceKind.MILITARY),
    ("residents", SourceKind.WITNESS),
    ("a doctor", SourceKind.MEDIC),
)


_COUNTRY_WEIGHTS = tuple(accumulate(1 / n for n in range(1, COUNTRIES + 1)))
_PLACE_WEIGHTS = tuple(accumulate(n**-0.5 for n in range(1, PLACES + 1)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """What happened, before anybody told it."""

    number: int
    kind: int
    country: str
    place: int
    lat: float
    lon: float
    day: dt.date
    killed: int


def stream(seed: int, *, skip_days: int = 0) -> Iterator[Told]:
    """Reports with what they tell, day by day without end; ``skip_days`` leaves out the first so many days."""
    day = skip_days
    while True:
        yield from _news_of(seed, day)
        day += 1


def tellings(seed: int, count: int) -> list[Told]:
    """The first ``count`` reports of the stream."""
    return list(islice(stream(seed), count))


def _news_of(seed: int, day: int) -> Iterator[Told]:
    """The reports of one day, shuffled."""
    draw = random.Random(f"{seed} {day}")  # noqa: S311 - drawn, not secret
    events = [_event(draw, day * A_DAY + number, FIRST_DAY + dt.timedelta(day)) for number in range(A_DAY)]
    told = [(event, telling) for event in events for telling in range(_tellings_of(draw, event.number % A_DAY))]
    draw.shuffle(told)
    for event, telling in told:
        yield _told(draw, event, telling)


def _event(draw: random.Random, number: int, day: dt.date) -> _Event:
    country = draw.choices(range(COUNTRIES), cum_weights=_COUNTRY_WEIGHTS)[0]
    place = draw.choices(range(PLACES), cum_weights=_PLACE_WEIGHTS)[0]
    grid = random.Random(f"{country} {place}")  # noqa: S311 - drawn, not secret
    return _Event(
        number=number,
        kind=draw.randrange(len(KINDS)),
        country=f"{chr(65 + country // 26)}{chr(65 + country % 26)}",
        place=place,
        lat=-60 + 3 * country + grid.uniform(-4, 4),
        lon=-170 + 8 * country + grid.uniform(-6, 6),
        day=day,
        killed=min(int(draw.paretovariate(1.1)) - 1, 80),
    )


def _tellings_of(draw: random.Random, rank: int) -> int:
    """The first event of a day is told by very many, of the others three in four by one report."""
    return MOST_TOLD if rank == 0 else min(int(draw.paretovariate(2)), 8)


def _told(draw: random.Random, event: _Event, telling: int) -> Told:
    kind, weapon, target, opening = KINDS[event.kind]
    speaker, speaks = draw.choice(SPEAKERS)
    killed = max(0, event.killed + draw.choice((0, 0, 0, 1, -1)))
    name = f"Place {event.country} {event.place}"
    filler = " ".join(f"word{draw.randrange(20_000)}" for _ in range(60))
    mention = draw.randrange(MENTIONS) == 0
    old = " The great raid on Oldtown came years before." if mention else ""
    text = f"{opening} at a {target} in {name}, killing {killed} people, {speaker} said.\n\n{filler}.{old}"
    report = Report(
        id=f"r{event.number}-{telling}",
        content=text,
        uri=f"https://outlet{telling}.example/{event.number}",
        publisher=f"Outlet {telling}",
        published=event.day + dt.timedelta(draw.choice((0, 0, 1))),
    )
    maker = _Maker(report, Source(name=speaker, kind=speaks, anonymous=False, span=_span(text, speaker)))
    incident = maker.incident(event, name=name, kind=kind, weapon=weapon, target=target, killed=killed)
    incidents = (incident, maker.old_event()) if mention else (incident,)
    return Told(report, maker.telling(incidents))


class _Maker:
    """Claims and incidents of one report."""

    def __init__(self, report: Report, source: Source) -> None:
        self._report = report
        self._text = report.content
        self._hash = hash_of(report.content)
        self._source = source
        self._claims: list[Claim] = []

    def claim(self, field: ClaimField, words: str, value: Value, incident_id: str) -> str:
        """Makes a claim on these words of the text; its id."""
        span = _span(self._text, words)
        made = Claim(
            id=hash_of(self._report.id, self._hash, str(span), field.value, incident_id),
            incident_id=incident_id,
            field=field,
            value=value,
            quote=words,
            span=span,
            source=self._source,
            cue=Cue("said", _span(self._text, "said")),
            factuality=Factuality.ASSERTED,
            method="rules/1",
        )
        self._claims.append(made)
        return made.id

    def incident(
        self, event: _Event, *, name: str, kind: IncidentType, weapon: str, target: str, killed: int
    ) -> ReportedIncident:
        """The report's main incident."""
        own = hash_of(self._report.id, self._hash, "main")
        opening = KINDS[event.kind][3]
        what = self.claim(ClaimField.TYPE, opening, kind.value, own)
        day = self.claim(ClaimField.WHEN, opening, when_value(_when(event.day)), own)
        stage = self.claim(ClaimField.STAGE, opening, Stage.ACCOMPLISHED.value, own)
        where = self.claim(ClaimField.WHERE, name, {"name": name, "country": event.country}, own)
        toll = self.claim(ClaimField.KILLED, f"killing {killed} people", {"low": killed, "high": killed}, own)
        aimed = self.claim(ClaimField.TARGETS, target, {"name": target, "kind": target}, own)
        group = f"Group {event.country} {event.place % 5}"
        return ReportedIncident(
            id=own,
            main=True,
            type=kind,
            stage=Stage.ACCOMPLISHED,
            summary=f"{opening} in {name}",
            when=_when(event.day, day),
            where=Where(
                name=name,
                country=event.country,
                lat=round(event.lat, 4),
                lon=round(event.lon, 4),
                radius_km=5.0,
                precision=PlacePrecision.SETTLEMENT,
                place_id=f"made:{event.country}:{event.place}",
                claims=(where,),
            ),
            weapons=(Weapon(code=weapon, name=weapon, claims=(what,)),),
            targets=(Target(name=target, kind=target, claims=(aimed,)),),
            perpetrators=(Perpetrator(name=group, basis=Basis.SUSPECTED, by=self._source.name, claims=(what,)),),
            responsibility=(Responsibility.SUSPECTED,),
            killed=Count.exactly(killed),
            claims=(what, stage, day, where, toll, aimed),
        )

    def old_event(self) -> ReportedIncident:
        """The event that is told in passing."""
        own = hash_of(self._report.id, self._hash, "old")
        what = self.claim(ClaimField.TYPE, "The great raid on Oldtown", IncidentType.SHOOTING.value, own)
        day = self.claim(ClaimField.WHEN, "years before", when_value(_when(OLD_DAY)), own)
        return ReportedIncident(
            id=own,
            main=False,
            type=IncidentType.SHOOTING,
            stage=Stage.ACCOMPLISHED,
            summary="The great raid on Oldtown",
            when=_when(OLD_DAY, day),
            where=Where(
                name="Oldtown",
                country="ZZ",
                lat=50.0,
                lon=10.0,
                radius_km=5.0,
                precision=PlacePrecision.SETTLEMENT,
                place_id="made:oldtown",
                claims=(what,),
            ),
            claims=(what, day),
        )

    def telling(self, incidents: tuple[ReportedIncident, ...]) -> Telling:
        """The whole telling."""
        return Telling(
            report=CleanText(
                report_id=self._report.id,
                text=self._text,
                text_hash=self._hash,
                language="en",
                sentences=(Sentence(Span(0, len(self._text)), 0),),
                uri=self._report.uri,
                publisher=self._report.publisher,
                published=self._report.published,
            ),
            incidents=incidents,
            claims=tuple(self._claims),
        )


def _when(day: dt.date, *claims: str) -> When:
    return When(
        start=day,
        end=day,
        precision=TimePrecision.DAY,
        edtf=day.isoformat(),
        derivation="as written",
        text=day.isoformat(),
        claims=claims,
    )


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
