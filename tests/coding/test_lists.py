"""What a list's items tell: each its own incident where it names a day, an hour or a place."""

import reportedly
from reportedly.records.incidents import ReportedIncident

PUBLISHED = "2025-05-16"


def told(text: str) -> tuple[ReportedIncident, ...]:
    return reportedly.tell(text=text, published=PUBLISHED).incidents


def places(text: str) -> list[str]:
    return sorted(one.where.name for one in told(text) if one.where is not None)


def test_items_with_places_of_their_own_are_incidents_apart() -> None:
    text = (
        "The security office recorded the following on Friday:\n\n"
        "- At 7:50 a.m. gunmen shot dead a trader in Maiduguri.\n\n"
        "- At noon gunmen shot dead a driver in Damboa.\n\n"
        "- In the evening gunmen shot dead a guard in Gwoza."
    )
    assert places(text) == ["Damboa", "Gwoza", "Maiduguri"]


def test_points_about_one_incident_stay_one() -> None:
    text = (
        "Gunmen shot dead a trader in Maiduguri on Friday.\n\n"
        "- The shooting happened before noon\n\n"
        "- Two passers-by were wounded in the shooting"
    )
    assert len(told(text)) == 1


def test_the_clocks_of_a_live_page_date_nothing() -> None:
    text = (
        "Shells hit Kherson on Friday morning.\n\n"
        "17:42 One man was killed by the shelling, the mayor said.\n\n"
        "16:05 Two houses were hit.\n\n"
        "15:30 The mayor asked people to stay inside."
    )
    (incident,) = told(text)
    assert incident.when is not None
    assert incident.when.start is not None
    assert "17:42" not in incident.when.edtf
