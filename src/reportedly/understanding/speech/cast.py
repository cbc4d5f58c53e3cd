"""The speakers of one report: phrases in, names in their fullest form, kinds and anonymity out."""

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from reportedly.languages.speech import SpeechTable
from reportedly.records.vocabulary import SourceKind
from reportedly.understanding.speech import kinds, phrases
from reportedly.understanding.speech.institutions import DESCRIBED, Institution, institution_at, returning
from reportedly.understanding.speech.names import (
    apposed_name,
    core_of,
    described_from,
    flat,
    gender_of,
    head_of,
    is_unknown,
    lows_of,
    opens_line,
    outlet_in,
    person_name,
    plain_name,
    ranked,
    runs_in,
)
from reportedly.understanding.speech.phrases import Phrase
from reportedly.understanding.speech.tokens import Tokens

_MEMORY = 60
"""How many speakings back a pronoun or a short name reaches."""
_SHORT = 3
"""At most this many words name somebody a second time ("the police chief", "Mr. Obi")."""
_DESCRIPTION = 25
"""How many tokens a description behind a name may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who speaks in the report: ``name`` as fully as it is known so far.

    ``surname`` None: no named person. ``head`` is the noun that says what they are. ``words`` are all the lower-case
    words that name or describe them. ``gender`` is he, she, they, it or "" where nothing tells.
    ``nobody``: a pronoun that stands for nobody the report names.
    """

    name: str
    kind: SourceKind | None
    fallback: SourceKind | None = None
    anonymous: bool
    surname: str | None = None
    head: str = ""
    words: frozenset[str] = frozenset()
    gender: str = ""
    outlet: str | None = None
    joint: bool = False
    nobody: bool = False


@dataclass(slots=True)
class Cast:
    """Everybody named or heard so far in one report, in order of appearance."""

    tokens: Tokens
    table: SpeechTable
    named: dict[str, Speaker] = field(default_factory=dict)
    heard: list[Speaker] = field(default_factory=list)
    issuer: Speaker | None = None
    groups: dict[str, SourceKind] = field(default_factory=dict)
    mentions: list[tuple[int, str]] = field(default_factory=list)
    institutions: list[Institution] = field(default_factory=list)
    headings: tuple[tuple[int, int], ...] = ()


def person_in(cast: Cast, phrase: Phrase) -> tuple[Phrase, Phrase] | None:
    """The first person named in a phrase: the name with its rank, and the whole run with all titles."""
    tokens, table = cast.tokens, cast.table
    for run in runs_in(tokens, phrase):
        inside = run.first > phrase.first and tokens.tags[run.first - 1] in "OI"
        if inside or (run.last < phrase.last and tokens.tags[run.last] in "SNA"):
            continue
        name = person_name(tokens, run, table) or _single_name(cast, phrase, run)
        if name is not None:
            return Phrase(ranked(tokens, run, name, table), name.last), run
    return None


def _single_name(cast: Cast, phrase: Phrase, run: Phrase) -> Phrase | None:
    """A name of one word at the head of its phrase: a person met before, or one described behind a comma."""
    tokens = cast.tokens
    if run.last - run.first != 1 or run.first != phrase.first:
        return None
    if tokens.lows[run.first] in cast.named:
        return run
    described = tokens.tags[run.last : run.last + 2] in (",W", ",D", ",N", ",P")
    described = described and tokens.lows[run.last + 1] not in cast.table.neuter
    return run if described and is_unknown(tokens, run.first, cast.table) else None


def _person(cast: Cast, phrase: Phrase, found: tuple[Phrase, Phrase]) -> Speaker:
    """The named person of a phrase, joined with what the report has told of them so far."""
    tokens, table = cast.tokens, cast.table
    name, run = found
    behind = _described_by(tokens, Phrase(name.last, max(phrase.last, name.last)))
    ranks = tuple(low for low in lows_of(tokens, name) if low in table.abbreviations)
    described = lows_of(tokens, Phrase(phrase.first, name.first)) + ranks + lows_of(tokens, behind)
    words = frozenset(described) | frozenset(tokens.lows[run.first : run.last])
    role = _role(described, table)
    employed = tokens.tags[behind.first : behind.first + 1] in ("O", "I")
    outlet = outlet_in(tokens, behind, table) if employed else None
    kind = _kind_described(cast, described, role)
    new = Speaker(
        name=flat(tokens.words(name.first, name.last)),
        kind=SourceKind.MEDIA if kind is None and outlet is not None else kind,
        fallback=kinds.default_kind(role, table.kinds),
        anonymous=False,
        surname=tokens.lows[name.last - 1],
        head=role,
        words=words,
        gender=gender_of(words, table),
        outlet=outlet,
    )
    known = cast.named.get(tokens.lows[name.last - 1])
    joined = new if known is None else _joined(known, new)
    cast.named[tokens.lows[name.last - 1]] = joined
    return joined


def _described_by(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The phrase without what its clause of "who" says: those whom the speaker blames do not describe the speaker."""
    clause = tokens.tags.find("W", phrase.first, phrase.last)
    verb = tokens.tags.find("V", clause, phrase.last) if clause >= 0 else -1
    return Phrase(phrase.first, verb) if verb >= 0 else phrase


def _role(described: tuple[str, ...], table: SpeechTable) -> str:
    """The word that says what a person is: the last role word before the first "of", "for" or comma."""
    found = ""
    for at, low in enumerate(described):
        pair = f"{described[at - 1]} {low}" if at else ""
        if pair in table.kinds.neutral:
            found = pair
        elif kinds.is_role(low, table.kinds):
            found = low
        elif found and (table.tags.get(low, "") in ("O", "I", "W") or low == ","):
            break
    return found


def _kind_described(cast: Cast, described: tuple[str, ...], role: str) -> SourceKind | None:
    """The kind of a named person by the words around the name: the role's, else any telling word's.

    "its spokesman" takes the kind of the institution that spoke last.
    """
    table = cast.table
    telling = kinds.telling(described, table.kinds)
    owned = role in table.named_heads or any(table.tags.get(low) == "P" for low in described)
    if telling is None and owned and role in table.kinds.neutral:
        return _last_institution(cast)
    kind = kinds.head_kind(role, described, table.kinds) if role else None
    return kind if kind is not None else telling


def _joined(known: Speaker, new: Speaker) -> Speaker:
    """Two mentions of one person as one speaker, under the fuller name."""
    fuller = known if len(known.name.split()) >= len(new.name.split()) else new
    return replace(
        known,
        name=fuller.name,
        kind=known.kind or new.kind,
        fallback=known.fallback or new.fallback,
        head=known.head or new.head,
        words=known.words | new.words,
        gender=known.gender or new.gender,
        outlet=known.outlet or new.outlet,
    )


def _fitting(cast: Cast, role: str) -> Speaker | None:
    """The nearest earlier speaker a pronoun can mean."""
    return next((speaker for speaker in reversed(cast.heard[-_MEMORY:]) if _fits(cast, speaker, role)), None)


def _fits(cast: Cast, speaker: Speaker, role: str) -> bool:
    """True where a pronoun of ``role`` (he, she, it, they) can stand for the speaker."""
    person = speaker.surname is not None
    plural = speaker.joint or speaker.head.endswith(cast.table.endings.plural)
    single = person or speaker.head in cast.table.named_heads or (speaker.anonymous and not plural)
    if role in ("he", "she"):
        office = speaker.head in cast.table.kinds.heads and speaker.kind is SourceKind.OFFICIAL and not plural
        ranked = speaker.head in cast.table.titles
        return (single or bool(speaker.gender) or office or ranked) and speaker.gender in ("", role)
    return (role == "it" and not single) or (role == "they" and not person)


def _resolved(cast: Cast, core: Phrase, head: str) -> Speaker | None:
    """Who "the official", "the command", "the statement" or a surname means: the nearest earlier speaker it fits."""
    tokens, table = cast.tokens, cast.table
    size = core.last - core.first
    if size == 1 and tokens.tags[core.first] == "C":
        return cast.named.get(tokens.lows[core.first])
    if tokens.lows[core.first] not in table.definite or size > _SHORT:
        return None
    if head in table.speaking and cast.issuer is not None:
        return cast.issuer
    rest = set(tokens.lows[core.first + 1 : core.last])
    name = tokens.tags[core.last - 1] == "C"
    for speaker in reversed(cast.heard[-_MEMORY:]):
        if name and speaker.anonymous:
            continue
        if not speaker.joint and rest <= speaker.words and (speaker.surname is None or head in speaker.head.split()):
            return speaker
    return _returning(cast, core, head)


def _owner(cast: Cast, phrase: Phrase, core: Phrase, head_at: int) -> Speaker | None:
    """Who issued "a statement by X", "X's statement", "a Ministry statement"; None where nobody is named."""
    tokens, table = cast.tokens, cast.table
    for at in range(head_at + 1, phrase.last - 1):
        if tokens.lows[at] in table.issued:
            return speaker_of(cast, Phrase(at + 1, phrase.last))
        if tokens.tags[at] in ",V" and tokens.lows[at] not in table.issuing:
            break
    first = core.first + (tokens.tags[core.first] == "D")
    last = head_at - (tokens.tags[head_at - 1] == "S")
    if last <= first:
        return None
    named = "C" in tokens.tags[first:last] or tokens.lows[last - 1] in table.kinds.heads
    if last - first == 1 and opens_line(tokens, first) and is_unknown(tokens, first, table):
        return None
    return speaker_of(cast, Phrase(first, last)) if named else None


def speaker_of(cast: Cast, phrase: Phrase) -> Speaker:
    """The speaker a phrase names, earlier mentions taken into account."""
    tokens, table = cast.tokens, cast.table
    if phrase.last - phrase.first == 1 and tokens.tags[phrase.first] in "RP":
        return _meant(cast, tokens.lows[phrase.first], phrase.first) or Speaker(
            name=tokens.word(phrase.first), kind=None, anonymous=False, head=tokens.lows[phrase.first], nobody=True
        )
    named = person_in(cast, phrase)
    if named is not None:
        return _person(cast, phrase, named)
    core = core_of(tokens, phrase)
    head = head_of(tokens, core, table)
    issuer = _issuer(cast, phrase, core, head) if head in table.documents else None
    if issuer is not None:
        cast.issuer = issuer
        return issuer
    known = _resolved(cast, core, head)
    if known is None and tokens.tags[core.last - 1] == "C" and core.last - core.first <= _SHORT:
        known = cast.named.get(tokens.lows[core.last - 1])
    return known or _unnamed(cast, phrase, core, head)


def _named_last(cast: Cast, at: int) -> Speaker | None:
    """The person whose name stands last in front of token ``at``."""
    index = bisect_left(cast.mentions, (at, ""))
    return cast.named.get(cast.mentions[index - 1][1]) if index else None


def _meant(cast: Cast, pronoun: str, at: int) -> Speaker | None:
    """The speaker a pronoun means, else the person named last; a gender the pronoun gives away is kept."""
    role = cast.table.pronouns.get(pronoun, "")
    found = _fitting(cast, role)
    if found is None and role in ("he", "she"):
        found = _named_last(cast, at)
    if found is not None and role in ("he", "she") and not found.gender:
        return replace(found, gender=role)
    return found


def _issuer(cast: Cast, phrase: Phrase, core: Phrase, head: str) -> Speaker | None:
    """Who issued the document a phrase names; None where the text does not tell."""
    tokens = cast.tokens
    head_at = next((i for i in range(core.first, core.last) if tokens.lows[i] == head), core.first)
    if tokens.tags[head_at] == "C" and head_at > core.first:
        return None
    owner = _owner(cast, phrase, core, head_at)
    if owner is None and tokens.tags[core.first] == "P":
        owner = _fitting(cast, cast.table.pronouns.get(tokens.lows[core.first], ""))
        return owner or (cast.heard[-1] if cast.heard else None)
    return owner


def _unnamed(cast: Cast, phrase: Phrase, core: Phrase, head: str) -> Speaker:
    """An institution or an unnamed person, met for the first time."""
    tokens, table = cast.tokens, cast.table
    words = lows_of(tokens, core)
    kind = _kind_unnamed(cast, phrase, core, head)
    outlet = outlet_in(tokens, core, table) if kind in (None, SourceKind.MEDIA) else None
    return Speaker(
        name=apposed_name(tokens, phrase, core) or plain_name(tokens, core),
        kind=SourceKind.MEDIA if outlet is not None else kind,
        fallback=kinds.default_kind(head, table.kinds),
        anonymous=head in table.anonymous_heads and head not in table.named_heads,
        head=head,
        words=frozenset(words),
        gender=gender_of(frozenset(words), table),
        outlet=outlet,
        joint="A" in tokens.tags[core.first : core.last],
    )


def _kind_unnamed(cast: Cast, phrase: Phrase, core: Phrase, head: str) -> SourceKind | None:
    """The kind that a phrase without a person's name tells, by its head, its name, what describes it, in this order."""
    tokens, table = cast.tokens, cast.table
    words = lows_of(tokens, core)
    kind = kinds.head_kind(head, words, table.kinds)
    if kind is None:
        kind = table.kinds.metonyms.get(" ".join(low for low in words if table.tags.get(low) != "D"))
    if kind is None and phrase.last > core.last:
        kind = kinds.telling(lows_of(tokens, _described_by(tokens, phrase)), table.kinds)
        if kind is SourceKind.MEDIA and (head in table.anonymous_heads or kinds.is_role(head, table.kinds)):
            kind = None  # "officials, who told the agency": the hearer's kind, not the speaker's
    if kind is None and head in table.speaking:
        return SourceKind.DOCUMENT
    return _last_institution(cast) if kind is None and head in table.named_heads else kind


def _last_institution(cast: Cast) -> SourceKind | None:
    for speaker in reversed(cast.heard[-_MEMORY:]):
        if speaker.surname is None and not speaker.anonymous and speaker.kind not in (None, SourceKind.MEDIA):
            return speaker.kind
    return None


def meet(cast: Cast) -> None:
    """Notes every person the report names with two words or a title, and every group that it describes."""
    tokens, table = cast.tokens, cast.table
    for run in runs_in(tokens, Phrase(0, len(tokens.tags))):
        name = person_name(tokens, run, table) if run.last - run.first > 1 else None
        if name is None:
            _meet_group(cast, run)
            continue
        cast.mentions.append((name.first, tokens.lows[name.last - 1]))
        owns = run.last < len(tokens.tags) and tokens.tags[run.last] == "S"
        whole = Phrase(described_from(tokens, run), run.last)
        if not owns:
            whole = phrases.with_apposition_right(tokens, whole, min(len(tokens.tags), run.last + _DESCRIPTION))
        _person(cast, run if owns else whole, (Phrase(ranked(tokens, run, name, table), name.last), run))


def _meet_group(cast: Cast, run: Phrase) -> None:
    """Notes what a named group is called beside its name ("Jaish, a rebel group", "the militia Jaish")."""
    tokens, table = cast.tokens, cast.table
    lows = tokens.lows[run.first : run.last]
    name = " ".join(lows)
    if name in table.kinds.metonyms or name in table.anonymous_heads:
        return
    told = kinds.telling(lows, table.kinds)
    if told is not None or name in cast.groups:
        _meet_institution(cast, run, told or cast.groups[name])
        return
    if not table.returning.keys().isdisjoint(lows) or not table.company.isdisjoint(lows):
        _meet_institution(cast, run, None)
    whole = phrases.with_apposition_right(tokens, run, min(len(tokens.tags), run.last + _DESCRIPTION))
    words = tokens.lows[described_from(tokens, run) : run.first] + tokens.lows[run.last : whole.last]
    kind = kinds.telling(words, table.kinds) if words else None
    if kind in DESCRIBED:
        cast.groups[name] = kind
        _meet_institution(cast, run, kind, described=words)


def _meet_institution(cast: Cast, run: Phrase, kind: SourceKind | None, *, described: tuple[str, ...] = ()) -> None:
    """Notes an institution's name; capitals in a headline tell nothing."""
    if any(first <= run.first < last for first, last in cast.headings):
        return
    met = institution_at(cast.tokens, run, cast.table, kind=kind, described=described)
    if met is not None:
        cast.institutions.append(met)


def _returning(cast: Cast, core: Phrase, head: str) -> Speaker | None:
    """The institution named before that "the group", "the ministry" means, as a speaker."""
    one = returning(cast.institutions, cast.tokens, core, head, table=cast.table)
    if one is None:
        return None
    name = one.name or plain_name(cast.tokens, core)
    return Speaker(name=name, kind=one.kind, anonymous=False, head=head, words=one.words | {head})


def kind_of(cast: Cast, speaker: Speaker) -> SourceKind:
    """The kind of a speaker once the whole report is read."""
    if speaker.kind is not None:
        return speaker.kind
    name = speaker.name.lower()
    for low, kind in cast.groups.items():
        if low == name or (speaker.words and speaker.words.issuperset(low.split())):
            return kind
    told = speaker.words - set(name.split())
    private = speaker.surname is not None and not speaker.head and any(word.isalpha() for word in told)
    return speaker.fallback or (SourceKind.WITNESS if private else SourceKind.OTHER)
