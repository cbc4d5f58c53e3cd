"""A clean text in, its parties out: states, forces, groups and doers; and people by role and things that can be hit."""

from dataclasses import replace
from functools import lru_cache

from reportedly.codebook.book import Codebook, codebook
from reportedly.languages.actors import Heads, Needs, Role
from reportedly.records.mentions import ActorMention
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.understanding.actors_lexicon import Lexicon, Name, lexicon
from reportedly.understanding.actors_names import NOUNS, name_mentions
from reportedly.understanding.actors_phrases import NounPhrase, phrases, typed
from reportedly.understanding.actors_text import Marked, mark

PARTIES = frozenset({Role.FORCE, Role.POLICE, Role.OFFICE, Role.GROUP, Role.GANG, Role.DOER})
ARMED = frozenset({Role.FORCE, Role.POLICE})
PEOPLE = frozenset({Role.PERSON, Role.GROUP, Role.GANG})
THINGS = frozenset({Role.THING})
OWNED = frozenset({"military", "police"})
"""Kinds of people who are somebody's: an adjective of a nation makes them that state's."""
WEAK = "other"
"""The kind of nouns that do not tell what sort of thing they name."""


def find_actors(clean: CleanText, codebook: Codebook) -> tuple[ActorMention, ...]:
    """The parties named or typed in a text, in order, without overlap; nothing from furniture.

    A known name carries its ``actor_id``; a force, police or office known only by its state carries the state's. A
    typed group ("Iran-backed militias") keeps its whole phrase as its name and no id of who backs it.
    """
    marked = _marked(clean, lexicon(codebook, clean.language))
    pairs = [(phrase, _party(marked, phrase)) for phrase in phrases(marked, PARTIES)]
    found = [mention for _, mention in pairs if mention is not None]
    forces = frozenset(phrase.start for phrase, told in pairs if told is not None and phrase.heads[0].role in ARMED)
    found += name_mentions(marked, [mention.span for mention in found], forces=forces)
    return _told(clean, found)


def find_people(clean: CleanText, book: Codebook | None = None) -> tuple[ActorMention, ...]:
    """Groups of people and single persons by role ("soldiers", "a judge"), numbers and articles outside the name.

    ``book`` is the codebook whose names stand beside them, None for the one that ships.
    """
    return _by_role(marked_words(clean, book), PEOPLE, clean)


def find_things(clean: CleanText, book: Codebook | None = None) -> tuple[ActorMention, ...]:
    """What can be hit ("US embassy compound"), with its modifiers in the report's own words; ``book`` as for people."""
    return _by_role(marked_words(clean, book), THINGS, clean)


def marked_words(clean: CleanText, book: Codebook | None = None) -> Marked:
    """The words of a text with what the finders of parties and people share; ``book`` None: the one that ships."""
    return _marked(clean, lexicon(book or codebook(), clean.language))


@lru_cache(maxsize=2)
def _marked(clean: CleanText, lexicon: Lexicon) -> Marked:
    """Marking is shared by the three finders, which are called one after another on one text."""
    return mark(clean, lexicon)


def _by_role(marked: Marked, roles: frozenset[Role], clean: CleanText) -> tuple[ActorMention, ...]:
    found = []
    for phrase in phrases(marked, roles):
        head = _fitting(marked, phrase)
        if head is not None and not _no_noun(marked, phrase, head):
            owner = phrase.owner
            owned = owner is not None and (not owner.state or head.kind in OWNED)
            actor_id = owner.actor.id if owner is not None and owned else None
            found.append(_mention(marked, phrase, kind=_told_kind(head, phrase), actor_id=actor_id))
    return _told(clean, found)


def _told_kind(head: Heads, phrase: NounPhrase) -> str:
    """The head's kind; of a named group its own; of a noun that says little ("compound") that of the noun before it."""
    if head.role is Role.GROUP and phrase.owner is not None and not phrase.owner.state:
        return phrase.owner.kind
    return phrase.hint if head.kind == WEAK and phrase.hint is not None else head.kind


def _told(clean: CleanText, found: list[ActorMention]) -> tuple[ActorMention, ...]:
    """In text order, the longest of those that overlap, furniture left out."""
    kept: list[ActorMention] = []
    for mention in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if kept and mention.span.start < kept[-1].span.end:
            continue
        if not any(mention.span.overlaps(span) for span in clean.furniture):
            kept.append(mention)
    return tuple(kept)


def _party(marked: Marked, phrase: NounPhrase) -> ActorMention | None:
    head = _fitting(marked, phrase)
    if head is None or _adjunct(marked, phrase) or _indefinite(marked, phrase, head):
        return None
    owner = phrase.owner
    outside_states = head.role in (Role.GROUP, Role.GANG, Role.DOER)
    known = owner if owner is not None and not (owner.state and outside_states) else None
    if known is not None and not known.state and _stands_apart(marked, phrase):
        known = None
    kind = head.kind
    if owner is not None and not owner.state and head.role in (Role.GROUP, Role.DOER, Role.FORCE):
        kind = owner.kind
    generic = _nobody_knows(marked, phrase, head)
    mention = _mention(marked, phrase, kind=kind, actor_id=known.actor.id if known else None, generic=generic)
    return replace(mention, own=_own_name(marked, phrase, known)) if known is not None and not known.state else mention


def _stands_apart(marked: Marked, phrase: NounPhrase) -> bool:
    """True for those who have left the group that is named ("a splinter group of the Taliban", "FARC dissidents")."""
    apart = marked.lexicon.words.apart
    return any(
        marked.words.folds[at] in apart and at not in marked.covering for at in range(phrase.start, phrase.head_end)
    )


def _own_name(marked: Marked, phrase: NounPhrase, owner: Name) -> str | None:
    """The owner's name as a phrase holds it, the longest where it holds several; None where it is the whole phrase."""
    inside = [one for one in marked.names if phrase.start <= one.start and one.end <= phrase.end]
    named = [one for one in inside if any(name.actor is owner.actor and name.use in NOUNS for name in one.names)]
    longest = max(named, key=lambda one: one.end - one.start, default=None)
    if longest is None or (longest.start, longest.end) == (phrase.start, phrase.end):
        return None
    return " ".join(marked.words.text[marked.words.starts[longest.start] : marked.words.ends[longest.end - 1]].split())


def _nobody_knows(marked: Marked, phrase: NounPhrase, head: Heads) -> bool:
    """True for a doer without name and type ("gunmen"), and for a group nobody could identify."""
    hidden = any(fold in marked.lexicon.words.unidentified for fold in phrase.modifiers)
    if head.role is not Role.DOER:
        return head.role is Role.GROUP and hidden
    return not typed(marked, phrase) and (phrase.owner is None or hidden)


def _fitting(marked: Marked, phrase: NounPhrase) -> Heads | None:
    """The reading of the head that its modifiers allow; an armed group's before any other's."""
    armed = typed(marked, phrase)
    words = marked.lexicon.words
    for head in sorted(phrase.heads, key=lambda one: one.needs is not Needs.TYPE):
        if head.needs is Needs.TYPE and armed:
            return head
        if head.needs is Needs.NOTHING:
            return head
        if head.needs is Needs.MODIFIER and (phrase.start < phrase.head or _counted(marked, phrase, head)):
            return head
        if head.needs is Needs.GENERIC and any(fold in words.generic for fold in phrase.modifiers):
            return head
    return None


def _no_noun(marked: Marked, phrase: NounPhrase, head: Heads) -> bool:
    """True where the head is part of another noun, of a name, or a verb."""
    return _adjunct(marked, phrase) or _surname(marked, phrase, head) or _verb(marked, phrase)


def _verb(marked: Marked, phrase: NounPhrase) -> bool:
    """True for a bare noun between a verb's marker and an article ("to plant a bomb")."""
    folds, words = marked.words.folds, marked.lexicon.words
    if phrase.start != phrase.head or phrase.start == 0 or phrase.end >= len(folds):
        return False
    return folds[phrase.start - 1] in words.infinitive and folds[phrase.end] in words.determiners


def _surname(marked: Marked, phrase: NounPhrase, head: Heads) -> bool:
    """True for a noun of a person that is a capitalised part of a name ("Mary Bishop")."""
    before = phrase.head - 1
    if head.role is not Role.PERSON or before < phrase.start or not marked.capital(phrase.head):
        return False
    known = marked.words.folds[before] in marked.lexicon.words.modifiers or before in marked.ending
    return marked.capital(before) and not known


def _indefinite(marked: Marked, phrase: NounPhrase, head: Heads) -> bool:
    """True for a singular force or office without modifier and article ("government and rebel lines")."""
    words = marked.lexicon.words
    bare = phrase.start == phrase.head and phrase.head_end == phrase.head + 1
    if not bare or head.role not in (Role.FORCE, Role.OFFICE) or words.plural(marked.words.folds[phrase.head]):
        return False
    at = phrase.start
    if at == 0 or marked.sentences[at - 1] != marked.sentences[at]:
        return False
    return marked.words.folds[at - 1] not in words.determiners - words.indefinite


def _counted(marked: Marked, phrase: NounPhrase, head: Heads) -> bool:
    """True for a thing with a number before it, or an article before a singular ("two sites", "the building")."""
    if head.role is not Role.THING or phrase.start == 0 or not marked.together(phrase.start - 1):
        return False
    before = marked.words.folds[phrase.start - 1]
    words = marked.lexicon.words
    single = not words.plural(marked.words.folds[phrase.head_end - 1])
    return before in words.numbers or before.isdigit() or (single and before in words.determiners)


def _adjunct(marked: Marked, phrase: NounPhrase) -> bool:
    """True where the noun only describes the one after it ("army spokesman", "militia facilities")."""
    at = phrase.head_end
    if phrase.end > at or at >= len(marked.words.folds) or not marked.together(at - 1):
        return False
    last, following = marked.words.folds[at - 1], marked.words.folds[at]
    if marked.lexicon.words.plural(last):
        return False
    lexicon = marked.lexicon
    if following in lexicon.words.owners or (following in lexicon.things and following not in lexicon.words.acts):
        return True
    return phrase.owner is None and phrase.heads[0].role is Role.GROUP and following in lexicon.words.deeds


def _mention(
    marked: Marked, phrase: NounPhrase, *, kind: str, actor_id: str | None = None, generic: bool = False
) -> ActorMention:
    span = Span(marked.words.starts[phrase.start], marked.words.ends[phrase.end - 1])
    name = " ".join(span.of(marked.words.text).split())
    return ActorMention(span=span, name=name, kind=kind, actor_id=actor_id, generic=generic)
