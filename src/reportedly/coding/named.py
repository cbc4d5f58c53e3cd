"""A trigger in, the persons its deed was done to by name out: its patient, and whom one list names with it."""

from collections.abc import Sequence

from reportedly.coding.page import LOOK_BACK, Page
from reportedly.languages.persons import person_words
from reportedly.languages.phrases import tokenize
from reportedly.languages.triggers import trigger_words
from reportedly.records.mentions import ActorMention, PersonMention
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing, Trigger
from reportedly.records.vocabulary import IncidentType

SETTING = frozenset({",", ":", "-", "–", "—"})
"""What sets names beside the group whose they are."""


def as_party(one: PersonMention) -> ActorMention:
    """A person by name as a party of a deed."""
    return ActorMention(span=one.span, name=one.name, kind=one.kind, role=one.role)


def named_patients(page: Page, trigger: Trigger) -> list[PersonMention]:
    """Whom a trigger's deed was done to by name, in text order; empty where no name is told.

    "Killed Vela and Moreno" names two, "killed two reporters, Vela and Moreno" too.
    Who only speaks is none.
    """
    person = page.person_of(trigger.patient) or _opens_list(page, trigger)
    if person is None or page.is_source(person.span):
        return []
    return _listed_with(page, person, suffers=trigger.span)


def suffered(page: Page, trigger: Trigger, named: Sequence[PersonMention]) -> bool:
    """True where those named were hurt or taken by what a trigger tells, not only aimed at."""
    if trigger.doing is Doing.HARM or trigger.type is IncidentType.ABDUCTION:
        return True
    hurt = [toll.group_span for toll in page.mentions.tolls if toll.group_span is not None and toll.count.high != 0]
    told = trigger.patient is not None and any(span.overlaps(trigger.patient) for span in hurt)
    return told or any(page.person_at(span) == one or _behind(page, span, one) for span in hurt for one in named)


def _behind(page: Page, group: Span, one: PersonMention) -> bool:
    """True for a name set behind a group by a comma or colon alone ("two reporters, Vela and …")."""
    if one.whole.start <= group.end:
        return False
    return page.clean.text[group.end : one.whole.start].strip() in SETTING


def _opens_list(page: Page, trigger: Trigger) -> PersonMention | None:
    """The first of the names set behind those a deed was done to ("two reporters, Vela and Moreno")."""
    group = trigger.patient
    if group is None or not any(one.span == group for one in page.mentions.people):
        return None
    sentence = page.sentence_span(trigger.sentence)
    for one in page.mentions.persons:
        if one.whole.start < max(group.end, trigger.span.start) or not sentence.contains(one.whole):
            continue
        return one if _behind(page, group, one) else None
    return None


def _listed_with(page: Page, person: PersonMention, *, suffers: Span) -> list[PersonMention]:
    """The persons named in one list with somebody, that one included, in text order ("Vela, Moreno and Ruiz").

    ``suffers`` is the verb or noun they are told of; behind it, one with a verb of their own opens another clause.
    """
    persons = page.mentions.persons
    first = last = persons.index(person)
    while first and _is_listed(page, persons[first - 1], persons[first]):
        first -= 1
    while last + 1 < len(persons) and _is_listed(page, persons[last], persons[last + 1]):
        if suffers.end <= person.span.start and _acts(page, persons[last + 1]):
            break
        last += 1
    return list(persons[first : last + 1])


def _is_listed(page: Page, one: PersonMention, other: PersonMention) -> bool:
    """True where commas, ages and the small words of a list are all that part two names."""
    start, end = one.whole.end, other.whole.start
    if end < start or page.sentence_at(start) != page.sentence_at(end) or page.is_source(other.span):
        return False
    between = {token.lower for token in tokenize(page.clean.text, start, end)}
    listing = person_words(page.clean.language).listing
    return bool(between) and all(word in listing or word.isdigit() for word in between)


def _acts(page: Page, one: PersonMention) -> bool:
    """True where a verb follows a name directly."""
    after = tokenize(page.clean.text, one.whole.end, min(len(page.clean.text), one.whole.end + LOOK_BACK))
    grammar = trigger_words(page.clean.language).grammar
    return bool(after) and after[0].lower in grammar["be"] | grammar["have"] | grammar["speech"]
