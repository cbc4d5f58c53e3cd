"""A line on standard error that says how far a run has come, for anything that takes over two seconds."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING, Self

from reportedly.desk.wording import wording

if TYPE_CHECKING:
    from rich.live import Live
    from rich.spinner import Spinner

PATIENCE_S = 2.0
"""Shorter waits show nothing: a line that flashes by is noise (the issue names two seconds)."""


class Watch:
    """A context in which a status line appears on standard error after ``PATIENCE_S``, if that is a terminal."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._timer: Timer | None = None
        self._live: Live | None = None
        self._words = wording().phrase("reading")

    def __enter__(self) -> Self:
        self._wait()
        return self

    def __exit__(self, *failure: object) -> None:
        self._clear()

    def show(self, told: int, refused: int) -> None:
        """Puts the counts on the line, where it is shown."""
        self._words = wording().phrase("progress_refused" if refused else "progress", told=told, refused=refused)
        with self._lock:
            if self._live is not None:
                self._live.update(self._line())

    @contextmanager
    def pause(self) -> Iterator[None]:
        """A stretch in which something else is written to the terminal."""
        self._clear()
        yield
        self._wait()

    def _wait(self) -> None:
        if sys.stderr.isatty():
            self._timer = Timer(PATIENCE_S, self._begin)
            self._timer.daemon = True
            self._timer.start()

    def _begin(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - most runs end before they need it
        from rich.live import Live  # noqa: PLC0415 - likewise

        with self._lock:
            if self._timer is not None:
                console = Console(stderr=True)
                # Nothing is redirected: standard output belongs to the answer.
                self._live = Live(
                    self._line(), console=console, transient=True, redirect_stdout=False, redirect_stderr=False
                )
                self._live.start(refresh=True)

    def _line(self) -> "Spinner":
        from rich.spinner import Spinner  # noqa: PLC0415 - likewise

        return Spinner("dots", self._words)

    def _clear(self) -> None:
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
            if self._live is not None:
                self._live.stop()
                self._live = None
