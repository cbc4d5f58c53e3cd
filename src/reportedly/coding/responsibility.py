"""A draft and the ties of blame in its sentences in, perpetrators with basis and speaker out, and what was withheld."""

from collections.abc import Collection, Iterable, Sequence

from reportedly.codebook.sides import OUTSIDE_STATES, side_of
from reportedly.coding.claims import ClaimBook
from reportedly.coding.draft import Draft
from reportedly.coding.page import Page, inside
from reportedly.coding.rebuttals import rebuttals_of
from reportedly.coding.share import Share
from reportedly.coding.threats import utterers
from reportedly.coding.ties import Tie
from reportedly.coding.voices import is_of_the_struck, is_organisation, speaks_for
from reportedly.languages.blame import blame_words
from reportedly.languages.phrases import tokenize
from reportedly.languages.triggers import trigger_words
from reportedly.records.incidents import Perpetrator
from reportedly.records.mentions import ActorMention, Attribution, Cue, Source
from reportedly.records.spans import Span
from reportedly.records.triggers import Blame, Doing, Trigger
from reportedly.records.vocabulary import Basis, ClaimField, Factuality, IncidentType, Responsibility, SourceKind

INDEPENDENT = frozenset(
    {SourceKind.EXPERT, SourceKind.MEDIA, SourceKind.DOCUMENT, SourceKind.MEDIC, SourceKind.WITNESS}
)
"""Speakers whose plain word on who did it is a statement, not an accusation: they are no side of the fight."""

DOERS = frozenset({"state", "military", "police", "guard", "armed_group", "criminal_group"})
"""Party kinds that do armed deeds: a ministry or a hospital beside a deed is hardly ever its doer."""


def perpetrators_of(page: Page, draft: Draft, share: Share, book: ClaimBook) -> tuple[Perpetrator, ...]:
    """One row for each name, basis and speaker; generic doers make none."""
    ties = [*_told(page, draft, share.blame), *_blamed(page, draft, share.blame)]
    ties += _avowed(page, draft, ties, share.attributions)
    ties += rebuttals_of(page, ties, share.attributions)
    ties = _named_before_bare(page, ties)
    body = [tie for tie in ties if not tie.heading]
    rows: dict[tuple[str, Basis, str | None], list[Tie]] = {}
    for tie in body or ties:
        rows.setdefault((_key(tie.actor), tie.basis, _by(page, tie)), []).append(tie)
    return tuple(
        _row(page, book, basis, by, found)
        for (_, basis, by), found in rows.items()
        if not _is_told_by_another(page, rows, found[0], basis=basis, by=by)
    )


def _is_told_by_another(
    page: Page, rows: Collection[tuple[str, Basis, str | None]], tie: Tie, *, basis: Basis, by: str | None
) -> bool:
    """True for a claim by the group itself, where a spokesman of it makes the same claim by name."""
    key = _key(tie.actor)
    spoken = [other for other in rows if other[:2] == (key, Basis.CLAIMED) and other[2] != by]
    return basis is Basis.CLAIMED and by == page.fullest_name(tie.actor) and bool(spoken)


def _named_before_bare(page: Page, ties: Sequence[Tie]) -> list[Tie]:
    """The ties without a bare "militants", where a group outside states is tied by name or type; who claims stays."""
    bare = trigger_words(page.clean.language).grammar["bare_groups"]
    told = [tie for tie in ties if tie.basis in (Basis.STATED, Basis.ACCUSED) and tie.actor.actor_id is None]
    plain = [tie for tie in told if tie.actor.name.casefold() in bare]
    named = [tie for tie in ties if tie not in plain and side_of(tie.actor.actor_id, tie.actor.kind) == OUTSIDE_STATES]
    return [tie for tie in ties if tie not in plain] if named else list(ties)


def _key(actor: ActorMention) -> str:
    return actor.actor_id or actor.name.casefold()


def _row(page: Page, book: ClaimBook, basis: Basis, by: str | None, ties: Sequence[Tie]) -> Perpetrator:
    actor = ties[0].actor
    name = max((page.fullest_name(tie.actor) for tie in ties), key=len)
    value = {"name": name, "actor_id": actor.actor_id, "basis": basis.value, "by": by}
    claims = dict.fromkeys(book.make(ClaimField.PERPETRATORS, dict(value), tie.span, said=tie.said) for tie in ties)
    return Perpetrator(name=name, actor_id=actor.actor_id, basis=basis, by=by, claims=tuple(claims))


def _by(page: Page, tie: Tie) -> str | None:
    """Who says so: the speaker; the group itself for its own claim or denial; None for the report."""
    own = tie.basis in (Basis.CLAIMED, Basis.DENIED)
    if tie.said is not None and tie.said.source is not None and not (own and tie.said.source.kind is SourceKind.OTHER):
        return tie.said.source.name
    return page.fullest_name(tie.actor) if own else None


def _does_deeds(actor: ActorMention) -> bool:
    """True for a party that does armed deeds, a state's security service named as such too."""
    return actor.kind in DOERS or (actor.actor_id is not None and actor.actor_id.startswith("force:"))


def _doers(page: Page, draft: Draft) -> Iterable[tuple[ActorMention, Span, Attribution | None, bool]]:
    """Every named or typed doer of the draft's triggers, with the trigger's words and who says them."""
    for one in draft.features:
        trigger, actor = one.trigger, one.agent
        if actor is not None and actor.generic:
            actor = page.joined_before(actor)  # "Taliban gunmen and suicide bombers attacked"
        if actor is None or actor.generic or trigger.doing is Doing.ARREST or not _does_deeds(actor):
            continue
        heading = page.clean.sentences[trigger.sentence].heading
        actor = page.resolve_named(actor)
        first, last = sorted((actor.span, trigger.span))
        if trigger.doing is Doing.HARM and any(toll.attackers for toll in inside(page.mentions.tolls, trigger.stretch)):
            continue
        if _only_speaks(page, actor, trigger) or _only_comes(actor, trigger):
            continue
        said = page.attribution_of(trigger.span)
        if said is not None and said.stance is Factuality.WITHHELD:
            continue
        if (
            said is not None
            and said.source is None
            and said.cue is not None
            and said.cue.span.start > trigger.span.start
        ):
            said = None
        span = Span(first.start, max(first.end, last.end))
        if actor.kind in ("police", "guard") and _others_act(draft, actor):
            continue
        yield actor, span, said, heading
        beside = page.joined_before(actor)
        if beside is not None and not beside.generic and beside.kind in DOERS:
            yield beside, Span(min(beside.span.start, span.start), span.end), said, heading


def _only_speaks(page: Page, actor: ActorMention, trigger: Trigger) -> bool:
    """True for an actor that only speaks of the deed ("X condemned the attack", "… was hit, said police")."""
    for said in page.mentions.attributions:
        if said.source is None or said.source.span is None or said.cue is None:
            continue
        if not said.source.span.overlaps(actor.span):
            continue
        first, last = sorted((actor.span, trigger.span))
        cue = said.cue.span
        if cue.end <= actor.span.start < trigger.span.start:
            return not page.words_between(actor.span.end, trigger.span.start) & blame_words(page.clean.language).own
        if first.end <= cue.start and cue.end <= last.start:
            between = page.words_between(cue.end, last.start)
            return not between & blame_words(page.clean.language).own
    return False


def _others_act(draft: Draft, actor: ActorMention) -> bool:
    """True where somebody else is told to have done a draft's deed, a nameless gunman too."""
    agents = [one.agent for one in draft.features if one.agent is not None]
    return any(other.kind != actor.kind for other in agents)


NEAR_POLICE = 30
"""At most this many characters part police from the verb of which they are the doers."""


def _only_comes(actor: ActorMention, trigger: Trigger) -> bool:
    """True for police beside a deed they did not do: they are doers only of a verb that follows them closely."""
    if actor.kind not in ("police", "guard"):
        return False
    return trigger.noun or not 0 <= trigger.span.start - actor.span.end <= NEAR_POLICE


def _told(page: Page, draft: Draft, blame: Sequence[Blame]) -> Iterable[Tie]:
    """The doers of the triggers, by the voice that tells them; who utters a threat is its doer."""
    if draft.apart() is IncidentType.THREAT:
        yield from utterers(page, draft)
        return
    hedged = {tie.bearer for tie in blame if tie.responsibility is Responsibility.SUSPECTED}
    for actor, span, said, heading in _doers(page, draft):
        if actor.span not in hedged and not _is_of_accusation(page, actor, span, blame):
            yield Tie(actor, _basis(page, draft, actor, said), span, said, heading)


def _is_of_accusation(page: Page, actor: ActorMention, span: Span, blame: Sequence[Blame]) -> bool:
    """True where a doer is only told as the accused ("accused X of planting the bomb"): the accusation ties it."""
    return any(
        tie.responsibility is Responsibility.ACCUSED
        and tie.bearer is not None
        and tie.cue.end <= tie.bearer.start
        and tie.sentence == page.sentence_at(span.start)
        and (tie.bearer == actor.span or tie.bearer.overlaps(actor.span))
        for tie in blame
    )


def _avowed(page: Page, draft: Draft, ties: Sequence[Tie], attributions: Sequence[Attribution]) -> Iterable[Tie]:
    """A state whose deed is told in the report's voice, and whose own officials speak of it: it claims the deed too."""
    if any(tie.basis in (Basis.CLAIMED, Basis.DENIED) for tie in ties) or draft.apart() is not None:
        return
    attributions = [said for said in attributions if said.stance in (Factuality.ASSERTED, Factuality.CONDITIONAL)]
    for tie in ties:
        side = side_of(tie.actor.actor_id, tie.actor.kind)
        if tie.basis is not Basis.STATED or side is None or side == OUTSIDE_STATES:
            continue
        own = [
            said for said in attributions if said.source is not None and speaks_for(page, draft, tie.actor, said.source)
        ]
        if own:
            yield Tie(tie.actor, Basis.CLAIMED, own[0].content, own[0])
            return


def _basis(page: Page, draft: Draft, actor: ActorMention, said: Attribution | None) -> Basis:
    """How firmly a doer is tied by who tells it: itself, its enemy, somebody who hedges, a bystander."""
    if _is_hedged(page, actor):
        return Basis.SUSPECTED
    if said is None or said.source is None:
        hedged = said is not None and said.stance is Factuality.POSSIBLE
        return Basis.SUSPECTED if hedged else Basis.STATED
    if speaks_for(page, draft, actor, said.source):
        return Basis.CLAIMED
    if said.stance is Factuality.POSSIBLE:
        return Basis.SUSPECTED
    if said.stance is Factuality.DENIED:
        return Basis.DENIED
    independent = said.source.kind in INDEPENDENT or is_organisation(page, said.source)
    independent = independent and not is_of_the_struck(page, draft, actor, said.source)
    return Basis.STATED if independent else Basis.ACCUSED


def _is_hedged(page: Page, actor: ActorMention) -> bool:
    """True for a name that opens with its own doubt ("suspected herdsmen")."""
    tokens = tokenize(actor.name)
    return bool(tokens) and blame_words(page.clean.language).hedges.at(tokens, 0) is not None


def _blamed(page: Page, draft: Draft, blame: Sequence[Blame]) -> Iterable[Tie]:
    """The bearers of blame words, by the voice that speaks them."""
    kept = [tie for tie in blame if not _is_idle_denial(page, tie, blame)]
    for tie in kept:
        actor = page.actor_at(tie.bearer)
        if actor is None or actor.generic or tie.responsibility is Responsibility.WITHHELD:
            continue
        if actor.kind not in DOERS | {"government"} or actor.kind in ("police", "guard"):
            continue
        first, last = sorted((actor.span, tie.cue))
        span = Span(first.start, max(first.end, last.end))
        actor = page.resolve(actor)
        said = _accuser(page, tie) or page.attribution_of(tie.bearer or span) or page.attribution_of(tie.cue)
        basis = Basis(tie.responsibility.value)
        if basis is Basis.DENIED and said is not None and not _is_theirs(page, draft, actor, said):
            said = None
        if basis is Basis.ACCUSED and said is not None and said.stance is Factuality.DENIED:
            basis = Basis.DENIED
        if basis is Basis.ACCUSED and said is not None and said.stance is Factuality.POSSIBLE:
            basis = Basis.SUSPECTED
        if (
            basis is Basis.ACCUSED
            and said is not None
            and said.source is not None
            and speaks_for(page, draft, actor, said.source)
        ):
            continue
        if basis is Basis.ACCUSED and said is None and tie.by is None and _tells_plainly(page, tie):
            basis = Basis.STATED
        heading = page.clean.sentences[tie.sentence].heading
        yield Tie(actor, basis, span, said, heading)
        if tie.by is not None:
            continue
        beside = page.joined_before(actor) if actor.span.end <= tie.cue.start else page.joined_after(actor)
        if beside is not None and not beside.generic and beside.kind in DOERS and not page.is_source(beside.span):
            both = Span(min(beside.span.start, span.start), max(beside.span.end, span.end))
            yield Tie(beside, basis, both, said, heading)


def _tells_plainly(page: Page, tie: Blame) -> bool:
    """True for words that tell who did it, and accuse nobody ("carried out by")."""
    last = tokenize(page.clean.text, tie.cue.start, tie.cue.end)[-1]
    return last.lower in trigger_words(page.clean.language).grammar["by"]


def _accuser(page: Page, tie: Blame) -> Attribution | None:
    """The saying of who accuses by the words of blame alone, as of two who blame each other; None elsewhere."""
    actor = page.actor_at(tie.by)
    if actor is None:
        return None
    kind = _SPEAKING.get(actor.kind, SourceKind.OFFICIAL)
    source = Source(name=page.fullest_name(actor), kind=kind, anonymous=False, span=actor.span)
    return Attribution(source=source, cue=Cue(tie.cue.of(page.clean.text), tie.cue), content=tie.cue)


_SPEAKING = {
    "armed_group": SourceKind.ARMED_GROUP,
    "criminal_group": SourceKind.ARMED_GROUP,
    "military": SourceKind.MILITARY,
    "police": SourceKind.POLICE,
}
"""The kind of speaker a party is; a state and its offices speak as officials."""


def _is_theirs(page: Page, draft: Draft, actor: ActorMention, said: Attribution) -> bool:
    """True where a denial is told by the accused's own side, or by nobody named: else it is the accused's own."""
    return said.source is None or speaks_for(page, draft, actor, said.source)


def _is_idle_denial(page: Page, tie: Blame, blame: Sequence[Blame]) -> bool:
    """True for a bare "denied" in a sentence that tells of no deed and accuses nobody: something else is denied."""
    if tie.responsibility is not Responsibility.DENIED:
        return False
    cue = tie.cue.of(page.clean.text)
    if " ".join(cue.casefold().split()) in blame_words(page.clean.language).answers:
        return not _is_charged(page, tie, blame)
    if len(cue.split()) > 1:
        return False
    accused = any(other.sentence == tie.sentence and other.responsibility is Responsibility.ACCUSED for other in blame)
    return not accused and not page.triggers_in(tie.sentence)


def _is_charged(page: Page, tie: Blame, blame: Sequence[Blame]) -> bool:
    """True where the text accuses or suspects the one who denies."""
    denier = page.actor_at(tie.bearer)
    charges = [one for one in blame if one.responsibility in (Responsibility.ACCUSED, Responsibility.SUSPECTED)]
    charged = [actor for one in charges if (actor := page.actor_at(one.bearer)) is not None]
    return denier is not None and _key(page.resolve(denier)) in {_key(page.resolve(actor)) for actor in charged}


def responsibility_of(perpetrators: Sequence[Perpetrator], *, withheld: bool) -> tuple[Responsibility, ...]:
    """All that hold, sorted; empty where the report is silent."""
    found = {Responsibility(row.basis.value) for row in perpetrators}
    if withheld:
        found.add(Responsibility.WITHHELD)
    return tuple(sorted(found))
