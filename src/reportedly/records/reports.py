"""A report as received, and the clean text every offset points into."""

from dataclasses import dataclass, field

from reportedly.records.moments import Moment
from reportedly.records.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report as received, never changed.

    ``content`` is the decoded input (newlines normalised) of ``media_type`` ``text/plain`` or ``text/html``; the other
    fields are what the container said (a JSON record, a feed entry, the command line), None where it said nothing.
    ``id`` is the input's own, else a hash of its http(s) address, else of its content. ``origin`` is the file it was
    read from, for naming it to a person and no part of what it is; None where it was handed over.
    """

    id: str
    content: str
    media_type: str = "text/plain"
    uri: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: Moment | None = None
    language: str | None = None
    origin: str | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        """What a person knows the report by: its address, else its file and id, else its id."""
        if self.uri is not None or self.origin is None:
            return self.uri or self.id
        return f"{self.origin} ({self.id})"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence (or heading, or line of furniture) of a clean text.

    ``paragraph`` counts from 0 over the whole text, the title included. ``heading``: the title or a line that heads
    what follows. ``furniture``: promo line, caption, newsletter text; yields no claims.
    """

    span: Span
    paragraph: int
    heading: bool = False
    furniture: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanText:
    """What offsets point into, kept for ever; nothing after cleaning alters a character.

    ``text`` is the title, a blank line and the body where a title is known and does not open the body already.
    ``title_span`` covers the title where ``text`` opens with one. ``language`` is BCP 47, ``published`` None where
    neither container nor page tells. ``sentences`` cover every non-blank character, in order, without overlap.
    """

    report_id: str
    text: str
    text_hash: str
    language: str
    sentences: tuple[Sentence, ...]
    furniture: tuple[Span, ...] = ()
    title_span: Span | None = None
    uri: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: Moment | None = None
