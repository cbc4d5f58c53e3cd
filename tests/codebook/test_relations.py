"""How actors hang together: somebody's dated word between two actors that are known."""

import pytest

from reportedly.codebook.book import codebook
from reportedly.codebook.relations import Relation, RelationKind, _relation, relations, relations_of
from reportedly.errors import DataError

ROW: dict[str, object] = {
    "actor": "group:a",
    "kind": "wing_of",
    "of": "group:b",
    "says": "the group itself",
    "dated": "2014",
    "checked": "unverified",
}


@pytest.mark.parametrize("relation", relations(), ids=lambda one: f"{one.actor} {one.kind} {one.of}")
def test_a_relation_is_between_two_known_actors(relation: Relation) -> None:
    known = {actor.id for actor in codebook().actors}
    assert {relation.actor, relation.of} <= known
    assert relation.actor != relation.of


def test_no_relation_stands_twice() -> None:
    told = [(one.actor, one.kind, one.of, one.dated) for one in relations()]
    assert len(told) == len(set(told))


def test_every_kind_of_relation_is_used() -> None:
    assert {one.kind for one in relations()} == set(RelationKind)


def test_an_actor_has_the_relations_of_both_sides_its_own_first() -> None:
    found = relations_of("group:kataib_hezbollah")
    own = [one.actor == "group:kataib_hezbollah" for one in found]
    assert own == sorted(own, reverse=True)
    assert {True, False} == set(own)


@pytest.mark.parametrize("key", sorted(ROW))
def test_a_relation_without_a_speaker_or_a_date_is_refused(key: str) -> None:
    with pytest.raises(DataError, match=rf"relations\.toml: a \[\[relation\]\] has a text under .*{key}"):
        _relation({name: value for name, value in ROW.items() if name != key})


def test_a_relation_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(DataError, match=r"relations\.toml: 'group:a'.*sponsor"):
        _relation({**ROW, "kind": "sponsor"})
