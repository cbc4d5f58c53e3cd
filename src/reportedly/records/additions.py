"""What a user adds to what ships: files as read, values that compare by content and can be sent to another process."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addition:
    """One file of the user's own: ``file`` names it in errors, ``content`` is its text; parsed where it is used."""

    file: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """The files a user adds to a run, each None where there is none: ``gazetteer`` holds places and spellings."""

    gazetteer: Addition | None = None


NOTHING = Additions()
"""No file of the user's own: what ships, alone."""
