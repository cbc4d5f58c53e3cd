"""A path in, the user's file as it was read out: opened once, at the start of a run."""

from pathlib import Path

from reportedly.errors import DataError
from reportedly.records.additions import Addition

MOST_BYTES = 64 * 1024 * 1024
"""A list of a million places takes about this much; more is another file than was meant."""


def read_addition(path: Path | str | None) -> Addition | None:
    """The file at ``path``, None for None; DataError where it is missing, too large or not UTF-8."""
    if path is None:
        return None
    try:
        with Path(path).open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror}") from error
    if len(raw) > MOST_BYTES:
        raise DataError(f"{path}: larger than {MOST_BYTES} bytes")
    try:
        return Addition(str(path), raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise DataError(f"{path}, line {line}: not UTF-8 ({error.reason}); save it as UTF-8") from error
