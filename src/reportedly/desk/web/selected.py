"""Words that were selected in a report in, the value they mean out, as a person would type it in."""

from reportedly.cleaning.clean import clean
from reportedly.desk.field_values import UNKNOWN, value_of
from reportedly.errors import UsageError
from reportedly.records.counts import Count
from reportedly.records.reports import Report
from reportedly.records.vocabulary import ClaimField
from reportedly.understanding.numbers import find_figures

COUNTED = frozenset({ClaimField.KILLED.value, ClaimField.INJURED.value})


def typed(field: str, words: str, *, basis: str = "") -> str:
    """``words`` where they are a value already; of a count, the one figure that the language reads in them.

    Of who is blamed, the name with the ``basis``. UsageError, with what would be right, where they are none of these.
    """
    if field.lower() == ClaimField.PERPETRATORS and basis and "(" not in words and words.strip().lower() != UNKNOWN:
        return f"{' '.join(words.split())} ({basis})"
    try:
        value_of(field, words)
    except UsageError:
        found = _figures(words) if field.lower() in COUNTED else []
        if len(found) != 1:
            raise
        return spelled(found[0])
    return words


def spelled(count: Count) -> str:
    """A count as ``set`` takes it: 3, 3-5, 3+."""
    if count.high is None:
        return f"{count.low or 0}+"
    return f"{count.low}" if count.low == count.high else f"{count.low or 0}-{count.high}"


def _figures(words: str) -> list[Count]:
    if not words.strip():
        return []
    return [figure.count for figure in find_figures(clean(Report(id="selected", content=words)))]
