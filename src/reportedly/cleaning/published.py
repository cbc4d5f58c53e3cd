"""A parsed page in, when it was published out, with its zone where the page gives one; never a guess from the text."""

import datetime as dt
import json
import re
from collections.abc import Iterator

import htmldate
import lxml.html

from reportedly.records.moments import Moment

_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datePublished",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "publishdate",
    "publish-date",
    "pubdate",
    "cXenseParse:recs:publishtime",
)
"""The names under which news sites give the time of publication, the most trusted first (Open Graph, schema.org,
Parse.ly, Sailthru, Dublin Core)."""
_FRACTION = re.compile(r"(\.\d{1,6})\d*")
_ZONE = re.compile(r"([+-]\d{2})(\d{2})$")


def moment_of(text: str) -> Moment | None:
    """An ISO 8601 day or time as pages write it; None where it is none."""
    stripped = text.strip().replace("Z", "+00:00").replace("z", "+00:00")
    stripped = _ZONE.sub(r"\1:\2", _FRACTION.sub(r"\1", stripped)) if "T" in stripped or " " in stripped else stripped
    try:
        return dt.date.fromisoformat(stripped)
    except ValueError:
        pass
    try:
        return dt.datetime.fromisoformat(stripped.replace(" +", "+"))
    except ValueError:
        return None


def _strings(found: object) -> list[str]:
    return [str(item) for item in found] if isinstance(found, list) else []


def _in_json(value: object) -> Iterator[str]:
    """Every ``datePublished`` in a JSON-LD value, outermost first."""
    queue = [value]
    while queue:
        item = queue.pop(0)
        if isinstance(item, dict):
            said = item.get("datePublished")
            if isinstance(said, str):
                yield said
            queue += item.values()
        elif isinstance(item, list):
            queue += item


def _json_ld(tree: lxml.html.HtmlElement) -> Iterator[str]:
    for block in _strings(tree.xpath("//script[@type='application/ld+json']/text()")):
        try:
            yield from _in_json(json.loads(block, strict=False))
        except (ValueError, RecursionError):
            continue


def _meta(tree: lxml.html.HtmlElement) -> Iterator[str]:
    for name in _META:
        yield from _strings(tree.xpath("//meta[@property=$n or @name=$n or @itemprop=$n]/@content", n=name))


def _times(tree: lxml.html.HtmlElement) -> Iterator[str]:
    yield from _strings(tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime"))
    yield from _strings(tree.xpath("//*[@itemprop='datePublished']/@content"))
    times = _strings(tree.xpath("//article//time/@datetime"))
    if len(times) == 1:
        yield times[0]


def _guessed(tree: lxml.html.HtmlElement, uri: str | None, last_day: str) -> Moment | None:
    """The day htmldate reads from the head, the address or a publication line; not from running text."""
    found = htmldate.find_date(tree, extensive_search=False, original_date=True, url=uri, max_date=last_day)
    return moment_of(found) if found else None


def published_of(tree: lxml.html.HtmlElement, *, uri: str | None, last_day: str) -> Moment | None:
    """The page's time of publication; None where it gives none. The first with a clock wins over a bare day."""
    said = [moment for text in (*_meta(tree), *_json_ld(tree), *_times(tree)) if (moment := moment_of(text))]
    exact = next((moment for moment in said if isinstance(moment, dt.datetime)), None)
    return exact or next(iter(said), None) or _guessed(tree, uri, last_day)
