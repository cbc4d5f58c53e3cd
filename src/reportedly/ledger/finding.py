"""A Filter and a Page in, the select of incident rows out: the one place where conditions become SQL."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, Text, and_, literal_column, or_, select

from reportedly.ledger.engine import Index
from reportedly.ledger.tables import FACETS, INCIDENTS, PLACES
from reportedly.records.filters import Filter, Page, SortKey

_COLUMNS = INCIDENTS.c

COARSE = frozenset({"responsibility"})
"""Facets of a few values, each of which may hold most incidents."""
_ROW_AS_A_VALUE: ColumnElement[int] = literal_column("+incidents.row", Integer)
_ID_AS_A_VALUE: ColumnElement[str] = literal_column("+incidents.id", Text)
"""The row and the id, but no keys to look rows up by: what very many have is then read from an index in order."""

_SORTED_BY = {
    SortKey.WHEN: _COLUMNS.start,
    SortKey.KILLED: _COLUMNS.killed_low,
    SortKey.SOURCES: _COLUMNS.sources,
    SortKey.REPORTS: _COLUMNS.reports,
}


def chosen(wanted: Filter, index: Index) -> list[ColumnElement[bool]]:
    """The conditions on ``incidents``, all of which must hold: first of all that nobody rejected it."""
    return [
        _COLUMNS.rejected.is_(False),
        *_by_facets(wanted),
        *_by_columns(wanted),
        *_by_place(wanted),
        *_by_index(wanted, index),
    ]


def is_dear(wanted: Filter) -> bool:
    """Whether the conditions take longer to hold against the incidents than these to be counted."""
    return wanted.near is not None or bool((wanted.text or "").strip())


def ordered(query: Select[Any], page: Page) -> Select[Any]:
    """The query in the page's order, cut to the page; what has no value of the key stands last either way."""
    order = _order(page)
    sorted_ = query.order_by(*(term.desc() if descending else term for term, descending in order))
    if page.after is not None:
        sorted_ = sorted_.where(_behind(order, page.after))
    if page.limit is not None:
        sorted_ = sorted_.limit(page.limit)
    return sorted_.offset(page.offset) if page.offset else sorted_


Term = tuple[Any, bool]
"""What is sorted by, and whether from high to low."""


def _order(page: Page) -> list[Term]:
    """The order of the export as its index has it, under another key first where one is asked for."""
    in_order_of_export: list[Term] = [(_COLUMNS.start.is_(None), False), (_COLUMNS.start, False), (_COLUMNS.id, False)]
    if page.key is SortKey.WHEN and not page.descending:
        return in_order_of_export
    key = _SORTED_BY[page.key]
    return [(key.is_(None), False), (key, page.descending), *in_order_of_export]


def _behind(order: Sequence[Term], incident_id: str) -> ColumnElement[bool]:
    """What stands behind an incident: the first term in which the two differ says so.

    Two that both lack a value are told apart by the next term: ``is not distinct from`` holds for them.
    """
    its = [select(term).where(_COLUMNS.id == incident_id).correlate(None).scalar_subquery() for term, _ in order]
    alternatives = []
    for at, (term, descending) in enumerate(order):
        same = [earlier.is_not_distinct_from(its[before]) for before, (earlier, _) in enumerate(order[:at])]
        alternatives.append(and_(*same, term < its[at] if descending else term > its[at]))
    return or_(*alternatives)


def _by_facets(wanted: Filter) -> Iterable[ColumnElement[bool]]:
    asked = {
        "country": [country.upper() for country in wanted.countries],
        "actor": [actor.casefold() for actor in wanted.actors],
        "target_kind": wanted.target_kinds,
        "responsibility": wanted.responsibility,
    }
    for facet, values in asked.items():
        if values:
            rows = select(FACETS.c.incident_row).where(FACETS.c.facet == facet, FACETS.c.value.in_(list(values)))
            yield (_ROW_AS_A_VALUE if facet in COARSE else _COLUMNS.row).in_(rows)


def _by_columns(wanted: Filter) -> Iterable[ColumnElement[bool]]:
    if wanted.types:
        yield _COLUMNS.type.in_([one.value for one in wanted.types])
    if wanted.stages:
        yield _COLUMNS.stage.in_([one.value for one in wanted.stages])
    if wanted.since is not None:
        yield _COLUMNS.last_day >= wanted.since.isoformat()
    if wanted.until is not None:
        yield _COLUMNS.first_day <= wanted.until.isoformat()
    if wanted.killed_at_least is not None:
        yield _COLUMNS.killed_low >= wanted.killed_at_least
    if wanted.sources_at_least is not None:
        yield _COLUMNS.sources >= wanted.sources_at_least
    if wanted.disputed is not None:
        yield _COLUMNS.disputed.is_(wanted.disputed)


def _by_place(wanted: Filter) -> Iterable[ColumnElement[bool]]:
    if wanted.settled is not None:
        has_point = (
            select(PLACES.c.lat).where(PLACES.c.incident_row == _COLUMNS.row, PLACES.c.lat.is_not(None)).exists()
        )
        yield has_point if wanted.settled else ~has_point


def _by_index(wanted: Filter, index: Index) -> Iterable[ColumnElement[bool]]:
    if wanted.near is not None:
        yield _ROW_AS_A_VALUE.in_(index.incident_rows(wanted.near))
    if wanted.text is not None and wanted.text.strip():
        yield _ID_AS_A_VALUE.in_(index.incident_ids(wanted.text))
