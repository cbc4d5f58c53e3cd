"""Verdicts, on assertions and incidents built by hand."""

import datetime as dt
from dataclasses import replace

import pytest

from reportedly.asking.checking import check_all
from reportedly.asking.coverage import Coverage
from reportedly.merging.merge import merge
from reportedly.records.answers import Assertion, Check, Doubt, Gap, Measure, Verdict
from reportedly.records.counts import Count
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import ClaimField, IncidentType, PlacePrecision, Stage
from tests.merging.made import claim, head, member, when, where

AREA = where("Xanadu", precision=PlacePrecision.COUNTRY)
JUNE = dt.date(2024, 6, 1)
ALL_DAYS = [JUNE + dt.timedelta(days=day) for day in range(0, 35, 7)]


def incident(id_: str, day: int, **fields: object) -> Incident:
    (made,) = merge([member(id_)])
    return replace(made, when=when(JUNE.replace(day=day)), **fields)  # type: ignore[arg-type]


def asserted(measure: Measure, **fields: object) -> Assertion:
    known = {
        "claim": claim("c", ClaimField.NOVELTY, None),
        "told": head("r"),
        "measure": measure,
        "types": (IncidentType.MISSILE_ATTACK,),
        "narrowed": False,
        "count": None,
        "opens": JUNE,
        "first": JUNE,
        "last": JUNE.replace(day=20),
        "place": AREA,
        "subject": "s",
    }
    return Assertion(**{**known, **fields})  # type: ignore[arg-type]


def covered(*days: dt.date) -> Coverage:
    coverage = Coverage()
    for day in days or ALL_DAYS:
        coverage.note(day, [AREA])
    return coverage


def check(assertion: Assertion, *incidents: Incident, coverage: Coverage | None = None) -> Check:
    (found,) = check_all([assertion], incidents, coverage or covered())
    return found


def test_the_first_is_supported_where_every_day_is_covered_and_none_came_before() -> None:
    found = check(asserted(Measure.FIRST), incident("s", 18), incident("after", 19))
    assert (found.verdict, found.by) == (Verdict.SUPPORTED, ("s",))


def test_the_first_is_contradicted_by_one_before_it() -> None:
    found = check(asserted(Measure.FIRST), incident("s", 18), incident("b", 3))
    assert (found.verdict, found.by) == (Verdict.CONTRADICTED, ("b",))


def test_the_first_is_not_decidable_where_a_week_is_not_covered() -> None:
    found = check(asserted(Measure.FIRST), incident("s", 18), coverage=covered(JUNE, JUNE.replace(day=18)))
    assert found.doubt is Doubt.UNCOVERED
    assert found.gaps == (Gap(JUNE.replace(day=2), JUNE.replace(day=11)),)


@pytest.mark.parametrize(
    "doubtful",
    [
        incident("p", 3, where=None),
        replace(incident("p", 3), when=None),
        replace(incident("p", 3), when=when(JUNE - dt.timedelta(9), JUNE.replace(day=4))),
    ],
)
def test_one_that_may_have_come_before_leaves_it_open(doubtful: Incident) -> None:
    found = check(asserted(Measure.FIRST), incident("s", 18), doubtful)
    assert (found.doubt, found.by) == (Doubt.POSSIBLE, ("p",))


def test_what_falls_between_the_possible_and_the_sure_beginning_leaves_it_open() -> None:
    found = check(asserted(Measure.FIRST, first=JUNE.replace(day=10)), incident("s", 18), incident("p", 3))
    assert (found.doubt, found.by) == (Doubt.POSSIBLE, ("p",))


def test_a_threat_a_plot_and_another_kind_are_no_attack_before() -> None:
    others = [
        incident("t", 3, stage=Stage.THREATENED),
        incident("k", 3, type=IncidentType.CLASH),
        incident("f", 3, where=where("Far", country="XB")),
    ]
    assert check(asserted(Measure.FIRST), incident("s", 18), *others).verdict is Verdict.SUPPORTED


def test_what_is_narrower_than_its_kind_is_not_contradicted_by_the_kind() -> None:
    found = check(asserted(Measure.FIRST, narrowed=True), incident("s", 18), incident("b", 3))
    assert (found.verdict, found.doubt) == (Verdict.UNDECIDABLE, Doubt.NARROWER)


@pytest.mark.parametrize(
    ("killed", "verdict"),
    [
        (Count.exactly(6), Verdict.CONTRADICTED),
        (Count.exactly(5), Verdict.SUPPORTED),
        (Count.at_least(2), Verdict.UNDECIDABLE),
        (Count(4, 9), Verdict.UNDECIDABLE),
        (None, Verdict.SUPPORTED),
    ],
)
def test_the_deadliest_is_contradicted_by_one_that_killed_surely_more(killed: Count | None, verdict: Verdict) -> None:
    subject = incident("s", 18, killed=Count.exactly(5))
    assert check(asserted(Measure.DEADLIEST), subject, incident("b", 3, killed=killed)).verdict is verdict


def test_the_deadliest_of_an_unknown_toll_is_not_decidable() -> None:
    assert check(asserted(Measure.DEADLIEST), incident("s", 18, killed=None)).doubt is Doubt.SUBJECT


@pytest.mark.parametrize(
    ("count", "verdict"),
    [
        (Count.exactly(2), Verdict.SUPPORTED),
        (Count.at_least(2), Verdict.SUPPORTED),
        (Count.exactly(1), Verdict.CONTRADICTED),
        (Count.exactly(3), Verdict.UNDECIDABLE),
    ],
)
def test_a_number_is_held_against_what_the_ledger_holds(count: Count, verdict: Verdict) -> None:
    found = check(asserted(Measure.NUMBER, count=count), incident("s", 18), incident("b", 3))
    assert found.verdict is verdict
    assert set(found.by) == {"s", "b"}


def test_fewer_killed_than_told_say_nothing() -> None:
    found = check(asserted(Measure.KILLED, count=Count.at_least(9)), incident("b", 3, killed=Count.exactly(4)))
    assert found.doubt is Doubt.FEWER


def test_a_habit_is_borne_out_by_three_and_never_contradicted() -> None:
    assert check(asserted(Measure.HABIT), incident("b", 3)).doubt is Doubt.FEWER
    three = [incident(id_, day) for id_, day in (("a", 3), ("b", 5), ("c", 9))]
    assert check(asserted(Measure.HABIT), *three).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("missing", "doubt"),
    [({"measure": None}, Doubt.MEASURE), ({"place": None}, Doubt.PLACE), ({"opens": None}, Doubt.PERIOD)],
)
def test_what_the_words_do_not_settle_is_named(missing: dict[str, object], doubt: Doubt) -> None:
    assert check(replace(asserted(Measure.FIRST), **missing), incident("s", 18)).doubt is doubt  # type: ignore[arg-type]


def test_reports_that_carry_the_same_words_share_a_verdict() -> None:
    one, other = asserted(Measure.FIRST), asserted(Measure.FIRST, told=head("other"))
    (found,) = check_all([one, other], [incident("s", 18)], covered())
    assert [told.report_id for told in found.again] == ["other"]


def test_an_area_without_reports_is_covered_on_no_day() -> None:
    assert Coverage().gaps(AREA, first=JUNE, last=JUNE.replace(day=3)) == (Gap(JUNE, JUNE.replace(day=3)),)
