"""Tellings in, one self-contained HTML page out: reports with their claims marked, incident cards beside them.

Nothing in the page is fetched from anywhere: style and script stand in it, maps are drawn into it, and its content
policy forbids everything else. Words of a report never become markup: the templates escape whatever is put into them.
"""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reportedly.desk.cards import Card, Line, Voice, cards_of, own_lines
from reportedly.desk.maps import map_of
from reportedly.desk.marks import Mark, Paragraph, anchors_of, marks_of, paragraphs_of
from reportedly.desk.wording import wording
from reportedly.desk.words_for import chain_of, chain_words, moment_words
from reportedly.records.incidents import Telling
from reportedly.records.reports import CleanText
from reportedly.records.vocabulary import SentenceStatus

TEMPLATES = Path(__file__).with_name("templates")
INDEX_FROM = 2
"""Reports from which the page opens with an index."""
_UNSHOWABLE = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""What HTML or UTF-8 cannot hold."""
_LINKABLE = re.compile(r"https?://[^\s]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report as the page shows it; ``number`` counts from 1, ``anchors`` lead from a claim to its mark."""

    number: int
    title: str
    titled: bool
    publisher: str | None
    published: str
    uri: str | None
    link: str | None
    language: str
    cards: tuple["CardView", ...]
    own: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    anchors: Mapping[str, int]
    tips: Mapping[int, str]
    statuses: Mapping[str, int]

    def anchor(self, voice: Voice) -> str:
        """The id of the mark that a voice's words carry."""
        return f"r{self.number}m{self.anchors[voice.claim.id]}"


@dataclass(frozen=True, slots=True)
class CardView:
    """An incident's card, its number in the report, and its map, None where no point is settled."""

    number: int
    card: Card
    map: Markup | None


def page(tellings: Sequence[Telling]) -> str:
    """The whole page as text, ready to be written as UTF-8."""
    reports = [_report(telling, number) for number, telling in enumerate(tellings, start=1)]
    html = (
        _environment()
        .get_template("page.html")
        .render(
            reports=reports,
            incidents=sum(len(report.cards) for report in reports),
            claims=sum(len(telling.claims) for telling in tellings),
            speakers=len({claim.source.name for telling in tellings for claim in telling.claims if claim.source}),
            index=len(reports) >= INDEX_FROM,
            statuses=list(SentenceStatus),
            style=_asset("page.css"),
            script=_asset("page.js"),
            script_hash=_hash_of(_asset("page.js")),
        )
    )
    return showable(html)


def showable(html: str) -> str:
    """The same with a sign in place of whatever HTML or UTF-8 cannot hold."""
    return _UNSHOWABLE.sub("\ufffd", html)


def _report(telling: Telling, number: int) -> ReportView:
    report = telling.report
    marks = marks_of(telling)
    paragraphs = paragraphs_of(telling, marks)
    return ReportView(
        number=number,
        title=title_of(report),
        titled=report.title_span is not None,
        publisher=report.publisher,
        published=moment_words(report.published) if report.published else wording().phrase("undated"),
        uri=report.uri or report.report_id,
        link=linkable(report.uri),
        language=report.language,
        cards=tuple(
            CardView(at, card, map_of(card.incident.where)) for at, card in enumerate(cards_of(telling), start=1)
        ),
        own=own_lines(telling),
        paragraphs=paragraphs,
        anchors=anchors_of(marks),
        tips=tips_of(telling, marks),
        statuses=counted_statuses(paragraphs),
    )


def tips_of(telling: Telling, marks: Iterable[Mark]) -> Mapping[int, str]:
    """What each mark is, and by whose word."""
    words = wording()
    claims = {claim.id: claim for claim in telling.claims}
    tips: dict[int, str] = {}
    for mark in marks:
        sources = (claims[id_].source for id_ in mark.claims)
        chains = dict.fromkeys(chain_words(chain_of(source, publisher=telling.report.publisher)) for source in sources)
        tips[mark.number] = ": ".join([words.word("mark", mark.kind), *filter(None, ["; ".join(chains)])])
    return tips


def linkable(uri: str | None) -> str | None:
    """The address where a browser may follow it, else None: no script hides behind http."""
    return uri if uri and _LINKABLE.fullmatch(uri) else None


def title_of(report: CleanText) -> str:
    """The title of a report, or the words it opens with."""
    return report.title or _opening(report.text)


def _opening(text: str) -> str:
    """The first words of a report without a title."""
    first = text.strip().split("\n", 1)[0]
    return first if len(first) <= TITLE_LENGTH else f"{first[:TITLE_LENGTH].rsplit(' ', 1)[0]} …"


TITLE_LENGTH = 90
"""Characters of a report without a title that stand for one."""


def counted_statuses(paragraphs: Iterable[Paragraph]) -> Mapping[str, int]:
    """How many sentences there are of each status."""
    found = Counter(line.status.value for paragraph in paragraphs for line in paragraph.lines)
    return {status.value: found[status.value] for status in SentenceStatus}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["words"] = wording()
    return environment


@cache
def _asset(name: str) -> Markup:
    """A file of our own that goes into the page as it is."""
    return Markup((TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704 - ships with the package


def _hash_of(script: str) -> str:
    """What the page's content policy knows its one script by."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
