"""Members and decisions in, incidents out, all in memory and in the order of export."""

from collections.abc import Iterable, Sequence

from reportedly.merging.bonds import bonds
from reportedly.merging.fuse import fuse
from reportedly.merging.grow import add
from reportedly.merging.links import with_links
from reportedly.merging.profile import profile
from reportedly.merging.shelf import MemoryShelf
from reportedly.records.incidents import IncidentFields
from reportedly.records.judgements import Decision
from reportedly.records.merged import Incident, Member
from reportedly.records.moments import iso


def merge(members: Iterable[Member], decisions: Sequence[Decision] = ()) -> tuple[Incident, ...]:
    """The incidents the members tell; the same set of members and decisions gives the same bytes."""
    by_id = {member.incident.id: member for member in members}
    shelf = MemoryShelf(bonds(decisions))
    change = add(shelf, [profile(member) for member in by_id.values()])
    groups = [[by_id[one] for one in sorted(shelf.members(incident))] for incident in change.changed]
    return with_links(sorted((fuse(group, decisions) for group in groups), key=export_order))


def export_order(incident: IncidentFields) -> tuple[bool, str, str]:
    """By ``when.start`` as it is printed, unknown last, then by id."""
    start = incident.when.start if incident.when is not None else None
    return (start is None, "" if start is None else iso(start), incident.id)
