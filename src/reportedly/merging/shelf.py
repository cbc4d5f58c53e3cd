"""Where growing keeps what it derived: a small protocol, and the form of it that lives in memory."""

from bisect import bisect_left, insort
from collections.abc import Iterable, MutableMapping, Sequence
from typing import Protocol

from reportedly.merging.bonds import Bonds, Pair
from reportedly.merging.profile import Profile
from reportedly.records.judgements import Judgement


class Shelf(Protocol):
    """Everything merging has to know of a ledger; ids are those of reported incidents.

    A *core* member takes part in clustering with the judgements kept of it; a *follower*, one of very many in its
    blocks, stands by the one judgement that attaches it to a core member. All of it is derived and can be rebuilt.
    """

    def put(self, profile: Profile, keys: Sequence[str]) -> None:
        """Take in a member under its block keys."""

    def drop(self, member_id: str) -> None:
        """Leave a member out, with its keys; its judgements and attachment were taken away before."""

    def profile(self, member_id: str) -> Profile:
        """The view of a member; KeyError where there is none."""

    def has(self, member_id: str) -> bool:
        """True where the member is here."""

    def keys(self, member_id: str) -> Sequence[str]:
        """The block keys it was put under."""

    def block(self, key: str) -> Sequence[str]:
        """The ids under a key, sorted."""

    def front(self, key: str, size: int) -> Sequence[str]:
        """The ``size`` smallest ids under a key, sorted."""

    def bonds(self) -> Bonds:
        """What people decided (``merging.bonds.bonds`` of all decisions)."""

    def compared(self) -> MutableMapping[Pair, Judgement]:
        """Comparisons made before, by pair; a memory that grows while the shelf is used and may lose any of them."""

    def judgements(self, member_id: str) -> Iterable[Judgement]:
        """Those kept of a core member, in any order; none of a follower."""

    def keep(self, judgement: Judgement) -> None:
        """Keep a judgement of two core members, in place of an older one of the pair."""

    def forget(self, judgement: Judgement) -> None:
        """Take away a kept judgement."""

    def attachment(self, member_id: str) -> Judgement | None:
        """The judgement by which a follower stands, None for a core member."""

    def attach(self, member_id: str, judgement: Judgement | None) -> None:
        """Make a member a follower by this judgement, or, with None, a core member."""

    def followers(self, member_id: str) -> Iterable[str]:
        """The followers attached to a core member, in any order."""

    def of_report(self, report_id: str) -> Iterable[str]:
        """The members of a report, in any order."""

    def incident(self, member_id: str) -> str | None:
        """The incident a member is in: its smallest member's id; None before it is assigned."""

    def members(self, incident_id: str) -> Iterable[str]:
        """The members of an incident, in any order."""

    def assign(self, member_id: str, incident_id: str) -> None:
        """Say which incident a member is in."""


class MemoryShelf:
    """A shelf of dictionaries; ``decided`` is what people decided."""

    def __init__(self, decided: Bonds | None = None) -> None:
        self.decided = decided or Bonds()
        self._profiles: dict[str, Profile] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._blocks: dict[str, list[str]] = {}
        self._compared: dict[Pair, Judgement] = {}
        self._judgements: dict[str, dict[str, Judgement]] = {}
        self._attachments: dict[str, Judgement] = {}
        self._followers: dict[str, set[str]] = {}
        self._reports: dict[str, set[str]] = {}
        self._incident: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}

    def put(self, profile: Profile, keys: Sequence[str]) -> None:
        """Take in a member under its block keys."""
        self._profiles[profile.id] = profile
        self._keys[profile.id] = tuple(keys)
        self._reports.setdefault(profile.report_id, set()).add(profile.id)
        for key in keys:
            insort(self._blocks.setdefault(key, []), profile.id)

    def drop(self, member_id: str) -> None:
        """Leave a member out."""
        for key in self._keys.pop(member_id):
            block = self._blocks[key]
            del block[bisect_left(block, member_id)]
        self._reports[self._profiles.pop(member_id).report_id].discard(member_id)
        self._members[self._incident.pop(member_id)].discard(member_id)

    def profile(self, member_id: str) -> Profile:
        """The view of a member."""
        return self._profiles[member_id]

    def has(self, member_id: str) -> bool:
        """True where the member is here."""
        return member_id in self._profiles

    def ids(self) -> list[str]:
        """Every member, sorted."""
        return sorted(self._profiles)

    def keys(self, member_id: str) -> Sequence[str]:
        """The block keys of a member."""
        return self._keys[member_id]

    def block(self, key: str) -> Sequence[str]:
        """The ids under a key, sorted."""
        return tuple(self._blocks.get(key, ()))

    def front(self, key: str, size: int) -> Sequence[str]:
        """The smallest ids under a key."""
        return self._blocks.get(key, [])[:size]

    def bonds(self) -> Bonds:
        """What people decided."""
        return self.decided

    def compared(self) -> MutableMapping[Pair, Judgement]:
        """Comparisons made before."""
        return self._compared

    def judgements(self, member_id: str) -> Iterable[Judgement]:
        """Those kept of a core member."""
        return tuple(self._judgements.get(member_id, {}).values())

    def keep(self, judgement: Judgement) -> None:
        """Keep a judgement."""
        self._judgements.setdefault(judgement.first, {})[judgement.second] = judgement
        self._judgements.setdefault(judgement.second, {})[judgement.first] = judgement

    def forget(self, judgement: Judgement) -> None:
        """Take a judgement away."""
        self._judgements.get(judgement.first, {}).pop(judgement.second, None)
        self._judgements.get(judgement.second, {}).pop(judgement.first, None)

    def attachment(self, member_id: str) -> Judgement | None:
        """The judgement by which a follower stands."""
        return self._attachments.get(member_id)

    def attach(self, member_id: str, judgement: Judgement | None) -> None:
        """Make a member a follower, or a core member."""
        before = self._attachments.pop(member_id, None)
        if before is not None:
            self._followers[other_of(before, member_id)].discard(member_id)
        if judgement is not None:
            self._attachments[member_id] = judgement
            self._followers.setdefault(other_of(judgement, member_id), set()).add(member_id)

    def followers(self, member_id: str) -> Iterable[str]:
        """The followers of a core member."""
        return tuple(self._followers.get(member_id, ()))

    def of_report(self, report_id: str) -> Iterable[str]:
        """The members of a report."""
        return tuple(self._reports.get(report_id, ()))

    def incident(self, member_id: str) -> str | None:
        """The incident a member is in."""
        return self._incident.get(member_id)

    def members(self, incident_id: str) -> Iterable[str]:
        """The members of an incident."""
        return tuple(self._members.get(incident_id, ()))

    def assign(self, member_id: str, incident_id: str) -> None:
        """Say which incident a member is in."""
        before = self._incident.get(member_id)
        if before is not None:
            self._members[before].discard(member_id)
        self._incident[member_id] = incident_id
        self._members.setdefault(incident_id, set()).add(member_id)


def other_of(judgement: Judgement, member_id: str) -> str:
    """The other one of the pair."""
    return judgement.second if judgement.first == member_id else judgement.first
