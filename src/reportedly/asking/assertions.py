"""A claim about many incidents with its report's times and places in, what it asserts, ready to be tested, out."""

from collections.abc import Iterable, Sequence

from reportedly.asking.terms import term_of
from reportedly.languages.checks import CheckWords, check_words
from reportedly.records.answers import Assertion, Measure
from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.forms import count_from
from reportedly.records.incidents import Telling
from reportedly.records.mentions import PlaceMention, TimeMention
from reportedly.records.merged import ReportHead
from reportedly.records.places import Where
from reportedly.records.vocabulary import ClaimField, Factuality, IncidentType

TESTED = frozenset({ClaimField.NOVELTY, ClaimField.TALLY, ClaimField.SERIES})
HELD = frozenset({Factuality.ASSERTED, Factuality.POSSIBLE})
"""What somebody denies, or makes hang on something, asserts nothing."""
NO_ATTACK = frozenset({IncidentType.THREAT, IncidentType.ARREST})
ATTACKS = tuple(kind for kind in IncidentType if kind not in NO_ATTACK)


def assertions(telling: Telling, times: Sequence[TimeMention]) -> tuple[Assertion, ...]:
    """What each novelty, tally and series of a report asserts, in the order of its text.

    A rank that a report counts too ("the first … since 2011" is no count of two) is one assertion.
    """
    own = [claim for claim in telling.claims if claim.field in TESTED and claim.factuality in HELD]
    ranks = {claim.span for claim in own if claim.field is ClaimField.NOVELTY}
    wanted = [claim for claim in own if claim.field is ClaimField.NOVELTY or claim.span not in ranks]
    return tuple(_assertion(claim, telling, times) for claim in sorted(wanted, key=lambda one: (one.span, one.id)))


def _assertion(claim: Claim, telling: Telling, times: Sequence[TimeMention]) -> Assertion:
    words = check_words(telling.report.language)
    measure, after = _measure(claim, words)
    term = term_of(claim, times, published=telling.report.published, measure=measure)
    whole = len(claim.quote)
    until = term.at if term.at > after else whole
    places = [one for one in telling.places if claim.span.contains(one.span) and not one.metonym]
    types, behind = _types(claim.quote, words, after, until if after else whole)
    if after and not types:  # "... no strike of this sort, making it the first since March"
        types, behind = _types(claim.quote, words, 0, after)
        until = after if types else until
    behind_all = until if after and term.at >= after else whole
    inside = [one for one in places if one.span.start - claim.span.start < behind_all]
    return Assertion(
        claim=claim,
        told=ReportHead.of(telling.report),
        measure=measure if types or measure is Measure.DEADLIEST else None,
        types=types or ATTACKS,
        narrowed=_narrowed(claim, words, behind, until if until > behind else whole, inside),
        count=_count(claim),
        opens=term.opens,
        first=term.first,
        last=term.last,
        place=_place(inside),
        subject=_subject(claim, telling),
    )


def _measure(claim: Claim, words: CheckWords) -> tuple[Measure | None, int]:
    """What is measured, and where in the quote the word for it ends."""
    if claim.field is ClaimField.SERIES:
        return Measure.HABIT, 0
    if claim.field is ClaimField.TALLY:
        return (Measure.KILLED if words.killed.search(claim.quote) else Measure.NUMBER), 0
    for measure, pattern in (
        (Measure.DEADLIEST, words.deadliest),
        (Measure.FIRST, words.first),
        (Measure.LAST, words.last),
    ):
        if found := pattern.search(claim.quote):
            return measure, found.end()
    return None, 0


def _types(quote: str, words: CheckWords, start: int, end: int) -> tuple[tuple[IncidentType, ...], int]:
    """The kinds of incident that are counted, and where the words for them end; none where no such words stand."""
    named = [(found, kind) for kind, pattern in words.types.items() if (found := pattern.search(quote, start, end))]
    if named:
        first = min(found.start() for found, _ in named)
        best = max(found.end() for found, _ in named if found.start() == first)
        kinds = {kind for found, kind in named if (found.start(), found.end()) == (first, best)}
        return tuple(sorted(_wider(kinds))), best
    loose = words.any.search(quote, start, end)
    return (ATTACKS, loose.end()) if loose else ((), start)


def _wider(kinds: set[IncidentType]) -> set[IncidentType]:
    """A suicide bombing is a bombing."""
    return kinds | {IncidentType.SUICIDE_BOMBING} if IncidentType.BOMBING in kinds else kinds


def _narrowed(claim: Claim, words: CheckWords, start: int, end: int, places: Iterable[PlaceMention]) -> bool:
    """True where words behind the attack lead to something that is no place: "of foreigners", "with a boat"."""
    starts = [one.span.start - claim.span.start for one in places]
    leads = [(found.end(), BESIDE) for found in words.narrowing.finditer(claim.quote, start, end)]
    leads += [(found.end(), ONTO) for found in words.onto.finditer(claim.quote, start, end)]
    return any(not _leads_to(lead, starts, claim.quote, most=most) for lead, most in leads)


BESIDE, ONTO = 1, 4
"""Words that may stand before the place itself: "of the Gaza Strip", "on the army base at Gaza"."""


def _leads_to(lead: int, starts: Iterable[int], quote: str, *, most: int) -> bool:
    return any(start >= lead and len(quote[lead:start].split()) <= most for start in starts)


def _place(places: Sequence[PlaceMention]) -> Where | None:
    """The first settled place named; a bare country beside a finer one is where that lies."""
    settled = [one.where for one in places if one.where.country or one.where.lat is not None]
    return min(settled, key=lambda one: one.radius_km or 0.0, default=None)


def _subject(claim: Claim, telling: Telling) -> str | None:
    """The reported incident a rank is about: the main one told last before it, else the first."""
    spans = {one.id: one.span for one in telling.claims}
    main = [incident for incident in telling.incidents if incident.main]
    before = [
        (max(spans[one] for one in incident.claims if one in spans and spans[one] < claim.span), incident.id)
        for incident in main
        if any(one in spans and spans[one] < claim.span for one in incident.claims)
    ]
    if before:
        return max(before)[1]
    return main[0].id if main else None


def _count(claim: Claim) -> Count | None:
    value = claim.value
    return count_from(value.get("count")) if isinstance(value, dict) else None
