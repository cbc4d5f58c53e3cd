"""A tally in, one bar a row out, in the colours of the stages, with the reports behind it beside each."""

import datetime as dt
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from reportedly.desk.pictures.sheet import COLOURS, LINE, MARGIN, RULE, WIDTH, bar, fitting, legend, sheet, text
from reportedly.desk.tallies import row_words
from reportedly.desk.wording import wording
from reportedly.desk.words_for import number_words
from reportedly.records.answers import PERIODS, Tally, TallyKey, TallyRow
from reportedly.records.vocabulary import Stage

LABEL, BESIDE = 260, 190
"""Pixels for what a row is, left of its bar, and for its numbers, right of it."""
THICK = 14
DAYS = {TallyKey.DAY: 1, TallyKey.WEEK: 7}
"""Days in a stretch of time; months and years are counted by the calendar."""


def bars(tally: Tally) -> str:
    """The picture as an SVG file."""
    words = wording()
    by = words.word("tally_key", tally.by.value)
    title = words.phrase("tally_title", by=by, incidents=number_words("incident", tally.incidents))
    lines = list(_lines(tally))
    most = max((row.incidents for row in tally.rows), default=1)
    top = MARGIN + 3 * LINE + 8
    parts = [
        text(title, x=MARGIN, y=MARGIN + 14, kind="head"),
        *legend([stage for stage in Stage if any(stage in row.stages for row in tally.rows)], y=MARGIN + 2 * LINE),
    ]
    for at, line in enumerate(lines):
        y = top + at * (LINE + 4)
        parts += [_gap(line, y=y)] if isinstance(line, int) else _row(tally.by, line, most=most, y=y)
    return sheet(parts, title=title, height=top + len(lines) * (LINE + 4) + MARGIN)


def _row(by: TallyKey, row: TallyRow, *, most: int, y: float) -> Iterable[Markup]:
    words = wording()
    left, room = MARGIN + LABEL, WIDTH - 2 * MARGIN - LABEL - BESIDE
    yield text(fitting(row_words(by, row), LABEL - 12), x=left - 12, y=y + THICK - 2, anchor="end")
    x = float(left)
    for stage in Stage:
        number = row.stages.get(stage, 0)
        if number:
            width = room * number / most
            said = f"{number_words('incident', number)}: {words.word('stage', stage.value)}"
            yield bar(x=x, y=y, width=width, height=THICK, colour=COLOURS[stage], said=said)
            x += width
    reports = number_words("report", row.reports)
    yield text(words.phrase("row_beside", number=row.incidents, reports=reports), x=x + 8, y=y + THICK - 2, kind="soft")


def _gap(stretches: int, *, y: float) -> Markup:
    """A line for the time in which nothing is told, so that bars far apart do not seem neighbours."""
    rule = Markup('<path d="M{x} {y:.1f}H{end}" stroke="{rule}" stroke-dasharray="2 4"/>').format(
        x=MARGIN + LABEL, y=y + THICK / 2, end=WIDTH - MARGIN, rule=RULE
    )
    words = number_words("gap", stretches)
    return rule + text(words, x=MARGIN + LABEL - 12, y=y + THICK - 2, kind="soft", anchor="end")


def _lines(tally: Tally) -> Iterator[TallyRow | int]:
    """The rows, and between two that lie apart in time how many stretches have none."""
    before: int | None = None
    for row in tally.rows:
        at = _number(tally.by, row.value) if tally.by in PERIODS and row.value is not None else None
        if before is not None and at is not None and at - before > 1:
            yield at - before - 1
        before = at
        yield row


def _number(by: TallyKey, value: str) -> int:
    """The stretch's place in a count of all stretches of its kind."""
    if by in DAYS:
        return dt.date.fromisoformat(value).toordinal() // DAYS[by]
    year, _, month = value.partition("-")
    return int(year) if by is TallyKey.YEAR else int(year) * 12 + int(month) - 1
