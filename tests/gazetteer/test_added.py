"""A user's own file of places: what it adds, and what is said where it is wrong."""

import pickle

import pytest

from reportedly.errors import DataError
from reportedly.gazetteer.load import Gazetteer, load
from reportedly.gazetteer.place import PlaceKind
from reportedly.records.additions import Addition, Additions

PLACE = '[[places]]\nname = "Camp Zahrin"\nkind = "facility"\ncountry = "IQ"\nlat = 33.1\nlon = 44.2\n'


def toml(content: str) -> Gazetteer:
    return load(Addition("own.toml", content))


def csv(content: str) -> Gazetteer:
    return load(Addition("own.csv", content))


def test_a_place_of_a_toml_file_is_found_by_its_name_and_its_aliases() -> None:
    found = toml(PLACE + 'aliases = ["Zahrin Base"]\nradius_km = 3\n')
    (place,) = found.candidates("camp zahrin")
    assert (place.place_id, place.kind, place.country) == ("user:camp-zahrin-iq", PlaceKind.FACILITY, "IQ")
    assert (place.lat, place.lon, place.radius_km) == (33.1, 44.2, 3.0)
    assert found.candidates("Zahrin Base") == (place,)
    assert found.by_id("user:camp-zahrin-iq") == place


def test_a_csv_file_says_the_same() -> None:
    rows = "name,aliases,kind,country,lat,lon,radius_km\nCamp Zahrin,Zahrin Base; Zahrin,facility,IQ,33.1,44.2,3\n"
    same = toml(PLACE + 'aliases = ["Zahrin Base"]\nradius_km = 3\n')
    for name in ("Camp Zahrin", "Zahrin Base"):
        assert csv(rows).candidates(name) == same.candidates(name)
    assert len(csv(rows).candidates("Zahrin")) == 1


def test_a_place_may_have_no_point_and_no_country() -> None:
    (place,) = toml('[[places]]\nname = "Zahrin Shoal"\nkind = "sea"\n').candidates("Zahrin Shoal")
    assert (place.country, place.lat, place.lon) == (None, None, None)


def test_what_is_added_stands_before_namesakes_that_ship() -> None:
    found = toml(PLACE.replace("Camp Zahrin", "Baghdad"))
    assert [place.place_id for place in found.candidates("Baghdad")][:2] == ["user:baghdad-iq", "iso:IQ-BG"]


def test_spellings_are_added_to_a_place_that_ships() -> None:
    found = toml('[[places]]\nof = "gn:98182"\naliases = ["Baghzaad"]\n')
    assert [place.name for place in found.candidates("Baghzaad")] == ["Baghdad"]
    assert load().candidates("Baghzaad") == ()


def test_an_id_of_ones_own_keeps_namesakes_apart() -> None:
    found = toml(f'{PLACE}id = "first"\n{PLACE}id = "second"\n')
    assert [place.place_id for place in found.candidates("Camp Zahrin")] == ["user:first", "user:second"]


def test_the_same_file_gives_the_same_gazetteer_and_another_does_not() -> None:
    assert toml(PLACE) is toml(PLACE)
    assert load().candidates("Camp Zahrin") == ()


def test_additions_can_be_sent_to_another_process() -> None:
    additions = Additions(gazetteer=Addition("own.toml", PLACE))
    assert pickle.loads(pickle.dumps(additions)) == additions  # noqa: S301 - made here


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (PLACE + "\n[[places]]\nname = 'B'\nkind = 'fort'\n", "own.toml, line 7: kind must be one of continent"),
        (PLACE.replace("33.1", "93.1"), "own.toml, line 1: lat must be a number between -90 and 90, got 93.1"),
        (PLACE.replace("lon = 44.2\n", ""), "line 1: lat and lon go together"),
        (PLACE.replace("IQ", "Iraq"), "line 1: country must be an ISO 3166-1 code such as IQ, got 'Iraq'"),
        (PLACE + "latt = 3\n", "line 1: no key 'latt'; did you mean lat?"),
        (PLACE + PLACE, "line 7: user:camp-zahrin-iq stands at own.toml, line 1 too; give one an id"),
        (PLACE + "population = -1\n", "line 1: population must be"),
        (PLACE + 'aliases = "Zahrin"\n', "line 1: aliases must be a list of names, got 'Zahrin'"),
        (PLACE + 'aliases = ["--"]\n', "line 1: a name must hold letters, got '--'"),
        ('[[places]]\nkind = "sea"\naliases = ["B"]\n', "line 1: a new place needs a name"),
        ('[[places]]\nof = "gn:1"\naliases = ["B"]\n', "line 1: no place has the id 'gn:1'"),
        ('[[places]]\nof = "gn:98182"\nlat = 3\naliases = ["B"]\n', "line 1: lat cannot stand beside of"),
        ('[[places]]\nof = "gn:98182"\n', "line 1: aliases must list at least one name"),
        ("[[places]]\nname = \n", "own.toml: no TOML: Invalid value (at line 2, column 8)"),
        ("[places]\nname = 'B'\n", "own.toml: may hold [[places]] tables only"),
    ],
)
def test_what_is_wrong_in_a_toml_file_is_named_by_file_and_line(content: str, said: str) -> None:
    with pytest.raises(DataError) as raised:
        toml(content)
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("name,kind\nB,sea,IQ\n", "own.csv, line 2: 3 cells under a header of 2"),
        ("name,kind,lat,lon\nA,sea,1,2\nB,sea,north,2\n", "own.csv, line 3: lat must be a number, got 'north'"),
        ("name,kinds\nA,sea\n", "own.csv, line 2: no key 'kinds'; did you mean kind?"),
        ('name,kind\n"A,sea\n', "own.csv, line 2: no CSV"),
    ],
)
def test_what_is_wrong_in_a_csv_file_is_named_by_file_and_line(content: str, said: str) -> None:
    with pytest.raises(DataError) as raised:
        csv(content)
    assert said in str(raised.value)


def test_a_file_of_another_kind_is_refused() -> None:
    with pytest.raises(DataError, match=r"own\.txt: a file of places ends in \.toml or \.csv, not in '\.txt'"):
        load(Addition("own.txt", PLACE))
