"""What the actor files hold, and what a broken one is told."""

import pytest

from reportedly.codebook.actors import Actor, _actor, _check_ids, actors
from reportedly.codebook.book import codebook
from reportedly.codebook.names import folded
from reportedly.errors import DataError

ROW: dict[str, object] = {"id": "group:x", "name": "Red Hand", "kind": "armed_group", "checked": "unverified"}
GROUPS = [actor for actor in actors() if actor.id.startswith("group:")]


def test_at_least_two_hundred_groups_are_known_besides_the_states() -> None:
    assert len(GROUPS) > 200
    assert len([actor for actor in actors() if actor.kind == "state"]) > 190


@pytest.mark.parametrize("actor", actors(), ids=lambda actor: actor.id)
def test_an_actor_is_of_a_known_kind_and_says_what_was_checked(actor: Actor) -> None:
    assert actor.kind in codebook().codes("actor_kind")
    assert actor.checked
    assert actor.since is None or actor.until is None or actor.since <= actor.until
    assert all(len(country) == 2 and country.isupper() for country in actor.countries)


def test_no_two_actors_share_a_name() -> None:
    owner: dict[tuple[str, ...], str] = {}
    named = [(name, actor.id) for actor in actors() for name in (*actor.names, *actor.acronyms)]
    assert [pair for pair in named if owner.setdefault(folded(pair[0]), pair[1]) != pair[1]] == []


def test_no_actor_says_who_backs_it() -> None:
    assert not {"sponsor", "sponsors", "backer", "backed_by"} & set(Actor.__slots__)


def test_aliases_are_spelled_out_behind_the_canonical_name() -> None:
    actor = _actor({**ROW, "aliases": ["Red (Hand|{limb})"]}, "x.toml", {"limb": ("Arm",)})
    assert actor.names == ("Red Hand", "Red Arm")


def test_an_alias_with_an_unknown_variant_names_file_and_actor() -> None:
    with pytest.raises(DataError, match=r"x\.toml: 'Red Hand'"):
        _actor({**ROW, "aliases": ["{nobody}"]}, "x.toml", {})


def test_a_wrong_year_and_a_missing_name_are_refused() -> None:
    with pytest.raises(DataError, match="year under 'since'"):
        _actor({**ROW, "since": "1990"}, "x.toml", {})
    with pytest.raises(DataError, match="text under 'name'"):
        _actor({key: value for key, value in ROW.items() if key != "name"}, "x.toml", {})


def test_an_id_that_stands_twice_is_refused() -> None:
    actor = _actor(ROW, "x.toml", {})
    with pytest.raises(DataError, match="twice"):
        _check_ids([actor, actor])
