"""A timeline in, one lane a type of incident out, a dot for each incident, in the colour of its stage.

Long stretches without an incident are cut out of the axis and marked as such.
"""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from reportedly.desk.pictures.sheet import COLOURS, LINE, MARGIN, RULE, WIDTH, fitting, legend, sheet, text
from reportedly.desk.wording import wording
from reportedly.desk.words_for import count_words, moment_words, number_words
from reportedly.records.answers import Entry
from reportedly.records.vocabulary import IncidentType, Stage

LABEL = 150
LANE = 44
BREAK_DAYS = 30
"""Days without an incident that are cut out of the axis: by the eye, a month of nothing tells no more than its name."""
BREAK_PX = 46
LEAST_PX = 90
"""The least width of a stretch between two breaks: with the break, room for its date."""
ASIDE = 9
"""Pixels between dots of one lane and day, so that none hides another."""
DOT, DOT_MOST = 5.0, 18.0
"""Radius of a dot of nobody killed, and the largest; its area grows with the least number of killed."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days between two breaks and the pixels they are drawn on."""

    first: dt.date
    last: dt.date
    left: float
    right: float

    def x(self, day: dt.date) -> float:
        """Where a day is."""
        days = (self.last - self.first).days
        return self.left if not days else self.left + (self.right - self.left) * (day - self.first).days / days


def lanes(entries: Sequence[Entry]) -> str:
    """The picture as an SVG file; incidents without a day are counted below it."""
    words = wording()
    dated = [(entry, days) for entry in entries if (days := entry.days) is not None]
    title = words.phrase("timeline_title", incidents=number_words("incident", len(entries)))
    kinds = [kind for kind in IncidentType if any(entry.type is kind for entry, _ in dated)]
    stretches = _stretches(sorted({day for _, days in dated for day in days}))
    top = MARGIN + 3 * LINE + 10
    bottom = top + LANE * len(kinds)
    parts = [
        text(title, x=MARGIN, y=MARGIN + 14, kind="head"),
        *legend([stage for stage in Stage if any(entry.stage is stage for entry, _ in dated)], y=MARGIN + 2 * LINE),
        *(part for at, kind in enumerate(kinds) for part in _lane(kind, y=top + at * LANE)),
        *(part for stretch in stretches for part in _dates(stretch, y=bottom)),
        *_breaks(stretches, top=top, bottom=bottom),
    ]
    taken: Counter[tuple[IncidentType, dt.date]] = Counter()
    for entry, days in sorted(dated, key=lambda one: (-_radius(one[0]), one[0].incident_id)):
        y = top + kinds.index(entry.type) * LANE + LANE / 2
        parts.append(_dot(entry, days, stretches, y=y + _aside(taken[entry.type, days[0]])))
        taken[entry.type, days[0]] += 1
    undated = len(entries) - len(dated)
    if undated:
        parts.append(text(number_words("undated", undated), x=MARGIN, y=bottom + 2.6 * LINE, kind="soft"))
    return sheet(parts, title=title, height=bottom + 3 * LINE + MARGIN / 2)


def _stretches(days: Sequence[dt.date]) -> tuple[_Stretch, ...]:
    """The days on the axis, cut where nothing is for long; each stretch as wide as it is long, but none too narrow.

    Where so many stretches have no room, only longer gaps are cut out.
    """
    gap, runs = BREAK_DAYS, _runs(days, BREAK_DAYS)
    if not runs:
        return ()
    across = WIDTH - 2 * MARGIN - LABEL - 40
    while len(runs) > 1 and LEAST_PX * len(runs) + BREAK_PX * (len(runs) - 1) > across:
        gap *= 2
        runs = _runs(days, gap)
    left, room = float(MARGIN + LABEL + 20), across - BREAK_PX * (len(runs) - 1)
    lengths = [(run[-1] - run[0]).days + 1 for run in runs]
    spare = max(0.0, room - LEAST_PX * len(runs))
    found = []
    for run, length in zip(runs, lengths, strict=True):
        right = left + LEAST_PX + spare * length / sum(lengths)
        found.append(_Stretch(run[0], run[-1], left, right if len(run) > 1 else left))
        left = right + BREAK_PX
    return tuple(found)


def _runs(days: Sequence[dt.date], gap: int) -> list[list[dt.date]]:
    """Days in order, parted where more than so many lie between two."""
    runs: list[list[dt.date]] = []
    for day in days:
        if runs and (day - runs[-1][-1]).days <= gap:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _lane(kind: IncidentType, *, y: float) -> Iterable[Markup]:
    yield text(fitting(wording().word("type", kind.value), LABEL), x=MARGIN, y=y + LANE / 2 + 5)
    yield Markup('<path d="M{x} {y:.1f}H{end}" stroke="{rule}"/>').format(
        x=MARGIN + LABEL, y=y + LANE / 2, end=WIDTH - MARGIN, rule=RULE
    )


def _dates(stretch: _Stretch, *, y: float) -> Iterable[Markup]:
    """The first day of a stretch, and its last where there is room for both."""
    base = y + 1.4 * LINE
    yield text(moment_words(stretch.first), x=stretch.left - 6, y=base, kind="soft")
    if stretch.right - stretch.left > 2 * LABEL:
        yield text(moment_words(stretch.last), x=stretch.right + 6, y=base, kind="soft", anchor="end")


def _breaks(stretches: Sequence[_Stretch], *, top: float, bottom: float) -> Iterator[Markup]:
    """Two strokes across the lanes where time was cut out, and how much of it."""
    for before, after in pairwise(stretches):
        x = after.left - BREAK_PX / 2 - 8
        yield Markup('<path d="M{a:.1f} {t:.1f}V{b:.1f}M{c:.1f} {t:.1f}V{b:.1f}" stroke="{rule}"/>').format(
            a=x - 2, c=x + 2, t=top, b=bottom, rule=RULE
        )
        days = (after.first - before.last).days - 1
        yield text(number_words("cut_days", days), x=x, y=top - 4, kind="soft", anchor="middle")


def _dot(entry: Entry, days: tuple[dt.date, dt.date], stretches: Sequence[_Stretch], *, y: float) -> Markup:
    first, last = (next(one.x(day) for one in stretches if one.first <= day <= one.last) for day in days)
    radius = _radius(entry)
    killed = "" if entry.killed is None else f"; {wording().word('field', 'killed')}: {count_words(entry.killed)}"
    said = f"{entry.summary}{killed}; {number_words('report', entry.reports)}"
    return Markup(
        '<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{r:.1f}" fill="{colour}"'
        ' fill-opacity=".72" stroke="{colour}"><title>{said}</title></rect>'
    ).format(
        x=first - radius,
        y=y - radius,
        w=last - first + 2 * radius,
        h=2 * radius,
        r=radius,
        colour=COLOURS[entry.stage],
        said=said,
    )


def _aside(number: int) -> float:
    """How far from the lane the dot with so many before it on its day stands: below, above, further below."""
    return ASIDE * ((number + 1) // 2) * (1 if number % 2 else -1)


def _radius(entry: Entry) -> float:
    killed = 0 if entry.killed is None else entry.killed.low or 0
    return min(DOT_MOST, DOT * math.sqrt(1 + killed / 3))
