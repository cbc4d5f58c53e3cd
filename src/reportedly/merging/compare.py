"""Two profiles in, a judgement with its reasons out."""

from reportedly.merging.features import FEATURES
from reportedly.merging.profile import Profile
from reportedly.merging.weights import Weights, weights
from reportedly.records.judgements import Judgement, Reason, Verdict

METHOD = "merge/3"
"""The rule and its version, on every judgement; raised when a feature, a weight or who follows whom changes."""
DIGITS = 4
"""Decimals of a weight and a score: sums come out the same on every machine."""


def compare(first: Profile, second: Profile) -> Judgement:
    """What the rules hold of the pair, whichever is named first."""
    if second.id < first.id:
        first, second = second, first
    table = weights()
    reasons = _reasons(first, second, table)
    score = round(table.base + sum(reason.weight for reason in reasons), DIGITS)
    return Judgement(
        first=first.id,
        second=second.id,
        verdict=_verdict(score, table),
        score=score,
        reasons=reasons,
        method=METHOD,
    )


def _reasons(first: Profile, second: Profile, table: Weights) -> tuple[Reason, ...]:
    found = []
    for feature, words in _DESCRIBED:
        said = feature(first, second)
        if said:
            weight = table.features[feature.__name__]
            adds = round(said * (weight.speaking_for if said > 0 else weight.against), DIGITS)
            found.append(Reason(feature.__name__, adds, words))
    return tuple(found)


def _verdict(score: float, table: Weights) -> Verdict:
    if score >= table.same:
        return Verdict.SAME
    return Verdict.DIFFERENT if score <= table.different else Verdict.UNSURE


_DESCRIBED = tuple((feature, (feature.__doc__ or "").splitlines()[0]) for feature in FEATURES)
