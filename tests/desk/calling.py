"""Calls the command line as a shell does, in this process."""

import sys
from dataclasses import dataclass

import pytest

from reportedly.desk.cli import main


@dataclass(frozen=True, slots=True)
class Answer:
    """Exit status, standard output, standard error."""

    status: int
    out: str
    err: str

    @property
    def words(self) -> str:
        """What was printed, however it is wrapped."""
        return " ".join(self.out.split())

    @property
    def complaint(self) -> str:
        """What was complained of, however it is wrapped."""
        return " ".join(self.err.replace("│", " ").split())


class Caller:
    """Runs ``reportedly`` with arguments."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Answer:
        self._capsys.readouterr()
        with self._monkeypatch.context() as patched:
            patched.setattr(sys, "argv", ["reportedly", *arguments])
            with pytest.raises(SystemExit) as ended:
                main()
        told = self._capsys.readouterr()
        code = ended.value.code
        return Answer(code if isinstance(code, int) else 0, told.out, told.err)
