"""An invented report with everything the desk has to show, told by hand."""

import datetime as dt
from pathlib import Path

import pytest

from reportedly.ledger.open import writing_ledger
from reportedly.pipeline.keep import add
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
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.reports import CleanText, Sentence
from reportedly.records.spans import Span
from reportedly.records.values import Value
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
from tests.desk.calling import Caller
from tests.pipeline.ledgers import CAMPAIGN, NOW

TITLE = "Two drones brought down near Wadi Sahl airfield"
SENTENCES = (
    (
        "Air defences brought down two one-way drones near Wadi Sahl airfield in western Iraq early on Tuesday, "
        "two defence officials told the Gulf Wire agency."
    ),
    (
        "The officials, who asked not to be named, said at least three soldiers were slightly hurt and would not say "
        "who was behind it."
    ),
    "A local councillor blamed the Marsh Brigade, which denied it.",
    "The brigade's leader, أبو سالم (Abu Salim), warned on Sunday that rockets would follow if the convoys went on.",
    "It was the first such attempt in over a year.",
    "Some 900 troops are stationed at Wadi Sahl to train the army.",
    "In May a truck bomb killed dozens at a market in Tell Amar, according to the army.",
    "Rain is expected later in the week.",
    "Watch | The drone that anyone can build",
)
STATUS = ("coded",) * 4 + ("context",) * 2 + ("coded", "not_coded", "furniture")


class Builder:
    """Claims of one text, each on words that stand in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.claims: list[Claim] = []

    def span(self, words: str) -> Span:
        start = self.text.rindex(words)
        return Span(start, start + len(words))

    def source(
        self, words: str, kind: SourceKind, *via: str, anonymous: bool = False, name: str | None = None
    ) -> Source:
        return Source(name=name or words, kind=kind, anonymous=anonymous, via=via, span=self.span(words))

    def cue(self, words: str) -> Cue:
        return Cue(words, self.span(words))

    def claim(
        self,
        field: ClaimField,
        words: str,
        value: Value,
        *,
        incident: str | None = "i1",
        source: Source | None = None,
        cue: Cue | None = None,
        factuality: Factuality = Factuality.ASSERTED,
    ) -> tuple[str, ...]:
        """Adds a claim and gives its id, ready for a ``claims`` key."""
        id_ = f"c{len(self.claims) + 1}"
        self.claims.append(
            Claim(
                id=id_,
                incident_id=incident,
                field=field,
                value=value,
                quote=words,
                span=self.span(words),
                source=source,
                cue=cue,
                factuality=factuality,
                method="by hand",
            )
        )
        return (id_,)


def build() -> Telling:
    text = TITLE + "\n\n" + "\n\n".join(SENTENCES)
    desk = Builder(text)
    officials = desk.source("two defence officials", SourceKind.OFFICIAL, "Gulf Wire", "The Delta Post", anonymous=True)
    told = desk.cue("told")
    army = desk.source("the army", SourceKind.MILITARY, "The Delta Post")
    councillor = desk.source("A local councillor", SourceKind.OFFICIAL, "The Delta Post")
    brigade = desk.source("the Marsh Brigade", SourceKind.ARMED_GROUP, "The Delta Post", name="Marsh Brigade")
    leader = desk.source("أبو سالم (Abu Salim)", SourceKind.ARMED_GROUP, "The Delta Post")
    by_officials = {"source": officials, "cue": told}
    kind = desk.claim(ClaimField.TYPE, "brought down two one-way drones", "drone_attack", **by_officials)
    stage = desk.claim(ClaimField.STAGE, "brought down", "thwarted", **by_officials)
    when = desk.claim(ClaimField.WHEN, "early on Tuesday", {"start": "2024-03-12"}, **by_officials)
    where = desk.claim(
        ClaimField.WHERE, "near Wadi Sahl airfield in western Iraq", {"name": "Wadi Sahl airfield"}, **by_officials
    )
    drones = desk.claim(
        ClaimField.WEAPONS, "two one-way drones", {"code": "drone", "count": {"low": 2, "high": 2}}, **by_officials
    )
    target = desk.claim(
        ClaimField.TARGETS, "Wadi Sahl airfield in western Iraq", {"name": "Wadi Sahl airfield"}, **by_officials
    )
    stopped = desk.claim(ClaimField.PREVENTED_BY, "Air defences", {"name": "Air defences"}, **by_officials)
    hurt = desk.claim(
        ClaimField.VICTIMS,
        "at least three soldiers were slightly hurt",
        {"name": "soldiers"},
        source=officials,
        cue=desk.cue("said"),
    )
    injured = desk.claim(
        ClaimField.INJURED, "at least three", {"low": 3, "high": None}, source=officials, cue=desk.cue("said")
    )
    withheld = desk.claim(
        ClaimField.RESPONSIBILITY,
        "would not say who was behind it",
        ("withheld",),
        source=officials,
        factuality=Factuality.WITHHELD,
    )
    accused = desk.claim(
        ClaimField.PERPETRATORS,
        "blamed the Marsh Brigade",
        {"name": "the Marsh Brigade", "basis": "accused"},
        source=councillor,
        cue=desk.cue("blamed"),
    )
    denied = desk.claim(
        ClaimField.PERPETRATORS,
        "which denied it",
        {"name": "the Marsh Brigade", "basis": "denied"},
        source=brigade,
        cue=desk.cue("denied"),
        factuality=Factuality.DENIED,
    )
    threat = desk.claim(
        ClaimField.TYPE,
        "warned on Sunday that rockets would follow",
        "threat",
        incident="i2",
        source=leader,
        cue=desk.cue("warned"),
    )
    rockets = desk.claim(
        ClaimField.WEAPONS,
        "rockets",
        {"code": "rocket"},
        incident="i2",
        source=leader,
        cue=desk.cue("warned"),
        factuality=Factuality.CONDITIONAL,
    )
    sunday = desk.claim(ClaimField.WHEN, "on Sunday", {"start": "2024-03-10"}, incident="i2")
    if_convoys = desk.claim(
        ClaimField.CONDITION, "if the convoys went on", "if the convoys went on", incident="i2", source=leader
    )
    own_threat = desk.claim(
        ClaimField.PERPETRATORS,
        "The brigade's leader",
        {"name": "the brigade", "basis": "claimed"},
        incident="i2",
        source=leader,
    )
    bomb = desk.claim(ClaimField.TYPE, "a truck bomb killed dozens", "bombing", incident="i3", source=army)
    truck = desk.claim(ClaimField.WEAPONS, "truck bomb", {"code": "vehicle_bomb"}, incident="i3", source=army)
    dozens = desk.claim(ClaimField.KILLED, "killed dozens", {"low": 24, "high": None}, incident="i3", source=army)
    market = desk.claim(ClaimField.WHERE, "a market in Tell Amar", {"name": "Tell Amar"}, incident="i3", source=army)
    may = desk.claim(ClaimField.WHEN, "In May", {"start": "2023-05-01"}, incident="i3", source=army)
    desk.claim(
        ClaimField.NOVELTY,
        "the first such attempt in over a year",
        {"ordinal": "first", "what": "such attempt", "place": None, "period": "in over a year"},
        incident=None,
    )
    desk.claim(
        ClaimField.PRESENCE,
        "Some 900 troops are stationed at Wadi Sahl to train the army",
        {"force": "troops", "count": {"low": 900, "high": 900}, "place": "Wadi Sahl", "mission": "to train the army"},
        incident=None,
    )
    first = ReportedIncident(
        id="i1",
        type=IncidentType.DRONE_ATTACK,
        stage=Stage.THWARTED,
        main=True,
        summary="Drone attack on Wadi Sahl airfield thwarted by air defences, 12 March 2024",
        when=When(
            start=dt.date(2024, 3, 12),
            end=dt.date(2024, 3, 12),
            precision=TimePrecision.PART_OF_DAY,
            edtf="2024-03-12",
            derivation="Tuesday before publication on 2024-03-13",
            text="early on Tuesday",
            claims=when,
        ),
        where=Where(
            name="near Wadi Sahl airfield in western Iraq",
            country="IQ",
            lat=33.8,
            lon=42.4,
            radius_km=10,
            precision=PlacePrecision.NEAR,
            place_id=None,
            claims=where,
        ),
        weapons=(
            Weapon(
                code="drone", name="one-way drones", count=Count.exactly(2), intercepted=Count.exactly(2), claims=drones
            ),
        ),
        targets=(Target(name="Wadi Sahl airfield", kind="military_site", claims=target),),
        victims=(Victim(name="soldiers", kind="military", injured=Count.at_least(3), claims=hurt),),
        perpetrators=(
            Perpetrator(name="the Marsh Brigade", basis=Basis.ACCUSED, by="A local councillor", claims=accused),
            Perpetrator(name="the Marsh Brigade", basis=Basis.DENIED, by="Marsh Brigade", claims=denied),
        ),
        prevented_by=(Party(name="Air defences", claims=stopped),),
        responsibility=(Responsibility.ACCUSED, Responsibility.DENIED, Responsibility.WITHHELD),
        injured=Count.at_least(3),
        claims=(
            *kind,
            *stage,
            *when,
            *where,
            *drones,
            *target,
            *stopped,
            *hurt,
            *injured,
            *withheld,
            *accused,
            *denied,
        ),
    )
    second = ReportedIncident(
        id="i2",
        type=IncidentType.THREAT,
        stage=Stage.THREATENED,
        main=False,
        summary="Abu Salim threatens rockets if the convoys go on",
        when=When(
            start=dt.date(2024, 3, 10),
            end=dt.date(2024, 3, 10),
            precision=TimePrecision.DAY,
            edtf="2024-03-10",
            derivation="Sunday before publication on 2024-03-13",
            text="on Sunday",
            claims=sunday,
        ),
        weapons=(Weapon(code="rocket", name="rockets", claims=rockets),),
        perpetrators=(Perpetrator(name="The brigade", basis=Basis.CLAIMED, by="Abu Salim", claims=own_threat),),
        responsibility=(Responsibility.CLAIMED,),
        condition=Condition(text="if the convoys went on", claims=if_convoys),
        claims=(*threat, *rockets, *sunday, *if_convoys, *own_threat),
    )
    third = ReportedIncident(
        id="i3",
        type=IncidentType.BOMBING,
        stage=Stage.ACCOMPLISHED,
        main=False,
        summary="Bombing at a market in Tell Amar, dozens killed, May 2023",
        when=When(
            start=dt.date(2023, 5, 1),
            end=dt.date(2023, 5, 31),
            precision=TimePrecision.MONTH,
            edtf="2023-05",
            derivation="May before publication on 2024-03-13",
            text="In May",
            claims=may,
        ),
        where=Where(
            name="a market in Tell Amar",
            country=None,
            lat=None,
            lon=None,
            radius_km=None,
            precision=PlacePrecision.SETTLEMENT,
            place_id=None,
            claims=market,
        ),
        weapons=(Weapon(code="vehicle_bomb", name="truck bomb", count=Count.exactly(1), claims=truck),),
        killed=Count.at_least(24),
        attackers=Attackers(killed=Count.exactly(1), claims=bomb),
        claims=(*bomb, *truck, *dozens, *market, *may),
    )
    title = desk.span(TITLE)
    sentences = [Sentence(title, 0, heading=True)] + [
        Sentence(desk.span(words), number, furniture=status == "furniture")
        for number, (words, status) in enumerate(zip(SENTENCES, STATUS, strict=True), start=1)
    ]
    statuses = [SentenceStatus.CONTEXT, *map(SentenceStatus, STATUS)]
    whys = {SentenceStatus.NOT_CODED: "no incident, speaker or figure in it", SentenceStatus.FURNITURE: "a promo line"}
    return Telling(
        report=CleanText(
            report_id="delta-1",
            text=text,
            text_hash="0" * 20,
            language="en",
            sentences=tuple(sentences),
            furniture=(desk.span(SENTENCES[-1]),),
            title_span=title,
            uri="https://delta-post.example/wadi-sahl",
            publisher="The Delta Post",
            title=TITLE,
            published=dt.datetime(2024, 3, 13, 6, 30, tzinfo=dt.UTC),
        ),
        incidents=(first, second, third),
        claims=tuple(desk.claims),
        attributions=(
            Attribution(source=officials, cue=told, content=desk.span("Air defences brought down two one-way drones")),
            Attribution(source=councillor, cue=desk.cue("blamed"), content=desk.span("the Marsh Brigade")),
            Attribution(source=None, cue=desk.cue("according to"), content=desk.span("a truck bomb killed dozens")),
        ),
        places=(
            PlaceMention(
                desk.span("western Iraq"),
                Where(
                    name="western Iraq",
                    country="IQ",
                    lat=None,
                    lon=None,
                    radius_km=None,
                    precision=PlacePrecision.REGION,
                    place_id=None,
                ),
            ),
        ),
        accounts=tuple(
            Account(sentence, status, whys.get(status)) for sentence, status in zip(sentences, statuses, strict=True)
        ),
    )


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    """The command line."""
    monkeypatch.setenv("COLUMNS", "80")
    return Caller(monkeypatch, capsys)


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """A file with a small campaign: a bombing told by three reports that differ, a missile attack, a threat."""
    name = str(tmp_path / "ledger.sqlite")
    with writing_ledger(name, create=True, notify=print) as engine:
        assert len(list(add(engine, CAMPAIGN, occasion=NOW))) == len(CAMPAIGN)
    return name


@pytest.fixture(scope="session")
def telling() -> Telling:
    """Everything the desk has to show."""
    return build()


@pytest.fixture(scope="session")
def quiet() -> Telling:
    """A report without an incident: only a tally."""
    words = "At least 16 attacks have been counted since the 17th, the ministry said."
    desk = Builder(words)
    ministry = desk.source("the ministry", SourceKind.OFFICIAL, "The Delta Post")
    desk.claim(
        ClaimField.TALLY,
        "At least 16 attacks",
        {"what": "attacks", "count": {"low": 16, "high": None}, "since": "the 17th", "until": None, "place": None},
        incident=None,
        source=ministry,
    )
    sentence = Sentence(Span(0, len(words)), 0)
    return Telling(
        report=CleanText(report_id="delta-2", text=words, text_hash="1" * 20, language="en", sentences=(sentence,)),
        claims=tuple(desk.claims),
        accounts=(Account(sentence, SentenceStatus.CONTEXT, None),),
    )
