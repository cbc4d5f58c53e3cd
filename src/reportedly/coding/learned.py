"""A draft in, what the tagger holds for its targets and victims out: asked only where the rules found neither."""

from collections.abc import Iterator

from reportedly.coding.draft import Draft
from reportedly.coding.page import Page
from reportedly.languages.phrases import tokenize
from reportedly.languages.triggers import trigger_words
from reportedly.records.mentions import ActorMention, Role
from reportedly.records.spans import Span

SOMEBODY, SOMETHING = "person", "other"
"""The kinds of a victim and of a target whose words no list knows."""


def learned_parties(page: Page, draft: Draft, role: Role) -> list[ActorMention]:
    """Who or what the tagger gives ``role`` in the draft's own sentences, in text order, each once by name."""
    found: dict[str, ActorMention] = {}
    known = [(one.span, one.kind) for one in page.mentions.persons]
    known += [(one.span, one.kind) for one in (*page.mentions.people, *page.mentions.things)]
    for span in _spans(page, draft, role):
        if page.is_source(span):
            continue
        kind = next((kind for where, kind in known if where.overlaps(span)), None)
        name = span.of(page.clean.text)
        kind = kind or (SOMEBODY if role is Role.VICTIM else SOMETHING)
        found.setdefault(name.casefold(), ActorMention(span=span, name=name, kind=kind))
    return list(found.values())


def _spans(page: Page, draft: Draft, role: Role) -> Iterator[Span]:
    """Where the tagger saw a role in the sentences of a draft's triggers, the article in front left out."""
    articles = trigger_words(page.clean.language).grammar["determiners_definite"]
    sentences = [page.sentence_span(index) for index in dict.fromkeys(one.sentence for one in draft.triggers)]
    for mention in page.mentions.roles:
        if mention.role is role and any(sentence.contains(mention.span) for sentence in sentences):
            words = tokenize(page.clean.text, mention.span.start, mention.span.end)
            led = len(words) > 1 and words[0].lower in articles
            yield Span(words[1].start, mention.span.end) if led else mention.span
