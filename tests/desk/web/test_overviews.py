import datetime as dt
import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from lxml import html

from reportedly.desk.web.app import desk
from reportedly.desk.web.drawings.brush import bars_of, brush_of
from reportedly.desk.web.drawings.places import laid_out, map_of_all
from reportedly.desk.web.drawings.times import line_of, rows_of
from reportedly.desk.web.pages.searching import names_like
from reportedly.ledger.open import reading_ledger
from reportedly.ledger.overviews import Brief, Spot
from reportedly.ledger.reading import incidents
from reportedly.records.filters import Near
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import PlacePrecision, Stage
from tests.desk.web.examples import HERE
from tests.pipeline.ledgers import GOMA

MARKS = re.compile(r'<circle class="(dot|hollow|cluster)')


@pytest.fixture
def told(kept: str) -> list[Incident]:
    with reading_ledger(kept) as engine, engine.reading() as transaction:
        return list(incidents(transaction, engine.index))


@pytest.fixture
def kharkiv(told: list[Incident]) -> Incident:
    return next(one for one in told if one.where is not None and one.where.country == "UA")


def tree(client: TestClient, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return html.document_fromstring(answer.content.decode())


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def spot(name: str = "Kharkiv", **changes: object) -> Spot:
    settled = Spot(
        name=name, precision=PlacePrecision.SETTLEMENT, lat=50.0, lon=36.2, radius_km=8.0, incidents=1, row=1
    )
    return replace(settled, **changes)  # type: ignore[arg-type]


def drawn(*spots: Spot, around: Near | None = None, query: str = "") -> str:
    briefs = {one.row: Brief(f"id{one.row}", Stage.ACCOMPLISHED, "a strike") for one in spots}
    return str(map_of_all(laid_out(spots, around=around), briefs, query=query))


def test_a_known_place_is_a_dot_with_its_doubt_around_it() -> None:
    shown = drawn(spot())
    assert MARKS.findall(shown) == ["dot"]
    assert 'href="/incidents/id1"' in shown
    assert 'class="area"' in shown
    assert 'class="land"' in shown


@pytest.mark.parametrize("precision", [PlacePrecision.PROVINCE, PlacePrecision.COUNTRY, PlacePrecision.SEA])
def test_a_region_is_never_a_dot(precision: PlacePrecision) -> None:
    shown = drawn(spot(precision=precision, radius_km=300.0))
    assert MARKS.findall(shown) == ["hollow"]
    assert "area wide" in shown


def test_incidents_at_one_place_are_one_mark_that_leads_to_the_list_of_them() -> None:
    shown = drawn(spot(incidents=12_000), query="type=bombing")
    assert MARKS.findall(shown) == ["cluster"]
    assert ">12k</text>" in shown
    assert "/incidents?type=bombing&amp;near=50.0000,36.2000" in shown


def test_a_mark_of_several_places_opens_into_a_map_that_parts_them() -> None:
    far, near = spot("Lviv", lon=24.0, row=3), spot("Chuhuiv", lon=36.25, row=2)
    shown = drawn(spot(), near, far)
    assert sorted(MARKS.findall(shown)) == ["cluster", "dot"]
    lat, lon, radius_km = re.findall(r"/map[?]near=([-.0-9]+),([-.0-9]+)&amp;radius=([.0-9]+)", shown)[0]
    opened = drawn(spot(), near, far, around=Near(lat=float(lat), lon=float(lon), radius_km=float(radius_km)))
    assert MARKS.findall(opened) == ["dot", "dot"]


def test_names_are_written_beside_marks_and_over_none() -> None:
    shown = drawn(spot(), spot("Chuhuiv", lon=37.0, row=2))
    assert re.findall(r'class="name"[^>]*>([^<]*)<', shown) == ["Chuhuiv"]


def test_an_incident_without_a_point_is_not_drawn_but_listed(own: str) -> None:
    client = TestClient(desk(own), base_url=HERE)
    before = tree(client, "/map")
    told = "A car bomb killed two people on Monday, police said."
    client.post("/add", data={"text": told, "published": "2025-03-11"})
    after = tree(client, "/map")
    assert words(after.cssselect("h1")[0]) == words(before.cssselect("h1")[0])
    assert len(after.cssselect("h2 ~ .rows li")) == len(before.cssselect("h2 ~ .rows li")) + 1


def test_an_empty_map_shows_the_world() -> None:
    assert drawn().count('class="land"') > 100


def test_bars_are_days_then_months_then_years_and_leave_no_gap() -> None:
    day = dt.date(2024, 3, 11)
    assert [bar.name for bar in bars_of({day: 2, dt.date(2024, 3, 13): 1})] == [
        "2024-03-11",
        "2024-03-12",
        "2024-03-13",
    ]
    months = bars_of({day: 2, dt.date(2024, 6, 1): 1})
    assert [(bar.name, bar.incidents) for bar in months] == [
        ("2024-03", 2),
        ("2024-04", 0),
        ("2024-05", 0),
        ("2024-06", 1),
    ]
    assert months[0].last == dt.date(2024, 3, 31)
    assert [bar.name for bar in bars_of({day: 2, dt.date(2034, 6, 1): 1})][:2] == ["2024", "2025"]
    assert bars_of({}) == ()


def test_the_bars_that_are_asked_for_stand_out() -> None:
    bars = bars_of({dt.date(2024, 3, 11): 2, dt.date(2024, 6, 1): 1})
    shown = str(brush_of(bars, path="/map", query="text=x", since=dt.date(2024, 5, 1), until=None))
    assert (shown.count("when-in"), shown.count("when-out")) == (2, 2)
    assert "/map?text=x&amp;since=2024-03-01&amp;until=2024-03-31" in shown


def test_the_map_goes_closer_and_keeps_what_else_is_asked(client: TestClient) -> None:
    page = tree(client, "/map?stage=accomplished")
    closer = next(one.get("href") for one in page.cssselect(".views a") if words(one) == "Closer")
    shown = tree(client, closer)
    assert [one.get("value") for one in shown.cssselect("form.narrow input[name=radius]")]
    assert "accomplished" in closer
    assert "Whole" in [words(one) for one in shown.cssselect(".views a")]


def test_a_day_is_a_dot_and_an_uncertain_time_a_bar(told: list[Incident], kharkiv: Incident) -> None:
    assert kharkiv.when is not None
    assert kharkiv.when.start is not None
    first = kharkiv.when.start
    month = replace(kharkiv, when=replace(kharkiv.when, start=first.replace(day=1), end=first.replace(day=28)))
    assert 'class="dot' in str(line_of(rows_of([kharkiv])))
    assert 'class="span' in str(line_of(rows_of([month])))
    assert len(rows_of(told)) == len([one for one in told if one.when is not None])


def test_a_threat_is_tied_to_the_attack_that_followed(told: list[Incident]) -> None:
    linked = [one for one in told if one.links]
    assert linked
    assert "tie-line" in str(line_of(rows_of(told)))
    assert "tie-line" not in str(line_of(rows_of([replace(one, links=()) for one in told])))


def test_a_long_time_without_incidents_is_cut_out(kharkiv: Incident) -> None:
    assert kharkiv.when is not None
    assert kharkiv.when.start is not None
    later = kharkiv.when.start.replace(year=2026)
    other = replace(kharkiv, id="other", when=replace(kharkiv.when, start=later, end=later))
    assert 'class="cut"' in str(line_of(rows_of([kharkiv, other])))
    assert 'class="cut"' not in str(line_of(rows_of([kharkiv])))


def test_map_and_timeline_take_the_conditions_of_the_list(client: TestClient) -> None:
    assert len(tree(client, "/timeline?text=Kharkiv").cssselect(".times ol li")) == 1
    assert "one incident" in words(tree(client, "/map?text=Kharkiv").cssselect("h1")[0])


def test_an_actor_has_a_page_of_what_is_said_of_it(client: TestClient) -> None:
    page = words(tree(client, "/actors/virunga alliance").cssselect("main")[0])
    assert "claims it, says" in page
    assert tree(client, "/actors/state:ru").cssselect(".rows li")
    assert client.get("/actors/nobody").status_code == 404


def test_a_place_has_a_page_of_what_happened_there(client: TestClient) -> None:
    links = tree(client, "/places").cssselect("main a[href^='/places/']")
    (link,) = (one.get("href") for one in links if words(one) == "Kharkiv")
    assert len(tree(client, link).cssselect(".rows li")) == 1
    assert client.get("/places/nowhere").status_code == 404


def test_search_finds_incidents_claims_and_names_spelled_almost_so(client: TestClient) -> None:
    page = tree(client, "/search?q=bomb")
    assert page.cssselect("main a[href^='/incidents/']")
    assert page.cssselect("main a[href*='claim=']")
    assert [words(one) for one in tree(client, "/search?q=Kharkov").cssselect(".tags a")] == ["Kharkiv"]
    assert names_like("Gao", {"Goma": "/places/1"}) == []


def test_pasted_text_is_kept_and_told_again_changes_nothing(own: str) -> None:
    client = TestClient(desk(own), base_url=HERE)
    form = {"text": "A car bomb killed two people in Erbil on Monday, police said.", "published": "2025-03-11"}
    first = client.post("/add", data=form)
    assert first.status_code == 201
    assert "added" in first.text
    assert "known" in client.post("/add", data=form).text
    assert client.get("/api/v1/incidents?text=Erbil").json()["total"] == 1


def test_files_are_kept_and_refused_by_their_own_names(own: str) -> None:
    client = TestClient(desk(own), base_url=HERE)
    files = [
        ("file", ("../../etc/good.txt", b"Gunmen shot dead a mayor in Erbil on Monday, police said.")),
        ("file", ("bad.txt", b"\x00\x01\x02\xff" * 50)),
    ]
    page = client.post("/add", files=files, data={"published": "2025-03-11"})
    items = [words(one) for one in html.document_fromstring(page.content.decode()).cssselect("#done ~ ul li")]
    assert [one.split()[0] for one in items] == ["added", "refused"]
    assert "bad.txt" in items[1]
    assert "/tmp" not in page.text  # noqa: S108 - what must not be shown


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ({}, "nothing to add"),
        ({"address": "/etc/passwd"}, "no address"),
        ({"text": "x", "published": "soon"}, "not a date"),
    ],
)
def test_what_cannot_be_added_is_told_with_what_is_right(client: TestClient, form: dict[str, str], reason: str) -> None:
    answer = client.post("/add", data=form)
    assert answer.status_code == 400
    assert reason in answer.text


def test_a_private_address_is_refused_with_its_reason(own: str) -> None:
    page = TestClient(desk(own), base_url=HERE).post("/add", data={"address": "http://127.0.0.1:1/secret"})
    assert "refused" in page.text


def test_a_report_that_was_added_is_reached_from_the_list(client: TestClient) -> None:
    assert GOMA.id in {one.get("href").rpartition("/")[2] for one in tree(client, "/reports").cssselect("a[data-row]")}
