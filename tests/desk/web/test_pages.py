import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from reportedly.desk.web.app import desk
from reportedly.desk.web.pages.layout import TEMPLATES
from reportedly.ledger.open import writing_ledger
from reportedly.pipeline.keep import add
from reportedly.records.reports import Report
from tests.desk.web.examples import HERE
from tests.pipeline.ledgers import GOMA, NOW

HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7 * 7 }}"


def tree(client: TestClient, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return html.document_fromstring(answer.content.decode())


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def links(root: html.HtmlElement) -> set[str]:
    return {one.get("href") for one in root.cssselect("a[href^='/']")}


def bombing(client: TestClient) -> str:
    return str(client.get("/api/v1/incidents?text=bomb&sort=-reports").json()["incidents"][0]["id"])


def test_the_desk_opens_with_the_incidents(client: TestClient) -> None:
    assert client.get("/").headers["location"] == "/incidents"


def test_the_list_shows_stage_dispute_and_blame_in_words(client: TestClient) -> None:
    row = words(tree(client, "/incidents?text=bomb&disputed=true").cssselect(".list tbody tr")[0])
    assert "accomplished" in row
    assert "they differ on" in row
    assert "Virunga Alliance" in row
    assert "claims it" in row


def test_filters_stand_in_the_address_and_are_shown_as_set(client: TestClient) -> None:
    root = tree(client, "/incidents?stage=threatened&since=2025&sort=-when")
    assert [one.get("value") for one in root.cssselect("input[name=stage][checked]")] == ["threatened"]
    assert root.cssselect("input[name=since]")[0].get("value") == "2025"
    assert root.cssselect("select[name=sort] option[selected]")[0].get("value") == "-when"
    assert "1 of" in words(root.cssselect("h1")[0]).replace("one incident", "1")


def test_a_list_goes_on_behind_its_last_incident(client: TestClient) -> None:
    (more,) = tree(client, "/incidents?limit=1&stage=accomplished").cssselect("a[rel=next]")
    assert "stage=accomplished" in more.get("href")
    assert tree(client, more.get("href")).cssselect("a[rel=first]")


def test_every_value_leads_to_the_words_it_stands_on(client: TestClient) -> None:
    root = tree(client, f"/incidents/{bombing(client)}")
    claims = [link for link in links(root) if "claim=" in link]
    assert len(claims) > 5
    for link in claims:
        page = tree(client, link.partition("#")[0])
        (lit,) = page.cssselect("#claim")
        pieces = "".join(one.text_content() for one in page.cssselect(".m.lit"))
        assert words(page.cssselect(".asked blockquote")[0]) in pieces or words(lit) in pieces


def test_no_link_of_the_desk_leads_nowhere(client: TestClient) -> None:
    seen: set[str] = set()
    waiting = {"/incidents"}
    while waiting:
        path = waiting.pop()
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        if "html" in answer.headers["content-type"]:
            found = links(html.document_fromstring(answer.content.decode()))
            waiting |= {link.partition("#")[0] for link in found} - seen


def test_ids_are_one_of_a_kind_and_targets_are_there(client: TestClient) -> None:
    for path in ("/incidents", f"/incidents/{bombing(client)}", f"/reports/{GOMA.id}"):
        root = tree(client, path)
        ids = [one.get("id") for one in root.iter() if one.get("id")]
        assert len(ids) == len(set(ids)), path
        assert {one.get("href")[1:] for one in root.cssselect('a[href^="#"]')} <= set(ids), path


def test_an_incident_tells_toll_dispute_reports_reasons_and_history(client: TestClient) -> None:
    root = tree(client, f"/incidents/{bombing(client)}")
    assert {"blamed", "tolls", "differ", "reports", "merged", "history"} <= {one.get("id") for one in root.iter("h2")}
    assert [words(one) for one in root.cssselect(".tolls .number")] == ["4", "6", "at least 2"]
    assert len(root.cssselect(".rival")) >= 2


def test_an_incident_that_is_not_there_is_said_so_on_a_page(client: TestClient) -> None:
    answer = client.get("/incidents/zzz")
    assert answer.status_code == 404
    assert "no incident has the id" in answer.text
    assert "<main" in answer.text


def test_one_incident_is_exported(client: TestClient) -> None:
    id_ = bombing(client)
    answer = client.get(f"/incidents/{id_}/export")
    assert answer.json()["id"] == id_
    assert "attachment" in answer.headers["content-disposition"]


def test_the_words_of_a_report_are_all_there_and_marked(client: TestClient) -> None:
    root = tree(client, f"/reports/{GOMA.id}")
    for number in root.cssselect(".text .n"):
        number.drop_tree()
    assert words(root.cssselect(".text")[0]) == GOMA.content
    assert root.cssselect(".text .k-count")
    assert root.cssselect(".accounts li")


def test_words_of_a_hostile_report_stay_words(tmp_path: Path) -> None:
    name = str(tmp_path / "ledger.sqlite")
    report = Report(
        id=f"../{HOSTILE}",
        content=f"{HOSTILE}\n\n{GOMA.content} A {HOSTILE} bomb killed two people in Goma on Monday, {HOSTILE} said.",
        uri="javascript:alert(3)",
        publisher=HOSTILE,
        title=HOSTILE,
        published=GOMA.published,
    )
    with writing_ledger(name, create=True, notify=print) as engine:
        assert list(add(engine, [report], occasion=NOW)) == ["added"]
    client = TestClient(desk(name), base_url=HERE)
    seen = set()
    for path in ("/incidents", "/reports", f"/incidents?text={'<script>alert(2)</script>'}"):
        root = tree(client, path)
        for link in {"/incidents", *links(root)} - seen:
            seen.add(link)
            page = client.get(link.partition("#")[0])
            assert page.status_code == 200, link
            if "html" in page.headers["content-type"]:
                shown = html.document_fromstring(page.content.decode())
                assert {one.get("src") for one in shown.iter("script")} <= {"/static/desk.js", "/static/map.js"}
                assert not shown.cssselect("img, [onerror], a[href^=javascript]")
                assert "49" not in words(shown.cssselect("main")[0])
    assert any(link.startswith("/reports/") for link in seen)


@pytest.mark.parametrize("file", sorted(TEMPLATES.glob("*.html")), ids=lambda file: file.name)
def test_no_template_holds_script_or_style_or_switches_escaping_off(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|\|\s*safe|autoescape", text)
    assert all(
        re.fullmatch(r'<script src="/static/[a-z]+[.]js" defer>', one) for one in re.findall(r"<script[^>]*>", text)
    )
