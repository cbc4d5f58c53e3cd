"""A clean text and its mentions, with the look-ups that coding needs over both."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Protocol, TypeVar

from reportedly.codebook.sides import ARMED, OUTSIDE_STATES, side_of
from reportedly.gazetteer.load import load
from reportedly.languages.phrases import tokenize
from reportedly.languages.triggers import trigger_words
from reportedly.records.mentions import ActorMention, Attribution, PersonMention, PlaceMention, Understanding
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing, Trigger

DATELINE_START = 3
"""Within this many characters of its sentence's start a dateline begins."""
DATELINE = 45
"""Within this many characters after its place a dateline's mark follows ("YANGON, 30 September (Agency) -")."""
DATELINE_MARKS = (" - ", " — ", " – ", "—", "(", ": ")
LONGEST_MARK = max(len(mark) for mark in DATELINE_MARKS)
"""Characters of the longest of these."""
HEADER_WORDS = 10
"""A first sentence of at most this many words can head its paragraph with a day and a place."""
LOOK_BACK = 24
"""How many characters before a place its preposition is looked for in."""
CAME_BACK = 40
"""How many characters before a place the way back that leads from it may begin ("returning from a meeting in")."""

PART_OF = ", "
"""What parts a place from the larger one it lies in ("Kesh, Ostra")."""
HAILING = 2
"""So many words greet before the "from" of the place a bulletin speaks from: "Good morning from Ostra"."""
AGED = 3
"""So many tokens before a place tell somebody's home: an age, a comma, "of"."""

LEAD_SENTENCES = 2
"""How many body sentences hold what a report exists to tell; most of the development reports' mains open there."""


QUOTES = frozenset("\"“”'‘’")
"""Quotation marks, which part no name from its description."""
APPOSITION, DESCRIBING = 2, 2
"""A comma and an article part a name from its description, and so many words that describe at most."""


class Spanned(Protocol):
    """Anything that stands on a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


M = TypeVar("M", bound=Spanned)


def inside(mentions: Sequence[M], span: Span) -> list[M]:
    """The mentions that lie wholly inside a span, in order."""
    start, end = span.start, span.end
    return [mention for mention in mentions if start <= mention.span.start and mention.span.end <= end]


def _last(words: str | None) -> str | None:
    return words.casefold().split()[-1] if words else None


@dataclass(frozen=True)
class Page:
    """One text under coding."""

    clean: CleanText
    mentions: Understanding
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple(s.span.start for s in self.clean.sentences))

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence a character stands in (or of the one before it)."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def sentence_span(self, index: int) -> Span:
        """Where a sentence stands."""
        return self.clean.sentences[index].span

    @cached_property
    def _actor_starts(self) -> list[int]:
        return [actor.span.start for actor in self.mentions.actors]

    def actor_at(self, span: Span | None) -> ActorMention | None:
        """The actor mention on exactly this span; None where it is a person, a thing or a place."""
        if span is None:
            return None
        place = bisect_left(self._actor_starts, span.start)
        actors = self.mentions.actors
        return actors[place] if place < len(actors) and actors[place].span == span else None

    def party_at(self, span: Span | None) -> ActorMention | None:
        """The actor, group of people or thing on exactly this span."""
        if span is None:
            return None
        layers = (self.mentions.actors, self.mentions.people, self.mentions.things)
        return next((one for layer in layers for one in layer if one.span == span), None)

    def person_at(self, span: Span | None) -> PersonMention | None:
        """The person whose name, or the role told beside it, a span touches; None where it touches none."""
        if span is None:
            return None
        return next((one for one in self.mentions.persons if one.whole.overlaps(span)), None)

    def person_of(self, span: Span | None) -> PersonMention | None:
        """The person a span names, by name, by the role beside it, or as only that person of the text is called."""
        if span is None:
            return None
        return self.person_at(span) or self.person_called(span)

    def person_called(self, span: Span) -> PersonMention | None:
        """The one person of the text whom a definite role or a family name alone means ("the judge", "Vela")."""
        words = span.of(self.clean.text).casefold().split()
        if len(words) != 1:
            return None
        before = self.word_before(span)
        pointing = trigger_words(self.clean.language).grammar["determiners_definite"]
        definite = before is not None and before.of(self.clean.text).casefold() in pointing
        roles = {one.name: one for one in self.mentions.persons if definite and _last(one.role) == words[0]}
        named = {one.name: one for one in self.mentions.persons if _last(one.name) == words[0]}
        called = roles or named
        return next(iter(called.values())) if len(called) == 1 else None

    @cached_property
    def _cues(self) -> Mapping[int, Sequence[Span]]:
        found: dict[int, list[Span]] = {}
        for said in self.mentions.attributions:
            if said.cue is not None:
                found.setdefault(self.sentence_at(said.cue.span.start), []).append(said.cue.span)
        return found

    def cues_in(self, sentence: int) -> Sequence[Span]:
        """The cues of speech that stand in a sentence."""
        return self._cues.get(sentence, ())

    @cached_property
    def _triggers(self) -> Mapping[int, Sequence[Trigger]]:
        found: dict[int, list[Trigger]] = {}
        for trigger in self.mentions.triggers:
            found.setdefault(trigger.sentence, []).append(trigger)
        return found

    def triggers_in(self, sentence: int) -> Sequence[Trigger]:
        """The triggers of a sentence, in order."""
        return self._triggers.get(sentence, ())

    @cached_property
    def _heard(self) -> dict[Span, Attribution | None]:
        return {}

    def attribution_of(self, span: Span) -> Attribution | None:
        """Who says the words of a span: the narrowest attribution that holds their middle; None: the report."""
        if span not in self._heard:
            self._heard[span] = self._attribution_of(span)
        return self._heard[span]

    def _attribution_of(self, span: Span) -> Attribution | None:
        middle = (span.start + span.end - 1) // 2
        around = [a for a in self.mentions.attributions if a.content.start <= middle < a.content.end]
        if not around:
            return None
        around = [a for a in around if a.source is None or a.source.span is None or not a.source.span.contains(span)]
        around = [a for a in around if not self._is_past(a, span)]
        named = [a for a in around if a.source is not None] or around
        return min(named, key=lambda a: a.content.end - a.content.start) if named else None

    def is_located(self, span: Span) -> bool:
        """True where the word before a span says that something is there ("in", "near", "eastern")."""
        start = max(self.sentence_span(self.sentence_at(span.start)).start, span.start - LOOK_BACK)
        before = tokenize(self.clean.text, start, span.start)
        return bool(before) and before[-1].lower in trigger_words(self.clean.language).grammar["locatives"]

    def words_between(self, start: int, end: int) -> frozenset[str]:
        """The folded words of a stretch of text."""
        return frozenset(token.lower for token in tokenize(self.clean.text, start, max(start, end)))

    @property
    def joints(self) -> frozenset[str]:
        """Words and signs that join two of a kind ("and", "-")."""
        return trigger_words(self.clean.language).grammar["joints"]

    def word_before(self, span: Span) -> Span | None:
        """The word directly before a span in its sentence; None where a sign or nothing stands there."""
        start = max(self.sentence_span(self.sentence_at(span.start)).start, span.start - LOOK_BACK)
        before = tokenize(self.clean.text, start, span.start)
        return Span(before[-1].start, before[-1].end) if before and before[-1].lower[0].isalnum() else None

    def as_actor(self, span: Span, state: str) -> ActorMention:
        """A state named by its adjective, under the fullest name the report gives the state itself, else its own."""
        named = [one.name for one in self.mentions.actors if one.actor_id == state and one.kind == "state"]
        country = load().country(state.partition(":")[2].upper())
        own = country.name if country is not None else span.of(self.clean.text)
        return ActorMention(span=span, name=max(named, key=len, default=own), kind="state", actor_id=state)

    def is_origin(self, span: Span) -> bool:
        """True for a place that something or somebody came from ("returning from a fair in Ostra", "42, of Ostra")."""
        grammar = trigger_words(self.clean.language).grammar
        start = max(self.sentence_span(self.sentence_at(span.start)).start, span.start - CAME_BACK)
        before = [token.lower for token in tokenize(self.clean.text, start, span.start)]
        if before and before[-1] in grammar["origins"]:
            return True
        if len(before) >= AGED and before[-1] in grammar["homes"] and before[-2] == "," and before[-3].isdigit():
            return True
        inner = next((p for p in self.mentions.places if p.span.end == span.start - len(PART_OF)), None)
        if inner is not None and self.clean.text[inner.span.end : span.start] == PART_OF:
            return self.is_origin(inner.span)
        steps = pairwise(before)
        return any(verb in grammar["returning"] and origin in grammar["origins"] for verb, origin in steps)

    @cached_property
    def here(self) -> PlaceMention | None:
        """The place a bulletin speaks from ("Good morning from Ostra"); None where it does not open so."""
        return next((place for place in self.mentions.places if self._is_hailed_from(place.span)), None)

    def _is_hailed_from(self, span: Span) -> bool:
        index = self.sentence_at(span.start)
        if index >= lead_end(self):
            return False
        grammar = trigger_words(self.clean.language).grammar
        before = [token.lower for token in tokenize(self.clean.text, self.sentence_span(index).start, span.start)]
        if not before or before.pop() not in grammar["origins"]:
            return False
        wished = len(before) == HAILING and before[0] in grammar["well"] and before[1] in grammar["day_parts"]
        return wished or (len(before) == 1 and before[0] in grammar["hails"])

    def is_hit_place(self, span: Span) -> bool:
        """True for a thing that a word of place (and its article) sets the deed at."""
        start = max(self.sentence_span(self.sentence_at(span.start)).start, span.start - LOOK_BACK)
        before = [token.lower for token in tokenize(self.clean.text, start, span.start)]
        hit_on = trigger_words(self.clean.language).grammar["hit_on"]
        return bool(before) and any(word in hit_on for word in before[-2:])

    def resolve(self, actor: ActorMention) -> ActorMention:
        """The group a bare "the rebels" belongs to or points back at; itself where none is named.

        That is the one its own words name ("the rebels of the X Front"), else the last armed group named before it.
        """
        named = self._apposed(actor)
        if named is not None:
            return named
        bare = trigger_words(self.clean.language).grammar["bare_groups"]
        if actor.actor_id is not None or actor.name.casefold() not in bare:
            return actor
        whole = self._joined_after(actor, "belongs")
        if whole is not None and not whole.generic and side_of(whole.actor_id, whole.kind) == OUTSIDE_STATES:
            return replace(whole, span=Span(actor.span.start, whole.span.end))
        armed = (OUTSIDE_STATES,)
        known = [
            other
            for other in self.mentions.actors
            if other.span.end <= actor.span.start
            and not other.generic
            and other.name.casefold() not in bare
            and side_of(other.actor_id, other.kind) in armed
        ]
        return replace(known[-1], span=actor.span) if known else actor

    def resolve_named(self, actor: ActorMention) -> ActorMention:
        """A description beside a known group's name, as that group; every other actor itself."""
        return self._apposed(actor) or actor

    def _apposed(self, actor: ActorMention) -> ActorMention | None:
        """The known group that a description beside its name describes ("the X Army, a separatist group,")."""
        if actor.actor_id is not None or actor.kind not in ARMED:
            return None
        place = bisect_left(self._actor_starts, actor.span.start)
        beside = [*self.mentions.actors[max(0, place - 1) : place], *self.mentions.actors[place + 1 : place + 2]]
        known = [other for other in beside if other.actor_id is not None and other.kind in ARMED]
        return next((other for other in known if self._stands_beside(actor, other)), None)

    def _stands_beside(self, actor: ActorMention, other: ActorMention) -> bool:
        """True where nothing, or a comma, an article and words that describe, part two mentions."""
        first, second = sorted((actor.span, other.span))
        tokens = tokenize(self.clean.text, first.end, second.start)
        gap = [token.lower for token in tokens if token.lower not in QUOTES]
        grammar = trigger_words(self.clean.language).grammar
        articles = grammar["articles"] | grammar["determiners_definite"]
        described = all(word.isalpha() for word in gap[APPOSITION:]) and len(gap) <= APPOSITION + DESCRIBING
        return not gap or (len(gap) >= APPOSITION and gap[0] == "," and gap[1] in articles and described)

    def joined_before(self, actor: ActorMention) -> ActorMention | None:
        """The actor joined to another by "and" directly before it; None where none is."""
        before = [other for other in self.mentions.actors if other.span.end <= actor.span.start]
        if not before:
            return None
        gap = [token.lower for token in tokenize(self.clean.text, before[-1].span.end, actor.span.start)]
        joints = trigger_words(self.clean.language).grammar["joints"]
        return before[-1] if len(gap) == 1 and gap[0] in joints else None

    def joined_after(self, actor: ActorMention) -> ActorMention | None:
        """The actor joined to another by "and" directly after it, where the list ends there; None where none is.

        "Ostra blamed the Front and Valdor closed its border" joins two clauses, not two names.
        """
        beside = self._joined_after(actor, "joints")
        if beside is None:
            return None
        end = min(len(self.clean.text), beside.span.end + LOOK_BACK)
        following = next(iter(tokenize(self.clean.text, beside.span.end, end)), None)
        list_ends = trigger_words(self.clean.language).grammar["list_ends"]
        if following is None or following.lower in list_ends:
            return beside
        return None if following.lower[0].isalpha() or following.lower == "," else beside

    def _joined_after(self, actor: ActorMention, joints: str) -> ActorMention | None:
        """The actor that only words of one list part from the one before it; None where another word stands there."""
        after = next((other for other in self.mentions.actors if other.span.start >= actor.span.end), None)
        if after is None:
            return None
        gap = self.words_between(actor.span.end, after.span.start)
        return after if gap and gap <= trigger_words(self.clean.language).grammar[joints] else None

    def names_party(self, span: Span) -> bool:
        """True where a place's name is part of a party's ("the Pentagon"), unless the party is a state."""
        return any(actor.span.overlaps(span) and actor.kind != "state" for actor in self.mentions.actors)

    def header_of(self, index: int) -> Span | None:
        """The short line that heads a sentence's paragraph and tells no deed ("Friday 19 April, Arauca.")."""
        paragraph = self.clean.sentences[index].paragraph
        first = next(k for k, sentence in enumerate(self.clean.sentences) if sentence.paragraph == paragraph)
        span = self.sentence_span(first)
        short = len(span.of(self.clean.text).split()) <= HEADER_WORDS
        quiet = not any(trigger.sentence == first for trigger in self.mentions.triggers)
        return span if first < index and short and quiet else None

    @cached_property
    def _entries(self) -> Sequence[int | None]:
        """For each sentence the item of a list it stands in; None before the first and behind the last one's paragraph.

        An item opens with a sign of its own, which is furniture without a letter.
        """
        found: list[int | None] = []
        item, paragraph = None, -1
        for index, sentence in enumerate(self.clean.sentences):
            if sentence.furniture and not any(sign.isalpha() for sign in sentence.span.of(self.clean.text)):
                item, paragraph = index, sentence.paragraph
            found.append(None if sentence.heading else item)
        behind = [sentence.paragraph != paragraph for sentence in self.clean.sentences]
        return [None if one == item and after else one for one, after in zip(found, behind, strict=True)]

    def entry_of(self, index: int) -> int | None:
        """The item of a list that a sentence stands in; None for what stands in none."""
        return self._entries[index]

    def is_source(self, span: Span) -> bool:
        """True for a place that is part of a speaker's name."""
        spans = (said.source.span for said in self.mentions.attributions if said.source is not None)
        return any(source is not None and source.overlaps(span) for source in spans)

    def is_struck(self, trigger: Trigger, weapon: Span) -> bool:
        """True for a weapon that a verb is done to and not done with ("destroyed two launchers", "tanks were hit").

        A bomb that somebody drives somewhere is done with.
        """
        if trigger.noun or trigger.doing is not Doing.ATTACK:
            return False
        grammar = trigger_words(self.clean.language).grammar
        if trigger.span.of(self.clean.text).casefold() in grammar["steers"]:
            return False
        if weapon.start >= trigger.span.end:
            return not self.words_between(trigger.span.end, weapon.start) & grammar["means"]
        before = self.word_before(trigger.span)
        return before is not None and before.of(self.clean.text).casefold() in grammar["be"]

    def is_furniture(self, span: Span) -> bool:
        """True for what stands in a promo line or a caption."""
        return self.clean.sentences[self.sentence_at(span.start)].furniture

    def is_dateline(self, span: Span) -> bool:
        """True for a place that opens a sentence of the lead and is set off by a dash, a colon or a bracket."""
        index = self.sentence_at(span.start)
        start = self.sentence_span(index).start
        opens = span.start - start <= DATELINE_START or self.clean.text[start : span.start].isupper()
        after = self.clean.text[span.end : span.end + DATELINE]
        return opens and index < lead_end(self) and any(mark in after for mark in DATELINE_MARKS)

    def is_day_of_writing(self, span: Span) -> bool:
        """True for a time in a dateline, between its place and its mark ("KESH, Tuesday — Rockets hit")."""
        sentence = self.sentence_span(self.sentence_at(span.start))
        after = self.clean.text[span.end : span.end + LONGEST_MARK]
        if not any(after.startswith(mark) for mark in DATELINE_MARKS):
            return False
        return any(
            sentence.contains(place.span)
            and self.clean.text[place.span.end : span.start] == PART_OF
            and self.is_dateline(place.span)
            for place in self.mentions.places
        )

    def _is_past(self, said: Attribution, span: Span) -> bool:
        """True where a saying in a relative clause has ended before a span ("X, which denies it, struck …")."""
        if said.cue is None or said.cue.span.end > span.start:
            return False
        before = self.word_before(said.cue.span)
        relatives = trigger_words(self.clean.language).grammar["relatives"]
        if before is None or before.of(self.clean.text).casefold() not in relatives:
            return False
        return any(token.lower == "," for token in tokenize(self.clean.text, said.cue.span.end, span.start))

    def fullest_name(self, actor: ActorMention) -> str:
        """The longest name the report gives the same actor; its own where the codebook does not know it.

        Of "Hamas gunmen" that is the group's: who of it acted is told by the words the claim stands on.
        A force known by its state alone ("American forces") keeps its wording: another such wording is another force.
        """
        if actor.actor_id is None or (actor.actor_id.startswith("state:") and actor.kind != "state"):
            return actor.name
        same = [
            other.own or other.name
            for other in self.mentions.actors
            if other.actor_id == actor.actor_id and other.kind == actor.kind
        ]
        return max([actor.own or actor.name, *same], key=len)


def lead_end(page: Page) -> int:
    """The index of the first sentence after the title and the lead."""
    seen = 0
    for index, sentence in enumerate(page.clean.sentences):
        if sentence.heading or sentence.furniture:
            continue
        seen += 1
        if seen == LEAD_SENTENCES:
            return index + 1
    return len(page.clean.sentences)


def best_named(actors: Sequence[ActorMention]) -> ActorMention | None:
    """Of several mentions the one that names best: known to the codebook, else by a proper name, else the first."""
    return min(actors, key=lambda actor: (actor.actor_id is None, actor.name == actor.name.casefold()), default=None)
