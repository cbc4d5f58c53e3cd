import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from lxml import html

from reportedly.desk.web.app import desk
from reportedly.desk.web.drawings.places import map_of_all, points_of
from reportedly.desk.web.drawings.times import line_of, rows_of
from reportedly.desk.web.pages.searching import names_like
from reportedly.ledger.open import reading_ledger
from reportedly.ledger.reading import incidents
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import PlacePrecision
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


def test_a_known_place_is_a_dot_with_its_doubt_around_it(kharkiv: Incident) -> None:
    drawn = str(map_of_all(points_of([kharkiv])))
    assert MARKS.findall(drawn) == ["dot"]
    assert f"/incidents/{kharkiv.id}" in drawn
    assert 'class="area"' in drawn
    assert 'class="land"' in drawn


@pytest.mark.parametrize("precision", [PlacePrecision.PROVINCE, PlacePrecision.COUNTRY, PlacePrecision.SEA])
def test_a_region_is_never_a_dot(kharkiv: Incident, precision: PlacePrecision) -> None:
    assert kharkiv.where is not None
    vague = replace(kharkiv, where=replace(kharkiv.where, precision=precision, radius_km=300.0))
    drawn = str(map_of_all(points_of([vague])))
    assert MARKS.findall(drawn) == ["hollow"]
    assert "area wide" in drawn


def test_incidents_at_one_place_are_one_mark_that_leads_to_them(kharkiv: Incident) -> None:
    drawn = str(map_of_all(points_of([kharkiv, replace(kharkiv, id="other")])))
    assert MARKS.findall(drawn) == ["cluster"]
    assert "/incidents?near=" in drawn


def test_an_incident_without_a_point_is_not_drawn_but_listed(client: TestClient, kharkiv: Incident) -> None:
    assert points_of([replace(kharkiv, where=None)]) == ()
    assert tree(client, "/map").cssselect("svg.world a")


def test_an_empty_map_shows_the_world() -> None:
    assert str(map_of_all([])).count('class="land"') > 100


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
