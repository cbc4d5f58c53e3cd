from dataclasses import replace

from reportedly.desk.views.told import printed
from reportedly.records.merged import Incident


def folded(incident: Incident) -> list[tuple[str, list[str]]]:
    return [(one.told.report_id, [copy.report_id for copy in one.copies]) for one in printed(incident)]


def test_a_copy_stands_under_the_report_it_copies(incident: Incident) -> None:
    assert folded(incident) == [("delta-1", ["morning-1"]), ("basin-7", [])]


def test_a_copy_of_a_report_that_is_not_listed_stands_by_itself(incident: Incident) -> None:
    assert folded(replace(incident, reports=incident.reports[1:])) == [("morning-1", []), ("basin-7", [])]


def test_a_report_that_tells_it_twice_is_listed_once(incident: Incident) -> None:
    again = replace(incident.reports[0], incident_id="a9")
    assert folded(replace(incident, reports=(incident.reports[0], again))) == [("delta-1", [])]
