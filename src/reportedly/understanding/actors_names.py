"""Marked words in, mentions of named parties out: groups, forces, organisations, states, new groups by pattern."""

from dataclasses import replace

from reportedly.codebook.names import Words
from reportedly.languages.actors import Role
from reportedly.records.mentions import ActorMention
from reportedly.records.spans import Span
from reportedly.understanding.actors_lexicon import Name, Use
from reportedly.understanding.actors_text import HYPHENS, Case, Found, Marked, phrase_at

FORCE_KIND = "military"
TYPE_LETTERS = 2
"""The letters before a type's number are at most this many ("AC-130")."""
NOUNS = (Use.NAME, Use.ACRONYM)
OPENING, CLOSING = ('"', "“", "‘"), frozenset('"”’')
LONGEST_QUOTED = 8
"""A group's name in quotation marks, or one that no capital tells, has at most this many words."""


def name_mentions(marked: Marked, taken: list[Span], *, forces: frozenset[int]) -> list[ActorMention]:
    """The named parties outside ``taken``; a name is told in its fullest form in this text.

    ``forces``: the words at which phrases of forces start; "US" is one too in "US and coalition forces".
    """
    busy = sorted(taken)
    found: list[tuple[Span, Name]] = []
    skipped: set[int] = set()
    military: set[Span] = set()
    for one in marked.names:
        span = _span(marked.words, one.start, one.end)
        if _overlaps(span, busy):
            continue
        shared = one.used(Use.DEMONYM) if _shares_force(marked, one.end, forces) else None
        named = shared or _named(marked, one, skipped)
        if named is not None:
            found.append((span, named))
            military |= {span} if shared is not None else set()
    fullest = _fullest(marked, found)
    told = [
        ActorMention(
            span=span,
            name=_told_name(marked, span, name, fullest=fullest),
            kind=FORCE_KIND if span in military else name.kind,
            actor_id=name.actor.id,
        )
        for span, name in found
    ]
    told += _new_groups(marked, busy + [span for span, _ in found])
    return told + _short_forms(marked, told, busy + [mention.span for mention in told])


def _short_forms(marked: Marked, told: list[ActorMention], busy: list[Span]) -> list[ActorMention]:
    """Groups told again by their last word ("the Front"), where one group of the text alone has it."""
    words, folds = marked.lexicon.words, marked.words.folds
    full: dict[str, dict[tuple[str | None, str], ActorMention]] = {}
    for mention in told:
        last = mention.name.split()[-1].casefold()
        if last in words.bodies and " " in mention.name:
            full.setdefault(last, {}).setdefault((mention.actor_id, mention.name.casefold()), mention)
    found: list[ActorMention] = []
    for at, fold in enumerate(folds):
        groups = full.get(fold, {})
        if len(groups) != 1 or at == 0 or folds[at - 1] not in words.articles or not _upper(marked, at):
            continue
        span = _span(marked.words, at, at + 1)
        alone = at + 1 == len(folds) or not (marked.together(at) and marked.capital(at + 1))
        if alone and not _overlaps(span, busy):
            found.append(replace(next(iter(groups.values())), span=span))
    return found


def _shares_force(marked: Marked, at: int, forces: frozenset[int]) -> bool:
    """True where an adjective that ends before ``at`` is joined to a phrase of forces."""
    folds = marked.words.folds
    joined = at + 1 < len(folds) and folds[at] in marked.lexicon.words.joiners and at + 1 in forces
    return joined and marked.together(at - 1) and marked.together(at)


def _bracketed(marked: Marked, one: Found) -> bool:
    """True for a name that opens a bracket: the country of a town just named."""
    return one.start > 0 and marked.words.gap(one.start - 1).endswith("(")


def _in_longer_name(marked: Marked, one: Found) -> bool:
    """True where a capitalised noun follows directly ("Valdoria Support Group")."""
    words, after = marked.lexicon.words, one.end
    if after >= len(marked.words.folds) or marked.words.gap(after - 1) != " " or not marked.capital(after):
        return False
    fold = marked.words.folds[after]
    return (
        after not in marked.starting and fold not in words.acts and fold not in words.deeds and fold not in words.days
    )


def _told_name(marked: Marked, span: Span, name: Name, *, fullest: dict[str, str]) -> str:
    """The wording, or the fullest in the text that holds it or that it is short for; of an adjective its noun."""
    wording = " ".join(span.of(marked.words.text).split())
    full = fullest.get(name.actor.id)
    if name.use in (Use.DEMONYM, Use.CAPITAL):
        return full or name.actor.name
    if full is None or name.use is Use.ACRONYM or wording.lower() in full.lower():
        return full or wording
    return wording


def _fullest(marked: Marked, found: list[tuple[Span, Name]]) -> dict[str, str]:
    """The longest wording of each actor that is a noun of its own, by actor id."""
    fullest: dict[str, str] = {}
    for span, name in found:
        wording = " ".join(span.of(marked.words.text).split())
        if name.use in NOUNS and len(wording) > len(fullest.get(name.actor.id, "")):
            fullest[name.actor.id] = wording
    return fullest


def _named(marked: Marked, one: Found, skipped: set[int]) -> Name | None:
    """The actor a name stands for here; None where it is a place, an adjective, or part of a compound."""
    if _in_compound(marked, one):
        return None
    group = one.used(*NOUNS)
    if group is not None and not group.state:
        return None if _others_of_it(marked, one) else group
    demonym = one.used(Use.DEMONYM)
    if demonym is not None and _does_deed(marked, one.end):
        return demonym
    if group is not None:
        if marked.words.gap(one.end - 1).startswith(":") or _bracketed(marked, one) or _in_longer_name(marked, one):
            return None
        adjective = demonym is not None and one.end == one.start + 1
        return group if _acts_as_state(marked, one, skipped, adjective=adjective) else None
    capital = one.used(Use.CAPITAL)
    return capital if capital is not None and _speaks(marked, one) else None


def _others_of_it(marked: Marked, one: Found) -> bool:
    """True where the name only says whom others have left ("a TTP splinter")."""
    following = one.end < len(marked.words.folds) and marked.together(one.end - 1)
    return following and marked.words.folds[one.end] in marked.lexicon.words.apart


def _in_compound(marked: Marked, one: Found) -> bool:
    """True where a hyphen ties the name to the word before or after it ("Israel-Hamas war", "pro-Iran")."""
    words = marked.words
    if one.end < len(words.folds) and words.gap(one.end - 1) in HYPHENS:
        return True
    return one.start > 0 and words.gap(one.start - 1) in HYPHENS


def _does_deed(marked: Marked, at: int) -> bool:
    """True where the words after an adjective lead, over a few fillers, to a noun of attack."""
    folds, words = marked.words.folds, marked.lexicon.words
    for step in range(4):
        here = at + step
        if here >= len(folds) or not marked.together(here - 1):
            return False
        if folds[here] in words.deeds:
            return True
        if folds[here] not in words.deed_fillers and not _type_part(folds[here]):
            return False
    return False


def _type_part(fold: str) -> bool:
    """True for a piece of a type with a number ("AC-130", "F-16")."""
    return len(fold) <= TYPE_LETTERS or fold[0].isdigit()


def _acts_as_state(marked: Marked, one: Found, skipped: set[int], *, adjective: bool) -> bool:
    if _is_place(marked, one, skipped):
        skipped.add(one.end)
        return False
    gap = marked.words.gap(one.end - 1)
    if gap.startswith(("'", "’")):
        return _does_deed_of(marked, one.end)
    return _stands_alone(marked, one.end) if adjective else not _describes(marked, one.end)


def _describes(marked: Marked, at: int) -> bool:
    """True where the noun of a party, person or thing follows directly ("United States embassy")."""
    folds, lexicon = marked.words.folds, marked.lexicon
    if at >= len(folds) or not marked.together(at - 1) or "\n" in marked.words.gap(at - 1):
        return False
    return (folds[at] in lexicon.heads or folds[at] in lexicon.words.owners) and folds[at] not in lexicon.words.acts


def _does_deed_of(marked: Marked, at: int) -> bool:
    """True where a possessive leads to a noun of attack ("Israel's air strikes")."""
    folds, words = marked.words.folds, marked.lexicon.words
    for here in range(at, min(at + 4, len(folds))):
        if folds[here] in words.deeds:
            return True
        if folds[here] not in words.deed_fillers:
            return False
    return False


def _is_place(marked: Marked, one: Found, skipped: set[int]) -> bool:
    folds, words = marked.words.folds, marked.lexicon.words
    before = one.start - 1
    if before < 0 or marked.sentences[before] != marked.sentences[one.start]:
        return False
    article = folds[before] in words.articles and before > 0
    before -= 1 if article else 0
    gap = marked.words.gap(before)
    if folds[before] in words.locative and not gap.strip():
        return True
    if not gap.strip() and folds[before] in words.modifiers and marked.words.raw(before).islower():
        return True
    if folds[before] in words.joiners or gap.strip() == ",":
        last = before if folds[before] in words.joiners else before + 1
        if last in skipped or (last - 1 in skipped and gap.strip() == ","):
            return True
    return gap.strip() == "," and not article and _names_place(marked, before)


def _names_place(marked: Marked, at: int) -> bool:
    """True where word ``at`` looks like a town in front of its country ("in Valdor, Chad")."""
    folds, words = marked.words.folds, marked.lexicon.words
    if folds[at] in words.days or marked.cases[at] is Case.LOWER or _named_party(marked, at):
        return False
    raw = marked.words.raw(at)
    return raw[:1].isupper() and (at == 0 or marked.sentences[at - 1] == marked.sentences[at] or raw.isupper())


def _named_party(marked: Marked, at: int) -> bool:
    """True where a name other than a capital's ends with word ``at``."""
    found = marked.ending.get(at)
    return found is not None and found.used(Use.NAME, Use.ACRONYM, Use.DEMONYM) is not None


def _stands_alone(marked: Marked, at: int) -> bool:
    """True where what follows does not make the name an adjective ("the US said", not "US officials")."""
    folds, words = marked.words.folds, marked.lexicon.words
    if at >= len(folds) or not marked.together(at - 1):
        return True
    following = folds[at]
    if following in words.joiners and at + 1 < len(folds) and _adjective(marked, at + 1):
        return False
    return following in words.acts or following in words.agents or following in words.passive


def _adjective(marked: Marked, at: int) -> bool:
    found = marked.starting.get(at)
    return found is not None and found.used(Use.DEMONYM) is not None and found.used(Use.NAME, Use.ACRONYM) is None


def _speaks(marked: Marked, one: Found) -> bool:
    """True where a capital stands for its government: it acts, or something is done by it."""
    folds, words = marked.words.folds, marked.lexicon.words
    after = one.end
    if one.start > 0 and folds[one.start - 1] in words.accusing and marked.together(one.start - 1):
        return True
    if after >= len(folds) or not marked.together(after - 1):
        return False
    beside = marked.starting.get(after + 1) if folds[after] in words.joiners else None
    if beside is not None and beside.used(Use.CAPITAL) is not None and marked.together(after):
        return _speaks(marked, beside)
    if folds[after] not in words.acts:
        return False
    if one.start > 0 and folds[one.start - 1] in words.locative:
        return False
    return not (after + 1 < len(folds) and folds[after + 1] in words.passive)


def _new_groups(marked: Marked, busy: list[Span]) -> list[ActorMention]:
    """Groups the codebook does not know, by the pattern of their names; only where capitals tell names."""
    found: list[ActorMention] = []
    words = marked.lexicon.words
    free = 0
    folds = marked.words.folds
    for at, fold in enumerate(folds):
        start, end = at, None
        if fold in words.openers and at >= free and _upper(marked, at):
            end = _opened(marked, at)
        elif fold in words.bodies and at >= free and marked.capital(at):
            start, end = _bodied(marked, at)
        elif at > free and _gives_name(marked, at):
            start, end = _self_named(marked, at + 1)
        elif fold in words.styled and at >= free:
            start, end = _quoted(marked, at + 1)
        if end is None:
            continue
        span = _span(marked.words, start, end)
        others = [
            one for one in busy if not (fold in words.selves | words.styled | words.naming and span.contains(one))
        ]
        if not _overlaps(span, others) and not (found and found[-1].span.overlaps(span)):
            name = " ".join(span.of(marked.words.text).split())
            found.append(ActorMention(span=span, name=name, kind="armed_group"))
        free = end
    return found


def _upper(marked: Marked, at: int) -> bool:
    return marked.cases[at] is Case.MIXED and marked.words.raw(at)[0].isupper()


def _opened(marked: Marked, at: int) -> int | None:
    """The end of a name that begins as groups' names do ("Ansar al-Valdor"); None where nothing follows."""
    end = at + 1
    joined = marked.lexicon.words.connecting
    folds = marked.words.folds
    while end < len(folds) and marked.together(end - 1) and (folds[end] in joined or marked.capital(end)):
        end += 1
    while end > at + 1 and folds[end - 1] in joined:
        end -= 1
    return end if end > at + 1 else None


def _bodied(marked: Marked, at: int) -> tuple[int, int | None]:
    """A capitalised run that ends in a group's noun ("Valdor Liberation Front"), or goes on with "of" and a capital."""
    words, folds = marked.lexicon.words, marked.words.folds
    start = at
    while (
        start > 0 and marked.together(start - 1) and (marked.capital(start - 1) or folds[start - 1] in words.connecting)
    ):
        if folds[start - 1] in words.days or folds[start - 1] in words.determiners:
            break
        start -= 1
    while start < at and folds[start] in words.connecting and not marked.capital(start):
        start += 1
    end = at + 1
    if end + 1 < len(folds) and folds[end] in words.inner_of and marked.together(at) and marked.together(end):
        after = end + 1 if folds[end + 1] not in words.articles else end + 2
        if after < len(folds) and marked.capital(after):
            return start, _capitals_end(marked, after)
    goes_on = end < len(folds) and marked.together(at) and marked.capital(end)
    return start, (end if start < at and not goes_on and not _of_state(marked, start) else None)


def _self_named(marked: Marked, at: int) -> tuple[int, int | None]:
    """The capitalised name a group gives itself ("calling itself the Sons of Valdor"), without its article."""
    folds = marked.words.folds
    start = at + 1 if at < len(folds) and folds[at] in marked.lexicon.words.articles else at
    if start >= len(folds):
        return start, None
    if marked.cases[start] is not Case.MIXED:
        quoted = _quoted(marked, start)
        return quoted if quoted[1] is not None else (start, _body_end(marked, start))
    return start, _capitals_end(marked, start) if marked.capital(start) else None


def _gives_name(marked: Marked, at: int) -> bool:
    """True for the last word before a name: "a group calling itself X", "a new group called X"."""
    folds, words = marked.words.folds, marked.lexicon.words
    if folds[at] in words.selves:
        return folds[at - 1] in words.naming
    if folds[at] not in words.naming or (at + 1 < len(folds) and folds[at + 1] in words.selves):
        return False
    heads = phrase_at(marked.lexicon.heads, folds, at - 1)
    return heads is not None and any(one.role in (Role.GROUP, Role.GANG) for one in heads[1])


def _quoted(marked: Marked, at: int) -> tuple[int, int | None]:
    """The name in quotation marks at word ``at`` or behind its article ("the self-styled "Sons of Valdor"")."""
    words, folds = marked.words, marked.words.folds
    start = at + 1 if at < len(folds) and folds[at] in marked.lexicon.words.articles else at
    if start == 0 or start >= len(folds) or not words.gap(start - 1).endswith(OPENING):
        return start, None
    ends = (end for end in range(start + 1, min(start + LONGEST_QUOTED, len(folds)) + 1) if _closes(marked, end - 1))
    return start, next(ends, None)


def _closes(marked: Marked, at: int) -> bool:
    """True where a quotation mark stands behind word ``at``, a comma or full stop between them or not."""
    return marked.words.gap(at).lstrip(",.")[:1] in CLOSING


def _body_end(marked: Marked, at: int) -> int | None:
    """The end of a name that no capital tells: behind the last of its nouns for a group; None where none is near."""
    bodies = marked.lexicon.words.bodies | marked.lexicon.words.bodies_loose
    ends = [
        end + 1
        for end in range(at + 1, min(at + LONGEST_QUOTED, len(marked.words.folds)))
        if marked.words.folds[end] in bodies and all(marked.together(place) for place in range(at, end))
    ]
    return ends[0] if ends else None


def _capitals_end(marked: Marked, at: int) -> int:
    """Where a run of capitals ends, over one more "of" ("Liberation of Ostra")."""
    folds = marked.words.folds
    end = at + 1
    while end < len(folds) and marked.together(end - 1):
        over = folds[end] in marked.lexicon.words.inner_of and end + 1 < len(folds) and marked.together(end)
        if marked.capital(end):
            end += 1
        elif over and marked.capital(end + 1):
            end += 2
        elif (
            over
            and end + 2 < len(folds)
            and folds[end + 1] in marked.lexicon.words.articles
            and marked.capital(end + 2)
        ):
            end += 3
        else:
            break
    return end


def _of_state(marked: Marked, start: int) -> bool:
    """True where a state's name or adjective leads: a force of that state, and found as one."""
    found = marked.starting.get(start)
    return found is not None and any(name.state for name in found.names)


def _span(words: Words, start: int, end: int) -> Span:
    return Span(words.starts[start], words.ends[end - 1])


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
