"""An open ledger and an id in, all that it knows of one incident out."""

from dataclasses import dataclass, replace

from reportedly.desk.naming import incident_meant
from reportedly.errors import LedgerError
from reportedly.ledger import reading
from reportedly.ledger.decisions import present_decisions
from reportedly.ledger.engine import Transaction
from reportedly.merging.fuse import fuse
from reportedly.merging.policies import DEFAULT, Policy
from reportedly.records.judgements import Decision, Judgement
from reportedly.records.merged import Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """An incident resolved under ``policy``, with what merging judged and people decided about its members."""

    incident: Incident
    policy: str
    judgements: tuple[Judgement, ...] = ()
    decisions: tuple[Decision, ...] = ()


def dossier_of(transaction: Transaction, word: str, *, policy: Policy) -> Dossier:
    """What a ledger knows of the incident that ``word`` names; UsageError where it names none, or more than one."""
    incident_id = incident_meant(transaction, word)
    incident = reading.incident(transaction, incident_id)
    if incident is None:
        raise LedgerError(f"{incident_id}: is not resolved yet; the next 'reportedly add' does it")
    decided = present_decisions(transaction)
    if policy is not DEFAULT:
        told = fuse(reading.members(transaction, incident_id), decided, policy=policy)
        incident = replace(told, links=incident.links)
    return Dossier(
        incident=incident,
        policy=policy.value,
        judgements=reading.judgements(transaction, incident_id),
        decisions=_about(incident, decided),
    )


def _about(incident: Incident, decided: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions on its members, and what takes them back, oldest first."""
    own = {incident.id, *incident.was}
    found: dict[str, Decision] = {}
    for one in decided:
        if not own.isdisjoint((*one.incidents, *one.rest)) or one.undoes in found:
            found[one.id] = one
    return tuple(found.values())
