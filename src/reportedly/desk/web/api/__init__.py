"""Addresses below ``/api/v1`` in, the contract's objects out as JSON."""

from fastapi import APIRouter

from reportedly.desk.web.api import claims, decisions, incidents, names, reports
from reportedly.desk.web.problems import DESCRIBED

router = APIRouter(prefix="/api/v1", responses=DESCRIBED)
for part in (incidents, reports, claims, decisions, names):
    router.include_router(part.router)
