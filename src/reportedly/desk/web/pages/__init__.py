"""Addresses of pages in, HTML that needs no script out."""

from fastapi import APIRouter

from reportedly.desk.web.pages import incident, incidents, reports

router = APIRouter()
for part in (incidents, incident, reports):
    router.include_router(part.router)
