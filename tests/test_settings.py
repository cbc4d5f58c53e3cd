from types import SimpleNamespace

import pytest

from reportedly.settings import Settings, settings, settings_in


def test_an_empty_environment_leaves_the_defaults() -> None:
    assert settings_in({}) == Settings(debug=False)


@pytest.mark.parametrize(("value", "debug"), [("1", True), ("yes", True), ("0", False), ("", False), ("No", False)])
def test_debug_is_on_unless_it_says_no(value: str, debug: bool) -> None:
    assert settings_in({"REPORTEDLY_DEBUG": value}).debug is debug


def test_the_user_is_whoever_is_logged_in() -> None:
    assert settings_in({"LOGNAME": "ann", "USER": "bob"}).user == "ann"
    assert settings_in({"LOGNAME": " ", "USERNAME": "cem"}).user == "cem"


def test_without_a_name_in_the_environment_the_account_names_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setattr("pwd.getpwuid", lambda _: SimpleNamespace(pw_name="dee"))
    assert settings().user == "dee"


def test_an_account_without_a_name_names_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(key, raising=False)

    def unknown(_: int) -> object:
        raise KeyError

    monkeypatch.setattr("pwd.getpwuid", unknown)
    assert settings().user is None
