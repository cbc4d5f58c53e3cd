"""When an incident was, in whole days."""

import datetime as dt

from reportedly.records.incidents import IncidentFields
from reportedly.records.moments import day_of


def days_of(incident: IncidentFields) -> tuple[dt.date, dt.date] | None:
    """The first and the last day it may have been on; None where either is open or unknown."""
    when = incident.when
    if when is None or when.start is None or when.end is None:
        return None
    return day_of(when.start), day_of(when.end)
