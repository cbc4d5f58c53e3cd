"""A sentence in, its novelties out: the first, last, most or deadliest of its kind, and since when."""

from reportedly.records.statements import Statement
from reportedly.records.values import Value
from reportedly.records.vocabulary import ClaimField
from reportedly.understanding.statements.clauses import NEAR, Clause, Line


def novelties(line: Line) -> list[Statement]:
    """What a sentence says never happened before, or not for a time."""
    found: dict[tuple[int, int], Statement] = {}
    for start, end in line.find("novelty.ranks"):
        stop = _deed(line, end)
        if stop is None:
            continue
        clause = line.clause(start, end)
        period = _period(clause, end)
        if period is not None or _such(line, end, stop):
            found.setdefault((clause.start, clause.end), _novelty(clause, line.words(start, end), period))
    for start, end in line.find("novelty.days"):
        clause = line.clause(start, end)
        period = _period(clause, end)
        if period is not None:
            found.setdefault((clause.start, clause.end), _novelty(clause, line.words(start, end), period))
    for name in ("novelty.outright", "novelty.never"):
        for start, end in line.find(name):
            clause = line.clause(start, end)
            new = name == "novelty.outright" or _before(clause, end)
            if new and _armed(clause, start, end):
                ordinal = line.words(start, end)
                found.setdefault((clause.start, clause.end), _novelty(clause, ordinal, _period(clause, end)))
    return list(found.values())


def _novelty(clause: Clause, ordinal: str, period: tuple[int, int] | None) -> Statement:
    place = clause.place()
    value: dict[str, Value] = {
        "ordinal": ordinal.lower(),
        "what": clause.text,
        "place": place.where.name if place is not None else None,
        "period": clause.line.words(*period) if period is not None else None,
    }
    return Statement(ClaimField.NOVELTY, clause.span, value)


def _deed(line: Line, after: int) -> int | None:
    """Where the deed ends that a rank is about; a rank may leave it out ("was the first since …")."""
    hit = line.near("novelty.deeds", after, NEAR - 2)
    if hit is not None:
        return hit[1]
    bare = line.find("novelty.bare", after, after + 1)
    told = line.find("novelty.deeds", 0, after) or line.find("novelty.pointing", 0, after)
    return after if bare and told else None


def _such(line: Line, start: int, end: int) -> bool:
    return bool(line.find("novelty.such", start, end))


def _period(clause: Clause, after: int) -> tuple[int, int] | None:
    """The words that say since when; None where none do."""
    framed = clause.line.find("novelty.frame", after, clause.end)
    if framed:
        return framed[0][0], _stop(clause, framed[0][1])
    for time in clause.desk.times.inside(clause.span):
        start = clause.line.at(time.span.start)
        if time.reference and start > after:
            lead = clause.line.find("novelty.leads", max(after, start - NEAR // 2), start)
            return lead[0][0] if lead else start, clause.line.after(time.span)
    return None


def _stop(clause: Clause, after: int) -> int:
    """Where the words for a period end: at a comma, else at the end of the clause."""
    commas = [k for k in range(after, clause.end) if clause.line.tokens[k].lower == ","]
    return commas[0] if commas else clause.end


def _before(clause: Clause, after: int) -> bool:
    """True where a clause says that something never was "before"."""
    line = clause.line
    last = line.find("novelty.last", clause.end - 1, clause.end)
    return bool(line.find("novelty.before", after) or (last and line.find("novelty.had", after, clause.end)))


def _armed(clause: Clause, start: int, end: int) -> bool:
    """True where the clause tells of something done or suffered: before the words, or right after them."""
    line = clause.line
    places = [line.at(one.span.start) for one in clause.desk.triggers.inside(clause.span) if not one.hypothetical]
    if any(place < start or place - end <= NEAR // 2 for place in places):
        return True
    if line.find("series.does", start, clause.end):
        return True
    return bool(line.find("novelty.deeds", end, end + NEAR // 2) or line.find("novelty.before", end))
