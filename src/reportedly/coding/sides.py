"""An actor or a draft in, the sides it stands on out, and whether two sides differ."""

from reportedly.codebook.sides import OUTSIDE_STATES, side_of
from reportedly.coding.draft import Draft
from reportedly.records.mentions import ActorMention

SOME_STATE = "state:?"
"""The side of a force of a state the text does not name ("the army")."""


def side_of_actor(actor: ActorMention | None) -> str | None:
    """The side an actor stands on; None for nobody, for people and things, and where it cannot be told."""
    if actor is None:
        return None
    side = side_of(actor.actor_id, actor.kind)
    return SOME_STATE if side is None and actor.kind in ("military", "police", "guard") else side


def differ(side: str, others: set[str]) -> bool:
    """True where a side is none of others; a state's unnamed force may be any state's."""
    if side == SOME_STATE or SOME_STATE in others:
        return all((other == OUTSIDE_STATES) != (side == OUTSIDE_STATES) for other in others)
    return side not in others


def agent_sides(draft: Draft) -> set[str]:
    """The sides of a draft's doers."""
    return {side for one in draft.features if (side := side_of_actor(one.agent)) is not None}


def patient_sides(draft: Draft) -> set[str]:
    """The sides of those a draft's deed was done to."""
    return {side for one in draft.features if (side := side_of_actor(one.patient)) is not None}
