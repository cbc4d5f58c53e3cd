"""A template and its values in, a page out; words of reports never become markup, as the templates escape them."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import quote

from fastapi import Request, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reportedly.desk.listing import differ_words, told_words
from reportedly.desk.page import showable
from reportedly.desk.web.conditional import answered
from reportedly.desk.wording import wording
from reportedly.desk.words_for import chain_words, count_words, moment_words, number_words, rival_words, when_words

TEMPLATES = Path(__file__).parents[1] / "templates"
HTML = "text/html; charset=utf-8"


def page(template: str, request: Request, *, status: int = 200, **values: object) -> Response:
    """The page as an answer, which a browser may ask for again for nothing."""
    body = html_of(template, path=request.url.path, **values).encode()
    if status == 200:  # noqa: PLR2004 - the status itself
        return answered(request, body, HTML)
    return Response(body, status_code=status, media_type=HTML)


def html_of(template: str, **values: object) -> str:
    """The page as text."""
    return showable(_environment().get_template(template).render(**values))


def report_path(report_id: str, claim_id: str | None = None) -> str:
    """The address of a report's page, at the words of a claim where one is given."""
    path = f"/reports/{quote(report_id, safe='')}"
    return path if claim_id is None else f"{path}?claim={quote(claim_id, safe='')}#claim"


def incident_path(incident_id: str) -> str:
    """The address of an incident's page."""
    return f"/incidents/{quote(incident_id, safe='')}"


SPOKEN: tuple[Callable[..., str], ...] = (
    chain_words,
    count_words,
    differ_words,
    incident_path,
    moment_words,
    number_words,
    report_path,
    rival_words,
    told_words,
    when_words,
)
"""What templates may call."""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["words"] = wording()
    environment.globals.update({one.__name__: one for one in SPOKEN})
    return environment
