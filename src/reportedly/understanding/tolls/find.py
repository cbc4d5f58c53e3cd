"""A clean text and its figures in, its tolls out: who was killed, injured or abducted, how many, in whose words."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reportedly.languages.tokens import Token, cut
from reportedly.languages.tolls import TollWords, toll_words
from reportedly.records.counts import Count
from reportedly.records.mentions import Figure, PersonMention, Toll
from reportedly.records.reports import CleanText, Sentence
from reportedly.records.spans import Span
from reportedly.understanding.tolls.doers import is_felled_doer, weak_are_attackers
from reportedly.understanding.tolls.groups import Group, groups_of
from reportedly.understanding.tolls.scene import Link, Scene
from reportedly.understanding.tolls.sentence import links_of
from reportedly.understanding.tolls.units import Unit, units_of
from reportedly.understanding.tolls.zeros import effects_of, zeros

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEAD = 600
"""Characters at the start that say whether the story is of a strike against fighters."""
_STILL_THIS_YEAR = 60
"""A year that ended at most so many days before publication is no history yet."""
_COMPARING_REACH = 25
"""Characters around a cue of history that hold its "since"."""
_LEAD_PARAGRAPH = 1
"""The title is paragraph 0 where one is known, and the lead then 1."""
_PERFECT_REACH = 8
"""Characters in front of a toll that hold its "have": "have killed four seafarers"."""
_TITLE_CASE = 0.8
"""The share of capitals among the longer words of a headline from which they make no names."""
_LONG_WORD = 4
_MOSTLY_UPPER = 0.6
"""A text with this share of upper-case letters, or with none, says nothing by its capitals."""

_RESTATED_REACH = 400
"""Characters in front of a figure given for "whatever was counted" that name the figure it is a rival of."""

_RESTATED = "restated"
_SAME_PEOPLE = {
    "killed": frozenset({"killed"}),
    "injured": frozenset({"injured", "harmed"}),
    "harmed": frozenset({"harmed", "injured", "killed"}),
    "abducted": frozenset({"abducted"}),
    "casualties": frozenset({"casualties"}),
}
"""The effects told before that make "the man" or "he" somebody counted already."""


@dataclass
class _Story:
    """What the text has told so far: effects, last names, the most people hurt at once, the effect of each figure.

    ``strike``: whether it is of a strike against fighters; ``captives``: whether it tells of captives.
    """

    clean: CleanText
    words: TollWords
    figures: dict[int, tuple[int, Count]]
    cased: bool
    strike: bool
    named: frozenset[int]
    captives: bool = False
    told: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    most: int = 0
    counted: dict[Count, str] = field(default_factory=dict)


def _is_cased(text: str) -> bool:
    letters = sum(map(str.isalpha, text[:1000]))
    upper = sum(map(str.isupper, text[:1000]))
    return bool(letters) and 0 < upper / letters < _MOSTLY_UPPER


def _is_title_case(text: str, tokens: Sequence[Token]) -> bool:
    """True for a headline that gives every weighty word a capital; its capitals make no names."""
    long = [start for word, start, _ in tokens if len(word) >= _LONG_WORD and word[0].isalpha()]
    return sum(text[start].isupper() for start in long) > _TITLE_CASE * len(long)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of history; ``one``: the telling of one incident follows ("the worst since October, when nine died")."""

    span: Span
    one: bool


def _history(story: _Story, sentence: Sentence) -> list[_Clause]:
    """The clauses of a sentence that tell of many incidents or of years gone by."""
    text = story.clean.text
    start, end = sentence.span.start, sentence.span.end
    lower = text[start:end].lower()
    opening = story.words.words["dating"] if sentence.paragraph <= _LEAD_PARAGRAPH else frozenset()
    days = tuple(story.words.words["one_day"])
    cues = [
        found.start()
        for found in story.words.cumulative_pattern.finditer(lower)
        if found[0] not in opening and not lower[found.end() :].lstrip(" ,").startswith(days)
    ]
    published = story.clean.published
    if published is not None:
        first = (published - dt.timedelta(days=_STILL_THIS_YEAR)).year
        cues += [match.start() for match in _YEAR.finditer(lower) if int(match[0]) < first]
    return [_clause(story, lower, cue, start=start) for cue in cues]


def _clause(story: _Story, lower: str, cue: int, *, start: int) -> _Clause:
    """The clause around a cue of history, from comma to comma, or to the "when" of one incident."""
    words = story.words.words
    begin, comma = lower.rfind(",", 0, cue) + 1, lower.find(",", cue)
    end = len(lower) if comma < 0 else comma
    near = lower[max(0, cue - _COMPARING_REACH) : cue + _COMPARING_REACH].split()
    if not words["comparing"].isdisjoint(near):
        end = min([end, *(at for word in words["one_incident"] if (at := lower.find(f" {word} ", cue)) >= 0)])
    one = end < len(lower) and lower[end:].lstrip(" ,").startswith(tuple(f"{word} " for word in words["one_incident"]))
    return _Clause(Span(start + begin, start + end), one)


def _with_history(story: _Story, sentence: Sentence, tolls: list[Toll]) -> list[Toll]:
    """The tolls of a sentence, those told with a clause of history marked; one that opens the sentence bears on all.

    The toll of one deed is none of many, however long ago it was.
    """
    clauses = _history(story, sentence) if tolls else []
    if not clauses:
        return tolls
    opening = any(
        clause.span.start == sentence.span.start
        and not clause.one
        and not any(clause.span.overlaps(toll.span) for toll in tolls)
        for clause in clauses
    )
    return [
        toll
        if _is_of_one_deed(story, sentence, toll)
        else replace(toll, cumulative=opening or any(clause.span.overlaps(toll.span) for clause in clauses))
        for toll in tolls
    ]


def _is_of_one_deed(story: _Story, sentence: Sentence, toll: Toll) -> bool:
    """As in "a truck bomb killed nine at the depot in 2019", "nine died in a raid last year"."""
    text, words = story.clean.text, story.words
    before = text[sentence.span.start : toll.span.start].lower()
    behind = text[toll.span.end : sentence.span.end].lower()
    return words.lone_before.search(before) is not None or words.lone_behind.match(behind) is not None


def _with_tally(story: _Story, tolls: list[Toll], before: Sentence | None, sentence: Sentence) -> list[Toll]:
    """The tolls, those that go on with a tally marked: "Since May 28 ships have been hit. Four seafarers have died"."""
    if not tolls or before is None or before.paragraph != sentence.paragraph:
        return tolls
    if not _has_perfect(story, before.span) or all(clause.one for clause in _history(story, before)):
        return tolls
    first = sentence.span.start
    return [
        replace(toll, cumulative=True)
        if _has_perfect(story, Span(max(first, toll.span.start - _PERFECT_REACH), toll.span.end))
        else toll
        for toll in tolls
    ]


def _has_perfect(story: _Story, stretch: Span) -> bool:
    return not story.words.words["perfect"].isdisjoint(_WORD.findall(stretch.of(story.clean.text).lower()))


def _scene(story: _Story, sentence: Sentence) -> Scene | None:
    """The sentence ready to be searched; None where no effect word can be in it."""
    text = story.clean.text
    if story.words.gate.isdisjoint(_WORD.findall(text[sentence.span.start : sentence.span.end].lower())):
        return None
    tokens = cut(text, sentence.span.start, sentence.span.end)
    telling = story.cased and not (sentence.heading and _is_title_case(text, tokens))
    units = units_of(text, tokens, figures=story.figures, words=story.words, cased=telling, named=story.named)
    by_end = groups_of(units, story.words)
    by_start = {group.start: group for group in by_end.values()}
    return Scene(
        text=text,
        units=units,
        by_end=by_end,
        by_start=by_start,
        words=story.words,
        surnames=frozenset(story.surnames),
        heading=sentence.heading,
        cased=story.cased,
        captives=story.captives,
    )


def _effect(units: list[Unit], link: Link, words: TollWords) -> str:
    """People taken to hospital or wounded together are injured; one such person may be the one who dies."""
    last = units[link.end - 1]
    if link.groups and link.groups[0].count.high == 0 and last.word in words.words["unharmed"]:
        return "harmed"
    taken = last.kind == "gap"
    return "injured" if taken and link.groups and link.groups[0].count != Count.exactly(1) else link.effect


def _phrase(units: list[Unit], link: Link) -> Span:
    """The whole phrase of a link: its effect word, its groups and its parts in front."""
    starts = [units[link.start].start, *[units[group.start].start for group in (*link.groups, *link.parts)]]
    ends = [units[link.end - 1].end, *[units[group.end - 1].end for group in link.groups]]
    return Span(min(starts), max(ends))


def _is_part(story: _Story, link: Link, group: Group) -> bool:
    """True for people counted already: "including four", "the man", "ten of them in critical condition"."""
    if group in link.parts:
        return True
    if group.count.high == 0:
        return False
    if group.partitive and link.effect in _SAME_PEOPLE["injured"] and (group.count.high or 0) < story.most:
        return True
    if link.state and (group.partitive or story.told & _SAME_PEOPLE["injured"]):
        return True
    return all(other.known for other in link.groups) and bool(story.told & _SAME_PEOPLE[link.effect])


def _restated(story: _Story, scene: Scene, link: Link) -> str | None:
    """The effect of the figure that stands last before a rival's one; None where none was counted lately."""
    at = scene.units[link.start].start
    for start in sorted((start for start in story.figures if at - _RESTATED_REACH < start < at), reverse=True):
        effect = story.counted.get(story.figures[start][1])
        if effect is not None:
            return effect
    return None


def _told(story: _Story, scene: Scene, link: Link) -> list[Toll]:
    """The tolls of one link; a figure given for whatever was counted before is a rival of that figure."""
    if link.effect != _RESTATED:
        return _tolls_of(story, scene, link)
    effect = _restated(story, scene, link)
    tolls = _tolls_of(story, scene, replace(link, effect=effect)) if effect is not None else []
    return [replace(toll, rival=True) for toll in tolls]


def _tolls_of(story: _Story, scene: Scene, link: Link) -> list[Toll]:
    """The tolls of one link: one for each group, two for nobody killed or injured."""
    units, phrase, found = scene.units, _phrase(scene.units, link), []
    weak = any(group.camp == "fighter" for group in (*link.groups, *link.parts))
    weak = weak and not story.strike and weak_are_attackers(scene, link)
    doer = link.doer or is_felled_doer(scene, link)
    for group in (*link.groups, *link.parts):
        part = _is_part(story, link, group)
        where = Span(*group.words) if group.words else None
        toll = Toll(
            span=Span(units[group.start].start, units[group.end - 1].end) if part else phrase,
            effect=link.effect,
            count=group.count,
            group=where.of(scene.text) if where else None,
            group_span=where,
            part=part,
            attackers=doer or group.camp == "attacker" or (group.camp == "fighter" and weak),
        )
        found += [replace(toll, effect=effect) for effect in effects_of(_effect(units, link, story.words), group.count)]
        story.counted[group.count] = link.effect
        if group.named and toll.group:
            story.surnames.add(toll.group.rsplit(maxsplit=1)[-1].lower())
        if link.effect in _SAME_PEOPLE["injured"]:
            story.most = max(story.most, group.count.low or 0)
    if any(group.count.high != 0 for group in (*link.groups, *link.parts)):
        story.told.add(link.effect)
    return found


def _once(tolls: list[Toll]) -> list[Toll]:
    """The tolls without a bare figure read twice ("brought the toll of the raid to seven dead")."""
    return [
        toll
        for place, toll in enumerate(tolls)
        if toll.group is not None
        or not any(
            (other.effect, other.count, other.group) == (toll.effect, toll.count, None)
            and other.span.overlaps(toll.span)
            for other in tolls[:place]
        )
    ]


def _told_of_harm(tolls: list[Toll]) -> list[Toll]:
    """People shot are injured where the text tells of nobody killed; else it may tell them among the dead."""
    if any(toll.effect == "killed" and toll.count.high != 0 for toll in tolls):
        return tolls
    return [
        replace(toll, effect="injured") if toll.effect == "harmed" and toll.group is not None else toll
        for toll in tolls
    ]


def _named(text: str, one: PersonMention) -> range:
    """Where the words of a person's name and titles stand; a name behind its role and a comma is counted with that."""
    titled = one.whole.start < one.span.start
    if titled and "," in text[one.whole.start : one.span.start]:
        return range(0)
    return range(one.whole.start if titled else one.span.start, one.span.end)


def find_tolls(
    clean: CleanText, figures: tuple[Figure, ...], persons: Sequence[PersonMention] = ()
) -> tuple[Toll, ...]:
    """Every figure of people killed, injured or abducted outside furniture, in text order.

    In a text in one case throughout, ``persons`` say which words are names.

    ``effect`` is also ``harmed`` (people shot, of whom the text does not say how many died; ``combine`` takes the dead
    off) and ``casualties`` (killed and wounded in one sum, left out by ``combine``). Tolls of one verb share ``span``.
    "No casualties" is two tolls of nobody; a count of 0 with a ``group`` bounds that group alone.
    """
    words = toll_words(clean.language)
    starts = {figure.span.start: (figure.span.end, figure.count) for figure in figures}
    lead = clean.text[:_LEAD].lower()
    strike = any(cue in lead for cue in words.strike)
    cased = _is_cased(clean.text)
    named = frozenset(at for one in persons for at in _named(clean.text, one))
    captives = not words.words["captivity"].isdisjoint(_WORD.findall(clean.text.lower()))
    story = _Story(clean, words, starts, cased, strike, named, captives)
    found: list[Toll] = []
    before: Sentence | None = None
    for sentence in clean.sentences:
        scene = None if sentence.furniture else _scene(story, sentence)
        last, before = before, sentence
        if scene is None:
            continue
        here = [toll for link in links_of(scene) for toll in _told(story, scene, link)]
        told = [*_with_tally(story, _with_history(story, sentence, _once(here)), last, sentence), *zeros(scene)]
        found += sorted(told, key=lambda toll: (toll.span.start, toll.span.end))
    return tuple(_told_of_harm(found))
