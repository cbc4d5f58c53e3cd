import pytest

from reportedly.settings import Settings, settings_in


def test_an_empty_environment_leaves_the_defaults() -> None:
    assert settings_in({}) == Settings(debug=False)


@pytest.mark.parametrize(("value", "debug"), [("1", True), ("yes", True), ("0", False), ("", False), ("No", False)])
def test_debug_is_on_unless_it_says_no(value: str, debug: bool) -> None:
    assert settings_in({"REPORTEDLY_DEBUG": value}).debug is debug
