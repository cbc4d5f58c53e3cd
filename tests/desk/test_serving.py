import socket
from pathlib import Path

import pytest

from reportedly.desk import serving
from tests.desk.calling import Caller


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.0.3", "desk.example", "::"])  # noqa: S104 - refused
def test_an_address_that_others_can_reach_is_refused_with_the_reason(call: Caller, ledger: str, host: str) -> None:
    answer = call("serve", "--ledger", ledger, "--host", host)
    assert answer.status == 2
    assert "no log-in" in answer.complaint


def test_a_missing_ledger_is_named(call: Caller, tmp_path: Path) -> None:
    answer = call("serve", "--ledger", str(tmp_path / "none.sqlite"))
    assert answer.status == 2
    assert "there is no ledger" in answer.complaint


def test_a_port_that_is_taken_is_named(call: Caller, ledger: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        answer = call("serve", "--ledger", ledger, "--port", str(port))
    assert answer.status == 2
    assert f"port {port}" in answer.complaint


def test_where_the_desk_is_open_is_told(call: Caller, ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def run(name: str, listening: socket.socket) -> None:
        opened.append(f"{name} {listening.getsockname()[1]}")
        listening.close()

    monkeypatch.setattr(serving, "_run", run)
    answer = call("serve", "--ledger", ledger, "--port", "0")
    assert answer.status == 0
    assert opened
    assert f"http://127.0.0.1:{opened[0].split()[-1]}/" in answer.out
