import pytest
from fastapi.testclient import TestClient
from starlette.datastructures import Headers

from reportedly.desk.web.guard import is_loopback, is_own


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]", "LOCALHOST"])
def test_this_machine_is_known_by_its_own_names(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.0.3", "desk.example", "localhost.example", "", "::"])  # noqa: S104
def test_no_other_name_is_this_machine(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    "host", ["rebound.example", "rebound.example:8017", "192.168.0.3:8017", "", "[", "127.0.0.1.example"]
)
def test_a_request_to_another_host_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/api/v1/incidents", headers={"Host": host})
    assert answer.status_code == 421
    assert answer.headers["content-type"] == "application/problem+json"
    assert "incidents" not in answer.json()


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({}, True),
        ({"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1:8017"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"origin": "http://127.0.0.1:8017"}, True),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:8017"}, False),
        ({"origin": "http://127.0.0.1:9000"}, False),
        ({"origin": "https://127.0.0.1:8017"}, False),
        ({"origin": "null"}, False),
        ({"origin": "https://news.example"}, False),
    ],
)
def test_only_the_desks_own_pages_and_programs_may_change_something(headers: dict[str, str], own: bool) -> None:
    assert is_own(Headers({"host": "127.0.0.1:8017", **headers}), scheme="http") is own


def test_a_post_from_another_site_is_refused_before_anything_is_done(client: TestClient) -> None:
    answer = client.post("/incidents", headers={"Origin": "https://news.example"})
    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["/incidents", "/api/v1/incidents", "/static/desk.css", "/nothing"])
def test_every_answer_is_hardened(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
