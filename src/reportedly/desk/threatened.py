"""Threats with what followed them in, a list of them out for a terminal."""

from collections.abc import Iterator
from typing import IO

from rich.padding import Padding
from rich.text import Text

from reportedly.desk.listing import short_id
from reportedly.desk.table import STAGE_STYLE, plain
from reportedly.desk.terminal import terminal
from reportedly.desk.wording import wording
from reportedly.desk.words_for import moment_words, number_words
from reportedly.records.answers import Followed, ThreatRow, Threats


def print_threats(found: Threats, stream: IO[str]) -> None:
    """Prints each threat over what followed, then the attacks that no threat came before."""
    words, console = wording(), terminal(stream)
    if not found.threats and not found.attacks:
        console.print(Text(words.phrase("none_found"), "dim"))
        return
    for row in found.threats:
        day = words.phrase("undated") if row.made is None else moment_words(row.made)
        head = Text(f"{words.word('stage_sign', 'threatened')} ", STAGE_STYLE["threatened"]).append(day, "bold")
        console.print(head.append(f"  {short_id(row.incident_id)}", "dim").append(f"  {plain(row.summary)}", "default"))
        for line in threat_lines(row):
            console.print(Padding(Text(plain(line)), (0, 0, 0, 2), expand=False))
    if found.attacks:
        console.print()
        console.print(Text(words.phrase("threat_none", window=found.window), "bold"))
        for attack in found.attacks:
            named = Text(short_id(attack.incident_id), "dim").append(f"  {plain(attack.summary)}", "default")
            console.print(Padding(named, (0, 0, 0, 2), expand=False))


def threat_lines(row: ThreatRow) -> Iterator[str]:
    """By whom, on what condition, what followed."""
    words = wording()
    yield words.phrase("threat_by", by=", ".join(row.by)) if row.by else words.phrase("threat_nobody")
    if row.condition is not None:
        yield words.phrase("threat_condition", condition=words.page("quoted", quote=row.condition))
    yield from (_followed(one) for one in row.followed)
    if row.until is None:
        yield words.phrase("threat_undated")
    elif not row.followed:
        yield words.phrase("threat_open" if row.open else "threat_nothing", until=moment_words(row.until))


def _followed(one: Followed) -> str:
    words = wording()
    after = words.phrase("after_same") if one.days == 0 else number_words("after", one.days)
    key = "threat_followed_denied" if one.denied else "threat_followed"
    return words.phrase(key, after=after, summary=one.summary, basis=words.word("basis", one.basis.value))
