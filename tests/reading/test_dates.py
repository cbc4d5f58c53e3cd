import datetime as dt

import pytest

from reportedly.reading.dates import parse_published
from reportedly.records.moments import Moment

EAST = dt.timezone(dt.timedelta(hours=3))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-12-08", dt.date(2023, 12, 8)),
        ("2023/12/08", dt.date(2023, 12, 8)),
        ("20231208", dt.date(2023, 12, 8)),
        (" 2023-12-08 ", dt.date(2023, 12, 8)),
        ("2023-12-08T10:02:03+03:00", dt.datetime(2023, 12, 8, 10, 2, 3, tzinfo=EAST)),
        ("2023-12-08 10:02 +0300", dt.datetime(2023, 12, 8, 10, 2, tzinfo=EAST)),
        ("2023-12-08T10:02:03Z", dt.datetime(2023, 12, 8, 10, 2, 3, tzinfo=dt.UTC)),
        ("2023-12-08 10:02:03 UTC", dt.datetime(2023, 12, 8, 10, 2, 3, tzinfo=dt.UTC)),
        ("2023-12-08T10:02:03", dt.datetime(2023, 12, 8, 10, 2, 3)),  # noqa: DTZ001 - no zone is told
        ("Fri, 08 Dec 2023 10:02:03 +0300", dt.datetime(2023, 12, 8, 10, 2, 3, tzinfo=EAST)),
        ("08 Dec 2023 10:02 GMT", dt.datetime(2023, 12, 8, 10, 2, tzinfo=dt.UTC)),
        ("20231208100203", dt.datetime(2023, 12, 8, 10, 2, 3, tzinfo=dt.UTC)),
        ("08/12/2023", None),
        ("2023-13-08", None),
        ("2023", None),
        ("2023-W49-5", None),
        ("10:02", None),
        ("soon", None),
        ("", None),
        ("9" * 14, None),
    ],
)
def test_a_time_in_a_known_form_is_read_with_its_zone_and_no_other_is_guessed(text: str, moment: Moment | None) -> None:
    found = parse_published(text)
    assert found == moment
    assert type(found) is type(moment)
    if isinstance(found, dt.datetime) and isinstance(moment, dt.datetime):
        assert found.utcoffset() == moment.utcoffset()
