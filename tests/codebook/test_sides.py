"""On which side an actor stands."""

import pytest

from reportedly.codebook.actors import actors
from reportedly.codebook.sides import OF_STATES, OUTSIDE_STATES, side_of

ACTORS = actors()


@pytest.mark.parametrize("kind", sorted(OF_STATES))
def test_what_acts_for_a_state_stands_on_that_states_side(kind: str) -> None:
    found = [actor for actor in ACTORS if actor.kind == kind and actor.countries]
    assert [actor.id for actor in found if side_of(actor.id, actor.kind) != f"state:{actor.countries[0]}"] == []


@pytest.mark.parametrize("kind", ["armed_group", "criminal", "facade", "umbrella"])
def test_groups_outside_states_stand_on_one_side(kind: str) -> None:
    found = [actor for actor in ACTORS if actor.kind == kind]
    assert [actor.id for actor in found if side_of(actor.id, actor.kind) != OUTSIDE_STATES] == []
    assert side_of(None, kind) == OUTSIDE_STATES


def test_an_organisation_stands_on_no_side() -> None:
    found = [actor for actor in ACTORS if actor.kind == "organisation"]
    assert found
    assert {side_of(actor.id, actor.kind) for actor in found} == {None}


def test_a_state_and_its_army_stand_on_one_side_and_two_states_on_two() -> None:
    states = {actor.id: actor for actor in ACTORS if actor.kind == "state"}
    forces = [actor for actor in ACTORS if actor.kind == "state_force" and actor.countries]
    assert forces
    sides = {side_of(state.id, state.kind) for state in states.values()}
    assert len(sides) > 100
    assert side_of(forces[0].id, forces[0].kind) in sides


@pytest.mark.parametrize("kind", ["person", "civilian", "base", ""])
def test_a_party_the_codebook_does_not_know_and_that_bears_no_arms_stands_on_no_side(kind: str) -> None:
    assert side_of(None, kind) is None


def test_a_state_named_by_its_id_alone_is_a_side() -> None:
    assert side_of("state:zz", "state") == "state:ZZ"
