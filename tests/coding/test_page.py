"""One text under coding: what stands where, and who says it."""

import pytest

from reportedly.cleaning.sentences import split_sentences
from reportedly.coding.page import Page, inside, lead_end
from reportedly.records.mentions import ActorMention, Attribution, Source, Understanding
from reportedly.records.reports import CleanText, Sentence
from reportedly.records.spans import Span
from reportedly.records.vocabulary import SourceKind

TEXT = "The Brigades fired, the mayor said. The Cedar Brigades, a militia, hold the base. It rained. Nobody came."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def actor(words: str, actor_id: str | None) -> ActorMention:
    return ActorMention(span=at(words), name=words, kind="armed_group", actor_id=actor_id)


SHORT = ActorMention(span=at("Brigades fired"), name="Brigades", kind="armed_group", actor_id="g:1")
FULL = actor("Cedar Brigades", "g:1")
UNKNOWN = actor("a militia", None)
BASE = ActorMention(span=at("base"), name="base", kind="base")
MAYOR = Source(name="mayor", kind=SourceKind.OFFICIAL, anonymous=False, span=at("mayor"))
WIDE = Attribution(source=MAYOR, cue=None, content=Span(0, at("said").end))
NARROW = Attribution(
    source=Source(name="guard", kind=SourceKind.WITNESS, anonymous=True), cue=None, content=at("Brigades fired")
)


def page(*attributions: Attribution) -> Page:
    clean = CleanText(
        report_id="r", text=TEXT, text_hash="h", language="en", sentences=split_sentences(TEXT, language="en")
    )
    return Page(clean, Understanding(actors=(SHORT, FULL, UNKNOWN), things=(BASE,), attributions=attributions))


@pytest.mark.parametrize(
    ("words", "index"), [("The Brigades", 0), ("said", 0), ("hold", 1), ("rained", 2), ("came", 3)]
)
def test_every_character_stands_in_its_sentence(words: str, index: int) -> None:
    assert page().sentence_at(at(words).start) == index
    assert page().sentence_span(index).contains(at(words))


def test_an_actor_is_found_on_exactly_its_span() -> None:
    assert page().actor_at(at("Cedar Brigades")) == FULL
    assert page().actor_at(at("Cedar")) is None
    assert page().actor_at(at("base")) is None
    assert page().actor_at(None) is None


def test_a_party_is_an_actor_or_a_thing() -> None:
    assert page().party_at(at("Cedar Brigades")) == FULL
    assert page().party_at(at("base")) == BASE
    assert page().party_at(at("rained")) is None
    assert page().party_at(None) is None


def test_the_narrowest_saying_around_words_is_whose_they_are() -> None:
    assert page(WIDE, NARROW).attribution_of(at("Brigades fired")) == NARROW
    assert page(WIDE).attribution_of(at("Brigades fired")) == WIDE
    assert page(WIDE, NARROW).attribution_of(at("rained")) is None


def test_a_speaker_does_not_say_its_own_name() -> None:
    assert page(WIDE).attribution_of(at("mayor")) is None


def test_an_actor_has_the_fullest_name_the_report_gives_it() -> None:
    assert page().fullest_name(SHORT) == "Cedar Brigades"
    assert page().fullest_name(UNKNOWN) == "a militia"


def test_only_what_lies_wholly_inside_is_inside() -> None:
    assert inside([SHORT, FULL, UNKNOWN], at("The Cedar Brigades")) == [FULL]
    assert inside([SHORT, FULL], at("Cedar")) == []


def test_the_lead_leaves_out_title_and_furniture() -> None:
    spans = [one.span for one in split_sentences(TEXT, language="en")]
    plain = tuple(Sentence(span, place) for place, span in enumerate(spans))
    headed = (Sentence(spans[0], 0, heading=True), Sentence(spans[1], 1, furniture=True), *plain[2:])

    def ends(sentences: tuple[Sentence, ...]) -> int:
        clean = CleanText(report_id="r", text=TEXT, text_hash="h", language="en", sentences=sentences)
        return lead_end(Page(clean, Understanding()))

    assert ends(headed) == len(spans)
    assert ends(plain) <= ends(headed)
    assert ends(plain[:1]) == 1


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("He was returning from a fair in Mosul.", True),
        ("He came from Mosul.", True),
        ("They took him from a school in Mosul.", False),
        ("He was at a fair in Mosul.", False),
    ],
)
def test_a_place_somebody_was_on_the_way_from_is_an_origin(text: str, *, origin: bool) -> None:
    clean = CleanText(
        report_id="r", text=text, text_hash="h", language="en", sentences=split_sentences(text, language="en")
    )
    start = text.index("Mosul")
    assert Page(clean, Understanding()).is_origin(Span(start, start + 5)) is origin
