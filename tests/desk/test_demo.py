import io
from pathlib import Path

import pytest

from reportedly.desk.demo import show_ledger
from reportedly.ledger.open import reading_ledger
from reportedly.ledger.reading import incidents
from tests.pipeline.ledgers import NOW


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "demo.sqlite"


def shown(ledger: Path) -> str:
    stream = io.StringIO()
    show_ledger(ledger, occasion=NOW, stream=stream)
    return stream.getvalue()


def test_the_demo_ends_with_incidents_on_which_several_reports_disagree(ledger: Path) -> None:
    text = shown(ledger)
    with reading_ledger(str(ledger)) as engine, engine.reading() as transaction:
        told = list(incidents(transaction, engine.index))
    apart = [one for one in told if one.disagreements and len({row.publisher for row in one.reports}) > 1]
    assert len(apart) >= 3
    assert f"{len(apart)} of these are told by several reports that disagree" in " ".join(text.split())
    assert all(one.id[:10] in text for one in apart)
    assert any(row.copy_of for one in apart for row in one.reports)


def test_the_demo_says_how_to_show_the_one_that_most_reports_tell(ledger: Path) -> None:
    (call,) = [line for line in shown(ledger).splitlines() if line.startswith("  reportedly show ")]
    assert str(ledger) in call
    with reading_ledger(str(ledger)) as engine, engine.reading() as transaction:
        most = max(incidents(transaction, engine.index), key=lambda one: len(one.reports))
    assert most.id.startswith(call.split()[2])


def test_the_demo_twice_is_the_demo_once(ledger: Path) -> None:
    assert shown(ledger) == shown(ledger)


def test_it_ends_with_a_claim_borne_out_one_contradicted_and_a_page_about_the_place(ledger: Path) -> None:
    words = " ".join(shown(ledger).split())
    ending = words[words.index("What reports say of many incidents, against the ledger") :]
    assert "✓ supported “It was the first drone attack in Namibia" in ending
    assert "✗ contradicted “It was the first attack on the naval base" in ending
    assert "All about one place" in ending
    assert "Who is there" in ending
