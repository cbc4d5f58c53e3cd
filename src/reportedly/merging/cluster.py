"""Nodes of one component and the judgements between them in, clusters out; no order of anything plays a part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportedly.merging.bonds import Bonds
from reportedly.merging.profile import Profile
from reportedly.merging.sets import Groups
from reportedly.records.judgements import Judgement, Verdict

JOIN = 0.0
"""Mean score over the judged pairs between two clusters from which they are joined."""
SCALE = 10_000
"""A score has four decimals (``compare.DIGITS``)."""


@dataclass(slots=True)
class _Between:
    """What is known between two clusters; scores in whole ten-thousandths, so that no order of adding shows."""

    total: int = 0
    pairs: int = 0

    def add(self, total: int, pairs: int) -> None:
        self.total += total
        self.pairs += pairs


@dataclass(slots=True)
class _State:
    """Clusters under way: their mains by report, and what is known between them, by their smallest ids."""

    groups: Groups = field(default_factory=Groups)
    mains: dict[str, set[str]] = field(default_factory=dict)
    between: dict[str, dict[str, _Between]] = field(default_factory=dict)
    parted: dict[str, set[str]] = field(default_factory=dict)


def cluster(
    profiles: Mapping[str, Profile], judgements: Iterable[Judgement], bonds: Bonds
) -> tuple[tuple[str, ...], ...]:
    """The ids of ``profiles`` in clusters, each sorted, sorted by their first.

    First what people called one; then pair by pair, the best score first and the smaller ids among equals: two clusters
    are joined where the judged pairs between them speak for it on the whole, no person parts them and no report tells
    both as main incidents.
    """
    judged = sorted(judgements, key=lambda one: (-one.score, one.first, one.second))
    state = _opened(profiles, judged, bonds)
    for judgement in judged:
        if judgement.verdict is not Verdict.SAME:
            break
        left, right = state.groups.find(judgement.first), state.groups.find(judgement.second)
        if left != right and _may_join(state, left, right):
            _join(state, left, right)
    return tuple(tuple(group) for group in state.groups.groups(profiles).values())


def _opened(profiles: Mapping[str, Profile], judged: Iterable[Judgement], bonds: Bonds) -> _State:
    state = _State()
    for one, profile in profiles.items():
        state.mains[one] = {profile.report_id} if profile.main else set()
        state.between[one], state.parted[one] = {}, set()
    for judgement in judged:
        score = round(judgement.score * SCALE)
        for one, other in ((judgement.first, judgement.second), (judgement.second, judgement.first)):
            state.between[one][other] = _Between(score, 1)
    for one, other in bonds.different:
        if one in profiles and other in profiles:
            state.parted[one].add(other)
            state.parted[other].add(one)
    for one, other in sorted(bonds.same):
        left, right = state.groups.find(one), state.groups.find(other)
        if one in profiles and other in profiles and left != right:
            _join(state, left, right)
    return state


def _may_join(state: _State, left: str, right: str) -> bool:
    known = state.between[left][right]
    if known.total < JOIN * SCALE * known.pairs or right in state.parted[left]:
        return False
    return state.mains[left].isdisjoint(state.mains[right])


def _join(state: _State, left: str, right: str) -> None:
    """Make two clusters one under the smaller id, and take over what is known of the larger."""
    kept, gone = sorted((left, right))
    state.groups.join(kept, gone)
    state.mains[kept] |= state.mains.pop(gone)
    for other, known in state.between.pop(gone).items():
        del state.between[other][gone]
        if other != kept:
            state.between[kept].setdefault(other, _Between()).add(known.total, known.pairs)
            state.between[other].setdefault(kept, _Between()).add(known.total, known.pairs)
    for other in state.parted.pop(gone):
        state.parted[other].discard(gone)
        if other != kept:
            state.parted[kept].add(other)
            state.parted[other].add(kept)
