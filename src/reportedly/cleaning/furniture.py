"""Lines in, the stretches of them that are furniture out: promo lines, captions, menus, newsletter texts.

What is marked here is lost to coding, so a rule marks the least it can be sure of. The words are the language's;
only what no language changes (addresses, handles, rules of dashes) is matched here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.cleaning.lines import Line, ends_with_stop
from reportedly.languages.furniture import Furniture, Reach, Rule, furniture
from reportedly.records.spans import Span

LONG_LINE_WORDS = 45
"""A line of more words than this holds more than a promo; only its first sentence goes. Chosen by eye (GVA, 2026)."""
LONG_CAPTION_WORDS = 70
"""A line of more words than this is no caption; only the credit at its end goes. Chosen by eye (GVA, 2026)."""
LIST_LINES = 12
LIST_WORDS = 25
"""Under a heading of a list of headlines: at most so many lines, each of at most so many words and without a stop."""

_ADDRESS = r"(?:https?://|www\.)\S+|[@#]\w+|[\w.+-]+@[\w-]+\.[\w.]+|\[email\W*protected\]"
_MECHANICAL = re.compile(rf"(?:[^\w@#]|_|{_ADDRESS})*")
"""No letter and no digit outside an address, a handle or a hashtag."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s+(?=[\"'“‘«(]?[^\W_a-z])")
_LEAD = re.compile(r"[^\w\"'“‘«\[(©@#]+")
_SEPARATORS = re.compile(r"\s*[|•·/>,»]+\s*|\s{2,}|\t")
MENU_WORDS = 16
MENU_LENGTH = 250
"""A longer line, in words or in characters, is no menu."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The rules of one language that one text can meet, each with those of its cues that the text holds."""

    table: Furniture
    line: tuple[tuple[Rule, tuple[str, ...]], ...]
    sentence: tuple[tuple[Rule, tuple[str, ...]], ...]

    def rules_for(self, line: str) -> list[Rule]:
        """The rules for lines with a cue in this one."""
        return _cued(self.line, line)

    def is_furniture(self, sentence: str) -> bool:
        """True for a sentence that a rule of reach "sentence" knows."""
        return any(rule.pattern.search(sentence) for rule in _cued(self.sentence, sentence))


def _cued(rules: tuple[tuple[Rule, tuple[str, ...]], ...], words: str) -> list[Rule]:
    lowered = words.lower()
    return [rule for rule, cues in rules if any(cue in lowered for cue in cues)]


def marker_for(text: str, language: str) -> Marker:
    """The rules that can hold in ``text``."""
    table = furniture(language)
    lowered = text.lower()
    found = {cue for cue in table.cues if cue in lowered}
    live = [(rule, cues) for rule in table.rules if (cues := tuple(cue for cue in rule.cues if cue in found))]
    return Marker(
        table=table,
        line=tuple(entry for entry in live if entry[0].reach is not Reach.SENTENCE),
        sentence=tuple(entry for entry in live if entry[0].reach is Reach.SENTENCE),
    )


def _is_menu(words: str, menu: frozenset[str]) -> bool:
    """True for a line of nothing but menu words: one, several parted by bars or blanks, or a row of single words."""
    if len(words) > MENU_LENGTH:
        return False
    lowered = words.lower().strip(" \t:|•·>»«<-–—.*►▶▼▲")
    if lowered in menu:
        return True
    parts = [part for part in _SEPARATORS.split(lowered) if part]
    if len(parts) > MENU_WORDS or not parts:
        return False
    if len(parts) > 1 and all(part in menu for part in parts):
        return True
    single = lowered.split()
    return 1 < len(single) <= MENU_WORDS and all(word.strip(":|•·>,&") in menu or word in "|•·&" for word in single)


def _first_sentence(words: str) -> int:
    match = _SENTENCE_END.search(words)
    return match.end() if match else len(words)


def _reach_of_line(rule: Rule, words: str, lead: int) -> tuple[int, int] | None:
    """What of a line a rule of reach whole, list, line or caption takes."""
    if rule.reach in (Reach.WHOLE, Reach.LIST):
        return (0, len(words)) if rule.pattern.fullmatch(words, lead) else None
    if rule.reach is Reach.LINE:
        if not rule.pattern.match(words, lead):
            return None
        return (0, len(words) if len(words.split()) <= LONG_LINE_WORDS else _first_sentence(words))
    found = rule.pattern.search(words)
    if found is None:
        return None
    return (0 if len(words.split()) <= LONG_CAPTION_WORDS else found.start(), len(words))


def _marks_in(line: Line, marker: Marker, *, first: bool) -> tuple[list[tuple[int, int]], bool]:
    """The marked stretches of one line, and whether it heads a list of headlines; the table's order decides."""
    words = line.words
    if _MECHANICAL.fullmatch(words) or _is_menu(words, marker.table.menu):
        opens = any(rule.reach is Reach.LIST and rule.pattern.fullmatch(words) for rule in marker.rules_for(words))
        return [(0, len(words))], opens
    lead_match = _LEAD.match(words)
    lead = lead_match.end() if lead_match else 0
    found: list[tuple[int, int]] = []
    for rule in marker.rules_for(words):
        if rule.reach is Reach.MATCH:
            found += [match.span() for match in rule.pattern.finditer(words)]
        elif not found and not (first and rule.headlines):
            reach = _reach_of_line(rule, words, lead)
            if reach is not None:
                return [reach], rule.reach is Reach.LIST
    return found, False


def _is_listed(line: Line) -> bool:
    return len(line.words.split()) <= LIST_WORDS and not ends_with_stop(line.words)


def mark(lines: Sequence[Line], marker: Marker) -> list[list[Span]]:
    """For each line the stretches that are furniture, in order and without overlap; the title is spared."""
    marked: list[list[Span]] = []
    listed = 0
    for line in lines:
        if line.title:
            marked.append([])
            continue
        first = line.span.start == 0 or not marked
        found, opens = _marks_in(line, marker, first=first)
        if listed and not found and _is_listed(line):
            found = [(0, len(line.words))]
            listed -= 1
        elif opens:
            listed = LIST_LINES
        elif not found:
            listed = 0
        marked.append(_tidy(found, line.span.start))
    return marked


def _tidy(found: list[tuple[int, int]], offset: int) -> list[Span]:
    """Offsets in a line as spans of the text, overlaps joined."""
    spans: list[Span] = []
    for start, end in sorted(found):
        if end <= start:
            continue
        if spans and start + offset <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, end + offset))
        else:
            spans.append(Span(start + offset, end + offset))
    return spans


def furniture_spans(marked: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Marked sentences as the contract's spans: neighbours with nothing but blanks between them become one."""
    spans: list[Span] = []
    for span in marked:
        if spans and not text[spans[-1].end : span.start].strip():
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return tuple(spans)
