"""What the codebook answers."""

from reportedly.codebook.book import Codebook, codebook
from reportedly.codebook.entries import Entry


def entry(code: str, parent: str | None) -> Entry:
    return Entry(vocabulary="tool", code=code, definition="x", source="own", example="a", look_alike="b", parent=parent)


BOOK = Codebook((entry("saw", None), entry("handsaw", "saw"), entry("fretsaw", "handsaw"), entry("drill", None)), ())


def test_a_code_lies_within_itself_its_parent_and_that_one_s_parent() -> None:
    assert BOOK.within("fretsaw", ancestor="saw", vocabulary="tool")
    assert BOOK.within("saw", ancestor="saw", vocabulary="tool")


def test_a_parent_does_not_lie_within_its_child_nor_a_stranger_within_it() -> None:
    assert not BOOK.within("saw", ancestor="handsaw", vocabulary="tool")
    assert not BOOK.within("drill", ancestor="saw", vocabulary="tool")


def test_codes_come_in_the_order_of_the_file() -> None:
    assert BOOK.codes("tool") == ("saw", "handsaw", "fretsaw", "drill")
    assert BOOK.codes("toy") == ()


def test_a_one_way_drone_is_a_drone_and_a_car_bomb_an_improvised_device() -> None:
    assert codebook().within("one_way_drone", ancestor="drone", vocabulary="weapon")
    assert codebook().within("car_bomb", ancestor="explosives", vocabulary="weapon")
    assert not codebook().within("drone", ancestor="aircraft", vocabulary="weapon")


def test_an_actor_is_found_by_its_id_and_a_stranger_is_not() -> None:
    found = codebook().actor("state:fr")
    assert found is not None
    assert found.name == "France"
    assert codebook().actor("state:zz") is None
