"""A merged incident in, its reports out with agency copies folded under the report they copy."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.records.merged import Incident, ToldBy


@dataclass(frozen=True, slots=True)
class Printed:
    """One report that tells it in words of its own, and those that carry a copy of it."""

    told: ToldBy
    copies: tuple[ToldBy, ...]


def printed(incident: Incident) -> tuple[Printed, ...]:
    """The reports in the incident's order, each once; a copy of a report that is not listed stands by itself."""
    reports: dict[str, ToldBy] = {}
    for told in incident.reports:
        reports.setdefault(told.report_id, told)
    own = [told for told in reports.values() if told.copy_of not in reports]
    copies = [told for told in reports.values() if told.copy_of in reports]
    return tuple(Printed(told, tuple(one for one in copies if one.copy_of == told.report_id)) for told in own)


def origins(incident: Incident) -> Mapping[str, str]:
    """By a report's id: the id of the report whose words it carries, its own where they are its own."""
    return {told.report_id: told.copy_of or told.report_id for told in incident.reports}
