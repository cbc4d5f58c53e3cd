"""What understanding finds in one clean text: mentions by kind, each on the span it stands on."""

from dataclasses import dataclass

from reportedly.records.counts import Count
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.spans import Span
from reportedly.records.statements import Statement
from reportedly.records.triggers import Blame, Frame, Trigger
from reportedly.records.vocabulary import Factuality, SourceKind


@dataclass(frozen=True, slots=True)
class Cue:
    """The word or words that make a speaker a speaker: said, denied, citing, according to."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who is quoted, as the report names them in its fullest form there.

    ``anonymous``: an unnamed individual who gives information; False for institutions and for named persons and their
    spokespersons. ``via``: the outlets between speaker and reader, nearest the speaker first, publisher last.
    """

    name: str
    kind: SourceKind
    anonymous: bool
    via: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said what: ``source`` None where a cue stands without a speaker ("reportedly").

    ``content`` is the stretch of text that is said (for content around its cue: from its first to its last character).
    ``stance`` is how the speaker holds it; ``direct`` True for words in quotation marks.
    """

    source: Source | None
    cue: Cue | None
    content: Span
    stance: Factuality = Factuality.ASSERTED
    direct: bool = False


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in the text, settled or not (``where.lat`` None).

    ``metonym``: the name stands for a government or people ("Islamabad said"). ``prefix`` is the wording of a
    relation in front ("near", "off"), part of ``span`` where it changes the place.
    """

    span: Span
    where: Where
    metonym: bool = False


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression and the interval it stands for.

    ``reference``: True for a duration, an age, an anniversary or a period that frames others and dates no incident
    ("in over a year", "since October 17").
    """

    span: Span
    when: When
    reference: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in words or digits, with its hedge ("at least two"): ``span`` covers both."""

    span: Span
    count: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A figure of people killed, injured or abducted.

    ``span`` is the whole phrase ("at least two soldiers were wounded"); ``effect`` is killed, injured or abducted;
    ``group`` the words for who is counted (None where only a number stands); ``part``: a part of a figure already told
    ("including four children"), never added; ``attackers``: the attackers' own; ``cumulative``: of many incidents;
    ``rival``: somebody else's figure for people counted before ("the minister had spoken of nine").
    """

    span: Span
    effect: str
    count: Count
    group: str | None = None
    group_span: Span | None = None
    part: bool = False
    attackers: bool = False
    cumulative: bool = False
    rival: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponMention:
    """A weapon or means named in the text; ``count`` None where no number is told."""

    span: Span
    code: str
    name: str
    count: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """A state, force, service, armed group, office or typed group of people named in the text.

    ``actor_id`` is None for a name the codebook does not know; ``kind`` is a word of the codebook's party kinds;
    ``generic``: a doer nobody could name ("gunmen", "two men"), who makes no perpetrator; ``role``: of a person under
    their own name, the words of the role told beside it, None of everybody else; ``own``: of a phrase that holds a
    group's name ("Hamas gunmen"), that name as it stands there, None where the phrase holds none or is the name.
    """

    span: Span
    name: str
    kind: str
    actor_id: str | None = None
    generic: bool = False
    role: str | None = None
    own: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """A person named in the text.

    ``span`` is the name as it stands there, ``name`` the fullest the text gives it; ``whole`` takes in the title or
    role told beside it ("Judge Ana Vela", "the mayor, Ana Vela"), ``role`` are the words of that role, its noun last
    (None where none is told), and ``kind`` is its party kind, ``person`` where none is told.
    """

    span: Span
    name: str
    kind: str
    whole: Span
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Understanding:
    """Every mention of one text, by layer; a learned model takes over one layer after another.

    ``actors`` are parties with a name or a type, ``people`` groups and persons by role ("soldiers"), ``persons`` those
    with a name of their own, ``things`` what can be hit ("air base"); ``statements`` are the report's own claims
    (presence, tally, novelty, denial, …); ``hits`` are what the tagger holds for a target, whatever the incident.
    """

    attributions: tuple[Attribution, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    tolls: tuple[Toll, ...] = ()
    weapons: tuple[WeaponMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    people: tuple[ActorMention, ...] = ()
    persons: tuple[PersonMention, ...] = ()
    things: tuple[ActorMention, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    blame: tuple[Blame, ...] = ()
    statements: tuple[Statement, ...] = ()
    hits: tuple[Span, ...] = ()
    frame: Frame | None = None
