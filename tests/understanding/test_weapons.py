"""Which weapons a text names, under which code, and how many."""

import pytest

from reportedly.cleaning.sentences import split_sentences
from reportedly.codebook.book import codebook
from reportedly.languages.weapons import weapon_words
from reportedly.records.counts import Count
from reportedly.records.mentions import Figure, WeaponMention
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.understanding.weapons import find_weapons


def clean(text: str, furniture: tuple[Span, ...] = ()) -> CleanText:
    sentences = split_sentences(text, language="en")
    return CleanText(report_id="r", text=text, text_hash="h", language="en", sentences=sentences, furniture=furniture)


def weapons(text: str, **counts: Count) -> tuple[WeaponMention, ...]:
    """The weapons of ``text``, each key of ``counts`` being a number in it."""
    figures = tuple(
        Figure(Span(text.index(word), text.index(word) + len(word)), count) for word, count in counts.items()
    )
    return find_weapons(clean(text), figures)


def codes(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.code) for one in weapons(text)]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("They used a one-way attack drone.", "one-way attack drone", "one_way_drone"),
        ("They used Katyusha rockets.", "Katyusha rockets", "rocket"),
        ("They used Shahed-136 drones.", "Shahed-136 drones", "one_way_drone"),
        ("They used F-16s.", "F-16s", "aircraft"),
        ("They used an AC-130J gunship.", "AC-130J gunship", "gunship"),
        ("They used a short-range ballistic missile.", "short-range ballistic missile", "ballistic_missile"),
        ("They used precision-guided bombs.", "precision-guided bombs", "air_delivered_munition"),
        ("They used AK-47 rifles.", "AK-47 rifles", "rifle"),
        ("They used a remote-controlled roadside bomb.", "remote-controlled roadside bomb", "ied"),
        ("They used a 122-mm rocket.", "122-mm rocket", "rocket"),
        ("THEY USED DYNAMITE.", "DYNAMITE", "dynamite"),
    ],
)
def test_a_weapon_keeps_its_modifiers_and_has_its_code(text: str, name: str, code: str) -> None:
    assert codes(text) == [(name, code)]


def test_the_number_right_before_counts_the_weapons() -> None:
    found = weapons("At least two one-way drones and 14 Grad rockets fell.", **{"14": Count(14, 14)})
    assert [one.count for one in found] == [None, Count(14, 14)]
    figure = Figure(Span(0, 12), Count(2, None))
    assert find_weapons(clean("At least two one-way drones fell."), (figure,))[0].count == Count(2, None)


def test_an_article_before_a_singular_is_one_and_a_bare_plural_is_not_counted() -> None:
    assert [one.count for one in weapons("A rocket fell, then rockets.")] == [Count(1, 1), None]


def test_a_number_before_an_attack_counts_no_weapons() -> None:
    found = weapons("Then three drone attacks and a rocket attack followed.", three=Count(3, 3))
    assert [(one.name, one.count) for one in found] == [("drone", None), ("rocket", None)]


@pytest.mark.parametrize(
    "text",
    [
        "They hid in a missile factory.",
        "It is part of the missile defence system, like the Iron Dome.",
        "The drone footage shows a field.",
        "A rocket scientist spoke of gun control.",
        "The film was a bombshell.",
        "The bomb squad came.",
    ],
)
def test_what_only_holds_a_weapon_s_noun_is_none(text: str) -> None:
    assert codes(text) == []


def test_a_name_that_is_a_common_word_too_needs_its_capital() -> None:
    assert codes("The storm shadows grew, and a hellfire of words followed.") == []
    assert codes("Two Hellfires hit it.") == [("Hellfires", "missile")]


def test_nothing_is_taken_from_furniture() -> None:
    report = clean("Watch: rockets fall.\n\nRockets fell.", (Span(0, 20),))
    assert [one.span.start for one in find_weapons(report)] == [22]


FORMS = [(forms.frame, word, forms.code) for forms in weapon_words("en").forms for word in forms.words]


@pytest.mark.parametrize(("frame", "word", "code"), FORMS, ids=lambda one: one.replace(" ", "_"))
def test_each_form_is_found_in_its_block_s_sentence(frame: str, word: str, code: str) -> None:
    start = frame.index("{}")
    found = {(one.span.end, one.code) for one in weapons(frame.replace("{}", word)) if one.span.start <= start}
    assert (start + len(word), code) in found


@pytest.mark.parametrize("forms", weapon_words("en").forms, ids=lambda forms: f"{forms.code}-{forms.words[0]}")
def test_nothing_is_found_in_a_block_s_look_alike(forms: object) -> None:
    assert codes(getattr(forms, "look_alike")) == []  # noqa: B009 - the parameter is a table of the data file


def test_every_code_is_one_of_the_codebook_s_and_every_code_has_a_form() -> None:
    assert {forms.code for forms in weapon_words("en").forms} == set(codebook().codes("weapon")) - {"unknown"}
