"""A sentence's tokens in, its stretches out: the parts that each tell of one thing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.languages.phrases import Token
from reportedly.languages.triggers import TriggerWords


@dataclass(frozen=True, slots=True)
class Stretch:
    """``tokens[start:end]`` of a sentence; ``aside`` where it tells cause or background of something else.

    ``relative``: it hangs on a word before it, which may be its doer; ``opener``: it turns to another incident;
    ``listed``: one of several deeds that its sentence lists.
    """

    start: int
    end: int
    aside: bool
    relative: bool = False
    opener: bool = False
    listed: bool = False


ATTEMPT = "attempt"
"""The mood of words that say a deed failed by itself."""
FIRST = 2
"""A connective that begins at most this far into its sentence opens it ("Ten years after …")."""
OPENING = 14
"""How many tokens an aside that opens a sentence may run to its comma; without one it ends with its first trigger."""


def _opening_end(tokens: Sequence[Token], start: int, words: TriggerWords) -> int:
    """The token after an opening aside: past its comma, else past its first trigger ("After the attack the army …")."""
    comma = next((k for k in range(start, min(len(tokens), start + OPENING)) if tokens[k].lower == ","), None)
    if comma is not None:
        return comma + 1
    trigger = next((hit for k in range(start, len(tokens)) if (hit := words.words.at(tokens, k)) is not None), None)
    return trigger.end if trigger is not None else len(tokens)


def _leads_on(tokens: Sequence[Token], end: int, words: TriggerWords) -> bool:
    """True where something follows a connective that it can govern; "the day before, on" is an adverb."""
    if end >= len(tokens) or not tokens[end].lower[0].isalpha():
        return False
    return tokens[end].lower not in words.grammar["onto"] and tokens[end].lower not in words.grammar["times_of_day"]


def _fell_short(tokens: Sequence[Token], start: int, words: TriggerWords) -> bool:
    """True where a connective opens words that say the deed itself came to nothing ("before reaching the base")."""
    hit = words.modality.at(tokens, start)
    return hit is not None and ATTEMPT in hit.value


def _is_predicate(tokens: Sequence[Token], start: int, words: TriggerWords) -> bool:
    """True where a connective is what is said of somebody ("it was behind the attack", not "the men behind it")."""
    grammar = words.grammar
    return start > 0 and tokens[start].lower in grammar["predicated"] and tokens[start - 1].lower in grammar["be"]


SAYING_REACH, SAYING_LENGTH = 4, 16
"""How many tokens after its relative word an aside that only speaks has its verb, and how many it may run."""


def _sayings(tokens: Sequence[Token], words: TriggerWords) -> Iterator[tuple[int, str]]:
    """The cuts around asides between commas that only speak (", which denies targeting civilians,")."""
    grammar = words.grammar
    for place in range(1, len(tokens) - 1):
        if tokens[place - 1].lower != "," or tokens[place].lower not in grammar["relatives"]:
            continue
        near = {token.lower for token in tokens[place + 1 : place + SAYING_REACH]}
        ahead = range(place + 1, min(len(tokens), place + SAYING_LENGTH))
        close = next((k for k in ahead if tokens[k].lower == ","), None)
        if near & grammar["speaks_aside"] and close is not None:
            yield place, "background"
            yield close + 1, ""


VERDICT_REACH = 7
"""How many tokens after a court's verb the word may stand that says for what ("convicted two men of planning …")."""


def _verdicts(tokens: Sequence[Token], words: TriggerWords) -> Iterator[tuple[int, str]]:
    """The cuts where a verdict turns to the deed it is about, which is never of the verdict's own day."""
    grammar = words.grammar
    for place, token in enumerate(tokens):
        if token.lower in grammar["court"]:
            ahead = range(place + 1, min(len(tokens), place + VERDICT_REACH))
            link = next((k for k in ahead if tokens[k].lower in grammar["court_links"]), None)
            if link is not None:
                yield link, "background"


def stretches_of(tokens: Sequence[Token], words: TriggerWords) -> list[Stretch]:
    """The stretches of a sentence, in order, covering it.

    A background connective opens an aside that lasts to the end of the sentence or the next connective; one that opens
    the sentence lasts to its first comma.
    """
    cuts: list[tuple[int, str]] = [(0, "")]
    for hit in words.connectives.find(tokens):
        stays = (
            not _leads_on(tokens, hit.end, words)
            or _fell_short(tokens, hit.start, words)
            or _is_predicate(tokens, hit.start, words)
        )
        if hit.value == "background" and stays:
            continue
        if hit.start <= FIRST and hit.value == "background" and len(cuts) == 1:
            cuts = [(0, hit.value), (_opening_end(tokens, hit.end, words), "")]
        elif hit.start >= cuts[-1][0]:
            cuts.append((hit.start, hit.value))
    cuts = sorted([*cuts, *_verdicts(tokens, words), *_sayings(tokens, words)], key=lambda cut: cut[0])
    ends = [start for start, _ in cuts[1:]] + [len(tokens)]
    return [
        Stretch(start, end, kind in ("background", "relative"), relative=kind == "relative", opener=kind == "opener")
        for (start, kind), end in zip(cuts, ends, strict=True)
        if start < end
    ]
