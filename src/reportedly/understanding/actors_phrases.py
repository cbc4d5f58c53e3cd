"""Marked words in, noun phrases out: a head noun with the modifiers before it and the relation after it."""

from dataclasses import dataclass
from functools import lru_cache

from reportedly.languages.actors import Heads, Role
from reportedly.understanding.actors_lexicon import Name, Use
from reportedly.understanding.actors_text import HYPHENS, Case, Found, Marked, phrase_at

TELLING = (Role.THING, Role.POLICE)
"""Roles of a noun that tell what kind of building or site the next noun is."""
LONGEST = 9
"""A noun farther inside a name than this many words is looked at by itself."""
NATIONAL = (Use.NAME, Use.ACRONYM, Use.DEMONYM, Use.CAPITAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class NounPhrase:
    """``words[start:end]`` around a head noun at ``words[head:head_end]``.

    ``modifiers`` are the folded words before the head; ``owner`` the group or state named in it that it belongs to,
    None where it names none or only who backs it. ``related``: a relation names who backs it. ``hint``: the kind of the
    noun before the head in a chain ("embassy" in "embassy compound"), None without one.
    """

    start: int
    head: int
    head_end: int
    end: int
    heads: tuple[Heads, ...]
    modifiers: tuple[str, ...]
    owner: Name | None
    related: bool = False
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class _Chain:
    """A chain of nouns ("embassy compound") from ``at``: its last noun ``words[head:end]`` and the kind before it."""

    at: int
    head: int
    end: int
    heads: tuple[Heads, ...]
    hint: str | None


def phrases(marked: Marked, roles: frozenset[Role]) -> list[NounPhrase]:
    """The noun phrases whose head has one of ``roles``, in order, without overlap."""
    found: list[NounPhrase] = []
    floor = 0
    for chain in _chains_of(marked):
        kept = tuple(one for one in chain.heads if one.role in roles)
        if chain.at < floor:
            continue
        if not kept:
            floor = chain.end
            continue
        if _starts_compound(marked, chain.end) or _inside_name(marked, chain.head, chain.end):
            continue
        if _compound_end(marked, chain.head):
            continue
        found.append(_phrase(marked, chain, kept, floor=floor))
        floor = found[-1].end
    return found


@lru_cache(maxsize=2)
def _chains_of(marked: Marked) -> tuple[_Chain, ...]:
    """Every chain of nouns, one from each word that starts one; what only looks like a party is left out whole."""
    folds = marked.words.folds
    heads = marked.lexicon.heads
    found: list[_Chain] = []
    past = 0
    for at, fold in enumerate(folds):
        if at < past or fold not in heads:
            continue
        hit = phrase_at(heads, folds, at)
        if hit is None or not _compact(marked, at, hit[0]):
            continue
        if hit[1]:
            found.append(_chain(marked, at, hit[0], hit[1]))
        else:
            past = hit[0]
    return tuple(found)


def _chain(marked: Marked, at: int, end: int, heads: tuple[Heads, ...]) -> _Chain:
    """The chain of nouns that starts with the noun ``words[at:end]``."""
    folds = marked.words.folds
    head, hint = at, None
    while end < len(folds) and _chains(marked, end, heads):
        following = phrase_at(marked.lexicon.heads, folds, end)
        if following is None or not following[1] or not _compact(marked, end, following[0]):
            break
        if _roleless(following[1]) and any(one.role is Role.THING for one in heads):
            break
        hint = next((one.kind for one in heads if one.role in TELLING), hint)
        head, (end, heads) = end, following
    return _Chain(at, head, end, heads, hint)


def _roleless(heads: tuple[Heads, ...]) -> bool:
    """True for doers, before whom a building or vehicle ends its own phrase ("outside the school gunmen fired")."""
    return all(one.role in (Role.DOER, Role.GROUP) for one in heads)


def _phrase(marked: Marked, chain: _Chain, heads: tuple[Heads, ...], *, floor: int) -> NounPhrase:
    lexicon = marked.lexicon
    describing = lexicon.before_doers if _roleless(heads) else lexicon.before_things
    start = _left_edge(marked, chain.head, floor, describing=describing)
    end, related, owner = _right_edge(marked, chain.end, heads)
    return NounPhrase(
        start=start,
        head=chain.head,
        head_end=chain.end,
        end=end,
        heads=heads,
        modifiers=marked.words.folds[start : chain.head],
        owner=owner or _owner(marked, start, chain.head),
        related=related,
        hint=chain.hint,
    )


def _chains(marked: Marked, end: int, heads: tuple[Heads, ...]) -> bool:
    """True where the noun that ends at ``end`` may describe the noun that follows it directly."""
    before = marked.words.folds[end - 1]
    singular = not marked.lexicon.words.plural(before)
    person = all(one.role in (Role.PERSON, Role.DOER) for one in heads)
    return singular and not person and marked.together(end - 1) and marked.words.gap(end - 1) in (" ", "-")


def _compact(marked: Marked, start: int, end: int) -> bool:
    return all(marked.together(at) for at in range(start, end - 1))


def _inside_name(marked: Marked, start: int, end: int) -> bool:
    """True where the whole head lies in a known name that is more than that noun."""
    found = marked.covering.get(start)
    return found is not None and start - found.start < LONGEST and end <= found.end


def _starts_compound(marked: Marked, end: int) -> bool:
    """True where a hyphen ties the noun to an adjective's last word ("government-backed")."""
    folds = marked.words.folds
    return end < len(folds) and marked.words.gap(end - 1) in HYPHENS and folds[end] in marked.lexicon.words.tails


def _compound_end(marked: Marked, head: int) -> bool:
    """True for the end of a type with a number ("F-16 fighters") or of a compound ("whole-of-government")."""
    if head < 2 or not marked.together(head - 1):  # noqa: PLR2004 - a letter and its number
        return False
    folds, words = marked.words.folds, marked.words
    if words.gap(head - 1) in HYPHENS and folds[head - 1] in marked.lexicon.words.inner_of:
        return True
    return folds[head - 1][0].isdigit() and words.gap(head - 2) in HYPHENS


def _left_edge(marked: Marked, head: int, floor: int, *, describing: frozenset[str]) -> int:
    """Where the phrase starts: leftwards over names, modifiers, capitals and hyphened compounds."""
    at = head
    national = False
    while at > floor:
        step = _step_left(marked, at, describing)
        if step is None or step < floor:
            break
        found = marked.ending.get(at - 1)
        if found is not None and any(name.state for name in found.names):
            if national:
                break
            national = marked.words.gap(at - 1) not in HYPHENS
        at = step
    return at


def _step_left(marked: Marked, at: int, describing: frozenset[str]) -> int | None:
    """The start of the modifier that ends just before word ``at``; None where none does."""
    before = at - 1
    words = marked.lexicon.words
    gap = marked.words.gap(before)
    if marked.sentences[before] != marked.sentences[at]:
        return None
    found = marked.ending.get(before)
    possessive = gap.startswith(("'", "’"))
    if possessive:
        if not gap.endswith(" "):
            return None
        return found.start if found is not None else _possessor(marked, before)
    if gap == ") " and found is not None:
        return _before_bracket(marked, found)
    if not marked.together(before):
        return None
    if found is not None:
        return found.start
    fold = marked.words.folds[before]
    if gap in HYPHENS:
        return before
    if fold in words.determiners or fold in words.numbers or fold in words.days:
        return None
    if fold in words.naming and not (before and marked.words.gap(before - 1) in HYPHENS):
        return None
    if fold in words.suffering and before and marked.words.folds[before - 1] in words.joiners:
        return None
    if fold in describing:
        return before
    if before > 0 and marked.words.gap(before - 1) in HYPHENS and fold in words.tails:
        return before
    named = marked.capital(before) or _first_of_name(marked, before)
    return before if named and fold not in words.acts else None


def _before_bracket(marked: Marked, short: Found) -> int | None:
    """Where the name starts whose short form stands in brackets behind it ("Ostran Front (OF) fighters")."""
    full = marked.ending.get(short.start - 1)
    if full is None or marked.words.gap(short.start - 1) != " (":
        return None
    actors = {name.actor.id for name in full.names}
    return full.start if any(name.actor.id in actors for name in short.names) else None


def _first_of_name(marked: Marked, at: int) -> bool:
    """True for the first word of a sentence where an unknown capital follows it ("San Ostra police")."""
    words = marked.lexicon.words
    if not _capitalised(marked, at) or not marked.capital(at + 1) or at + 1 in marked.starting:
        return False
    fold = marked.words.folds[at]
    return fold not in words.agents and fold not in words.locative and marked.cases[at] is Case.MIXED


def _possessor(marked: Marked, at: int) -> int | None:
    """Where the capitalised name starts that ends with word ``at`` ("Moradi's forces"); None for another word."""
    if not marked.capital(at) or marked.words.folds[at] in marked.lexicon.words.days:
        return None
    while at > 0 and marked.together(at - 1) and marked.capital(at - 1) and (at - 1) not in marked.ending:
        at -= 1
    return at


def _owner(marked: Marked, start: int, head: int) -> Name | None:
    """The group, else the state, that the words before the head name; a name inside a compound owns nothing."""
    state: Name | None = None
    for at in range(head - 1, start - 1, -1):
        found = marked.ending.get(at)
        if found is None or found.start < start or _bound(marked, found, head):
            continue
        named = found.used(*NATIONAL)
        if named is not None and not named.state:
            return named
        state = state or named
    return state


def _bound(marked: Marked, found: Found, head: int) -> bool:
    """True for a name that a hyphen ties into an adjective: "Iran-backed", "pro-Iran"; "Iran backed" too."""
    words, folds = marked.lexicon.words, marked.words.folds
    if found.end < head and folds[found.end] in words.tails:
        return True
    return found.start > 0 and folds[found.start - 1] in words.heads_of_compounds


def _right_edge(marked: Marked, end: int, heads: tuple[Heads, ...]) -> tuple[int, bool, Name | None]:
    """Where the phrase ends with its relation ("backed by Iran"), whether it has one, and whom that makes its owner."""
    if all(one.role is Role.THING for one in heads):
        return (_named_after(marked, end) if _capitalised(marked, end - 1) else end), False, None
    if all(one.role is Role.PERSON for one in heads):
        plural = marked.lexicon.words.plural(marked.words.folds[end - 1])
        return (end if plural else _named_after(marked, end)), False, None
    if not any(one.role in (Role.GROUP, Role.GANG, Role.DOER, Role.FORCE) for one in heads):
        return end, False, None
    folds = marked.words.folds
    at = end
    if at >= len(folds) or not marked.together(at - 1):
        return end, False, None
    stop = _joined_name(marked, at)
    if stop is not None:
        return stop, False, None
    hit = phrase_at(marked.lexicon.relations, folds, at)
    if hit is not None and _compact(marked, at, hit[0]):
        return _related(marked, end, hit[0], hit[1])
    if folds[at] in marked.lexicon.words.placing and folds[end - 1] in marked.lexicon.words.placed:
        stop = _name_run(marked, at + 1)
        return (stop or end), False, None
    return end, False, None


def _joined_name(marked: Marked, at: int) -> int | None:
    """Past a name whose capitalised noun small words join to what follows ("Cartel de la Ostra"); None elsewhere."""
    joining, end = marked.lexicon.words.connecting, at
    while end < len(marked.words.folds) and marked.words.folds[end] in joining and marked.together(end - 1):
        end += 1
    named = end > at and marked.capital(at - 1) and end < len(marked.words.folds) and marked.together(end - 1)
    return _named_after(marked, end) if named and marked.capital(end) else None


def _capitalised(marked: Marked, at: int) -> bool:
    """True for a capital that may be part of a name, at the start of a sentence too."""
    first = at == 0 or marked.sentences[at - 1] != marked.sentences[at]
    return marked.capital(at) or (first and marked.words.raw(at)[0].isupper())


def _named_after(marked: Marked, end: int) -> int:
    """Past the capitalised name that follows a noun directly ("Camp Ostran", "judge Mary Ostrova")."""
    while end < len(marked.words.folds) and marked.words.gap(end - 1) == " " and marked.capital(end):
        if marked.words.folds[end] in marked.lexicon.words.days or end in marked.starting:
            break
        end += 1
    return end


def _related(marked: Marked, end: int, target: int, relation: str) -> tuple[int, bool, Name | None]:
    """A relation's target, which is a name; "of" and "from" name whom the head belongs to."""
    folds = marked.words.folds
    while target < len(folds) and folds[target] in marked.lexicon.words.articles:
        target += 1
    found = marked.starting.get(target)
    named = found.used(Use.NAME, Use.ACRONYM, Use.CAPITAL) if found is not None else None
    belongs = relation.partition(" ")[0] in marked.lexicon.words.belonging
    if found is None and not belongs and target < len(folds) and marked.capital(target):
        return _named_after(marked, target), True, None
    if found is None or named is None:
        return end, False, None
    if belongs and named.state:
        return end, False, None
    stop = _name_run(marked, target) or found.end
    return (found.end if belongs else stop), not belongs, named if belongs else None


def _name_run(marked: Marked, at: int) -> int | None:
    """Where names joined by "and" stop that start at word ``at``; None where no name starts there."""
    found = marked.starting.get(at)
    if found is None or not marked.together(at - 1):
        return None
    stop = found.end
    folds = marked.words.folds
    while stop + 1 < len(folds) and folds[stop] in marked.lexicon.words.joiners and marked.together(stop):
        following = marked.starting.get(stop + 1)
        if following is None or not marked.together(stop - 1):
            break
        stop = following.end
    return stop


def typed(marked: Marked, phrase: NounPhrase) -> bool:
    """True where a modifier, a relation or a group's name makes the head an armed group and not just anybody."""
    words = marked.lexicon.words
    if phrase.related or (phrase.owner is not None and not phrase.owner.state):
        return True
    if not phrase.modifiers:
        return False
    if any(fold in words.tied for fold in phrase.modifiers[1:]):
        return True
    mild = marked.words.folds[phrase.head_end - 1] in words.mild
    telling = words.types - words.soft if mild else words.types
    hiding = words.generic if any(one.role is Role.DOER for one in phrase.heads) else frozenset[str]()
    return any(fold in telling and fold not in hiding for fold in phrase.modifiers)
