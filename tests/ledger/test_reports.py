import datetime as dt

import pytest

from reportedly.errors import Clash, Forgotten
from reportedly.ledger.engine import Engine
from reportedly.ledger.reports import insert_report, is_kept, is_known, reports_in_order, supersedes
from reportedly.ledger.tables import TOMBSTONES
from reportedly.ledger.tellings import insert_telling
from reportedly.records.reports import Report
from tests.ledger.making import NOW, TEXT, head_of, report_of, telling_of

OTHER = f"Update: {TEXT}"


def keep(engine: Engine, report: Report) -> None:
    telling = telling_of(report)
    with engine.writing() as connection:
        row = insert_report(connection, report, received=NOW)
        insert_telling(connection, telling, report_row=row, head=head_of(telling), software="1")


def kept(engine: Engine, report: Report) -> bool:
    with engine.reading() as connection:
        return is_kept(connection, report, telling_of(report).report)


def known(engine: Engine, report: Report) -> bool:
    with engine.reading() as connection:
        return is_known(connection, report)


def test_a_report_is_kept_as_it_was_received(engine: Engine) -> None:
    whole = Report(
        id="r\ud800",
        content="\x00 half a pair \ud83d, whole 🙂",
        media_type="text/html",
        uri="https://news.example/a",
        publisher="The Post",
        title="A \udc00 title",
        published=dt.datetime(2025, 3, 3, 14, 30, 1, tzinfo=dt.UTC),
        language="en",
    )
    with engine.writing() as connection:
        insert_report(connection, whole, received=NOW)
    with engine.reading() as connection:
        ((_, found),) = reports_in_order(connection)
    assert (found.report, found.version, found.received) == (whole, 1, NOW)


def test_the_same_report_is_known(engine: Engine) -> None:
    assert not known(engine, report_of())
    keep(engine, report_of())
    assert known(engine, report_of())


def test_the_same_text_at_another_address_is_the_same_report(engine: Engine) -> None:
    keep(engine, report_of(uri="https://news.example/a"))
    assert kept(engine, report_of(uri="https://news.example/b"))


@pytest.mark.parametrize(
    ("first", "then"),
    [(None, None), (None, "https://news.example/a"), ("https://news.example/a", None), ("a", "a")],
)
def test_another_text_at_the_same_address_or_none_is_a_new_version(
    engine: Engine, first: str | None, then: str | None
) -> None:
    keep(engine, report_of(uri=first))
    assert not kept(engine, report_of(text=OTHER, uri=then))
    keep(engine, report_of(text=OTHER, uri=then))
    with engine.reading() as connection:
        assert [found.version for _, found in reports_in_order(connection)] == [1, 2]


def test_another_title_is_another_text(engine: Engine) -> None:
    keep(engine, report_of())
    assert not known(engine, report_of(title="Bombing in Goma"))
    assert not kept(engine, report_of(title="Bombing in Goma"))


def test_another_text_at_another_address_is_refused(engine: Engine) -> None:
    keep(engine, report_of(uri="https://news.example/a"))
    with pytest.raises(Clash, match=r"another report's, kept from https://news.example/a"):
        kept(engine, report_of(text=OTHER, uri="https://news.example/b"))


@pytest.mark.parametrize("report", [report_of(), report_of(text=OTHER), report_of("r2")])
def test_neither_the_id_nor_the_text_of_a_forgotten_report_comes_back(engine: Engine, report: Report) -> None:
    with engine.writing() as connection:
        row = {"report_id": "r1", "text_hash": telling_of(report_of()).report.text_hash}
        connection.execute(TOMBSTONES.insert().values(**row, at=NOW.isoformat(), because="a court said so"))
    with pytest.raises(Forgotten, match=r"forgotten on 2025-03-04.*a court said so"):
        kept(engine, report)


def test_a_forgotten_id_is_refused_before_it_is_told(engine: Engine) -> None:
    with engine.writing() as connection:
        row = {"report_id": "r1", "text_hash": "h", "at": NOW.isoformat(), "because": "a court said so"}
        connection.execute(TOMBSTONES.insert().values(row))
    with pytest.raises(Forgotten):
        known(engine, report_of())


MORNING, NOON = dt.datetime(2025, 3, 3, 8), dt.datetime(2025, 3, 3, 12)  # noqa: DTZ001 - a time without a zone


@pytest.mark.parametrize(
    ("published", "by", "takes_its_place"),
    [
        (None, None, True),
        (dt.date(2025, 3, 3), None, True),
        (None, dt.date(2025, 3, 3), True),
        (dt.date(2025, 3, 3), dt.date(2025, 3, 3), True),
        (dt.date(2025, 3, 3), dt.date(2025, 3, 2), False),
        (NOON, MORNING, False),
        (NOON, dt.date(2025, 3, 3), True),
        (NOON, MORNING.replace(tzinfo=dt.UTC), True),
    ],
)
def test_a_version_takes_the_place_of_another_unless_it_was_published_earlier(
    published: dt.date | None, by: dt.date | None, takes_its_place: bool
) -> None:
    assert supersedes(published, by) is takes_its_place
