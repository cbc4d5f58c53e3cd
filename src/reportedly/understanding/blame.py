"""A clean text and its actors in, what ties somebody to a deed out: claims, denials, accusations, suspicions."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from reportedly.codebook.means import is_stoppable
from reportedly.languages.blame import BlameWords, Side, blame_words
from reportedly.languages.phrases import Hit, Token, tokenize
from reportedly.languages.triggers import trigger_words
from reportedly.records.mentions import ActorMention, Understanding
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.triggers import Blame
from reportedly.records.vocabulary import Basis, Factuality, Responsibility

V = TypeVar("V")
PAIR, PAIR_GAP = 2, 2
"""Who blames each other are two, and "and" with an article is all that parts them."""
NEAR = 5
"""How many tokens before a cue a word may stand that turns it into its opposite ("no militant group has claimed")."""
ASKED = 2
"""How many tokens before a bearer the word may stand that makes its deed a question ("whether the Front did it")."""
ADJECTIVE_REACH = 8
"""How many characters after "suspected" its name may begin ("an alleged spokesman of X" doubts the spokesman)."""
REACH, FAILING_REACH, CLAIM_REACH = 6, 3, 5
"""How many tokens off a word may stand that completes a cue or undoes it."""
NAMED_REACH = 3
"""How many tokens after "declined to name" may say that it is the dead, not the doers, who stay unnamed."""
LIKE_REACH = 10
"""How many tokens after "similar to" the "by" may stand that names whose deeds are meant."""
LINK_REACH = 7
"""How many tokens after a verb of blame its link may stand ("attributed Sunday's attack on the post to X")."""
QUOTES = frozenset("\"“”'‘’«»„")
"""Marks of quotation, which may part a group's words for itself from what it did."""
STOPS = frozenset(",.;:")
"""What ends the stretch in which a verb of blame has its link."""
RIGHT_REACH = 25
"""How many characters after a cue its bearer may begin; beyond it stands in another clause."""


def find_blame(clean: CleanText, mentions: Understanding) -> tuple[Blame, ...]:
    """Every tie between somebody and a deed, in text order; nobody is tied by a cue that is negated."""
    words = blame_words(clean.language)
    grammar = trigger_words(clean.language).grammar
    found: list[Blame] = []
    for index, sentence in enumerate(clean.sentences):
        if sentence.furniture:
            continue
        tokens = tokenize(clean.text, sentence.span.start, sentence.span.end)
        actors = [actor for actor in mentions.actors if sentence.span.contains(actor.span)]
        found += _withheld(tokens, words, index)
        whole = [*_likened(tokens, words, actors, index, by=grammar["by"]), *_mutual(tokens, words, actors, index)]
        whole += _gapped(tokens, words, actors, index, taken=[tie.cue for tie in whole])
        whole += _sent_by(tokens, actors, mentions, index, grammar=grammar)
        found += whole
        general = False
        for hit in words.cues.find(tokens):
            if any(tie.cue.contains(Span(tokens[hit.start].start, tokens[hit.end - 1].end)) for tie in whole):
                continue
            general = general or _is_general(tokens, hit, words)
            if general and hit.value[0] is Basis.DENIED and hit.end - hit.start == 1:
                continue
            tie = _tie(tokens, hit, [*_meant(tokens, hit, mentions, grammar), *actors], words, index, grammar=grammar)
            found += [tie] if tie is not None else []
        found += _claims(tokens, words, actors, mentions, index)
    found += _claims_in_speech(clean, words, mentions)
    return tuple(sorted(found, key=lambda blame: blame.cue))


def _meant(
    tokens: Sequence[Token],
    hit: Hit[tuple[Basis, Side]],
    mentions: Understanding,
    grammar: Mapping[str, frozenset[str]],
) -> list[ActorMention]:
    """The armed group named last before a sentence that means it without a name; empty for any other sentence.

    "Its leaders deny any part", "had accused the group".
    """
    after = [token.lower for token in tokens[hit.end : hit.end + 2]]
    owned = hit.value[0] is Basis.DENIED and tokens[0].lower in grammar["possessive_pronouns"]
    pointed = hit.value == (Basis.ACCUSED, Side.RIGHT) and len(after) > 1 and after[1] in grammar["one_group"]
    if not owned and not (pointed and after[0] in grammar["determiners_definite"]):
        return []
    groups = [one for one in mentions.actors if one.span.end <= tokens[0].start and one.kind in ARMED_GROUPS]
    return [one for one in groups if not one.generic][-1:]


def _tie(
    tokens: Sequence[Token],
    hit: Hit[tuple[Basis, Side]],
    actors: Sequence[ActorMention],
    words: BlameWords,
    index: int,
    *,
    grammar: Mapping[str, frozenset[str]],
) -> Blame | None:
    """What one cue ties to whom; None where it ties nobody, or to no deed."""
    basis, side = hit.value
    bearer = _bearer(tokens, hit, side, actors, words) or _pointed_at(tokens, hit, actors, grammar)
    person = hit.start and tokens[hit.start].lower in words.persons
    if person and tokens[hit.start - 1].lower in words.persons_after:
        return None
    if bearer is None or _negated(tokens, hit, words, bearer=bearer.span) or not _is_of_deed(tokens, hit, words):
        return None
    if basis is Basis.ACCUSED:
        after = [token.lower for token in tokens if token.start >= bearer.span.end]
        held = tokens[hit.start].lower in words.holding and not set(after[:REACH]) & words.responsible
        if held or set(after[:FAILING_REACH]) & words.failings:
            return None
        if any(token.lower in grammar["modal"] for token in tokens[max(0, hit.start - FAILING_REACH) : hit.start]):
            basis = Basis.SUSPECTED
    end = hit.end
    if basis is Basis.DENIED and end < len(tokens) and tokens[end].lower in words.denied_strongly:
        end += 1
    return Blame(
        cue=Span(tokens[hit.start].start, tokens[end - 1].end),
        sentence=index,
        responsibility=Responsibility(basis.value),
        bearer=bearer.span,
    )


def _likened(
    tokens: Sequence[Token], words: BlameWords, actors: Sequence[ActorMention], index: int, *, by: frozenset[str]
) -> list[Blame]:
    """Those whose earlier deeds this one is said to be like ("similar to attacks carried out by X"): suspected."""
    found: list[Blame] = []
    for hit in words.likened.find(tokens):
        doing = next((k for k in range(hit.end, min(len(tokens), hit.end + LIKE_REACH)) if tokens[k].lower in by), None)
        if doing is None or _negated(tokens, hit, words):
            continue
        cue = Span(tokens[hit.start].start, tokens[doing].end)
        bearer = next((a for a in actors if cue.end <= a.span.start <= cue.end + ADJECTIVE_REACH), None)
        if bearer is not None and not bearer.generic:
            found.append(Blame(cue=cue, sentence=index, responsibility=Responsibility.SUSPECTED, bearer=bearer.span))
    return found


def _gapped(
    tokens: Sequence[Token], words: BlameWords, actors: Sequence[ActorMention], index: int, *, taken: Sequence[Span]
) -> list[Blame]:
    """Those who are accused behind what is laid on them ("attribute the launch to X", "pinned the blame on X")."""
    found: list[Blame] = []
    for one in words.gapped:
        for place in (k for k, token in enumerate(tokens) if token.lower in one.verbs):
            ahead = range(place + 1, min(len(tokens), place + 1 + LINK_REACH))
            link = next((hit for k in ahead if (hit := one.links.at(tokens, k)) is not None), None)
            if (
                link is None
                or _parted(tokens[place : link.end])
                or _negated(tokens, Hit(place, place + 1, True), words)
            ):
                continue
            if one.needs and not one.needs & {token.lower for token in tokens[place : link.end]}:
                continue
            cue = Span(tokens[place].start, tokens[link.end - 1].end)
            bearer = next((a for a in actors if cue.end <= a.span.start <= cue.end + RIGHT_REACH), None)
            known = [*taken, *(tie.cue for tie in found)]
            if bearer is not None and not bearer.generic and not any(span.overlaps(cue) for span in known):
                accused = Responsibility.ACCUSED
                found.append(Blame(cue=cue, sentence=index, responsibility=accused, bearer=bearer.span))
    return found


def _sent_by(
    tokens: Sequence[Token],
    actors: Sequence[ActorMention],
    mentions: Understanding,
    index: int,
    *,
    grammar: Mapping[str, frozenset[str]],
) -> list[Blame]:
    """Those by whom a weapon is told to have been sent, whatever the verb ("the craft had been let off by X")."""
    found: list[Blame] = []
    for place, token in enumerate(tokens):
        if token.lower not in grammar["by"] or not place or tokens[place - 1].lower in grammar["bind_by"]:
            continue
        bearer = next((one for one in actors if 0 < one.span.start - token.end <= ADJECTIVE_REACH), None)
        back = range(place - 1, max(-1, place - LIKE_REACH), -1)
        be = next((k for k in back if tokens[k].lower in grammar["be"]), None)
        if bearer is None or be is None or bearer.generic or bearer.kind not in SPEAKING_FOR_ITSELF:
            continue
        words = {one.lower for one in tokens[max(0, be - 1) : place]}
        if _parted(tokens[be:place]) or words & grammar["negation"]:
            continue
        first, last = tokens[0].start, tokens[be].start
        ahead = [one for one in mentions.weapons if first <= one.span.start and one.span.end <= last]
        if ahead and is_stoppable(ahead[-1].code) and last - ahead[-1].span.end <= RIGHT_REACH:
            cue = Span(tokens[be].start, token.end)
            found.append(Blame(cue=cue, sentence=index, responsibility=Responsibility.ACCUSED, bearer=bearer.span))
    return found


def _parted(tokens: Sequence[Token]) -> bool:
    """True where a stop or a comma parts words."""
    return any(not token.lower[0].isalnum() and token.lower in STOPS for token in tokens)


def _mutual(tokens: Sequence[Token], words: BlameWords, actors: Sequence[ActorMention], index: int) -> list[Blame]:
    """Two who blame each other: each is accused by the other ("the army and the rebels traded blame")."""
    found: list[Blame] = []
    for hit in words.mutual.find(tokens):
        cue = Span(tokens[hit.start].start, tokens[hit.end - 1].end)
        before = [actor for actor in actors if actor.span.end <= cue.start][-PAIR:]
        if len(before) < PAIR or any(actor.generic for actor in before) or _negated(tokens, hit, words):
            continue
        between = [token for token in tokens if before[0].span.end <= token.start < before[1].span.start]
        if len(between) > PAIR_GAP or cue.start - before[1].span.end > ADJECTIVE_REACH:
            continue
        for one, other in (before, before[::-1]):
            accused = Responsibility.ACCUSED
            found.append(Blame(cue=cue, sentence=index, responsibility=accused, bearer=one.span, by=other.span))
    return found


def _is_general(tokens: Sequence[Token], hit: Hit[tuple[Basis, Side]], words: BlameWords) -> bool:
    """True for an accusation of no deed ("accuses Ostra of arming the rebels"): a bare denial after it is of that."""
    after = {token.lower for token in tokens[hit.end : hit.end + REACH]}
    return hit.value[0] is Basis.ACCUSED and bool(after & words.failings)


def _claims(
    tokens: Sequence[Token], words: BlameWords, actors: Sequence[ActorMention], mentions: Understanding, index: int
) -> list[Blame]:
    """Deeds somebody claims in so many words ("claimed two attacks")."""
    deeds = [t.span.start for t in mentions.triggers if t.sentence == index and t.noun]
    found: list[Blame] = []
    if not deeds:
        return found
    for place, token in enumerate(tokens):
        if token.lower not in words.claiming or place + CLAIM_REACH >= len(tokens):
            continue
        close = any(token.end < start <= tokens[place + CLAIM_REACH].start for start in deeds)
        hit = Hit(place, place + 1, (Basis.CLAIMED, Side.LEFT))
        if not close or _negated(tokens, hit, words):
            continue
        bearer = _bearer(tokens, hit, Side.LEFT, actors, words)
        if bearer is not None:
            cue = Span(token.start, token.end)
            found.append(Blame(cue=cue, sentence=index, responsibility=Responsibility.CLAIMED, bearer=bearer.span))
    return found


OPENING = 10
"""A claim stands among this many first tokens of what a group is quoted as saying."""
ARMED_GROUPS = frozenset({"armed_group", "criminal_group"})
"""Party kinds that "its leaders" speak for."""
SPEAKING_FOR_ITSELF = frozenset({"armed_group", "criminal_group", "military", "state"})
"""Party kinds that can claim a deed in their own words."""


def _claims_in_speech(clean: CleanText, words: BlameWords, mentions: Understanding) -> list[Blame]:
    """Deeds a group claims in what it is quoted as saying ("the group said that its men had planted the device")."""
    found: list[Blame] = []
    negation = trigger_words(clean.language).grammar["negation"]
    for said in mentions.attributions:
        if said.source is None or said.source.span is None or said.stance is not Factuality.ASSERTED:
            continue
        name = said.source.span
        inner = [
            a for a in mentions.actors if name.contains(a.span) and a.kind in SPEAKING_FOR_ITSELF and not a.generic
        ]
        tokens = tokenize(clean.text, said.content.start, said.content.end)[:OPENING]
        acts = (hit for hit in words.own_words.find(tokens) if _goes_on(tokens, hit, negation))
        hit = next(acts, None)
        if not inner or hit is None or _negated(tokens, hit, words):
            continue
        cue = Span(tokens[hit.start].start, tokens[hit.end - 1].end)
        sentence = next(k for k, s in enumerate(clean.sentences) if s.span.start <= cue.start < s.span.end)
        bearer = inner[-1].span
        found.append(Blame(cue=cue, sentence=sentence, responsibility=Responsibility.CLAIMED, bearer=bearer))
    return found


AFTERWARDS = 4
"""Among this many tokens after its words of its own a group may deny ("its soldiers were not there")."""


def _goes_on(tokens: Sequence[Token], hit: Hit[bool], negation: frozenset[str]) -> bool:
    """True where a word follows: "its men planted the device" tells of a deed, "mourned them as its men" of none.

    "It was theirs" is of a deed told before, and needs none.
    """
    after = [token.lower for token in tokens[hit.end :] if token.lower not in QUOTES][:AFTERWARDS]
    if not hit.value:
        return not negation & set(after)
    return bool(after) and after[0][0].isalnum() and not negation & set(after)


def _withheld(tokens: Sequence[Token], words: BlameWords, index: int) -> list[Blame]:
    return [
        Blame(
            cue=Span(tokens[hit.start].start, tokens[hit.end - 1].end),
            sentence=index,
            responsibility=Responsibility.WITHHELD,
        )
        for hit in words.withheld.find(tokens)
        if not _is_of_victims(tokens, hit, words)
    ]


def _is_of_victims(tokens: Sequence[Token], hit: Hit[V], words: BlameWords) -> bool:
    """True where it is the dead who stay unnamed; "did not say who killed them" is of the doers."""
    near = {token.lower for token in tokens[hit.end : hit.end + NAMED_REACH]}
    asked = tokens[hit.end - 1].lower in words.asking
    return bool(near & (words.victims - words.undergone if asked else words.victims))


def _bearer(
    tokens: Sequence[Token],
    hit: Hit[tuple[Basis, Side]],
    side: Side,
    actors: Sequence[ActorMention],
    words: BlameWords,
) -> ActorMention | None:
    """The actor nearest to a cue on the side it is about; None where none stands there."""
    if side is Side.LEFT:
        end = _subject_end(tokens, hit.start)
        before = [actor for actor in actors if actor.span.end <= end]
        before = before or [actor for actor in actors if actor.span.end <= tokens[hit.start].start]
        return before[-1] if before and not before[-1].generic else None
    end = tokens[hit.end - 1].end
    reach = ADJECTIVE_REACH if tokens[hit.start].lower in words.adjectives else RIGHT_REACH
    after = [actor for actor in actors if end <= actor.span.start <= end + reach]
    if not after:
        return None
    described = next((one for one in actors if _is_named_right_after(after[0], one)), after[0])
    return None if described.generic else described


def _pointed_at(
    tokens: Sequence[Token],
    hit: Hit[tuple[Basis, Side]],
    actors: Sequence[ActorMention],
    grammar: Mapping[str, frozenset[str]],
) -> ActorMention | None:
    """Whom an accusation means by a word that points back: the one a relative word stands for, or "the group"."""
    if hit.value[0] is not Basis.ACCUSED or hit.value[1] is not Side.RIGHT:
        return None
    start, end = tokens[hit.start].start, tokens[hit.end - 1].end
    if actors and actors[0].span.end <= tokens[0].start:
        return actors[0]
    if any(end <= one.span.start <= end + RIGHT_REACH for one in actors):
        return None
    for place in range(hit.start - 2, 0, -1):
        if not tokens[place].lower[0].isalnum():
            return None
        if tokens[place].lower in grammar["relatives"]:
            accuser = any(tokens[place].end <= one.span.start and one.span.end <= start for one in actors)
            ends = {tokens[place - 1].end, tokens[max(0, place - 2)].end if tokens[place - 1].lower == "," else -1}
            meant = next((one for one in actors if one.span.end in ends and not one.generic), None)
            return meant if accuser else None
    return None


def _is_named_right_after(description: ActorMention, one: ActorMention) -> bool:
    """True for the name that a description opens ("the al-Valdor affiliate Sons of Ostra")."""
    described = description.name.split()[-1].islower() and not one.name.split()[-1].islower()
    return described and one.span.start == description.span.end + 1


def _subject_end(tokens: Sequence[Token], cue: int) -> int:
    """Where a cue's subject must end: before the aside, if commas set one off between it and the cue."""
    if cue and tokens[cue - 1].lower == ",":
        opening = next((k for k in range(cue - 2, -1, -1) if tokens[k].lower == ","), None)
        if opening is not None:
            return tokens[opening].start
    return tokens[cue].start


def _is_of_deed(tokens: Sequence[Token], hit: Hit[tuple[Basis, Side]], words: BlameWords) -> bool:
    """False for a denial of something else than a deed ("was denied entry"), or of what is denied as a habit."""
    if tokens[hit.start].lower in words.denied_habitually and hit.start and tokens[hit.start - 1].lower in words.aside:
        return False
    if hit.value[0] is not Basis.DENIED or hit.end - hit.start > 1:
        return True
    return hit.end == len(tokens) or tokens[hit.end].lower in words.denied_objects


def _negated(tokens: Sequence[Token], hit: Hit[V], words: BlameWords, *, bearer: Span | None = None) -> bool:
    """True where a word that ties nobody stands shortly before a cue, or directly before a bearer on its left."""
    floor = max(0, hit.start - NEAR)
    if bearer is not None and bearer.end <= tokens[hit.start].start:
        first = sum(token.start < bearer.start for token in tokens)
        floor = min(floor, max(0, first - ASKED))
    return any(words.nobody.at(tokens, place) is not None for place in range(floor, hit.start))
