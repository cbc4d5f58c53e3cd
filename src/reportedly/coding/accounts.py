"""A coded text in, what became of each of its sentences out, with the reason where it was not coded."""

from collections.abc import Sequence

from reportedly.coding.page import Page
from reportedly.languages.summary import summary_words
from reportedly.records.claims import Claim
from reportedly.records.incidents import Account
from reportedly.records.reports import Sentence
from reportedly.records.triggers import Frame, Trigger
from reportedly.records.vocabulary import SentenceStatus


def accounts_of(page: Page, claims: Sequence[Claim]) -> tuple[Account, ...]:
    """One account a sentence: coded, context (claims of the report only), furniture, or not coded and why."""
    coded: set[int] = set()
    context: set[int] = set()
    for claim in claims:
        home = context if claim.incident_id is None else coded
        home.update(range(page.sentence_at(claim.span.start), page.sentence_at(claim.span.end - 1) + 1))
    triggers: dict[int, Trigger] = {}
    for trigger in page.mentions.triggers:
        triggers.setdefault(trigger.sentence, trigger)
    why = summary_words(page.clean.language).why
    found: list[Account] = []
    for index, sentence in enumerate(page.clean.sentences):
        if sentence.furniture:
            found.append(Account(sentence, SentenceStatus.FURNITURE, why["furniture"]))
        elif index in coded:
            found.append(Account(sentence, SentenceStatus.CODED))
        elif index in context:
            found.append(Account(sentence, SentenceStatus.CONTEXT, why["context"]))
        else:
            reason = _reason(page, sentence, triggers.get(index))
            found.append(Account(sentence, SentenceStatus.NOT_CODED, why[reason]))
    return tuple(found)


def _reason(page: Page, sentence: Sentence, trigger: Trigger | None) -> str:
    if trigger is None:
        return "heading" if sentence.heading else "no_trigger"
    if page.mentions.frame is Frame.UNREAL:
        return "unreal"
    if trigger.habitual or trigger.plural:
        return "series"
    return "hypothetical" if trigger.hypothetical else "unsupported"
