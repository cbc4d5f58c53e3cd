from dataclasses import replace

from reportedly.desk.marks import Marked, Node, Paragraph, anchors_of, marks_of, paragraphs_of
from reportedly.records.claims import Claim
from reportedly.records.incidents import Account, Telling
from reportedly.records.reports import CleanText, Sentence
from reportedly.records.spans import Span
from reportedly.records.vocabulary import ClaimField, Factuality, SentenceStatus

TEXT = "Two drones hit the depot on Tuesday. It burned."
FIRST, SECOND = Sentence(Span(0, 36), 0), Sentence(Span(37, 47), 0)


def claim(id_: str, field: ClaimField, words: str) -> Claim:
    start = TEXT.index(words)
    return Claim(
        id=id_,
        incident_id="i1",
        field=field,
        value=words,
        quote=words,
        span=Span(start, start + len(words)),
        source=None,
        cue=None,
        factuality=Factuality.ASSERTED,
        method="by hand",
    )


def told(*claims: Claim, accounts: tuple[Account, ...] = ()) -> Telling:
    report = CleanText(report_id="r", text=TEXT, text_hash="0", language="en", sentences=(FIRST, SECOND))
    return Telling(report=report, claims=claims, accounts=accounts)


def shape(nodes: tuple[Node, ...]) -> list[object]:
    """Nodes as nested lists that open with the mark's number, a piece that goes on with a minus."""
    return [
        [node.mark.number if node.opens else -node.mark.number, *shape(node.nodes)]
        if isinstance(node, Marked)
        else node
        for node in nodes
    ]


def shapes(telling: Telling) -> list[list[object]]:
    return [shape(line.nodes) for part in paragraphs_of(telling, marks_of(telling)) for line in part.lines]


def flat(nodes: tuple[Node, ...]) -> str:
    return "".join(flat(node.nodes) if isinstance(node, Marked) else node for node in nodes)


def test_a_mark_inside_another_is_nested_in_it() -> None:
    nested = told(claim("a", ClaimField.TYPE, "Two drones hit"), claim("b", ClaimField.WEAPONS, "drones"))
    assert shapes(nested)[0] == [[1, "Two ", [2, "drones"], " hit"], " the depot on Tuesday."]


def test_of_two_marks_that_cross_the_later_goes_on_behind_the_earlier() -> None:
    crossed = told(claim("a", ClaimField.TYPE, "drones hit"), claim("b", ClaimField.TARGETS, "hit the depot"))
    assert shapes(crossed)[0] == ["Two ", [1, "drones ", [2, "hit"]], [-2, " the depot"], " on Tuesday."]


def test_a_mark_over_two_sentences_opens_in_the_first_only() -> None:
    long = told(claim("a", ClaimField.CONTEXT, "on Tuesday. It"))
    assert shapes(long) == [["Two drones hit the depot ", [1, "on Tuesday."]], [[-1, "It"], " burned."]]


def test_claims_of_one_kind_on_the_same_words_share_a_mark() -> None:
    marks = marks_of(told(claim("a", ClaimField.TYPE, "hit"), claim("b", ClaimField.STAGE, "hit")))
    assert [(mark.kind, mark.claims) for mark in marks] == [("what", ("a", "b"))]
    assert anchors_of(marks) == {"a": 1, "b": 1}


def test_claims_of_two_kinds_on_the_same_words_are_told_apart() -> None:
    marks = marks_of(told(claim("a", ClaimField.WHERE, "the depot"), claim("b", ClaimField.TARGETS, "the depot")))
    assert [mark.kind for mark in marks] == ["target", "where"]


def test_a_mark_counts_the_marks_inside_it() -> None:
    nested = told(claim("a", ClaimField.TYPE, "Two drones hit"), claim("b", ClaimField.WEAPONS, "drones"))
    (outer, *_) = paragraphs_of(nested, marks_of(nested))[0].lines[0].nodes
    assert isinstance(outer, Marked)
    assert outer.height == 2


def test_speakers_and_cues_are_marked_even_where_no_claim_hangs_on_them(telling: Telling) -> None:
    words = {mark.span.of(telling.report.text) for mark in marks_of(telling) if mark.kind == "speaker"}
    assert {"two defence officials", "told", "according to", "A local councillor"} <= words


def test_every_character_of_every_sentence_is_shown_once(telling: Telling) -> None:
    paragraphs: tuple[Paragraph, ...] = paragraphs_of(telling, marks_of(telling))
    shown = [flat(line.nodes) for paragraph in paragraphs for line in paragraph.lines]
    assert shown == [sentence.span.of(telling.report.text) for sentence in telling.report.sentences]


def test_the_white_space_between_sentences_is_kept() -> None:
    ((first, second),) = [paragraph.lines for paragraph in paragraphs_of(told(), ())]
    assert (first.gap, second.gap) == ("", " ")


def test_a_sentence_shows_what_became_of_it() -> None:
    account = Account(FIRST, SentenceStatus.CODED)
    lines = paragraphs_of(told(accounts=(account,)), ())[0].lines
    assert [line.status for line in lines] == [SentenceStatus.CODED, SentenceStatus.NOT_CODED]


def test_a_sentence_nobody_accounts_for_is_furniture_where_cleaning_says_so() -> None:
    telling = told()
    promo = replace(telling, report=replace(telling.report, sentences=(replace(FIRST, furniture=True),)))
    (paragraph,) = paragraphs_of(promo, ())
    assert paragraph.furniture
