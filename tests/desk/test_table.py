import io
from dataclasses import replace

import pytest
from rich.console import Console

from reportedly.desk.table import plain, print_table, report_view
from reportedly.records.incidents import Telling

WIDTHS = (40, 60, 80, 120, 160, 200)


def seen(telling: Telling, width: int, *, colour: bool = False) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, force_terminal=colour, color_system="standard" if colour else None, highlight=False
    )
    console.print(report_view(telling, width=width))
    return stream.getvalue()


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(telling: Telling, width: int) -> None:
    assert max(len(line) for line in seen(telling, width).splitlines()) <= width


@pytest.mark.parametrize("width", [60, 80, 200])
def test_every_value_is_told_at_every_width(telling: Telling, width: int) -> None:
    shown = seen(telling, width)
    for value in ("⊘ thwarted", "drone attack", "12 March 2024", "withheld", "killed at least 24", "the army"):
        assert value in words(shown)


def test_a_narrow_terminal_gets_labels_and_a_wide_one_columns(telling: Telling) -> None:
    assert "who is blamed, by whose word" not in words(seen(telling, 80))
    assert "who is blamed, by whose word" in words(seen(telling, 200))


def test_the_stage_has_a_sign_and_not_only_a_colour(telling: Telling) -> None:
    shown = seen(telling, 80)
    assert all(sign in shown for sign in ("⊘ thwarted", "◇ threatened", "● accomplished"))


def test_whoever_is_blamed_stands_with_the_basis_and_the_speaker(telling: Telling) -> None:
    assert "the Marsh Brigade (accused) — A local councillor" in words(seen(telling, 80))


def test_a_chain_leads_through_the_agency_and_leaves_the_publisher_to_the_heading(telling: Telling) -> None:
    shown = words(seen(telling, 80))
    assert "two defence officials, anonymous → Gulf Wire;" in shown
    assert "→ The Delta Post" not in shown
    assert "The Delta Post · 2024-03-13T06:30+00:00" in shown


def test_background_is_said_in_words_and_dimmed(telling: Telling) -> None:
    assert "● accomplished bombing background" in words(seen(telling, 80))
    assert "\x1b[2m" in seen(telling, 80, colour=True)


def test_a_quiet_report_says_so_and_what_it_tells_instead(quiet: Telling) -> None:
    shown = words(seen(quiet, 80))
    assert "no incident" in shown
    assert "tally at least 16 · attacks · since: the 17th — the ministry" in shown


def test_a_report_that_tells_nothing_says_so(quiet: Telling) -> None:
    assert "nothing of its own" in seen(replace(quiet, claims=()), 80)


def test_a_report_cannot_act_on_the_terminal(telling: Telling) -> None:
    hostile = replace(telling, report=replace(telling.report, title="\x1b[31mred\x07 \u202egnp.exe"))
    shown = seen(hostile, 80)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert plain("a\x1b]0;b\x07c\nd") == "a ]0;b c d"


def test_markup_of_the_terminal_library_is_shown_as_it_stands(telling: Telling) -> None:
    hostile = replace(telling, report=replace(telling.report, title="[bold]loud[/bold] :bomb:"))
    stream = io.StringIO()
    print_table([hostile], stream)
    assert "[bold]loud[/bold] :bomb:" in stream.getvalue()


def test_totals_follow_more_than_one_report(telling: Telling, quiet: Telling) -> None:
    stream = io.StringIO()
    print_table([telling, quiet], stream)
    assert stream.getvalue().splitlines()[-1] == "2 reports, 3 incidents"


def test_a_pipe_gets_no_colour(telling: Telling) -> None:
    stream = io.StringIO()
    print_table([telling], stream)
    assert "\x1b" not in stream.getvalue()
