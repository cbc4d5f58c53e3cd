"""A clean text and its mentions in, the frame that makes its violence no news out: a film, a match, a memory."""

from collections.abc import Iterable

from reportedly.languages.frames import frame_words
from reportedly.languages.phrases import tokenize
from reportedly.records.mentions import Attribution, Toll, Understanding
from reportedly.records.reports import CleanText
from reportedly.records.triggers import Frame
from reportedly.records.vocabulary import SourceKind

LEAD_SENTENCES = 2
"""A frame shows in the title or in this many first sentences."""
REAL_VOICES = frozenset(
    {SourceKind.POLICE, SourceKind.OFFICIAL, SourceKind.MILITARY, SourceKind.MEDIC, SourceKind.WITNESS}
)
"""Where one of these tells of people hurt, the violence is real whatever frames it (shots at a match)."""


def find_frame(clean: CleanText, mentions: Understanding) -> Frame | None:
    """The frame of a whole text; None for news of real violence, and for everything else."""
    words = frame_words(clean.language)
    seen: dict[str, set[str]] = {frame: set() for frame in words.need}
    led: set[str] = set()
    body = 0
    for sentence in clean.sentences:
        if sentence.furniture:
            continue
        body += not sentence.heading
        tokens = tokenize(clean.text, sentence.span.start, sentence.span.end)
        quoted = [
            said.content for said in mentions.attributions if said.direct and said.content.overlaps(sentence.span)
        ]
        for hit in words.words.find(tokens):
            start = tokens[hit.start].start
            for frame in hit.value:
                if frame == OPINION and any(span.start <= start < span.end for span in quoted):
                    continue
                sure = " ".join(token.lower for token in tokens[hit.start : hit.end]) in words.sure
                seen[frame].add(SURE if sure else tokens[hit.start].lower)
                if sentence.heading or body <= LEAD_SENTENCES or sure:
                    led.add(frame)
    found = [frame for frame, need in words.need.items() if frame in led and len(seen[frame]) >= need]
    if not found or (not words.real.intersection(found) and _is_real(mentions.tolls, mentions.attributions)):
        return None
    if found == [OPINION] and any((toll.count.low or 0) > 0 for toll in mentions.tolls):
        return None
    return Frame.REMEMBERED if found == [MEMORY] else Frame.UNREAL


SURE = ""
"""All the sure words of a frame count as one, so that two of them alone make none ("ruled out terrorism", twice)."""
OPINION = "opinion"
"""The one frame told by the writer's own person: words in quotation marks do not count towards it."""
MEMORY = "memory"
"""The one frame whose violence happened, long ago."""


def _is_real(tolls: Iterable[Toll], attributions: Iterable[Attribution]) -> bool:
    """True where somebody who would know tells of people killed, hurt or taken."""
    told = [said.content for said in attributions if said.source is not None and said.source.kind in REAL_VOICES]
    hurt = [toll for toll in tolls if (toll.count.low or 0) > 0 and not toll.cumulative]
    return any(content.overlaps(toll.span) for toll in hurt for content in told)
