"""One key for every spelling of a name."""

import pytest

from reportedly.gazetteer.names import fold


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("Deir ez-Zor", "deir ez zor"),
        ("Côte d’Ivoire", "cote divoire"),
        ("U.S.", "us"),
        ("Sana'a", "sanaa"),
        ("Łódź", "lodz"),
        ("Al  Ḩasakah", "al hasakah"),
        ("Washington, D.C.", "washington dc"),
        ("Ma‘rib", "marib"),
    ],
)
def test_a_spelling_folds_to_its_key(spelling: str, key: str) -> None:
    assert fold(spelling) == key
