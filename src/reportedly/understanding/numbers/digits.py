"""A number among its neighbours in, whether it counts anything out: years, dates, clocks, ages and labels do not."""

from collections.abc import Sequence

from reportedly.languages.numbers import NumberWords
from reportedly.languages.tokens import Token

_MONTH_DAYS = 31
_OLDEST = 115
_YEARS = (1800, 2100)


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at][0] if 0 <= at < len(tokens) else ""


def _is_money_or_share(tokens: Sequence[Token], start: int, end: int, words: NumberWords) -> bool:
    after = _word(tokens, end)
    return (
        _word(tokens, start - 1) in words.words["money_before"]
        or after in words.words["money_after"]
        or after in words.words["percent"]
    )


def _is_date(tokens: Sequence[Token], start: int, end: int, words: NumberWords) -> bool:
    months = words.words["months"]
    before, after = _word(tokens, start - 1), _word(tokens, end)
    if before in months or (before == "." and _word(tokens, start - 2) in months):
        return not (after and after in words.words["plurals"])
    if after in months and int(_digits(tokens[start][0])) <= _MONTH_DAYS:
        return True
    return before == "," and _word(tokens, start - 2).isdigit() and _word(tokens, start - 3) in months


def _digits(word: str) -> str:
    return word.replace(",", "") if word.replace(",", "").isdigit() else "999999"


def _is_year(tokens: Sequence[Token], start: int, end: int, words: NumberWords) -> bool:
    word, after = _word(tokens, start), _word(tokens, end)
    if not (len(word) == 4 and word.isdigit() and _YEARS[0] <= int(word) < _YEARS[1]):  # noqa: PLR2004
        return False
    plural = after in words.words["plurals"] or (
        after.endswith(words.plural_endings) and after not in words.words["not_plurals"]
    )
    return not plural or _word(tokens, start - 1) in words.words["year_before"]


def _is_clock(tokens: Sequence[Token], end: int, words: NumberWords) -> bool:
    after = _word(tokens, end)
    return after in words.words["clock_after"]


def _is_age(tokens: Sequence[Token], start: int, end: int, words: NumberWords) -> bool:
    before, after = _word(tokens, start - 1), _word(tokens, end)
    if before in words.words["age_before"]:
        return True
    if end < len(tokens) and words.age_after.at([word for word, _, _ in tokens[end : end + 3]], 0):
        return True
    digits = _digits(tokens[start][0])
    if end - start != 1 or int(digits) > _OLDEST:
        return False
    if before == "," and (after in {",", ".", ";", ""} or after in words.words["and"]):
        return start >= 2 and _word(tokens, start - 2)[0].isalpha()  # noqa: PLR2004
    return before == "(" and after == ")"


def _is_address(tokens: Sequence[Token], end: int, *, text: str, words: NumberWords) -> bool:
    streets = words.words["street"]
    for at in range(end, min(end + 4, len(tokens))):
        word, begin, _ = tokens[at]
        if word in streets:
            return at > end or word in words.words["block"]
        if not text[begin].isupper():
            return False
    return False


def _is_label(tokens: Sequence[Token], start: int, end: int, words: NumberWords) -> bool:
    before = _word(tokens, start - 1)
    if before in words.words["label_before"]:
        return _word(tokens, end) not in words.words["plurals"]
    return _word(tokens, end) in words.words["calibre_after"] or (
        before in {"-", "/"} and start > 1 and tokens[start - 1][2] == tokens[start][1]
    )


def counts_nothing(tokens: Sequence[Token], start: int, end: int, *, text: str, words: NumberWords) -> bool:
    """True where the number at tokens ``start`` to ``end`` is a year, date, clock, age, price, label or address."""
    if _is_money_or_share(tokens, start, end, words) or _is_age(tokens, start, end, words):
        return True
    if not tokens[start][0][0].isdigit():
        return False
    return (
        _is_date(tokens, start, end, words)
        or _is_year(tokens, start, end, words)
        or _is_clock(tokens, end, words)
        or _is_label(tokens, start, end, words)
        or _is_address(tokens, end, text=text, words=words)
    )
