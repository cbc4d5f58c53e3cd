"""A sheet: sentences under headings, each with the claims it rests on, and the notes that are made of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from reportedly.desk.table import plain
from reportedly.desk.wording import wording
from reportedly.desk.words_for import chain_of, moment_words
from reportedly.records.claims import Claim
from reportedly.records.forms import range_value
from reportedly.records.incidents import IncidentFields
from reportedly.records.merged import Incident, ReportHead, ToldBy
from reportedly.records.moments import day_of
from reportedly.records.vocabulary import ClaimField

BASES = 12
"""Notes below one number: a reader may check a dozen by hand; how many more there are is said."""


@dataclass(frozen=True, slots=True)
class Note:
    """A claim's words, who says them to whom, and the address of the report where it has one."""

    quote: str
    said: str
    uri: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence and the claims it rests on; ``more``: how many it rests on beyond those."""

    text: str
    notes: tuple[Note, ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Sentences under a heading, below a drawing (SVG) where there is one."""

    heading: str
    sentences: tuple[Sentence, ...] = ()
    drawing: Markup | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page: ``lead`` says what it is about and from what."""

    title: str
    lead: str
    sections: tuple[Section, ...]


@dataclass(slots=True)
class Numbering:
    """The notes of a sheet in the order in which they are first needed; each has one number."""

    notes: list[Note] = field(default_factory=list)
    numbers: dict[Note, int] = field(default_factory=dict)

    def of(self, sentence: Sentence) -> tuple[int, ...]:
        """The numbers of a sentence's notes, from 1."""
        for note in sentence.notes:
            if note not in self.numbers:
                self.notes.append(note)
                self.numbers[note] = len(self.notes)
        return tuple(dict.fromkeys(self.numbers[note] for note in sentence.notes))


def note_of(claim: Claim, told: ToldBy | ReportHead | None) -> Note:
    """The note of a claim in a report."""
    words = wording()
    publisher = None if told is None else told.publisher or told.report_id
    published = None if told is None else told.published
    said = words.phrase(
        "check_said",
        who=chain_of(claim.source, publisher=None)[0],
        publisher=plain(publisher or words.phrase("unknown")),
        published=words.phrase("undated") if published is None else moment_words(day_of(published)),
    )
    return Note(" ".join(plain(claim.quote).split()), plain(said), None if told is None else told.uri)


def notes_of(incident: Incident, field: ClaimField, *, most: int = 1) -> tuple[Note, ...]:
    """Notes for a field of an incident: claims of the value that is shown first, then others; type where none is."""
    told = {one.report_id: one for one in incident.reports}
    found = [one for one in incident.evidence if one.claim.field is field]
    shown = _shown(incident, field)
    ranked = sorted(found, key=lambda one: one.claim.value != shown)
    notes = [note_of(one.claim, told.get(one.report_id)) for one in ranked]
    if notes or field is ClaimField.TYPE:
        return tuple(dict.fromkeys(notes))[:most]
    return notes_of(incident, ClaimField.TYPE, most=most)


def _shown(incident: IncidentFields, field: ClaimField) -> object:
    counts = {ClaimField.KILLED: incident.killed, ClaimField.INJURED: incident.injured}
    return range_value(counts[field]) if field in counts else None


def counted(text: str, incidents: Sequence[Incident], field: ClaimField = ClaimField.TYPE) -> Sentence:
    """A sentence with a number in it, on one claim of each incident that is counted."""
    notes = [note for one in incidents for note in notes_of(one, field)]
    return Sentence(text=text, notes=tuple(notes[:BASES]), more=max(0, len(notes) - BASES))


def about(incident: Incident, text: str, *fields: ClaimField, most: int = 2) -> Sentence:
    """A sentence about one incident, on claims of these fields."""
    notes = [note for field in fields for note in notes_of(incident, field, most=most)]
    return Sentence(text=text, notes=tuple(dict.fromkeys(notes)))


def sections(parts: Iterable[Section]) -> Iterator[Section]:
    """Those that hold something."""
    return (part for part in parts if part.sentences or part.drawing is not None)
