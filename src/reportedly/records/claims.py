"""Claims: one value for one field, the words it stands on, who said them and how firmly."""

from dataclasses import dataclass

from reportedly.records.mentions import Cue, Source
from reportedly.records.spans import Span
from reportedly.records.values import Value
from reportedly.records.vocabulary import ClaimField, Factuality


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One sourced value. ``source`` None is the report's own voice; ``confidence`` None until calibrated.

    ``incident_id`` is None for the report's own claims (presence, tally, series, novelty, denial, accusation, context).
    """

    id: str
    incident_id: str | None
    field: ClaimField
    value: Value
    quote: str
    span: Span
    source: Source | None
    cue: Cue | None
    factuality: Factuality
    method: str
    confidence: float | None = None
