"""The ties of an incident in, denials by the accused themselves out, told by a word that points back at them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.coding.page import Page
from reportedly.coding.ties import Tie
from reportedly.languages.blame import blame_words
from reportedly.languages.phrases import tokenize
from reportedly.languages.triggers import trigger_words
from reportedly.records.mentions import Attribution
from reportedly.records.vocabulary import Basis, Factuality

OPENING = 10
"""A denial in plain words ("its men had shot at nobody") stands among this many first tokens of what is said."""
NEAR_SENTENCES = 3
"""At most this many sentences after the accusation a word such as "the group" still means the accused."""


def rebuttals_of(page: Page, ties: Sequence[Tie], attributions: Sequence[Attribution]) -> Iterable[Tie]:
    """One denial for each accused or suspected actor that is told to deny it and is tied by no denial yet."""
    denied = {tie.actor.name for tie in ties if tie.basis is Basis.DENIED}
    for tie in ties:
        if tie.basis not in (Basis.ACCUSED, Basis.SUSPECTED) or tie.actor.name in denied:
            continue
        said = next((said for said in attributions if _answers(page, tie, said)), None)
        if said is not None and said.source is not None and said.cue is not None:
            denied.add(tie.actor.name)
            yield Tie(replace(tie.actor, span=said.source.span or said.cue.span), Basis.DENIED, said.content, None)


def _answers(page: Page, tie: Tie, said: Attribution) -> bool:
    """True where the accused, or a word that points back at it, denies something soon after the accusation."""
    if said.source is None or said.source.span is None or said.source.span.start < tie.span.end:
        return False
    gap = page.sentence_at(said.source.span.start) - page.sentence_at(tie.span.start)
    if gap > NEAR_SENTENCES:
        return False
    return (_points_at(page, tie, said.source.name) and _denies(page, said)) or _is_own(page, tie, said)


def _points_at(page: Page, tie: Tie, name: str) -> bool:
    """True for "the group", or for "the front" where a Front is accused."""
    words = name.casefold().split()
    if len(words) != 1 or name != name.casefold():
        return False
    body = tie.actor.name.casefold().split()[-1]
    return words[0] == body or words[0] in trigger_words(page.clean.language).grammar["bare_groups"]


def _is_own(page: Page, tie: Tie, said: Attribution) -> bool:
    """True where a speaker that bears the accused's name denies something of its own ("that any of its jets …")."""
    if said.source is None or said.stance is not Factuality.DENIED:
        return False
    tokens = tokenize(page.clean.text, said.content.start, said.content.end)[:OPENING]
    own = any(token.lower in blame_words(page.clean.language).own for token in tokens)
    return own and set(tie.actor.name.casefold().split()) <= set(said.source.name.casefold().split())


def _denies(page: Page, said: Attribution) -> bool:
    """True for a denial by its verb, or by words for the speaker's own deed with a word that undoes it."""
    if said.stance is Factuality.DENIED:
        return True
    words = blame_words(page.clean.language)
    tokens = tokenize(page.clean.text, said.content.start, said.content.end)[:OPENING]
    own = next(iter(words.own_words.find(tokens)), None)
    return own is not None and any(words.nobody.at(tokens, k) is not None for k in range(own.start, len(tokens)))
