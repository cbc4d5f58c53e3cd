from dataclasses import replace

from reportedly.cleaning.clean import clean
from reportedly.records.mentions import Attribution
from reportedly.records.reports import Report
from reportedly.records.spans import Span
from reportedly.understanding.speech import find_attributions
from reportedly.understanding.speech.learned import SURE, Told, told_in
from reportedly.understanding.tagger import Tag


def tag(text: str, words: str, role: str) -> Tag:
    start = text.index(words)
    return Tag(start, start + len(words), role)


def read(text: str, *tags: tuple[str, str]) -> tuple[Attribution, ...]:
    found = sorted(tag(text, words, role) for words, role in tags)
    return find_attributions(clean(Report(id="one", content=text)), found)


def test_a_cue_takes_the_source_and_the_contents_nearest_to_it() -> None:
    text = "Ada Obi blared that it fell, while Ben Ito quipped it rose."
    tags = [
        tag(text, "Ada Obi", "source"),
        tag(text, "blared", "cue"),
        tag(text, "that it fell", "content"),
        tag(text, "Ben Ito", "source"),
        tag(text, "quipped", "cue"),
        tag(text, "it rose", "content"),
    ]
    first, second = told_in(tags, 0, len(text))
    assert (first.source, first.content.of(text)) == (tags[0], "that it fell")
    assert (second.source, second.content.of(text)) == (tags[3], "it rose")


def test_contents_on_both_sides_of_a_cue_are_one() -> None:
    text = "The bridge, Ada Obi blared, was gone."
    tags = [
        tag(text, "The bridge", "content"),
        tag(text, "Ada Obi", "source"),
        tag(text, "blared", "cue"),
        tag(text, "was gone", "content"),
    ]
    assert told_in(tags, 0, len(text)) == [Told(tags[2], tags[1], Span(0, len(text) - 1))]


def test_a_cue_without_a_content_says_nothing() -> None:
    text = "Ada Obi blared."
    assert told_in([tag(text, "Ada Obi", "source"), tag(text, "blared", "cue")], 0, len(text)) == []


def test_a_second_cue_without_a_source_of_its_own_goes_on_with_the_first() -> None:
    text = "Ada Obi blared it fell and bellowed it burned."
    tags = [
        tag(text, "Ada Obi", "source"),
        tag(text, "blared", "cue"),
        tag(text, "it fell", "content"),
        tag(text, "bellowed", "cue"),
        tag(text, "it burned", "content"),
    ]
    assert [one.source for one in told_in(tags, 0, len(text))] == [tags[0], tags[0]]


def test_what_the_tagger_is_unsure_of_is_left_out() -> None:
    text = "Ada Obi blared that it fell."
    said = [tag(text, "Ada Obi", "source"), tag(text, "blared", "cue"), tag(text, "that it fell", "content")]
    assert len(told_in(said, 0, len(text))) == 1
    assert told_in([replace(said[0], surety=SURE / 2), *said[1:]], 0, len(text)) == []
    assert told_in(said[1:], 0, len(text)) == []


def test_who_is_no_speaker() -> None:
    text = "A guard, who blared that it fell, fled."
    assert read(text, ("who", "source"), ("blared", "cue"), ("that it fell", "content")) == ()


def test_a_cue_no_rule_knows_is_heard_with_its_speaker() -> None:
    text = "Police chief Ada Obi blared that two drones were down."
    assert read(text) == ()
    (said,) = read(
        text, ("Police chief Ada Obi", "source"), ("blared", "cue"), ("that two drones were down", "content")
    )
    assert said.source is not None
    assert (said.source.name, said.source.kind) == ("Ada Obi", "police")
    assert said.cue is not None
    assert (said.cue.text, said.content.of(text)) == ("blared", "that two drones were down")


def test_a_cue_the_rules_know_is_read_by_them_alone() -> None:
    text = "Ada Obi said the depot burned as the market closed."
    assert read(text, ("Ada Obi", "source"), ("said", "cue"), ("the depot burned", "content")) == read(text)


def test_somebody_who_declines_to_speak_still_says_nothing() -> None:
    text = "The ministry declined to comment on the raid."
    rules = read(text)
    assert read(text, ("The ministry", "source"), ("declined", "cue"), ("to comment on the raid", "content")) == rules
    assert rules[0].stance == "withheld"


def test_the_verb_of_a_deed_is_no_saying() -> None:
    text = "A ballistic missile slammed into a tram depot in Kesh."
    told = read(text, ("A ballistic missile", "source"), ("slammed", "cue"), ("into a tram depot in Kesh", "content"))
    assert told == ()
