"""Reports and tellings built by hand, for tests that keep them."""

import datetime as dt
from dataclasses import replace

from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.identity import hash_of
from reportedly.records.incidents import Account, Perpetrator, ReportedIncident, Target, Telling
from reportedly.records.mentions import Attribution, Cue, PlaceMention, Source
from reportedly.records.merged import Disagreement, Incident, ReportHead, Rival
from reportedly.records.moments import Moment, When
from reportedly.records.places import Where
from reportedly.records.reports import CleanText, Report, Sentence
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

NOW = dt.datetime(2025, 3, 4, 12, 0, tzinfo=dt.UTC)
DAY = dt.date(2025, 3, 3)
TEXT = "Four people were killed when a car bomb went off in Goma, police said."


def report_of(
    id_: str = "r1",
    text: str = TEXT,
    *,
    uri: str | None = None,
    published: Moment | None = None,
    title: str | None = None,
) -> Report:
    return Report(id=id_, content=text, uri=uri, published=published, title=title)


def span_in(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def claim_of(report_id: str, text: str, field: ClaimField, words: str, incident_id: str | None) -> Claim:
    return Claim(
        id=hash_of(report_id, text, field.value, words),
        incident_id=incident_id,
        field=field,
        value=words,
        quote=words,
        span=span_in(text, words),
        source=Source(name="police", kind=SourceKind.POLICE, anonymous=False, span=span_in(text, "police")),
        cue=Cue("said", span_in(text, "said")),
        factuality=Factuality.ASSERTED,
        method="rules/1",
    )


def when_on(day: Moment, *claims: str) -> When:
    return When(
        start=day,
        end=day,
        precision=TimePrecision.DAY,
        edtf=day.isoformat(),
        derivation="as written",
        text="Monday",
        claims=claims,
    )


def where_at(name: str, lat: float | None, lon: float | None, *claims: str, country: str | None = "CD") -> Where:
    return Where(
        name=name,
        country=country,
        lat=lat,
        lon=lon,
        radius_km=5.0,
        precision=PlacePrecision.SETTLEMENT,
        place_id=None,
        claims=claims,
    )


def telling_of(report: Report) -> Telling:
    """A bombing in Goma, told by any text that has the words of ``TEXT``."""
    text = report.content if report.title is None else f"{report.title}\n\n{report.content}"
    incident_id = hash_of(report.id, text, "bombing")
    kind = claim_of(report.id, text, ClaimField.TYPE, "car bomb", incident_id)
    killed = claim_of(report.id, text, ClaimField.KILLED, "Four people were killed", incident_id)
    place = claim_of(report.id, text, ClaimField.WHERE, "Goma", incident_id)
    sentence = Sentence(Span(0, len(text)), 0)
    where = where_at("Goma", -1.67, 29.22, place.id)
    clean = CleanText(
        report_id=report.id,
        text=text,
        text_hash=hash_of(text),
        language="en",
        sentences=(sentence,),
        uri=report.uri,
        title=report.title,
        published=report.published,
    )
    incident = ReportedIncident(
        id=incident_id,
        type=IncidentType.BOMBING,
        stage=Stage.ACCOMPLISHED,
        summary="Bombing in Goma, 4 killed",
        main=True,
        when=when_on(DAY, kind.id),
        where=where,
        killed=Count.exactly(4),
        claims=(kind.id, killed.id, place.id),
    )
    return Telling(
        report=clean,
        incidents=(incident,),
        claims=(kind, killed, place),
        attributions=(Attribution(source=kind.source, cue=kind.cue, content=span_in(text, "car bomb")),),
        places=(PlaceMention(place.span, replace(where, claims=())),),
        accounts=(Account(sentence, SentenceStatus.CODED),),
    )


def head_of(telling: Telling) -> ReportHead:
    text = telling.report
    return ReportHead(
        report_id=text.report_id,
        text_hash=text.text_hash,
        language=text.language,
        uri=text.uri,
        publisher=text.publisher,
        title=text.title,
        published=text.published,
    )


def incident_of(id_: str, **fields: object) -> Incident:
    """A merged bombing in Goma that kills four, changed by ``fields``."""
    plain = Incident(
        id=id_,
        type=IncidentType.BOMBING,
        stage=Stage.ACCOMPLISHED,
        summary="Bombing in Goma",
        when=when_on(DAY, "c1"),
        where=where_at("Goma", -1.67, 29.22, "c1"),
        targets=(Target(name="Central Market", kind="market", claims=("c1",)),),
        perpetrators=(
            Perpetrator(name="Hill Front", basis=Basis.ACCUSED, by="police", actor_id="hill_front", claims=("c1",)),
        ),
        responsibility=(Responsibility.ACCUSED,),
        killed=Count.exactly(4),
        claims=("c1",),
        reports=(),
        sources=2,
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def disagreement() -> Disagreement:
    rivals = tuple(Rival(value={"low": n, "high": n}, source=None, report_id=f"r{n}") for n in (4, 6))
    return Disagreement("killed", rivals)
