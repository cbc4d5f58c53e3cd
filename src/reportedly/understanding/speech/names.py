"""Phrases in, the names and heads inside them out: persons, outlets, organisations."""

import re

from reportedly.languages.speech import SpeechTable
from reportedly.records.vocabulary import SourceKind
from reportedly.understanding.speech import kinds, phrases
from reportedly.understanding.speech.phrases import Phrase
from reportedly.understanding.speech.tokens import Tokens

_RUN = re.compile(r"C(?:[CQ]|(?<=C)[NOID](?=C))*")
_CORE_END = re.compile(r"[,(W;\"V_]|E(?=[IO])")
_APPOSED = re.compile(r"C(?:[CIOD]*C)?")
_PREMODIFIERS = 5
_LONGEST_NAME = 5
_OFFICE = 3
"""A title with "of" and a name behind it has more words than this after the title ("Secretary of State Ada Obi")."""


def person_name(tokens: Tokens, run: Phrase, table: SpeechTable) -> Phrase | None:
    """The person's name inside a run of capitalised words, titles left out; None where the run names none."""
    last = next((i for i in range(run.first, run.last) if _parts(tokens, i, table)), run.last)
    first = last
    while first > run.first and not _titles(tokens.lows[first - 1], table) and not _role_word(tokens, first - 1, table):
        first -= 1
    titled = first > run.first
    if titled and kinds.opens_phrase(tokens.lows, first - 1, table.kinds):
        return None
    if first == last and run.last - last > _OFFICE and tokens.lows[last - 1] in table.titles:
        first, last = max(last + 1, run.last - 2), run.last
    size = sum(tokens.word(at)[0].isalnum() for at in range(first, last))
    if size <= 0 or size > _LONGEST_NAME or (size == 1 and not titled):
        return None
    determined = run.first > 0 and tokens.tags[run.first - 1] == "D"
    name = Phrase(first, last)
    return name if _personal(tokens, name, table) and (titled or not determined) else None


def _personal(tokens: Tokens, name: Phrase, table: SpeechTable) -> bool:
    """False where a word of the name is known to name an organisation, an outlet or a place, or is an acronym."""
    lows = tokens.lows[name.first : name.last]
    if "Q" in tokens.tags[name.first : name.last] or not table.outlet_last.isdisjoint(lows):
        return False
    if not table.company.isdisjoint(lows):
        return False
    if lows[-1] in table.kinds.metonyms or " ".join(lows) in table.kinds.metonyms:
        return False
    if kinds.telling(lows, table.kinds) is not None:
        return False
    return tokens.text.isupper() or not any(_acronym(tokens.word(i)) for i in range(name.first, name.last))


def _acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1 and "." not in word


def _titles(low: str, table: SpeechTable) -> bool:
    bare = low.rstrip(".")
    return bare in table.titles or bare in table.abbreviations or kinds.is_role(bare, table.kinds)


def _role_word(tokens: Tokens, index: int, table: SpeechTable) -> bool:
    """True for the plain word in "Vasa bomber Ivo Toll", not for the particle of a name."""
    return tokens.tags[index] == "N" and tokens.lows[index] not in table.particles


def _parts(tokens: Tokens, index: int, table: SpeechTable) -> bool:
    """True for the "of" that parts a name from an organisation, not for the particle of a name."""
    return tokens.tags[index] in "OID" and tokens.lows[index] not in table.particles


def runs_in(tokens: Tokens, phrase: Phrase) -> list[Phrase]:
    """The runs of capitalised words in a phrase."""
    return [Phrase(*match.span()) for match in _RUN.finditer(tokens.tags, phrase.first, phrase.last)]


def ranked(tokens: Tokens, run: Phrase, name: Phrase, table: SpeechTable) -> int:
    """Where the name begins with the ranks kept ("Brig. Gen. Ada Obi"); other titles are descriptions."""
    first = name.first
    while first > run.first and tokens.lows[first - 1].rstrip(".") in table.abbreviations:
        first -= 1
    return first if name.last - first > 1 else run.first


def is_unknown(tokens: Tokens, index: int, table: SpeechTable) -> bool:
    """True for a capitalised word that no list knows: a person's single name, where a description follows."""
    low = tokens.lows[index]
    listed = low in table.kinds.phrases or low in table.kinds.metonyms or low in table.outlets
    return not (listed or tokens.word(index).isupper() or kinds.is_role(low, table.kinds))


def outlet_in(tokens: Tokens, phrase: Phrase, table: SpeechTable) -> str | None:
    """The name of the outlet in a phrase ("the news agency AFP" gives "AFP"), None where it names none."""
    for at in range(phrase.first, phrase.last):
        if tokens.lows[at] in table.outlets and tokens.word(at)[0].isupper():
            size = next((len(e) for e in table.outlets[tokens.lows[at]] if tokens.lows[at : at + len(e)] == e), 0)
            if size:
                return _whole_run(tokens, Phrase(at, at + size), within=phrase, table=table)
    for run in runs_in(tokens, phrase):
        named = _behind_noun(tokens, run, table)
        if named is not None:
            return flat(tokens.words(named.first, named.last))
        ends = tokens.lows[run.last - 1] in table.outlet_last or tokens.lows[run.first] in table.outlet_first
        if run.last - run.first > 1 and ends:
            return flat(tokens.words(run.first, run.last))
        if run.first > phrase.first and _introduced(tokens, run, table):
            return flat(tokens.words(run.first, run.last))
    return None


def _behind_noun(tokens: Tokens, run: Phrase, table: SpeechTable) -> Phrase | None:
    """The name in "the Arvenian site Vasa Post": behind the noun that says it is an outlet's; None where none is."""
    nouns = (at for at in range(run.first + 1, run.last - 1) if tokens.tags[at] == "N")
    at = next((at for at in nouns if tokens.lows[at] in table.outlet_generic), None)
    return None if at is None else Phrase(at + 1, run.last)


def _introduced(tokens: Tokens, run: Phrase, table: SpeechTable) -> bool:
    """True for "the broadcaster Vasa One": the noun in front says that the name is an outlet's."""
    if tokens.lows[run.first - 1] not in table.outlet_generic or tokens.tags[run.first - 1] != "N":
        return False
    around = tokens.lows[max(0, run.first - _OFFICE) : run.last]
    return kinds.telling(around, table.kinds) in (None, SourceKind.MEDIA)


def _whole_run(tokens: Tokens, found: Phrase, *, within: Phrase, table: SpeechTable) -> str:
    """The capitalised words around an outlet's known name belong to it ("Fox News Sunday")."""
    first, last = found.first, found.last
    while last < within.last and tokens.tags[last] == "C":
        last += 1
    while first > within.first and tokens.tags[first - 1] == "C" and tokens.lows[first - 1] not in table.titles:
        first -= 1
    return flat(tokens.words(first, last))


def hearing_outlet(tokens: Tokens, phrase: Phrase, table: SpeechTable) -> str | None:
    """The outlet that was told something, named or not ("a news agency"); None where the hearer is no outlet."""
    named = outlet_in(tokens, phrase, table)
    if named is not None:
        return named
    if tokens.tags[phrase.first] == "P":
        return None
    head = next((i for i in range(phrase.last - 1, phrase.first - 1, -1) if tokens.tags[i] in "NC"), None)
    if head is not None and tokens.lows[head] in table.outlet_generic:
        return flat(tokens.words(phrase.first, phrase.last))
    return None


def flat(name: str) -> str:
    """A name on one line."""
    return " ".join(name.split())


def gender_of(words: frozenset[str], table: SpeechTable) -> str:
    """The pronoun that words such as "spokeswoman" ask for, empty where none does."""
    if words & table.female:
        return "she"
    return "he" if words & table.male else ""


def lows_of(tokens: Tokens, phrase: Phrase) -> tuple[str, ...]:
    """The words of a phrase in lower case, without the full stops of abbreviations."""
    return tuple(low.rstrip(".") or low for low in tokens.lows[phrase.first : phrase.last])


def core_of(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The phrase without what commas, brackets, relative clauses and participles add."""
    match = _CORE_END.search(tokens.tags, phrase.first + 1, phrase.last)
    return Phrase(phrase.first, match.start() if match is not None else phrase.last)


def head_of(tokens: Tokens, core: Phrase, table: SpeechTable) -> str:
    """The head noun: the last word of the first simple phrase, of the second in "US and Iraqi officials"."""
    unit = phrases.unit_at(tokens, core.first, core.last)
    if unit is None:
        return tokens.lows[core.last - 1]
    if tokens.tags[unit.first : unit.last] == "Q" and tokens.tags[unit.last : unit.last + 1] == "O":
        unit = phrases.unit_at(tokens, unit.last + 1, core.last) or unit
    head = tokens.lows[unit.last - 1]
    known = head in table.kinds.heads or head in table.kinds.neutral or head in table.anonymous_heads
    if not known and unit.last < core.last and tokens.tags[unit.last] == "A":
        other = phrases.unit_at(tokens, unit.last + 1, core.last)
        if other is not None:
            return tokens.lows[other.last - 1]
    return head


def plain_name(tokens: Tokens, core: Phrase) -> str:
    """The phrase as a name: without its article, unless that is part of the name ("The Hague Times")."""
    first = core.first
    word = tokens.word(first)
    named = word[0].isupper() and not word.isupper() and not opens_line(tokens, first)
    if tokens.tags[first] == "D" and first + 1 < core.last and not named:
        first += 1
    return flat(tokens.words(first, core.last))


def opens_line(tokens: Tokens, index: int) -> bool:
    """True where a sentence, a quotation or a line begins at the token."""
    if index == 0 or tokens.tags[index - 1] in '."':
        return True
    return "\n" in tokens.text[tokens.ends[index - 1] : tokens.starts[index]]


def apposed_name(tokens: Tokens, phrase: Phrase, core: Phrase) -> str | None:
    """The name behind the comma of "the splinter group, Jaish", where the phrase in front holds none."""
    first = core.last + 1 + (tokens.tags[core.last + 1 : core.last + 2] == "D")
    behind = tokens.tags[core.last : core.last + 1] + tokens.tags[first : first + 1]
    if "C" in tokens.tags[core.first : core.last] or behind != ",C" or first >= phrase.last:
        return None
    match = _APPOSED.match(tokens.tags, first, phrase.last)
    if first > core.last + 1 and match is not None and tokens.tags[match.end() : match.end() + 1] not in (",", ""):
        return None  # "the agency, the Union's own"
    return flat(tokens.words(*match.span())) if match is not None else None


def described_from(tokens: Tokens, run: Phrase) -> int:
    """Where the plain words in front of a name begin ("the rebel group Jaish")."""
    first = run.first
    while first > 0 and tokens.tags[first - 1] in "NS" and run.first - first < _PREMODIFIERS:
        first -= 1
    return first - 1 if first < run.first and first > 1 and tokens.tags[first] == "S" else first
