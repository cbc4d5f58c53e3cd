"""A clean text in, its cardinal numbers out, each as the range its words stand for: "at least two" 2 to open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.languages.numbers import NumberWords, number_words
from reportedly.languages.tokens import Token, cut
from reportedly.records.counts import Count
from reportedly.records.mentions import Figure
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.understanding.numbers.digits import counts_nothing

_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+$|\d+$")
_DECIMAL = re.compile(r"(\d+\.\d+)([a-z]*)$")
_SPAN = re.compile(r"(\d[\d,]*)[-–‐‑](\d[\d,]*)$")
_BIG = 10**12
_THOUSAND = 1000
_HUNDRED = 100
_BETWEEN_AGES = 2


@dataclass(frozen=True, slots=True)
class _Match:
    """Tokens ``start`` to ``end`` (exclusive) and what they count."""

    start: int
    end: int
    count: Count


def _whole(word: str) -> int | None:
    if not word[0].isdigit() or len(word) >= 14 or not _WHOLE.match(word):  # noqa: PLR2004
        return None
    return int(word.replace(",", ""))


def _below_hundred(word: str, words: NumberWords) -> int | None:
    """As in "seven", "twenty", "twenty-one"."""
    value = words.units.get(word)
    if value is None:
        value = words.tens.get(word)
    if value is None and "-" in word:
        tens, _, unit = word.partition("-")
        if tens in words.tens and 0 < words.units.get(unit, 0) < 10:  # noqa: PLR2004
            return words.tens[tens] + words.units[unit]
    return value


def _small(tokens: list[str], at: int, words: NumberWords) -> tuple[int, int] | None:
    """A number below a hundred in words at ``at``, with its end; "twenty one" too."""
    value = _below_hundred(tokens[at], words)
    if value is None:
        return None
    if tokens[at] in words.tens and at + 1 < len(tokens) and 0 < words.units.get(tokens[at + 1], 0) < 10:  # noqa: PLR2004
        return value + words.units[tokens[at + 1]], at + 2
    return value, at + 1


def _opening(tokens: list[str], at: int, words: NumberWords) -> tuple[int, int] | None:
    """The first number of a compound, with its end: "twenty-one", "2,500", the "a" of "a hundred"."""
    small = _small(tokens, at, words)
    if small is not None:
        return small
    whole = _whole(tokens[at])
    if whole is not None:
        return whole, at + 1
    single = tokens[at] in words.words["singles"] and at + 1 < len(tokens) and tokens[at + 1] in words.multipliers
    return (1, at + 1) if single else None


def _grown(tokens: list[str], opening: tuple[int, int], words: NumberWords, *, spelled: bool) -> tuple[int, int]:
    """The compound that grows from its first number: multipliers, and smaller numbers where it is ``spelled`` out."""
    total, (current, end) = 0, opening
    while end < len(tokens):
        factor = words.multipliers.get(tokens[end])
        if factor is not None and current * factor < _BIG:
            current, end = current * factor, end + 1
            if factor >= _THOUSAND:
                total, current = total + current, 0
            continue
        step = end + (tokens[end] in words.words["and"])
        if not spelled or step >= len(tokens) or total + current < _HUNDRED or current % _HUNDRED:
            break
        after = _small(tokens, step, words)
        if after is None:
            break
        current, end = current + after[0], after[1]
    return total + current, end


def _in_words(tokens: list[str], at: int, words: NumberWords) -> tuple[int, int] | None:
    """A number ("one hundred and twenty", "a dozen", "2.5 million"), with its end."""
    if tokens[at][0].isdigit() and _DECIMAL.match(tokens[at]):
        return _decimal(tokens, at, words)
    opening = _opening(tokens, at, words)
    if opening is None:
        return None
    value, end = opening
    if tuple(tokens[end : end + 3]) == words.half and end + 3 < len(tokens) and tokens[end + 3] in words.multipliers:
        factor = words.multipliers[tokens[end + 3]]
        return value * factor + factor // 2, end + 4
    return _grown(tokens, opening, words, spelled=not tokens[at][0].isdigit())


def _decimal(tokens: list[str], at: int, words: NumberWords) -> tuple[int, int] | None:
    """As in "1.2m", "2.5 million"; None for a decimal that counts no whole things."""
    found = _DECIMAL.match(tokens[at])
    if found is None:
        return None
    factor, end = words.suffixes.get(found[2]), at + 1
    if not found[2] and end < len(tokens):
        factor, end = words.multipliers.get(tokens[end]), end + 1
    return (round(float(found[1]) * factor), end) if factor else None


def _dash(tokens: list[str], at: int) -> _Match | None:
    """As in "10-15" in one token."""
    found = _SPAN.match(tokens[at])
    if not found:
        return None
    low, high = _whole(found[1]), _whole(found[2])
    return _Match(at, at + 1, Count(low, high)) if low is not None and high is not None and low < high else None


def _second(tokens: list[str], at: int, words: NumberWords) -> tuple[int, int] | None:
    return _in_words(tokens, at, words) if at < len(tokens) else None


def _range(tokens: list[str], first: _Match, words: NumberWords) -> _Match:
    """As in "10 to 15", "two or three", "between 10 and 15"; the number itself where no second one follows."""
    at, low = first.end, first.count.low
    if at >= len(tokens) or low is None:
        return first
    before = tokens[first.start - 1] if first.start else ""
    if before in words.words["months"]:
        return first
    between = before in words.words["range_between"] and tokens[at] in words.words["and"]
    word = tokens[at]
    joined = (
        between
        or (word in words.words["range_to"] and before not in words.words["range_from"])
        or word in words.words["range_or"]
    )
    if not joined:
        return first
    other = _second(tokens, at + 1, words)
    if other is None or other[0] <= low or (word in words.words["range_or"] and other[0] > 2 * low + 2):
        return first
    return _Match(first.start - between, other[1], Count(low, other[0]))


def _looks_plural(tokens: list[str], at: int, words: NumberWords) -> bool:
    """True where one of the two next words is a plural."""
    for word in tokens[at : at + 2]:
        if word in words.words["plurals"]:
            return True
        if len(word) > 3 and word.endswith(words.plural_endings) and word not in words.words["not_plurals"]:  # noqa: PLR2004
            return True
    return False


def _core(tokens: list[str], at: int, words: NumberWords) -> _Match | None:
    """The number that starts at ``at``, without what stands in front of it."""
    word = tokens[at]
    amount = words.amounts.at(tokens, at)
    if amount and at and tokens[at - 1] in words.words["amount_blockers"]:
        return None
    if amount:
        return _Match(at, amount[0], words.amount_counts[amount[1]])
    if word[0].isdigit() and (dashed := _dash(tokens, at)):
        return dashed
    found = _in_words(tokens, at, words)
    if found:
        return _range(tokens, _Match(at, found[1], Count.exactly(found[0])), words)
    if word in words.words["some"] and _looks_plural(tokens, at + 1, words):
        return _Match(at, at + 1, Count.at_least(2))
    return None


def _hedged(kind: str, count: Count) -> Count:
    """A count under a hedge: "at least" opens it upwards, "up to" downwards."""
    if kind == "at_least" and count.low is not None:
        return Count.at_least(count.low)
    if kind == "at_most" and count.high is not None:
        return Count(None, count.high)
    return count


def _with_hedges(tokens: list[str], core: _Match, words: NumberWords) -> _Match:
    """The number with the hedges around it."""
    start, end, count = core.start, core.end, core.count
    after = words.after.at(tokens, end) if end < len(tokens) else None
    if after:
        end, count = after[0], _hedged(after[1], count)
    hedged = True
    while hedged and start:
        hedged = False
        for at in range(max(0, start - words.hedge_length), start):
            found = words.hedges.at(tokens, at)
            if found and found[0] == start and not (at and tokens[at - 1] in words.words["ceiling_blockers"]):
                start, count, hedged = at, _hedged(found[1], count), True
                break
    return _Match(start, end, count)


def _past_hedge(tokens: list[str], at: int, words: NumberWords) -> int:
    """Where the number behind a hedge at ``at`` starts ("as many as 30"); ``at`` itself where there is none."""
    hedge = words.hedges.at(tokens, at)
    if hedge is None or hedge[0] >= len(tokens):
        return at
    amount = words.amounts.at(tokens, at)
    if amount and amount[0] > hedge[0]:
        return at
    return hedge[0] if _core(tokens, hedge[0], words) else at


def _is_pronoun(tokens: list[str], core: _Match, words: NumberWords) -> bool:
    """True for a "one" that is no number: "no one", "one another"."""
    if core.end != core.start + 1 or words.units.get(tokens[core.start]) != 1:
        return False
    before = tokens[core.start - 1] if core.start else ""
    after = tokens[core.end] if core.end < len(tokens) else ""
    return before in words.words["one_blockers"] or after in words.words["one_followers"]


def _is_next_age(tokens: list[str], core: _Match, age_end: int, words: NumberWords) -> bool:
    """True for the second of two ages: "ages 19 and 20"."""
    between = tokens[age_end : core.start]
    return (
        bool(age_end)
        and 0 < len(between) <= _BETWEEN_AGES
        and all(word == "," or word in words.words["and"] for word in between)
    )


def figures_in(tokens: Sequence[Token], text: str, words: NumberWords) -> list[tuple[int, int, Count]]:
    """Token start, token end (exclusive) and range of every cardinal number among the tokens of one sentence."""
    plain = [word for word, _, _ in tokens]
    found = []
    free, age_end = 0, 0
    for opening, word in enumerate(plain):
        if opening < free:
            continue
        numeral = word in words.starts or word[0].isdigit() or ("-" in word and _opens_compound(word, words))
        at = _past_hedge(plain, opening, words) if word in words.hedges.by_first else opening
        if at == opening and not numeral:
            continue
        core = _core(plain, at, words)
        if core is None or _is_pronoun(plain, core, words):
            free = core.end if core else at + 1
            continue
        if _is_next_age(plain, core, age_end, words) or counts_nothing(
            tokens, core.start, core.end, text=text, words=words
        ):
            free = core.end
            age_end = free if core.start and (plain[core.start - 1] in words.words["age_before"] or age_end) else 0
            continue
        age_end = 0
        match = _with_hedges(plain, core, words)
        found.append((match.start, match.end, match.count))
        free = match.end
    return found


def _opens_compound(word: str, words: NumberWords) -> bool:
    """True for the "twenty-one" kind of word."""
    return word.partition("-")[0] in words.tens


def find_figures(clean: CleanText) -> tuple[Figure, ...]:
    """Every cardinal number outside furniture, in text order; years, clock times, ages, prices are none."""
    words = number_words(clean.language)
    found = []
    for sentence in clean.sentences:
        if sentence.furniture:
            continue
        tokens = cut(clean.text, sentence.span.start, sentence.span.end)
        for start, end, count in figures_in(tokens, clean.text, words):
            found.append(Figure(Span(tokens[start][1], tokens[end - 1][2]), count))
    return tuple(found)
