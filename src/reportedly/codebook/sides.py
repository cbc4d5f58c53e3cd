"""An actor in, the side it stands on out: a state's forces and offices are one side, all outside states another."""

from functools import cache

from reportedly.codebook.actors import Actor, actors

OF_STATES = frozenset({"state", "state_force", "police", "government"})
"""Kinds that act for a state; facade, umbrella, armed_group and criminal do not."""
ARMED = frozenset({"armed_group", "criminal_group", "criminal", "facade", "umbrella"})
"""Kinds, of actors and of mentions, that act for no state."""
OUTSIDE_STATES = "armed"
"""The side of everyone who acts for no state: reports name one doer by group, umbrella and type in one breath."""


@cache
def _by_id() -> dict[str, Actor]:
    return {actor.id: actor for actor in actors()}


def side_of(actor_id: str | None, kind: str) -> str | None:
    """``state:XX`` for a state and what acts for it, ``armed`` for groups outside states; None where untold."""
    actor = _by_id().get(actor_id) if actor_id is not None else None
    if actor is not None and actor.kind in OF_STATES:
        return f"state:{actor.countries[0]}" if actor.countries else None
    if actor is not None:
        return None if actor.kind == "organisation" else OUTSIDE_STATES
    if actor_id is not None and actor_id.startswith("state:"):
        return f"state:{actor_id.split(':')[1].upper()}"
    return OUTSIDE_STATES if kind in ARMED else None
