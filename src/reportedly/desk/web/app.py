"""The name of a ledger in, the desk out: an application that serves its pages and its API to this machine."""

from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse
from starlette.staticfiles import StaticFiles

from reportedly.desk.page import TEMPLATES
from reportedly.desk.web import api, pages
from reportedly.desk.web.guard import Guard
from reportedly.desk.web.problems import answer_problems

STATIC = Path(__file__).with_name("static")
ABOUT = """What a ledger of reported attacks holds, in the words of the contract: every value is a sourced claim.

Lists come in pages; `next` is the address of the next one, null on the last. Answers carry an `ETag`, and a request
with `If-None-Match` gets 304 where nothing has changed. What goes wrong is told as problem details (RFC 9457)."""


def desk(ledger: str) -> FastAPI:
    """The desk over the ledger of that name, which each request opens for itself."""
    app = FastAPI(
        title="Reportedly",
        version=version("reportedly"),
        description=ABOUT,
        openapi_url="/openapi.json",
        docs_url=None,  # these pages would load script from elsewhere
        redoc_url=None,
    )
    app.state.ledger = ledger
    answer_problems(app)
    app.include_router(api.router)
    app.include_router(pages.router, include_in_schema=False)
    app.add_api_route("/static/page.css", _page_style, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC))
    app.add_middleware(Guard)
    return app


def _page_style() -> FileResponse:
    """The style that the desk shares with the page of ``read --format html``."""
    return FileResponse(TEMPLATES / "page.css", media_type="text/css")
