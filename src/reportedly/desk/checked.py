"""Claims about many incidents with their verdicts in, a list of them out for a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO

from rich.padding import Padding
from rich.text import Text

from reportedly.desk.listing import short_id
from reportedly.desk.table import plain
from reportedly.desk.terminal import terminal
from reportedly.desk.wording import wording
from reportedly.desk.words_for import chain_of, moment_words, number_words
from reportedly.records.answers import Check, Doubt, Verdict
from reportedly.records.merged import Incident

STYLE = {Verdict.SUPPORTED: "green", Verdict.CONTRADICTED: "red", Verdict.UNDECIDABLE: "dim"}
GAPS = 3
"""Stretches of time that are named where they are not covered; a ledger of a year may have fifty."""


def print_checks(checks: Sequence[Check], incidents: Mapping[str, Incident], stream: IO[str]) -> None:
    """Prints each claim's words, who says them, the verdict and the incidents that speak for it."""
    words, console = wording(), terminal(stream)
    if not checks:
        console.print(Text(words.phrase("none_found"), "dim"))
        return
    for check in checks:
        head = Text(f"{words.word('verdict_sign', check.verdict.value)} ", STYLE[check.verdict])
        head.append(words.word("verdict", check.verdict.value), "bold")
        console.print(head.append(f"  {words.page('quoted', quote=' '.join(check.assertion.claim.quote.split()))}"))
        for line in _below(check, incidents):
            console.print(Padding(line, (0, 0, 0, 2), expand=False))
    counts = Counter(check.verdict.value for check in checks)
    console.print(Text(words.phrase("check_whole", **{one.value: counts[one.value] for one in Verdict}), "dim"))


def _below(check: Check, incidents: Mapping[str, Incident]) -> Iterator[Text]:
    yield Text(plain(said_words(check)), "cyan")
    if check.doubt is not None:
        yield Text(wording().word("doubt", check.doubt.value))
    if check.doubt not in (Doubt.MEASURE, Doubt.PLACE, Doubt.PERIOD, Doubt.SUBJECT):
        yield Text(term_words(check), "dim")
    yield from (Text(words, "dim") for words in gap_words(check))
    for id_ in check.by:
        yield Text(short_id(id_), "dim").append(f"  {plain(incidents[id_].summary)}" if id_ in incidents else "")


def said_words(check: Check) -> str:
    """Who says it, in which report, and how many more carry the words."""
    words, told = wording(), check.assertion.told
    who = chain_of(check.assertion.claim.source, publisher=None)[0]
    publisher = told.publisher or told.report_id
    published = words.phrase("undated") if told.published is None else moment_words(told.published)
    said = words.phrase("check_said", who=who, publisher=publisher, published=published)
    return f"{said} {number_words('check_again', len(check.again))}" if check.again else said


def term_words(check: Check) -> str:
    """In what place and time it was tested."""
    one = check.assertion
    if one.place is None or one.opens is None or one.last is None:
        return ""
    return wording().phrase(
        "check_term", place=plain(one.place.name), first=moment_words(one.opens), last=moment_words(one.last)
    )


def gap_words(check: Check) -> Iterable[str]:
    """The days that no report covers, the first few stretches of them."""
    words = wording()
    for gap in check.gaps[:GAPS]:
        yield words.phrase("check_gap", first=moment_words(gap.first), last=moment_words(gap.last))
    if len(check.gaps) > GAPS:
        yield number_words("gap_more", len(check.gaps) - GAPS)
