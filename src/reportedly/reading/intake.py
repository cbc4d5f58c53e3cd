"""What every reader is given: an open stream of bytes with its name and what is known of it."""

from dataclasses import dataclass
from typing import BinaryIO

from reportedly.errors import NotText, TooLarge
from reportedly.reading.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """One input to be read. ``where`` names it in refusals; ``uri`` is its http(s) address, None for files and pipes.

    ``media_type`` and ``charset`` are what a server said, None where it said nothing.
    """

    where: str
    stream: BinaryIO
    uri: str | None = None
    media_type: str | None = None
    charset: str | None = None


def read_whole(intake: Intake, limits: Limits, *, most: int | None = None) -> bytes:
    """All bytes of an input; TooLarge beyond ``most`` (None: a document's limit), NotText where it is empty."""
    cap = most or limits.document_bytes
    data = intake.stream.read(cap + 1)
    if len(data) > cap:
        raise TooLarge(intake.where, f"over {cap:,} bytes, the limit of one document")
    if not data.strip():
        raise NotText(intake.where, "empty; a report needs at least a sentence")
    return data
