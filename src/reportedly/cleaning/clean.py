"""A report as received in, its clean text out: title, body, furniture, sentences, and what the page tells of itself."""

from reportedly.cleaning.sentences import split_sentences
from reportedly.records.identity import hash_of
from reportedly.records.reports import CleanText, Report
from reportedly.records.spans import Span


def clean(report: Report) -> CleanText:
    """The clean text of a report."""
    body = report.content
    title = report.title.strip() if report.title else None
    opens = title is not None and body.lstrip().startswith(title)
    text = body if title is None or opens else f"{title}\n\n{body}"
    title_span = None
    if title is not None:
        start = text.index(title)
        title_span = Span(start, start + len(title))
    language = report.language or "en"
    return CleanText(
        report_id=report.id,
        text=text,
        text_hash=hash_of(text),
        language=language,
        sentences=split_sentences(text, language=language, title=title_span),
        title_span=title_span,
        uri=report.uri,
        publisher=report.publisher,
        title=title,
        published=report.published,
    )
