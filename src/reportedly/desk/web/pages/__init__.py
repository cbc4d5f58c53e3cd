"""Addresses of pages in, HTML that needs no script out."""

from fastapi import APIRouter

from reportedly.desk.web.pages import deciding, incident, incidents, reports, review

router = APIRouter()
for part in (incidents, incident, reports, review, deciding):
    router.include_router(part.router)
