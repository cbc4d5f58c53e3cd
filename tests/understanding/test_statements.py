"""Every phrase list of the statement layer: its examples make a statement of its kind, its look-alikes none."""

import datetime as dt
from functools import cache

import pytest

from reportedly.cleaning.clean import clean
from reportedly.codebook.book import Codebook, codebook
from reportedly.gazetteer.load import Gazetteer, load
from reportedly.languages.phrases import tokenize
from reportedly.languages.statements import PhraseList, statement_words
from reportedly.records.reports import CleanText, Report
from reportedly.records.statements import Statement
from reportedly.records.vocabulary import ClaimField
from reportedly.understanding.statements import find
from reportedly.understanding.understand import understand

LISTS = tuple(statement_words("en").lists.values())
KINDS = {field.value for field in ClaimField}


@cache
def layers() -> tuple[Codebook, Gazetteer]:
    return codebook(), load()


def read(text: str) -> CleanText:
    return clean(Report(id="r", content=text, published=dt.date(2024, 6, 5)))


def statements(text: str) -> list[Statement]:
    book, gazetteer = layers()
    return list(understand(read(text), codebook=book, gazetteer=gazetteer).statements)


def told(text: str, field: ClaimField) -> list[Statement]:
    return [one for one in statements(text) if one.field is field]


def field_of(one: PhraseList) -> ClaimField:
    return ClaimField(one.name.split(".")[0])


EXAMPLES = [(one, text) for one in LISTS for text in one.examples]
LOOK_ALIKES = [(one, text) for one in LISTS for text in one.look_alikes]


def name_of(value: object) -> str:
    return value.name if isinstance(value, PhraseList) else str(value)[:40]


@pytest.mark.parametrize(("one", "text"), EXAMPLES, ids=name_of)
def test_an_example_makes_a_statement_of_its_kind(one: PhraseList, text: str) -> None:
    assert told(text, field_of(one))


@pytest.mark.parametrize(("one", "text"), LOOK_ALIKES, ids=name_of)
def test_a_look_alike_makes_none_of_that_kind(one: PhraseList, text: str) -> None:
    assert not told(text, field_of(one))


@pytest.mark.parametrize(("one", "text"), EXAMPLES, ids=name_of)
def test_an_example_tells_otherwise_without_its_list(
    one: PhraseList, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = statements(text)
    poorer = statement_words("en").without(one.name)
    monkeypatch.setattr(find, "statement_words", lambda _: poorer)
    assert statements(text) != whole


@pytest.mark.parametrize(("one", "text"), EXAMPLES, ids=name_of)
def test_an_example_holds_a_phrase_of_its_list(one: PhraseList, text: str) -> None:
    assert one.name in statement_words("en").hits(tokenize(text))


@pytest.mark.parametrize("text", [text for _, text in EXAMPLES], ids=name_of)
def test_a_statement_stands_inside_one_sentence(text: str) -> None:
    page = read(text)
    for one in statements(text):
        assert any(sentence.span.contains(one.span) for sentence in page.sentences)


def test_two_forces_in_one_clause_are_two_presences_with_the_mission_told_after_them() -> None:
    text = "Norland has 2,500 troops in Mali, with another 900 in Niger. Their mission is to train local guards."
    found = told(text, ClaimField.PRESENCE)
    assert [one.value["place"] for one in found if one.value["count"] == {"low": 2500, "high": 2500}] == ["Mali"]
    assert [one.value["place"] for one in found if one.value["count"] == {"low": 900, "high": 900}] == ["Niger"]
    assert {one.value["mission"] for one in found} == {"train local guards"}


def test_a_force_carries_the_name_of_the_state_that_keeps_it() -> None:
    (found,) = told("France keeps 1,500 soldiers in Djibouti, where they train local forces.", ClaimField.PRESENCE)
    assert found.value["force"] == "France soldiers"
    assert found.value["mission"] == "where they train local forces"


def test_a_tally_tells_its_count_its_place_and_since_when() -> None:
    (found,) = told("Raiders have attacked convoys at least 16 times in Mali since March 3.", ClaimField.TALLY)
    assert found.value["count"] == {"low": 16, "high": None}
    assert (found.value["since"], found.value["until"], found.value["place"]) == ("2024-03-03", None, "Mali")


def test_a_tally_up_to_a_day_has_an_until_and_no_since() -> None:
    (found,) = told("Over 60 soldiers were wounded before the May 4 truce.", ClaimField.TALLY)
    assert (found.value["since"], found.value["until"]) == (None, "2024-05-04")


def test_a_breakdown_by_place_belongs_to_the_tally_before_it() -> None:
    text = "Raiders have struck the posts 12 times since May 4. Seven took place in Mali and five in Niger."
    last = told(text, ClaimField.TALLY)[-1]
    assert last.value["counts"] == ({"low": 7, "high": 7}, {"low": 5, "high": 5})


def test_a_number_of_nobody_is_no_tally() -> None:
    assert not told("No group has claimed any of the attacks so far this year.", ClaimField.TALLY)


def test_a_tally_leaves_out_who_said_it() -> None:
    (found,) = told("Raiders have shelled the posts nine times since May, a UN spokesman said.", ClaimField.TALLY)
    assert found.value["what"] == "Raiders have shelled the posts nine times since May"


def test_a_novelty_tells_its_rank_its_place_and_its_period_in_the_words_of_the_report() -> None:
    (found,) = told("It was the first such attack in Goma in more than two years.", ClaimField.NOVELTY)
    assert (found.value["ordinal"], found.value["place"]) == ("first", "Goma")
    assert found.value["period"] == "in more than two years"


def test_an_accusation_tells_who_accuses_whom_of_what() -> None:
    (found,) = told("Rwanda has long accused Congo of arming rebels.", ClaimField.ACCUSATION)
    assert (found.value["who"], found.value["of"]) == ("Congo", "arming rebels")
    assert found.value["by"] == "Rwanda"


def test_what_which_denies_points_back_to_is_the_accusation() -> None:
    text = "Rwanda has long accused Congo of arming rebels, a charge that Kinshasa denies."
    (found,) = told(text, ClaimField.DENIAL)
    assert (found.value["who"], found.value["of"]) == ("Congo", "arming rebels")
    assert found.span.of(text) == "a charge that Kinshasa denies"


def test_it_denies_in_the_name_of_the_accused() -> None:
    text = "Officials have accused Boko Haram of earlier attacks on the mines, which it has denied."
    (found,) = told(text, ClaimField.DENIAL)
    assert found.value["who"] == "Boko Haram"


def test_a_series_tells_what_goes_on_and_where() -> None:
    (found,) = told("Militias have often fired rockets at the airport in Baghdad.", ClaimField.SERIES)
    assert found.value["place"] == "Baghdad"
    assert found.value["count"] is None


def test_attacks_with_a_day_of_their_own_are_no_series() -> None:
    assert not told("The town was hit by several strikes on Monday.", ClaimField.SERIES)


def test_a_context_begins_at_the_words_that_open_it() -> None:
    text = "Envoys left the capital amid stalled talks on a truce."
    (found,) = told(text, ClaimField.CONTEXT)
    assert found.value["what"] == "amid stalled talks on a truce"


def test_furniture_makes_no_statement() -> None:
    text = "Rain fell on the port.\n\nWatch | The first attack on the port in years | More video\n\nShops were shut."
    assert any(sentence.furniture for sentence in read(text).sentences)
    assert not statements(text)


def test_many_dead_of_a_few_days_are_no_tally() -> None:
    assert not told("More than 200 people have been killed in fighting since Friday.", ClaimField.TALLY)


def test_many_dead_of_a_year_are_a_tally() -> None:
    assert told("Gangs killed 5,601 people in Haiti in 2023.", ClaimField.TALLY)


def test_nobody_hurt_in_a_month_is_no_tally() -> None:
    assert told("Last December raiders sent a drone at a pump, and nobody was hurt.", ClaimField.TALLY) == []


@pytest.mark.parametrize(
    "text", ["The board said 900 miners had been killed there since.", "900 MINERS WERE KILLED SINCE"]
)
def test_a_since_with_nothing_after_it_ends_its_clause(text: str) -> None:
    assert all(one.span.of(text) for one in statements(text))
