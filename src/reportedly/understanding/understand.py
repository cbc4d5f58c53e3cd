"""A clean text in, every mention of it out, layer by layer: by rules, and by the learned tagger where it beats them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.codebook.book import Codebook
from reportedly.gazetteer.load import Gazetteer
from reportedly.records.mentions import ActorMention, Attribution, Toll, Understanding
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.vocabulary import SourceKind
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
    actors = find_actors(clean, codebook)
    attributions = of_known_kind(find_attributions(clean, tags.get("attribution", ())), actors)
    found = Understanding(
        attributions=attributions,
        places=find_places(clean, gazetteer),
        times=find_times(clean),
        figures=figures,
        tolls=without_speakers(find_tolls(clean, figures, persons), attributions),
        weapons=find_weapons(clean, figures),
        actors=actors,
        people=people,
        persons=persons,
        things=find_things(clean, codebook),
        hits=_hits(clean, tags.get("roles", ())),
    )
    found = replace(found, frame=find_frame(clean, found))
    found = replace(found, triggers=find_triggers(clean, found))
    found = replace(found, blame=find_blame(clean, found))
    return replace(found, statements=find_statements(clean, found))


def learned(clean: CleanText) -> Mapping[str, Sequence[Tag]]:
    """What the tagger tells of a text, by head; nothing of one that holds no word of a deed, which it does not read."""
    return tagger().tags(clean.text) if may_tell(clean) else {}


TARGET, SURE = "Target", 0.5
"""The tagger's one role that is taken over, and how sure it must be: of the steps tried (0, 0.5, 0.7), the last that
loses none of the reports' targets. Its perpetrators are left out, as blame rests on words of blame; its victims, as a
third of those it is sure of are the accused; its weapons, as they have no code and parted reports of one incident."""


def _hits(clean: CleanText, tags: Sequence[Tag]) -> tuple[Span, ...]:
    """What the tagger holds for hit, outside furniture."""
    furniture = [sentence.span for sentence in clean.sentences if sentence.furniture]
    spans = [Span(tag.start, tag.end) for tag in tags if tag.role == TARGET and tag.surety >= SURE]
    return tuple(span for span in spans if not any(span.overlaps(one) for one in furniture))


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


OPENING = 4
"""At most so many characters, those of an article, may stand before the name of a speaker whom the codebook knows."""
KNOWN_KINDS = {
    "armed_group": SourceKind.ARMED_GROUP,
    "criminal_group": SourceKind.ARMED_GROUP,
    "police": SourceKind.POLICE,
    "organisation": SourceKind.OFFICIAL,
}
"""The kind of speaker that an actor of the codebook is."""


def of_known_kind(attributions: Sequence[Attribution], actors: Sequence[ActorMention]) -> tuple[Attribution, ...]:
    """The attributions, a speaker whom the codebook knows under the codebook's kind: the Arakan Army is no state's."""
    known = {one.span.end: one for one in actors if one.actor_id is not None and one.kind in KNOWN_KINDS}
    return tuple(_of_known_kind(said, known) for said in attributions)


def _of_known_kind(said: Attribution, known: Mapping[int, ActorMention]) -> Attribution:
    if said.source is None or said.source.span is None or said.source.kind is SourceKind.WITNESS:
        return said
    actor = known.get(said.source.span.end)
    if actor is None or not 0 <= actor.span.start - said.source.span.start <= OPENING:
        return said
    kind = KNOWN_KINDS[actor.kind]
    told = kind is SourceKind.OFFICIAL and said.source.kind is not SourceKind.OTHER  # the Red Cross tells as medics do
    return said if told else replace(said, source=replace(said.source, kind=kind))


def _place(toll: Toll) -> int:
    return toll.group_span.start if toll.group_span is not None else toll.span.start
