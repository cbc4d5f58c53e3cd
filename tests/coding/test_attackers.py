"""The attackers nobody could name: what they are called and how many; whoever has a name makes none."""

import pytest

import reportedly
from reportedly.records.counts import Count
from reportedly.records.incidents import Attackers, ReportedIncident


def one_of(text: str) -> ReportedIncident:
    (incident,) = reportedly.tell(text=text, published="2024-05-16").incidents
    return incident


def told(incident: ReportedIncident) -> tuple[str | None, Count | None] | None:
    return None if incident.attackers is None else (incident.attackers.name, incident.attackers.count)


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("Four masked men opened fire on a bus in Quetta on Monday.", "masked men", Count(4, 4)),
        ("Gunmen opened fire on a bus in Quetta on Monday.", "Gunmen", None),
        ("A bus was attacked by at least three gunmen in Quetta on Monday.", "gunmen", Count(3, None)),
        ("Unidentified individuals kidnapped a doctor in Quetta on Monday.", "Unidentified individuals", None),
    ],
)
def test_doers_nobody_could_name_are_attackers_by_the_report_s_words(text: str, name: str, count: Count | None) -> None:
    incident = one_of(text)
    assert told(incident) == (name, count)
    assert incident.perpetrators == ()


def test_fighters_of_a_group_are_attackers_beside_the_group() -> None:
    incident = one_of("Two Hamas gunmen opened fire on a bus in Jerusalem on Monday.")
    assert told(incident) == ("Hamas gunmen", Count(2, 2))
    assert [row.actor_id for row in incident.perpetrators] == ["group:hamas"]


def test_who_is_arrested_and_who_is_only_hurt_is_no_attacker() -> None:
    assert one_of("Police arrested two gunmen in Quetta on Monday.").attackers is None
    assert one_of("A bomb killed two men in Quetta on Monday.").attackers is None


def test_attackers_rest_on_words_that_name_them_and_the_deed() -> None:
    telling = reportedly.tell(text="Four masked men opened fire on a bus in Quetta.", published="2024-05-16")
    (incident,) = telling.incidents
    assert isinstance(incident.attackers, Attackers)
    quotes = [claim.quote for claim in telling.claims if claim.id in incident.attackers.claims]
    assert quotes == ["Four masked men opened fire"]


def test_one_s_own_dead_and_the_nameless_stand_in_one_row() -> None:
    incident = one_of("Gunmen attacked a market in Quetta on Monday. Two of the attackers were killed.")
    assert incident.attackers is not None
    assert (incident.attackers.name, incident.attackers.killed) == ("Gunmen", Count(2, 2))
