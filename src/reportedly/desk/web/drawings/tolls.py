"""A merged incident's tolls in, a chart of them out: a row a figure by time and speaker, on one scale, with ranges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from reportedly.desk.views.tolls import history
from reportedly.records.counts import Count
from reportedly.records.merged import Incident, Toll
from reportedly.records.vocabulary import ClaimField

WIDTH, HEIGHT = 200, 14
"""Units of one bar's drawing; the page stretches it to its column."""
OPEN_TAIL = 16
"""Units behind the lower end of "at least", where the bar fades: how far it goes nobody said."""
STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure: who gave it in which report, its drawing, and the claim that it stands on, None where none does."""

    toll: Toll
    killed: Markup
    injured: Markup
    claim_id: str | None


@dataclass(frozen=True, slots=True)
class Chart:
    """The figures in order of publication, and the number at the end of each scale, 0 where none is told."""

    bars: tuple[Bar, ...]
    killed_top: int
    injured_top: int


def chart_of(incident: Incident) -> Chart:
    """The chart of an incident; what a copy only repeats is left out."""
    tolls = [figure.toll for figure in history(incident)]
    claims = _claims(incident)
    killed_top, injured_top = _top([toll.killed for toll in tolls]), _top([toll.injured for toll in tolls])
    return Chart(
        bars=tuple(
            Bar(toll, bar(toll.killed, killed_top), bar(toll.injured, injured_top), _claim(toll, claims))
            for toll in tolls
        ),
        killed_top=killed_top,
        injured_top=injured_top,
    )


def bar(count: Count | None, top: int) -> Markup:
    """A range on a scale that ends at ``top``: solid to its lower end, paler to its upper, palest where it is open."""
    if count is None or top == 0:
        return Markup("")
    low = (count.low or 0) / top * (WIDTH - OPEN_TAIL)
    high = low + OPEN_TAIL if count.high is None else count.high / top * (WIDTH - OPEN_TAIL)
    parts = [Markup('<rect class="sure" x="0" y="2" width="{:.1f}" height="10"/>').format(max(low, 1.5))]
    if high > low:
        kind = "open" if count.high is None else "maybe"
        drawn = Markup('<rect class="{}" x="{:.1f}" y="2" width="{:.1f}" height="10"/>')
        parts.append(drawn.format(kind, low, high - low))
    whole = Markup('<svg class="bar" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true">{}</svg>')
    return whole.format(WIDTH, HEIGHT, Markup("").join(parts))


def _top(counts: Sequence[Count | None]) -> int:
    """A round number no figure goes beyond."""
    most = max((max(one.low or 0, one.high or 0) for one in counts if one is not None), default=0)
    scale = 1
    while True:
        for step in STEPS:
            if step * scale >= most:
                return step * scale if most else int(any(one is not None for one in counts))
        scale *= 10


def _claims(incident: Incident) -> Mapping[tuple[str, str | None], str]:
    """By report and speaker: a claim of the killed, else of the injured."""
    found: dict[tuple[str, str | None], str] = {}
    for field in (ClaimField.KILLED, ClaimField.INJURED, ClaimField.VICTIMS):
        for one in incident.evidence:
            source = one.claim.source
            if one.claim.field is field:
                found.setdefault((one.report_id, None if source is None else source.name), one.claim.id)
    return found


def _claim(toll: Toll, claims: Mapping[tuple[str, str | None], str]) -> str | None:
    return claims.get((toll.report_id, toll.source))
