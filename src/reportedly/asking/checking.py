"""Assertions, the incidents of a ledger and what it covers in, a verdict on each out."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.asking.areas import is_inside, may_be_inside
from reportedly.asking.coverage import Coverage
from reportedly.asking.days import days_of
from reportedly.asking.tallying import total
from reportedly.records.answers import Assertion, Check, Doubt, Measure, Verdict
from reportedly.records.merged import Incident
from reportedly.records.places import Where
from reportedly.records.vocabulary import Stage

LAUNCHED = frozenset({Stage.ATTEMPTED, Stage.THWARTED, Stage.ACCOMPLISHED})
"""Stages of an attack that was begun: an intercepted one counts, a threat or a plot does not."""
HABITUAL = 3
"""Incidents from which on a habit is taken as borne out: two may be chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """An assertion whose terms are settled; ``sure`` incidents are what it counts, ``possible`` may be, too."""

    assertion: Assertion
    opens: dt.date
    last: dt.date
    place: Where
    subject: Incident | None
    sure: tuple[Incident, ...]
    possible: tuple[Incident, ...]
    coverage: Coverage


def check_all(assertions: Iterable[Assertion], incidents: Sequence[Incident], coverage: Coverage) -> tuple[Check, ...]:
    """A verdict on each assertion, in their order; reports that carry the same words share one."""
    by_member = {id_: incident for incident in incidents for id_ in (incident.id, *incident.was)}
    found: dict[tuple[str, Verdict, tuple[str, ...]], Check] = {}
    for assertion in assertions:
        check = _check(assertion, incidents, by_member, coverage)
        key = (assertion.claim.quote, check.verdict, check.by)
        known = found.get(key)
        found[key] = check if known is None else replace(known, again=(*known.again, assertion.told))
    return tuple(found.values())


def _check(
    assertion: Assertion, incidents: Sequence[Incident], by_member: Mapping[str, Incident], coverage: Coverage
) -> Check:
    opens, first, last, place = assertion.opens, assertion.first, assertion.last, assertion.place
    if assertion.measure is None:
        return _undecidable(assertion, Doubt.MEASURE)
    if place is None:
        return _undecidable(assertion, Doubt.PLACE)
    if opens is None or first is None or last is None or opens > last:
        return _undecidable(assertion, Doubt.PERIOD)
    subject = None if assertion.subject is None else by_member.get(assertion.subject)
    kinds = [one for one in incidents if one.type in assertion.types and one.stage in LAUNCHED]
    sure = [one for one in kinds if _is_within(one, first, last) and is_inside(one.where, place)]
    possible = [
        one for one in kinds if one not in sure and _may_be_within(one, opens, last) and may_be_inside(one.where, place)
    ]
    case = _Case(
        assertion=assertion,
        opens=opens,
        last=last,
        place=place,
        subject=subject,
        sure=tuple(sure),
        possible=tuple(possible),
        coverage=coverage,
    )
    return TESTS[assertion.measure](case)


def _ranked_first(case: _Case) -> Check:
    """Contradicted by any that came surely before; supported where all of the time before is covered and had none."""
    days = None if case.subject is None else days_of(case.subject)
    if case.subject is None or days is None:
        return _undecidable(case.assertion, Doubt.SUBJECT)
    before = [one for one in _others(case, case.sure) if _ends_before(one, days[0])]
    possible = [one for one in _others(case, case.possible) if not _begins_after(one, days[0])]
    return _ranked(case, against=before, possible=possible, until=days[0])


def _ranked_last(case: _Case) -> Check:
    """Contradicted by any that came surely after."""
    days = None if case.subject is None else days_of(case.subject)
    if case.subject is None or days is None:
        return _undecidable(case.assertion, Doubt.SUBJECT)
    after = [one for one in _others(case, case.sure) if _begins_after(one, days[1])]
    return _ranked(case, against=after, possible=_others(case, case.possible), until=case.last)


def _deadliest(case: _Case) -> Check:
    """Contradicted by any that killed surely more."""
    most = None if case.subject is None or case.subject.killed is None else case.subject.killed.high
    if case.subject is None or most is None:
        return _undecidable(case.assertion, Doubt.SUBJECT)
    deadlier = [one for one in _others(case, case.sure) if one.killed is not None and (one.killed.low or 0) > most]
    unknown = [one for one in _others(case, case.sure) if one.killed is not None and _may_exceed(one, most)]
    possible = [one for one in _others(case, case.possible) if _may_exceed(one, most)]
    return _ranked(case, against=deadlier, possible=[*unknown, *possible], until=case.last)


def _ranked(case: _Case, *, against: Sequence[Incident], possible: Sequence[Incident], until: dt.date) -> Check:
    if against:
        if case.assertion.narrowed:
            return _undecidable(case.assertion, Doubt.NARROWER, against)
        return Check(assertion=case.assertion, verdict=Verdict.CONTRADICTED, by=_ids(against))
    gaps = case.coverage.gaps(case.place, first=case.opens, last=until)
    if gaps:
        return replace(_undecidable(case.assertion, Doubt.UNCOVERED), gaps=gaps)
    if possible:
        return _undecidable(case.assertion, Doubt.POSSIBLE, possible)
    subject = () if case.subject is None else (case.subject.id,)
    return Check(assertion=case.assertion, verdict=Verdict.SUPPORTED, by=subject)


def _number(case: _Case) -> Check:
    """Supported where the ledger holds so many, contradicted where it holds surely more."""
    count, held = case.assertion.count, len(case.sure)
    if count is None:
        return _undecidable(case.assertion, Doubt.MEASURE)
    if held < (count.low or 0):
        return _fewer(case)
    if case.assertion.narrowed:
        return _undecidable(case.assertion, Doubt.NARROWER, case.sure)
    verdict = Verdict.CONTRADICTED if count.high is not None and held > count.high else Verdict.SUPPORTED
    return Check(assertion=case.assertion, verdict=verdict, by=_ids(case.sure))


def _killed(case: _Case) -> Check:
    """As a number, of those killed in what the ledger holds."""
    count, held = case.assertion.count, total(one.killed for one in case.sure)
    if count is None:
        return _undecidable(case.assertion, Doubt.MEASURE)
    least = 0 if held is None else held.low or 0
    if least < (count.low or 0):
        return _fewer(case)
    if case.assertion.narrowed:
        return _undecidable(case.assertion, Doubt.NARROWER, case.sure)
    verdict = Verdict.CONTRADICTED if count.high is not None and least > count.high else Verdict.SUPPORTED
    return Check(assertion=case.assertion, verdict=verdict, by=_ids(case.sure))


def _habit(case: _Case) -> Check:
    """Supported by some incidents; no ledger can deny a habit."""
    if len(case.sure) < HABITUAL:
        return _fewer(case)
    if case.assertion.narrowed:
        return _undecidable(case.assertion, Doubt.NARROWER, case.sure)
    return Check(assertion=case.assertion, verdict=Verdict.SUPPORTED, by=_ids(case.sure))


TESTS = {
    Measure.FIRST: _ranked_first,
    Measure.LAST: _ranked_last,
    Measure.DEADLIEST: _deadliest,
    Measure.NUMBER: _number,
    Measure.KILLED: _killed,
    Measure.HABIT: _habit,
}
"""How each measure is tested."""


def _fewer(case: _Case) -> Check:
    gaps = case.coverage.gaps(case.place, first=case.opens, last=case.last)
    return replace(_undecidable(case.assertion, Doubt.FEWER, case.sure), gaps=gaps)


def _undecidable(assertion: Assertion, doubt: Doubt, by: Sequence[Incident] = ()) -> Check:
    return Check(assertion=assertion, verdict=Verdict.UNDECIDABLE, doubt=doubt, by=_ids(by))


def _ids(incidents: Iterable[Incident]) -> tuple[str, ...]:
    return tuple(one.id for one in incidents)


def _others(case: _Case, incidents: Iterable[Incident]) -> list[Incident]:
    return [one for one in incidents if case.subject is None or one.id != case.subject.id]


def _is_within(incident: Incident, first: dt.date, last: dt.date) -> bool:
    days = days_of(incident)
    return days is not None and first <= days[0] and days[1] <= last


def _may_be_within(incident: Incident, first: dt.date, last: dt.date) -> bool:
    days = days_of(incident)
    return days is None or (days[0] <= last and days[1] >= first)


def _ends_before(incident: Incident, day: dt.date) -> bool:
    days = days_of(incident)
    return days is not None and days[1] < day


def _begins_after(incident: Incident, day: dt.date) -> bool:
    days = days_of(incident)
    return days is not None and days[0] > day


def _may_exceed(incident: Incident, most: int) -> bool:
    """True where its toll is open or reaches above ``most``; where nobody tells of dead, there may be none."""
    return incident.killed is not None and (incident.killed.high is None or incident.killed.high > most)
