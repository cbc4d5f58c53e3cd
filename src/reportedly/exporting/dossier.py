"""One merged incident with what was judged and decided about it in, one line of JSON out."""

from collections.abc import Iterable

from reportedly.exporting.contract import json_line
from reportedly.exporting.merged import as_json
from reportedly.records.judgements import Decision, Judgement, Reason
from reportedly.records.merged import Incident


def dossier_line(
    incident: Incident, *, policy: str, judgements: Iterable[Judgement], decisions: Iterable[Decision]
) -> str:
    """The contract's merged object with ``policy``, ``judgements`` and ``decisions`` behind its own keys."""
    told: dict[str, object] = {
        **as_json(incident),
        "policy": policy,
        "judgements": [judgement_json(one) for one in judgements],
        "decisions": [decision_json(one) for one in decisions],
    }
    return json_line(told)


def decision_line(decision: Decision) -> str:
    """A decision as one line of JSON Lines, without its line end."""
    return json_line(decision_json(decision))


def decision_json(decision: Decision) -> dict[str, object]:
    """A decision: every key, None where it has no part in the act."""
    return {
        "id": decision.id,
        "act": decision.act.value,
        "incidents": list(decision.incidents),
        "rest": list(decision.rest),
        "field": decision.field,
        "value": decision.value,
        "undoes": decision.undoes,
        "who": decision.who,
        "when": decision.when.isoformat(timespec="seconds"),
        "because": decision.because,
    }


def judgement_json(judgement: Judgement) -> dict[str, object]:
    """A judgement with its reasons."""
    return {
        "first": judgement.first,
        "second": judgement.second,
        "verdict": judgement.verdict.value,
        "score": judgement.score,
        "reasons": [_reason(reason) for reason in judgement.reasons],
        "method": judgement.method,
    }


def _reason(reason: Reason) -> dict[str, object]:
    return {"feature": reason.feature, "weight": reason.weight, "words": reason.words}
