"""What one report tells in, its members out: each incident with its claims and what merging keeps of the report."""

from collections.abc import Iterable
from dataclasses import replace

from reportedly.merging.copies import fingerprint
from reportedly.merging.names import passages
from reportedly.records.incidents import Telling
from reportedly.records.mentions import PlaceMention
from reportedly.records.merged import Member, ReportHead
from reportedly.records.places import Where

MOST_PLACES = 3
"""Places kept of a report: a local one names its town, its street and its county first."""


def head_of(telling: Telling) -> ReportHead:
    """What a ledger shows of a report, with the fingerprint of its text, its passages and its first places."""
    text = telling.report
    return replace(
        ReportHead.of(text),
        fingerprint=fingerprint(text.text),
        passages=passages(telling),
        places=_first(telling.places),
    )


def _first(places: Iterable[PlaceMention]) -> tuple[Where, ...]:
    """The first settled places named that are no governments, each once."""
    found: dict[str, Where] = {}
    for mention in sorted(places, key=lambda mention: mention.span):
        where = mention.where
        if not mention.metonym and where.place_id is not None and where.lat is not None:
            found.setdefault(where.place_id, where)
    return tuple(found.values())[:MOST_PLACES]


def members(telling: Telling) -> tuple[Member, ...]:
    """One member for each incident of the telling, in its order."""
    head = head_of(telling)
    claims = {claim.id: claim for claim in telling.claims}
    return tuple(
        Member(incident=incident, report=head, claims=tuple(claims[one] for one in incident.claims))
        for incident in telling.incidents
    )
