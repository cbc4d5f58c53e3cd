import io
import sys
import time

import pytest

from reportedly.desk import progress
from reportedly.desk.progress import Watch


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def open_terminal(monkeypatch: pytest.MonkeyPatch, *, patience_s: float) -> Terminal:
    """Standard error as a terminal; within a test, since pytest sets it anew before each."""
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE_S", patience_s)
    return stream


def until_shown(stream: Terminal, words: str) -> bool:
    """True as soon as the words are there, False after five seconds."""
    limit = time.monotonic() + 5
    while time.monotonic() < limit:
        if words in stream.getvalue():
            return True
    return False


def test_a_quick_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = open_terminal(monkeypatch, patience_s=60.0)
    with Watch() as watch:
        watch.show(1, 0)
    assert terminal.getvalue() == ""


def test_a_long_run_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = open_terminal(monkeypatch, patience_s=0.0)
    with Watch() as watch:
        watch.show(1200, 3)
        assert until_shown(terminal, "reports read: 1,200, refused: 3")


def test_the_line_gives_way_while_a_report_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = open_terminal(monkeypatch, patience_s=0.0)
    with Watch() as watch:
        assert until_shown(terminal, "reading")
        with watch.pause():
            before = terminal.getvalue()
            terminal.write("a report")
        assert terminal.getvalue().startswith(f"{before}a report")


def test_a_log_file_gets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE_S", 0.0)
    with Watch() as watch:
        watch.show(1, 0)
    assert stream.getvalue() == ""


def test_standard_output_stays_the_answers_own(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = open_terminal(monkeypatch, patience_s=0.0)
    before = sys.stdout
    with Watch():
        assert until_shown(terminal, "reading")
        assert sys.stdout is before
