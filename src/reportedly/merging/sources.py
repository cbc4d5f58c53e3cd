"""Members of one incident in, who told it out: the reports, and how many independent speakers there are."""

from collections.abc import Iterable

from reportedly.codebook.names import words_of
from reportedly.merging.voices import Circle
from reportedly.records.merged import Member, ToldBy


def reports_of(told: Circle) -> tuple[ToldBy, ...]:
    """One row for each member, the earliest published first."""
    return tuple(
        ToldBy(
            report_id=member.report.report_id,
            uri=member.report.uri,
            publisher=member.report.publisher,
            published=member.report.published,
            incident_id=member.incident.id,
            main=member.incident.main,
            copy_of=told.copies.get(member.report.report_id),
        )
        for member in told.members
    )


def count_sources(told: Circle) -> int:
    """Distinct speakers: everyone quoted, and each report that quotes nobody; copies of a report that quotes add none.

    A name whose words all stand in another's ("police", "Zurmi police") is taken for the same speaker: to count one
    too few does less harm than to call two what may be one.
    """
    heard = [member for member in told.members if not _is_copied(told, member)]
    quoted = {claim.source.name for member in heard for claim in member.claims if claim.source is not None}
    return _distinct(frozenset(words_of(name).folds) for name in quoted) + len(_silent(told))


def _is_copied(told: Circle, member: Member) -> bool:
    """True for a report that copies one which quotes somebody on it: a title of its own makes no speaker."""
    origin = told.copies.get(member.report.report_id)
    originals = (one for one in told.members if one.report.report_id == origin)
    return any(claim.source is not None for one in originals for claim in one.claims)


def _silent(told: Circle) -> set[str]:
    """The reports that quote nobody on it, by the report they copy; one that copies a report that quotes adds none."""
    origins: dict[str, bool] = {}
    for member in told.members:
        quotes = any(claim.source is not None for claim in member.claims)
        origin = told.origin(member)
        origins[origin] = origins.get(origin, False) or quotes
    return {origin for origin, quotes in origins.items() if not quotes}


def _distinct(names: Iterable[frozenset[str]]) -> int:
    kept: list[frozenset[str]] = []
    for name in sorted(set(names), key=lambda words: (-len(words), sorted(words))):
        if name and not any(name <= other for other in kept):
            kept.append(name)
    return len(kept)
