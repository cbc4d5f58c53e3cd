"""One report in, what it tells out: cleaning, understanding and coding in their order, pure and picklable."""

from reportedly.cleaning.clean import clean
from reportedly.codebook.book import codebook
from reportedly.coding.code import code
from reportedly.gazetteer.load import load
from reportedly.records.incidents import Telling
from reportedly.records.reports import Report
from reportedly.understanding.understand import understand


def tell_report(report: Report) -> Telling:
    """What one report tells; Malformed where it holds no text."""
    text = clean(report)
    return code(text, understand(text, codebook=codebook(), gazetteer=load()))
