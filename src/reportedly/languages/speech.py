"""A language code in, how that language tells speech out: word classes, speech verbs, cues, kinds of speakers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from reportedly.errors import DataError
from reportedly.languages.tables import table
from reportedly.records.vocabulary import Factuality, SourceKind

TAGS = {
    "pronoun": "R",
    "possessive": "P",
    "relative": "W",
    "that": "T",
    "determiner": "D",
    "quantifier": "Q",
    "of": "O",
    "preposition": "I",
    "and": "A",
    "break": "B",
    "auxiliary": "X",
    "adverb": "L",
    "time": "M",
    "finite": "F",
}
"""The one-letter tag of each closed word class, in the order the classes are tried."""

_FORMS = 5
_LOOSE = "~"

Words = tuple[str, ...]
"""An entry of one or more lower-case words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One written form of a speech verb.

    ``takes`` is what must follow: any, clause, phrase, or negated (a verb of speech only where denied: "did not
    specify"). ``finite`` forms can carry a subject, ``participle`` forms stand in a passive, ``gerund`` forms hang on
    another verb's subject, ``plain`` forms follow "to" and modals too. ``loose`` forms are nouns or adjectives as often
    as verbs. ``mind``: a state of mind, no speech inside another's speech.
    ``persons``: only somebody says it, no thing. ``turns`` maps what may follow to a stance, the longest first.
    """

    stance: Factuality = Factuality.ASSERTED
    takes: str = "none"
    inverts: bool = False
    recipient: bool = False
    finite: bool = False
    participle: bool = False
    gerund: bool = False
    plain: bool = False
    loose: bool = False
    mind: bool = False
    persons: bool = False
    turns: tuple[tuple[Words, Factuality], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Endings:
    """What the end of a word tells where no list knows it.

    ``token`` splits a text: each token's last group is empty and says what it is (``plain`` a word in small ASCII
    letters, else poss, clitic, initials, num, word, mark). Its one first character lets the search skip white space.
    """

    adverb: str
    past: str
    not_past: str
    no_adverbs: frozenset[str]
    participle: str
    plural: str
    token: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWords:
    """Which words settle what kind a speaker is: settled heads, heads that look beside them, and telling words."""

    heads: Mapping[str, SourceKind]
    neutral: Mapping[str, SourceKind]
    phrases: Mapping[str, tuple[tuple[Words, SourceKind, int], ...]]
    metonyms: Mapping[str, SourceKind]
    civil: frozenset[str]
    uniformed: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SpeechTable:
    """Everything one language's ``speech.toml`` holds, ready for look-up in lower case; compared by identity.

    ``cue_words`` are all the words a cue can begin with; after ``who`` a verb follows; ``adverbial`` words go with the
    verb before them ("carried out").
    """

    tags: Mapping[str, str]
    given: frozenset[str]
    neuter: frozenset[str]
    endings: Endings
    adjectival: frozenset[str]
    abbreviations: frozenset[str]
    verbs: Mapping[str, Verb]
    withheld_verbs: frozenset[str]
    negations: frozenset[str]
    cue_words: frozenset[str]
    quoted: frozenset[str]
    quoted_tails: frozenset[str]
    reduced: frozenset[str]
    to: frozenset[str]
    reached: frozenset[str]
    absolute: frozenset[str]
    who: frozenset[str]
    adverbial: frozenset[str]
    sourceless: frozenset[str]
    things: frozenset[str]
    never_by: frozenset[str]
    negative: frozenset[str]
    hearsay_verbs: frozenset[str]
    hearsay_tails: frozenset[str]
    impersonal: frozenset[str]
    be: frozenset[str]
    by: frozenset[str]
    hearsay_adverbs: frozenset[str]
    hedges: frozenset[str]
    existential: frozenset[str]
    conditions: tuple[Words, ...]
    would: frozenset[str]
    according: Mapping[str, tuple[Words, ...]]
    relaying: frozenset[str]
    owned: frozenset[str]
    owning: frozenset[str]
    own: frozenset[str]
    framing: frozenset[str]
    framed: frozenset[str]
    framed_tail: frozenset[str]
    silence: Mapping[str, tuple[Words, ...]]
    claiming: frozenset[str]
    carried: frozenset[str]
    carried_by: frozenset[str]
    through: frozenset[str]
    documents: frozenset[str]
    noun_cues: frozenset[str]
    manner: frozenset[str]
    issued: frozenset[str]
    issuing: frozenset[str]
    speaking: frozenset[str]
    venues: frozenset[str]
    venue_prepositions: frozenset[str]
    numbering: frozenset[str]
    anonymity: tuple[str, ...]
    titles: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    particles: frozenset[str]
    pronouns: Mapping[str, str]
    kinds: KindWords
    anonymous_heads: frozenset[str]
    named_heads: frozenset[str]
    definite: frozenset[str]
    outlets: Mapping[str, tuple[Words, ...]]
    outlet_last: frozenset[str]
    outlet_first: frozenset[str]
    outlet_generic: frozenset[str]
    no_outlet: frozenset[str]
    denials: tuple[str, ...]
    returning: Mapping[str, frozenset[SourceKind]]
    companies: frozenset[str]
    company: frozenset[str]


def _section(parent: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = parent.get(name)
    if not isinstance(found, dict):
        raise DataError(f"speech.toml: [{name}] must be a table")
    return found


def _text(parent: Mapping[str, object], name: str) -> str:
    found = parent.get(name)
    if not isinstance(found, str):
        raise DataError(f"speech.toml: {name} must be a string of words")
    return found


def _words(parent: Mapping[str, object], name: str) -> frozenset[str]:
    return frozenset(_text(parent, name).split())


def _entries(parent: Mapping[str, object], name: str) -> tuple[Words, ...]:
    return tuple(tuple(entry.split("_")) for entry in _text(parent, name).split())


def _phrases(parent: Mapping[str, object], name: str) -> tuple[str, ...]:
    return tuple(entry.replace("_", " ") for entry in _text(parent, name).split())


def _by_first(entries: tuple[Words, ...]) -> dict[str, tuple[Words, ...]]:
    found: dict[str, tuple[Words, ...]] = {}
    for entry in sorted(entries, key=len, reverse=True):
        found[entry[0]] = (*found.get(entry[0], ()), entry)
    return found


def _by_noun(kinds: Mapping[str, object]) -> dict[str, frozenset[SourceKind]]:
    """The kinds that each noun can stand for."""
    found: dict[str, frozenset[SourceKind]] = {}
    for kind in kinds:
        for noun in _words(kinds, kind):
            found[noun] = found.get(noun, frozenset()) | {SourceKind(kind)}
    return found


def _tags(classes: Mapping[str, object]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, tag in TAGS.items():
        for word in _words(classes, name):
            found.setdefault(word, tag)
    return found


def _merge(old: Verb | None, new: Verb) -> Verb:
    """One form that fills several places (past and participle) is all of them, and loose if any place says so."""
    if old is None:
        return new
    return Verb(
        stance=old.stance,
        takes=old.takes if old.takes != "none" else new.takes,
        inverts=old.inverts or new.inverts,
        recipient=old.recipient or new.recipient,
        finite=old.finite or new.finite,
        participle=old.participle or new.participle,
        gerund=old.gerund or new.gerund,
        plain=old.plain or new.plain,
        loose=old.loose or new.loose,
        mind=old.mind,
        persons=old.persons,
        turns=old.turns + new.turns,
    )


def _group(found: dict[str, Verb], group: Mapping[str, object]) -> None:
    for line in _text(group, "forms").strip().splitlines():
        forms = line.split()
        if len(forms) != _FORMS:
            raise DataError(f"speech.toml: five forms a verb, got {line!r}")
        for place, form in enumerate(forms):
            verb = Verb(
                stance=Factuality(_text(group, "stance")),
                takes=_text(group, "object"),
                inverts=bool(group.get("inverts")),
                recipient=bool(group.get("recipient")),
                mind=bool(group.get("mind")),
                persons=bool(group.get("persons")),
                finite=place <= 2,  # noqa: PLR2004 - plain, third person and past carry a subject
                plain=place == 0,
                participle=place == 3,  # noqa: PLR2004 - the fourth form
                gerund=place == _FORMS - 1,
                loose=form.endswith(_LOOSE),
            )
            word = form.rstrip(_LOOSE)
            found[word] = _merge(found.get(word), verb)


def _turn(found: dict[str, Verb], turn: Mapping[str, object]) -> None:
    stance = Factuality(_text(turn, "stance"))
    turns = tuple((words, stance) for words in _entries(turn, "words"))
    for form in _text(turn, "verbs").split():
        known = found.get(form)
        new = Verb(finite=not form.endswith("ing"), gerund=form.endswith("ing"), turns=turns)
        found[form] = new if known is None else _merge(known, Verb(turns=turns))


def _verbs(data: Mapping[str, object]) -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    groups = _section(data, "verbs")
    for name in groups:
        _group(found, _section(groups, name))
    turns = data.get("turns")
    if not isinstance(turns, list):
        raise DataError("speech.toml: [[turns]] must be tables")
    for turn in turns:
        _turn(found, turn)
    return {form: replace(verb, turns=tuple(sorted(verb.turns, key=_longest))) for form, verb in found.items()}


def _longest(turn: tuple[Words, Factuality]) -> int:
    return -len(turn[0])


def _endings(data: Mapping[str, object]) -> Endings:
    """The endings, and the pattern that cuts a text into words and marks with this language's apostrophes."""
    own = _text(data, "possessive")
    short = "|".join(_text(data, "clitics").split())
    token = re.compile(
        r"[^\s_](?:"
        r"(?<=[a-z])[a-z]+(?=[\s,.;:)])(?P<plain>)"
        rf"|(?:(?<=\w['’]){own}\b|(?<={own}['’])(?=\s[a-z]))(?P<poss>)"
        rf"|(?<=['’])(?:{short})\b(?P<clitic>)"
        r"|\.(?<=[^\W\d_]\.)(?:[^\W\d_]\.)+(?P<initials>)"
        r"|(?<=\d)\d*(?:[.,:/]\d+)*(?:st|nd|rd|th|am|pm|k|m|bn|km|mm)?\b%?(?P<num>)"
        rf"|(?<=[^\W_])[^\W_]*(?:(?!['’](?:{own}|{short})\b)[-‐‑&/'’][^\W_]+)*(?P<word>)"
        r"|(?:(?<=-)-+|(?<=')'|(?<=[,;:()\[\]“”\"‘’'—–.?!…|])|(?<=\s-)(?=\s))(?P<mark>)"
        r")"
    )
    return Endings(
        adverb=_text(data, "adverb"),
        past=_text(data, "past"),
        not_past=_text(data, "not_past"),
        no_adverbs=_words(data, "no_adverbs"),
        participle=_text(data, "participle"),
        plural=_text(data, "plural"),
        token=token,
    )


def _kinds(data: Mapping[str, object]) -> KindWords:
    heads = _section(data, "heads")
    neutral = _section(data, "neutral")
    words = _section(data, "words")
    metonyms = _section(data, "metonyms")
    phrases: dict[str, tuple[tuple[Words, SourceKind, int], ...]] = {}
    for rank, name in enumerate(words):
        for entry in _entries(words, name):
            phrases[entry[0]] = (*phrases.get(entry[0], ()), (entry, SourceKind(name), rank))
    return KindWords(
        heads={head.split("_")[-1]: SourceKind(kind) for kind in heads for head in _words(heads, kind)},
        neutral={head.replace("_", " "): SourceKind(kind) for kind in neutral for head in _words(neutral, kind)},
        phrases=phrases,
        metonyms={" ".join(entry): SourceKind(kind) for kind in metonyms for entry in _entries(metonyms, kind)},
        civil=_words(_section(data, "civil"), "heads"),
        uniformed=_words(_section(data, "civil"), "uniformed"),
    )


@cache
def speech(code: str) -> SpeechTable:
    """The speech table of one language folder (``tables.spoken``); DataError where the file is not as it must be."""
    data = table(code, "speech")
    classes = _section(data, "classes")
    people = _section(data, "people")
    passives = _section(data, "passives")
    adverbs = _section(data, "adverbs")
    according = _section(data, "according")
    documents = _section(data, "documents")
    venues = _section(data, "venues")
    anonymous = _section(data, "anonymous")
    outlets = _section(data, "outlets")
    withheld = _section(data, "withheld")
    returning = _section(data, "returning")
    companies = _section(data, "companies")
    verbs = _verbs(data)
    silence = _by_first(_entries(_section(data, "silence"), "cues"))
    prepositional = _by_first(_entries(according, "cues"))
    loose = _words(documents, "issuing") | _words(documents, "cues") | _words(adverbs, "hearsay")
    loose |= _words(according, "owned") | _words(according, "framed")
    return SpeechTable(
        tags=_tags(classes),
        given=_words(classes, "given"),
        neuter=_words(classes, "neuter"),
        endings=_endings(_section(data, "endings")),
        adjectival=_words(classes, "adjectival"),
        abbreviations=_words(classes, "abbreviations"),
        verbs=verbs,
        cue_words=loose | frozenset([*verbs, *silence, *prepositional]),
        withheld_verbs=_words(withheld, "verbs"),
        negations=_words(withheld, "negations") | _words(withheld, "negated"),
        quoted=_words(passives, "quoted"),
        quoted_tails=_words(passives, "quoted_tail"),
        reduced=_words(passives, "reduced"),
        to=_words(passives, "to"),
        reached=_words(passives, "reached"),
        absolute=_words(passives, "absolute"),
        who=_words(passives, "who"),
        adverbial=_words(passives, "adverbial"),
        sourceless=_words(passives, "sourceless"),
        things=_words(passives, "things"),
        never_by=_words(passives, "never_by"),
        negative=_words(classes, "negative"),
        hearsay_verbs=_words(passives, "hearsay"),
        hearsay_tails=_words(passives, "hearsay_tail"),
        impersonal=_words(passives, "impersonal"),
        be=_words(passives, "be"),
        by=_words(passives, "by"),
        hearsay_adverbs=_words(adverbs, "hearsay"),
        hedges=_words(adverbs, "hedges"),
        existential=_words(adverbs, "existential"),
        conditions=_entries(adverbs, "conditions"),
        would=_words(adverbs, "would"),
        according=prepositional,
        relaying=_words(according, "relaying"),
        owned=_words(according, "owned"),
        owning=_words(according, "owning"),
        own=_words(according, "own"),
        framing=_words(according, "framing"),
        framed=_words(according, "framed"),
        framed_tail=_words(according, "framed_tail"),
        silence=silence,
        claiming=_words(_section(data, "claiming"), "words"),
        carried=_words(outlets, "carried"),
        carried_by=_words(outlets, "carried_by"),
        through=_words(outlets, "through"),
        documents=_words(documents, "nouns"),
        noun_cues=_words(documents, "cues"),
        manner=_words(venues, "manner"),
        issued=_words(documents, "issued"),
        issuing=_words(documents, "issuing"),
        speaking=_words(documents, "speaking"),
        venues=frozenset(entry[-1] for entry in _entries(venues, "nouns")),
        venue_prepositions=_words(venues, "prepositions"),
        numbering=_words(venues, "numbering"),
        anonymity=_phrases(venues, "anonymity"),
        titles=_words(people, "titles"),
        male=_words(people, "male"),
        female=_words(people, "female"),
        particles=_words(people, "particles"),
        pronouns={word: role for role in ("he", "she", "it", "they") for word in _words(people, role)},
        kinds=_kinds(_section(data, "kinds")),
        anonymous_heads=_words(anonymous, "heads"),
        named_heads=frozenset(_phrases(anonymous, "never")),
        definite=_words(anonymous, "definite"),
        outlets=_by_first(_entries(outlets, "names")),
        outlet_last=_words(outlets, "last"),
        outlet_first=_words(outlets, "first"),
        outlet_generic=_words(outlets, "generic") | _words(outlets, "leads"),
        no_outlet=_words(outlets, "no_outlet"),
        denials=_phrases(_section(data, "denials"), "phrases"),
        returning=_by_noun(returning),
        companies=_words(companies, "nouns"),
        company=_words(companies, "signs"),
    )
