"""Members of one incident in, who tells what of each of its fields out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reportedly.merging.copies import copies
from reportedly.merging.policies import Voice, time_key
from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.forms import count_from, range_value
from reportedly.records.incidents import ReportedIncident
from reportedly.records.mentions import Source
from reportedly.records.merged import Member
from reportedly.records.values import Value
from reportedly.records.vocabulary import ClaimField, Factuality

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Circle:
    """The members of one incident, the earliest published first, and which report copies which."""

    members: tuple[Member, ...]
    copies: Mapping[str, str]

    def origin(self, member: Member) -> str:
        """The report that a member's words come from."""
        return self.copies.get(member.report.report_id, member.report.report_id)


def circle(members: Iterable[Member]) -> Circle:
    """The members in the one order everything is resolved in."""
    ordered = tuple(sorted(members, key=_order))
    heads = {member.report.report_id: member.report for member in ordered}
    return Circle(ordered, copies(heads.values()))


def _order(member: Member) -> tuple[bool, str, str, str]:
    key = time_key(member.report.published)
    return (not key, key, member.report.report_id, member.incident.id)


def voices(
    told: Circle, field: ClaimField, value_of: Callable[[ReportedIncident], T | None], form: Callable[[T], Value]
) -> list[Voice[T]]:
    """One voice for each member that tells the field: its value, by the first speaker it stands on."""
    found = []
    for member in told.members:
        value = value_of(member.incident)
        if value is None:
            continue
        claims = [claim for claim in member.claims if claim.field is field]
        exact = [claim for claim in claims if claim.value == form(value)] or claims
        found.append(_voice(told, member, value, form=form(value), source=_speaker(exact), claims=exact))
    return found


def _speaker(claims: Sequence[Claim]) -> Source | None:
    """Who says it: the first named speaker of the claims, None for the report's own voice."""
    return next((claim.source for claim in claims if claim.source is not None), None)


def _voice(
    told: Circle, member: Member, value: T, *, form: Value, source: Source | None, claims: Iterable[Claim]
) -> Voice[T]:
    return Voice(
        value=value,
        form=form,
        source=source,
        report=member.report,
        origin=told.origin(member),
        main=member.incident.main,
        claims=tuple(claim.id for claim in claims),
    )


def figures(told: Circle, field: ClaimField) -> list[Voice[Count]]:
    """Every figure of ``killed`` or ``injured`` by its speaker, parts of a total left out."""
    return [voice for member in told.members for voice in _figures(told, member, field)]


def _figures(told: Circle, member: Member, field: ClaimField) -> list[Voice[Count]]:
    total = member.incident.killed if field is ClaimField.KILLED else member.incident.injured
    if total is None:
        return []
    claims = [claim for claim in member.claims if claim.field is field and claim.factuality is not Factuality.DENIED]
    by: dict[str | None, list[Claim]] = {}
    for claim in claims:
        by.setdefault(None if claim.source is None else claim.source.name, []).append(claim)
    told_apart = {speaker: _within(total, found) for speaker, found in by.items()}
    own = {speaker: count for speaker, count in told_apart.items() if count is not None}
    if any(count == own.get(None) for speaker, count in own.items() if speaker is not None):
        del own[None]  # a headline repeats what the body attributes
    if len(by) <= 1 or not own:
        return [_voice(told, member, total, form=range_value(total), source=_speaker(claims), claims=claims)]
    return [
        _voice(told, member, count, form=range_value(count), source=by[speaker][0].source, claims=by[speaker])
        for speaker, count in own.items()
    ]


def _within(total: Count, claims: Iterable[Claim]) -> Count | None:
    """The largest figure of one speaker, None where it is smaller than the report's total: then it is a part of it."""
    counts = [count for claim in claims if (count := count_from(claim.value)) is not None]
    if not counts:
        return None
    largest = max(counts, key=lambda count: (count.low or 0, count.high is None, count.high or 0))
    return largest if (largest.low or 0) >= (total.low or 0) else None
