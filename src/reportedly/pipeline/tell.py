"""One report in, what it tells out: cleaning, understanding and coding in their order, pure and picklable."""

from reportedly.cleaning.clean import clean
from reportedly.codebook.book import codebook
from reportedly.coding.code import code
from reportedly.gazetteer.load import load
from reportedly.records.additions import NOTHING, Additions
from reportedly.records.incidents import Telling
from reportedly.records.reports import Report
from reportedly.understanding.understand import understand


def tell_report(report: Report, additions: Additions = NOTHING) -> Telling:
    """What one report tells; Malformed where it holds no text, DataError where a file of ``additions`` is wrong."""
    text = clean(report)
    return code(text, understand(text, codebook=codebook(), gazetteer=load(additions.gazetteer)))


def check(additions: Additions) -> None:
    """Parse the files of ``additions``, which ``tell_report`` then has at hand; DataError where one is wrong."""
    load(additions.gazetteer)
