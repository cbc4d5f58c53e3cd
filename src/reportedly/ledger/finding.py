"""A Filter and a Page in, the select of incident rows out: the one place where conditions become SQL."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from reportedly.ledger.engine import Index
from reportedly.ledger.tables import FACETS, INCIDENTS, MEMBERS, REPORTED
from reportedly.records.filters import Filter, Page, SortKey

_COLUMNS = INCIDENTS.c

_SORTED_BY = {
    SortKey.WHEN: _COLUMNS.start,
    SortKey.KILLED: _COLUMNS.killed_low,
    SortKey.SOURCES: _COLUMNS.sources,
    SortKey.REPORTS: _COLUMNS.reports,
}


def chosen(wanted: Filter, index: Index) -> list[ColumnElement[bool]]:
    """The conditions on ``incidents``, all of which must hold."""
    return [*_by_facets(wanted), *_by_columns(wanted), *_by_index(wanted, index)]


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
        "type": wanted.types,
        "stage": wanted.stages,
        "country": [country.upper() for country in wanted.countries],
        "actor": [actor.casefold() for actor in wanted.actors],
        "target_kind": wanted.target_kinds,
        "responsibility": wanted.responsibility,
    }
    for facet, values in asked.items():
        if values:
            rows = select(FACETS.c.incident_row).where(FACETS.c.facet == facet, FACETS.c.value.in_(list(values)))
            yield _COLUMNS.row.in_(rows)


def _by_columns(wanted: Filter) -> Iterable[ColumnElement[bool]]:
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


def _by_index(wanted: Filter, index: Index) -> Iterable[ColumnElement[bool]]:
    if wanted.near is not None:
        yield _COLUMNS.row.in_(index.incident_rows(wanted.near))
    if wanted.text is not None and wanted.text.strip():
        told = or_(
            REPORTED.c.report_row.in_(index.report_rows(wanted.text)),
            REPORTED.c.row.in_(index.reported_rows(wanted.text)),
        )
        holding = select(MEMBERS.c.incident_id).join(REPORTED, REPORTED.c.row == MEMBERS.c.row).where(told)
        yield _COLUMNS.id.in_(holding)
