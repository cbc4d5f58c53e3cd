"""A clean text in, where its times stand out: groups and runs of pieces, in text order, furniture left out."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from reportedly.languages.tables import spoken
from reportedly.languages.times import FormKind
from reportedly.records.reports import CleanText
from reportedly.understanding.times.forms import telling_words
from reportedly.understanding.times.ranges import Range, join_ranges
from reportedly.understanding.times.scanning import Group, find_pieces, group_pieces, lowered

_STOPS = tuple('.!?…"”’)]')
_NAME_BEHIND = re.compile(r"[ \u00a0]([^\W\d_a-z][^\W\d_]*[a-z])")
_PAUSES = tuple(",;:.!?()[]\"“”‘'—–")


@dataclass(frozen=True, slots=True)
class Page:
    """One text as it is walked: ``low`` is ``text`` in lower case, character for character as long.

    ``ends`` are the places where sentences end (in old wire copy not the lines), ``runs`` the stretches to search.
    """

    text: str
    low: str
    language: str
    ends: tuple[int, ...]
    runs: tuple[tuple[int, int], ...]

    def same_sentence(self, first: int, second: int) -> bool:
        """True where no sentence ends between two places."""
        at = bisect_left(self.ends, first)
        return at == len(self.ends) or self.ends[at] > second


def page_of(clean: CleanText) -> Page:
    """The page of a clean text."""
    low = lowered(clean.text)
    runs = tuple(_runs(clean))
    stops = {sentence.span.end for sentence in clean.sentences if clean.text[sentence.span.end - 1] in _STOPS}
    ends = tuple(sorted(stops | {end for _, end in runs}))
    return Page(clean.text, low, spoken(clean.language), ends, runs)


def _runs(clean: CleanText) -> list[tuple[int, int]]:
    """Neighbouring sentences of one paragraph, furniture left out; old wire copy breaks lines inside a date."""
    runs: list[tuple[int, int]] = []
    paragraph = -1
    for sentence in clean.sentences:
        if sentence.furniture:
            paragraph = -1
        elif sentence.paragraph == paragraph:
            runs[-1] = (runs[-1][0], sentence.span.end)
        else:
            runs.append((sentence.span.start, sentence.span.end))
            paragraph = sentence.paragraph
    return runs


def locate(page: Page) -> list[Group | Range]:
    """Every group and run of the page."""
    return [group for start, end in page.runs for group in _locate_in(page, start, end)]


def _locate_in(page: Page, start: int, end: int) -> list[Group | Range]:
    pieces = find_pieces(page.text, page.low, start, end, language=page.language)
    groups = group_pieces(page.low, pieces, language=page.language)
    kept = [group for group in groups if not _is_name(page, group, start)]
    return join_ranges(page.low, kept, language=page.language)


def _is_name(page: Page, group: Group, start: int) -> bool:
    """True for a weekday that is a person's first name: no preposition in front, a capitalised word behind."""
    if len(group.pieces) > 1 or group.pieces[0].kind is not FormKind.WEEKDAY or "which" in group.pieces[0].fields:
        return False
    behind = _NAME_BEHIND.match(page.text, group.end)
    if behind is None or behind.group(1).lower() in telling_words(page.language):
        return False
    before = page.text[start : group.start].rstrip()
    return not before or before[-1] in _PAUSES or before.split()[-1][0].isupper()
