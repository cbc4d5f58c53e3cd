"""Attributions sentence by sentence in, the same with speech that runs over sentences and paragraphs out."""

import re
from bisect import bisect_right
from dataclasses import replace

from reportedly.records.mentions import Attribution
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.understanding.speech.quotations import Quotation, touching

_GAP = re.compile(r"[\s,.;:]*$")
_NEAR = 12
"""How many attributions back the speaker of a quotation may stand."""
_MIN_WORDS = 4
"""A quotation with fewer spaces in it is a term, not speech."""


def carried_on(
    clean: CleanText, told: tuple[Attribution, ...], quotes: tuple[Quotation, ...]
) -> tuple[Attribution, ...]:
    """Each content widened to the quotations it stands in, then to those that follow it with no cue of their own."""
    spoken = [quote for quote in quotes if is_speech(clean.text, quote)]
    if not spoken:
        return told
    widened = [_widened(one, spoken) for one in told]
    claimed = [one.content for one in widened] + [one.cue.span for one in told if one.cue is not None]
    taken = {at for span in claimed for at in touching(spoken, span.start, span.end)}
    free = [quote for at, quote in enumerate(spoken) if at not in taken]
    return _with_followers(clean, widened, free)


def is_speech(text: str, quote: Quotation) -> bool:
    """True where a quotation is long enough to be speech, or ends like a sentence; else it is a name or a term."""
    return text.count(" ", quote.start, quote.end) >= _MIN_WORDS or text[quote.end - 2] in ".!?,"


def _widened(one: Attribution, quotes: list[Quotation]) -> Attribution:
    """The attribution with its content out to the ends of every quotation that it begins or ends in."""
    within = [quotes[at] for at in touching(quotes, one.content.start, one.content.end)]
    cue = one.cue.span if one.cue is not None else one.content
    if not within or any(quote.start <= cue.start and cue.end <= quote.end for quote in within):
        return one
    start, end = min(one.content.start, within[0].start), max(one.content.end, within[-1].end)
    return replace(one, content=Span(start, end))


def _with_followers(clean: CleanText, told: list[Attribution], free: list[Quotation]) -> tuple[Attribution, ...]:
    """Quotations without a cue go to the speaker in front of them: into its content in one paragraph, else alone."""
    extra: list[Attribution] = []
    begins = [one.cue.span.start if one.cue is not None else one.content.start for one in told]
    sentences = [sentence.span.start for sentence in clean.sentences]
    for quote in free:
        behind = bisect_right(begins, quote.start)
        at = _nearest(told, quote, first=max(0, behind - _NEAR), last=behind)
        if at is None:
            continue
        between = clean.text[_reach(told[at]) : quote.start]
        follows = _GAP.match(between) is not None or _next_sentence(sentences, told[at], quote)
        if "\n" not in between and follows:
            told[at] = replace(told[at], content=_joined(told[at].content, quote))
        elif told[at].direct and _stands_alone(clean, quote) and between.count("\n\n") <= 1:
            extra.append(replace(told[at], content=Span(quote.start, quote.end)))
    places = [*zip(begins, told, strict=True), *((one.content.start, one) for one in extra)]
    return tuple(one for _, one in sorted(places, key=lambda place: place[0]))


def _next_sentence(starts: list[int], one: Attribution, quote: Quotation) -> bool:
    """True where the quotation opens the sentence right behind the one that holds the cue."""
    if one.cue is None:
        return False
    at = bisect_right(starts, quote.start) - 1
    return at > 0 and starts[at] == quote.start and starts[at - 1] <= one.cue.span.start < quote.start


def _reach(one: Attribution) -> int:
    """The end of the attribution's own words: content, cue and speaker."""
    ends = [one.content.end]
    if one.cue is not None:
        ends.append(one.cue.span.end)
    if one.source is not None and one.source.span is not None:
        ends.append(one.source.span.end)
    return max(ends)


def _nearest(told: list[Attribution], quote: Quotation, *, first: int, last: int) -> int | None:
    """The attribution with a source, among those from ``first`` to before ``last``, whose words end last before it."""
    fitting = [at for at in range(first, last) if told[at].source is not None and _reach(told[at]) <= quote.start]
    return max(fitting, key=lambda at: (_reach(told[at]), at), default=None)


def _joined(span: Span, quote: Quotation) -> Span:
    return Span(min(span.start, quote.start), max(span.end, quote.end))


def _stands_alone(clean: CleanText, quote: Quotation) -> bool:
    """True where the quotation opens its paragraph."""
    line = clean.text.rfind("\n", 0, quote.start)
    return not clean.text[line + 1 : quote.start].strip()
