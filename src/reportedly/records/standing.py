"""Decisions in, those that hold out, and what they say of reported incidents by themselves."""

from collections.abc import Iterable

from reportedly.records.judgements import Act, Decision


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions nobody took back, newest first; an ``undo`` can be undone as well."""
    ordered = sorted(decisions, key=lambda decision: (decision.when, decision.id), reverse=True)
    undone: set[str] = set()
    kept = []
    for decision in ordered:
        if decision.id in undone:
            continue
        if decision.act is Act.UNDO:
            undone |= {decision.undoes} if decision.undoes is not None else set()
        else:
            kept.append(decision)
    return tuple(kept)


def rejected_ids(decisions: Iterable[Decision]) -> frozenset[str]:
    """The reported incidents that a person rejected: they tell of nothing that is kept here."""
    return frozenset(id_ for one in standing(decisions) if one.act is Act.REJECT for id_ in one.incidents)
