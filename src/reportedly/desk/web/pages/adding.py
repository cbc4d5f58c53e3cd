"""Text, an address or files in, reports kept in the ledger out, and what was refused with its reason."""

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, Response, UploadFile

from reportedly.desk.web.opened import Ledger, LedgerName
from reportedly.desk.web.pages.layout import page
from reportedly.errors import Refusal, UsageError
from reportedly.ledger.open import writing_ledger
from reportedly.ledger.reading import totals
from reportedly.pipeline.keep import Occasion, add
from reportedly.reading.read import read
from reportedly.records.moments import Moment, parse_moment
from reportedly.records.reports import Report

router = APIRouter()
ADDRESS = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one report: ``outcome`` in a word; ``reason`` where it was refused."""

    name: str
    outcome: str
    reason: str | None = None
    report_id: str | None = None


@router.get("/add")
def add_page(request: Request, ledger: Ledger) -> Response:
    """The form."""
    return page("add.html", request, done=None, reports=totals(ledger.transaction)[0])


@router.post("/add")
def add_reports(
    request: Request,
    *,
    ledger: LedgerName,
    text: Annotated[str, Form()] = "",
    address: Annotated[str, Form(max_length=2000)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
    publisher: Annotated[str, Form(max_length=300)] = "",
    file: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Keeps what was pasted, named or dropped, as ``reportedly add`` does."""
    given = [one for one in file or () if one.filename]
    if not (text.strip() or address.strip() or given):
        raise UsageError("nothing to add: paste a text, write an address or choose a file")
    if address.strip() and not address.strip().lower().startswith(ADDRESS):
        raise UsageError(f"{address.strip()!r} is no address; it starts with http:// or https://")
    with TemporaryDirectory() as folder:
        paths = [*_stored(given, Path(folder)), *filter(None, [address.strip()]), *(["-"] if text.strip() else [])]
        found = read(
            paths,
            published=_moment(published),
            publisher=publisher.strip() or None,
            stdin=io.BytesIO(text.encode("utf-8", "replace")),
        )
        done = list(_keep(ledger, found, folder))
    return page("add.html", request, status=201, done=done, reports=None)


def _keep(ledger: str, found: Iterable[Report | Refusal], folder: str) -> Iterator[Added]:
    """Keeps reports one by one; a path of ours is no name for a person and is left out."""
    occasion = Occasion(received=dt.datetime.now(dt.UTC), software=version("reportedly"))
    seen: list[Report | Refusal] = []

    def noting() -> Iterator[Report | Refusal]:
        for item in found:
            seen.append(item)
            yield item

    with writing_ledger(ledger, create=False, notify=_unheard) as engine:
        outcomes = list(add(engine, noting(), occasion=occasion))
    for item, outcome in zip(seen, outcomes, strict=True):
        if isinstance(outcome, Refusal):
            yield Added(_named(outcome.where, folder), "refused", _named(outcome.reason, folder))
        elif isinstance(item, Report):
            yield Added(item.title or item.uri or item.id, outcome.value, None, item.id)


def _stored(given: Iterable[UploadFile], folder: Path) -> Iterator[str]:
    """Each file under the last part of its name in a folder of its own, so that none can be put elsewhere."""
    for number, one in enumerate(given):
        own = folder / str(number)
        own.mkdir()
        name = Path((one.filename or "").replace("\\", "/")).name.lstrip(".")[-120:].replace("\0", "") or "report"
        (own / name).write_bytes(one.file.read())
        yield str(own / name)


def _named(words: str, folder: str) -> str:
    """The words without the folder that a file was stored in."""
    return re.sub(re.escape(folder) + r"/(\d+/)?", "", words)


def _moment(words: str) -> Moment | None:
    if not words.strip():
        return None
    try:
        return parse_moment(words)
    except ValueError as error:
        raise UsageError(f"{words!r} is not a date: write 2023-10-18 or 2023-10-18T14:30+03:00") from error


def _unheard(words: str) -> None:
    """A ledger that needs to be brought up to date is refused when the form is opened."""
