import io

import pytest

from reportedly.errors import TooLarge
from reportedly.reading.intake import Intake
from reportedly.reading.limits import Limits
from reportedly.reading.page import charset_of, read_page
from reportedly.records.reports import Report

POLISH = "Dwóch żołnierzy zginęło."


def taken(data: bytes, *, charset: str | None = None, limits: Limits | None = None) -> Report:
    (report,) = read_page(Intake(where="p", stream=io.BytesIO(data), charset=charset), limits or Limits())
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    "meta", ['<meta charset="iso-8859-2">', '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">']
)
def test_the_encoding_a_page_declares_is_followed(meta: str) -> None:
    html = f"<html><head>{meta}</head><p>{POLISH}</p></html>"
    assert charset_of(html.encode()) in ("iso-8859-2", "ISO-8859-2")
    assert taken(html.encode("iso8859-2")).content == html


def test_what_the_server_says_of_the_encoding_outweighs_the_page() -> None:
    html = f'<meta charset="koi8-r"><p>{POLISH}</p>'
    assert taken(html.encode("iso8859-2"), charset="iso-8859-2").content == html


def test_a_page_over_its_limit_is_refused() -> None:
    with pytest.raises(TooLarge, match="1,000 bytes"):
        taken(b"<p>" + b"a" * 2000, limits=Limits(page_bytes=1000))
