import pytest

from reportedly.cleaning.furniture import furniture_spans
from reportedly.cleaning.sentences import split_sentences
from reportedly.languages.furniture import Reach, Rule, furniture
from reportedly.records.reports import Sentence
from reportedly.records.spans import Span

OPENING = "Two soldiers were wounded when a drone hit a barracks near Dorn, the army said."
CLOSING = "Nobody claimed the attack."

RULES = furniture("en").rules
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}: {example[:40]}") for rule in RULES for example in rule.examples
]
LOOKALIKES = [
    pytest.param(rule, example, id=f"{rule.name}: {example[:40]}") for rule in RULES for example in rule.lookalikes
]


def in_a_report(line: str) -> tuple[str, tuple[Sentence, ...]]:
    text = f"{OPENING}\n\n{line}\n\n{CLOSING}"
    return text, split_sentences(text, language="en")


def furniture_of(text: str) -> list[str]:
    return [s.span.of(text) for s in split_sentences(text, language="en") if s.furniture]


def story_of(text: str) -> list[str]:
    return [s.span.of(text) for s in split_sentences(text, language="en") if not s.furniture]


@pytest.mark.parametrize(("rule", "line"), EXAMPLES)
def test_every_form_is_marked_by_its_rule(rule: Rule, line: str) -> None:
    text, sentences = in_a_report(line)
    assert any(cue in line.lower() for cue in rule.cues)
    assert (
        "".join(s.span.of(text) for s in sentences if s.furniture).split() == line.split() or rule.reach is Reach.MATCH
    )
    assert [s.span.of(text) for s in sentences if not s.furniture] == [OPENING, CLOSING]


@pytest.mark.parametrize(("rule", "line"), LOOKALIKES)
def test_every_lookalike_keeps_its_words(rule: Rule, line: str) -> None:
    text, sentences = in_a_report(line)
    kept = " ".join(s.span.of(text) for s in sentences if not s.furniture)
    assert kept == f"{OPENING} {line} {CLOSING}", rule.name


def test_a_promo_box_on_a_line_with_a_real_sentence_is_cut_off_at_its_cross() -> None:
    real = "The militia had earlier denied any part in the port bombing."
    promo = "Watch | Kallia War | Dorn: Families queue outside the hospital gate ×"
    text, sentences = in_a_report(f"{promo} {real}")
    assert [s.span.of(text) for s in sentences if s.furniture] == [promo]
    assert [s.span.of(text) for s in sentences if not s.furniture] == [OPENING, real, CLOSING]


def test_of_a_long_line_behind_a_promo_word_the_later_sentences_stay() -> None:
    filler = "it runs for a minute and was filmed by the attackers before they drove to the barracks, prosecutors said"
    text = f"{OPENING}\n\nVideo: shown in court, {filler}, and {filler}. {CLOSING} {CLOSING}"
    assert story_of(text) == [OPENING, CLOSING, CLOSING]


def test_a_dateline_is_no_furniture() -> None:
    assert furniture_of("LIRATH (AP) - Two soldiers died in Dorn.\n\nDORN, Kallia (Reuters) — A bomb went off.") == []


def test_an_agency_that_could_not_verify_is_no_furniture() -> None:
    assert furniture_of(f"{OPENING}\n\nReuters could not independently verify the report.") == []


def test_a_promo_word_in_the_first_line_is_a_headline_and_stays() -> None:
    assert furniture_of(f"Watch: Drone hits barracks\n\n{OPENING}") == []


def test_the_title_is_never_furniture() -> None:
    title = "Photos: Dorn after the blast"
    sentences = split_sentences(f"{title}\n\n{OPENING}", language="en", title=Span(0, len(title)))
    assert not any(s.furniture for s in sentences)


def test_headlines_listed_under_related_stories_are_furniture_up_to_the_next_sentence() -> None:
    text = f"{OPENING}\nRelated stories:\nFive die in Lirath blast\nMayor flees Dorn\n{CLOSING}"
    assert furniture_of(text) == ["Related stories:", "Five die in Lirath blast", "Mayor flees Dorn"]


def test_a_line_of_menu_words_is_furniture_and_a_heading_that_holds_one_is_not() -> None:
    text = f"Home | World | Sports\n\n{OPENING}\n\nWorld reacts to the strike\n\n{CLOSING}"
    assert furniture_of(text) == ["Home | World | Sports"]


def test_a_line_without_letters_and_a_line_of_addresses_are_furniture() -> None:
    assert furniture_of(f"{OPENING}\n----\nhttps://k.example/a @kallia\n{CLOSING}") == [
        "----",
        "https://k.example/a @kallia",
    ]


def test_a_photo_credit_behind_a_sentence_of_a_long_paragraph_takes_only_itself() -> None:
    long = " ".join([OPENING] * 6)
    text = f"{long} (Photo: Kallia Post)\n\n{CLOSING}"
    assert furniture_of(text) == ["(Photo: Kallia Post)"]


def test_a_newsletter_sentence_inside_a_paragraph_leaves_its_neighbours() -> None:
    text = f"{OPENING} Sign up for our morning briefing. {CLOSING}"
    assert furniture_of(text) == ["Sign up for our morning briefing."]
    assert story_of(text) == [OPENING, CLOSING]


def test_neighbouring_furniture_becomes_one_span() -> None:
    text = "One. Two.\n\nThree."
    assert furniture_spans([Span(0, 4), Span(5, 9)], text) == (Span(0, 9),)
    assert furniture_spans([Span(0, 4), Span(11, 17)], text) == (Span(0, 4), Span(11, 17))
