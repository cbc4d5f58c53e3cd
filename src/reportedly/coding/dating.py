"""A trigger and a time beside it in, whether the time is the deed's out; and the day an incident takes over untold."""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

from reportedly.coding.page import Page, inside, lead_end
from reportedly.languages.dating import dating_words
from reportedly.languages.phrases import PhraseIndex, tokenize
from reportedly.languages.triggers import trigger_words
from reportedly.records.mentions import TimeMention
from reportedly.records.moments import When, day_of
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing, Trigger
from reportedly.records.vocabulary import TimePrecision

FINE = (TimePrecision.MINUTE, TimePrecision.HOUR, TimePrecision.PART_OF_DAY, TimePrecision.DAY)
"""The precisions that tell a day."""


class DayHalf(StrEnum):
    """The first or the last part of a day."""

    EARLY = "early"
    LATE = "late"


SPEECH_GAP = 30
"""Within this many characters after a speech cue a time says when something was said ("said on Tuesday")."""

TIGHT_GAP = 3
"""A time this close before a trigger dates it whatever else the stretch tells ("Monday's blast")."""

PHRASE_GAP = 24
"""A time this close before a noun, with no sign or verb between, is part of its phrase ("Monday's fatal drive-by
shooting"); set on the first 700 GVA documents, November 2026."""

LOOK_AHEAD = 16
"""Within this many characters after a time the word that follows it is looked for."""

PHRASE_WORDS = 3
"""So many words at most stand in such a gap."""


def dates_the_deed(page: Page, trigger: Trigger, time: TimeMention) -> bool:
    """False for a time that frames others, says when somebody spoke, when news of the deed came or what came of it."""
    if time.reference or page.is_day_of_writing(time.span):
        return False
    if 0 <= trigger.span.start - time.span.end <= TIGHT_GAP or _in_phrase(page, trigger, time):
        return True
    if trigger.doing is Doing.THREAT or _is_explained(page, trigger, time):
        return True
    if trigger.update:
        return False
    return not _is_said(page, trigger, time) and not _comes_after(page, trigger, time)


def _in_phrase(page: Page, trigger: Trigger, time: TimeMention) -> bool:
    """True for a time that opens the phrase of a noun ("the Dec. 12 drug-related shooting")."""
    gap = trigger.span.start - time.span.end
    return trigger.noun and 0 <= gap <= PHRASE_GAP and _is_plain(page, time.span.end, trigger.span.start)


def _is_explained(page: Page, trigger: Trigger, time: TimeMention) -> bool:
    """True for a time that the deed's clause explains ("14 November 2019, when a bomb killed nine")."""
    if time.span.end >= trigger.span.start:
        return False
    words = dating_words(page.clean.language).explained
    near = Span(time.span.end, min(len(page.clean.text), time.span.end + LOOK_AHEAD))
    hits = _hits(page, words, near)
    if not hits or page.clean.text[time.span.end : hits[0].start].strip(" ,"):
        return False
    between = [t for t in page.triggers_in(trigger.sentence) if hits[0].end <= t.span.start < trigger.span.start]
    return trigger.span.start >= hits[0].end and not between


def _is_said(page: Page, trigger: Trigger, time: TimeMention) -> bool:
    """True for a time that says when somebody spoke of the deed."""
    cues = page.cues_in(trigger.sentence)
    if any(cue.contains(time.span) and cue.end <= trigger.span.start for cue in cues):
        return True
    if any(0 <= cue.start - time.span.end <= TIGHT_GAP and cue.end <= trigger.span.start for cue in cues):
        return True
    near = [
        cue
        for cue in cues
        if 0 <= time.span.start - cue.end <= SPEECH_GAP and not _tells(page, Span(cue.end, time.span.start))
    ]
    return any(not cue.end <= trigger.span.start < time.span.start for cue in near)


def _tells(page: Page, between: Span) -> bool:
    """True where a weapon or a thing stands between a speech cue and a time: the time is of what is told there."""
    return bool(inside(page.mentions.weapons, between) or inside(page.mentions.things, between))


def _comes_after(page: Page, trigger: Trigger, time: TimeMention) -> bool:
    """True for a time that goes with what came of the deed: its word is the nearest before the time, else after it."""
    if trigger.doing is Doing.ARREST:
        return False
    if _is_of_death(page, trigger, time):
        return True
    if _counts_from_next(page, time):
        return trigger.span.start < time.span.start
    sentence, words = page.sentence_span(trigger.sentence), dating_words(page.clean.language)
    later = [span for span in _hits(page, words.aftermath, sentence) if not span.overlaps(trigger.span)]
    deeds = [t.span for t in page.triggers_in(trigger.sentence) if t.doing is not Doing.ARREST]
    found = _nearest([*deeds, *_hits(page, words.alarm, sentence), *later], time.span)
    return found is not None and found in later and found not in deeds


def _is_of_death(page: Page, trigger: Trigger, time: TimeMention) -> bool:
    """True for the day of death behind a deed that a relative clause tells ("who was shot died on Tuesday")."""
    sentence = page.sentence_span(trigger.sentence)
    relatives = trigger_words(page.clean.language).grammar["relatives"]
    if not page.words_between(sentence.start, trigger.span.start) & relatives or time.span.start < trigger.span.end:
        return False
    return bool(_hits(page, dating_words(page.clean.language).dying, Span(trigger.span.end, time.span.start)))


def half_of(page: Page, scope: Span) -> DayHalf | None:
    """The part of its day a stretch of text is about; None where it names none, or both."""
    words = dating_words(page.clean.language)
    early, late = bool(_hits(page, words.early, scope)), bool(_hits(page, words.late, scope))
    if early == late:
        return None
    return DayHalf.EARLY if early else DayHalf.LATE


def _nearest(spans: Sequence[Span], time: Span) -> Span | None:
    """The nearest span before a time, the first after it where none stands before; None where there is none."""
    before = [span for span in spans if span.end <= time.start]
    after = [span for span in spans if span.start >= time.end]
    return max(before, key=lambda span: span.end) if before else min(after, key=lambda span: span.start, default=None)


def _counts_from_next(page: Page, time: TimeMention) -> bool:
    """True for a time that is counted from the deed after it ("five days after he shot …", not "the night before,")."""
    words = tokenize(page.clean.text, time.span.start, time.span.end)
    following = tokenize(page.clean.text, time.span.end, min(len(page.clean.text), time.span.end + LOOK_AHEAD))
    counted = bool(words) and words[-1].lower in dating_words(page.clean.language).relational
    return counted and bool(following) and following[0].lower[0].isalnum()


def carried_time(page: Page, triggers: Sequence[Trigger], *, taken: Sequence[TimeMention] = ()) -> TimeMention | None:
    """The day that a deed told without one takes over: of its own sentences, else of a call, a find, a death.

    ``taken``: times that other incidents of the report are told with. None where no day of the text can be the deed's.
    """
    own = {trigger.sentence for trigger in triggers}
    found = [time for time in page.mentions.times if time not in taken and _may_date(page, triggers, time)]
    return min(found, key=lambda time: (page.sentence_at(time.span.start) not in own, time.span), default=None)


def told_to_follow(page: Page, trigger: Trigger) -> Span | None:
    """The words before a trigger that say it followed what was told ("was followed by"); None where none do."""
    said = _hits(page, dating_words(page.clean.language).sequel, page.sentence_span(trigger.sentence))
    return next((span for span in said if span.end <= trigger.span.start), None)


def no_earlier_than(day: dt.date, *, text: str, language: str) -> When:
    """From a day on, without a known end; ``text``: the words that say so."""
    why = dating_words(language).derivation.format(words=text, day=day.isoformat())
    precision = TimePrecision.OPEN
    return When(start=day, end=None, precision=precision, edtf=f"{day.isoformat()}/..", derivation=why, text=text)


def _may_date(page: Page, triggers: Sequence[Trigger], time: TimeMention) -> bool:
    """True for a past day that goes with one of these deeds or with a word that dates a deed untold.

    A day in the sentence of a threat is the threat's or its term's.
    """
    when, published = time.when, page.clean.published
    if time.reference or when.start is None or when.precision not in FINE or page.is_furniture(time.span):
        return False
    if page.is_day_of_writing(time.span):
        return False
    if published is not None and day_of(when.start) > day_of(published):
        return False
    index = page.sentence_at(time.span.start)
    if any(t.doing is Doing.THREAT and t not in triggers for t in page.triggers_in(index)):
        return False
    return _goes_with(page, [t.span for t in triggers if t.sentence == index and not t.update], time, index)


def _goes_with(page: Page, deeds: Sequence[Span], time: TimeMention, index: int) -> bool:
    """True where the nearest word with days of its own tells or dates a deed; in the lead also where there is none."""
    sentence, words = page.sentence_span(index), dating_words(page.clean.language)
    dating = [*deeds, *_hits(page, words.alarm, sentence)]
    if any(
        0 <= span.start - time.span.end <= PHRASE_GAP and _is_plain(page, time.span.end, span.start) for span in dating
    ):
        return True
    other = [*_hits(page, words.aftermath, sentence), *page.cues_in(index)]
    known = [span for span in [*dating, *other] if not span.overlaps(time.span)]
    if _counts_from_next(page, time):
        known = [span for span in known if span.start >= time.span.end]
    found = _nearest(known, time.span)
    return index < lead_end(page) if found is None else found in dating


def _is_plain(page: Page, start: int, end: int) -> bool:
    """True for a gap of at most three words of one phrase: no sign, no word that parts, none of what came after."""
    words, between = dating_words(page.clean.language), tokenize(page.clean.text, start, end)
    if len(between) > PHRASE_WORDS or _hits(page, words.aftermath, Span(start, end)):
        return False
    return all(token.lower[0].isalnum() or token.lower == "'s" for token in between) and not any(
        token.lower in words.parting for token in between
    )


def _hits(page: Page, words: PhraseIndex[bool], scope: Span) -> Sequence[Span]:
    """Where words of a list stand in a stretch of the text."""
    tokens = tokenize(page.clean.text, scope.start, scope.end)
    return [Span(tokens[hit.start].start, tokens[hit.end - 1].end) for hit in words.find(tokens)]
