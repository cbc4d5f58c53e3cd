import io
import json
from collections.abc import Iterable
from dataclasses import replace

from reportedly.exporting.geojson import feature, write_geojson
from reportedly.records.merged import Incident


def written(incidents: Iterable[Incident]) -> bytes:
    stream = io.BytesIO()
    write_geojson(incidents, stream)
    return stream.getvalue()


def test_a_settled_place_is_a_point_longitude_first(incident: Incident) -> None:
    one = feature(incident)
    assert one["geometry"] == {"type": "Point", "coordinates": [42.4, 33.8]}
    properties = one["properties"]
    assert isinstance(properties, dict)
    assert (properties["place_precision"], properties["radius_km"]) == ("near", 5)


def test_a_place_that_is_not_settled_has_no_point(incident: Incident, bare: Incident) -> None:
    unsettled = replace(incident, where=replace(incident.where, lat=None, lon=None, radius_km=None))
    one = feature(unsettled)
    assert one["geometry"] is None
    properties = one["properties"]
    assert isinstance(properties, dict)
    assert properties["place"] == "Camp Tell Amar"
    assert feature(bare)["geometry"] is None


def test_a_point_on_the_equator_and_the_meridian_is_a_point(incident: Incident) -> None:
    at_zero = replace(incident, where=replace(incident.where, lat=0.0, lon=0.0))
    assert feature(at_zero)["geometry"] == {"type": "Point", "coordinates": [0.0, 0.0]}


def test_the_id_is_the_features_own(incident: Incident) -> None:
    one = feature(incident)
    properties = one["properties"]
    assert isinstance(properties, dict)
    assert one["id"] == "a1"
    assert "id" not in properties


def test_an_empty_ledger_is_an_empty_collection() -> None:
    assert json.loads(written([])) == {"type": "FeatureCollection", "features": []}


def test_a_thousand_incidents_are_a_thousand_features(incident: Incident) -> None:
    collection = json.loads(written(replace(incident, id=f"i{number}") for number in range(1000)))
    assert [one["id"] for one in collection["features"]] == [f"i{number}" for number in range(1000)]


def test_letters_stand_as_themselves_and_broken_ones_are_escaped(incident: Incident) -> None:
    raw = written([replace(incident, summary="تل عمر \udc80")])
    assert "تل عمر".encode() in raw
    assert json.loads(raw)["features"][0]["properties"]["summary"] == "تل عمر \udc80"


def test_the_same_incidents_give_the_same_bytes(incident: Incident, bare: Incident) -> None:
    assert written([incident, bare]) == written(iter([incident, bare]))
