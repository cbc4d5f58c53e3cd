"""One actor tied to a deed by somebody's word."""

from dataclasses import dataclass

from reportedly.records.mentions import ActorMention, Attribution
from reportedly.records.spans import Span
from reportedly.records.vocabulary import Basis


@dataclass(frozen=True, slots=True)
class Tie:
    """One actor tied to the deed, by whose word, on which words."""

    actor: ActorMention
    basis: Basis
    span: Span
    said: Attribution | None
    heading: bool = False
