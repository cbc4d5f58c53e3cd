"""The tagger's sources, cues and contents in, the sayings of one sentence out, each with what is said.

A cue takes the contents and the source nearest to it in its sentence; a content beside two cues goes to the nearer.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.languages.phrases import tokenize
from reportedly.languages.speech import SpeechTable
from reportedly.languages.triggers import Form, trigger_words
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing
from reportedly.records.vocabulary import Factuality
from reportedly.understanding.speech.phrases import Phrase
from reportedly.understanding.speech.scan import Saying, Sentence
from reportedly.understanding.speech.tokens import Tokens
from reportedly.understanding.tagger.labels import Tag

SURE = 0.7
"""The least surety of a cue and its source. Of the steps tried (0.5 to 0.95) lower ones score up to a point more on
PolNeAR's development part, and part reports of one incident (GVC B3 92.6 at 0.5, 93.0 from here on)."""


LONGEST = 3
"""The verb of a deed is looked for in so many words ("slammed into")."""


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution as the tagger tells it."""

    cue: Tag
    source: Tag
    content: Span


def told_in(tags: Sequence[Tag], start: int, end: int) -> list[Told]:
    """The attributions that stand between two offsets, in the order of their cues; none without a source.

    ``tags`` are in text order and do not overlap.
    """
    near = tags[bisect_right(tags, start, key=lambda tag: tag.end) : bisect_left(tags, end, key=lambda tag: tag.start)]
    cues = [tag for tag in near if tag.role == "cue"]
    if not cues:
        return []
    sources: dict[Tag, Tag] = {}
    contents: dict[Tag, list[Tag]] = {}
    for tag in near:
        cue = min(cues, key=lambda one: _gap(one, tag))
        if tag.role == "content":
            contents.setdefault(cue, []).append(tag)
        elif tag.role == "source" and (cue not in sources or _gap(tag, cue) < _gap(sources[cue], cue)):
            sources[cue] = tag
    found: list[Told] = []
    for cue in cues:
        said = contents.get(cue)
        source = sources.get(cue, found[-1].source if found else None)
        if said is None or source is None or min(cue.surety, source.surety) < SURE:
            continue
        content = Span(min(tag.start for tag in said), max(tag.end for tag in said))
        found.append(Told(cue, source, content))
    return found


def _gap(one: Tag, other: Tag) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def with_learned(
    tokens: Tokens,
    sentence: Sentence,
    sayings: Sequence[Saying],
    *,
    tags: Sequence[Tag],
    table: SpeechTable,
    language: str,
) -> list[Saying]:
    """A sentence's sayings in the order of their cues: the rules' own, and those whose cue only the tagger tells.

    A relative pronoun ("who") is no source: whom it stands for, the rules find. What a thing does by the
    verb of a deed ("a missile slammed into") is no saying.
    """
    found = list(sayings)
    for told in told_in(tags, tokens.starts[sentence.first], tokens.ends[sentence.last - 1]):
        cue = phrase_of(tokens, told.cue.start, told.cue.end)
        speaker = phrase_of(tokens, told.source.start, told.source.end)
        known = any(one.cue.first < cue.last and cue.first < one.cue.last for one in sayings)
        whole = sentence.first <= cue.first < cue.last <= sentence.last and speaker.first < speaker.last
        relative = tokens.tags[speaker.first] == "W"
        if whole and not (known or relative or _is_done(tokens, cue, speaker, table=table, language=language)):
            stance = _stance(tokens, cue, table)
            found.append(Saying(cue=cue, speaker=speaker, body=cue.last, stance=stance, content=told.content))
    return sorted(found, key=lambda one: one.cue.first)


def _is_done(tokens: Tokens, cue: Phrase, speaker: Phrase, *, table: SpeechTable, language: str) -> bool:
    """True for the verb of a deed behind a thing ("a missile slammed into"); a critic who slams says something."""
    low = tokens.lows[speaker.last - 1]
    people = low in table.kinds.heads or low in table.kinds.neutral or low in table.anonymous_heads
    if people or tokens.tags[speaker.last - 1] not in "NK":
        return False
    hit = trigger_words(language).words.at(tokenize(" ".join(tokens.lows[cue.first : cue.first + LONGEST])), 0)
    nouns = (Form.NOUN, Form.NOUNS)
    return hit is not None and any(one.doing is not Doing.THREAT and one.form not in nouns for one in hit.value)


def _stance(tokens: Tokens, cue: Phrase, table: SpeechTable) -> Factuality:
    """The stance of the first verb in a cue that is no plain saying."""
    stances = [table.verbs[low].stance for low in tokens.lows[cue.first : cue.last] if low in table.verbs]
    return next((one for one in stances if one is not Factuality.ASSERTED), Factuality.ASSERTED)


def phrase_of(tokens: Tokens, start: int, end: int) -> Phrase:
    """The tokens between two offsets, those only touched among them."""
    first = tokens.at(start)
    if first > 0 and tokens.ends[first - 1] > start:
        first -= 1
    return Phrase(first, tokens.at(end))
