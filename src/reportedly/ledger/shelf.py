"""What merging derived, kept in tables: members under their block keys, judgements of pairs, who is in which incident.

The shelf has the shape of ``merging``'s protocol of that name without knowing it: profiles and bonds are whatever the
pipeline says they are.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from sqlalchemy import Connection, delete, insert, select, update

from reportedly.ledger.codec import read, write
from reportedly.ledger.tables import BLOCKS, JUDGEMENTS, MEMBERS, REASONS, REPORTED, REPORTS
from reportedly.records.judgements import Judgement, Reason, Verdict

REMEMBERED = 20_000
"""Profiles in memory at most, some 100 MB; then all are forgotten, and read again as they are needed."""


class Identified(Protocol):
    """What a shelf has to know of a profile: the id of its reported incident."""

    @property
    def id(self) -> str:
        """The id."""


P = TypeVar("P", bound=Identified)
B = TypeVar("B")


class LedgerShelf(Generic[P, B]):
    """A shelf inside one writing transaction; ``kind`` is the type of a profile, ``decided`` what people decided.

    What was read is remembered until the transaction ends, since a member is compared with many.
    """

    def __init__(self, connection: Connection, *, kind: type[P], decided: B) -> None:
        self._connection = connection
        self._kind = kind
        self._decided = decided
        self._profiles: dict[str, P] = {}
        self._rows: dict[str, int] = {}

    def put(self, profile: P, keys: Sequence[str]) -> None:
        """Take in a member under its block keys."""
        row = self._connection.execute(
            select(REPORTED.c.row).where(REPORTED.c.id == profile.id, REPORTED.c.counts)
        ).scalar_one()
        values = {"row": row, "id": profile.id, "profile": write(profile), "keys": json.dumps(list(keys))}
        self._connection.execute(insert(MEMBERS).values(values))
        self._connection.execute(insert(BLOCKS), [{"key": key, "member_id": profile.id} for key in keys])
        self._remember(profile, row)

    def drop(self, member_id: str) -> None:
        """Leave a member out, with its keys."""
        for key in self.keys(member_id):
            self._connection.execute(delete(BLOCKS).where(BLOCKS.c.key == key, BLOCKS.c.member_id == member_id))
        self._connection.execute(delete(MEMBERS).where(MEMBERS.c.id == member_id))
        self._profiles.pop(member_id, None)
        self._rows.pop(member_id, None)

    def profile(self, member_id: str) -> P:
        """The view of a member; KeyError where there is none."""
        if member_id not in self._profiles:
            columns = MEMBERS.c
            found = self._connection.execute(
                select(columns.row, columns.profile).where(columns.id == member_id)
            ).first()
            if found is None:
                raise KeyError(member_id)
            self._remember(read(self._kind, found.profile), found.row)
        return self._profiles[member_id]

    def has(self, member_id: str) -> bool:
        """True where the member is here."""
        return member_id in self._rows or self._find_row(member_id) is not None

    def keys(self, member_id: str) -> Sequence[str]:
        """The block keys it was put under."""
        keys = self._connection.execute(select(MEMBERS.c["keys"]).where(MEMBERS.c.id == member_id)).scalar_one()
        return tuple(json.loads(keys))

    def block(self, key: str) -> Sequence[str]:
        """The ids under a key, sorted."""
        return self._under(key, size=None)

    def front(self, key: str, size: int) -> Sequence[str]:
        """The smallest ids under a key, sorted."""
        return self._under(key, size=size)

    def bonds(self) -> B:
        """What people decided."""
        return self._decided

    def judgements(self, member_id: str) -> Iterable[Judgement]:
        """Those kept of a core member."""
        return judgements_of(self._connection, member_id)

    def keep(self, judgement: Judgement) -> None:
        """Keep a judgement, in place of an older one of the pair."""
        self.forget(judgement)
        first, second = self._row(judgement.first), self._row(judgement.second)
        values = {
            "verdict": judgement.verdict.value,
            "score": judgement.score,
            "reasons": json.dumps([[self._reason(reason), reason.weight] for reason in judgement.reasons]),
            "method": judgement.method,
        }
        sides = [(first, second), (second, first)]
        rows = [{"member_row": one, "other_row": other, **values} for one, other in sides]
        self._connection.execute(insert(JUDGEMENTS), rows)

    def forget(self, judgement: Judgement) -> None:
        """Take away a kept judgement."""
        columns = JUDGEMENTS.c
        first, second = self._row(judgement.first), self._row(judgement.second)
        for one, other in ((first, second), (second, first)):
            pair = (columns.member_row == one) & (columns.other_row == other)
            self._connection.execute(delete(JUDGEMENTS).where(pair))

    def attachment(self, member_id: str) -> Judgement | None:
        """The judgement by which a follower stands, None for a core member."""
        found = self._connection.execute(select(MEMBERS.c.attachment).where(MEMBERS.c.id == member_id)).scalar()
        return None if found is None else read(Judgement, found)

    def attach(self, member_id: str, judgement: Judgement | None) -> None:
        """Make a member a follower by this judgement, or, with None, a core member."""
        leader = None
        if judgement is not None:
            leader = judgement.second if judgement.first == member_id else judgement.first
        values = {
            "follows": None if leader is None else self._row(leader),
            "attachment": None if judgement is None else write(judgement),
        }
        self._connection.execute(update(MEMBERS).where(MEMBERS.c.id == member_id).values(values))

    def followers(self, member_id: str) -> Iterable[str]:
        """The followers attached to a core member."""
        query = select(MEMBERS.c.id).where(MEMBERS.c.follows == self._row(member_id))
        return self._connection.execute(query).scalars().all()

    def of_report(self, report_id: str) -> Iterable[str]:
        """The members of a report."""
        query = (
            select(MEMBERS.c.id)
            .join(REPORTED, REPORTED.c.row == MEMBERS.c.row)
            .join(REPORTS, REPORTS.c.row == REPORTED.c.report_row)
            .where(REPORTS.c.report_id == report_id)
        )
        return self._connection.execute(query).scalars().all()

    def incident(self, member_id: str) -> str | None:
        """The incident a member is in; None before it is assigned."""
        return self._connection.execute(select(MEMBERS.c.incident_id).where(MEMBERS.c.id == member_id)).scalar()

    def members(self, incident_id: str) -> Iterable[str]:
        """The members of an incident."""
        query = select(MEMBERS.c.id).where(MEMBERS.c.incident_id == incident_id)
        return self._connection.execute(query).scalars().all()

    def assign(self, member_id: str, incident_id: str) -> None:
        """Say which incident a member is in."""
        query = update(MEMBERS).where(MEMBERS.c.id == member_id).values(incident_id=incident_id)
        self._connection.execute(query)

    def _under(self, key: str, *, size: int | None) -> Sequence[str]:
        query = select(BLOCKS.c.member_id).where(BLOCKS.c.key == key).order_by(BLOCKS.c.member_id).limit(size)
        return self._connection.execute(query).scalars().all()

    def _remember(self, profile: P, row: int) -> None:
        if len(self._rows) >= REMEMBERED:
            self._profiles.clear()
            self._rows.clear()
        self._profiles[profile.id] = profile
        self._rows[profile.id] = row

    def _find_row(self, member_id: str) -> int | None:
        row = self._connection.execute(select(MEMBERS.c.row).where(MEMBERS.c.id == member_id)).scalar()
        if row is not None:
            self._rows[member_id] = row
        return row

    def _row(self, member_id: str) -> int:
        row = self._rows.get(member_id) or self._find_row(member_id)
        if row is None:
            raise KeyError(member_id)
        return row

    def _reason(self, reason: Reason) -> int:
        """The row of a reason's words, made where they are new."""
        same = (REASONS.c.feature == reason.feature) & (REASONS.c.words == reason.words)
        found = self._connection.execute(select(REASONS.c.row).where(same)).scalar()
        if found is not None:
            return int(found)
        made = insert(REASONS).values(feature=reason.feature, words=reason.words).returning(REASONS.c.row)
        return int(self._connection.execute(made).scalar_one())


def judgements_of(connection: Connection, member_id: str) -> tuple[Judgement, ...]:
    """The judgements kept of one member, in no order."""
    one, other = MEMBERS.alias("one"), MEMBERS.alias("other")
    rows = connection.execute(
        select(JUDGEMENTS, other.c.id.label("other_id"))
        .join(one, one.c.row == JUDGEMENTS.c.member_row)
        .join(other, other.c.row == JUDGEMENTS.c.other_row)
        .where(one.c.id == member_id)
    ).all()
    words = _words_of_reasons(connection) if rows else {}
    return tuple(
        Judgement(
            first=min(member_id, row.other_id),
            second=max(member_id, row.other_id),
            verdict=Verdict(row.verdict),
            score=row.score,
            reasons=tuple(replace(words[reason], weight=weight) for reason, weight in json.loads(row.reasons)),
            method=row.method,
        )
        for row in rows
    )


def clear_shelf(connection: Connection) -> None:
    """Takes out everything that merging derived."""
    for table in (JUDGEMENTS, REASONS, BLOCKS, MEMBERS):
        connection.execute(delete(table))


def _words_of_reasons(connection: Connection) -> dict[int, Reason]:
    return {row.row: Reason(row.feature, 0.0, row.words) for row in connection.execute(select(REASONS)).all()}
