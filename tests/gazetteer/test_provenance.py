"""Where an entry comes from, and what its point was checked against."""

from reportedly.gazetteer.load import load
from reportedly.gazetteer.provenance import PlaceSource, provenance_of


def test_a_place_of_our_own_tells_what_it_was_checked_against_and_its_spellings() -> None:
    origin = provenance_of(load().candidates("Ain al-Assad")[0])
    assert origin.source is PlaceSource.OWN
    assert origin.checked == "airportsdata ORAA, 1 km away"
    assert "al-Asad airbase" in origin.names


def test_places_of_the_public_lists_name_their_list() -> None:
    assert provenance_of(load().find("gn:98182")[0]).source is PlaceSource.GEONAMES
    assert provenance_of(load().find("air:OYAA")[0]).source is PlaceSource.AIRPORTSDATA
