"""A sentence in, the runs of incidents out that it tells as one: habits, waves, growth, credit taken for many."""

from collections.abc import Iterator, Sequence

from reportedly.records.spans import Span
from reportedly.records.statements import Statement
from reportedly.records.triggers import Doing
from reportedly.records.vocabulary import ClaimField
from reportedly.understanding.statements.clauses import NEAR, Clause, Line

_DEEDS = frozenset({Doing.ATTACK, Doing.LAUNCH, Doing.BURST, Doing.CLASH, Doing.HARM})


def series(line: Line, *, told: Sequence[Span]) -> list[Statement]:
    """What a sentence tells of many incidents without a count; ``told``: what its tallies and novelties stand on."""
    found: list[Clause] = []
    for clause in _bundles(line):
        _note(found, clause)
    for clause in _runs(line):
        if not any(clause.span.overlaps(span) for span in told):
            _note(found, clause)
    return [_series(clause) for clause in found]


def _note(found: list[Clause], clause: Clause) -> None:
    if not clause.dated() and not any(one.start < clause.end and clause.start < one.end for one in found):
        found.append(clause)


def _series(clause: Clause) -> Statement:
    return Statement(ClaimField.SERIES, clause.span, {"what": clause.text, "count": None, **clause.frame()})


def _bundles(line: Line) -> Iterator[Clause]:
    """Deeds bundled by a word before them ("a flurry of such attacks", "stepped up its violence")."""
    for start, end in line.find("series.latest"):
        yield Clause(line, start, line.clause(start, end).end)
    for name in ("series.bundles", "series.growth"):
        for start, end in line.find(name):
            hit = line.near("series.deeds", end)
            if hit is not None:
                yield _from(line.clause(start, hit[1]), start)


def _runs(line: Line) -> Iterator[Clause]:
    for name in ("series.outright", "series.ongoing"):
        for start, end in line.find(name):
            yield line.clause(start, end)
    for start, end in line.find("series.by"):
        clause = line.clause(start, end)
        actors = line.desk.actors.inside(line.span(end, min(clause.end, end + NEAR))) if end < clause.end else []
        if actors and not line.find("series.definite", max(0, start - 2), start):
            yield Clause(line, start, clause.end)
    for start, end in line.find("series.custom"):
        if line.find("series.deeds"):
            yield line.clause(start, end)
    for start, end in line.find("series.habits"):
        clause = line.clause(start, end)
        if _does(clause, max(clause.start, start - NEAR), end + NEAR):
            yield clause
    for start, end in line.find("series.eras"):
        clause = line.clause(start, end)
        if _does(clause, clause.start, clause.end):
            yield clause
    for start, end in line.find("series.spread"):
        clause = line.clause(start, end)
        if clause.find("series.going_on"):
            yield clause
        elif plural := line.find("series.plural", clause.start, start):
            yield Clause(line, plural[-1][0], clause.end)


def _from(clause: Clause, start: int) -> Clause:
    """The clause from the run's own words on, where they are only part of what it tells."""
    whole = clause.find("series.carried")
    return clause if whole and whole[0][0] < start else Clause(clause.line, start, clause.end)


def _does(clause: Clause, start: int, end: int) -> bool:
    """True where ``tokens[start:end]`` of the clause tell of something done, not only thought of."""
    line = clause.line
    if line.find("series.does", start, end):
        return True
    return any(
        trigger.doing in _DEEDS and not trigger.hypothetical and start <= line.at(trigger.span.start) < end
        for trigger in clause.desk.triggers.inside(clause.span)
    )
