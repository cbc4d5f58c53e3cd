"""What makes the violence of a whole text no news, and what does not."""

import pytest

from reportedly.cleaning.sentences import split_sentences
from reportedly.records.counts import Count
from reportedly.records.mentions import Attribution, Cue, Source, Toll, Understanding
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.triggers import Frame
from reportedly.records.vocabulary import SourceKind
from reportedly.understanding.frames import find_frame


def clean(text: str) -> CleanText:
    return CleanText(
        report_id="r", text=text, text_hash="h", language="en", sentences=split_sentences(text, language="en")
    )


def hurt(text: str, words: str, kind: SourceKind) -> Understanding:
    """Somebody of ``kind`` telling of three people killed, in ``words``."""
    span = Span(text.index(words), text.index(words) + len(words))
    source = Source(name="speaker", kind=kind, anonymous=False)
    return Understanding(
        tolls=(Toll(span=span, effect="killed", count=Count.exactly(3)),),
        attributions=(Attribution(source=source, cue=Cue("said", span), content=span),),
    )


UNREAL = [
    "In the film, gunmen storm a train. Critics liked the director's last thriller.",
    "The film opens on Friday. Its hero kills a dozen gunmen, and reviewers liked the plot.",
    "The striker fired the ball past the goalkeeper and the visitors attacked until full-time.",
    "The champion attacked the king with her queen in the sixth game of the chess match.",
    "In the exercise, a simulated missile attack hit the harbour. Umpires counted the mock losses.",
    "The drill rehearsed the defence of the harbour. Two thousand soldiers were taking part.",
    "Hackers attacked the ministry. The ransomware encrypted its servers.",
    "The volcano exploded at noon. The eruption threw ash over the town.",
    "The missile test ended with the rocket falling into the sea. It was its third test.",
    "The gas depot blew up at noon. The police ruled out terrorism.",
    "A rocket blew up seconds after launch. The test range was closed.",
    "Opinion: we must stop the bombing. I believe that our own common sense says so.",
]


@pytest.mark.parametrize("text", UNREAL)
def test_played_simulated_and_digital_violence_frames_a_text(text: str) -> None:
    assert find_frame(clean(text), Understanding()) is Frame.UNREAL


@pytest.mark.parametrize(
    "text",
    [
        "The town marked the tenth anniversary of the bombing with a minute of silence.",
        "Wreaths were laid at the memorial ten years after the massacre. Survivors gathered at noon.",
    ],
)
def test_violence_long_past_frames_a_text_as_remembered(text: str) -> None:
    assert find_frame(clean(text), Understanding()) is Frame.REMEMBERED


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a village and killed five people.",
        "A drone hit a depot. Nobody was hurt.",
        "A bomb exploded outside a cinema. The film was stopped.",
        "The captain of the patrol was killed in an ambush.",
        "",
    ],
)
def test_news_has_no_frame(text: str) -> None:
    assert find_frame(clean(text), Understanding()) is None


@pytest.mark.parametrize(
    "kind", [SourceKind.POLICE, SourceKind.OFFICIAL, SourceKind.MILITARY, SourceKind.MEDIC, SourceKind.WITNESS]
)
def test_people_hurt_at_a_match_are_news_where_one_who_knows_says_so(kind: SourceKind) -> None:
    text = "Gunmen fired on fans as the striker scored a goal for the visitors. Three people were killed."
    assert find_frame(clean(text), Understanding()) is Frame.UNREAL
    assert find_frame(clean(text), hurt(text, "Three people were killed", kind)) is None


def test_a_dead_crowd_told_by_a_reviewer_is_still_a_film() -> None:
    text = "In the film three people are killed. The director and the critics agree."
    assert find_frame(clean(text), hurt(text, "three people are killed", SourceKind.OTHER)) is Frame.UNREAL


def test_words_of_a_frame_far_below_the_lead_make_none() -> None:
    lead = "Gunmen attacked a village. Five people died there. The mayor came. The army came too. "
    assert find_frame(clean(lead + "A film director and an actor sent help."), Understanding()) is None


def test_a_word_that_makes_a_frame_for_sure_may_stand_far_below_the_lead() -> None:
    lead = "Gunmen attacked a village. Five people died there. The mayor came. The army came too. "
    assert find_frame(clean(lead + "Filming of the thriller ends on Friday."), Understanding()) is Frame.UNREAL


def test_terror_ruled_out_twice_makes_no_accident_of_a_shooting() -> None:
    text = "A man killed five people at the airport. The police ruled out terrorism. The FBI also ruled out an attack."
    assert find_frame(clean(text), Understanding()) is None


def test_the_dead_of_an_accident_are_real_and_no_news_of_an_attack() -> None:
    text = "A gas explosion killed three people. The police ruled out terrorism."
    assert find_frame(clean(text), hurt(text, "killed three people", SourceKind.POLICE)) is Frame.UNREAL


def test_furniture_frames_nothing() -> None:
    text = UNREAL[0]
    sentences = tuple(
        type(one)(span=one.span, paragraph=one.paragraph, furniture=True)
        for one in split_sentences(text, language="en")
    )
    page = CleanText(report_id="r", text=text, text_hash="h", language="en", sentences=sentences)
    assert find_frame(page, Understanding()) is None
