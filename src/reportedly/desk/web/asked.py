"""The query of an address in, the filter and the page it asks for out: the same conditions as those of ``list``."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, Any
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, model_validator

from reportedly.codebook.book import codebook
from reportedly.desk.filters import filter_of, near_of, order_of
from reportedly.desk.web.opened import Reading
from reportedly.errors import UsageError
from reportedly.ledger.reading import incident_id
from reportedly.records.filters import Filter, Page, SortKey
from reportedly.records.vocabulary import IncidentType, Responsibility, Stage

SHOWN, MOST = 50, 200
"""Incidents on a page where nobody says how many, and at most: a whole one with its evidence is some 30 kB."""


BLANK = {"type": "string", "maxLength": 0}
"""What a form sends for a field that nobody filled in."""


def one_code(codes: Iterable[str]) -> WithJsonSchema:
    """Describes a field that takes one of the codes."""
    return WithJsonSchema({"type": "string", "enum": list(codes)})


def many_codes(codes: Iterable[str]) -> WithJsonSchema:
    """Describes a field that takes several of the codes."""
    return WithJsonSchema({"type": "array", "items": {"type": "string", "enum": [*codes, ""]}})


TIME = WithJsonSchema(
    {
        "anyOf": [
            {"type": "string", "format": "date"},
            {"type": "string", "pattern": "^[1-9][0-9]{3}(-(0[1-9]|1[0-2]))?$"},
            BLANK,
        ]
    }
)
WHOLE = WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0, "maximum": 2**31}, BLANK]})
KILOMETRES = WithJsonSchema({"anyOf": [{"type": "number", "minimum": 0}, BLANK]})
EITHER = WithJsonSchema({"anyOf": [{"type": "boolean"}, BLANK]})
SORTED = one_code([*(word for key in SortKey for word in (key.value, f"-{key.value}")), ""])


class Conditions(BaseModel):
    """Conditions that must all hold; several values of one are alternatives. A blank field of a form is none."""

    model_config = ConfigDict(extra="forbid")

    type: Annotated[list[str], many_codes(IncidentType)] = Field(default_factory=list, description="Kind of incident.")
    stage: Annotated[list[str], many_codes(Stage)] = Field(default_factory=list, description="How far it got.")
    since: Annotated[str | None, TIME] = Field(None, description="Not over before this day, month (2024-03) or year.")
    until: Annotated[str | None, TIME] = Field(None, description="Begun by this day, month or year.")
    near: str | None = Field(None, description="Around a place (Kirkuk) or a point (35.47,44.39).")
    radius: Annotated[float | None, KILOMETRES] = Field(
        None, ge=0, allow_inf_nan=False, description="How far around it, in kilometres."
    )
    country: list[str] = Field(default_factory=list, description="A country by its name or code.")
    actor: list[str] = Field(default_factory=list, description="A state, force or group in any role, by name or id.")
    target_kind: Annotated[list[str], many_codes(codebook().codes("party_kind"))] = Field(
        default_factory=list, description="Kind of target."
    )
    responsibility: Annotated[list[str], many_codes(Responsibility)] = Field(
        default_factory=list, description="What is held about who did it."
    )
    min_killed: Annotated[int | None, WHOLE] = Field(None, ge=0, le=2**31, description="At least so many killed.")
    min_sources: Annotated[int | None, WHOLE] = Field(
        None, ge=0, le=2**31, description="At least so many independent speakers."
    )
    disputed: Annotated[bool | None, EITHER] = Field(None, description="Whether reports or speakers differ.")
    text: str | None = Field(None, description="Every one of these words stands in its reports or names.")

    @model_validator(mode="before")
    @classmethod
    def _drop_blanks(cls, asked: Any) -> Any:  # noqa: ANN401 - whatever a query holds
        if not isinstance(asked, dict):
            return asked
        told = {
            key: [one for one in value if str(one).strip()] if isinstance(value, list) else value
            for key, value in asked.items()
        }
        return {key: value for key, value in told.items() if value not in ("", [], None)}

    def filter(self) -> Filter:
        """The filter; UsageError where a word is no code, no time, no place."""
        if self.near is None and self.radius is not None:
            raise UsageError("how far around what? Give near=PLACE-OR-LAT,LON too")
        return filter_of(
            types=self.type,
            stages=self.stage,
            since=self.since,
            until=self.until,
            near=None if self.near is None else near_of(self.near, radius_km=self.radius)[0],
            countries=self.country,
            actors=self.actor,
            target_kinds=self.target_kind,
            responsibility=self.responsibility,
            min_killed=self.min_killed,
            min_sources=self.min_sources,
            disputed=self.disputed,
            text=self.text,
        )


class Asked(Conditions):
    """Conditions, an order and a part of the list."""

    sort: Annotated[str, SORTED] = Field("when", description="when, killed, sources or reports; -KEY turns it round.")
    limit: int = Field(SHOWN, ge=1, le=MOST, description="Incidents on a page.")
    after: str | None = Field(None, description="Go on behind this incident; `next` of a page has it.")

    def page(self, reading: Reading) -> Page:
        """The part of the list that is asked for; UsageError where it goes on behind nothing."""
        key, descending = order_of(self.sort)
        after = None if self.after is None else incident_id(reading.transaction, self.after)
        if self.after is not None and after is None:
            raise UsageError(f"there is no incident {self.after!r} any more to go on behind; start from the first page")
        return Page(key=key, descending=descending, limit=self.limit, after=after)

    def query(self, **changes: object) -> str:
        """The query of the same question with some parts of it changed; None takes a part out."""
        return urlencode(self.pairs(**changes))

    def pairs(self, **changes: object) -> list[tuple[str, str]]:
        """The same, as the names and values of a form's fields."""
        told = {**self.model_dump(exclude_defaults=True, exclude_none=True), **changes}
        listed = ((key, value if isinstance(value, list) else [value]) for key, value in told.items())
        return [(key, _spelled(one)) for key, values in listed for one in values if one is not None]


def one_more(page: Page) -> Page:
    """The page and one incident more, by which it is seen whether it is the last."""
    return page if page.limit is None else replace(page, limit=page.limit + 1)


def _spelled(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
