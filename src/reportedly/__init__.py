"""Reads reports of armed attacks and keeps who said what: incidents in which every value is a sourced claim."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.records.incidents import Telling

__all__ = ["__version__", "tell"]
__version__ = "0.1.0"


def tell(
    *,
    text: str,
    published: str | dt.date | dt.datetime | None = None,
    publisher: str | None = None,
    title: str | None = None,
    uri: str | None = None,
    language: str | None = None,
    id: str | None = None,  # noqa: A002 - the contract's own word
    gazetteer: Path | str | None = None,
) -> Telling:
    """What one report tells: its incidents, every claim with the words it stands on, who said what, every place named.

    ``published`` is a day or a time (ISO 8601 where a string; ValueError otherwise), None where not known: no year is
    then made up. ``id`` defaults to a hash of ``uri``, else of the text. ``gazetteer`` is a file
    (TOML or CSV) with places and spellings of your own; DataError names its file and line where it is wrong.
    """
    from reportedly.pipeline.additions import read_addition  # noqa: PLC0415 - keeps `import reportedly` fast
    from reportedly.pipeline.tell import tell_report  # noqa: PLC0415
    from reportedly.records.additions import Additions  # noqa: PLC0415
    from reportedly.records.identity import hash_of  # noqa: PLC0415
    from reportedly.records.moments import parse_moment  # noqa: PLC0415
    from reportedly.records.reports import Report  # noqa: PLC0415

    moment = parse_moment(published) if isinstance(published, str) else published
    report = Report(
        id=id or hash_of(uri or text),
        content=text.replace("\r\n", "\n").replace("\r", "\n"),
        uri=uri,
        publisher=publisher,
        title=title,
        published=moment,
        language=language,
    )
    return tell_report(report, Additions(gazetteer=read_addition(gazetteer)))
