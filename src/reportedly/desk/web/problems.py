"""What went wrong in, an answer that says so out: problem details (RFC 9457) for programs, a page for people."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from reportedly.desk.web.pages.layout import page
from reportedly.errors import LedgerError, ReportedlyError

MEDIA_TYPE = "application/problem+json"
API = "/api/"
DESCRIBED: dict[int | str, dict[str, Any]] = {
    status: {
        "description": HTTPStatus(status).phrase,
        "content": {
            MEDIA_TYPE: {
                "schema": {
                    "type": "object",
                    "required": ["type", "title", "status", "detail"],
                    "properties": {
                        "type": {"type": "string"},
                        "title": {"type": "string"},
                        "status": {"type": "integer"},
                        "detail": {"type": "string"},
                    },
                },
                "example": {
                    "type": "about:blank",
                    "title": HTTPStatus(status).phrase,
                    "status": status,
                    "detail": detail,
                },
            }
        },
    }
    for status, detail in (
        (400, "there is no stage 'thwartd'. Did you mean thwarted?"),
        (404, "no incident has the id '4f1c0a'"),
        (422, "limit: Input should be greater than or equal to 1"),
        (503, "news.sqlite: there is no ledger; 'reportedly add PATH --ledger news.sqlite' makes one"),
    )
}
"""The problems every part of the API may answer with, for its description."""


def problem(status: int, detail: str, **more: object) -> JSONResponse:
    """A problem by its HTTP status, which is its type, and what is wrong in words."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    return JSONResponse(told, status_code=status, media_type=MEDIA_TYPE)


def answer_problems(app: FastAPI) -> None:
    """Has an app answer every error so."""
    app.add_exception_handler(ReportedlyError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unexpected)


def _answer(request: Request, status: int, detail: str, **more: object) -> Response:
    if request.url.path.startswith(API):
        return problem(status, detail, **more)
    return page("problem.html", request, status=status, title=HTTPStatus(status).phrase, detail=detail)


def _ours(request: Request, error: Exception) -> Response:
    return _answer(request, 503 if isinstance(error, LedgerError) else 400, str(error))


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = str(error.detail) if isinstance(error, HTTPException) else ""
    return _answer(request, status, detail)


def _invalid(request: Request, error: Exception) -> Response:
    errors: Sequence[Any] = error.errors() if isinstance(error, RequestValidationError) else ()
    told = [{"name": str(one["loc"][-1]), "reason": str(one["msg"])} for one in errors]
    detail = "; ".join(f"{one['name']}: {one['reason']}" for one in told)
    return _answer(request, 422, detail, errors=told)


def _unexpected(request: Request, error: Exception) -> Response:
    return _answer(request, 500, f"this is a fault of the program ({type(error).__name__}); the ledger is as it was")
