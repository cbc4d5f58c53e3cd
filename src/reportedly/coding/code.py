"""A clean text and its mentions in, what the report tells out: incidents, claims, an account of every sentence."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.coding.accounts import accounts_of
from reportedly.coding.attackers import attackers_of
from reportedly.coding.claims import ClaimBook
from reportedly.coding.draft import Draft
from reportedly.coding.drafts import draft_incidents
from reportedly.coding.extent import when_of, where_of
from reportedly.coding.features import is_fine
from reportedly.coding.kinds import mains_of, stage_of, type_of
from reportedly.coding.learned import learned_targets
from reportedly.coding.losses import INJURED, KILLED, total_of, victims_of
from reportedly.coding.page import Page
from reportedly.coding.parties import (
    implied_weapons,
    parties_of,
    patients_of,
    sides_of,
    sites_of,
    stoppers_of,
    targets_of,
    weapons_of,
)
from reportedly.coding.responsibility import perpetrators_of, responsibility_of
from reportedly.coding.share import Share, share_out
from reportedly.coding.statements import state
from reportedly.languages.summarise import summary_of
from reportedly.records.identity import hash_of
from reportedly.records.incidents import Condition, Perpetrator, ReportedIncident, Target, Telling
from reportedly.records.mentions import ActorMention, TimeMention, Understanding
from reportedly.records.reports import CleanText
from reportedly.records.triggers import Blame, Doing
from reportedly.records.vocabulary import Basis, ClaimField, IncidentType, Responsibility, SourceKind, Stage


def code(clean: CleanText, mentions: Understanding) -> Telling:
    """What one report tells."""
    page = Page(clean, mentions)
    book = ClaimBook(page)
    drafts = draft_incidents(page)
    shares = share_out(page, drafts)
    mains = mains_of(page, drafts)
    incidents = [
        _incident(
            page,
            draft,
            shares[place],
            book.about(_id(clean, draft, place)),
            main=mains[place],
            leads=mains[place] or (place == 0 and not any(mains)),
            taken=_places_of(drafts, but=place),
            dated=_times_of(drafts, but=place),
            before=drafts[:place],
        )
        for place, draft in enumerate(drafts)
    ]
    state(page, book.about(None), [trigger for draft in drafts for trigger in draft.triggers])
    claims = tuple(sorted(book.claims.values(), key=lambda claim: (claim.span, claim.field, claim.id)))
    return Telling(
        report=clean,
        incidents=tuple(sorted(incidents, key=lambda incident: not incident.main)),
        claims=claims,
        attributions=mentions.attributions,
        places=mentions.places,
        accounts=accounts_of(page, claims),
    )


def _id(clean: CleanText, draft: Draft, place: int) -> str:
    first = draft.triggers[0].span
    return hash_of(clean.report_id, clean.text_hash, str(first.start), str(first.end), str(place))


def _places_of(drafts: Sequence[Draft], *, but: int) -> frozenset[str | None]:
    """The fine places told of every other draft."""
    return frozenset(
        place.where.place_id
        for other, draft in enumerate(drafts)
        if other != but
        for one in draft.features
        for place in one.places
        if is_fine(place)
    )


def _times_of(drafts: Sequence[Draft], *, but: int) -> list[TimeMention]:
    """The times told of every other draft."""
    return [
        one.time for other, draft in enumerate(drafts) if other != but for one in draft.features if one.time is not None
    ]


def _incident(
    page: Page,
    draft: Draft,
    share: Share,
    book: ClaimBook,
    *,
    main: bool,
    leads: bool,
    taken: frozenset[str | None],
    dated: Sequence[TimeMention],
    before: Sequence[Draft],
) -> ReportedIncident:
    kind, stage = _kind_and_stage(page, draft, share, book)
    aimed, hurt = patients_of(page, draft)
    weapons = weapons_of(page, draft, book, stage=stage) or implied_weapons(page, draft, kind, book)
    perpetrators = perpetrators_of(page, draft, share, book)
    withheld = not (kind is IncidentType.THREAT and perpetrators) and _withheld(share.blame, book)
    killed, injured = (total_of(share.tolls, effect, book) for effect in (KILLED, INJURED))
    threat = kind is IncidentType.THREAT
    sides = sides_of(page, draft) if kind is IncidentType.CLASH and not perpetrators else []
    targets = _targets(page, draft, _others(aimed, perpetrators), book)
    victims = victims_of(page, share.tolls, hurt, book)
    if not targets and not victims:
        targets = targets_of(_others(learned_targets(page, draft), perpetrators), book)
    incident = ReportedIncident(
        id=book.incident_id or "",
        type=kind,
        stage=stage,
        main=main,
        summary="",
        when=when_of(page, draft, book, before=before, taken=dated),
        where=where_of(page, draft, book, main=main, leads=leads, before=before, taken=taken),
        weapons=weapons,
        targets=targets,
        victims=victims,
        perpetrators=perpetrators,
        sides=parties_of(page, sides, ClaimField.SIDES, book),
        prevented_by=parties_of(page, stoppers_of(page, draft.triggers), ClaimField.PREVENTED_BY, book),
        responsibility=responsibility_of(perpetrators, withheld=withheld),
        condition=_condition(page, draft, book) if threat else None,
        killed=None if threat else killed,
        injured=None if threat else injured,
        attackers=attackers_of(page, draft, share.tolls, book),
        claims=_claims(page, share, book, threat=threat),
    )
    return replace(incident, summary=summary_of(incident, page.clean.language))


def _kind_and_stage(page: Page, draft: Draft, share: Share, book: ClaimBook) -> tuple[IncidentType, Stage]:
    """What it was and how far it got, each resting on the trigger that tells it."""
    kind, stage = type_of(page, draft), stage_of(draft, list(share.tolls), hit=_something_hit(draft))
    first = draft.triggers[0]
    book.make(ClaimField.TYPE, kind.value, first.span)
    staged = next((trigger for trigger in draft.triggers if trigger.stage is stage), first)
    book.make(ClaimField.STAGE, stage.value, staged.span)
    return kind, stage


def _others(parties: Sequence[ActorMention], perpetrators: Sequence[Perpetrator]) -> list[ActorMention]:
    """The parties without those that are told to have done it."""
    return [one for one in parties if not _is_doer(one, perpetrators)]


def _is_doer(one: ActorMention, perpetrators: Sequence[Perpetrator]) -> bool:
    """True for a party that is told to have done it: it was not aimed at too."""
    return any(
        one.name.casefold() == doer.name.casefold()
        or (one.actor_id is not None and one.actor_id == doer.actor_id and one.kind != "state")
        for doer in perpetrators
        if doer.basis is not Basis.DENIED
    )


def _targets(page: Page, draft: Draft, aimed: Sequence[ActorMention], book: ClaimBook) -> tuple[Target, ...]:
    """The named sites that were hit, then what else was aimed at, nothing twice."""
    named = targets_of(aimed, book)
    return (*(site for site in sites_of(page, draft, book) if not _is_among(site, named)), *named)


def _is_among(site: Target, targets: Sequence[Target]) -> bool:
    """True where a target already bears a site's name, or the site a target's and more."""
    name = site.name.casefold()
    return any(name in target.name.casefold() for target in targets)


def _something_hit(draft: Draft) -> bool:
    """True where one of its triggers tells of a hit beside those that tell of a stop."""
    return any(
        trigger.stage is None and trigger.doing in (Doing.BURST, Doing.HARM) and not trigger.hypothetical
        for trigger in draft.triggers
    )


def _withheld(blame: Sequence[Blame], book: ClaimBook) -> bool:
    ties = [tie for tie in blame if tie.responsibility is Responsibility.WITHHELD and _could_say(book.page, tie)]
    for tie in ties:
        book.make(ClaimField.RESPONSIBILITY, Responsibility.WITHHELD.value, tie.cue)
    return bool(ties)


def _could_say(page: Page, tie: Blame) -> bool:
    """True where the one who does not say is entitled to: no company, no hospital, no passer-by."""
    said = [a for a in page.mentions.attributions if a.cue is not None and a.cue.span.overlaps(tie.cue)]
    kinds = [a.source.kind for a in said if a.source is not None]
    entitled = (
        SourceKind.OFFICIAL,
        SourceKind.MILITARY,
        SourceKind.POLICE,
        SourceKind.ARMED_GROUP,
        SourceKind.DOCUMENT,
    )
    return not kinds or any(kind in entitled for kind in kinds)


def _condition(page: Page, draft: Draft, book: ClaimBook) -> Condition | None:
    spans = [trigger.condition for trigger in draft.triggers if trigger.condition is not None]
    if not spans:
        return None
    text = spans[0].of(page.clean.text)
    return Condition(text=text, claims=(book.make(ClaimField.CONDITION, {"text": text}, spans[0]),))


def _claims(page: Page, share: Share, book: ClaimBook, *, threat: bool) -> tuple[str, ...]:
    """Every claim of this incident, in text order; a speaker who says nothing coded is kept with what is said.

    Of a threat the whole of what is said is kept: its words are the deed.
    """
    mine = [claim for claim in book.claims.values() if claim.incident_id == book.incident_id]
    heard = set() if threat else {claim.source.name for claim in mine if claim.source is not None}
    for attribution in share.attributions:
        if attribution.source is not None and attribution.source.name not in heard:
            heard.add(attribution.source.name)
            what = attribution.content.of(page.clean.text)
            book.make(ClaimField.CONTEXT, {"what": what}, attribution.content, said=attribution)
    mine = [claim for claim in book.claims.values() if claim.incident_id == book.incident_id]
    return tuple(claim.id for claim in sorted(mine, key=lambda claim: (claim.span, claim.field, claim.id)))
