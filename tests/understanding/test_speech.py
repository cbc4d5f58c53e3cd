import pytest
from hypothesis import given
from hypothesis import strategies as st

import reportedly
from reportedly.cleaning.sentences import split_sentences
from reportedly.languages.speech import speech
from reportedly.records.identity import hash_of
from reportedly.records.mentions import Attribution, Source
from reportedly.records.reports import CleanText, Sentence
from reportedly.records.spans import Span
from reportedly.records.vocabulary import Factuality, SourceKind
from reportedly.understanding.speech import find_attributions


def clean_text(text: str, *, publisher: str | None = None, title: str | None = None) -> CleanText:
    whole = text if title is None else f"{title}\n\n{text}"
    span = None if title is None else Span(0, len(title))
    return CleanText(
        report_id="r",
        text=whole,
        text_hash=hash_of(whole),
        language="en",
        sentences=split_sentences(whole, language="en", title=span),
        title_span=span,
        publisher=publisher,
        title=title,
    )


def told(text: str) -> list[Attribution]:
    return list(find_attributions(clean_text(text)))


def only(text: str) -> Attribution:
    found = told(text)
    assert len(found) == 1, [(one.source.name if one.source else None, one.cue) for one in found]
    return found[0]


def source(attribution: Attribution) -> Source:
    assert attribution.source is not None
    return attribution.source


def words(text: str, attribution: Attribution) -> tuple[str, str, str]:
    one = source(attribution)
    assert one.span is not None
    assert attribution.cue is not None
    return one.span.of(text), attribution.cue.text, attribution.content.of(text)


DIRECT = [
    ("''We saw two drones,'' Mara Tolen said.", "Mara Tolen", "said", "''We saw two drones,''"),
    ("‘We saw two drones,’ said Mara Tolen.", "Mara Tolen", "said", "‘We saw two drones,’"),
    ("'We saw the guards' two drones,' said Mara Tolen.", "Mara Tolen", "said", "'We saw the guards' two drones,'"),
    ('"We will fight," the mayor vowed.', "the mayor", "vowed", '"We will fight,"'),
    ("“We saw two drones,” Mara Tolen said.", "Mara Tolen", "said", "“We saw two drones,”"),
    ('"We saw two drones," said Mara Tolen, a baker.', "Mara Tolen, a baker", "said", '"We saw two drones,"'),
    ("“We saw two drones”, added Mara Tolen.", "Mara Tolen", "added", "“We saw two drones”"),
    ("Mara Tolen wrote: “We saw two drones.”", "Mara Tolen", "wrote", "“We saw two drones.”"),
    (
        "“We saw,” Mara Tolen said, “two drones over the port.”",
        "Mara Tolen",
        "said",
        "“We saw,” Mara Tolen said, “two drones over the port.”",
    ),
]


@pytest.mark.parametrize(("text", "who", "cue", "what"), DIRECT)
def test_direct_speech_has_its_speaker_cue_and_quotation(text: str, who: str, cue: str, what: str) -> None:
    found = only(text)
    assert words(text, found) == (who, cue, what)
    assert found.direct


INDIRECT = [
    ("Police said that two men fled.", "Police", "said", "that two men fled"),
    ("Two men fled, police said.", "police", "said", "Two men fled"),
    ("Two men fled, said Mara Tolen, a baker.", "Mara Tolen, a baker", "said", "Two men fled"),
    ("Two men, police said, fled on foot.", "police", "said", "Two men, police said, fled on foot"),
    ("According to police, two men fled.", "police", "According to", "two men fled"),
    ("Two men fled, according to police.", "police", "according to", "Two men fled"),
    ("The mayor told residents on Monday that two men fled.", "The mayor", "told", "that two men fled"),
    ("Ana Rull, the spokeswoman, added that two men fled.", "Ana Rull, the spokeswoman", "added", "that two men fled"),
    (
        "The police chief of Vasa, J. R. Otto, told a news conference that two men fled.",
        "The police chief of Vasa, J. R. Otto",
        "told",
        "that two men fled",
    ),
    (
        "A guard who asked not to be named told AFP that two men fled.",
        "A guard who asked not to be named",
        "told",
        "that two men fled",
    ),
    ("The Vasa Front claimed responsibility for the raid.", "The Vasa Front", "claimed", "responsibility for the raid"),
    ("The raid was claimed by the Vasa Front.", "the Vasa Front", "was claimed by", "The raid"),
    ("The army put the toll at 14.", "The army", "put the toll", "at 14"),
    ("The army counts 78 raids.", "The army", "counts", "78 raids"),
    ("The army called it a massacre.", "The army", "called", "it a massacre"),
    ("The army accused the rebels of shelling a clinic.", "The army", "accused", "the rebels of shelling a clinic"),
    ("The army blamed the rebels for the raid.", "The army", "blamed", "the rebels for the raid"),
    ("The governor condemned the raid.", "The governor", "condemned", "the raid"),
    ("The governor urged both sides to stop.", "The governor", "urged", "both sides to stop"),
    ("The governor called on both sides to stop.", "The governor", "called on", "both sides to stop"),
    ("The rebels threatened to burn the port.", "The rebels", "threatened", "to burn the port"),
    ("The pilot was quoted as saying that it was dark.", "The pilot", "was quoted as saying", "that it was dark"),
    ("In a statement, the army said two men fled.", "the army", "said", "two men fled"),
    (
        "Two men fled the base, the army announced in Communiqué No. 14.",
        "the army",
        "announced",
        "Two men fled the base",
    ),
    ("The army announced in statement 12 that two men fled.", "The army", "announced", "that two men fled"),
    ("The army said in a statement on Monday that two men fled.", "The army", "said", "that two men fled"),
    ("The mayor spoke of two dead.", "The mayor", "spoke of", "two dead"),
    ("An attack that officials say was planned failed.", "officials", "say", "was planned failed"),
    ("The blast killed two, the mayor said, without giving details.", "the mayor", "said", "The blast killed two"),
    ("The army said late on Monday two men fled.", "The army", "said", "two men fled"),
    (
        "Mara Tolen, who ran a mill in Orle, Vasa, until May, said two men fled.",
        "Mara Tolen, who ran a mill in Orle, Vasa, until May",
        "said",
        "two men fled",
    ),
    (
        "Col. Ivo Brandt, head of the Vasa brigade said two men fled.",
        "Col. Ivo Brandt, head of the Vasa brigade",
        "said",
        "two men fled",
    ),
    ("It was grim, with Mara Tolen calling it a massacre.", "Mara Tolen", "calling", "it a massacre"),
    ("After the raid President Okon said two men fled.", "President Okon", "said", "two men fled"),
    ("On Monday officials said two men fled.", "officials", "said", "two men fled"),
    ("As many as 40 people drowned, the Red Cross fears.", "the Red Cross", "fears", "As many as 40 people drowned"),
    ("The mayor warned on Monday of a flood.", "The mayor", "warned", "a flood"),
    ("A paper quotes the mayor as having fled.", "the mayor", "quotes", "fled"),
    ("There was condemnation from the Vasa Union.", "the Vasa Union", "condemnation", "There was"),
    ("It hit a clinic that claimed to have lost two men.", "that", "claimed", "to have lost two men"),
    ("By the account of the mayor, two men fled.", "the mayor", "By the account of", "two men fled"),
    (
        "The siege had, by the account of nurses there, killed two men.",
        "nurses",
        "by the account of",
        "The siege had, by the account of nurses there, killed two men",
    ),
    ("By a count of the Vasa Union, two men fled.", "the Vasa Union", "By a count of", "two men fled"),
    ("Two men fled, by the mayor's account.", "the mayor", "account", "Two men fled"),
    ("On the army's own account, two men fled.", "the army", "account", "two men fled"),
    ("In the words of the mayor, two men fled.", "the mayor", "In the words of", "two men fled"),
    ("Two men fled, as the mayor put it.", "the mayor", "put it", "Two men fled"),
    ("Ada Brandt, the mayor, blamed Sarim for it.", "Ada Brandt, the mayor", "blamed", "Sarim for it"),
    ("The mayor blamed Monday's raid on the rebels.", "The mayor", "blamed", "Monday's raid on the rebels"),
    ("The jury found that two men fled.", "The jury", "found", "that two men fled"),
    ("The mayor added that two men fled.", "The mayor", "added", "that two men fled"),
    ("Two men fled, Reported Reuters.", "Reuters", "Reported", "Two men fled"),
    ("“Who saw the two drones?” Mara Tolen said.", "Mara Tolen", "said", "“Who saw the two drones?”"),
]


@pytest.mark.parametrize(("text", "who", "cue", "what"), INDIRECT)
def test_indirect_speech_has_its_speaker_cue_and_content(text: str, who: str, cue: str, what: str) -> None:
    assert words(text, only(text)) == (who, cue, what)


SILENT = [
    "The state police arrested two men.",
    "The report was long and the claims were many.",
    "No group has claimed responsibility.",
    "Nobody claimed the raid.",
    "The army reported for duty.",
    "The army arrested alleged rebels.",
    "The pact was condemned to fail.",
    "The pilot held a post in the capital.",
    "The truce has held since May.",
    "The situation has added weight to the talks.",
    "The strike claimed 20 lives.",
    "A strike that claimed 20 lives hit Vasa.",
    "Not one group has claimed responsibility.",
    "Neither the army nor the rebels claimed responsibility.",
    "Neither side said who fired.",
    "By all accounts the raid failed.",
    "He put it in the truck.",
    "A helicopter found the trail of the men who had fled.",
]


@pytest.mark.parametrize("text", SILENT)
def test_words_that_only_look_like_speech_attribute_nothing(text: str) -> None:
    assert told(text) == []


STANCES = [
    ("The army denied that it fired.", Factuality.DENIED),
    ("The army distanced itself from the raid.", Factuality.DENIED),
    ("The army said it had nothing to do with the raid.", Factuality.DENIED),
    ("The army did not deny that it fired.", Factuality.ASSERTED),
    ("The army believes rebels fired.", Factuality.POSSIBLE),
    ("The army said rebels may have fired.", Factuality.POSSIBLE),
    ("The army declined to say who fired.", Factuality.WITHHELD),
    ("The army did not specify who fired.", Factuality.WITHHELD),
    ("The army would not say who fired.", Factuality.WITHHELD),
    ("The army neither confirmed nor denied the strike.", Factuality.WITHHELD),
    ("The mayor could not be reached for comment.", Factuality.WITHHELD),
    ("The army said rebels fired in May.", Factuality.ASSERTED),
    ("There was no immediate comment from the army.", Factuality.WITHHELD),
    ("The rebels warned that if the siege went on, they would burn the port.", Factuality.CONDITIONAL),
    ("The army said rebels fired.", Factuality.ASSERTED),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stance_is_how_the_speaker_holds_what_is_said(text: str, stance: Factuality) -> None:
    assert only(text).stance is stance


@pytest.mark.parametrize(
    "text",
    [
        "The men reportedly fled.",
        "The men allegedly fled.",
        "It was reported that the men fled.",
        "The men are believed to have fled.",
        "Men said to be rebels fled.",
        "Unconfirmed reports say that the men fled.",
    ],
)
def test_a_cue_without_a_speaker_is_a_possible_claim_of_nobody(text: str) -> None:
    found = only(text)
    assert found.source is None
    assert found.stance is Factuality.POSSIBLE


@pytest.mark.parametrize(
    "text",
    [
        "Early findings suggest that two men fled.",
        "The investigation found that two men fled.",
        "Evidence suggests that two men fled.",
        "The situation in Vasa suggests that two men fled.",
        "I said that two men fled.",
        "They said that two men fled.",
        "It said that two men fled.",
        "By their own count, two men fled.",
    ],
)
def test_things_and_pronouns_that_stand_for_nobody_are_no_source(text: str) -> None:
    found = only(text)
    assert found.source is None
    assert "two men fled" in found.content.of(text)


@pytest.mark.parametrize("text", ["Findings by the army suggest two men fled.", "Army findings suggest two men fled."])
def test_findings_speak_for_whoever_made_them(text: str) -> None:
    assert source(only(text)).name.lower() == "army"


def test_what_findings_suggest_inside_a_speech_is_the_speaker_s() -> None:
    found = told("Police said early findings suggest that two men fled.")
    assert [source(one).name for one in found] == ["Police", "Police"]


def test_a_withheld_comment_without_more_words_has_the_cue_as_content() -> None:
    text = "The army confirmed the raid but gave no details."
    last = told(text)[-1]
    assert last.stance is Factuality.WITHHELD
    assert last.content.of(text) == "gave no details"


def test_two_cues_of_one_speaker_share_it_and_part_the_content() -> None:
    text = "Police said two men fled, adding that one was armed."
    first, second = told(text)
    assert source(first).name == source(second).name == "Police"
    assert first.content.of(text) == "two men fled"
    assert second.content.of(text) == "that one was armed"


def test_two_speakers_in_one_sentence_keep_their_own_contents() -> None:
    text = "The mayor said two men fled, while a guard said three did."
    first, second = told(text)
    assert first.content.of(text) == "two men fled"
    assert (source(second).name, second.content.of(text)) == ("guard", "three did")


def test_a_semicolon_parts_two_speakers() -> None:
    text = "The army said two men fled; a guard, reached by telephone, said three did."
    first, second = told(text)
    assert (source(first).name, first.content.of(text)) == ("army", "two men fled")
    assert (source(second).name, second.content.of(text)) == ("guard", "three did")


def test_the_clause_of_who_ends_where_the_speaker_goes_on() -> None:
    text = "The rebels, who say they fight for the north, denied it."
    assert [one.content.of(text) for one in told(text)] == ["they fight for the north", "it"]


def test_a_statement_posted_somewhere_is_no_second_speaker() -> None:
    text = "The rebels said in a statement posted on Telegram that two men fled."
    assert source(only(text)).name == "rebels"


def test_what_an_outlet_says_citing_somebody_is_no_speaker() -> None:
    names = [source(one).name for one in told("Vasa Wire, citing a guard, reported two men fled.")]
    assert names == ["guard", "Vasa Wire"]


def test_a_quotation_that_goes_on_is_part_of_what_was_said() -> None:
    text = "“We saw two drones,” Mara Tolen said. “Then the port burned down.”"
    found = only(text)
    assert found.content == Span(0, len(text))


def test_a_quotation_in_the_next_paragraph_belongs_to_the_same_speaker() -> None:
    text = "“We saw two drones,” Mara Tolen said.\n\n“Then the whole port burned down.”"
    first, second = told(text)
    assert source(first).name == source(second).name == "Mara Tolen"
    assert second.content.of(text) == "“Then the whole port burned down.”"


def test_what_was_said_may_stand_in_the_next_paragraph() -> None:
    text = "Mara Tolen said:\n\n“We saw two drones over the port.”"
    assert only(text).content.of(text) == "“We saw two drones over the port.”"


def test_cues_inside_a_quotation_are_its_speaker_s_words() -> None:
    text = "“The guards said nobody would come,” Mara Tolen said."
    assert source(only(text)).name == "Mara Tolen"


def test_furniture_attributes_nothing() -> None:
    text = "Police said two men fled."
    clean = CleanText(
        report_id="r",
        text=text,
        text_hash="h",
        language="en",
        sentences=(Sentence(Span(0, len(text)), 0, furniture=True),),
    )
    assert find_attributions(clean) == ()


def test_a_headline_names_its_speaker_before_a_colon_or_behind_a_dash() -> None:
    clean = clean_text("The siege is over.", title="Police: two men fled Vasa")
    assert [source(one).name for one in find_attributions(clean)] == ["Police"]
    clean = clean_text("The siege is over.", title="Two men fled Vasa - Police")
    assert [one.content.of(clean.text) for one in find_attributions(clean)] == ["Two men fled Vasa"]


def test_a_dateline_is_no_speaker() -> None:
    assert told("ISLAMABAD: Two men fled on Monday.") == []


def test_a_text_in_capitals_is_read_too() -> None:
    text = "THE POLICE SAID THAT TWO MEN FLED."
    assert words(text, only(text)) == ("THE POLICE", "SAID", "that two men fled".upper())


def test_a_quotation_closed_by_the_wrong_mark_ends_there() -> None:
    text = '“We saw two drones," Mara Tolen said. Police said nothing was hit.'
    assert [source(one).name for one in told(text)] == ["Mara Tolen", "Police"]


def test_a_headline_in_title_case_is_read() -> None:
    clean = clean_text("The siege is over.", title="Vasa Mayor Says Two Men Fled")
    assert [one.content.of(clean.text) for one in find_attributions(clean)] == ["Two Men Fled"]


def test_attitudes_inside_another_s_speech_are_left_out() -> None:
    assert [source(one).name for one in told("Police said the men want a ransom.")] == ["Police"]


PIECES = st.sampled_from([*"“”‘’'\"(),.;:—-", "\n\n", "'s", "said", "told", "who", "that", "and", "Ada", "Obi", "AFP"])
CUES = st.sampled_from(["according to", "quoted as saying", "citing", "with", "denied", "by", "the army", "not", "it"])


@given(st.lists(PIECES | CUES, max_size=40))
def test_any_text_gives_spans_inside_it_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    if not text.strip():
        return
    found = find_attributions(clean_text(text))
    for one in found:
        assert one.content.of(text)
        assert one.source is None or one.source.name.strip()
        assert one.source is None or (one.source.span is not None and one.source.span.of(text))
    assert found == find_attributions(clean_text(text))


def test_every_speech_verb_group_of_the_table_is_read() -> None:
    assert {verb.takes for verb in speech("en").verbs.values()} == {"any", "clause", "phrase", "negated", "none"}


def test_the_kinds_of_the_table_are_the_contract_s() -> None:
    assert set(speech("en").kinds.heads.values()) <= set(SourceKind)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A man who tracks flights from the base said two jets took off.", "man"),
        ("An engineer who works for the oil firm said it was hit.", "engineer"),
        ("The group carried out attacks in Kesh, took the fort and claimed it would win.", "group"),
    ],
)
def test_a_speaker_ends_before_the_verb_of_its_own_clause(text: str, speaker: str) -> None:
    sources = [said.source for said in reportedly.tell(text=text).attributions]
    assert [source.name for source in sources if source is not None] == [speaker]
