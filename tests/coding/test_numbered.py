"""How many a target's name stands for."""

import pytest

import reportedly
from reportedly.records.counts import Count


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("A bomb destroyed a bridge near Quetta on Monday.", "bridge", Count(1, 1)),
        ("A bomb destroyed three buses in Quetta on Monday.", "buses", Count(3, 3)),
        ("A bomb damaged houses in Quetta on Monday.", "houses", Count(2, None)),
        ("Rebels attacked the army near Goma on Monday.", "army", None),
    ],
)
def test_a_target_tells_how_many_things_its_name_stands_for(text: str, name: str, count: Count | None) -> None:
    (incident,) = reportedly.tell(text=text, published="2024-05-16").incidents
    assert [(one.name, one.count) for one in incident.targets] == [(name, count)]
