"""Every layer of one text in one pass."""

from dataclasses import fields

import pytest

from reportedly.cleaning.clean import clean
from reportedly.codebook.book import codebook
from reportedly.gazetteer.load import load
from reportedly.records.counts import Count
from reportedly.records.mentions import Attribution, Source, Toll, Understanding
from reportedly.records.reports import Report
from reportedly.records.spans import Span
from reportedly.records.vocabulary import Responsibility, SourceKind
from reportedly.understanding.understand import understand, without_speakers

TEXT = (
    "A roadside bomb killed two soldiers near Maiduguri on Tuesday, a police spokesman said. "
    "The army blamed Boko Haram, which has repeatedly attacked army posts in the region."
)


def understood(text: str) -> Understanding:
    return understand(clean(Report(id="r", content=text)), codebook=codebook(), gazetteer=load())


@pytest.mark.parametrize(
    "layer", ["attributions", "places", "times", "figures", "tolls", "weapons", "actors", "people", "triggers", "blame"]
)
def test_every_layer_of_a_report_is_filled(layer: str) -> None:
    assert getattr(understood(TEXT), layer)


def test_each_mention_stands_inside_the_text() -> None:
    found = understood(TEXT)
    for layer in ("places", "times", "figures", "tolls", "weapons", "actors", "people", "things", "triggers"):
        for mention in getattr(found, layer):
            assert mention.span.of(TEXT).strip()


def test_blame_rests_on_the_actors_found() -> None:
    found = understood(TEXT)
    (tie,) = found.blame
    assert tie.responsibility is Responsibility.ACCUSED
    assert tie.bearer in {actor.span for actor in found.actors}


def test_the_same_text_is_understood_the_same_way_twice() -> None:
    assert understood(TEXT) == understood(TEXT)


def test_a_text_without_violence_has_no_triggers() -> None:
    found = understood("The council opened a library on Tuesday.")
    assert (found.triggers, found.blame, found.tolls, found.frame) == ((), (), (), None)


def test_layers_are_frozen_tuples() -> None:
    found = understood(TEXT)
    layers = [getattr(found, field.name) for field in fields(found) if field.name != "frame"]
    assert all(isinstance(layer, tuple) for layer in layers)


def speaker(start: int, end: int) -> Attribution:
    source = Source(name="an official", kind=SourceKind.OFFICIAL, anonymous=True, span=Span(start, end))
    return Attribution(source=source, cue=None, content=Span(0, 20))


def toll(start: int, end: int) -> Toll:
    return Toll(
        span=Span(0, 40), effect="killed", count=Count.exactly(1), group="official", group_span=Span(start, end)
    )


def test_a_speaker_behind_the_dead_is_not_one_of_them() -> None:
    dead, said = toll(8, 16), toll(20, 31)
    assert without_speakers([dead, said], [speaker(20, 31)]) == (dead,)


def test_a_dead_official_stays_where_somebody_else_speaks() -> None:
    dead = toll(20, 31)
    assert without_speakers([dead], [speaker(34, 39)]) == (dead,)


def test_a_figure_without_a_group_stays() -> None:
    bare = Toll(span=Span(0, 40), effect="killed", count=Count.exactly(2))
    assert without_speakers([bare], [speaker(20, 31)]) == (bare,)


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed two soldiers, an official said.",
        "Gunmen killed a guard, a police officer said.",
        "A bomb wounded four children, a doctor said.",
    ],
)
def test_whoever_tells_of_the_dead_is_not_counted_among_them(text: str) -> None:
    groups = {toll.group for toll in understood(text).tolls}
    assert not groups & {"official", "officer", "police officer", "doctor"}
    assert groups


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Arakan Army said it had taken the town.", SourceKind.ARMED_GROUP),
        ("UNIFIL said a patrol had come under fire.", SourceKind.OFFICIAL),
        ("A Taliban intelligence official said that a bomb had gone off.", SourceKind.ARMED_GROUP),
        ("Omar Vell, a baker, said that a bomb had gone off.", SourceKind.WITNESS),
        ("Omar Vell said that a bomb had gone off.", SourceKind.OTHER),
    ],
)
def test_a_speaker_whom_the_codebook_knows_has_its_kind(text: str, kind: SourceKind) -> None:
    (said,) = understood(text).attributions
    assert said.source is not None
    assert said.source.kind is kind
