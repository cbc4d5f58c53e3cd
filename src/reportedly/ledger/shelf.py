"""What merging derived: members under their block keys, judgements of pairs, who is in which incident.

The shelf has the shape of ``merging``'s protocol of that name without knowing it: profiles and bonds are whatever the
pipeline says they are. It works in memory, reads a row when it is first asked for, and writes what changed in one go
(``flush``): merging looks at the same few hundred members, those of a day's news, for one report after another.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from sqlalchemy import Connection

from reportedly.ledger import shelf_rows as rows
from reportedly.ledger.shelf_rows import Identified, Pair, Standing
from reportedly.records.judgements import Judgement

P = TypeVar("P", bound=Identified)
B = TypeVar("B")

REMEMBERED = 20_000
"""Members in memory at most, some 200 MB; then all are let go, and read again as they are needed."""

OPENING = 200
"""Ids read of a block at first. Merging asks for the first 25, and for all of a block that is about as long as a day's
news of a country; the rest of a longer one is read when it is asked for."""

COMPARED = 100_000
"""Comparisons in memory at most, some 100 MB."""


@dataclass(slots=True)
class _Block:
    """The ids under a key, sorted: all of them, or (``whole`` False) all up to the last one here."""

    ids: list[str]
    whole: bool

    def add(self, member_id: str) -> None:
        if self.whole or (self.ids and member_id < self.ids[-1]):
            insort(self.ids, member_id)

    def remove(self, member_id: str) -> None:
        at = bisect_left(self.ids, member_id)
        if at < len(self.ids) and self.ids[at] == member_id:
            del self.ids[at]


@dataclass(slots=True)
class Memory(Generic[P]):
    """What was read of a ledger so far; good for as long as nobody else changes it (``changes`` counts)."""

    changes: int = -1
    standings: dict[str, Standing[P]] = field(default_factory=dict)
    blocks: dict[str, _Block] = field(default_factory=dict)
    judged: dict[str, dict[str, Judgement]] = field(default_factory=dict)
    followers: dict[str, set[str]] = field(default_factory=dict)
    incidents: dict[str, set[str]] = field(default_factory=dict)
    compared: dict[Pair, Judgement] = field(default_factory=dict)

    def clear(self) -> None:
        """Lets go of everything; after a transaction that was rolled back, too."""
        self.changes = -1
        for part in (self.standings, self.blocks, self.judged, self.followers, self.incidents, self.compared):
            part.clear()


class LedgerShelf(Generic[P, B]):
    """A shelf inside one writing transaction; ``kind`` is the type of a profile, ``decided`` what people decided.

    ``memory`` may come from an earlier transaction of the same process. Nothing stands in the tables before ``flush``.
    """

    def __init__(self, connection: Connection, *, kind: type[P], decided: B, memory: Memory[P]) -> None:
        self._connection = connection
        self._kind = kind
        self._decided = decided
        self._memory = memory
        changes = rows.changes(connection)
        if memory.changes != changes:
            memory.clear()
        memory.changes = changes
        self._put: dict[str, Standing[P]] = {}
        self._dropped: dict[str, Standing[P]] = {}
        self._changed: set[str] = set()
        self._kept: dict[Pair, Judgement] = {}
        self._forgotten: set[Pair] = set()
        self._noted: dict[str, dict[str, Judgement | None]] = {}

    def flush(self) -> None:
        """Writes what has changed."""
        rows.delete_judgements(self._connection, [self._rows_of(pair) for pair in sorted(self._forgotten)])
        rows.delete_members(self._connection, self._dropped.values())
        rows.insert_members(self._connection, self._put.values())
        kept = [(self._rows_of(pair), judgement) for pair, judgement in sorted(self._kept.items())]
        rows.insert_judgements(self._connection, kept)
        changed = sorted(one for one in self._changed if one in self._memory.standings)
        rows.update_members(self._connection, [self._standing(one) for one in changed], self._row)
        self._memory.changes = rows.note_change(self._connection, self._memory.changes)
        for part in (self._put, self._dropped, self._changed, self._kept, self._forgotten, self._noted):
            part.clear()
        if len(self._memory.standings) > REMEMBERED:
            changes = self._memory.changes
            self._memory.clear()
            self._memory.changes = changes

    def put(self, profile: P, keys: Sequence[str]) -> None:
        """Take in a member under its block keys."""
        row = rows.row_to_merge(self._connection, profile.id)
        for key in keys:
            self._block(key).add(profile.id)
        standing = Standing(row=row, profile=profile, keys=tuple(keys))
        self._memory.standings[profile.id] = self._put[profile.id] = standing
        self._memory.judged[profile.id] = {}
        self._memory.followers[profile.id] = set()

    def drop(self, member_id: str) -> None:
        """Leave a member out, with its keys."""
        standing = self._standing(member_id)
        for key in standing.keys:
            self._block(key).remove(member_id)
        if standing.incident is not None:
            self._members(standing.incident).discard(member_id)
        if self._put.pop(member_id, None) is None:
            self._dropped[member_id] = standing
        for part in (self._memory.standings, self._memory.judged, self._memory.followers):
            part.pop(member_id, None)

    def profile(self, member_id: str) -> P:
        """The view of a member; KeyError where there is none."""
        return self._standing(member_id).profile

    def has(self, member_id: str) -> bool:
        """True where the member is here."""
        try:
            self._standing(member_id)
        except KeyError:
            return False
        return True

    def keys(self, member_id: str) -> Sequence[str]:
        """The block keys it was put under."""
        return self._standing(member_id).keys

    def block(self, key: str) -> Sequence[str]:
        """The ids under a key, sorted."""
        block = self._block(key)
        if not block.whole:
            self.flush()  # what is read next must hold what was put
            block.ids, block.whole = rows.read_block(self._connection, key), True
        return tuple(block.ids)

    def front(self, key: str, size: int) -> Sequence[str]:
        """The smallest ids under a key, sorted."""
        block = self._block(key)
        return block.ids[:size] if block.whole or len(block.ids) >= size else self.block(key)[:size]

    def bonds(self) -> B:
        """What people decided."""
        return self._decided

    def compared(self) -> MutableMapping[Pair, Judgement]:
        """Comparisons made before, as far as they are remembered."""
        if len(self._memory.compared) > COMPARED:
            self._memory.compared.clear()
        return self._memory.compared

    def judgements(self, member_id: str) -> Iterable[Judgement]:
        """Those kept of a core member; the reasons of those of earlier transactions are left in the tables."""
        return tuple(self._judged(member_id).values())

    def keep(self, judgement: Judgement) -> None:
        """Keep a judgement, in place of an older one of the pair."""
        pair = (judgement.first, judgement.second)
        if pair not in self._kept and self._is_judged(*pair):
            self._forgotten.add(pair)
        self._kept[pair] = judgement
        self._note(judgement.first, judgement.second, judgement)
        self._note(judgement.second, judgement.first, judgement)

    def forget(self, judgement: Judgement) -> None:
        """Take away a kept judgement."""
        pair = (judgement.first, judgement.second)
        if self._kept.pop(pair, None) is None:
            self._forgotten.add(pair)
        self._note(judgement.first, judgement.second, None)
        self._note(judgement.second, judgement.first, None)

    def attachment(self, member_id: str) -> Judgement | None:
        """The judgement by which a follower stands, None for a core member."""
        return self._standing(member_id).attachment

    def attach(self, member_id: str, judgement: Judgement | None) -> None:
        """Make a member a follower by this judgement, or, with None, a core member."""
        standing = self._standing(member_id)
        if standing.attachment is not None:
            self._followers(rows.other_of(standing.attachment, member_id)).discard(member_id)
        if judgement is not None:
            self._followers(rows.other_of(judgement, member_id)).add(member_id)
        standing.attachment = judgement
        self._changed.add(member_id)

    def followers(self, member_id: str) -> Iterable[str]:
        """The followers attached to a core member."""
        return tuple(self._followers(member_id))

    def of_report(self, report_id: str) -> Iterable[str]:
        """The members of a report; those of this transaction are written first."""
        self.flush()
        return rows.members_of_report(self._connection, report_id)

    def incident(self, member_id: str) -> str | None:
        """The incident a member is in; None before it is assigned."""
        return self._standing(member_id).incident

    def members(self, incident_id: str) -> Iterable[str]:
        """The members of an incident."""
        return tuple(self._members(incident_id))

    def assign(self, member_id: str, incident_id: str) -> None:
        """Say which incident a member is in."""
        standing = self._standing(member_id)
        if standing.incident is not None:
            self._members(standing.incident).discard(member_id)
        self._members(incident_id).add(member_id)
        standing.incident = incident_id
        self._changed.add(member_id)

    def _standing(self, member_id: str) -> Standing[P]:
        if member_id not in self._memory.standings:
            self._remember([member_id])
        return self._memory.standings[member_id]

    def _remember(self, ids: Iterable[str]) -> None:
        """Reads the members that are not in memory yet, many at a time."""
        missing = [one for one in ids if one not in self._memory.standings and one not in self._dropped]
        for one, standing in rows.read_members(self._connection, missing, self._kind):
            self._memory.standings[one] = standing

    def _block(self, key: str) -> _Block:
        """What is known of a block; its first ids alone where it is long, as that of a name that is in every report."""
        if key not in self._memory.blocks:
            ids = rows.read_block(self._connection, key, limit=OPENING)
            self._memory.blocks[key] = _Block(ids, whole=len(ids) < OPENING)
        return self._memory.blocks[key]

    def _judged(self, member_id: str) -> dict[str, Judgement]:
        if member_id not in self._memory.judged:
            self._memory.judged[member_id] = rows.read_judged(self._connection, member_id, self._row(member_id))
            for other, judgement in self._noted.pop(member_id, {}).items():
                self._note(member_id, other, judgement)
        return self._memory.judged[member_id]

    def _is_judged(self, one: str, other: str) -> bool:
        """Asks the one of the two whose judgements are in memory, so that the other's need not be read."""
        if one not in self._memory.judged and other in self._memory.judged:
            one, other = other, one
        return other in self._judged(one)

    def _note(self, one: str, other: str, judgement: Judgement | None) -> None:
        """What is held of a pair now (None: nothing); noted for later where those of ``one`` are not read yet."""
        if one not in self._memory.judged:
            self._noted.setdefault(one, {})[other] = judgement
        elif judgement is None:
            self._memory.judged[one].pop(other, None)
        else:
            self._memory.judged[one][other] = judgement

    def _followers(self, member_id: str) -> set[str]:
        if member_id not in self._memory.followers:
            self._memory.followers[member_id] = rows.read_followers(self._connection, self._row(member_id))
        return self._memory.followers[member_id]

    def _members(self, incident_id: str) -> set[str]:
        if incident_id not in self._memory.incidents:
            self._memory.incidents[incident_id] = rows.read_incident(self._connection, incident_id)
        return self._memory.incidents[incident_id]

    def _row(self, member_id: str) -> int:
        dropped = self._dropped.get(member_id)
        return dropped.row if dropped is not None else self._standing(member_id).row

    def _rows_of(self, pair: Pair) -> tuple[int, int]:
        return self._row(pair[0]), self._row(pair[1])
