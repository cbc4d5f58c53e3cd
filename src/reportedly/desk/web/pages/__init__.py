"""Addresses of pages in, HTML that needs no script out."""

from fastapi import APIRouter

from reportedly.desk.web.pages import (
    adding,
    deciding,
    incident,
    incidents,
    names,
    overviews,
    reports,
    review,
    searching,
)

router = APIRouter()
for part in (incidents, incident, reports, overviews, names, searching, review, deciding, adding):
    router.include_router(part.router)
