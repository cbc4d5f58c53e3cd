"""An incident in, the dead out as codebooks count them: the lowest, best and highest figure, and whose they were.

An open range counts by its low end: "at least three" is three dead that somebody vouches for.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reportedly.exporting.parties import ARMED, STATE, doers, sort_of_party
from reportedly.records.counts import Count
from reportedly.records.forms import range_value
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import ClaimField


@dataclass(frozen=True, slots=True, kw_only=True)
class Deaths:
    """Figures of the dead, the attackers' own added to all three; ``told`` False where nobody gives any."""

    low: int
    best: int
    high: int
    told: bool


def deaths(incident: Incident, *, unreliable: Collection[str] = ()) -> Deaths:
    """The outer figures and the resolved one; those of ``unreliable`` speakers are left out of the outer ones."""
    attackers = attackers_killed(incident)
    figures = [toll.killed for toll in incident.tolls if toll.source not in unreliable and toll.killed is not None]
    figures += [incident.killed] if incident.killed is not None else []
    lows, highs = [low_of(one) for one in figures], [high_of(one) for one in figures]
    best = 0 if incident.killed is None else low_of(incident.killed)
    return Deaths(
        low=min(lows, default=0) + attackers,
        best=best + attackers,
        high=max([*highs, best]) + attackers,
        told=bool(figures) or attackers > 0,
    )


def low_of(count: Count) -> int:
    """The low end; 0 where it is open."""
    return count.low or 0


def high_of(count: Count) -> int:
    """The high end; where it is open, the low one."""
    return low_of(count) if count.high is None else count.high


def attackers_killed(incident: Incident) -> int:
    """The attackers' own dead that are told; 0 where nobody tells of any."""
    killed = None if incident.attackers is None else incident.attackers.killed
    return 0 if killed is None else low_of(killed)


def is_worded(incident: Incident, count: Count) -> bool:
    """True where a range is told in words alone: a claim of it has no digit in its quote ("dozens")."""
    value = range_value(count)
    told = [one.claim.quote for one in incident.evidence if one.claim.field is ClaimField.KILLED]
    same = [quote for quote, held in zip(told, _killed_values(incident), strict=True) if held == value]
    return bool(same) and not any(letter.isdigit() for quote in same for letter in quote)


def _killed_values(incident: Incident) -> Iterator[object]:
    return (one.claim.value for one in incident.evidence if one.claim.field is ClaimField.KILLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The best figure by whose the dead were; the rest is ``unknown``."""

    state: int
    group: int
    civilians: int
    unknown: int


def split(incident: Incident, *, best: int) -> Split:
    """The dead by their kind where that is told, never more than ``best``; the attackers' dead are their side's."""
    killed = {"state": 0, "group": 0, "civilians": 0}
    own = attackers_killed(incident)
    if own:
        doer = next(iter(doers(incident)), None)
        killed["state" if doer is not None and doer.sort in STATE else "group"] += own
    for victim in incident.victims:
        sort = sort_of_party(victim.kind)
        if victim.killed is None or sort is None:
            continue
        heap = "state" if sort in STATE else "group" if sort in ARMED else "civilians"
        killed[heap] += min(low_of(victim.killed), best - sum(killed.values()))
    return Split(**killed, unknown=best - sum(killed.values()))
