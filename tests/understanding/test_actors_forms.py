"""Each noun and each known name in the data files is found in a sentence that holds it, and no look-alike is."""

import pytest

from reportedly.cleaning.sentences import split_sentences
from reportedly.codebook.actors import Actor, actors
from reportedly.codebook.book import codebook
from reportedly.languages.actors import Heads, Role, actor_words
from reportedly.records.mentions import ActorMention
from reportedly.records.reports import CleanText
from reportedly.understanding.actors import find_actors, find_people, find_things

HEADS = actor_words("en").heads
FORMS = [(heads, word) for heads in HEADS for word in heads.words]


def clean(text: str) -> CleanText:
    sentences = split_sentences(text, language="en")
    return CleanText(report_id="r", text=text, text_hash="h", language="en", sentences=sentences)


def found(text: str, role: Role) -> tuple[ActorMention, ...]:
    if role is Role.PERSON:
        return find_people(clean(text))
    return find_things(clean(text)) if role is Role.THING else find_actors(clean(text), codebook())


@pytest.mark.parametrize(("heads", "word"), FORMS, ids=lambda one: one if isinstance(one, str) else one.role.value)
def test_a_noun_is_found_in_its_block_s_sentence(heads: Heads, word: str) -> None:
    start = heads.frame.index("{}")
    text = heads.frame.replace("{}", word)
    ends = {(one.span.start <= start, one.span.end) for one in found(text, heads.role)}
    assert (True, start + len(word)) in ends


@pytest.mark.parametrize("heads", HEADS, ids=lambda heads: f"{heads.role}-{heads.kind}-{heads.needs}")
def test_nothing_is_found_in_a_block_s_look_alike(heads: Heads) -> None:
    assert found(heads.look_alike, heads.role) == ()


@pytest.mark.parametrize("actor", actors(), ids=lambda actor: actor.id)
def test_an_actor_is_found_under_each_of_its_names(actor: Actor) -> None:
    written = [name for name in (*actor.names, *actor.acronyms) if "(" not in name]
    lost = [name for name in written if actor.id not in ids(f"It is known that {name} said so.")]
    assert lost == []


@pytest.mark.parametrize("actor", [actor for actor in actors() if actor.demonyms], ids=lambda actor: actor.id)
def test_a_state_is_found_by_each_adjective_before_a_force(actor: Actor) -> None:
    lost = [name for name in actor.demonyms if actor.id not in ids(f"Later the {name} army withdrew.")]
    assert lost == []


@pytest.mark.parametrize("actor", [actor for actor in actors() if actor.capitals], ids=lambda actor: actor.id)
def test_a_state_is_found_by_each_capital_that_speaks(actor: Actor) -> None:
    lost = [name for name in actor.capitals if actor.id not in ids(f"Later {name} denied the report.")]
    assert lost == []


def ids(text: str) -> set[str | None]:
    return {one.actor_id for one in find_actors(clean(text), codebook())}
