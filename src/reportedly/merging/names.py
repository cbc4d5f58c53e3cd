"""What a report tells in, its passages out: the sentences that count, each by the rare names and words in it.

Two reports of one event share the names of its people and streets. What is common is the language's to say
(``languages/common.py``); no corpus is asked, so that a report's names never depend on what else a ledger holds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from reportedly.codebook.names import Words, words_of
from reportedly.languages.common import common_words
from reportedly.records.claims import Claim
from reportedly.records.incidents import Telling
from reportedly.records.merged import Passage
from reportedly.records.reports import Sentence
from reportedly.records.spans import Span

LEAD = 250
"""Words of a text that are looked at: what follows in a long one is seldom about its main incident. 250, 400 and all
told the pairs of GVC equally well (November 2026)."""


def passages(telling: Telling) -> tuple[Passage, ...]:
    """The sentences of the lead and those that tell of an incident, in the order of the text, furniture left out."""
    text = telling.report
    speakers = _speakers(telling)
    words = {one: _without(speakers, text.text, one) for one in text.sentences if not one.furniture}
    told = _told(telling)
    lead = set(_lead(words))
    kept = [one for one in words if one in lead or one in told]
    small = {fold for one in kept for fold in _small(words[one])}
    common = common_words(text.language).words
    made = [_passage(words[one], told.get(one, ()), common=common, small=small) for one in kept]
    return tuple(passage for passage in made if passage.names or passage.words)


def _speakers(telling: Telling) -> list[Span]:
    """Where speakers are named: a governor speaks of one attack after the other."""
    spans = {said.source.span for said in telling.attributions if said.source is not None}
    return sorted(span for span in spans if span is not None)


def _without(speakers: Sequence[Span], text: str, sentence: Sentence) -> Words:
    """The words of a sentence, but for those that name a speaker."""
    parts, at = [], sentence.span.start
    for span in speakers[bisect_left(speakers, sentence.span.start, key=lambda span: span.start) :]:
        if span.start >= sentence.span.end:
            break
        parts.append(text[at : max(at, span.start)])
        at = max(at, min(span.end, sentence.span.end))
    return words_of(", ".join([*parts, text[at : sentence.span.end]]))


def _lead(words: Mapping[Sentence, Words]) -> Iterator[Sentence]:
    count = 0
    for sentence, own in words.items():
        if count < LEAD:
            yield sentence
        count += len(own.folds)


def _told(telling: Telling) -> Mapping[Sentence, set[str]]:
    """The sentences in which claims stand, and the incidents these are of."""
    found: dict[Sentence, set[str]] = {}
    starts = [sentence.span.start for sentence in telling.report.sentences]
    for claim, incident in _claims(telling):
        sentence = telling.report.sentences[bisect_right(starts, claim.span.start) - 1]
        found.setdefault(sentence, set()).add(incident)
    return found


def _claims(telling: Telling) -> Iterable[tuple[Claim, str]]:
    return ((claim, claim.incident_id) for claim in telling.claims if claim.incident_id is not None)


def _small(words: Words) -> Iterator[str]:
    return (fold for at, fold in enumerate(words.folds) if not _is_name(words, at))


def _passage(words: Words, incidents: Iterable[str], *, common: Collection[str], small: Collection[str]) -> Passage:
    """A run of two names ("maria lopez") may open or close with a common word ("lopez street"), but not both."""
    folds = words.folds
    rare = [fold not in common and len(fold) > 1 for fold in folds]
    names = [_is_name(words, at) and fold not in small for at, fold in enumerate(folds)]
    pairs = [
        " ".join(folds[at : at + 2])
        for at in range(len(folds) - 1)
        if names[at] and names[at + 1] and words.gap(at) == " " and (rare[at] or rare[at + 1])
    ]
    alone = [fold for at, fold in enumerate(folds) if names[at] and rare[at]]
    return Passage(
        incidents=tuple(sorted(incidents)),
        names=tuple(sorted({*alone, *pairs})),
        words=tuple(sorted({fold for at, fold in enumerate(folds) if rare[at] and fold in small})),
    )


def _is_name(words: Words, at: int) -> bool:
    first = words.text[words.starts[at]]
    return first.isupper() or first.isdigit()
