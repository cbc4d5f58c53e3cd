"""Numbers by day in, a row of bars out, one a day, month or year, each a link to its own stretch of time."""

import datetime as dt
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from reportedly.desk.words_for import number_words

WIDTH, HEIGHT = 1000.0, 64.0
LABEL = 16.0
"""Pixels below the bars for their names."""
MOST_DAYS, MOST_MONTHS = 62, 72
"""Bars of days and of months at most, before the next coarser are drawn: thinner ones are hard to hit."""
YEAR, MONTH, DAY = len("2024"), len("2024-03"), len("2024-03-11")
"""Letters of an ISO date that name a year, a month, a day."""
LABELS = 8
"""Names below the bars at most."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time under its name (2024-03), both ends inclusive, and how many incidents began in it."""

    name: str
    first: dt.date
    last: dt.date
    incidents: int


def bars_of(days: Mapping[dt.date, int]) -> tuple[Bar, ...]:
    """A bar for every stretch from the first day to the last, the empty ones too."""
    if not days:
        return ()
    first, last = min(days), max(days)
    many = (last - first).days
    unit = DAY if many < MOST_DAYS else MONTH if many < MOST_MONTHS * 30 else YEAR
    counted: Counter[str] = Counter()
    for day, number in days.items():
        counted[day.isoformat()[:unit]] += number
    return tuple(Bar(name, start, end, counted[name]) for name, start, end in _stretches(first, last, unit))


def brush_of(bars: tuple[Bar, ...], *, path: str, query: str, since: dt.date | None, until: dt.date | None) -> Markup:
    """The bars; those that are asked for stand out. What they say can be typed in too: the dates of the form."""
    most = max((bar.incidents for bar in bars), default=0) or 1
    wide = WIDTH / max(len(bars), 1)
    every = max(1, -(-len(bars) // LABELS))
    parts = []
    for number, bar in enumerate(bars):
        is_in = (since is None or bar.last >= since) and (until is None or bar.first <= until)
        tall = (HEIGHT - LABEL) * bar.incidents / most
        href = f"{path}?{query}{'&' if query else ''}since={bar.first}&until={bar.last}"
        drawn = Markup(
            '<a href="{}" tabindex="-1" data-since="{}" data-until="{}"><title>{}: {}</title>'
            '<rect class="reach" x="{:.1f}" y="0" width="{:.1f}" height="{:.0f}"/>'
            '<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/></a>'
        )
        x, kind = number * wide, "when-in" if is_in else "when-out"
        said = number_words("incident", bar.incidents)
        place = (x + wide * 0.08, HEIGHT - LABEL - tall, wide * 0.84, tall)
        parts.append(drawn.format(href, bar.first, bar.last, bar.name, said, x, wide, HEIGHT - LABEL, kind, *place))
        if number % every == 0 and x + 60 < WIDTH:
            parts.append(Markup('<text x="{:.1f}" y="{:.1f}">{}</text>').format(x, HEIGHT - 2, bar.name))
    whole = Markup('<svg class="brush" viewBox="0 0 {:.0f} {:.0f}" aria-hidden="true" data-brush>{}</svg>')
    return whole.format(WIDTH, HEIGHT, Markup("").join(parts))


def _stretches(first: dt.date, last: dt.date, unit: int) -> Iterator[tuple[str, dt.date, dt.date]]:
    """Name, first and last day of each day, month or year from one day to another."""
    start = first
    if unit < DAY:
        start = start.replace(day=1)
    if unit < MONTH:
        start = start.replace(month=1)
    while start <= last:
        end = start
        if unit == YEAR:
            end = start.replace(month=12, day=31)
        elif unit == MONTH:
            end = start.replace(day=monthrange(start.year, start.month)[1])
        yield start.isoformat()[:unit], start, end
        start = end + dt.timedelta(1)
