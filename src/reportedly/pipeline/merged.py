"""Members that come, go or are decided on in, the merged incidents of a ledger brought up to date.

Which incidents change is ``merging``'s to say, what is kept the ledger's; here the two meet, inside one transaction.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from reportedly.ledger import incidents as kept
from reportedly.ledger import reading
from reportedly.ledger.decisions import present_decisions
from reportedly.ledger.engine import Engine, Index, Transaction
from reportedly.ledger.links import Part, Tie, put_links, put_tie, tieable
from reportedly.ledger.made_by import require_made_by
from reportedly.ledger.shelf import LedgerShelf, Memory
from reportedly.merging import grow
from reportedly.merging.bonds import Bonds, bonds
from reportedly.merging.compare import METHOD
from reportedly.merging.fuse import fuse
from reportedly.merging.links import WINDOW_DAYS, link_keys, tied
from reportedly.merging.profile import Profile, days_of, profile
from reportedly.records.judgements import Act, Decision
from reportedly.records.merged import Incident, Link, Member
from reportedly.records.standing import rejected_ids, standing
from reportedly.records.vocabulary import IncidentType

MUCH_TOLD = 100
"""Members from which an incident is resolved once at the end of a run and not with each batch: to resolve it takes as
long as it is told often (about 0.5 ms a member), and a war's first day is told in passing by every other report."""

RESOLVED = 500
"""Incidents held in memory at a time while many are resolved: some 20 MB."""


@dataclass(slots=True)
class Merging:
    """One transaction's work on the merged incidents; ``touched`` gathers those that have to be resolved again."""

    transaction: Transaction
    index: Index
    shelf: LedgerShelf[Profile, Bonds]
    settings: tuple[Decision, ...]
    rejected: frozenset[str] = frozenset()
    touched: set[str] = field(default_factory=set)


def begin(engine: Engine, transaction: Transaction, memory: Memory[Profile] | None = None) -> Merging:
    """Starts from what the ledger holds now; begin again after decisions or what they are about have changed.

    ``memory`` is what an earlier transaction of this run remembers; clear it where one was rolled back.

    LedgerError where other rules merged it: ``derive.rebuild`` is needed first.
    """
    require_made_by(transaction, METHOD, ledger=engine.name)
    decided = present_decisions(transaction)
    shelf = LedgerShelf(transaction, kind=Profile, decided=bonds(decided), memory=memory or Memory())
    settings = tuple(one for one in standing(decided) if one.act is Act.SET)
    rejected = rejected_ids(decided)
    return Merging(transaction=transaction, index=engine.index, shelf=shelf, settings=settings, rejected=rejected)


def take_in(merging: Merging, members: Iterable[Member]) -> None:
    """Members that count from now on."""
    _note(merging, grow.add(merging.shelf, [profile(member) for member in members]))


def leave_out(merging: Merging, member_ids: Iterable[str]) -> None:
    """Members that count no more."""
    _note(merging, grow.remove(merging.shelf, member_ids))


def decide(merging: Merging, member_ids: Collection[str]) -> None:
    """Members on which decisions came or went."""
    _note(merging, grow.decide(merging.shelf, member_ids))
    found = (merging.shelf.incident(one) for one in member_ids if merging.shelf.has(one))
    merging.touched.update(one for one in found if one is not None)


def resolve(merging: Merging) -> None:
    """Resolves every touched incident, or lets a much-told one wait for ``resolve_waiting``."""
    merging.shelf.flush()
    waiting = iter(sorted(merging.touched))
    while part := list(islice(waiting, RESOLVED)):
        found = [_resolve_one(merging, incident_id) for incident_id in part]
        _tie(merging, [incident for incident in found if incident is not None])
    merging.touched.clear()


def resolve_waiting(merging: Merging) -> None:
    """Resolves the much-told incidents that wait."""
    waiting = kept.stale_incidents(merging.transaction)
    _tie(merging, [_resolved(merging, incident_id) for incident_id in waiting])


def _resolve_one(merging: Merging, incident_id: str) -> Incident | None:
    """The incident as it is now; None where it is gone or waits."""
    told = len(tuple(merging.shelf.members(incident_id)))
    if told == 0:
        kept.drop_incident(merging.transaction, merging.index, incident_id)
        return None
    if told >= MUCH_TOLD and kept.mark_stale(merging.transaction, incident_id):
        return None
    return _resolved(merging, incident_id)


def _note(merging: Merging, change: grow.Change) -> None:
    merging.touched.update(change.changed, change.gone)


def _resolved(merging: Merging, incident_id: str) -> Incident:
    members = reading.members(merging.transaction, incident_id)
    own = {member.incident.id for member in members}
    settings = [one for one in merging.settings if not own.isdisjoint(one.incidents)]
    incident = fuse(members, settings)
    kept.put_incident(merging.transaction, merging.index, incident, rejected=_is_rejected(merging, incident))
    return incident


def _is_rejected(merging: Merging, incident: Incident) -> bool:
    """A telling that nobody has rejected yet brings an incident back."""
    return merging.rejected.issuperset((incident.id, *incident.was))


def _tie(merging: Merging, fresh: Collection[Incident]) -> None:
    """Links what was resolved: first all that can be tied is known, then each new pair is looked at once."""
    ties = {incident.id: None if _is_rejected(merging, incident) else _tie_of(incident) for incident in fresh}
    for incident_id, tie in ties.items():
        put_tie(merging.transaction, incident_id, tie)
    links = {
        (shown_with, link.incident_id): link
        for incident in fresh
        for shown_with, link in _links_of(merging.transaction, incident, ties[incident.id])
    }
    put_links(merging.transaction, [(one, link) for (one, _), link in links.items()])


def _tie_of(incident: Incident) -> Tie | None:
    """A threat ties by its first day, an attack by its last: the days between are counted from one to the other."""
    days = None if incident.when is None else days_of(incident.when)
    keys = link_keys(incident)
    if days is None or not keys:
        return None
    if incident.type is IncidentType.THREAT:
        return Tie(part=Part.THREAT, keys=keys, day=days.first)
    return Tie(part=Part.ATTACK, keys=keys, day=days.last)


def _links_of(transaction: Transaction, incident: Incident, tie: Tie | None) -> Iterator[tuple[str, Link]]:
    if tie is None:
        return
    if tie.part is Part.THREAT:
        first, last = tie.day, tie.day + WINDOW_DAYS
        for attack in tieable(transaction, part=Part.ATTACK, keys=tie.keys, first_day=first, last_day=last):
            yield from tied(incident, attack)
        return
    first, last = tie.day - WINDOW_DAYS, tie.day
    for threat in tieable(transaction, part=Part.THREAT, keys=tie.keys, first_day=first, last_day=last):
        yield from tied(threat, incident)
