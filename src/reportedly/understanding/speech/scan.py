"""What one sentence is read into: its tokens' range, and the sayings found in it so far."""

from dataclasses import dataclass, field

from reportedly.languages.speech import SpeechTable
from reportedly.records.spans import Span
from reportedly.records.vocabulary import Factuality
from reportedly.understanding.speech.phrases import Phrase
from reportedly.understanding.speech.tokens import Tokens

_QUOTED = 2
"""A quotation has more tokens than this: its last word, its mark, and the quotation mark."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence, ``first`` to before ``last``; ``quoted`` are the ranges in quotation marks."""

    first: int
    last: int
    quoted: tuple[tuple[int, int], ...] = ()
    heading: bool = False

    def in_quotes(self, index: int) -> bool:
        """True where the token stands inside a quotation of the sentence."""
        return any(first <= index < last for first, last in self.quoted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One cue with its speaker, before names are settled; all numbers are token indexes.

    ``speaker`` None: the cue has none. ``body`` is where what is said may begin behind the cue; ``side`` says where to
    look for it: "after", "before", "around" (what follows decides), "citing" (what the citing outlet says), "hearsay"
    (the whole clause). ``hearer`` was told it, ``relays`` are phrases that may name outlets. ``relative``: the speaker
    is "who"; ``shared``: another verb's subject too; ``noun``: the cue is no verb; ``mind``: it tells an attitude;
    ``thing``: no one speaks, but a thing tells ("findings suggest"). ``content``: what is said, in characters, where
    the tagger tells the saying; None where rules are to find it.
    """

    cue: Phrase
    speaker: Phrase | None
    body: int
    side: str = "around"
    stance: Factuality = Factuality.ASSERTED
    relays: tuple[Phrase, ...] = ()
    hearer: Phrase | None = None
    relative: bool = False
    shared: bool = False
    noun: bool = False
    mind: bool = False
    thing: bool = False
    content: Span | None = None


@dataclass(slots=True)
class Scan:
    """What has been found so far in one sentence."""

    tokens: Tokens
    table: SpeechTable
    sentence: Sentence
    found: list[Saying] = field(default_factory=list)
    taken: int = -1


def follows_quotation(tokens: Tokens, first: int) -> bool:
    """True where a question or exclamation in quotation marks ends on the same line right in front of a sentence."""
    if first < _QUOTED or tokens.tags[first - 2 : first] != '."' or tokens.text[tokens.starts[first - 1]] in "“«„":
        return False
    return "\n" not in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]


def follows(tokens: Tokens, index: int, words: tuple[str, ...]) -> bool:
    """True where the words stand at the token."""
    return tokens.lows[index : index + len(words)] == words
