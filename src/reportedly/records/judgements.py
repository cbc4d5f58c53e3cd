"""Whether two reported incidents are one: judgements of rules with their reasons, and decisions of people."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from reportedly.records.values import Value


class Verdict(StrEnum):
    """What a judgement says of a pair of reported incidents."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Reason:
    """One named feature of a pair, what it adds to the score (negative: against), and why in words."""

    feature: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a rule holds of a pair. ``first < second``, both ids of reported incidents.

    ``score`` is the sum of the reasons' weights, ``method`` the rule with its version.
    """

    first: str
    second: str
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]
    method: str


class Act(StrEnum):
    """What a person can decide."""

    SAME = "same"
    DIFFERENT = "different"
    SPLIT = "split"
    SET = "set"
    REJECT = "reject"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided, kept for ever; it outweighs every rule until it is undone.

    ``incidents``: of ``same`` and ``different`` the two ids, of ``split`` the ids that leave together, of ``set`` the
    one whose ``field`` gets ``value``, of ``reject`` those that tell of no incident; ids of reported incidents, so that
    a decision outlives every merge. ``rest``: of ``split`` the ids that they leave, as a later reading of the decision
    has to know from whom. ``undoes`` is the id of the decision an ``undo`` takes back. ``when`` is UTC.
    """

    id: str
    act: Act
    incidents: tuple[str, ...]
    who: str
    when: dt.datetime
    because: str
    rest: tuple[str, ...] = ()
    field: str | None = None
    value: Value = None
    undoes: str | None = None
