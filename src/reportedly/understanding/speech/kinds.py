"""The words that name and describe a speaker in, what kind of speaker it is out."""

from collections.abc import Sequence

from reportedly.languages.speech import KindWords
from reportedly.records.vocabulary import SourceKind

_OVER: dict[SourceKind, tuple[SourceKind, ...]] = {
    SourceKind.OFFICIAL: (),
    SourceKind.MEDIA: (SourceKind.ARMED_GROUP,),
    SourceKind.EXPERT: (),
    SourceKind.MILITARY: (SourceKind.ARMED_GROUP, SourceKind.POLICE),
}
"""Which kinds told by other words outweigh a settled head: a rebel commander is no soldier of a state, and a group's
own television speaks for the group."""


def telling(words: Sequence[str], kinds: KindWords) -> SourceKind | None:
    """The kind that the strongest telling word or phrase settles; None where no word tells."""
    best: tuple[int, int] | None = None
    found: SourceKind | None = None
    for at, word in enumerate(words):
        entries = kinds.phrases.get(word)
        if entries is None and "-" in word:
            entries = tuple(told for told in kinds.phrases.get(word.partition("-")[0], ()) if len(told[0]) == 1)
            words = [*words[:at], word.partition("-")[0], *words[at + 1 :]]
        for entry, kind, rank in entries or ():
            if tuple(words[at : at + len(entry)]) != entry:
                continue
            score = (rank, -len(entry))
            if best is None or score < best:
                best, found = score, kind
    return found


def opens_phrase(lows: Sequence[str], at: int, kinds: KindWords) -> bool:
    """True where the word at ``at`` and those behind it are one telling name ("General Staff"), no title."""
    return any(
        len(entry) > 1 and tuple(lows[at : at + len(entry)]) == entry for entry, _, _ in kinds.phrases.get(lows[at], ())
    )


def is_role(word: str, kinds: KindWords) -> bool:
    """True where the word says what somebody is."""
    return word in kinds.heads or word in kinds.neutral


def head_kind(head: str, words: Sequence[str], kinds: KindWords) -> SourceKind | None:
    """The kind of a speaker whose head noun is ``head`` among ``words``; None where nothing settles it."""
    settled = kinds.heads.get(head)
    if settled is not None and settled not in _OVER:
        return settled
    told = telling(words, kinds)
    if settled is not None:
        return told if told in _OVER[settled] else settled
    if told is SourceKind.MILITARY and head in kinds.civil and not kinds.uniformed.intersection(words):
        return SourceKind.OFFICIAL
    return told


def default_kind(head: str, kinds: KindWords) -> SourceKind | None:
    """The kind of a head that looks beside itself for one, where nothing stands there; None for any other head."""
    return kinds.neutral.get(head)
