"""What merging keeps of a telling: heads, passages, members."""

from reportedly.merging.members import MOST_PLACES, head_of, members
from reportedly.merging.merge import merge
from reportedly.merging.names import passages
from reportedly.pipeline.tell import tell_report
from reportedly.records.incidents import Telling
from reportedly.records.reports import Report

TEXT = """Gunmen kill two in Quetta mill

Gunmen shot dead two workers of the Ostrel mill in Quetta on Monday, police said.
Ana Ostrel, 24, and Bor Tamsin died on Kiln Street. Police spokesman Yadov Prell said that nobody was held.
In March a bomb killed five soldiers near Kandahar.
"""


def telling(text: str = TEXT) -> Telling:
    return tell_report(Report(id="r", content=text))


def names(told: Telling) -> set[str]:
    return {name for passage in passages(told) for name in passage.names}


def test_rare_names_and_runs_of_them_are_kept_common_words_are_not() -> None:
    found = names(telling())
    assert {"ostrel", "ana ostrel", "bor tamsin", "quetta", "24", "kiln street"} <= found
    assert found.isdisjoint({"monday", "street", "police"})


def test_who_only_speaks_is_left_out() -> None:
    assert names(telling()).isdisjoint({"prell", "yadov prell"})


def test_a_passage_knows_of_which_incidents_it_tells() -> None:
    told = telling()
    news = next(one for one in told.incidents if one.main)
    aside = next(one for one in told.incidents if not one.main)
    by_name = {name: passage.incidents for passage in passages(told) for name in passage.names}
    assert by_name["kandahar"] == (aside.id,)
    assert news.id in by_name["quetta"]


def test_a_head_has_the_first_settled_places_each_once() -> None:
    head = head_of(telling())
    assert [place.name for place in head.places][:1] == ["Quetta"]
    assert len(head.places) <= MOST_PLACES
    assert len({place.place_id for place in head.places}) == len(head.places)


def test_each_incident_is_a_member_with_its_own_claims() -> None:
    told = telling()
    made = members(told)
    assert [one.incident for one in made] == list(told.incidents)
    assert all([claim.id for claim in one.claims] == list(one.incident.claims) for one in made)


def test_two_reports_of_one_attack_make_one_incident_and_background_another() -> None:
    again = tell_report(Report(id="s", content=TEXT.replace("Gunmen kill two", "Two dead")))
    found = merge([*members(telling()), *members(again)])
    assert sorted(len(one.reports) for one in found) == [2, 2]
