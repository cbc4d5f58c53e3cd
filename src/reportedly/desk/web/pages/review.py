"""What is worth a person's look: incidents on which reports differ, weightiest first, and pairs no rule is sure of."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from reportedly.desk.views.rivals import sides_of
from reportedly.desk.views.told import origins
from reportedly.desk.web.opened import Ledger, Reading
from reportedly.desk.web.pages.layout import page
from reportedly.desk.web.selected import spelled
from reportedly.desk.web.writing import user
from reportedly.ledger.browsing import judged_pairs
from reportedly.ledger.decisions import present_decisions
from reportedly.ledger.reading import incident, listed
from reportedly.records.filters import Filter, Page, SortKey
from reportedly.records.forms import count_from
from reportedly.records.judgements import Act, Decision, Judgement, Verdict
from reportedly.records.merged import Disagreement, Incident, Rival
from reportedly.records.standing import standing
from reportedly.records.values import Value
from reportedly.records.vocabulary import ClaimField

router = APIRouter()
LOOKED_AT = 200
"""Disputed incidents that are weighed, those with most killed; unsure pairs that are looked through."""
SHOWN = 20
"""Things in the queue at a time: an hour's work."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values of a field, as ``set`` takes it, "" where it can only be typed in; and who gives it."""

    value: Value
    typed: str
    rivals: tuple[Rival, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """A disagreement that nobody has decided, and its values."""

    disagreement: Disagreement
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """An incident with what is open about it."""

    incident: Incident
    opened: tuple[Open, ...]

    @property
    def weight(self) -> float:
        """How much depends on it: what is open, by how many people it concerns and how widely it is told."""
        killed = 0 if self.incident.killed is None else (self.incident.killed.low or 0)
        return len(self.opened) * (1 + math.log1p(killed)) * (1 + math.log1p(self.incident.sources))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two incidents that may be one, and what speaks for and against it."""

    one: Incident
    other: Incident
    judgement: Judgement


@router.get("/review")
def review_page(request: Request, ledger: Ledger) -> Response:
    """The queue."""
    decided = standing(present_decisions(ledger.transaction))
    doubts = sorted(_doubts(ledger, decided), key=lambda doubt: (-doubt.weight, doubt.incident.id))
    pairs = list(_pairs(ledger, decided))
    return page("review.html", request, doubts=doubts[:SHOWN], more=len(doubts) - SHOWN, pairs=pairs, user=user())


def _doubts(ledger: Reading, decided: tuple[Decision, ...]) -> Iterator[Doubt]:
    settled = {(id_, one.field) for one in decided if one.act is Act.SET for id_ in one.incidents}
    wanted, part = Filter(disputed=True), Page(key=SortKey.KILLED, descending=True, limit=LOOKED_AT)
    for found in listed(ledger.transaction, ledger.index, wanted=wanted, page=part):
        own = (found.id, *found.was)
        still = (one for one in found.disagreements if not any((id_, one.field) in settled for id_ in own))
        opened = tuple(Open(one, _choices(found, one)) for one in still)
        if opened:
            yield Doubt(found, opened)


def _choices(found: Incident, disagreement: Disagreement) -> tuple[Choice, ...]:
    """The values, those once that are typed in alike."""
    choices: dict[str, Choice] = {}
    for number, side in enumerate(sides_of(disagreement, origins(found))):
        typed = typed_value(disagreement.field, side.value)
        key = typed or str(number)
        known = choices.get(key)
        rivals = side.rivals if known is None else (*known.rivals, *side.rivals)
        choices[key] = Choice(side.value, typed, rivals)
    return tuple(choices.values())


def typed_value(field: str, value: Value) -> str:
    """A claimed value as ``set`` takes it; "" where it can only be typed in."""
    if field in (ClaimField.KILLED, ClaimField.INJURED):
        count = count_from(value)
        return "" if count is None else spelled(count)
    if field == ClaimField.PERPETRATORS and isinstance(value, dict) and ";" not in str(value.get("name")):
        return f"{value['name']} ({value['basis']})"
    if field in (ClaimField.TYPE, ClaimField.STAGE) and isinstance(value, str):
        return value
    if field == ClaimField.WHEN and isinstance(value, dict) and value.get("start") and value.get("end"):
        start, end = str(value["start"]), str(value["end"])
        return start if start == end else f"{start}/{end}"
    return ""


def _pairs(ledger: Reading, decided: tuple[Decision, ...]) -> Iterator[Pair]:
    """Pairs of two incidents that no rule is sure of and nobody has judged, each pair of incidents once."""
    judged = {frozenset(one.incidents) for one in decided if one.act in (Act.SAME, Act.DIFFERENT)}
    seen: set[frozenset[str]] = set()
    unsure = judged_pairs(ledger.transaction, verdict=Verdict.UNSURE.value, limit=LOOKED_AT)
    for _, judgement in sorted(unsure, key=lambda row: -row[1].score):
        found = [incident(ledger.transaction, id_) for id_ in (judgement.first, judgement.second)]
        one, other = found
        if one is None or other is None or one.id == other.id:
            continue
        pair = frozenset((one.id, other.id))
        if pair in seen or {judgement.first, judgement.second} in judged or pair in judged:
            continue
        seen.add(pair)
        yield Pair(one, other, judgement)
        if len(seen) == SHOWN:
            return
