"""A clean text and its mentions in, every statement beyond its incidents out."""

from reportedly.languages.statements import statement_words
from reportedly.records.mentions import Understanding
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.statements import Statement
from reportedly.records.vocabulary import ClaimField
from reportedly.understanding.numbers import find_ordinals
from reportedly.understanding.statements.accusations import accusations
from reportedly.understanding.statements.clauses import Desk, Shelf, lines_of
from reportedly.understanding.statements.contexts import contexts
from reportedly.understanding.statements.denials import denials
from reportedly.understanding.statements.novelties import novelties
from reportedly.understanding.statements.presences import presences
from reportedly.understanding.statements.series import series
from reportedly.understanding.statements.tallies import tallies


def find_statements(clean: CleanText, mentions: Understanding) -> tuple[Statement, ...]:
    """Every statement of a text, in order; a clause may make several."""
    desk = Desk(clean, mentions, statement_words(clean.language), Shelf(find_ordinals(clean)))
    lines = list(lines_of(desk))
    found: list[Statement] = []
    charges: list[Statement] = []
    for place, line in enumerate(lines):
        counted = tallies(line, before=[one for one in found if one.field is ClaimField.TALLY])
        first = novelties(line)
        charges += (charged := accusations(line))
        denied = denials(line, charges=charges)
        held = presences(line, after=lines[place + 1] if place + 1 < len(lines) else None)
        runs = _apart(series(line, told=[one.span for one in (*counted, *first)]), charged)
        told = [*counted, *first, *charged, *denied, *held, *runs]
        found += [*told, *_apart(contexts(line, told=[one.span for one in told]), told)]
    return tuple(sorted(found, key=lambda statement: (statement.span, statement.field)))


def _apart(statements: list[Statement], others: list[Statement]) -> list[Statement]:
    """The statements that share no words with others already made."""
    taken: list[Span] = [other.span for other in others]
    return [one for one in statements if not any(one.span.overlaps(span) for span in taken)]
