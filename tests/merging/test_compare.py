"""Judgements of pairs: the rules a ledger has to keep, each on two members built by hand."""

import datetime as dt
from dataclasses import replace

from reportedly.merging.compare import compare
from reportedly.merging.features import FEATURES
from reportedly.merging.profile import profile
from reportedly.merging.weights import weights
from reportedly.records.counts import Count
from reportedly.records.judgements import Judgement, Verdict
from reportedly.records.merged import Member
from reportedly.records.vocabulary import IncidentType, TimePrecision
from tests.merging.made import DAY, member, target, weapon, when, where

BASE = where("Tolbara base")


def judged(first: Member, second: Member) -> Judgement:
    return compare(profile(first), profile(second))


def strike(one: str, **fields: object) -> Member:
    known = {"where": BASE, "targets": (target("Tolbara base"),), "weapons": (weapon("mortar"),)}
    return member(one, **{**known, **fields})


def test_two_tellings_of_one_attack_are_one() -> None:
    assert judged(strike("a"), strike("b")).verdict is Verdict.SAME


def test_a_toll_that_drifts_is_no_evidence_against() -> None:
    first, later = strike("a", killed=Count.at_least(3)), strike("b", killed=Count.exactly(7))
    assert judged(first, later).verdict is Verdict.SAME


def test_the_same_base_a_year_before_is_another_attack() -> None:
    before = strike("b", when=when(DAY - dt.timedelta(364)))
    assert judged(strike("a"), before).verdict is Verdict.DIFFERENT


def test_mortars_at_dawn_and_drones_in_the_evening_are_two_attacks() -> None:
    part = TimePrecision.PART_OF_DAY
    dawn = replace(when(DAY, precision=part), text="at dawn")
    dusk = replace(when(DAY, precision=part), text="in the evening")
    first = strike("a", when=dawn, killed=Count.exactly(5))
    second = strike("b", when=dusk, killed=Count.exactly(0), weapons=(weapon("drone"),), type=IncidentType.DRONE_ATTACK)
    assert judged(first, second).verdict is not Verdict.SAME


def test_two_towns_hit_on_one_day_are_two_attacks() -> None:
    assert judged(strike("a"), strike("b", where=where("Ossa", lat=13.0))).verdict is Verdict.DIFFERENT


def test_two_main_incidents_of_one_report_are_two() -> None:
    assert judged(strike("a", report_id="r"), strike("b", report_id="r")).verdict is Verdict.DIFFERENT


def test_a_judgement_is_the_same_whichever_is_named_first_and_adds_up() -> None:
    made = judged(strike("b"), strike("a"))
    assert made == judged(strike("a"), strike("b"))
    assert (made.first, made.second) == ("a", "b")
    assert made.score == round(weights().base + sum(reason.weight for reason in made.reasons), 4)


def test_a_reason_is_told_in_the_words_of_its_feature() -> None:
    reasons = {reason.feature: reason.words for reason in judged(strike("a"), strike("b")).reasons}
    assert reasons["place"] == "Where it happened: how far apart the two places are, seen against their size."


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    assert {feature.__name__ for feature in FEATURES} == set(weights().features)
