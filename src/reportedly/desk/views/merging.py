"""Judgements in, those that hold an incident together out: as few as tie all its members, the surest first."""

from collections.abc import Iterable

from reportedly.records.judgements import Judgement, Verdict
from reportedly.records.merged import Incident


def ties(incident: Incident, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements "same" that tie the members, best score first, none between members that are tied already.

    A member that none of them reaches was joined by a person, or through a pair no longer judged.
    """
    groups = {id_: {id_} for id_ in (incident.id, *incident.was)}
    found = []
    for one in sorted(judgements, key=lambda one: (-one.score, one.first, one.second)):
        left, right = groups.get(one.first), groups.get(one.second)
        if one.verdict is not Verdict.SAME or left is None or right is None or left is right:
            continue
        left |= right
        groups |= dict.fromkeys(right, left)
        found.append(one)
    return tuple(found)
