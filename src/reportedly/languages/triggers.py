"""A language code in, the words that tell of armed incidents out, as indexes over tokens."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import cast

from reportedly.languages.phrases import PhraseIndex
from reportedly.languages.tables import spoken, table
from reportedly.records.triggers import Doing
from reportedly.records.vocabulary import IncidentType


class Form(StrEnum):
    """The grammatical form a trigger word stands in; ``PAST`` and ``PARTICIPLE`` coincide for most verbs."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    PAST_OR_PARTICIPLE = "past_or_participle"
    ING = "ing"
    NOUN = "noun"
    NOUNS = "nouns"


@dataclass(frozen=True, slots=True)
class TriggerWord:
    """One form of one trigger: what is done, the type it tells (None where weapon or doer decide), its form.

    ``intransitive``: its subject suffers; ``active``: no trigger in the passive; ``stops``: stops a weapon that is its
    object; ``downs``: stops nothing but weapons; ``certain``: tells of a stop or a threat by itself;
    ``search``: police do it too;
    ``headline``: base and present are verbs in headings only ("bombs");
    ``impact``: says that something was hit, not only aimed at;
    ``takes``: tells of a fight only where a place is taken;
    ``armed``: a deed only with its weapon close by;
    ``outlaw``: a deed only where people of no state do it to somebody; ``onto``: only where it says at what;
    ``people``: a deed only where it is done to people; ``assault``: a deed wherever a place or thing suffers it;
    ``enters``: a deed only where people of no state do it to a place or a thing;
    ``aimed``: shots only at somebody or something told, and a sending where a weapon that flies is named.
    """

    doing: Doing
    type: IncidentType | None
    form: Form
    intransitive: bool = False
    active: bool = False
    stops: bool = False
    downs: bool = False
    certain: bool = False
    search: bool = False
    headline: bool = False
    impact: bool = False
    takes: bool = False
    armed: bool = False
    outlaw: bool = False
    onto: bool = False
    people: bool = False
    assault: bool = False
    enters: bool = False
    aimed: bool = False


@dataclass(frozen=True, slots=True)
class TriggerWords:
    """Everything a language says about triggers."""

    words: PhraseIndex[tuple[TriggerWord, ...]]
    parted: Mapping[str, tuple[tuple[frozenset[str], TriggerWord], ...]]
    modifiers: Mapping[str, IncidentType]
    doers: PhraseIndex[IncidentType]
    grammar: Mapping[str, frozenset[str]]
    connectives: PhraseIndex[str]
    modality: PhraseIndex[tuple[str, ...]]
    no_incident: PhraseIndex[bool]
    no_incident_sentence: PhraseIndex[bool]
    accidents: PhraseIndex[bool]
    mishaps: PhraseIndex[bool]


_FORMS = (Form.BASE, Form.PRESENT, Form.PAST, Form.PARTICIPLE, Form.ING)


def _verb_forms(entry: Mapping[str, object]) -> Iterable[tuple[str, TriggerWord]]:
    doing = Doing(cast("str", entry["doing"]))
    kind = IncidentType(cast("str", entry["type"])) if entry["type"] else None
    for lemma in cast("list[str]", entry["lemmas"]):
        forms = [form.replace("_", " ") for form in lemma.split()]
        for place, form in enumerate(forms):
            name = _FORMS[place]
            if form == "-":
                continue
            if name in (Form.PAST, Form.PARTICIPLE) and forms[2] == forms[3]:
                name = Form.PAST_OR_PARTICIPLE
            yield form, TriggerWord(doing, kind, name, **_flags(entry))


def _flags(entry: Mapping[str, object]) -> dict[str, bool]:
    """What an entry says of its words beyond what they tell; what it leaves out is False."""
    return {field.name: bool(entry.get(field.name, False)) for field in fields(TriggerWord) if field.type is bool}


def _noun_forms(entry: Mapping[str, object]) -> Iterable[tuple[str, TriggerWord]]:
    doing = Doing(cast("str", entry["doing"]))
    kind = IncidentType(cast("str", entry["type"])) if entry["type"] else None
    for key, form in (("singular", Form.NOUN), ("plural", Form.NOUNS)):
        for word in cast("list[str]", entry[key]):
            yield word, TriggerWord(doing, kind, form, **_flags(entry))


def _together(pairs: Iterable[tuple[str, TriggerWord]]) -> PhraseIndex[tuple[TriggerWord, ...]]:
    """One entry a phrase, with every reading it has ("strikes": verb and nouns)."""
    readings: dict[str, list[TriggerWord]] = {}
    for phrase, word in pairs:
        known = readings.setdefault(phrase, [])
        if word not in known:
            known.append(word)
    return PhraseIndex((phrase, tuple(words)) for phrase, words in readings.items())


def _parted(entries: Iterable[Mapping[str, object]]) -> Mapping[str, tuple[tuple[frozenset[str], TriggerWord], ...]]:
    """By first word: the last words that make a verb of it, and what the verb tells."""
    found: dict[str, list[tuple[frozenset[str], TriggerWord]]] = {}
    for entry in entries:
        kind = IncidentType(cast("str", entry["type"])) if entry["type"] else None
        word = TriggerWord(Doing(cast("str", entry["doing"])), kind, Form.PAST, **_flags(entry))
        for first in cast("list[str]", entry["first"]):
            found.setdefault(first, []).append((frozenset(cast("list[str]", entry["last"])), word))
    return {first: tuple(rest) for first, rest in found.items()}


@cache
def trigger_words(language: str) -> TriggerWords:
    """The trigger layer of a language; DataError where its file is broken."""
    raw = table(spoken(language), "triggers")
    verbs = cast("list[Mapping[str, object]]", raw["verbs"])
    nouns = cast("list[Mapping[str, object]]", raw["nouns"])
    pairs = [pair for verb in verbs for pair in _verb_forms(verb)]
    pairs += [pair for noun in nouns for pair in _noun_forms(noun)]
    groups = cast("Mapping[str, Mapping[str, list[str]]]", raw)
    modality: dict[str, list[str]] = {}
    for mood, phrases in groups["modality"].items():
        for phrase in phrases:
            modality.setdefault(phrase, []).append(mood)
            if mood == "threaten_outright" and "threaten" not in modality[phrase]:
                modality[phrase].append("threaten")
    return TriggerWords(
        words=_together(pairs),
        parted=_parted(cast("list[Mapping[str, object]]", raw["parted"])),
        modifiers={word: IncidentType(kind) for kind, words in groups["modifiers"].items() for word in words},
        doers=PhraseIndex(
            (phrase, IncidentType(kind)) for kind, phrases in groups["doers"].items() for phrase in phrases
        ),
        grammar={name: frozenset(words) for name, words in groups["grammar"].items()},
        connectives=PhraseIndex((phrase, kind) for kind, found in groups["connectives"].items() for phrase in found),
        modality=PhraseIndex((phrase, tuple(moods)) for phrase, moods in modality.items()),
        no_incident=PhraseIndex((phrase, True) for phrase in groups["not_an_incident"]["phrases"]),
        accidents=PhraseIndex((phrase, True) for phrase in groups["not_an_incident"]["accidents"]),
        mishaps=PhraseIndex((phrase, True) for phrase in groups["not_an_incident"]["mishaps"]),
        no_incident_sentence=PhraseIndex((phrase, True) for phrase in groups["not_an_incident"]["sentences"]),
    )
