"""A page's statements and the triggers no incident took in, the report's own claims out."""

from collections.abc import Iterable

from reportedly.coding.claims import ClaimBook
from reportedly.coding.page import Page
from reportedly.languages.phrases import tokenize
from reportedly.languages.statements import statement_words
from reportedly.records.mentions import Attribution, Source
from reportedly.records.spans import Span
from reportedly.records.statements import Statement
from reportedly.records.triggers import Doing, Trigger
from reportedly.records.values import Value
from reportedly.records.vocabulary import ClaimField, SourceKind, Stage

_STRIKING = frozenset({Doing.ATTACK, Doing.LAUNCH, Doing.BURST, Doing.CLASH})


_KINDS = {
    "armed_group": SourceKind.ARMED_GROUP,
    "military": SourceKind.MILITARY,
    "police": SourceKind.POLICE,
}
"""The kind of speaker a party is that denies in its own name; a state and its offices speak as officials."""
_SURE = frozenset(f"series.{name}" for name in ("habits", "eras", "growth", "custom", "outright", "latest", "ongoing"))
"""Lists whose phrases tell of a run whatever an incident took in; a bundle ("several strikes") may be one incident."""


def state(page: Page, book: ClaimBook, coded: Iterable[Trigger]) -> None:
    """Write every statement down as a claim of the report itself, and a series for each run of incidents told as one.

    ``coded``: the triggers that incidents took in; what one of them tells is an incident's own, no series or charge.
    """
    taken = list(coded)
    kept = [one for one in page.mentions.statements if not _is_incidents_own(page, one, taken)]
    for statement in kept:
        book.make(statement.field, dict(statement.value), statement.span, said=_denier(page, statement))
    spans = [one.span for one in kept if one.field is not ClaimField.CONTEXT]
    spans += [trigger.span for trigger in taken]
    for trigger in page.mentions.triggers:
        left = _is_run(trigger) and not any(span.overlaps(trigger.span) for span in spans)
        if left and not _is_single(page, trigger):
            span = _told(page, trigger)
            value: Value = {
                "what": span.of(page.clean.text),
                "count": None,
                "since": None,
                "until": None,
                "place": None,
            }
            book.make(ClaimField.SERIES, value, span)


def _is_incidents_own(page: Page, statement: Statement, coded: Iterable[Trigger]) -> bool:
    """True for a series or a charge whose words an incident rests on."""
    if statement.field not in (ClaimField.SERIES, ClaimField.ACCUSATION):
        return False
    words = statement_words(page.clean.language)
    if statement.field is ClaimField.SERIES and words.hits(tokenize(statement.span.of(page.clean.text))).keys() & _SURE:
        return False
    start = statement.who.end if statement.who is not None else statement.span.start
    return any(
        start <= trigger.span.start < statement.span.end
        and trigger.stage is not Stage.THREATENED
        and not (trigger.habitual or trigger.perfect)
        for trigger in coded
    )


def _denier(page: Page, statement: Statement) -> Attribution | None:
    """Who utters a denial, where the words of the denial belong to a speaker other than the one around them."""
    if statement.field is not ClaimField.DENIAL or statement.who is None:
        return None
    for said in page.mentions.attributions:
        source = said.source
        if source is not None and source.span is not None and source.span.overlaps(statement.who):
            return said
    return _speaking(page, statement, statement.who)


def _speaking(page: Page, statement: Statement, who: Span) -> Attribution | None:
    """The denial as said by the actor it names inside its own words; None where it names none there."""
    actor = page.party_at(who)
    if actor is None or not statement.span.contains(who):
        return None
    kind = _KINDS.get(actor.kind, SourceKind.OFFICIAL)
    via = (page.clean.publisher,) if page.clean.publisher else ()
    source = Source(name=who.of(page.clean.text), kind=kind, anonymous=False, via=via, span=who)
    return Attribution(source=source, cue=None, content=statement.span)


def _is_run(trigger: Trigger) -> bool:
    """True where a trigger tells of many incidents or of a practice, by a doer or with a weapon that it names."""
    if trigger.hypothetical or trigger.definite or trigger.doing not in _STRIKING:
        return False
    if trigger.noun:
        told = trigger.agent is not None or (trigger.type is not None and trigger.aside)
        return trigger.plural and told and trigger.patient is not None
    return trigger.habitual or (trigger.perfect and trigger.plural)


def _is_single(page: Page, trigger: Trigger) -> bool:
    """True where the trigger's stretch names a day of its own, or people it hurt."""
    dated = any(not time.reference and trigger.stretch.contains(time.span) for time in page.mentions.times)
    return dated or any(trigger.stretch.contains(toll.span) for toll in page.mentions.tolls)


def _told(page: Page, trigger: Trigger) -> Span:
    """The words of a run: a noun's from the noun on, a verb's stretch."""
    end = trigger.stretch.end
    while end > trigger.span.end and not page.clean.text[end - 1].isalnum():
        end -= 1
    parts = [span for span in (trigger.agent, trigger.patient) if span is not None and trigger.stretch.contains(span)]
    start = min([trigger.span.start, *(span.start for span in parts)]) if trigger.noun else trigger.stretch.start
    return Span(start, end)
