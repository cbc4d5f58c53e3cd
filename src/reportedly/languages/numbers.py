"""A language code in, its number words out: what they count, what hedges them, which digits count nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reportedly.errors import DataError
from reportedly.languages.tables import spoken, table
from reportedly.languages.tokens import cut
from reportedly.records.counts import Count

Phrase = tuple[str, ...]
"""Lower-case tokens in order."""

_AMOUNT_KEYS = ("words", "low", "high")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their first token, longest first, each with what it stands for.

    ``alone`` are those of one token, ``longer`` the others by their first and second.
    """

    by_first: dict[str, tuple[tuple[Phrase, str], ...]]
    alone: dict[str, str]
    longer: dict[str, dict[str, list[tuple[list[str], str]]]]

    def at(self, words: list[str], place: int) -> tuple[int, str] | None:
        """The end and the value of the longest phrase that starts at ``place``; None where none does."""
        first = words[place]
        following = self.longer.get(first)
        if following is not None and place + 1 < len(words):
            for phrase, value in following.get(words[place + 1], ()):
                if words[place : place + len(phrase)] == phrase:
                    return place + len(phrase), value
        return (place + 1, self.alone[first]) if first in self.alone else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """The number words of one language, lower case; ``digits_*`` are the settings in which digits count nothing."""

    units: dict[str, int]
    tens: dict[str, int]
    multipliers: dict[str, int]
    suffixes: dict[str, int]
    ordinals: dict[str, int]
    ordinal_suffixes: frozenset[str]
    amounts: Phrases
    amount_counts: dict[str, Count]
    hedges: Phrases
    hedge_length: int
    after: Phrases
    words: dict[str, frozenset[str]]
    half: Phrase
    plural_endings: tuple[str, ...]
    age_after: Phrases
    starts: frozenset[str]


def strings(value: object, where: str) -> tuple[str, ...]:
    """A TOML list of strings; DataError where it is anything else."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise DataError(f"{where}: a list of strings is right, got {value!r}")
    return tuple(value)


def _numbers(value: object, where: str) -> dict[str, int]:
    if not isinstance(value, dict) or not all(isinstance(item, int) for item in value.values()):
        raise DataError(f"{where}: a table of whole numbers is right")
    return {str(word): int(number) for word, number in value.items()}


def section(source: dict[str, object], key: str, where: str) -> dict[str, object]:
    """A TOML table inside a table; DataError where it is missing or is none."""
    value = source.get(key)
    if not isinstance(value, dict):
        raise DataError(f"{where}: a table [{key}] is right")
    return {str(name): item for name, item in value.items()}


def split_phrase(text: str) -> Phrase:
    """A phrase's tokens, the way texts are cut: punctuation that stands alone is a token of its own."""
    return tuple(word for word, _, _ in cut(text))


def phrases(pairs: Iterable[tuple[str, str]]) -> Phrases:
    """Phrases and their values, ready to be matched."""
    by_first: dict[str, list[tuple[Phrase, str]]] = {}
    for text, value in pairs:
        phrase = split_phrase(text)
        by_first.setdefault(phrase[0], []).append((phrase, value))
    ordered = {first: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for first, found in by_first.items()}
    alone: dict[str, str] = {}
    longer: dict[str, dict[str, list[tuple[list[str], str]]]] = {}
    for first, found in ordered.items():
        for phrase, value in found:
            if len(phrase) == 1:
                alone.setdefault(first, value)
            else:
                longer.setdefault(first, {}).setdefault(phrase[1], []).append((list(phrase), value))
    return Phrases(ordered, alone, longer)


def _amounts(value: object, where: str) -> dict[str, Count]:
    if not isinstance(value, list):
        raise DataError(f"{where}: a list of [[amount]] is right")
    found: dict[str, Count] = {}
    for entry in value:
        if not isinstance(entry, dict) or any(key not in _AMOUNT_KEYS for key in entry):
            raise DataError(f"{where}: [[amount]] has words, low and high, got {entry!r}")
        count = Count(entry.get("low"), entry.get("high"))
        for word in strings(entry.get("words"), where):
            found[" ".join(split_phrase(word))] = count
    return found


def _hedges(source: dict[str, object], where: str, *, after: bool) -> Phrases:
    wanted = [key for key in source if key.endswith("_after") is after]
    return phrases((text, key.removesuffix("_after")) for key in wanted for text in strings(source[key], where))


@cache
def number_words(code: str) -> NumberWords:
    """The number words that read texts in ``code`` (BCP 47); DataError where the table is wrong."""
    language = spoken(code)
    raw = table(language, "numbers")
    where = f"languages/{language}/numbers.toml"
    plain = {
        key: frozenset(strings(value, where))
        for key, value in raw.items()
        if isinstance(value, list) and key not in ("amount", "half")
    }
    not_counts = section(raw, "not_counts", where)
    plain |= {key: frozenset(strings(value, where)) for key, value in not_counts.items() if key != "age_after"}
    amounts = _amounts(raw.get("amount"), where)
    tables = {key: _numbers(raw.get(key), where) for key in ("units", "tens", "multipliers", "suffixes", "ordinals")}
    hedge_section = section(raw, "hedges", where)
    hedges = _hedges(hedge_section, where, after=False)
    amount_phrases = phrases((text, text) for text in amounts)
    ordinal_digits = section(raw, "ordinal_digits", where)
    return NumberWords(
        **tables,
        ordinal_suffixes=frozenset(strings(ordinal_digits.get("suffixes"), where)),
        amounts=amount_phrases,
        amount_counts=amounts,
        hedges=hedges,
        hedge_length=max(len(phrase) for found in hedges.by_first.values() for phrase, _ in found),
        after=_hedges(hedge_section, where, after=True),
        words=plain,
        half=strings(raw.get("half"), where),
        plural_endings=strings(raw.get("plural_endings"), where),
        age_after=phrases((text, text) for text in strings(not_counts.get("age_after"), where)),
        starts=frozenset(
            [*tables["units"], *tables["tens"], *amount_phrases.by_first, *plain["singles"], *plain["some"]]
        ),
    )
