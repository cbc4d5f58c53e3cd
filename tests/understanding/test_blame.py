"""Who is tied to a deed by which words, and who is not."""

import pytest

from reportedly.cleaning.sentences import split_sentences
from reportedly.languages.patterns import EITHER, JOINT, NOTHING
from reportedly.languages.tables import table
from reportedly.records.mentions import ActorMention, Attribution, Source, Understanding
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.triggers import Blame
from reportedly.records.vocabulary import Responsibility, SourceKind
from reportedly.understanding.blame import find_blame

CLAIMED, DENIED, ACCUSED, SUSPECTED, WITHHELD = (
    Responsibility.CLAIMED,
    Responsibility.DENIED,
    Responsibility.ACCUSED,
    Responsibility.SUSPECTED,
    Responsibility.WITHHELD,
)


def actor(text: str, name: str, *, generic: bool = False) -> ActorMention:
    start = text.index(name)
    return ActorMention(span=Span(start, start + len(name)), name=name, kind="armed_group", generic=generic)


def clean(text: str) -> CleanText:
    return CleanText(
        report_id="r", text=text, text_hash="h", language="en", sentences=split_sentences(text, language="en")
    )


def blame(text: str, *names: str, generic: bool = False) -> tuple[Blame, ...]:
    actors = tuple(sorted((actor(text, name, generic=generic) for name in names), key=lambda one: one.span))
    return find_blame(clean(text), Understanding(actors=actors))


def ties(text: str, *names: str) -> list[tuple[Responsibility, str | None]]:
    return [(tie.responsibility, None if tie.bearer is None else tie.bearer.of(text)) for tie in blame(text, *names)]


@pytest.mark.parametrize(
    ("text", "responsibility"),
    [
        ("The Brigades claimed responsibility for the blast.", CLAIMED),
        ("The Brigades have claimed responsibility for the blast.", CLAIMED),
        ("Responsibility was claimed by the Brigades.", CLAIMED),
        ("The blast was claimed by the Brigades.", CLAIMED),
        ("The Brigades took responsibility for the blast.", CLAIMED),
        ("The Brigades said they were behind the blast.", CLAIMED),
        ("The Brigades denied responsibility for the blast.", DENIED),
        ("The Brigades denied involvement.", DENIED),
        ("The Brigades rejected the accusation.", DENIED),
        ("The mayor blamed the Brigades.", ACCUSED),
        ("The mayor blamed the blast on the Brigades.", ACCUSED),
        ("The mayor accused the Brigades of setting off the blast.", ACCUSED),
        ("The Brigades were blamed for the blast.", ACCUSED),
        ("The mayor attributed the attack to the Brigades.", ACCUSED),
        ("The Brigades are suspected of setting off the blast.", SUSPECTED),
        ("The mayor suspects the Brigades.", SUSPECTED),
        ("The blast bore the hallmarks of the Brigades.", SUSPECTED),
        ("The Brigades may have been behind the blast.", SUSPECTED),
    ],
)
def test_words_of_blame_tie_the_one_they_are_about(text: str, responsibility: Responsibility) -> None:
    assert set(ties(text, "Brigades")) == {(responsibility, "Brigades")}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody claimed responsibility; the Brigades were silent.",
        "No group has claimed responsibility for the blast near the Brigades' camp.",
        "None of the Brigades claimed responsibility.",
        "The Brigades have not claimed responsibility for the blast.",
        "Neither the Brigades nor they claimed responsibility.",
        "The Brigades spoke of the blast.",
    ],
)
def test_who_did_not_claim_it_is_tied_to_nothing(text: str) -> None:
    assert ties(text, "Brigades") == []


@pytest.mark.parametrize(
    "text",
    [
        "The police did not say who was behind the blast.",
        "The police declined to say who was behind the blast.",
        "The police did not blame anybody.",
        "The statement stopped short of blaming anybody.",
        "The police refused to name the bombers.",
        "The police did not say who had sent them.",
        "The police did not say who killed the traders.",
    ],
)
def test_who_could_say_and_does_not_withholds(text: str) -> None:
    assert ties(text) == [(WITHHELD, None)]


def test_an_accuser_is_not_the_accused() -> None:
    text = "The Army blamed the Brigades for the blast."
    assert ties(text, "Army", "Brigades") == [(ACCUSED, "Brigades")]


def test_a_claim_is_its_own_groups_and_not_of_those_it_hit() -> None:
    text = "The Brigades claimed responsibility for the blast that hit the Army."
    assert ties(text, "Brigades", "Army") == [(CLAIMED, "Brigades")]


def test_an_aside_between_the_group_and_its_claim_bears_nothing() -> None:
    text = "The Brigades, which fight the Army, claimed responsibility for the blast."
    assert ties(text, "Brigades", "Army") == [(CLAIMED, "Brigades")]


def test_a_doer_nobody_could_name_bears_no_blame() -> None:
    text = "The mayor blamed gunmen for the blast."
    assert blame(text, "gunmen", generic=True) == ()
    assert blame(text, "gunmen")


def test_blame_without_anybody_to_bear_it_ties_nobody() -> None:
    assert ties("The mayor blamed the weather.") == []


def test_one_text_may_claim_accuse_and_deny() -> None:
    text = "The Army blamed the Brigades. The Front claimed responsibility. The League denied involvement."
    assert ties(text, "Army", "Brigades", "Front", "League") == [
        (ACCUSED, "Brigades"),
        (CLAIMED, "Front"),
        (DENIED, "League"),
    ]
    assert [tie.sentence for tie in blame(text, "Army", "Brigades", "Front", "League")] == [0, 1, 2]


def test_furniture_blames_nobody() -> None:
    text = "Watch how the mayor blamed the Brigades."
    sentences = tuple(
        type(one)(span=one.span, paragraph=one.paragraph, furniture=True)
        for one in split_sentences(text, language="en")
    )
    page = CleanText(report_id="r", text=text, text_hash="h", language="en", sentences=sentences)
    assert find_blame(page, Understanding(actors=(actor(text, "Brigades"),))) == ()
    assert ties(text, "Brigades")


def listed(basis: str, side: str) -> list[str]:
    part = table("en", "blame")[basis]
    assert isinstance(part, dict)
    found = part[side]
    assert isinstance(found, list)
    return [spelled(str(pattern)) for pattern in found]


def spelled(pattern: str) -> str:
    """The first phrase that a pattern stands for."""
    return " ".join(
        next(choice for choice in place.split(EITHER) if choice != NOTHING).replace(JOINT, " ")
        for place in pattern.split()
    )


LEFT = [(basis, phrase) for basis in ("claimed", "denied", "accused", "suspected") for phrase in listed(basis, "left")]
RIGHT = [
    (basis, phrase) for basis in ("claimed", "denied", "accused", "suspected") for phrase in listed(basis, "right")
]


@pytest.mark.parametrize(("basis", "phrase"), LEFT)
def test_every_listed_cue_finds_its_bearer_before_it(basis: str, phrase: str) -> None:
    assert (Responsibility(basis), "Brigades") in ties(f"Brigades {phrase} it.", "Brigades")


@pytest.mark.parametrize(("basis", "phrase"), RIGHT)
def test_every_listed_cue_finds_its_bearer_after_it(basis: str, phrase: str) -> None:
    assert (Responsibility(basis), "Brigades") in ties(f"The mayor {phrase} Brigades.", "Brigades")


@pytest.mark.parametrize("phrase", listed("withheld", "phrases"))
def test_every_listed_silence_withholds(phrase: str) -> None:
    assert (WITHHELD, None) in ties(f"The mayor {phrase} it.")


def test_what_is_denied_as_a_habit_denies_no_deed() -> None:
    assert ties("The Brigades, which denies targeting civilians, did not speak of the attack.", "Brigades") == []


def test_a_denial_of_a_general_accusation_is_of_no_deed() -> None:
    text = "The mayor accuses the Brigades of arming the rebels; the Brigades denied it."
    assert ties(text, "Brigades") == []


def test_a_denial_of_the_deed_stands_beside_a_general_accusation() -> None:
    text = "The mayor accuses the Brigades of arming the rebels; the Legion denied involvement."
    assert ties(text, "Brigades", "Legion") == [(DENIED, "Legion")]


def told_by(name: str, content: str) -> list[tuple[Responsibility, str | None]]:
    """The ties of a text in which a group says something."""
    text = f"The mayor spoke of the blast; {name} told a radio station that {content}."
    whole, start = actor(text, name), text.index("that ")
    source = Source(name=name, kind=SourceKind.ARMED_GROUP, anonymous=False, span=whole.span)
    said = Attribution(source=source, cue=None, content=Span(start, len(text) - 1))
    found = find_blame(clean(text), Understanding(actors=(whole,), attributions=(said,)))
    return [(tie.responsibility, None if tie.bearer is None else tie.bearer.of(text)) for tie in found]


@pytest.mark.parametrize("phrase", listed("claimed", "own_deed"))
def test_a_group_says_of_a_deed_told_before_that_it_was_its_own(phrase: str) -> None:
    assert told_by("the Brigades", phrase) == [(CLAIMED, "the Brigades")]
    assert told_by("the Brigades", f"{phrase} not") == []


def test_a_group_may_claim_it() -> None:
    assert ties("The Brigades claimed it.", "Brigades") == [(CLAIMED, "Brigades")]


@pytest.mark.parametrize("phrase", listed("suspected", "likened"))
def test_a_deed_like_those_of_somebody_makes_it_suspected_and_not_accused(phrase: str) -> None:
    text = f"The blast was {phrase} attacks carried out by the Brigades."
    assert ties(text, "Brigades") == [(Responsibility.SUSPECTED, "Brigades")]


def test_a_deed_unlike_those_of_somebody_makes_it_not_suspected() -> None:
    assert ties("The blast was not similar to attacks by the Brigades.", "Brigades") == []


def test_a_suspect_is_somebody_and_suspects_nobody() -> None:
    assert ties("The suspect had sworn loyalty to the Brigades.", "Brigades") == []
    assert ties("Investigators suspect the Brigades.", "Brigades") == [(SUSPECTED, "Brigades")]


def test_who_did_not_comment_withheld() -> None:
    assert ties("A drone hit the depot. The Brigades did not comment.", "Brigades") == [(WITHHELD, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor attributed Sunday's launch to the Brigades.",
        "The mayor ascribed the deed to the Brigades.",
        "The mayor pinned the blame for it on the Brigades.",
        "The mayor laid responsibility for it on the Brigades.",
        "The Army lays the carnage at the door of the Brigades.",
    ],
)
def test_what_is_laid_on_somebody_accuses_them(text: str) -> None:
    assert ties(text, "Brigades") == [(ACCUSED, "Brigades")]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor put a wreath on the Brigades' grave.",
        "The mayor attributed nothing, and spoke to the Brigades.",
        "The mayor did not attribute the launch to the Brigades.",
    ],
)
def test_what_is_not_laid_on_somebody_accuses_nobody(text: str) -> None:
    assert (ACCUSED, "Brigades") not in ties(text, "Brigades")


@pytest.mark.parametrize("word", ["whether", "if"])
def test_who_is_asked_about_is_not_accused(word: str) -> None:
    text = f"Asked {word} the Brigades of the Upper River were behind the blast, the mayor spoke of rain."
    assert ties(text, "Brigades of the Upper River") == []
