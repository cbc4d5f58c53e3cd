"""Objects in, one JSON answer out; and what the API's description says of such an answer."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Any

from fastapi import Query, Request, Response
from pydantic import WithJsonSchema

from reportedly.desk.web.conditional import JSON, answered
from reportedly.errors import UsageError
from reportedly.exporting.contract import json_line


def object_answer(request: Request, told: Mapping[str, object]) -> Response:
    """The object as JSON."""
    link = told.get("next")
    return answered(request, json_line(dict(told)).encode(), JSON, link=link if isinstance(link, str) else None)


def described(name: str) -> dict[int | str, dict[str, Any]]:
    """What the description says of an answer: its keys, and an example of it from ``examples.json``."""
    example = examples()[name]
    keys = sorted(example)
    schema = {"type": "object", "required": keys, "properties": {key: {} for key in keys}}
    return {200: {"description": "The answer.", "content": {JSON: {"schema": schema, "example": example}}}}


@cache
def examples() -> Mapping[str, dict[str, Any]]:
    """An answer of each kind, as a ledger of the samples gives it."""
    told: dict[str, dict[str, Any]] = json.loads(
        files("reportedly.desk.web.api").joinpath("examples.json").read_text(encoding="utf-8")
    )
    return told


Cursor = Annotated[
    str | None,
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{1,14}[.][0-9]{1,14}$"}),
    Query(description="Where the page before ended; `next` of a page has it."),
]
"""Declares where a list goes on."""


def place_in_list(after: str | None) -> tuple[int, int] | None:
    """Two numbers with a dot between them, the cursor of a list; UsageError for anything else."""
    if after is None:
        return None
    first, _, second = after.partition(".")
    if not (first.isdecimal() and second.isdecimal() and first.isascii() and len(after) <= LONGEST):
        raise UsageError(f"{after!r} is no place in this list; follow 'next' from page to page")
    return int(first), int(second)


LONGEST = 30
"""Characters of a cursor: two numbers that a database can hold."""
