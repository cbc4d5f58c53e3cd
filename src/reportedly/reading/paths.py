"""What the caller named in (files, folders, globs), the files to read out, in a settled order."""

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from reportedly.errors import Malformed, NotFound, NotText, Refusal
from reportedly.reading.sniff import EXTENSIONS, is_known

_MAGIC = ("*", "?", "[")
_READ = f"{' '.join(sorted(EXTENSIONS))}, each with .gz too"


def _entries(folder: Path) -> list[Path]:
    return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))


def _kept(entry: Path, seen: frozenset[str]) -> Iterator[Path | Refusal]:
    if entry.is_symlink() and not entry.exists():
        yield NotFound(str(entry), f"a link to {entry.readlink()}, which is not there or leads in a circle")
    elif entry.is_dir():
        yield from _in_folder(entry, seen)
    elif not entry.is_file():
        yield NotText(str(entry), "no ordinary file")
    elif is_known(entry.name):
        yield entry
    else:
        yield NotText(str(entry), f"a kind of file that is not read from folders; read are {_READ}")


def _in_folder(folder: Path, seen: frozenset[str]) -> Iterator[Path | Refusal]:
    """The files of a folder and of those in it, sorted, hidden ones left out; a folder inside itself is refused."""
    real = os.path.realpath(folder)
    if real in seen:
        yield Malformed(str(folder), f"a link back to {real}, which is being read already")
        return
    try:
        entries = _entries(folder)
    except OSError as error:
        yield NotFound(str(folder), f"the folder cannot be opened: {error.strerror}")
        return
    for entry in entries:
        try:
            yield from _kept(entry, seen | {real})
        except OSError as error:
            yield NotFound(str(entry), f"cannot be opened: {error.strerror}")


def _of_folder(folder: Path) -> Iterator[Path | Refusal]:
    empty = True
    for found in _in_folder(folder, frozenset()):
        empty = False
        yield found
    if empty:
        yield NotFound(str(folder), f"no file to read in it; read are {_READ}")


def _of_one(path: Path) -> Iterator[Path | Refusal]:
    if path.is_dir():
        yield from _of_folder(path)
    elif path.exists():
        yield path
    elif path.is_symlink():
        yield NotFound(str(path), f"a link to {path.readlink()}, which is not there or leads in a circle")
    else:
        yield NotFound(str(path), "no such file or folder")


def files_of(path: str) -> Iterator[Path | Refusal]:
    """The files one PATH names: itself, a folder's in sorted order, a glob's (``**`` too); the rest is refused."""
    if not path:
        yield NotFound("an empty path", "a file, a folder, a glob, - or an address is needed")
        return
    try:
        if any(sign in path for sign in _MAGIC) and not os.path.lexists(path):
            matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute patterns
            if not matches:
                yield NotFound(path, "no file matches")
            for match in matches:
                yield from _of_one(Path(match))
            return
        yield from _of_one(Path(path))
    except (OSError, ValueError) as error:
        yield NotFound(path, f"no path: {error}")
