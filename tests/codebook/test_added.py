"""A user's own file of actors: what it adds, and what is said where it is wrong."""

import pickle
from pathlib import Path

import pytest

import reportedly
from reportedly.codebook.actors import Actor
from reportedly.codebook.book import Codebook, codebook
from reportedly.errors import DataError
from reportedly.records.additions import Addition, Additions

ACTOR = '[[actor]]\nname = "River Guard Column"\nkind = "armed_group"\ncountries = ["IQ"]\n'


def toml(content: str) -> Codebook:
    return codebook(Addition("own.toml", content))


def actor(found: Codebook, actor_id: str) -> Actor:
    one = found.actor(actor_id)
    assert one is not None
    return one


def test_an_actor_is_added_under_its_own_id_with_every_spelling() -> None:
    found = actor(toml(ACTOR + 'aliases = ["River (Guards|Watch)"]\nacronyms = ["RGC"]\n'), "user:river_guard_column")
    assert found.names == ("River Guard Column", "River Guards", "River Watch")
    assert (found.kind, found.acronyms, found.countries) == ("armed_group", ("RGC",), ("IQ",))
    assert found.checked == "unverified"


def test_a_spelling_that_many_names_share_is_written_as_in_the_files_that_ship() -> None:
    found = actor(toml(ACTOR + 'aliases = ["{kataib} al Nahr"]\n'), "user:river_guard_column")
    assert "Kata'ib al Nahr" in found.names


def test_spellings_are_added_to_an_actor_that_ships() -> None:
    found = toml('[[actor]]\nof = "group:m23"\naliases = ["Sultani\'s men"]\nacronyms = ["MVT"]\n')
    assert "Sultani's men" in actor(found, "group:m23").names
    assert "MVT" in actor(found, "group:m23").acronyms
    assert "Sultani's men" not in actor(codebook(), "group:m23").names


def test_what_ships_is_one_codebook_with_and_without_a_file() -> None:
    assert codebook(None) is codebook()


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ("[[actor]\n", "no TOML"),
        ('[[actors]]\nname = "X"\n', r"may hold \[\[actor\]\] tables only, got \['actors'\]"),
        ('\n[[actor]]\nkind = "armed_group"\n', "line 2: a new actor needs a 'name'"),
        ('[[actor]]\nname = "Red Hand"\nkind = "army"\n', "line 1: 'kind' must be one of state_force, "),
        ('[[actor]]\nname = "Red Hand"\nkind = "state"\n', "line 1: 'kind' must be one of state_force, "),
        (ACTOR + 'alias = ["X"]\n', "line 1: no key 'alias'; did you mean 'aliases'"),
        (ACTOR + "backers = 1\n", "line 1: no key 'backers'; known: id, name"),
        (ACTOR + 'aliases = "X"\n', "line 1: 'aliases' must be a list of texts, got 'X'"),
        (ACTOR + 'aliases = ["(X"]\n', r"line 1: the alias '\(X' cannot be spelled out"),
        (ACTOR + 'aliases = ["{nobody} X"]\n', "line 1: the alias '{nobody} X' cannot be spelled out"),
        (ACTOR + 'aliases = ["..."]\n', r"line 1: a name must hold letters, got '\.\.\.'"),
        (ACTOR.replace("IQ", "Iraq"), "line 1: 'countries' lists ISO 3166-1 codes such as IQ, got 'Iraq'"),
        (ACTOR + 'since = "1999"\n', "line 1: 'since' must be a year, got '1999'"),
        (ACTOR + "name2 = 1\n", "line 1: no key 'name2'; did you mean 'name'"),
        (
            '[[actor]]\nof = "group:m32"\naliases = ["X"]\n',
            "line 1: no actor has the id 'group:m32'; did you mean 'group:",
        ),
        ('[[actor]]\nof = "group:m23"\n', "line 1: 'of' needs 'aliases' or 'acronyms'"),
        ('[[actor]]\nof = "group:m23"\nkind = "umbrella"\n', "line 1: 'kind' cannot stand beside 'of'"),
        (ACTOR + ACTOR, "line 5: the id 'user:river_guard_column' is taken"),
    ],
)
def test_what_is_wrong_is_named_by_file_and_line(content: str, wrong: str) -> None:
    with pytest.raises(DataError, match=rf"own\.toml.*{wrong}"):
        toml(content)


@pytest.mark.parametrize(
    "row", ['name = "al Shabab"\nkind = "armed_group"\n', 'of = "group:m23"\naliases = ["Taleban"]\n']
)
def test_a_name_of_an_actor_that_ships_is_named_and_not_merged(row: str) -> None:
    with pytest.raises(DataError, match=r"own\.toml, line 1: '.*' is a name of .* \(group:.*\) already; add spellings"):
        toml(f"[[actor]]\n{row}")


def test_a_name_of_two_added_actors_is_named_too() -> None:
    other = '[[actor]]\nname = "Hill Guard"\nkind = "armed_group"\naliases = ["River Guard Column"]\n'
    with pytest.raises(DataError, match=r"line 5: 'River Guard Column' is a name of River Guard Column"):
        toml(ACTOR + other)


def test_a_file_goes_to_another_process_as_it_is() -> None:
    additions = Additions(actors=Addition("own.toml", ACTOR + 'acronyms = ["RGC"]\n'))
    assert pickle.loads(pickle.dumps(additions)) == additions  # noqa: S301 - our own bytes


def test_a_report_is_read_with_it(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(ACTOR, encoding="utf-8")
    text = "River Guard Column fighters killed two soldiers near Mosul on Monday."
    (incident,) = reportedly.tell(text=text, published="2024-05-16", actors=path).incidents
    assert [(row.name, row.actor_id) for row in incident.perpetrators] == [
        ("River Guard Column", "user:river_guard_column")
    ]
