"""A threat and the attack after it: tied only by the actor's claim or an accusation, and only forward in time."""

import datetime as dt

import pytest

from reportedly.merging.fuse import fuse
from reportedly.merging.links import WINDOW_DAYS, link_keys, with_links
from reportedly.records.incidents import Perpetrator
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import Basis, IncidentType
from tests.merging.made import DAY, blamed, member, when


def threat(actor: str = "group:front") -> Incident:
    row = blamed("the Front", Basis.CLAIMED, actor_id=actor)
    return fuse([member("t", type=IncidentType.THREAT, perpetrators=(row,))])


def attack(days: int, *rows: Perpetrator) -> Incident:
    return fuse([member("z", when=when(DAY + dt.timedelta(days)), perpetrators=rows)])


def front(basis: Basis, by: str | None = None) -> Perpetrator:
    return blamed("the Front", basis, by=by, actor_id="group:front")


def test_both_show_the_tie_and_say_why() -> None:
    first, second = with_links([threat(), attack(7, front(Basis.CLAIMED), front(Basis.ACCUSED))])
    assert [(one.kind, one.incident_id) for one in first.links] == [("threat_then_attack", "z")]
    assert second.links[0].incident_id == "t"
    assert second.links[0].why == "the Front made the threat and claims the attack 7 days later."


@pytest.mark.parametrize(("days", "words"), [(0, "on the same day"), (1, "a day later")])
def test_the_time_between_is_told_in_words(days: int, words: str) -> None:
    tied = with_links([threat(), attack(days, front(Basis.ACCUSED))])
    assert tied[0].links[0].why == f"the Front made the threat and is accused of the attack {words}."


@pytest.mark.parametrize(
    "other",
    [
        attack(7),
        attack(7, front(Basis.SUSPECTED)),
        attack(7, front(Basis.STATED)),
        attack(7, front(Basis.DENIED)),
        attack(7, blamed("the Brigades", Basis.CLAIMED)),
        attack(-1, front(Basis.CLAIMED)),
        attack(WINDOW_DAYS + 1, front(Basis.CLAIMED)),
        fuse([member("z", when=None, perpetrators=(front(Basis.CLAIMED),))]),
        fuse([member("z", type=IncidentType.THREAT, perpetrators=(front(Basis.CLAIMED),))]),
    ],
)
def test_nothing_less_ties_them(other: Incident) -> None:
    assert [one.links for one in with_links([threat(), other])] == [(), ()]


def test_only_incidents_that_share_an_actor_are_looked_at() -> None:
    assert link_keys(threat()) == link_keys(attack(1, front(Basis.CLAIMED))) == ("group:front",)
    assert link_keys(attack(1, front(Basis.SUSPECTED))) == ()
