"""A shelf and members that come, go or are decided on in, the incidents that changed out.

What a shelf holds afterwards depends on the set of its members and decisions, never on the order they came in:

- Two members are compared where they share a block and one of them stands in its *front*, the ``FRONT`` smallest ids;
  ids are content hashes, so the front is a fair draw. A block of a thousand tellings costs each of them no more
  comparisons than one of a hundred.
- A member that stands in no front of its blocks of day and place, and is surely the same as one that does, *follows*
  the first such one and takes no part in clustering: a much-told event is clustered by some dozens of its tellings.
- A newcomer enters a full front ever more rarely. Only then its block is gone through, and only those are judged anew
  that followed whom it crowded out, or that would rather follow it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from reportedly.merging.blocks import blocks, is_near
from reportedly.merging.bonds import pair_of
from reportedly.merging.cluster import cluster
from reportedly.merging.compare import compare
from reportedly.merging.profile import Profile
from reportedly.merging.shelf import Shelf, other_of
from reportedly.records.judgements import Judgement, Verdict

FRONT = 16
"""Members of a block that all of it is compared with: enough that a block of one town's day is compared in full."""
KIND = "kind"
"""The feature that speaks against one incident where two are of different kinds (``features.kind``)."""
SURE = 1.0
"""Score from which a member follows another without asking how it stands to the rest of its incident (``weights.toml``:
from 0 on a pair is one)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Incidents that are new or have other members than before, and ids that name no incident any more; both sorted."""

    changed: tuple[str, ...]
    gone: tuple[str, ...]


def add(shelf: Shelf, profiles: Iterable[Profile]) -> Change:
    """Take members in; one that is here already (its id is a content hash) changes nothing."""
    new = {profile.id: (profile, blocks(profile)) for profile in profiles if not shelf.has(profile.id)}
    fronts = _fronts_of(shelf, (key for _, keys in new.values() for key in keys))
    for profile, keys in new.values():
        shelf.put(profile, keys)
    return _settle(shelf, _shifted(shelf, fronts).union(new), touched=set(new), before=set())


def remove(shelf: Shelf, member_ids: Iterable[str]) -> Change:
    """Leave members out."""
    gone = [one for one in member_ids if shelf.has(one)]
    fronts = _fronts_of(shelf, (key for one in gone for key in shelf.keys(one)))
    followers = {other for one in gone for other in shelf.followers(one)}
    before = {incident for one in gone if (incident := shelf.incident(one)) is not None}
    touched = {other for one in gone for other in _neighbours(shelf, one)} | _bound(shelf, gone)
    for one in [*gone, *followers]:
        _clear(shelf, one)
    for one in gone:
        shelf.drop(one)
    dirty = _shifted(shelf, fronts) | followers
    return _settle(shelf, dirty.difference(gone), touched=(touched | followers).difference(gone), before=before)


def _bound(shelf: Shelf, member_ids: Collection[str]) -> set[str]:
    """Whom people tied to these."""
    pairs = [pair for pair in shelf.bonds().same if not set(pair).isdisjoint(member_ids)]
    return {one for pair in pairs for one in pair if shelf.has(one)}


def decide(shelf: Shelf, member_ids: Collection[str]) -> Change:
    """Bring the shelf up to date after decisions on these ids came or went (``shelf.bonds()`` has them already)."""
    here = {one for one in member_ids if shelf.has(one)}
    return _settle(shelf, here, touched=here, before=set())


def _fronts_of(shelf: Shelf, keys: Iterable[str]) -> dict[str, set[str]]:
    return {key: set(shelf.front(key, FRONT)) for key in keys}


def _shifted(shelf: Shelf, fronts: dict[str, set[str]]) -> set[str]:
    """Who is to be judged anew, now that these fronts may be others than they were."""
    found: set[str] = set()
    for key, before in fronts.items():
        front = shelf.front(key, FRONT + 1)
        full, now = len(front) > FRONT, set(front[:FRONT])
        entered, left = now - before, {one for one in before - now if shelf.has(one)}
        found |= entered | left
        if full and entered and is_near(key):
            found |= {one for one in shelf.block(key) if one not in now and _may_move(shelf, one, min(entered), left)}
    return found


def _may_move(shelf: Shelf, member_id: str, first: str, left: Collection[str]) -> bool:
    """True for a member that may follow another from now on.

    It follows nobody, one of another kind, one who left the front, or one behind the first that entered it.
    """
    attachment = shelf.attachment(member_id)
    if attachment is None:
        return True
    leader = other_of(attachment, member_id)
    return leader in left or first < leader or any(one.weight < 0 for one in attachment.reasons if one.feature == KIND)


def _settle(shelf: Shelf, dirty: set[str], *, touched: set[str], before: set[str]) -> Change:
    """Judge the dirty members anew; cluster the components of the touched ones and of those whose ties changed."""
    touched = set(touched)
    pinned = shelf.bonds().named()
    ordered = sorted(dirty)
    fronts = {one: _fronts(shelf, one) for one in ordered}
    for one in ordered:
        attachment = None if one in pinned else _attachment(shelf, one, fronts[one])
        if attachment != shelf.attachment(one):
            touched |= _neighbours(shelf, one) | {one}
            shelf.attach(one, attachment)
    joined = [one for one in ordered if shelf.attachment(one) is not None and shelf.incident(one) is None]
    for one in ordered:
        touched |= _judge(shelf, one)
    return _regroup(shelf, touched.difference(joined), joined, before=before)


def _fronts(shelf: Shelf, member_id: str) -> list[str] | None:
    """Everyone in the fronts of its blocks of day and place; None for a member that stands in one itself."""
    found: set[str] = set()
    for key in filter(is_near, shelf.keys(member_id)):
        front = shelf.front(key, FRONT)
        if len(front) < FRONT or member_id <= front[-1]:
            return None
        found.update(front)
    return sorted(found)


def _attachment(shelf: Shelf, member_id: str, fronts: list[str] | None) -> Judgement | None:
    """The judgement by which it follows the first of the fronts it is surely the same as; None where it is core.

    Those of its own kind come first: in a crowd that tells of two attacks at one place it is not to follow the other.
    """
    if fronts is None:
        return None
    own = shelf.profile(member_id)
    others = sorted((shelf.profile(other) for other in fronts), key=lambda other: other.type is not own.type)
    judged = (_compared(shelf, own, other) for other in others)
    return next((judgement for judgement in judged if judgement.score >= SURE), None)


def _compared(shelf: Shelf, one: Profile, other: Profile) -> Judgement:
    """The comparison of two members, which is made once: the same pairs of a day's news come up again and again."""
    known = shelf.compared()
    pair = pair_of(one.id, other.id)
    if pair not in known:
        known[pair] = compare(one, other)
    return known[pair]


def _judge(shelf: Shelf, member_id: str) -> set[str]:
    """Make the kept judgements of a member what they should be; gives whose components may be others now.

    Components hang together by judgements of sameness: one that is gone may leave two, any other that came or went is
    seen from the member itself.
    """
    kept = {other_of(judgement, member_id): judgement for judgement in shelf.judgements(member_id)}
    wanted = _partners(shelf, member_id)
    gone = [kept[other] for other in kept.keys() - wanted]
    for judgement in gone:
        shelf.forget(judgement)
    own = shelf.profile(member_id)
    for other in sorted(wanted - kept.keys()):
        shelf.keep(_compared(shelf, own, shelf.profile(other)))
    if kept.keys() == wanted:
        return set()
    return {member_id} | {other_of(one, member_id) for one in gone if one.verdict is Verdict.SAME}


def _partners(shelf: Shelf, member_id: str) -> set[str]:
    """The core members a member is compared with; none for a follower."""
    if shelf.attachment(member_id) is not None:
        return set()
    found: set[str] = set()
    for key in shelf.keys(member_id):
        front = shelf.front(key, FRONT)
        ahead = len(front) < FRONT or member_id <= front[-1]
        found.update(shelf.block(key) if ahead else front)
    found.discard(member_id)
    return {other for other in found if shelf.attachment(other) is None}


def _neighbours(shelf: Shelf, member_id: str) -> set[str]:
    """Whom it holds together with others now: those judged the same, the one it follows."""
    attachment = shelf.attachment(member_id)
    judged = shelf.judgements(member_id)
    found = {other_of(judgement, member_id) for judgement in judged if judgement.verdict is Verdict.SAME}
    return found if attachment is None else found | {other_of(attachment, member_id)}


def _clear(shelf: Shelf, member_id: str) -> None:
    for judgement in tuple(shelf.judgements(member_id)):
        shelf.forget(judgement)
    shelf.attach(member_id, None)


def _regroup(shelf: Shelf, touched: set[str], joined: Iterable[str], *, before: set[str]) -> Change:
    """Cluster every component that holds a touched member, and let newcomers join the one they follow."""
    old = set(before)
    changed = _assign(shelf, _groups(shelf, touched), old)
    for one in joined:
        if shelf.incident(one) is None:
            name = _joins(shelf, one)
            if name is None:
                changed |= _assign(shelf, _groups(shelf, [one]), old)
            else:
                shelf.assign(one, name)
                changed.add(name)
    gone = {one for one in old if not any(True for _ in shelf.members(one))}
    return Change(changed=tuple(sorted((changed | old) - gone)), gone=tuple(sorted(gone)))


def _joins(shelf: Shelf, member_id: str) -> str | None:
    """The incident a newcomer that follows joins without more ado; None where its group has to be made anew.

    That is so where it would give the incident its name, and where a report tells two main incidents in one.
    """
    attachment, profile = shelf.attachment(member_id), shelf.profile(member_id)
    name = None if attachment is None else shelf.incident(other_of(attachment, member_id))
    if name is None or member_id < name:
        return None
    others = [one for one in shelf.of_report(profile.report_id) if one != member_id and shelf.incident(one) == name]
    return None if profile.main and any(shelf.profile(one).main for one in others) else name


def _assign(shelf: Shelf, groups: Iterable[list[str]], old: set[str]) -> set[str]:
    """Say which incident each is in; gives the incidents that changed, and adds to ``old`` those that lost members."""
    changed: set[str] = set()
    for group in groups:
        name = group[0]
        moved = [one for one in group if shelf.incident(one) != name]
        old |= {incident for one in moved if (incident := shelf.incident(one)) is not None}
        if moved or len(group) != sum(1 for _ in shelf.members(name)):
            changed.add(name)
        for one in moved:
            shelf.assign(one, name)
    return changed


def _groups(shelf: Shelf, touched: Iterable[str]) -> Iterator[list[str]]:
    """The clusters, with their followers, of the components of the touched members."""
    bonds = shelf.bonds()
    ties: dict[str, set[str]] = {}
    for one, other in bonds.same:
        ties.setdefault(one, set()).add(other)
        ties.setdefault(other, set()).add(one)
    seen: set[str] = set()
    for one in sorted(touched):
        attachment = shelf.attachment(one)
        start = one if attachment is None else other_of(attachment, one)
        if start not in seen:
            component, judged = _component(shelf, start, ties)
            seen |= component
            profiles = {member: shelf.profile(member) for member in component}
            yield from _with_followers(shelf, cluster(profiles, judged, bonds))


def _component(shelf: Shelf, start: str, ties: dict[str, set[str]]) -> tuple[set[str], list[Judgement]]:
    """The core members reached over judgements of sameness and people's ties, and every judgement among them."""
    component, queue = {start}, [start]
    judged: dict[tuple[str, str], Judgement] = {}
    while queue:
        one = queue.pop()
        near = {other for other in ties.get(one, ()) if shelf.has(other)}
        for judgement in shelf.judgements(one):
            judged[judgement.first, judgement.second] = judgement
            if judgement.verdict is Verdict.SAME:
                near.add(other_of(judgement, one))
        queue += near - component
        component |= near
    return component, [one for pair, one in judged.items() if component.issuperset(pair)]


def _with_followers(shelf: Shelf, clusters: Iterable[tuple[str, ...]]) -> Iterator[list[str]]:
    """Each cluster with its followers; of one report's main incidents it takes in the best told alone."""
    for core in clusters:
        mains = {shelf.profile(one).report_id for one in core if shelf.profile(one).main}
        judged = [(one, shelf.attachment(one)) for rep in core for one in shelf.followers(rep)]
        ranked = sorted((-by.score, one) for one, by in judged if by is not None)
        taken = list(core)
        for _, one in ranked:
            profile = shelf.profile(one)
            if profile.main and profile.report_id in mains:
                yield [one]
                continue
            taken.append(one)
            mains |= {profile.report_id} if profile.main else set()
        yield sorted(taken)
