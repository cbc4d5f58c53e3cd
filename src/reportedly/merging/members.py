"""What one report tells in, its members out: each incident with its claims and what merging keeps of the report."""

from reportedly.merging.copies import fingerprint
from reportedly.merging.names import names_in
from reportedly.records.incidents import Telling
from reportedly.records.merged import Member, ReportHead
from reportedly.records.reports import CleanText


def head_of(text: CleanText) -> ReportHead:
    """What a ledger shows of a report, with the fingerprint of its text and the rare names in it."""
    return ReportHead(
        report_id=text.report_id,
        text_hash=text.text_hash,
        language=text.language,
        uri=text.uri,
        publisher=text.publisher,
        title=text.title,
        published=text.published,
        fingerprint=fingerprint(text.text),
        names=names_in(text.text),
    )


def members(telling: Telling) -> tuple[Member, ...]:
    """One member for each incident of the telling, in its order."""
    head = head_of(telling.report)
    claims = {claim.id: claim for claim in telling.claims}
    return tuple(
        Member(incident=incident, report=head, claims=tuple(claims[one] for one in incident.claims))
        for incident in telling.incidents
    )
