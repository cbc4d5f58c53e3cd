"""A sentence in, the war, talks, visit or crisis out that it says its incidents stand in."""

from collections.abc import Sequence

from reportedly.records.spans import Span
from reportedly.records.statements import Statement
from reportedly.records.vocabulary import ClaimField
from reportedly.understanding.statements.clauses import Clause, Line

REACH = 12
"""Within this many tokens after its opening words the state of things is named."""
TELLS = 5
"""Within this many tokens after a state of things stands what became of it."""


def contexts(line: Line, *, told: Sequence[Span]) -> list[Statement]:
    """At most one statement a clause; none in a heading, none where the clause tells of an incident itself.

    ``told``: what other statements stand on; a context that opens before one ends where it begins.
    """
    if line.heading:
        return []
    found: dict[tuple[int, int], Statement] = {}
    for start, end in line.find("context.frames"):
        clause = line.clause(start, end)
        states = line.find("context.states", end, min(clause.end, end + REACH))
        if states:
            later = [at for span in told if (at := line.at(span.start)) >= states[0][1]]
            _note(found, _trimmed(Clause(line, start, min([clause.end, *later]))))
    for start, end in line.find("context.states"):
        if line.find("context.tells", end, end + TELLS):
            _note(found, line.clause(start, end))
    for start, end in line.find("context.outright"):
        _note(found, line.clause(start, end))
    return list(found.values())


def _trimmed(clause: Clause) -> Clause:
    """A clause without the joints and signs it was cut off at."""
    line, end = clause.line, clause.end
    while end > clause.start + 1 and (
        line.find("clauses.joints", end - 1, end) or not line.tokens[end - 1].lower[0].isalnum()
    ):
        end -= 1
    return Clause(line, clause.start, end)


def _note(found: dict[tuple[int, int], Statement], clause: Clause) -> None:
    overlapping = any(start < clause.end and clause.start < end for start, end in found)
    if not overlapping and not clause.desk.triggers.inside(clause.span) and not clause.desk.tolls.inside(clause.span):
        found[clause.start, clause.end] = Statement(ClaimField.CONTEXT, clause.span, {"what": clause.text})
