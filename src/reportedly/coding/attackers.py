"""A draft and its tolls in, its nameless attackers out: what they are called, how many, and their own losses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.coding.captures import captures_of
from reportedly.coding.claims import ClaimBook
from reportedly.coding.draft import Draft
from reportedly.coding.losses import KILLED
from reportedly.coding.numbered import number_of
from reportedly.coding.page import Page
from reportedly.coding.tolls import combine
from reportedly.records.counts import Count, span_of
from reportedly.records.forms import range_value
from reportedly.records.incidents import Attackers
from reportedly.records.mentions import Toll
from reportedly.records.spans import Span
from reportedly.records.triggers import Doing
from reportedly.records.vocabulary import ClaimField


@dataclass(frozen=True, slots=True)
class Nameless:
    """Doers nobody could name: the report's words for them, how many (None where untold), and where it stands."""

    name: str
    count: Count | None
    span: Span


def attackers_of(page: Page, draft: Draft, tolls: Sequence[Toll], book: ClaimBook) -> Attackers | None:
    """The nameless doers and the attackers' own losses; None where the text tells of neither."""
    own = [toll for toll in tolls if toll.attackers and not toll.cumulative]
    killed = span_killed(own)
    taken = captures_of(page, own)
    captured = span_of([count for count, _ in taken])
    told = list(_nameless(page, draft))
    if killed is None and captured is None and not told:
        return None
    name = max((one.name for one in told), key=len, default=None)
    count = span_of([one.count for one in told if one.count is not None])
    value = {
        "name": name,
        "count": range_value(count),
        "killed": range_value(killed),
        "captured": range_value(captured),
    }
    spans = [*(one.span for one in told), *(toll.span for toll in own), *(span for _, span in taken)]
    claims = tuple(dict.fromkeys(book.make(ClaimField.ATTACKERS, dict(value), span) for span in spans))
    return Attackers(name=name, count=count, killed=killed, captured=captured, claims=claims)


def _nameless(page: Page, draft: Draft) -> Iterable[Nameless]:
    """The generic doers of the draft's triggers, as far as the text holds them for doers."""
    for one in draft.features:
        actor = one.agent
        if (
            actor is None
            or not (actor.generic or actor.own)
            or one.trigger.doing is Doing.ARREST
            or one.trigger.hypothetical
        ):
            continue
        if page.clean.sentences[one.trigger.sentence].heading or page.joined_before(actor) is not None:
            continue
        first, last = sorted((actor.span, one.trigger.span))
        figure = number_of(page, actor.span)
        start = first.start if figure is None else min(first.start, figure.span.start)
        count = None if figure is None else figure.count
        yield Nameless(" ".join(actor.name.split()), count, Span(start, max(first.end, last.end)))


def span_killed(own: Sequence[Toll]) -> Count | None:
    """The attackers' dead: their tolls combined as anybody's."""
    plain = [
        Toll(span=toll.span, effect=toll.effect, count=toll.count, group=toll.group, part=toll.part) for toll in own
    ]
    return combine(plain, KILLED)
