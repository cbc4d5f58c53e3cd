"""Who speaks and through whom, in shapes of the genre beyond the plain ones."""

import pytest

from reportedly.cleaning.sentences import split_sentences
from reportedly.records.mentions import Source
from reportedly.records.reports import CleanText
from reportedly.records.vocabulary import SourceKind
from reportedly.understanding.speech import find_attributions


def sources(text: str) -> list[Source]:
    page = CleanText(
        report_id="r", text=text, text_hash="h", language="en", sentences=split_sentences(text, language="en")
    )
    return [one.source for one in find_attributions(page) if one.source is not None]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("The mayor told Radio Vasa that it was over.", "Radio Vasa"),
        ("The mayor told Channel 12 that it was over.", "Channel 12"),
        ("The mayor told Blue Hills radio that it was over.", "Blue Hills radio"),
        ("The mayor told the Ostran service of Radio Vasa that it was over.", "Radio Vasa"),
        ("The mayor told the weekly Red Dot that it was over.", "Red Dot"),
        ("The mayor said in a message carried by the Ostran site Al-Vasa that it was over.", "Al-Vasa"),
        ("The Ostra Front took credit through Amaq on Sunday.", "Amaq"),
        ("The Ostra Front boasted of it on their radio, Avala.", "Avala"),
        ("A spokesman for the council, reached by telephone by the agency Vasa News, said it was over.", "Vasa News"),
    ],
)
def test_the_outlet_between_speaker_and_reader_is_told(text: str, via: str) -> None:
    assert [one.via for one in sources(text)] == [(via,)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Contacted, the police spokesman, Ivo Brandt, confirmed the raid.", "Ivo Brandt"),
        ("“It is over,” a surgeon there told Nile Post Vasa.", "surgeon"),
        ("Gunmen took him on Monday, his campaign denounced.", "his campaign"),
        ("The interior ministry regretted an attack on everybody.", "interior ministry"),
        ("Prosecutors opened a case and attribute the launch to the Ostra Front.", "Prosecutors"),
        ("The provincial prosecutor, Ivo Brandt, pointed his finger at the Ostra Front.", "Ivo Brandt"),
        ("The Ostra Front owned up to the raid.", "Ostra Front"),
        ("The embassy reckoned that it was over.", "embassy"),
        ("The embassy cautioned that it was over.", "embassy"),
    ],
)
def test_somebody_speaks_in_other_shapes_too(text: str, name: str) -> None:
    assert [one.name for one in sources(text)] == [name]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The General Staff said it was over.", SourceKind.MILITARY),
        ("The governorate said it was over.", SourceKind.OFFICIAL),
        ("The security directorate said it was over.", SourceKind.OFFICIAL),
        ("The paramilitaries said it was over.", SourceKind.ARMED_GROUP),
        ("Ivo Brandt, a volunteer, said it was over.", SourceKind.WITNESS),
        ("His lawyer, Ivo Brandt, said it was over.", SourceKind.OTHER),
        ("Ivo Brandt said it was over.", SourceKind.OTHER),
    ],
)
def test_the_words_beside_a_name_tell_the_kind(text: str, kind: SourceKind) -> None:
    assert [one.kind for one in sources(text)] == [kind]


@pytest.mark.parametrize("who", ["Farmers", "A monk", "Her employer", "A relation of the man", "The boy's uncle"])
def test_unnamed_people_who_tell_what_they_saw_are_anonymous(who: str) -> None:
    assert [one.anonymous for one in sources(f"{who} said it was over.")] == [True]
