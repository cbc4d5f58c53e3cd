from pathlib import Path

import pytest

from reportedly.errors import LedgerError, UsageError
from reportedly.ledger.open import file_named, reading_ledger


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("news.sqlite", "news.sqlite"),
        ("/srv/news.sqlite", "/srv/news.sqlite"),
        ("sqlite:///news.sqlite", "news.sqlite"),
        ("sqlite:////srv/news.sqlite", "/srv/news.sqlite"),
    ],
)
def test_a_ledger_is_named_by_file_or_address(name: str, file: str) -> None:
    assert file_named(name) == Path(file)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("postgresql://desk@db/news", "SQLite alone"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("://", "is no address"),
    ],
)
def test_an_address_that_holds_no_ledger_is_refused_with_the_reason(name: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        file_named(name)


def test_a_missing_ledger_is_not_made_by_reading(ledger_file: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"), reading_ledger(str(ledger_file)):
        pass
    assert not ledger_file.exists()


def test_a_file_of_another_kind_is_named(ledger_file: Path) -> None:
    ledger_file.write_text("Dear diary, " * 200, encoding="utf-8")
    with pytest.raises(LedgerError, match="no ledger, but a file of another kind"), reading_ledger(str(ledger_file)):
        pass
