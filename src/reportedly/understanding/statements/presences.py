"""A sentence in, the forces out that it says are stationed or being moved, with their number."""

from reportedly.records.mentions import Figure
from reportedly.records.statements import Statement
from reportedly.records.values import Value
from reportedly.records.vocabulary import ClaimField
from reportedly.understanding.statements.clauses import NEAR, Clause, Line

MANY = 50
"""A force left unnamed is taken for one from this size on; smaller figures are more often something else."""


def presences(line: Line, *, after: Line | None) -> list[Statement]:
    """Forces with a number, never people hurt; ``after``: the next sentence, which may tell what they are there for."""
    if not line.find("presence.forces"):
        return []
    whole = line.span(0, len(line.tokens))
    tolls = line.desk.tolls.inside(whole)
    found: list[Statement] = []
    force: str | None = None
    for figure in line.desk.figures.inside(whole):
        start, end = line.at(figure.span.start), line.after(figure.span)
        clause = line.clause(start, end)
        hit = line.near("presence.forces", end, NEAR - 2)
        if hit is not None and not _is_placed(line, start, hit[1]):
            continue
        if any(toll.span.overlaps(figure.span) for toll in tolls) or not (figure.count.low or figure.count.high):
            continue
        if hit is not None:
            force = _force(line, start, end, hit[1])
        elif force is None or not _left_out(line, figure):
            continue
        found.append(_presence(clause, figure, force or "", _mission(clause) or _told_after(after)))
    return found


def _is_placed(line: Line, start: int, end: int) -> bool:
    """True where somebody keeps or sends forces, or they are said to be somewhere."""
    inside = line.find("presence.additional", start, end) or line.find("presence.additional", max(0, start - 2), start)
    held = any(end >= start - 1 for _, end in line.find("presence.holds", max(0, start - NEAR), start))
    held = held or any(end == start for _, end in line.find("presence.have", max(0, start - 2), start))
    return bool(inside or held or line.find("presence.placed", end, end + NEAR))


def _presence(clause: Clause, figure: Figure, force: str, mission: str | None) -> Statement:
    place = clause.place(clause.line.at(figure.span.start)) or clause.place()
    value: dict[str, Value] = {
        "force": force,
        "count": {"low": figure.count.low, "high": figure.count.high},
        "place": place.where.name if place is not None else None,
        "mission": mission,
    }
    return Statement(ClaimField.PRESENCE, clause.span, value)


def _force(line: Line, start: int, after: int, end: int) -> str:
    """The words for a force, with the state that has it where that stands before the verb."""
    name = line.words(after, end)
    owned = line.find("presence.has", 0, start)
    owners = line.desk.actors.inside(line.span(0, start)) if start else []
    owners = [owner for owner in owners if owned and line.at(owner.span.start) < owned[-1][0]]
    return f"{owners[-1].name} {name}" if owners and owners[-1].name not in name else name


def _left_out(line: Line, figure: Figure) -> bool:
    """True for a second figure that leaves its force out ("2,500 troops in one country and 900 in another")."""
    after = line.after(figure.span)
    times = line.desk.times.inside(line.span(0, len(line.tokens)))
    dated = any(time.span.overlaps(figure.span) for time in times)
    if dated or (figure.count.low or 0) < MANY:
        return False
    return bool(line.find("clauses.locatives", after, after + NEAR - 1))


def _mission(clause: Clause) -> str | None:
    """What a force is there for, where its own clause or one that hangs on it says so."""
    line = clause.line
    hit = next(iter(line.find("presence.mission", clause.start)), None)
    return line.words(hit[0], line.clause(*hit).end) if hit is not None else None


def _told_after(line: Line | None) -> str | None:
    """What the next sentence says a force is there for."""
    if line is None or line.heading:
        return None
    hit = next(iter(line.find("presence.mission_told", 0, NEAR)), None)
    return line.words(hit[1], line.clause(*hit).end) if hit is not None and hit[1] < len(line.tokens) else None
