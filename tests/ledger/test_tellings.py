from sqlalchemy import func, select

from reportedly.ledger.engine import Engine
from reportedly.ledger.reports import insert_report
from reportedly.ledger.tables import CLAIMS, REPORTED, TELLINGS, TEXTS
from reportedly.ledger.tellings import (
    count_telling,
    counting_row,
    delete_telling,
    discount_telling,
    insert_telling,
    read_telling,
)
from reportedly.records.incidents import Telling
from tests.ledger.making import NOW, TEXT, head_of, report_of, telling_of

TOLD = telling_of(report_of(title="Bombing in Goma"))


def keep(engine: Engine, telling: Telling = TOLD) -> int:
    with engine.writing() as connection:
        text = telling.report
        row = insert_report(connection, report_of(text.report_id, text=text.text), received=NOW)
        insert_telling(connection, telling, report_row=row, head=head_of(telling), software="1")
        count_telling(connection, engine.index, row, telling)
    return row


def found(engine: Engine, words: str) -> tuple[int, int]:
    """How many reports and how many reported incidents hold the words."""
    with engine.reading() as connection:
        reports = connection.execute(engine.index.report_rows(words)).all()
        return len(reports), len(connection.execute(engine.index.reported_rows(words)).all())


def test_a_telling_comes_back_equal(engine: Engine) -> None:
    row = keep(engine)
    with engine.reading() as connection:
        assert read_telling(connection, row) == TOLD


def test_what_counts_is_known_by_the_id_of_its_report(engine: Engine) -> None:
    row = keep(engine)
    with engine.reading() as connection:
        assert counting_row(connection, "r1") == (row, None)
        assert counting_row(connection, "r2") is None


def test_title_text_quotes_and_names_are_found_by_all_their_words(engine: Engine) -> None:
    keep(engine)
    assert found(engine, "bombing") == (1, 0)
    assert found(engine, "went off in GOMA") == (1, 0)
    assert found(engine, "goma killed") == (1, 1)
    assert found(engine, "goma kampala") == (0, 0)


def test_operators_and_quotation_marks_are_words_like_others(engine: Engine) -> None:
    keep(engine)
    assert found(engine, 'goma" OR "kampala') == (0, 0)
    assert found(engine, "NOT") == (0, 0)


def test_letters_are_found_without_their_accents(engine: Engine) -> None:
    keep(engine, telling_of(report_of(text=TEXT.replace("when", "près de Kábul when"))))
    assert found(engine, "pres kabul") == (1, 0)


def test_what_does_not_count_is_not_found(engine: Engine) -> None:
    row = keep(engine)
    with engine.writing() as connection:
        discount_telling(connection, engine.index, row)
    assert found(engine, "goma") == (0, 0)
    with engine.writing() as connection:
        assert list(engine.index.faults(connection)) == []
        assert counting_row(connection, "r1") is None


def test_a_telling_that_is_deleted_leaves_its_text(engine: Engine) -> None:
    row = keep(engine)
    with engine.writing() as connection:
        discount_telling(connection, engine.index, row)
        delete_telling(connection, row)
        left = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (CLAIMS, REPORTED, TELLINGS, TEXTS)
        }
    assert left == {"claims": 0, "reported_incidents": 0, "tellings": 0, "texts": 1}
