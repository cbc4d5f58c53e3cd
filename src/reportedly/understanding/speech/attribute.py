"""A clean text in, its attributions out, in text order."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.languages.speech import SpeechTable, speech
from reportedly.languages.tables import spoken
from reportedly.records.mentions import Attribution, Cue, Source
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.vocabulary import Factuality, SourceKind
from reportedly.understanding.speech.carrying import carried_on, is_speech
from reportedly.understanding.speech.cast import Cast, Speaker, kind_of, meet, speaker_of
from reportedly.understanding.speech.contents import content_of
from reportedly.understanding.speech.learned import phrase_of, with_learned
from reportedly.understanding.speech.phrases import Phrase, ending_at
from reportedly.understanding.speech.quotations import Quotation, quotations, touching
from reportedly.understanding.speech.said import (
    Said,
    carriers_of,
    inside_another,
    relayed_by,
    relays_of,
    span_of,
    stance_of,
)
from reportedly.understanding.speech.sayings import sayings_of
from reportedly.understanding.speech.scan import Saying, Sentence, follows_quotation
from reportedly.understanding.speech.tokens import Tokens, tokenise
from reportedly.understanding.tagger.labels import Tag

_NEAR = 8
"""How many cues before and behind one in its sentence can bear on it; bounds the work on texts without full stops."""


def find_attributions(clean: CleanText, tags: Sequence[Tag] = ()) -> tuple[Attribution, ...]:
    """Who said what in one report, in the order of the cues; furniture is left out.

    ``tags`` are the sources, cues and contents that the tagger tells; without them the rules read alone.
    A source is named as fully as the report names it anywhere; its span is that of the mention beside the cue (the
    pronoun's, for a pronoun). ``via`` ends with the report's publisher where that is known. The content of a quotation
    that goes on in the next sentences of its paragraph runs to its end; in further paragraphs it is told again.
    """
    table = speech(spoken(clean.language))
    quotes = quotations(clean.text)
    marks = frozenset(at for quote in quotes for at in (quote.start, quote.end - 1))
    headings = [s.span for s in clean.sentences if s.heading]
    tokens = tokenise(clean.text, table, headings=headings, quotes=marks)
    cast = Cast(tokens, table, headings=tuple((tokens.at(span.start), tokens.at(span.end)) for span in headings))
    meet(cast)
    told: list[tuple[list[Said], bool]] = []
    for sentence in _sentences(clean, tokens, quotes):
        sayings = sayings_of(tokens, sentence, table)
        sayings = with_learned(tokens, sentence, sayings, tags=tags, table=table, language=clean.language)
        said = _say(clean, cast, sentence, sayings)
        told.append((said, bool(said) and _hides_name(tokens, sentence, table)))
    found: list[Attribution] = []
    for said, hidden in told:
        for at, one in enumerate(said):
            others = said[max(0, at - _NEAR) : at + _NEAR]
            found.append(_attribution(clean, cast, one, others=others, hidden=hidden, quotes=quotes))
    return carried_on(clean, tuple(found), quotes)


def _sentences(clean: CleanText, tokens: Tokens, quotes: tuple[Quotation, ...]) -> list[Sentence]:
    """The sentences that can carry claims, as token ranges."""
    spoken_words = [quote for quote in quotes if is_speech(clean.text, quote)]
    found: list[Sentence] = []
    for sentence in clean.sentences:
        first, last = tokens.at(sentence.span.start), tokens.at(sentence.span.end)
        if first < last and not sentence.furniture:
            near = [spoken_words[at] for at in touching(spoken_words, sentence.span.start, sentence.span.end)]
            inside = tuple((tokens.at(quote.start), tokens.at(quote.end)) for quote in near)
            found.append(Sentence(first, last, inside, sentence.heading))
    return found


def _hides_name(tokens: Tokens, sentence: Sentence, table: SpeechTable) -> bool:
    """True where the sentence says that its speaker would not be named."""
    words = " ".join(tokens.lows[sentence.first : sentence.last])
    return any(phrase in words for phrase in table.anonymity)


def _say(clean: CleanText, cast: Cast, sentence: Sentence, sayings: list[Saying]) -> list[Said]:
    """The sayings of one sentence with speakers and contents; those that say nothing are left out."""
    tokens, table = cast.tokens, cast.table
    found: list[Said] = []
    carriers = carriers_of(tokens, sentence, table) if sayings else ()
    for at, saying in enumerate(sayings):
        around = sayings[max(0, at - _NEAR) : at + _NEAR]
        content = _content(cast, sentence, saying, around)
        span = span_of(tokens, content) if content is not None else _elsewhere(clean, cast, saying, sentence)
        if span is None:
            continue
        speaker = None if saying.speaker is None else _speaker(cast, sentence, saying, found[-_NEAR:])
        if speaker is not None and not speaker.nobody:
            _note(cast, saying, speaker)
        relays = (*relays_of(tokens, saying, table, groups=cast.groups), *carriers)
        relays = relays or _relays_before(tokens, saying, speaker, found=found[-_NEAR:])
        found.append(Said(saying, speaker, span, content or saying.cue, relays))
    found = [
        _told_on(said, found[max(0, at - _NEAR) : at + _NEAR]) if said.saying.thing else said
        for at, said in enumerate(found)
    ]
    return [
        said
        for at, said in enumerate(found)
        if not (said.saying.mind and inside_another(said, found[max(0, at - _NEAR) : at + _NEAR]))
    ]


def _content(cast: Cast, sentence: Sentence, saying: Saying, around: list[Saying]) -> Phrase | None:
    """What is said: as the tagger tells it, else what the sentence holds of it; None where that is elsewhere."""
    tokens = cast.tokens
    if saying.content is not None:
        return phrase_of(tokens, saying.content.start, saying.content.end)
    if _quoted_before(tokens, sentence, saying):
        return None
    return content_of(tokens, sentence, saying, others=around, table=cast.table)


def _told_on(said: Said, near: list[Said]) -> Said:
    """What a thing tells ("findings suggest") inside somebody's speech is theirs."""
    for other in reversed(near):
        if other.speaker is not None and inside_another(said, [other]):
            saying = replace(said.saying, speaker=other.saying.speaker, shared=True)
            return replace(said, saying=saying, speaker=other.speaker, relays=other.relays)
    return said


def _relays_before(tokens: Tokens, saying: Saying, speaker: Speaker | None, *, found: list[Said]) -> tuple[str, ...]:
    """The relays of the same speaker's earlier saying, where a pronoun goes on with it in one sentence."""
    if speaker is None or saying.speaker is None or tokens.tags[saying.speaker.first] != "R":
        return ()
    same = (said.relays for said in reversed(found) if said.speaker is not None and said.speaker.name == speaker.name)
    return next(same, ())


def _elsewhere(clean: CleanText, cast: Cast, saying: Saying, sentence: Sentence) -> Span | None:
    """What is said where its sentence does not hold it, None where nothing is said.

    The cue's own words where something is withheld; the quotation that ends in front of the sentence; the next sentence
    where this one ends in a colon or the next opens with a quotation mark.
    """
    tokens = cast.tokens
    if saying.stance is Factuality.WITHHELD:
        return span_of(tokens, saying.cue)
    if _quoted_before(tokens, sentence, saying):
        return Span(tokens.starts[sentence.first - 1], tokens.ends[sentence.first - 1])
    if saying.body < sentence.last - 1:
        return None
    start = tokens.ends[sentence.last - 1]
    after = next((s.span for s in clean.sentences if s.span.start >= start and not s.furniture), None)
    opens = tokens.tags[sentence.last - 1] == ":" or tokens.tags[sentence.last : sentence.last + 1] == '"'
    return after if opens else None


def _quoted_before(tokens: Tokens, sentence: Sentence, saying: Saying) -> bool:
    """True where the sentence in front ends in the quotation that is said ("“Who fired?” Ada Obi asked.")."""
    if saying.speaker is None or min(saying.speaker.first, saying.cue.first) != sentence.first:
        return False
    ends = saying.body >= sentence.last or tokens.tags[saying.body] in ".,"
    return ends and follows_quotation(tokens, sentence.first)


def _speaker(cast: Cast, sentence: Sentence, saying: Saying, found: list[Said]) -> Speaker | None:
    """Who speaks: the antecedent of a relative pronoun, the speaker of an earlier cue with the same phrase, or anew."""
    if saying.speaker is None:
        return None
    if saying.relative:
        return speaker_of(cast, _antecedent(cast, sentence, saying.speaker))
    for said in found:
        if said.saying.speaker == saying.speaker and said.speaker is not None:
            return said.speaker
    return speaker_of(cast, saying.speaker)


def _antecedent(cast: Cast, sentence: Sentence, relative: Phrase) -> Phrase:
    """The phrase that "who" stands for; an age between commas is passed over."""
    tags = cast.tokens.tags
    end = relative.first - (tags[relative.first - 1] == ",")
    if tags[end - 2 : end] == ",Q":
        end -= 2
    return ending_at(cast.tokens, sentence.first, end, cast.table) or relative


def _note(cast: Cast, saying: Saying, speaker: Speaker) -> None:
    """Remembers who spoke, who issued the statement spoken of, and that who claims responsibility is an armed group."""
    words = cast.tokens.lows[saying.cue.first : saying.body + 2]
    cast.heard.append(speaker)
    if not cast.table.speaking.isdisjoint(words[:-2]):
        cast.issuer = speaker
    unknown = speaker.kind is None and speaker.surname is None and speaker.fallback is not SourceKind.OFFICIAL
    if unknown and not cast.table.claiming.isdisjoint(words):
        cast.groups.setdefault(speaker.name.lower(), SourceKind.ARMED_GROUP)


def _attribution(
    clean: CleanText, cast: Cast, said: Said, *, others: list[Said], hidden: bool, quotes: tuple[Quotation, ...]
) -> Attribution:
    tokens, phrase = cast.tokens, said.saying.cue
    cue = Span(tokens.starts[phrase.first], tokens.ends[phrase.last - 1])
    return Attribution(
        source=_source(clean, cast, said, others=others, hidden=hidden),
        cue=Cue(cue.of(clean.text), cue),
        content=said.content,
        stance=stance_of(tokens, said, cast.table),
        direct=bool(touching(quotes, said.content.start, said.content.start + 1)),
    )


def _source(clean: CleanText, cast: Cast, said: Said, *, others: list[Said], hidden: bool) -> Source | None:
    """The source as the whole report knows it; ``hidden``: its sentence says that it would not be named."""
    if said.speaker is None or said.saying.speaker is None or said.speaker.nobody:
        return None
    speaker = cast.named.get(said.speaker.surname or "", said.speaker)
    own = (speaker.outlet,) if speaker.outlet and speaker.surname is not None else ()
    via = (*own, *said.relays, *relayed_by(said, others), *((clean.publisher,) if clean.publisher else ()))
    unnamed = speaker.anonymous or (hidden and _indefinite(cast, said.saying.speaker))
    return Source(
        name=speaker.name,
        kind=kind_of(cast, speaker),
        anonymous=speaker.surname is None and unnamed,
        via=tuple(dict.fromkeys(name for name in via if name != speaker.name)),
        span=span_of(cast.tokens, said.saying.speaker),
    )


def _indefinite(cast: Cast, phrase: Phrase) -> bool:
    """True for "a source", "two officers": somebody, not the one the reader knows."""
    tokens = cast.tokens
    return tokens.tags[phrase.first] in "DQ" and tokens.lows[phrase.first] not in cast.table.definite
