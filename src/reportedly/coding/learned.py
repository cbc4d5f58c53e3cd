"""A draft in, what the tagger holds for its targets out: asked only where the rules found neither target nor victim."""

from reportedly.coding.draft import Draft
from reportedly.coding.page import Page
from reportedly.languages.phrases import tokenize
from reportedly.languages.triggers import trigger_words
from reportedly.records.mentions import ActorMention
from reportedly.records.spans import Span

SOMETHING = "other"
"""The kind of a target whose words no list knows."""


def learned_targets(page: Page, draft: Draft) -> list[ActorMention]:
    """What the tagger holds for hit in the draft's own sentences, in text order, each once by name; no speakers."""
    found: dict[str, ActorMention] = {}
    sentences = [page.sentence_span(index) for index in dict.fromkeys(one.sentence for one in draft.triggers)]
    known = [(one.span, one.kind) for one in (*page.mentions.people, *page.mentions.things)]
    for told in page.mentions.hits:
        span = _without_article(page, told)
        if any(sentence.contains(told) for sentence in sentences) and not page.is_source(span):
            name = span.of(page.clean.text)
            kind = next((kind for where, kind in known if where.overlaps(span)), SOMETHING)
            found.setdefault(name.casefold(), ActorMention(span=span, name=name, kind=kind))
    return list(found.values())


def _without_article(page: Page, span: Span) -> Span:
    words = tokenize(page.clean.text, span.start, span.end)
    articles = trigger_words(page.clean.language).grammar["determiners_definite"]
    led = len(words) > 1 and words[0].lower in articles
    return Span(words[1].start, span.end) if led else span
