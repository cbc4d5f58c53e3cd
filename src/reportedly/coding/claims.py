"""Values and the spans they stand on in, sourced claims out, each with its id and its speaker."""

import json
from dataclasses import dataclass, field

from reportedly.coding.page import Page
from reportedly.records.claims import Claim
from reportedly.records.identity import hash_of
from reportedly.records.mentions import Attribution
from reportedly.records.spans import Span
from reportedly.records.values import Value
from reportedly.records.vocabulary import ClaimField, Factuality

_KEY = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
METHOD = "rules/1"
"""The method and version every claim of the rules carries."""


@dataclass
class ClaimBook:
    """The claims of one report under way; the same claim made twice is one claim."""

    page: Page
    incident_id: str | None = None
    claims: dict[str, Claim] = field(default_factory=dict)

    def make(
        self,
        name: ClaimField,
        value: Value,
        span: Span,
        *,
        said: Attribution | None = None,
        factuality: Factuality | None = None,
    ) -> str:
        """Write one claim down and give its id; ``said`` overrides who the text says is speaking there."""
        clean = self.page.clean
        attribution = said if said is not None else self.page.attribution_of(span)
        key = _KEY.encode(value)
        source = attribution.source if attribution is not None else None
        speaker = source.name if source is not None else ""
        made = hash_of(
            clean.report_id, clean.text_hash, str(span.start), str(span.end), name, key, self.incident_id or "", speaker
        )
        if made in self.claims:
            return made
        stance = attribution.stance if attribution is not None else Factuality.ASSERTED
        self.claims[made] = Claim(
            id=made,
            incident_id=self.incident_id,
            field=name,
            value=value,
            quote=span.of(clean.text),
            span=span,
            source=source,
            cue=attribution.cue if attribution is not None else None,
            factuality=factuality or stance,
            method=METHOD,
        )
        return made

    def about(self, incident_id: str | None) -> "ClaimBook":
        """The same book, writing for one incident (or, with None, for the report itself)."""
        return ClaimBook(self.page, incident_id, self.claims)
