"""The mentions of a text and one trigger word in, the spans that play a part in it out: agent and patient."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.codebook.means import is_stoppable
from reportedly.languages.phrases import Token
from reportedly.languages.triggers import TriggerWords
from reportedly.records.mentions import Understanding
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing
from reportedly.understanding.triggers.readings import Reading, Voice
from reportedly.understanding.triggers.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Player:
    """A mention that can take part: ``doer`` where it can act, ``weapon`` where it is a means.

    ``flies``: a weapon that can be stopped on its way or before it goes off; ``place``: a town, a region, a site;
    ``ship``: a ship or boat of trade; ``person``: somebody by name.
    """

    span: Span
    doer: bool
    weapon: bool = False
    flies: bool = False
    place: bool = False
    ship: bool = False
    person: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """Every player of a text, by place."""

    players: tuple[Player, ...]
    starts: tuple[int, ...]

    def between(self, start: int, end: int) -> Sequence[Player]:
        """The players that lie wholly in ``start:end``."""
        low = bisect_left(self.starts, start)
        high = bisect_right(self.starts, end)
        return [player for player in self.players[low:high] if player.span.end <= end]


SHIP = "ship"
"""The kind of thing that ships are."""


def cast_of(mentions: Understanding) -> Cast:
    """The players of a text; where mentions overlap the longer stands, then actors before people before things."""
    ranked = [Player(actor.span, doer=True) for actor in mentions.actors]
    ranked += [Player(person.span, doer=True) for person in mentions.people]
    ranked += [Player(person.span, doer=False, person=True) for person in mentions.persons]
    ranked += [Player(w.span, doer=False, weapon=True, flies=is_stoppable(w.code)) for w in mentions.weapons]
    ranked += [Player(thing.span, doer=False, ship=thing.kind == SHIP) for thing in mentions.things]
    ranked += [Player(place.span, doer=False, place=True) for place in mentions.places]
    taken: list[Player] = []
    starts: list[int] = []
    for player in sorted(ranked, key=lambda one: -(one.span.end - one.span.start)):
        at = bisect_left(starts, player.span.end)
        if at == 0 or taken[at - 1].span.end <= player.span.start:
            taken.insert(at, player)
            starts.insert(at, player.span.start)
    return Cast(tuple(taken), tuple(starts))


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence to look for roles in."""

    tokens: Sequence[Token]
    stretch: Stretch
    words: TriggerWords
    cast: Cast

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """The characters of ``tokens[start:end]``; an empty range lies at its own start."""
        if start >= end:
            at = self.tokens[min(start, len(self.tokens) - 1)].start
            return at, at
        return self.tokens[start].start, self.tokens[end - 1].end


REACH_LEFT = 14
"""How many tokens before a verb its subject is looked for; news puts titles and clauses between."""
REACH_RIGHT = 9
"""How many tokens after a trigger its object is looked for."""


def _asides_skipped(scene: Scene, floor: int, end: int) -> list[tuple[int, int]]:
    """Token ranges left of a verb that may hold its subject: relative clauses between commas are cut out."""
    ranges: list[tuple[int, int]] = []
    start = floor
    place = floor
    while place < end:
        opens = scene.tokens[place].lower == "," and place + 1 < end
        if opens and scene.tokens[place + 1].lower in scene.words.grammar["relatives"]:
            close = next((k for k in range(place + 1, end) if scene.tokens[k].lower == ","), None)
            if close is not None:
                ranges.append((start, place))
                start = place = close + 1
                continue
        if scene.tokens[place].lower in scene.words.grammar["clause_ends"]:
            start = place + 1
        place += 1
    ranges.append((start, end))
    return ranges


def _clause_start(scene: Scene, floor: int, at: int) -> int:
    """Where the clause of a verb begins: after its opening word, and after a verb of saying unless "it" goes on."""
    grammar = scene.words.grammar
    for place in range(at - 1, floor - 1, -1):
        word = scene.tokens[place].lower
        if word in grammar["clause_openers"] and place + 1 < at:
            return place + 1
        if word in grammar["speech"] and place + 1 < at:
            between = {token.lower for token in scene.tokens[place + 1 : at]}
            own = grammar["subject_pronouns"] | grammar["possessive_pronouns"]
            return floor if between & own else place + 1
    return floor


def _before_aside(scene: Scene, floor: int, at: int) -> int:
    """Where a subject must end: before the words between commas that stand directly in front of its verb."""
    place = at
    while place > floor and (
        scene.tokens[place - 1].lower in scene.words.grammar["adverbs"]
        or scene.tokens[place - 1].lower in scene.words.grammar["have"]
    ):
        place -= 1
    if place - 1 <= floor or scene.tokens[place - 1].lower != ",":
        return at
    opening = next((k for k in range(place - 2, floor, -1) if scene.tokens[k].lower == ","), None)
    named = opening is not None and any(p.doer or p.person for p in scene.cast.between(*scene.chars(floor, opening)))
    return opening if opening is not None and named else at


def _left(scene: Scene, at: int, *, doers: bool) -> Span | None:
    """The nearest player before ``tokens[at]`` that can be its subject."""
    bound = scene.stretch.start if scene.stretch.aside and not scene.stretch.relative else 0
    floor = max(bound, at - REACH_LEFT)
    floor = max(floor, _clause_start(scene, floor, at))
    at = _before_aside(scene, floor, at)
    for start, end in reversed(_asides_skipped(scene, floor, at)):
        players = [p for p in scene.cast.between(*scene.chars(start, end)) if not p.weapon and (p.doer or not doers)]
        while len(players) > 1 and players[-1].place and _is_in(scene, players[-1].span):
            players.pop()
        if doers and players and _is_elsewhere(scene, players[-1].span, at):
            return None
        if players:
            other = doers and (_weapon_acts(scene, players[-1].span, at) or _person_acts(scene, players[-1].span, at))
            return None if other else players[-1].span
    return None


def _person_acts(scene: Scene, doer: Span, at: int) -> bool:
    """True where somebody by name and a relative stand right before a verb ("police shot Vell, who had stabbed …")."""
    persons = [one for one in scene.cast.between(doer.end, scene.tokens[at - 1].end) if one.person]
    if not persons:
        return False
    words = [token.lower for token in scene.tokens[:at] if token.start >= persons[-1].span.end]
    return any(word in scene.words.grammar["relatives"] for word in words)


def _is_elsewhere(scene: Scene, span: Span, at: int) -> bool:
    """True for one before a verb who is not its subject: "those who ordered" are others, and an owner is no doer."""
    between = [token.lower for token in scene.tokens[:at] if token.start >= span.end]
    grammar = scene.words.grammar
    if (between and between[0] in grammar["possessive"]) or grammar["unknown"] & set(between):
        return True
    return any(one in grammar["others"] and two in grammar["relatives"] for one, two in pairwise(between))


def _weapon_acts(scene: Scene, doer: Span, at: int) -> bool:
    """True where a weapon stands as subject between a doer's clause and a verb ("…, and a bomb killed eight")."""
    nearest = scene.cast.between(doer.end, scene.tokens[at - 1].end)
    if not nearest or not nearest[-1].weapon or nearest[-1].span.end != scene.tokens[at - 1].end:
        return False
    between = (token.lower for token in scene.tokens if doer.end <= token.start < nearest[-1].span.start)
    return any(word in scene.words.grammar["joints"] for word in between)


def _is_in(scene: Scene, span: Span) -> bool:
    """True for a place that only says where the thing before it is ("a post in Maiduguri was attacked")."""
    before = [token.lower for token in scene.tokens if token.end <= span.start]
    return bool(before) and before[-1] in scene.words.grammar["locatives"]


def _right(scene: Scene, at: int, *, doers: bool = False) -> Span | None:
    """The nearest player after ``tokens[at - 1]`` in the stretch, before the next clause; None where a pronoun is."""
    if at < scene.stretch.end and _is_pronoun(scene, scene.tokens[at].lower):
        return None
    end = min(scene.stretch.end, at + REACH_RIGHT)
    for place in range(at, end):
        if scene.tokens[place].lower in scene.words.grammar["clause_ends"]:
            end = place
            break
    players = [p for p in scene.cast.between(*scene.chars(at, end)) if not p.weapon and (p.doer or not doers)]
    return next((p.span for p in players if not _is_from(scene, at, p.span)), None)


def _is_pronoun(scene: Scene, word: str) -> bool:
    """True for a word that stands for somebody told before ("fired at them"); "her" may open a name for another."""
    grammar = scene.words.grammar
    return word in grammar["somebody"] and word not in grammar["possessive_pronouns"] | grammar["others"]


def _is_from(scene: Scene, at: int, span: Span) -> bool:
    """True for a mention that something came from ("fired from Lebanon")."""
    before = [token.lower for token in scene.tokens[max(0, at - 1) :] if token.end <= span.start]
    return any(word in scene.words.grammar["origins"] for word in before[-2:])


def _by_phrase(scene: Scene, at: int) -> Span | None:
    """The doer in a "by" phrase after ``tokens[at - 1]``."""
    for place in range(at, min(scene.stretch.end, at + REACH_RIGHT)):
        word = scene.tokens[place].lower
        if any(word in scene.words.grammar[kind] for kind in ("be", "have", "speech")):
            return None
        if scene.tokens[place].lower in scene.words.grammar["by"]:
            if place > at and scene.tokens[place - 1].lower in scene.words.grammar["bind_by"]:
                continue
            ahead = {token.lower for token in scene.tokens[place + 1 : place + 3]}
            if ahead & scene.words.grammar["not_agents"]:
                continue
            start, end = scene.chars(place + 1, min(scene.stretch.end, place + 1 + REACH_RIGHT))
            players = list(scene.cast.between(start, end))
            if players and not players[0].doer:
                return None
            return players[0].span if players and not _opens_clause(scene, place + 1, players[0].span) else None
    return None


def _opens_clause(scene: Scene, start: int, span: Span) -> bool:
    """True where a relative word stands between ``tokens[start]`` and a span ("by what the ministry called")."""
    between = (token for token in scene.tokens[start:] if token.start < span.start)
    return any(token.lower in scene.words.grammar["relatives_open"] for token in between)


def is_executed(scene: Scene, reading: Reading) -> bool:
    """True where a noun trigger is the object of a verb that carries it out ("ordered strikes")."""
    if reading.voice is not Voice.NOUN:
        return False
    place = reading.lead
    while place > scene.stretch.start and _bundles(scene, scene.tokens[place - 1].lower):
        place -= 1
    floor = max(scene.stretch.start, min(place - 1, reading.lead - 3))
    return any(scene.tokens[k].lower in scene.words.grammar["executes"] for k in range(floor, reading.lead))


def _bundles(scene: Scene, word: str) -> bool:
    """True for a word between a verb and its noun that only counts or sizes ("a wave of more than 100")."""
    return word in scene.words.grammar["bundled"] or word[0].isdigit()


def _owner(scene: Scene, lead: int) -> Span | None:
    """The doer directly before a noun trigger ("Israel's bombardment", "US strikes")."""
    place = lead
    while place > scene.stretch.start and (
        scene.tokens[place - 1].lower in scene.words.grammar["possessive"]
        or scene.tokens[place - 1].lower in scene.words.grammar["adverbs"]
    ):
        place -= 1
    if place == 0:
        return None
    end = scene.tokens[place - 1].end
    near = scene.cast.between(scene.tokens[max(0, place - REACH_RIGHT)].start, end)
    return near[-1].span if near and near[-1].doer and near[-1].span.end == end else None


@dataclass(frozen=True, slots=True)
class Parts:
    """Who acts and who suffers, as far as the neighbours of one trigger word tell."""

    agent: Span | None = None
    patient: Span | None = None


def parts_of(scene: Scene, reading: Reading) -> Parts:
    """Agent and patient of one trigger word by its voice; what happened has neither."""
    if reading.doing is Doing.HAPPEN:
        return Parts()
    if reading.voice is Voice.NOUN:
        return _noun_parts(scene, reading)
    if reading.voice is Voice.PASSIVE:
        return Parts(_by_phrase(scene, reading.end), _left(scene, reading.lead, doers=False))
    if reading.intransitive:
        return Parts(None, _left(scene, reading.lead, doers=False))
    if reading.doing is Doing.BURST:
        return Parts(None, _set_at(scene, _right(scene, reading.end)))
    return Parts(_left(scene, reading.lead, doers=True), _right(scene, reading.end))


def _set_at(scene: Scene, span: Span | None) -> Span | None:
    """A mention, where a word of place sets what burst at it ("exploded at a bus terminal")."""
    if span is None:
        return None
    before = [token.lower for token in scene.tokens if token.end <= span.start]
    return span if any(word in scene.words.grammar["onto"] for word in before[-3:]) else None


def _noun_parts(scene: Scene, reading: Reading) -> Parts:
    agent = _by_phrase(scene, reading.end) or _owner(scene, reading.lead)
    if agent is None and is_executed(scene, reading):
        agent = _left(scene, reading.lead, doers=True)
    after = scene.tokens[reading.end].lower if reading.end < len(scene.tokens) else ""
    patient = None
    gerund = after in scene.words.grammar["articles"] or after in scene.words.grammar["determiners_definite"]
    if gerund or (after in scene.words.grammar["onto"] and after not in scene.words.grammar["by"]):
        patient = _right(scene, reading.end)
    return Parts(agent, patient if patient != agent else None)
