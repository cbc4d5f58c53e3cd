"""A sentence in, its tallies out: counts of incidents over a period, sums of people hurt, ordinals of attacks."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.records.counts import Count
from reportedly.records.mentions import Figure, Toll
from reportedly.records.statements import Statement
from reportedly.records.triggers import Doing
from reportedly.records.values import Value
from reportedly.records.vocabulary import ClaimField, TimePrecision
from reportedly.understanding.numbers import Ordinal
from reportedly.understanding.statements.clauses import NEAR, Clause, Line, is_day

PARTS = 2
"""From this many figures on, each with its place, a clause breaks a tally down ("52 in one and 75 in another")."""
MANY = 100
"""From this many people hurt on, a figure with a period is one over many incidents: single attacks rarely hurt more."""
LINKED = 2
"""A breakdown stands in the sentence of its tally or at most this many sentences later."""
_LONG = frozenset({TimePrecision.WEEK, TimePrecision.MONTH, TimePrecision.YEAR})


def tallies(line: Line, *, before: Sequence[Statement]) -> list[Statement]:
    """The tallies of a sentence; ``before``: those of the sentences before it."""
    sheet = _Sheet(line)
    whole = line.span(0, len(line.tokens))
    tolls = line.desk.tolls.inside(whole)
    figures = [one for one in line.desk.figures.inside(whole) if one.count.high != 0]
    for toll in tolls:
        if _sums(line, toll):
            sheet.note(line.at(toll.span.start), line.after(toll.span), toll.count)
    for figure in figures:
        _count(sheet, figure, linked=bool(before))
    for ordinal in line.desk.ordinals.inside(whole):
        end = _numbers(line, ordinal)
        if end is not None:
            sheet.note(line.at(ordinal.span.start), end, Count.exactly(ordinal.number))
    if sheet.rows:
        for toll in tolls:
            _hang_on(sheet, toll)
    if sheet.rows or before:
        _break_down(sheet, figures, linked=_recent(line, before))
    return [_tally(clause, counts) for clause, counts in sheet.rows]


@dataclass
class _Sheet:
    """The counts of one sentence under way, by the clause they stand in."""

    line: Line
    rows: list[tuple[Clause, list[Count]]] = field(default_factory=list)

    def note(self, start: int, end: int, count: Count) -> None:
        """Write a count down with the clause around ``tokens[start:end]``."""
        clause = self.line.clause(start, end)
        held = next((counts for one, counts in self.rows if (one.start, one.end) == (clause.start, clause.end)), None)
        if held is None:
            self.rows.append((clause, [count]))
        else:
            held.append(count)

    def around(self, place: int) -> list[Count] | None:
        """The counts of the clause a token stands in; None where it counts nothing."""
        return next((counts for one, counts in self.rows if one.start <= place < one.end), None)


def _count(sheet: _Sheet, figure: Figure, *, linked: bool) -> None:
    line = sheet.line
    if sheet.rows and _totals(line, figure):
        sheet.rows[-1][1].append(figure.count)
        return
    end = _counts(line, figure, linked=linked)
    if end is not None:
        sheet.note(line.at(figure.span.start), end, figure.count)


def _hang_on(sheet: _Sheet, toll: Toll) -> None:
    """Note people hurt in what was counted just before ("14 attacks, which wounded nine")."""
    line = sheet.line
    start, end = line.at(toll.span.start), line.after(toll.span)
    clause = line.clause(start, end)
    follows = any(clause.start - NEAR // 2 <= one.end <= clause.start for one, _ in sheet.rows)
    if follows and line.find("clauses.relative", clause.start, clause.start + 1):
        sheet.note(start, end, toll.count)


def _break_down(sheet: _Sheet, figures: Sequence[Figure], *, linked: bool) -> None:
    """Note the parts of a tally by place: with its own clause, else, two at least, as a clause of their own."""
    line = sheet.line
    parts = _parts(line, figures)
    apart = len(parts) >= PARTS and (linked or bool(sheet.rows))
    for figure in parts:
        at = line.at(figure.span.start)
        held = sheet.around(at)
        if held is not None:
            held.append(figure.count)
        elif apart:
            sheet.note(at, line.after(figure.span), figure.count)


def _tally(clause: Clause, counts: Sequence[Count]) -> Statement:
    each = dict.fromkeys(counts)
    ranges: tuple[Value, ...] = tuple({"low": count.low, "high": count.high} for count in each)
    value: dict[str, Value] = {"what": clause.text, "count": ranges[0], **clause.frame(), "counts": ranges}
    return Statement(ClaimField.TALLY, clause.span, value)


def _recent(line: Line, before: Sequence[Statement]) -> bool:
    if not before:
        return False
    sentences = line.desk.clean.sentences
    start = sentences[max(0, line.index - LINKED)].span.start
    return before[-1].span.start >= start


def _period(line: Line, place: int) -> bool:
    """True where a sentence names the time over which it counts."""
    if any(not line.find("tally.ago", end, end + 1) for _, end in line.find("tally.period")):
        return True
    times = line.desk.times.inside(line.span(0, len(line.tokens)))
    times = [time for time in times if not line.find("tally.ago", line.at(time.span.start), line.after(time.span))]
    if any((time.reference and not is_day(time)) or time.when.precision in _LONG for time in times):
        return True
    starts = {line.at(time.span.start) for time in times}
    return any({end, end + 1} & starts for start, end in line.find("tally.until") if start >= place)


def _sums(line: Line, toll: Toll) -> bool:
    """True for a figure of people hurt over many incidents."""
    if toll.count.high is not None and toll.count.high < PARTS:
        return False
    if toll.cumulative:
        return True
    start, end = line.at(toll.span.start), line.after(toll.span)
    clause = line.clause(start, end)
    if clause.find("tally.suffered") or _long_since(clause, end):
        return True
    long = any(time.when.precision in _LONG for time in line.desk.times.inside(clause.span))
    if (toll.count.low or 0) >= MANY and long and not clause.dated():
        return True
    times = {line.at(time.span.start) for time in line.desk.times.inside(clause.span)}
    return any({stop, stop + 1} & times for _, stop in line.find("tally.until", end, end + 1))


def _long_since(clause: Clause, after: int) -> bool:
    """True where a clause says since when it counts, and that is no single attack but a war, a coup, a month."""
    line = clause.line
    for _, end in line.find("tally.since", after, clause.end):
        if line.find("tally.began", end, min(clause.end, end + NEAR)):
            return True
        near = line.span(end, min(clause.end, end + NEAR)) if end < clause.end else None
        times = clause.desk.times.inside(near) if near is not None else []
        if any(time.when.precision in _LONG or time.when.text.isdigit() for time in times):
            return True
    return False


def _counts(line: Line, figure: Figure, *, linked: bool) -> int | None:
    """Where the thing ends that a figure counts over a period; None where it counts no incidents."""
    start, after = line.at(figure.span.start), line.after(figure.span)
    if figure.count.high is None and line.find("series.vague", start, after):
        return None
    alone = next((hit for hit in line.find("tally.alone", after, after + 1)), None)
    if alone is not None and figure.count.high != 1:
        return alone[1] if linked or _period(line, start) else None
    if linked and _totals(line, figure):
        return after
    hit = line.near("tally.counted", after) or _times(line, after)
    if hit is None or line.clause(start, hit[1]).dated():
        return None
    prior = line.find("tally.prior", after, hit[0]) or line.find("tally.prior", start, hit[0])
    summed = line.find("tally.sums", max(0, start - NEAR), start + 1)
    return hit[1] if prior or summed or _period(line, start) else None


def _totals(line: Line, figure: Figure) -> bool:
    start = line.at(figure.span.start)
    return any(end == start for _, end in line.find("tally.totals", max(0, start - NEAR // 2), start))


def _numbers(line: Line, ordinal: Ordinal) -> int | None:
    """Where the words end that make an ordinal the number of an incident among many; None where they do not."""
    if ordinal.number < PARTS:
        return None
    start, after = line.at(ordinal.span.start), line.after(ordinal.span)
    alone = line.find("tally.alone_ordinal", after, after + 1)
    if alone and not line.find("series.deeds") and not line.find("tally.numbered"):
        return None
    hit = alone[0] if alone else _numbered(line, after)
    if hit is None or not line.find("tally.numbering", max(0, start - 2), start + 1):
        return None
    lone = line.find("tally.outright", max(0, start - NEAR // 2), start)
    beside = start > 1 and line.tokens[start - 2].lower == ","
    if alone and not lone and not beside:
        return None
    today = line.find("tally.time", *hit) and line.find("tally.same_day", hit[1], hit[1] + 1)
    return hit[1] if lone or today or _period(line, start) else None


def _numbered(line: Line, after: int) -> tuple[int, int] | None:
    """The deed an ordinal is about; a bare "time" is one only where the sentence tells of a deed."""
    hit = line.near("tally.numbered", after, NEAR // 2)
    if hit is not None or not _tells(line.clause(max(0, after - 1))):
        return hit
    return line.near("tally.time", after, 2)


def _times(line: Line, after: int) -> tuple[int, int] | None:
    """How often something was done ("attacked nine times"); None where the clause tells of no deed."""
    hit = line.near("tally.times", after, 2)
    return hit if hit is not None and _tells(line.clause(max(0, after - 1))) else None


def _tells(clause: Clause) -> bool:
    """True where a clause tells of a deed of violence."""
    if clause.find("series.deeds") or clause.find("series.does"):
        return True
    return any(trigger.doing is not Doing.HARM for trigger in clause.desk.triggers.inside(clause.span))


def _parts(line: Line, figures: Sequence[Figure]) -> list[Figure]:
    """The figures that break a tally down by place."""
    parts = []
    for figure in figures:
        after = line.after(figure.span)
        at = line.find("clauses.locatives", after, after + 1)
        times = {line.at(time.span.start) for time in line.desk.times.inside(line.span(0, len(line.tokens)))}
        if at and not {at[0][1], at[0][1] + 1} & times:
            parts.append(figure)
    return parts
