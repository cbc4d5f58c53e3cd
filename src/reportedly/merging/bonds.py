"""What people decided in, the pairs it ties and parts out: the newest word holds where two cannot both."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.merging.sets import Groups
from reportedly.records.judgements import Act, Decision
from reportedly.records.standing import standing

Pair = tuple[str, str]
"""Two ids of reported incidents, the smaller first."""


def pair_of(one: str, other: str) -> Pair:
    """The pair, the smaller id first."""
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True)
class Bonds:
    """Pairs that are one and pairs that are two by a person's word; no chain of the first breaks one of the second."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()

    def named(self) -> frozenset[str]:
        """Every id a person decided on."""
        return frozenset(one for pair in self.same | self.different for one in pair)


def bonds(decisions: Iterable[Decision]) -> Bonds:
    """The ties of all decisions, taken newest first: an older word that a newer one rules out is left aside."""
    groups = Groups()
    same: set[Pair] = set()
    different: set[Pair] = set()
    for decision in standing(decisions):
        for (one, other), tied in _ties(decision):
            apart = groups.find(one) != groups.find(other)
            if tied and not _parted(groups, different, one, other):
                groups.join(one, other)
                same.add(pair_of(one, other))
            elif not tied and apart:
                different.add(pair_of(one, other))
    return Bonds(frozenset(same), frozenset(different))


def _ties(decision: Decision) -> Iterator[tuple[Pair, bool]]:
    """Each pair a decision is about, True where it makes them one."""
    named = decision.incidents
    if decision.act in (Act.SAME, Act.SPLIT):
        yield from (((named[0], other), True) for other in named[1:])
    if decision.act is Act.DIFFERENT:
        yield from (((one, other), False) for at, one in enumerate(named) for other in named[at + 1 :])
    if decision.act is Act.SPLIT:
        yield from (((one, other), False) for one in named for other in decision.rest)


def _parted(groups: Groups, different: set[Pair], one: str, other: str) -> bool:
    """True where joining the two would join a pair that a newer word parts."""
    left, right = groups.find(one), groups.find(other)
    return any({groups.find(a), groups.find(b)} == {left, right} for a, b in different) and left != right
