"""Other codebooks' rules (``crosswalks/*.toml``): a publisher's name in, its rules, words and numbers out.

A rule says by what a value of another codebook's table is reached, or why an incident has no row there. A file says
what was read of the publisher; a rule that was not read has ``unverified`` in its source.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

from reportedly.errors import DataError

LEFT_OUT = "out."
"""How the id of a rule opens by which an incident has no row."""
NAMES = ("acled", "ftm", "ged", "gtd", "muc4", "stix")
"""The crosswalks there are, by their files."""


@dataclass(frozen=True, slots=True)
class Rule:
    """``definition`` is the rule in a line, ``source`` where it comes from, ``unverified`` where that was not read."""

    id: str
    definition: str
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Crosswalk:
    """One publisher's rules by their ids, and its tables: our codes to its words and numbers."""

    name: str
    publisher: str
    read: str
    left_out: str
    rules: Mapping[str, Rule]
    tables: Mapping[str, Mapping[str, str | int]]

    def rule(self, id_: str) -> Rule:
        """The rule of that id; DataError where the file has none."""
        try:
            return self.rules[id_]
        except KeyError:
            raise DataError(f"codebook/crosswalks/{self.name}.toml: no [[rule]] has the id {id_!r}") from None

    def look_up(self, table: str, code: str) -> str | int | None:
        """What the publisher calls a code of ours; None where its table has no word for it."""
        return self.tables[table].get(code)

    def word(self, table: str, code: str) -> str:
        """The same as a text; DataError where there is none: the table has to cover every code that is asked for."""
        found = self.tables[table].get(code)
        if not isinstance(found, str):
            raise DataError(f"codebook/crosswalks/{self.name}.toml: [{table}] needs a text under {code!r}")
        return found

    def why_not(self, id_: str) -> str:
        """The reason in words: "UCDP: left out, no death reported"."""
        return self.left_out.format(publisher=self.publisher, why=self.rule(id_).definition)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryCodes:
    """A country in others' words; texts empty and numbers 0 where the publisher has none that we know of.

    ``alpha3`` and ``number`` are ISO 3166-1's, ``gtd`` is the number of GTD's region.
    """

    alpha3: str
    number: int
    acled: str
    ged: str
    gtd: int


@cache
def crosswalk(name: str) -> Crosswalk:
    """The crosswalk of ``crosswalks/NAME.toml``; DataError where the file is wrong. Read once."""
    table = _parsed(name)
    rows = table.get("rule")
    tables = {key: value for key, value in table.items() if isinstance(value, dict)}
    if not isinstance(rows, list) or not rows:
        raise DataError(f"codebook/crosswalks/{name}.toml: [[rule]] tables are missing")
    rules = [_rule(row, name) for row in rows]
    if len({rule.id for rule in rules}) < len(rules):
        raise DataError(f"codebook/crosswalks/{name}.toml: a rule's id stands twice")
    heads = {key: table.get(key) for key in ("publisher", "read", "left_out")}
    if lost := [key for key, value in heads.items() if not isinstance(value, str) or not value]:
        raise DataError(f"codebook/crosswalks/{name}.toml: needs a text under {lost}")
    return Crosswalk(
        name=name,
        **{key: str(value) for key, value in heads.items()},
        rules={rule.id: rule for rule in rules},
        tables=tables,
    )


def _parsed(name: str) -> dict[str, object]:
    path = resources.files(__package__).joinpath("crosswalks", f"{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"codebook/crosswalks/{name}.toml: not TOML: {error}") from error


def _rule(row: object, name: str) -> Rule:
    keys = {field.name for field in fields(Rule)}
    if not isinstance(row, dict) or row.keys() != keys or not all(isinstance(v, str) and v for v in row.values()):
        raise DataError(f"codebook/crosswalks/{name}.toml: a [[rule]] has a text under each of {sorted(keys)}: {row}")
    return Rule(**row)


@cache
def _countries() -> Mapping[str, CountryCodes]:
    rows = _parsed("countries").get("countries")
    if not isinstance(rows, dict):
        raise DataError("codebook/crosswalks/countries.toml: [countries] is missing")
    try:
        return {code: CountryCodes(**row) for code, row in rows.items()}
    except TypeError as error:
        raise DataError(f"codebook/crosswalks/countries.toml: {error}") from error


def country_codes(country: str | None) -> CountryCodes | None:
    """A country's codes elsewhere by ISO 3166-1 alpha-2; None where it is not known."""
    return None if country is None else _countries().get(country)
