"""The attackers' losses of an incident in, how many attackers were taken alive beside them out."""

from collections.abc import Iterable, Sequence

from reportedly.coding.page import Page
from reportedly.records.counts import Count
from reportedly.records.mentions import Figure, Toll
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing, Trigger

AFTER = 4
"""At most this many characters after the verb the number of those taken begins ("captured two others")."""


def captures_of(page: Page, own: Sequence[Toll]) -> list[tuple[Count, Span]]:
    """Each number of attackers captured in the sentence that tells their dead, and the words that tell it."""
    found: dict[Span, tuple[Count, Span]] = {}
    for toll in own:
        for trigger in _arrests(page, toll):
            figure = _counted(page, toll, trigger)
            if figure is not None:
                first, last = sorted((figure.span, trigger.span))
                found[trigger.span] = (figure.count, Span(first.start, last.end))
    return list(found.values())


def _arrests(page: Page, toll: Toll) -> Iterable[Trigger]:
    """The arrests told after a toll in its sentence, of somebody of whom only the toll says who they are."""
    sentence = page.sentence_at(toll.span.start)
    for trigger in page.mentions.triggers:
        after = trigger.sentence == sentence and trigger.span.start >= toll.span.end
        if after and trigger.doing is Doing.ARREST and not trigger.hypothetical:
            party = page.party_at(trigger.patient)
            if party is None or party.generic or toll.span.contains(party.span):
                yield trigger


def _counted(page: Page, toll: Toll, trigger: Trigger) -> Figure | None:
    """The number nearest before the verb, past the toll; else the one directly after it."""
    before = [f for f in page.mentions.figures if toll.span.end <= f.span.start and f.span.end <= trigger.span.start]
    after = [f for f in page.mentions.figures if 0 <= f.span.start - trigger.span.end <= AFTER]
    return next(iter([*before[::-1], *after]), None)
