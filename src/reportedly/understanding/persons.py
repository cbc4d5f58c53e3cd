"""A clean text and its people by role in, the persons it names out: span, fullest form, the role told beside it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.codebook.book import Codebook
from reportedly.languages.persons import PersonWords, person_words
from reportedly.languages.speech import speech
from reportedly.languages.tables import spoken
from reportedly.languages.tolls import toll_words
from reportedly.languages.triggers import trigger_words
from reportedly.records.mentions import ActorMention, PersonMention
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.understanding.actors import marked_words
from reportedly.understanding.actors_lexicon import Lexicon, Use
from reportedly.understanding.actors_text import Case, Marked

UNTOLD = "person"
"""The kind of somebody of whom no role is told."""
LONGEST = 6
"""A name has at most this many words; with two given names, two family names and a particle it has five."""
INITIAL = 2
"""A word of at most this many letters keeps its full stop inside a name ("J.", "Dr.")."""
AGE_DIGITS = 3
DESCRIBED = 4
"""At most this many words stand between a comma and the role of the one just named ("a former deputy mayor")."""
_OFFICE = re.compile(r"(?: (?P<of>\w+) [^,.;:()\n]{1,40})?, ?")
"""What may part a role from the name behind it: its place, and a comma."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """A name on ``words[start:end]`` with its titles from ``opening``; ``kind`` is those titles' own, None without."""

    opening: int
    start: int
    end: int
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class _Scene:
    """A marked text with the words for persons in its language, and the people by role in it."""

    marked: Marked
    words: PersonWords
    known: frozenset[str]
    people: Sequence[ActorMention]


def find_persons(
    clean: CleanText, people: Sequence[ActorMention], book: Codebook | None = None
) -> tuple[PersonMention, ...]:
    """Every person named outside furniture, in text order: by title, by age, by a role told beside, by a given name.

    ``book`` is the codebook whose names are no persons', None for the one that ships. In a text in one case throughout
    a given name or a title must open the name, and no known word is part of it.
    """
    marked = marked_words(clean, book)
    scene = _Scene(marked, person_words(clean.language), _known_words(clean.language, marked.lexicon), people)
    ends = frozenset(one.span.end for one in people)
    found: list[PersonMention] = []
    after = 0
    for at in range(len(marked.words.folds)):
        if at < after or not _may_open(scene, at, after, ends):
            continue
        name = _name_at(scene, at, listed=after > 0 and _goes_on(scene, after, at))
        mention = _mention(scene, name) if name is not None else None
        if name is None or mention is None:
            continue
        after = name.end
        if not any(mention.whole.overlaps(span) for span in clean.furniture):
            found.append(mention)
    return tuple(_in_full(found))


def _may_open(scene: _Scene, at: int, after: int, ends: frozenset[int]) -> bool:
    """True for a word that a name or its titles can begin with; most words cannot, and are not looked at any closer."""
    words = scene.marked.words
    if words.folds[at] in scene.words.opening or words.text[words.starts[at]].isupper():
        return True
    return 0 < after <= at <= after + 1 or (at > 0 and words.ends[at - 1] in ends)


@cache
def _known_words(language: str, lexicon: Lexicon) -> frozenset[str]:
    """Words with a use of their own, which are no part of a name where no capital says so."""
    table, tolls, triggers = speech(spoken(language)), toll_words(language), trigger_words(language)
    deeds = {word for key in triggers.words.phrases() for word in key.split()}
    nouns = {word for group in lexicon.words.heads for phrase in group.words for word in phrase.split()}
    small = lexicon.words.determiners | lexicon.words.numbers | lexicon.words.days | lexicon.words.modifiers
    return frozenset({*table.tags, *table.verbs, *tolls.gate, *tolls.lone, *tolls.people, *deeds, *nouns, *small})


def _goes_on(scene: _Scene, after: int, at: int) -> bool:
    """True where a list of names goes on at word ``at`` behind the one that ended at ``after`` ("Vela and Ruiz")."""
    marked = scene.marked
    between = marked.words.folds[after:at]
    if len(between) > 1 or any(fold not in marked.lexicon.words.joiners for fold in between):
        return False
    gaps = [marked.words.gap(place).strip(" \n") for place in range(after - 1, at)]
    return all(gap in ("", ",", ";") for gap in gaps) and (bool(between) or gaps[0] in (",", ";"))


def _name_at(scene: _Scene, at: int, *, listed: bool) -> _Name | None:
    """The name whose titles or first word stand at word ``at``; None where none does.

    ``listed``: a name and "and" or a comma stand before it, so that two unknown words are one too.
    """
    served = scene.words.services.get(scene.marked.words.folds[at])
    start, kind, plain = at + 1 if served is not None and _joined(scene.marked, at) else at, None, False
    while (title := _title_at(scene, start)) is not None:
        start, kind, plain = title
    kind = served if kind is not None and served is not None else kind
    if served is not None and kind is None:
        return None
    if start >= len(scene.marked.words.folds):
        return None
    cased = scene.marked.cases[start] is Case.MIXED
    opened = listed or (kind is not None and not plain) or _role_ends(scene, start)
    end = _cased_end(scene, start) if cased else _caseless_end(scene, start, opened=opened)
    if end is None:
        return None
    return _Name(opening=at, start=start, end=end, kind=kind)


def _role_ends(scene: _Scene, start: int) -> bool:
    """True where somebody by role stands directly before word ``start`` ("union leader")."""
    if not start or not _joined(scene.marked, start - 1):
        return False
    end = scene.marked.words.ends[start - 1]
    return any(one.span.end == end and not _is_plural(one, scene.marked) for one in scene.people)


def _title_at(scene: _Scene, at: int) -> tuple[int, str, bool] | None:
    """The end, the kind and the plainness of the title at word ``at`` with a word of a name behind it."""
    folds = scene.marked.words.folds
    for size in range(scene.words.longest, 0, -1):
        phrase = folds[at : at + size]
        kind = scene.words.titles.get(phrase)
        if kind is not None and at + size < len(folds) and _joined(scene.marked, at + size - 1, title=True):
            return at + size, kind, phrase in scene.words.plain
    return None


def _joined(marked: Marked, at: int, *, title: bool = False) -> bool:
    """True where word ``at`` and the next are parted by a blank, or by the full stop of an initial or a title."""
    if at + 1 >= len(marked.words.folds) or marked.words.gap(at) not in (" ", "-", "\n", ". "):
        return False
    short = title or marked.words.ends[at] - marked.words.starts[at] <= INITIAL
    return short if marked.words.gap(at) == ". " else marked.sentences[at] == marked.sentences[at + 1]


def _cased_end(scene: _Scene, start: int) -> int | None:
    """The end of the run of capitals at ``start``; None where it is none or names something else."""
    marked, words = scene.marked, scene.words
    folds = marked.words.folds
    if not _part(scene, start):
        return None
    end = start + 1
    while end < len(folds) and end - start < LONGEST and _joined(marked, end - 1):
        if _part(scene, end):
            end += 1
        elif folds[end] in words.particles and (after := _past_particles(scene, end)) is not None:
            end = after
        else:
            break
    goes_on = end < len(folds) and _joined(marked, end - 1) and marked.words.raw(end)[0].isupper()
    return None if goes_on or any(fold in words.institutions for fold in folds[start + 1 : end]) else end


def _past_particles(scene: _Scene, at: int) -> int | None:
    """Past the particles at ``at`` and the word of a name behind them; None where none follows."""
    marked = scene.marked
    while at + 1 < len(marked.words.folds) and marked.words.folds[at] in scene.words.particles and _joined(marked, at):
        at += 1
    return at + 1 if _part(scene, at) else None


def _part(scene: _Scene, at: int) -> bool:
    """True for a capitalised word that is no known party, day, title or small word."""
    marked = scene.marked
    raw, fold = marked.words.raw(at), marked.words.folds[at]
    if (
        not raw[0].isupper()
        or raw[0].isdigit()
        or fold in marked.lexicon.words.days
        or fold in scene.words.institutions
    ):
        return False
    if (raw.isupper() and len(raw) > INITIAL) or (fold,) in scene.words.titles:
        return False
    first = at == 0 or marked.sentences[at - 1] != marked.sentences[at]
    return fold in scene.words.given or (at not in marked.covering and not (first and fold in scene.known))


def _caseless_end(scene: _Scene, start: int, *, opened: bool) -> int | None:
    """The end of a name no capital tells: a given name and unknown words, or two unknown ones where ``opened``."""
    folds, words = scene.marked.words.folds, scene.words
    end = start
    while end < len(folds) and end - start < LONGEST and (end == start or _joined(scene.marked, end - 1)):
        if folds[end] in words.given or _unknown(scene, end):
            end += 1
        elif end > start and folds[end] in words.particles and (after := _past_small(scene, end)) is not None:
            end = after
        else:
            break
    return end if end - start > 1 and (opened or folds[start] in words.given) else None


def _past_small(scene: _Scene, at: int) -> int | None:
    folds = scene.marked.words.folds
    while at + 1 < len(folds) and folds[at] in scene.words.particles and _joined(scene.marked, at):
        at += 1
    return at + 1 if _unknown(scene, at) or folds[at] in scene.words.given else None


def _unknown(scene: _Scene, at: int) -> bool:
    """True for a word of letters that no table knows."""
    marked, fold = scene.marked, scene.marked.words.folds[at]
    if not fold.isalpha() or at in marked.covering or len(fold) < INITIAL:
        return False
    words = scene.words
    if fold in scene.known or fold in words.ending or fold in words.particles or fold in words.institutions:
        return False
    return (fold,) not in words.titles


def _mention(scene: _Scene, name: _Name) -> PersonMention | None:
    """The name as a mention; None where nothing but capitals speaks for a person."""
    marked = scene.marked
    span = _span(marked, name.start, name.end)
    before = _role_before(scene, name) if name.kind is None else None
    whole = _span(marked, _premodified(scene, name.opening), name.end)
    aged, after = _described(scene, name.end)
    given = marked.words.folds[name.start] in scene.words.given
    long = name.end - name.start > 1
    if name.kind is None and not (long and (given or aged or before is not None or after is not None)):
        return None
    if not long:
        span = _span(marked, name.opening, name.end)
    told = before or (after if name.kind in (None, UNTOLD) else None)
    if told is not None:
        whole = Span(min(whole.start, told.span.start), max(whole.end, told.span.end))
    return PersonMention(
        span=span,
        name=_flat(marked, span),
        kind=(told.kind if told is not None else name.kind) or UNTOLD,
        whole=whole,
        role=_role(marked, name, told),
    )


def _premodified(scene: _Scene, at: int) -> int:
    """Where the words begin that only describe the title at word ``at`` ("former Ostran army chief General")."""
    marked, lexicon = scene.marked, scene.marked.lexicon
    while at and marked.words.gap(at - 1) == " " and marked.sentences[at - 1] == marked.sentences[at]:
        fold = marked.words.folds[at - 1]
        nation = at - 1 in marked.covering and marked.covering[at - 1].used(Use.DEMONYM) is not None
        if not (nation or fold in scene.words.describing or fold in lexicon.heads or fold in lexicon.words.modifiers):
            break
        if fold in lexicon.words.determiners or fold in lexicon.words.acts:
            break
        at -= 1
    return at


def _role(marked: Marked, name: _Name, told: ActorMention | None) -> str | None:
    """The words of a role told beside a name, the name itself left out; else its titles; None where neither stands."""
    if told is not None:
        start = marked.words.starts[name.start]
        inner = Span(told.span.start, min(told.span.end, start)) if told.span.start < start else told.span
        return _flat(marked, inner)
    return _flat(marked, _span(marked, name.opening, name.start)) if name.opening < name.start else None


def _role_before(scene: _Scene, name: _Name) -> ActorMention | None:
    """The person by role whose noun stands directly before a name, or before its comma ("the mayor, Ana Vela,")."""
    marked = scene.marked
    start, end = marked.words.starts[name.start], marked.words.ends[name.end - 1]
    text = marked.words.text
    near = [one for one in scene.people if one.span.start < start and start - one.span.end <= _FAR]
    for one in reversed(near):
        if one.span.end >= start - 1:
            return one if one.span.end <= end else None
        gap = _OFFICE.fullmatch(text, one.span.end, start)
        if gap is None or _is_plural(one, marked):
            continue
        if text[end : end + 1] in _CLOSING and (gap["of"] is None or gap["of"] in scene.words.of):
            return one
    return None


_CLOSING = (",", ".", ")", ";", "\n", "")
"""What ends a name that is set beside a role; without it another clause begins."""
_FAR = 46
"""Characters from a role to the name behind it, its place between them."""


def _described(scene: _Scene, end: int) -> tuple[bool, ActorMention | None]:
    """Whether an age follows a name, and the role told behind its comma ("Ana Vela, 34, a nurse")."""
    marked, folds = scene.marked, scene.marked.words.folds
    if end >= len(folds) or marked.words.gap(end - 1).strip(" \n") not in (",", "("):
        return False, None
    at, aged = end, False
    if folds[at].isdigit() and len(folds[at]) < AGE_DIGITS and marked.words.gap(at).strip()[:1] in (",", ")", "."):
        at, aged = at + 1, True
        if at >= len(folds) or marked.words.gap(at - 1).strip() not in (",", "),"):
            return True, None
    if marked.sentences[at] != marked.sentences[end - 1]:
        return aged, None
    for place in range(at, min(at + DESCRIBED, len(folds))):
        told = next((one for one in scene.people if one.span.start == marked.words.starts[place]), None)
        if told is not None:
            alone = not _is_plural(told, marked) and not _is_listed(scene, told)
            return aged, told if alone else None
        if folds[place] not in scene.words.describing:
            break
    return aged, None


def _is_plural(one: ActorMention, marked: Marked) -> bool:
    return marked.lexicon.words.plural(one.name.casefold().split()[-1])


def _is_listed(scene: _Scene, told: ActorMention) -> bool:
    """True where a role is the next of a list and not the description of the one before it."""
    rest = scene.marked.words.text[told.span.end : told.span.end + _FAR].split()
    return bool(rest) and rest[0].casefold() in scene.marked.lexicon.words.joiners


def _span(marked: Marked, start: int, end: int) -> Span:
    return Span(marked.words.starts[start], marked.words.ends[end - 1])


def _flat(marked: Marked, span: Span) -> str:
    return " ".join(span.of(marked.words.text).split())


def _in_full(found: list[PersonMention]) -> list[PersonMention]:
    """Each person under the longest of the names that hold all its words; kept short where two persons fit."""
    names = {_bare(one): one.name for one in reversed(found)}
    return [replace(one, name=_fullest(_bare(one), names) or one.name) for one in found]


def _bare(one: PersonMention) -> tuple[str, ...]:
    """The words of a name in lower case, without a title that a family name alone keeps ("Judge Vela")."""
    words, titles = one.name.casefold().split(), (one.role or "").casefold().split()
    return tuple(words[len(titles) :] if titles and words[: len(titles)] == titles else words)


def _fullest(parts: tuple[str, ...], names: Mapping[tuple[str, ...], str]) -> str | None:
    """The longest name that holds ``parts`` and every other name that does; None where two persons' names hold them."""
    holding = [other for other in names if _holds(other, parts)]
    longest = max(holding, key=len)
    return names[longest] if all(_holds(longest, other) for other in holding) else None


def _holds(whole: Sequence[str], parts: Sequence[str]) -> bool:
    """True where all parts are words of the whole in their order."""
    rest = iter(whole)
    return all(part in rest for part in parts)
