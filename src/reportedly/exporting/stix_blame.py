"""An incident in, who is blamed for it out as STIX 2.1 has words for it: a relationship for few, a note for every word.

STIX knows that somebody did it, and has no type for an accusation. So a relationship is written only for whom
``blame`` tells to have done it; all that is said stands in notes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.exporting.blame import ATTRIBUTED, Blame, Saying, blamed, sayings, told_by
from reportedly.exporting.stix_objects import (
    Dated,
    Given,
    Kind,
    StixObject,
    cited,
    identity,
    instant,
    made,
    relationship,
    stix_id,
    untold,
)
from reportedly.records.incidents import Party


@dataclass(frozen=True, slots=True)
class Verdict:
    """Somebody who is blamed, and what becomes of it."""

    identity: StixObject
    blame: Blame


def verdicts(one: Dated) -> tuple[Verdict, ...]:
    """One for everybody who is blamed, in the order told."""
    found = blamed(one.incident, key=lambda row: _identity(one, row.name, row.actor_id).id)
    return tuple(Verdict(_identity(one, blame.first.name, blame.first.actor_id), blame) for blame in found)


def _identity(one: Dated, name: str, actor_id: str | None) -> StixObject:
    return identity(one, Party(name=name, actor_id=actor_id, claims=()), untold(), among="perpetrator")


def attribution(one: Dated, verdict: Verdict) -> StixObject:
    """The relationship of a verdict that is ``ATTRIBUTED``, with the words it stands on."""
    blame = verdict.blame
    quotes = dict.fromkeys(said.claim.quote.strip() for said in blame.words)
    reports = [told for said in blame.words if (told := told_by(one.incident, said)) is not None]
    more = {
        "description": Given("\n".join(quotes), "note.words"),
        "labels": Given([basis.value for basis in blame.bases], "note.basis"),
        "external_references": Given(cited(reports), "report.cited"),
    }
    return relationship(one, "perpetrator", verdict.identity, rule=ATTRIBUTED, more=more)


def notes(one: Dated) -> Iterator[StixObject]:
    """For every quoted claim about who did it, whom it names and then the note with its words."""
    for saying in sayings(one.incident):
        who = None if saying.name is None else _identity(one, saying.name, saying.actor_id)
        yield from () if who is None else (who,)
        yield _note(one, saying, who)


def _note(one: Dated, saying: Saying, who: StixObject | None) -> StixObject:
    told = saying.told
    time = Given(one.first if told is None or told.published is None else instant(told.published), "time.report")
    properties = {
        **dict.fromkeys(("created", "modified"), time),
        "content": Given(saying.quote, "note.words"),
        "authors": Given([saying.speaker] if saying.speaker else None, "note.speaker"),
        "object_refs": Given([one.id, *([] if who is None else [who.id])], "note.about"),
        "labels": Given(list(saying.codes), "note.basis"),
        "external_references": Given(cited([told]) if told is not None else None, "report.cited"),
    }
    id_ = stix_id(Kind.NOTE, one.incident.id, saying.said.report_id, saying.said.claim.id)
    return made(Kind.NOTE, id_, properties)
