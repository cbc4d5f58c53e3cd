"""A page of the documentation in, the same page with the output its examples give now out.

A ``console`` block holds commands after ``$`` and what they print, a ``pycon`` block Python after ``>>>``; each page's
Python shares one set of names. Commands run in a folder of their own, in which ``src`` leads to the repository's.
"""  # noqa: INP001 - a script, not a package

import contextlib
import doctest
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
COLUMNS = "80"
_BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def refreshed(page: str) -> str:
    """The page with every example run again."""
    names: dict[str, object] = {}
    with TemporaryDirectory() as room:
        folder = Path(room)
        (folder / "src").symlink_to(ROOT / "src")

        def again(block: re.Match[str]) -> str:
            kind, body = block.groups()
            return f"```{kind}\n{_console(body, folder) if kind == 'console' else _python(body, names)}```"

        return _BLOCK.sub(again, page)


def printed(command: str, folder: Path) -> str:
    """What a command prints on standard output and standard error, as a terminal of 80 columns shows it."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": COLUMNS,
        "PYTHONUTF8": "1",
        "NO_COLOR": "1",
    }
    done = subprocess.run(  # noqa: S603 - our own pages
        ["bash", "-c", command],  # noqa: S607 - wherever bash is
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())


def _console(body: str, folder: Path) -> str:
    """Each command of a block, a blank line after one that prints nothing left out."""
    lines: list[str] = []
    for command in _commands(body):
        lines.append("$ " + command.replace("\n", "\n> "))
        lines += [output] if (output := printed(command, folder)) else []
    return "\n".join(lines) + "\n"


def _commands(body: str) -> list[str]:
    """The commands of a block; a line after ``>`` goes on with the one before."""
    commands: list[str] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            commands.append(line[2:])
        elif line.startswith("> ") and commands:
            commands[-1] += f"\n{line[2:]}"
    return commands


def _python(body: str, names: dict[str, object]) -> str:
    """Each statement of a block with what it prints."""
    parts: list[str] = []
    for example in doctest.DocTestParser().get_examples(body):
        source = example.source.splitlines()
        parts.append("\n".join(f"{'... ' if at else '>>> '}{line}".rstrip() for at, line in enumerate(source)) + "\n")
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            exec(compile(example.source, "<example>", "single"), names)  # noqa: S102 - our own pages
        parts.append(told.getvalue())
    return "".join(parts)
