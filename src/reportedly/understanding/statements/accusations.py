"""A sentence in, its accusations out: one side says of another what it does, backs or has a hand in."""

from collections.abc import Iterator

from reportedly.records.mentions import ActorMention, Source
from reportedly.records.spans import Span
from reportedly.records.statements import Statement
from reportedly.records.triggers import Doing
from reportedly.records.values import Value
from reportedly.records.vocabulary import ClaimField, SourceKind
from reportedly.understanding.statements.clauses import NEAR, Clause, Line

FAR = 12
"""Within this many tokens before a verb its subject may stand, an aside included ("Iran, he said, arms the rebels")."""
ARMED_GROUP = "armed_group"
"""The codebook's kind of a group under arms that is no state's."""
_ENTITLED = frozenset({SourceKind.OFFICIAL, SourceKind.MILITARY, SourceKind.POLICE})


def accusations(line: Line) -> list[Statement]:
    """What a sentence says that one side accuses another of; which of it is an incident's own, coding knows."""
    found: dict[tuple[int, int], Statement] = {}
    for clause, value, who in (*_outright(line), *_said(line), *_runs(line)):
        overlapping = any(start < clause.end and clause.start < end for start, end in found)
        if not overlapping:
            found[clause.start, clause.end] = Statement(ClaimField.ACCUSATION, clause.span, value, who)
    return list(found.values())


_Charge = tuple[Clause, dict[str, Value], Span | None]


def _outright(line: Line) -> Iterator[_Charge]:
    """Words that say somebody accuses ("accused X of Y", "blames X for Y", "holds X responsible for Y")."""
    for name, link_name in _LINKS:
        for start, end in line.find(name):
            clause = line.clause(start, end)
            passive = bool(line.find("clauses.being", max(0, start - 2), start))
            found = _passive(line, start, end, link_name) if passive else _active(line, clause, end, link_name)
            if found is not None and found[1] < clause.end:
                (span, who), link = found
                by = None if passive else _speaker(line, start, end)
                yield clause, {"who": who, "of": line.words(link, clause.end), "by": by}, span


_Party = tuple[Span, str]


def _passive(line: Line, start: int, end: int, link_name: str) -> tuple[_Party, int] | None:
    """Who was accused, and where the deed begins ("the group was blamed for …")."""
    link = next(iter(line.find(link_name, end, end + 2)), None)
    actor = _before(line, start, reach=NEAR + 2)
    party = (actor.span, actor.name) if actor is not None else _pointed(line, start)
    return (party, link[1]) if link is not None and party is not None else None


def _active(line: Line, clause: Clause, end: int, link_name: str) -> tuple[_Party, int] | None:
    """Who is accused, and where the deed begins ("accused members of the guard of …": the last link of the name)."""
    first = next(iter(line.find(link_name, end, min(clause.end, end + NEAR))), None)
    actor = _between(line, end, min(clause.end, end + NEAR + 2))
    if actor is not None:
        after = line.after(actor.span)
        link = next(iter(line.find(link_name, after, min(clause.end, after + NEAR))), None)
        if link is not None:
            return (actor.span, actor.name), link[1]
    if first is None:
        return None
    if first[0] == end:
        relative = line.find("clauses.relative", max(0, end - NEAR // 2 - 1), end)
        actor = _before(line, relative[0][0], reach=NEAR) if relative else None
        return ((actor.span, actor.name), first[1]) if actor is not None else None
    party = _words(line, end, first[0])
    return (party, first[1]) if party is not None else None


_LINKS: tuple[tuple[str, str], ...] = (
    ("accusation.accuses", "accusation.of"),
    ("accusation.blames", "accusation.for"),
    ("accusation.holds", "accusation.responsible"),
)
"""Lists of words that accuse, each with the list of what links the accused to the deed."""


def _pointed(line: Line, start: int) -> _Party | None:
    """A subject that only points back ("the group was blamed for …"), with its article."""
    hits = line.find("denial.groups", max(0, start - NEAR), start)
    if not hits:
        return None
    low, end = max(0, hits[-1][0] - 1), hits[-1][1]
    return line.span(low, end), line.words(low, end)


def _words(line: Line, start: int, end: int) -> _Party | None:
    """The accused where no actor is named: a place that stands for its state, else a few words ("the official")."""
    if not 0 < end - start <= NEAR // 2 + 1:
        return None
    places = line.desk.places.inside(line.span(start, end))
    if places:
        return places[0].span, places[0].where.name
    words = line.words(start, end)
    named = words[0].isupper() or bool(line.find("accusation.pointing", start, start + 1))
    return (line.span(start, end), words) if named else None


def _said(line: Line) -> Iterator[_Charge]:
    """What somebody says of another side: that it arms, hides, threatens, has a part in attacks."""
    for name, needs, reach in _SAID:
        for start, end in line.find(name):
            if needs is not None and not line.find(needs, end, end + NEAR - 1) and not _armed(line, name, end):
                continue
            clause = line.clause(start, end)
            source = _source(line, start, end)
            if source is None:
                continue
            who = _before(line, start, not_this=source.span, reach=reach)
            span, accused = (who.span, who.name) if who is not None else _state(line, start)
            if accused is not None and accused != source.name:
                value: dict[str, Value] = {"who": accused, "of": line.words(start, clause.end), "by": source.name}
                low = max(clause.start, line.at(span.start)) if span is not None else clause.start
                yield Clause(line, min(low, start), clause.end), value, span


def _armed(line: Line, name: str, end: int) -> bool:
    """True where a group is named right after a word for backing one."""
    stop = min(len(line.tokens), end + NEAR // 2)
    if name != "accusation.backs" or stop <= end:
        return False
    return any(actor.kind == ARMED_GROUP for actor in line.desk.actors.inside(line.span(end, stop)))


def _source(line: Line, start: int, end: int) -> Source | None:
    """Who says the words: the speaker of an attribution around them, else the one its sentence names, if only one."""
    said = line.desk.said_at(line.span(start, end))
    if said is not None:
        return said.source
    whole = line.span(0, len(line.tokens))
    here = [one.source for one in line.desk.mentions.attributions if one.source and whole.contains(one.content)]
    return here[0] if len(here) == 1 else None


def _state(line: Line, start: int) -> tuple[Span | None, str | None]:
    """The state whose name stands right before a place of a sentence, as a place or a possessive."""
    places = line.desk.places.inside(line.span(max(0, start - 3), start)) if start else []
    return (places[-1].span, places[-1].where.name) if places else (None, None)


_SAID: tuple[tuple[str, str | None, int], ...] = (
    ("accusation.backs", "accusation.proxies", FAR),
    ("accusation.part", "accusation.doings", NEAR // 2),
    ("accusation.guilt", None, FAR),
    ("accusation.menaces", "accusation.goods", NEAR // 2),
)
"""Lists of what is said of another side: what must follow, and how near before it the side must be named."""


def _runs(line: Line) -> Iterator[_Charge]:
    """Attacks, more than one and named as such, that an official lays to a group by name."""
    for trigger in line.desk.triggers.inside(line.span(0, len(line.tokens))):
        if not (trigger.noun and trigger.plural and trigger.doing is Doing.ATTACK) or trigger.agent is None:
            continue
        start, end = line.at(trigger.span.start), line.after(trigger.span)
        said = line.desk.said_at(trigger.span)
        source = said.source if said is not None else None
        agent = next(iter(line.desk.actors.inside(trigger.agent)), None)
        if source is None or source.kind not in _ENTITLED or agent is None or agent.actor_id is None:
            continue
        if source.span is not None and source.span.overlaps(agent.span):
            continue
        clause = line.clause(start, end)
        if agent.span.start > trigger.span.end and clause.span.contains(agent.span):
            clause = Clause(line, start, clause.end)
            yield clause, {"who": agent.name, "of": clause.text, "by": source.name}, agent.span


def _between(line: Line, start: int, end: int) -> ActorMention | None:
    """The first actor named in ``tokens[start:end]``."""
    if start >= end:
        return None
    return next(iter(line.desk.actors.inside(line.span(start, end))), None)


def _before(line: Line, start: int, *, not_this: Span | None = None, reach: int = FAR) -> ActorMention | None:
    """The nearest actor before a place of a sentence."""
    low = max(0, start - reach)
    actors = line.desk.actors.inside(line.span(low, start)) if start > low else []
    actors = [one for one in actors if not_this is None or not one.span.overlaps(not_this)]
    return actors[-1] if actors else None


def _speaker(line: Line, start: int, end: int) -> str | None:
    """Who accuses: the actor right before the words, else the speaker whose cue they are, else an actor before them."""
    beside = _before(line, start, reach=NEAR // 2)
    if beside is not None:
        return beside.name
    cue = line.span(start, end)
    for said in line.desk.mentions.attributions:
        if said.cue is not None and said.source is not None and said.cue.span.overlaps(cue):
            return said.source.name
    actor = _before(line, start) if start else None
    near = actor is not None and start - line.after(actor.span) <= NEAR
    return actor.name if near and actor is not None else None
