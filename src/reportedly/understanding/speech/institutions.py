"""The groups, offices and outlets a report names in, the one that "the group", "the ministry" means out."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.languages.speech import SpeechTable
from reportedly.records.vocabulary import SourceKind
from reportedly.understanding.speech.names import flat, opens_line
from reportedly.understanding.speech.phrases import Phrase
from reportedly.understanding.speech.tokens import Tokens

DESCRIBED = (SourceKind.ARMED_GROUP, SourceKind.MEDIA, SourceKind.EXPERT)
"""The kinds that a description gives to an unknown name; the others rest on surer signs."""
_LONGEST = 7
"""An institution's name has at most this many words; a longer run of capitals is a headline."""
_NEARBY = 40
"""A group named within this many tokens in front of "the group" (about two sentences) is meant before any other."""
_DEFINITE = 2
"""How many words "the group" has."""


@dataclass(frozen=True, slots=True)
class Institution:
    """A group, office or outlet that the report names: where (first token), with which words, of which kind if told.

    ``name`` is empty where several could be meant, all of that kind.
    """

    at: int
    name: str
    words: frozenset[str]
    kind: SourceKind | None


def institution_at(
    tokens: Tokens, run: Phrase, table: SpeechTable, *, kind: SourceKind | None, described: tuple[str, ...] = ()
) -> Institution | None:
    """The institution that a run of capitals names; None for a headline, "Vasa-backed" or "Watch the film"."""
    lows = tokens.lows[run.first : run.last]
    single = lows[0] if len(lows) == 1 else ""
    if len(lows) > _LONGEST or ("-" in single and single not in table.kinds.phrases):
        return None
    if single and kind is SourceKind.EXPERT and opens_line(tokens, run.first):
        return None
    return Institution(run.first, flat(tokens.words(run.first, run.last)), frozenset((*lows, *described)), kind)


def returning(
    named: Sequence[Institution], tokens: Tokens, core: Phrase, head: str, *, table: SpeechTable
) -> Institution | None:
    """The institution among those named before that the phrase means: one with its noun, or one of the noun's kind."""
    meant = table.returning.get(head)
    if meant is None or core.last - core.first != _DEFINITE or "C" in tokens.tags[core.first : core.last]:
        return None
    before = [one for one in named if one.at < core.first]
    if SourceKind.ARMED_GROUP in meant:
        return _group(before, meant, at=core.first)
    for one in reversed(before):
        if head in one.words or (head in table.companies and not table.company.isdisjoint(one.words)):
            return one
    outlets = [one for one in before if one.kind is SourceKind.MEDIA] if SourceKind.MEDIA in meant else []
    return outlets[-1] if outlets else None


def _group(before: Sequence[Institution], meant: frozenset[SourceKind], *, at: int) -> Institution | None:
    """The one group that can be meant; of several none is chosen: a claim must not go to the wrong one."""
    fitting = [one for one in before if one.kind in meant]
    fitting = [one for one in fitting if one.at > at - _NEARBY] or fitting
    if not fitting:
        return None
    longest = max(fitting, key=lambda one: len(one.name))
    if all(one.words <= longest.words for one in fitting):
        return longest
    armed = all(one.kind is SourceKind.ARMED_GROUP for one in fitting)
    return Institution(at, "", frozenset(), SourceKind.ARMED_GROUP) if armed else None
