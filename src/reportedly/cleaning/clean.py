"""A report as received in, its clean text out: title, body, furniture, sentences, and what the page tells of itself."""

import re
from dataclasses import dataclass

from reportedly.cleaning.furniture import furniture_spans
from reportedly.cleaning.recognise import language_of
from reportedly.cleaning.sentences import split_sentences
from reportedly.errors import Malformed
from reportedly.records.identity import hash_of
from reportedly.records.moments import Moment
from reportedly.records.reports import CleanText, Report
from reportedly.records.spans import Span

HTML = "text/html"
_AFTER_TITLE = re.compile(r"[ \t]*(?:\n|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """Body and what is known of it, the container's word before the page's."""

    body: str
    title: str | None
    publisher: str | None
    published: Moment | None
    language: str | None


def _squeezed(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _source(report: Report) -> _Source:
    if report.media_type != HTML:
        return _Source(
            body=report.content,
            title=_squeezed(report.title),
            publisher=report.publisher,
            published=report.published,
            language=report.language,
        )
    from reportedly.cleaning.page import read_page  # noqa: PLC0415 - trafilatura takes 0.3 s and texts need it not

    page = read_page(report.content, where=report.name, uri=report.uri)
    return _Source(
        body=page.body,
        title=_squeezed(report.title) or page.title,
        publisher=report.publisher or page.publisher,
        published=report.published or page.published,
        language=report.language or page.language,
    )


def _opening(body: str, title: str) -> tuple[int, int] | None:
    """Where the title stands at the head of a body: as it is, or as a first line that differs in case or blanks."""
    start = len(body) - len(body.lstrip())
    if body.startswith(title, start) and not body[start + len(title) : start + len(title) + 1].isalnum():
        return start, start + len(title)
    line = body[start:].split("\n", 1)[0].rstrip()
    if " ".join(line.split()).casefold() == title.casefold():
        return start, start + len(line)
    return None


def _assemble(body: str, title: str | None) -> tuple[str, Span | None]:
    """The text, and where its title stands (None where it has none as a line of its own)."""
    if title is None:
        return body, None
    opening = _opening(body, title)
    if opening is None:
        return (f"{title}\n\n{body}" if body.strip() else title), Span(0, len(title))
    alone = _AFTER_TITLE.match(body, opening[1]) is not None
    return body, Span(*opening) if alone else None


def clean(report: Report) -> CleanText:
    """The clean text of a report; Malformed where no text is in it.

    The body of ``text/plain`` is kept to the letter; of ``text/html`` the main text is taken, a blank line between
    blocks. What the container said of title, publisher, time and language outweighs what the page says.
    """
    source = _source(report)
    text, title_span = _assemble(source.body, source.title)
    if not text.strip():
        raise Malformed(report.name, "no text in it; a report needs at least a sentence")
    language = language_of(text, source.language)
    sentences = split_sentences(text, language=language, title=title_span)
    return CleanText(
        report_id=report.id,
        text=text,
        text_hash=hash_of(text),
        language=language,
        sentences=sentences,
        furniture=furniture_spans([sentence.span for sentence in sentences if sentence.furniture], text),
        title_span=title_span,
        uri=report.uri,
        publisher=source.publisher,
        title=source.title,
        published=source.published,
    )
