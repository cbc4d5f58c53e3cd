"""The members judged one and what people decided in, the incident they tell out: every field resolved, nothing lost."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.languages.summarise import summary_of
from reportedly.merging import rows
from reportedly.merging.disagreements import disagreements
from reportedly.merging.extents import when_of, where_of
from reportedly.merging.overrides import overridden
from reportedly.merging.policies import DEFAULT, Option, Policy, choose, options, weighty
from reportedly.merging.sources import count_sources, reports_of
from reportedly.merging.tolls import tolls
from reportedly.merging.voices import Circle, circle, figures, voices
from reportedly.records.counts import Count
from reportedly.records.forms import when_value, where_value
from reportedly.records.incidents import Attackers, Condition
from reportedly.records.judgements import Act, Decision
from reportedly.records.merged import Evidence, Incident, Member
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.standing import standing
from reportedly.records.vocabulary import ClaimField, IncidentType, Stage


def fuse(members: Iterable[Member], decisions: Sequence[Decision] = (), *, policy: Policy = DEFAULT) -> Incident:
    """The incident of these members; ValueError where there are none.

    A value a person ``set`` on any of its members stands, the newest where two were set; links are added when all
    incidents are known (``merging.links``).
    """
    told = circle(members)
    if not told.members:
        raise ValueError("an incident needs at least one member")
    own = {member.incident.id for member in told.members}
    settings = [one for one in standing(decisions) if one.act is Act.SET and not own.isdisjoint(one.incidents)]
    incident = _resolved(told, policy)
    return summarised(overridden(incident, settings), told) if settings else incident


def _resolved(told: Circle, policy: Policy) -> Incident:
    ids = sorted(member.incident.id for member in told.members)
    evidence = _evidence(told)
    kind, stage = _type(told, policy), _stage(told, policy)
    perpetrators = rows.perpetrators(told)
    incident = Incident(
        id=ids[0],
        was=tuple(ids[1:]),
        type=kind,
        stage=stage,
        summary="",
        when=_when(told, policy),
        where=_where(told, policy),
        weapons=rows.weapons(told, policy),
        targets=rows.targets(told, policy),
        victims=rows.victims(told, policy),
        perpetrators=perpetrators,
        sides=() if perpetrators else rows.parties(told, lambda one: one.sides),
        prevented_by=rows.parties(told, lambda one: one.prevented_by),
        responsibility=tuple(sorted({one for member in told.members for one in member.incident.responsibility})),
        condition=_condition(told),
        killed=_figure(told, policy, ClaimField.KILLED),
        injured=_figure(told, policy, ClaimField.INJURED),
        attackers=_attackers(told, policy),
        claims=tuple(dict.fromkeys(one.claim.id for one in evidence)),
        reports=reports_of(told),
        sources=count_sources(told),
        disagreements=disagreements(told),
        tolls=tolls(told),
        evidence=evidence,
    )
    return summarised(incident, told)


def summarised(incident: Incident, told: Circle) -> Incident:
    """The incident with its line, in the language of its earliest report."""
    return replace(incident, summary=summary_of(incident, told.members[0].report.language))


def _evidence(told: Circle) -> tuple[Evidence, ...]:
    """Every claim the incident rests on, report by report, each in the order of its text."""
    return tuple(
        Evidence(claim, member.report.report_id)
        for member in told.members
        for claim in sorted(member.claims, key=lambda claim: (claim.span, claim.id))
    )


def _type(told: Circle, policy: Policy) -> IncidentType:
    heard = weighty(voices(told, ClaimField.TYPE, lambda one: one.type, str))
    telling = [voice for voice in heard if voice.value is not IncidentType.OTHER_VIOLENCE] or heard
    return choose(options(telling), policy).value


def _stage(told: Circle, policy: Policy) -> Stage:
    return choose(options(weighty(voices(told, ClaimField.STAGE, lambda one: one.stage, str))), policy).value


def _when(told: Circle, policy: Policy) -> When | None:
    found = when_of(voices(told, ClaimField.WHEN, lambda one: one.when, when_value), policy)
    return None if found is None else replace(found.value, claims=_claims(found))


def _where(told: Circle, policy: Policy) -> Where | None:
    found = where_of(voices(told, ClaimField.WHERE, lambda one: one.where, where_value), policy)
    return None if found is None else replace(found.value, claims=_claims(found))


def _claims(option: Option[When] | Option[Where]) -> tuple[str, ...]:
    """What the value shown rests on, in every report that gives it."""
    own = [claim for voice in option.voices for claim in voice.value.claims]
    return tuple(dict.fromkeys(own))


def _figure(told: Circle, policy: Policy, field: ClaimField) -> Count | None:
    heard = weighty(figures(told, field))
    return choose(options(heard), policy, size=rows.magnitude).value if heard else None


def _condition(told: Circle) -> Condition | None:
    """The first condition told, resting on all the claims of those worded alike."""
    found = [member.incident.condition for member in told.members if member.incident.condition is not None]
    if not found:
        return None
    alike = [one for one in found if one.text.casefold() == found[0].text.casefold()]
    return Condition(text=found[0].text, claims=tuple(dict.fromkeys(claim for one in alike for claim in one.claims)))


def _attackers(told: Circle, policy: Policy) -> Attackers | None:
    found = [member.incident.attackers for member in told.members if member.incident.attackers is not None]
    if not found:
        return None
    field = ClaimField.ATTACKERS
    return Attackers(
        name=next((one.name for one in found if one.name is not None), None),
        count=rows.count(told, policy, field, row_of=lambda one: one.attackers, part=lambda row: row.count),
        killed=rows.count(told, policy, field, row_of=lambda one: one.attackers, part=lambda row: row.killed),
        captured=rows.count(told, policy, field, row_of=lambda one: one.attackers, part=lambda row: row.captured),
        claims=tuple(dict.fromkeys(claim for one in found for claim in one.claims)),
    )
