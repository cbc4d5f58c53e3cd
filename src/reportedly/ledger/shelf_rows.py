"""The rows of what merging derived: read as the shelf asks for them, written as it says, many at a time."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from reportedly.ledger.codec import read, write
from reportedly.ledger.tables import BLOCKS, JUDGEMENTS, MADE_BY, MEMBERS, REASONS, REPORTED, REPORTS
from reportedly.records.judgements import Judgement, Reason, Verdict

ASKED = 500
"""Ids in one question; SQLite takes 32,766 (before 3.32: 999)."""

CHANGES = "changes"

Pair = tuple[str, str]
"""Two ids, the smaller first."""


_TO_MERGE = select(REPORTED.c.row).where(REPORTED.c.id == bindparam("incident_id"), REPORTED.c.counts)
_BLOCK = select(BLOCKS.c.member_id).where(BLOCKS.c.key == bindparam("key")).order_by(BLOCKS.c.member_id)
_OPENING = _BLOCK.limit(bindparam("most"))
_FOLLOWERS = select(MEMBERS.c.id).where(MEMBERS.c.follows == bindparam("row"))
_INCIDENT = select(MEMBERS.c.id).where(MEMBERS.c.incident_id == bindparam("incident_id"))
_JUDGED = (
    select(MEMBERS.c.id, JUDGEMENTS.c.verdict, JUDGEMENTS.c.score)
    .join(MEMBERS, MEMBERS.c.row == JUDGEMENTS.c.other_row)
    .where(JUDGEMENTS.c.member_row == bindparam("row"))
)
_ONE, _OTHER, _MIRRORED = MEMBERS.alias("one"), MEMBERS.alias("other"), JUDGEMENTS.alias("mirrored")
JUDGED_FULLY = (
    select(
        JUDGEMENTS.c.member_row,
        JUDGEMENTS.c.other_row,
        _ONE.c.id.label("one"),
        _OTHER.c.id.label("other"),
        JUDGEMENTS.c.verdict,
        JUDGEMENTS.c.score,
        func.coalesce(JUDGEMENTS.c.reasons, _MIRRORED.c.reasons).label("reasons"),
        func.coalesce(JUDGEMENTS.c.method, _MIRRORED.c.method).label("method"),
    )
    .select_from(JUDGEMENTS)
    .join(_ONE, _ONE.c.row == JUDGEMENTS.c.member_row)
    .join(_OTHER, _OTHER.c.row == JUDGEMENTS.c.other_row)
    .join(
        _MIRRORED,
        (_MIRRORED.c.member_row == JUDGEMENTS.c.other_row) & (_MIRRORED.c.other_row == JUDGEMENTS.c.member_row),
    )
)
"""Judgements from either side with all that is kept of them; ``judgement_in`` reads a row."""
# Statements are built once: to build one takes longer than to run it.


class Identified(Protocol):
    """What has to be known of a profile: the id of its reported incident."""

    @property
    def id(self) -> str:
        """The id."""


P = TypeVar("P", bound=Identified)


@dataclass(slots=True)
class Standing(Generic[P]):
    """A member: its row, what it is compared by, the blocks it is in, its incident, and by what it follows another."""

    row: int
    profile: P
    keys: tuple[str, ...]
    incident: str | None = None
    attachment: Judgement | None = None


def changes(connection: Connection) -> int:
    """How often the shelf was written so far."""
    found = connection.execute(select(MADE_BY.c.version).where(MADE_BY.c.part == CHANGES)).scalar()
    return 0 if found is None else int(found)


def note_change(connection: Connection, before: int) -> int:
    """Counts one more; the new number."""
    connection.execute(delete(MADE_BY).where(MADE_BY.c.part == CHANGES))
    connection.execute(insert(MADE_BY).values(part=CHANGES, version=str(before + 1)))
    return before + 1


def row_to_merge(connection: Connection, incident_id: str) -> int:
    """The row of the reported incident that counts under that id."""
    return int(connection.execute(_TO_MERGE, {"incident_id": incident_id}).scalar_one())


def read_members(connection: Connection, ids: Sequence[str], kind: type[P]) -> Iterator[tuple[str, Standing[P]]]:
    """The members of those ids that are there."""
    columns = MEMBERS.c
    what = (columns.id, columns.row, columns.profile, columns["keys"], columns.incident_id, columns.attachment)
    for start in range(0, len(ids), ASKED):
        query = select(*what).where(columns.id.in_(ids[start : start + ASKED]))
        for one, row, profile, keys, incident_id, attachment in connection.execute(query).all():
            yield (
                one,
                Standing(
                    row=row,
                    profile=read(kind, profile),
                    keys=tuple(json.loads(keys)),
                    incident=incident_id,
                    attachment=None if attachment is None else read(Judgement, attachment),
                ),
            )


def read_block(connection: Connection, key: str, *, limit: int | None = None) -> list[str]:
    """The ids under a key, sorted; with ``limit``, the first so many."""
    query = _BLOCK if limit is None else _OPENING
    return list(connection.execute(query, {"key": key, "most": limit}).scalars())


def read_followers(connection: Connection, row: int) -> set[str]:
    """The ids of a member's followers."""
    return set(connection.execute(_FOLLOWERS, {"row": row}).scalars())


def read_incident(connection: Connection, incident_id: str) -> set[str]:
    """The ids of an incident's members."""
    return set(connection.execute(_INCIDENT, {"incident_id": incident_id}).scalars())


def members_of_report(connection: Connection, report_id: str) -> tuple[str, ...]:
    """The ids of a report's members."""
    query = (
        select(MEMBERS.c.id)
        .join(REPORTED, REPORTED.c.row == MEMBERS.c.row)
        .join(REPORTS, REPORTS.c.row == REPORTED.c.report_row)
        .where(REPORTS.c.report_id == report_id)
    )
    return tuple(connection.execute(query).scalars())


def judgements_of(connection: Connection, member_id: str) -> tuple[Judgement, ...]:
    """The judgements kept of one member, with their reasons, in no order."""
    found = connection.execute(JUDGED_FULLY.where(_ONE.c.id == member_id)).all()
    words = words_of_reasons(connection) if found else {}
    return tuple(judgement_in(row, words) for row in found)


def judgement_in(row: Row[*tuple[Any, ...]], words: Mapping[int, Reason]) -> Judgement:
    """The judgement of a row, whose reasons are named in ``words``."""
    weights = json.loads(row.reasons)
    return Judgement(
        first=min(row.one, row.other),
        second=max(row.one, row.other),
        verdict=Verdict(row.verdict),
        score=row.score,
        reasons=tuple(replace(words[reason], weight=weight) for reason, weight in weights),
        method=row.method,
    )


def read_judged(connection: Connection, member_id: str, row: int) -> dict[str, Judgement]:
    """The judgements kept of one member by the other's id, without reasons and method: merging asks for neither."""
    return {
        other: Judgement(
            first=min(member_id, other),
            second=max(member_id, other),
            verdict=Verdict(verdict),
            score=score,
            reasons=(),
            method="",
        )
        for other, verdict, score in connection.execute(_JUDGED, {"row": row}).all()
    }


def insert_members(connection: Connection, standings: Iterable[Standing[P]]) -> None:
    """Members that were put, with their keys; whom they follow is said by ``update_members``."""
    put = list(standings)
    members = [
        {
            "row": standing.row,
            "id": standing.profile.id,
            "profile": write(standing.profile),
            "keys": json.dumps(list(standing.keys)),
            "incident_id": standing.incident,
        }
        for standing in put
    ]
    blocks = [{"key": key, "member_id": standing.profile.id} for standing in put for key in standing.keys]
    for table, found in ((MEMBERS, members), (BLOCKS, blocks)):
        if found:
            connection.execute(insert(table), found)


def update_members(connection: Connection, standings: Iterable[Standing[P]], row_of: Callable[[str], int]) -> None:
    """Members whose incident, or whom they follow, is another now; ``row_of`` knows the row of an id."""
    changed = [
        {
            "of": standing.row,
            "incident_id": standing.incident,
            "follows": None
            if standing.attachment is None
            else row_of(other_of(standing.attachment, standing.profile.id)),
            "attachment": None if standing.attachment is None else write(standing.attachment),
        }
        for standing in standings
    ]
    if changed:
        connection.execute(update(MEMBERS).where(MEMBERS.c.row == bindparam("of")), changed)


def delete_members(connection: Connection, standings: Iterable[Standing[P]]) -> None:
    """Members that were dropped, with their keys."""
    for standing in standings:
        for key in standing.keys:
            same = (BLOCKS.c.key == key) & (BLOCKS.c.member_id == standing.profile.id)
            connection.execute(delete(BLOCKS).where(same))
        connection.execute(delete(MEMBERS).where(MEMBERS.c.row == standing.row))


def insert_judgements(connection: Connection, judged: Sequence[tuple[tuple[int, int], Judgement]]) -> None:
    """Judgements of pairs of rows, each from either side."""
    if not judged:
        return
    words = _rows_of_words(connection, [reason for _, judgement in judged for reason in judgement.reasons])
    found: list[dict[str, object]] = []
    for (first, second), judgement in judged:
        held: dict[str, object] = {"verdict": judgement.verdict.value, "score": judgement.score}
        reasons = json.dumps([[words[one.feature, one.words], one.weight] for one in judgement.reasons])
        why = {"reasons": reasons, "method": judgement.method}
        found.append({"member_row": first, "other_row": second, **held, **why})
        found.append({"member_row": second, "other_row": first, **held, "reasons": None, "method": None})
    connection.execute(insert(JUDGEMENTS), found)


def delete_judgements(connection: Connection, pairs: Sequence[tuple[int, int]]) -> None:
    """Takes out what is kept of pairs of rows."""
    sides = [{"one": one, "other": other} for pair in pairs for one, other in (pair, pair[::-1])]
    if sides:
        columns = JUDGEMENTS.c
        same = (columns.member_row == bindparam("one")) & (columns.other_row == bindparam("other"))
        connection.execute(delete(JUDGEMENTS).where(same), sides)


def clear_shelf(connection: Connection) -> None:
    """Takes out everything that merging derived."""
    for table in (JUDGEMENTS, REASONS, BLOCKS, MEMBERS):
        connection.execute(delete(table))
    note_change(connection, changes(connection))


def other_of(judgement: Judgement, member_id: str) -> str:
    """The other one of the pair."""
    return judgement.second if judgement.first == member_id else judgement.first


def words_of_reasons(connection: Connection) -> dict[int, Reason]:
    """Every reason's words by their row, without a weight."""
    return {row.row: Reason(row.feature, 0.0, row.words) for row in connection.execute(select(REASONS)).all()}


def _rows_of_words(connection: Connection, reasons: Iterable[Reason]) -> dict[tuple[str, str], int]:
    """The rows of the reasons' words, made where they are new."""
    known = {(reason.feature, reason.words): row for row, reason in words_of_reasons(connection).items()}
    for feature, words in dict.fromkeys((reason.feature, reason.words) for reason in reasons):
        if (feature, words) not in known:
            made = insert(REASONS).values(feature=feature, words=words).returning(REASONS.c.row)
            known[feature, words] = int(connection.execute(made).scalar_one())
    return known
