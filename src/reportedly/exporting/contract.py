"""A Telling in, the contract's one-report object out, as a dictionary or as one line of JSON Lines."""

import json
import re

from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.incidents import (
    Account,
    Attackers,
    Condition,
    IncidentFields,
    Party,
    Perpetrator,
    ReportedIncident,
    Target,
    Telling,
    Victim,
    Weapon,
)
from reportedly.records.mentions import Attribution, Cue, PlaceMention, Source
from reportedly.records.moments import Moment, When, iso
from reportedly.records.places import Where
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span

_LONE = re.compile("[\ud800-\udfff]")

CONTRACT = 1
"""The number of the contract the output keeps; raised when a key is renamed, dropped or changes its meaning."""


def as_json(telling: Telling) -> dict[str, object]:
    """What one report tells as the contract's object: every key in its order, None where not known."""
    return {
        "contract": CONTRACT,
        "report": _report(telling.report),
        "incidents": [_incident(incident) for incident in telling.incidents],
        "claims": [claim_json(claim) for claim in telling.claims],
        "attributions": [_attribution(attribution) for attribution in telling.attributions],
        "places": [_place(place) for place in telling.places],
        "sentences": [_sentence(account) for account in telling.accounts],
    }


def line(telling: Telling) -> str:
    """One line of JSON Lines, without its line end, every letter as itself (escaped where UTF-8 has no form for it)."""
    return json_line(as_json(telling))


def json_line(told: dict[str, object]) -> str:
    """An object on one line, every letter as itself; escaped where UTF-8 has no form for one (a lone surrogate)."""
    written = json.dumps(told, ensure_ascii=False)
    return json.dumps(told) if _LONE.search(written) else written


def _iso(moment: Moment | None) -> str | None:
    return None if moment is None else iso(moment)


def _span(span: Span | None) -> dict[str, object] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _range(count: Count | None) -> dict[str, object] | None:
    return None if count is None else {"low": count.low, "high": count.high}


def _report(report: CleanText) -> dict[str, object]:
    return {
        "id": report.report_id,
        "uri": report.uri,
        "publisher": report.publisher,
        "title": report.title,
        "published": _iso(report.published),
        "language": report.language,
        "text": report.text,
        "furniture": [_span(span) for span in report.furniture],
    }


def _incident(incident: ReportedIncident) -> dict[str, object]:
    """The fields with ``main`` in its place, third after id, type and stage."""
    told = fields_json(incident)
    first = {key: told.pop(key) for key in ("id", "type", "stage")}
    return {**first, "main": incident.main, **told}


def fields_json(incident: IncidentFields) -> dict[str, object]:
    """What a report and a ledger tell of an incident alike."""
    return {
        "id": incident.id,
        "type": incident.type.value,
        "stage": incident.stage.value,
        "summary": incident.summary,
        "when": _when(incident.when),
        "where": _where(incident.where),
        "weapons": [_weapon(weapon) for weapon in incident.weapons],
        "targets": [_target(target) for target in incident.targets],
        "victims": [_victim(victim) for victim in incident.victims],
        "perpetrators": [_perpetrator(perpetrator) for perpetrator in incident.perpetrators],
        "sides": [_party(side) for side in incident.sides],
        "prevented_by": [_party(party) for party in incident.prevented_by],
        "responsibility": sorted(word.value for word in incident.responsibility),
        "condition": _condition(incident.condition),
        "killed": _range(incident.killed),
        "injured": _range(incident.injured),
        "attackers": _attackers(incident.attackers),
        "claims": list(incident.claims),
    }


def _when(when: When | None) -> dict[str, object] | None:
    if when is None:
        return None
    return {
        "start": _iso(when.start),
        "end": _iso(when.end),
        "precision": when.precision.value,
        "edtf": when.edtf,
        "derivation": when.derivation,
        "text": when.text,
        "claims": list(when.claims),
    }


def _where(where: Where | None) -> dict[str, object] | None:
    if where is None:
        return None
    return {
        "name": where.name,
        "country": where.country,
        "lat": where.lat,
        "lon": where.lon,
        "radius_km": where.radius_km,
        "precision": where.precision.value,
        "place_id": where.place_id,
        "claims": list(where.claims),
    }


def _weapon(weapon: Weapon) -> dict[str, object]:
    return {
        "code": weapon.code,
        "name": weapon.name,
        "count": _range(weapon.count),
        "intercepted": _range(weapon.intercepted),
        "claims": list(weapon.claims),
    }


def _target(target: Target) -> dict[str, object]:
    return {
        "name": target.name,
        "kind": target.kind,
        "role": target.role,
        "actor_id": target.actor_id,
        "count": _range(target.count),
        "claims": list(target.claims),
    }


def _victim(victim: Victim) -> dict[str, object]:
    return {
        "name": victim.name,
        "kind": victim.kind,
        "role": victim.role,
        "actor_id": victim.actor_id,
        "killed": _range(victim.killed),
        "injured": _range(victim.injured),
        "abducted": _range(victim.abducted),
        "claims": list(victim.claims),
    }


def _perpetrator(perpetrator: Perpetrator) -> dict[str, object]:
    return {
        "name": perpetrator.name,
        "actor_id": perpetrator.actor_id,
        "basis": perpetrator.basis.value,
        "by": perpetrator.by,
        "claims": list(perpetrator.claims),
    }


def _party(party: Party) -> dict[str, object]:
    return {"name": party.name, "actor_id": party.actor_id, "claims": list(party.claims)}


def _condition(condition: Condition | None) -> dict[str, object] | None:
    return None if condition is None else {"text": condition.text, "claims": list(condition.claims)}


def _attackers(attackers: Attackers | None) -> dict[str, object] | None:
    if attackers is None:
        return None
    return {
        "name": attackers.name,
        "count": _range(attackers.count),
        "killed": _range(attackers.killed),
        "captured": _range(attackers.captured),
        "claims": list(attackers.claims),
    }


def claim_json(claim: Claim) -> dict[str, object]:
    """A claim with the words it stands on."""
    return {
        "id": claim.id,
        "incident_id": claim.incident_id,
        "field": claim.field.value,
        "value": claim.value,
        "quote": claim.quote,
        "span": _span(claim.span),
        "source": _source(claim.source),
        "cue": _cue(claim.cue),
        "factuality": claim.factuality.value,
        "method": claim.method,
        "confidence": claim.confidence,
    }


def _source(source: Source | None) -> dict[str, object] | None:
    if source is None:
        return None
    return {
        "name": source.name,
        "kind": source.kind.value,
        "anonymous": source.anonymous,
        "via": list(source.via),
        "span": _span(source.span),
    }


def _cue(cue: Cue | None) -> dict[str, object] | None:
    return None if cue is None else {"text": cue.text, "span": _span(cue.span)}


def _attribution(attribution: Attribution) -> dict[str, object]:
    return {
        "source": _span(attribution.source.span) if attribution.source else None,
        "cue": _span(attribution.cue.span) if attribution.cue else None,
        "content": _span(attribution.content),
        "stance": attribution.stance.value,
        "direct": attribution.direct,
    }


def _place(place: PlaceMention) -> dict[str, object]:
    where = place.where
    return {
        "span": _span(place.span),
        "name": where.name,
        "country": where.country,
        "lat": where.lat,
        "lon": where.lon,
        "precision": where.precision.value,
        "place_id": where.place_id,
    }


def _sentence(account: Account) -> dict[str, object]:
    return {"span": _span(account.sentence.span), "status": account.status.value, "why": account.why}
