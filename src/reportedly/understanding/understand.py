"""A clean text in, every mention of it out, layer by layer: by rules, and by the learned tagger where it beats them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.codebook.book import Codebook
from reportedly.gazetteer.load import Gazetteer
from reportedly.records.mentions import Attribution, Role, RoleMention, Toll, Understanding
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.understanding.actors import find_actors, find_people, find_things
from reportedly.understanding.blame import find_blame
from reportedly.understanding.frames import find_frame
from reportedly.understanding.numbers import find_figures
from reportedly.understanding.persons import find_persons
from reportedly.understanding.places import find_places
from reportedly.understanding.speech import find_attributions
from reportedly.understanding.statements import find_statements
from reportedly.understanding.tagger import Tag, tagger
from reportedly.understanding.times import find_times
from reportedly.understanding.tolls import find_tolls
from reportedly.understanding.triggers import find_triggers, may_tell
from reportedly.understanding.weapons import find_weapons


def understand(clean: CleanText, *, codebook: Codebook, gazetteer: Gazetteer) -> Understanding:
    """Every mention of a text."""
    figures = find_figures(clean)
    people = find_people(clean, codebook)
    persons = find_persons(clean, people, codebook)
    tags = learned(clean)
    attributions = find_attributions(clean, tags.get("attribution", ()))
    found = Understanding(
        attributions=attributions,
        places=find_places(clean, gazetteer),
        times=find_times(clean),
        figures=figures,
        tolls=without_speakers(find_tolls(clean, figures, persons), attributions),
        weapons=find_weapons(clean, figures),
        actors=find_actors(clean, codebook),
        people=people,
        persons=persons,
        things=find_things(clean, codebook),
        roles=_roles(clean, tags.get("roles", ())),
    )
    found = replace(found, frame=find_frame(clean, found))
    found = replace(found, triggers=find_triggers(clean, found))
    found = replace(found, blame=find_blame(clean, found))
    return replace(found, statements=find_statements(clean, found))


def learned(clean: CleanText) -> Mapping[str, Sequence[Tag]]:
    """What the tagger tells of a text, by head; nothing of one that holds no word of a deed, which it does not read."""
    return tagger().tags(clean.text) if may_tell(clean) else {}


ROLES = {"Target": (Role.TARGET, 0.5), "Victim": (Role.VICTIM, 0.7)}
"""The tagger's roles that are taken over, and how sure it must be: most of its victims are people by name, so surer.
Of the steps tried (0, 0.5, 0.7), those that lose none of the reports' targets. Whom it takes for a perpetrator is left
out: blame rests on words of blame. Its weapons too: they have no code, and parted reports of one incident."""


def _roles(clean: CleanText, tags: Sequence[Tag]) -> tuple[RoleMention, ...]:
    """What the tagger holds for hit or hurt, outside furniture."""
    furniture = [sentence.span for sentence in clean.sentences if sentence.furniture]
    found: list[RoleMention] = []
    for tag in tags:
        role, least = ROLES.get(tag.role, (None, 1.0))
        span = Span(tag.start, tag.end)
        if role is not None and tag.surety >= least and not any(span.overlaps(one) for one in furniture):
            found.append(RoleMention(span, role))
    return tuple(found)


def without_speakers(tolls: Sequence[Toll], attributions: Sequence[Attribution]) -> tuple[Toll, ...]:
    """The tolls without those read off a speaker who follows a toll ("killing two soldiers, an official said")."""
    speakers = [said.source.span for said in attributions if said.source is not None and said.source.span is not None]
    first: dict[Span, Toll] = {}
    for toll in tolls:
        known = first.get(toll.span)
        if known is None or _place(toll) < _place(known):
            first[toll.span] = toll
    return tuple(
        toll
        for toll in tolls
        if toll.group_span is None
        or _place(first[toll.span]) == _place(toll)
        or not any(span.overlaps(toll.group_span) for span in speakers)
    )


def _place(toll: Toll) -> int:
    return toll.group_span.start if toll.group_span is not None else toll.span.start
