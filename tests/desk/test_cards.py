from dataclasses import replace

from reportedly.desk.cards import cards_of, country_words, own_lines
from reportedly.records.incidents import Telling


def test_each_incident_has_a_card_in_the_reports_order(telling: Telling) -> None:
    assert [(card.sign, card.type.value) for card in cards_of(telling)] == [
        ("⊘", "drone attack"),
        ("◇", "threat"),
        ("●", "bombing"),
    ]


def test_a_voice_is_named_once_for_each_way_it_speaks(telling: Telling) -> None:
    card = cards_of(telling)[0]
    officials = [voice.how for voice in card.voices if voice.chain[0] == "two defence officials, anonymous"]
    assert officials == ["", "not saying"]
    assert [voice.chain[0] for voice in card.speakers] == [
        "two defence officials, anonymous",
        "A local councillor",
        "Marsh Brigade",
    ]


def test_each_word_of_responsibility_leads_to_whoever_bears_it_out(telling: Telling) -> None:
    held = {line.value: [voice.chain[0] for voice in line.voices] for line in cards_of(telling)[0].responsibility}
    assert held == {
        "accused": ["A local councillor"],
        "denied": ["Marsh Brigade"],
        "withheld": ["two defence officials, anonymous"],
    }


def test_a_claim_that_is_missing_leaves_a_value_without_a_voice(telling: Telling) -> None:
    card = cards_of(replace(telling, claims=()))[0]
    assert card.of("when")[0].value == "12 March 2024"
    assert card.of("when")[0].voices == ()


def test_the_toll_is_told_only_where_there_is_one(telling: Telling) -> None:
    cards = cards_of(telling)
    assert [[line.value for line in card.of("toll")] for card in cards] == [
        ["injured at least 3"],
        [],
        ["killed at least 24"],
    ]


def test_the_reports_own_claims_come_in_order_of_their_words(telling: Telling) -> None:
    assert [line.label for line in own_lines(telling)] == ["novelty", "presence"]


def test_a_country_is_named_and_an_unknown_code_stands_for_itself() -> None:
    assert (country_words("IQ"), country_words("QQ"), country_words(None)) == ("Iraq", "QQ", None)


def test_a_report_that_does_not_tell_where_is_said_not_to(telling: Telling) -> None:
    (where,) = cards_of(telling)[1].of("where")
    assert (where.value, where.voices) == ("not told", ())


def test_a_speaker_is_listed_once_by_the_longest_way_and_the_report_itself_last(telling: Telling) -> None:
    (officials, *rest) = telling.claims
    assert officials.source is not None
    short = replace(officials, id="short", source=replace(officials.source, via=("The Delta Post",)))
    own = replace(officials, id="own", source=None)
    incident = replace(telling.incidents[0], claims=("own", "short", officials.id))
    (card,) = cards_of(replace(telling, claims=(own, short, officials, *rest), incidents=(incident,)))
    assert [voice.chain for voice in card.speakers] == [
        ("two defence officials, anonymous", "Gulf Wire", "The Delta Post"),
        ("the report itself, in The Delta Post",),
    ]
