"""A sentence in, its denials out: somebody says that they did not do it, or had no part in it."""

from collections.abc import Iterator, Sequence

from reportedly.records.spans import Span
from reportedly.records.statements import Statement
from reportedly.records.values import Value
from reportedly.records.vocabulary import ClaimField
from reportedly.understanding.statements.clauses import NEAR, Clause, Line

LINKED = 2
"""What is denied may have been laid to somebody this many sentences before."""


def denials(line: Line, *, charges: Sequence[Statement]) -> list[Statement]:
    """Who denies what; ``charges``: the accusations told so far, which "it" and "these claims" point back to."""
    near = [one for one in charges if one.span.start >= _floor(line)]
    found: dict[tuple[int, int], Statement] = {}
    for start, end in _cues(line):
        clause = line.clause(start, end)
        who, name = _denier(line, start, end, near)
        if name is not None:
            told = start if line.find("denial.no_part", start, start + 1) else end
            value: dict[str, Value] = {"who": name, "of": _denied(line, told, clause, near)}
            found.setdefault((clause.start, clause.end), Statement(ClaimField.DENIAL, clause.span, value, who))
    return list(found.values())


def _floor(line: Line) -> int:
    return line.desk.clean.sentences[max(0, line.index - LINKED)].span.start


def _cues(line: Line) -> Iterator[tuple[int, int]]:
    """Words of denial that tell of one uttered: not "to deny", not "was denied entry", not "rejected the plan"."""
    for start, end in line.find("denial.cues"):
        undone = line.find("denial.unreal", max(0, start - NEAR), start)
        passive = line.find("clauses.being", max(0, start - 1), start)
        if not undone and not passive and not line.find("denial.not_deeds", end, end + 3):
            yield start, end
    for start, end in line.find("denial.weak"):
        undone = line.find("denial.unreal", max(0, start - NEAR), start)
        if not undone and line.find("denial.charges", end, end + NEAR // 2):
            yield start, end
    for start, end in line.find("denial.rejects"):
        if line.find("denial.charges", end, end + NEAR // 2):
            yield start, end
    for start, end in line.find("denial.no_part"):
        if line.desk.said_at(line.span(start, end)) is not None:
            yield start, end


def _denier(line: Line, start: int, end: int, charges: Sequence[Statement]) -> tuple[Span | None, str | None]:
    """Who denies, with the span that names them: the speaker, else whoever stands before the word, else the accused."""
    clause = line.clause(start, end)
    low = min(clause.start, start)
    if start and line.find("denial.pronouns", max(low, start - 3), start):
        pointed = _accused(charges)
        if pointed[1] is not None:
            return pointed
    cue = line.span(start, end)
    for said in line.desk.mentions.attributions:
        source = said.source
        if source is not None and said.cue is not None and said.cue.span.overlaps(cue):
            return _known(line, source.span, source.name, charges)
    if start > low:
        actors = line.desk.actors.inside(line.span(low, start))
        if actors:
            return actors[-1].span, actors[-1].name
        places = [one for one in line.desk.places.inside(line.span(low, start)) if one.metonym]
        if places:
            return places[-1].span, places[-1].where.name
    by = line.desk.said_at(cue)
    if by is not None and by.source is not None:
        return by.source.span, by.source.name
    return _accused(charges)


def _known(line: Line, span: Span | None, name: str, charges: Sequence[Statement]) -> tuple[Span | None, str | None]:
    """A speaker, under the name of the accused where only a word like "the group" stands."""
    if span is not None and not line.desk.actors.inside(span) and not any(c.isupper() for c in name):
        pointed = _accused(charges)
        if pointed[1] is not None and line.find("denial.groups", line.at(span.start), line.after(span)):
            return span, pointed[1]
    return span, name


def _accused(charges: Sequence[Statement]) -> tuple[Span | None, str | None]:
    if not charges:
        return None, None
    name = charges[-1].value.get("who")
    return charges[-1].who, name if isinstance(name, str) else None


def _denied(line: Line, end: int, clause: Clause, charges: Sequence[Statement]) -> str:
    """What is denied: the words after the cue, or the accusation they point back to."""
    words = line.words(end, clause.end) if end < clause.end else ""
    pointing = not words or bool(line.find("denial.anaphors", end, end + 2))
    charged = charges[-1].value.get("of") if charges and pointing else None
    return charged if isinstance(charged, str) else words or clause.text
