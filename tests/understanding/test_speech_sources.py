import pytest

from reportedly.cleaning.sentences import split_sentences
from reportedly.records.mentions import Source
from reportedly.records.reports import CleanText
from reportedly.records.vocabulary import SourceKind
from reportedly.understanding.speech import find_attributions


def sources(text: str, *, publisher: str | None = None) -> list[Source]:
    clean = CleanText(
        report_id="r",
        text=text,
        text_hash="h",
        language="en",
        sentences=split_sentences(text, language="en"),
        publisher=publisher,
    )
    return [one.source for one in find_attributions(clean) if one.source is not None]


KINDS = [
    ("The interior minister said it was over.", SourceKind.OFFICIAL),
    ("A security source said it was over.", SourceKind.OFFICIAL),
    ("A defence official said it was over.", SourceKind.OFFICIAL),
    ("A US military official said it was over.", SourceKind.MILITARY),
    ("The Pentagon said it was over.", SourceKind.MILITARY),
    ("The defence ministry said it was over.", SourceKind.MILITARY),
    ("Ukraine's air force said it was over.", SourceKind.MILITARY),
    ("Col. Ivo Brandt, a spokesman, said it was over.", SourceKind.MILITARY),
    ("Ivo Brandt, the army's spokesman, said it was over.", SourceKind.MILITARY),
    ("The police chief of Vasa said it was over.", SourceKind.POLICE),
    ("The FBI said it was over.", SourceKind.POLICE),
    ("A rebel commander said it was over.", SourceKind.ARMED_GROUP),
    ("The Taliban's spokesman, Nur Wali, said it was over.", SourceKind.ARMED_GROUP),
    ("The Houthi-run television said it was over.", SourceKind.ARMED_GROUP),
    ("A doctor at the hospital said it was over.", SourceKind.MEDIC),
    ("The Red Cross said it was over.", SourceKind.MEDIC),
    ("Ivo Brandt, director of the hospital, said it was over.", SourceKind.MEDIC),
    ("The Vasa Observatory said it was over.", SourceKind.EXPERT),
    ("An analyst said it was over.", SourceKind.EXPERT),
    ("Reuters said it was over.", SourceKind.MEDIA),
    ("Ivo Brandt of Fox News said it was over.", SourceKind.MEDIA),
    ("The indictment said it was over.", SourceKind.DOCUMENT),
    ("A resident said it was over.", SourceKind.WITNESS),
    ("Ivo Brandt, a shopkeeper, said it was over.", SourceKind.WITNESS),
    ("Baghdad said it was over.", SourceKind.OFFICIAL),
    ("Officials, who spoke to Reuters, said it was over.", SourceKind.OFFICIAL),
    ("Federal prosecutors said it was over.", SourceKind.OFFICIAL),
    ("The state prosecutor's office said in a statement that it was over.", SourceKind.OFFICIAL),
    ("A pupil said it was over.", SourceKind.WITNESS),
    ("A parent said it was over.", SourceKind.WITNESS),
    ("Forecasters said it was over.", SourceKind.EXPERT),
    ("Dr Nur Jan of the district hospital said it was over.", SourceKind.MEDIC),
    ("A resident named Ivo Toll said it was over.", SourceKind.WITNESS),
    ("Ivo Brandt, who heads the security service, said it was over.", SourceKind.OFFICIAL),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind_follows_head_name_and_description(text: str, kind: SourceKind) -> None:
    assert [source.kind for source in sources(text)] == [kind]


def test_a_group_takes_the_kind_it_is_given_elsewhere_in_the_report() -> None:
    found = sources("Sarim, a militant group, attacked the port.\n\nSarim said it was over.")
    assert [source.kind for source in found] == [SourceKind.ARMED_GROUP]


def test_those_whom_a_speaker_blames_do_not_describe_the_speaker() -> None:
    found = sources("Ivo Brandt, a resident who blamed the army, said it was over.")
    assert {source.kind for source in found} == {SourceKind.WITNESS}


def test_which_stands_for_no_person() -> None:
    assert [source.kind for source in sources("Sarim, which blamed the army, said it was over.")] == [
        SourceKind.OTHER
    ] * 2


def test_whoever_claims_responsibility_and_is_nothing_else_is_an_armed_group() -> None:
    found = sources("Sarim claimed responsibility for the raid. Sarim said it was over.")
    assert {source.kind for source in found} == {SourceKind.ARMED_GROUP}


def test_a_spokesman_takes_the_kind_of_the_institution_that_spoke_last() -> None:
    found = sources("The Pentagon confirmed the raid. Ada Brandt, its spokeswoman, said it was over.")
    assert (found[-1].name, found[-1].kind) == ("Ada Brandt", SourceKind.MILITARY)


ANONYMOUS = [
    ("One of the officials said it was over.", True),
    ("Two sources said it was over.", True),
    ("A US official said it was over.", True),
    ("Witnesses said it was over.", True),
    ("A resident said it was over.", True),
    ("A spokesman, speaking anonymously, said it was over.", True),
    ("A spokesman said it was over.", False),
    ("The ministry said it was over.", False),
    ("Police said it was over.", False),
    ("Ada Brandt, a resident, said it was over.", False),
    ("A parent said it was over.", True),
    ("A pupil said it was over.", True),
    ("A trader said it was over.", True),
    ("A shopkeeper said it was over.", True),
    ("Two people with knowledge of the case said it was over.", True),
    ("Federal prosecutors said it was over.", False),
    ("Investigators said it was over.", False),
    ("Authorities said it was over.", False),
]


@pytest.mark.parametrize(("text", "anonymous"), ANONYMOUS)
def test_unnamed_individuals_are_anonymous_and_institutions_are_not(text: str, anonymous: bool) -> None:
    assert [source.anonymous for source in sources(text)] == [anonymous]


VIA = [
    ("A guard told Reuters that it was over.", "guard", ("Reuters",)),
    ("A guard told the news agency AFP that it was over.", "guard", ("AFP",)),
    ("It is over, Reuters reported, citing two guards.", "two guards", ("Reuters",)),
    ("Reuters, quoting a guard, said it was over.", "guard", ("Reuters",)),
    ("AFP quoted two guards as saying it was over.", "two guards", ("AFP",)),
    ("The guards were quoted by a news agency as saying that it was over.", "guards", ("a news agency",)),
    ("Police claimed it was over, Vasa News reported.", "Police", ("Vasa News",)),
    ("Reuters reported that police said it was over.", "police", ("Reuters",)),
    ("The guards said it was over in a statement carried by Amaq.", "guards", ("Amaq",)),
    ("Ada Brandt of Fox News reported that it was over.", "Ada Brandt", ("Fox News",)),
    ("Ada Brandt, speaking to Reuters, said it was over.", "Ada Brandt", ("Reuters",)),
    ("Ada Brandt said in an interview with CNN that it was over.", "Ada Brandt", ("CNN",)),
    ("It is over, the guard was cited by TASS as saying.", "guard", ("TASS",)),
    ("A guard told reporters that it was over.", "guard", ()),
    ("It was over, reported Reuters citing two guards.", "two guards", ("Reuters",)),
    ("Officials, who gave this to Vasa Wire, did not specify who fled.", "Officials", ("Vasa Wire",)),
    ("Vasa Wire, citing a guard who was not authorised to speak, said it was over.", "guard", ("Vasa Wire",)),
    (
        "Two people with knowledge of the case told the broadcaster Zorvan that it was over.",
        "Two people with knowledge of the case",
        ("Zorvan",),
    ),
    ("A guard told the intelligence agency Mossad that it was over.", "guard", ()),
    ("The guards wrote on X that it was over.", "guards", ()),
]


@pytest.mark.parametrize(("text", "name", "via"), VIA)
def test_via_holds_the_outlets_between_speaker_and_reader(text: str, name: str, via: tuple[str, ...]) -> None:
    assert [source.via for source in sources(text) if source.name == name] == [via]


def test_a_pronoun_keeps_the_outlet_of_its_speaker_in_the_same_sentence() -> None:
    found = sources("While officials, who gave this to Reuters, did not say why, they said it was over.")
    assert [source.via for source in found] == [("Reuters",), ("Reuters",)]


def test_a_name_that_the_report_calls_an_outlet_relays() -> None:
    found = sources("Zorvan, a news agency, was there. A guard told Zorvan that it was over.")
    assert found[0].via == ("Zorvan",)


def test_the_publisher_ends_the_chain() -> None:
    found = sources("A guard told Reuters that it was over.", publisher="The Vasa Post")
    assert found[0].via == ("Reuters", "The Vasa Post")


RETURNING = [
    ("Vasa bomber Ivo Toll fled. Toll said it was over.", "Ivo Toll"),
    ("Brig. Gen. Ivo Brandt said it began. Brandt said it was over.", "Brig. Gen. Ivo Brandt"),
    ("Ada Brandt, the mayor, said it began. She said it was over.", "Ada Brandt"),
    ("A guard said it began. He said it was over.", "guard"),
    ("A border guard said it began. The guard said it was over.", "border guard"),
    ("The Vasa Command said it began. The command said it was over.", "Vasa Command"),
    ("The Vasa Command said it began. It said it was over.", "Vasa Command"),
    ("Residents said it began. They said it was over.", "Residents"),
    ("A statement by the Vasa Front said it began. The statement said it was over.", "Vasa Front"),
    ("Brandt fled. Ada Brandt said it was over.", "Ada Brandt"),
    ("The mayor, Ada Brandt, fled on Monday. Brandt said it was over.", "Ada Brandt"),
    ("Ivo “Red Fox” al-Toll said it was over.", "Ivo “Red Fox” al-Toll"),
    ('Ivo "Red Fox" al-Toll fled. Al-Toll said it was over.', 'Ivo "Red Fox" al-Toll'),
    ("Vasa accused Kataib Hezbollah of it; the group denied it.", "Kataib Hezbollah"),
    ("The Sarim, an armed faction, fled. The rebels said it was over.", "Sarim"),
    ("The group, the Sarim Front, said it was over.", "Sarim Front"),
    ("Reuters was there. The agency said it was over.", "Reuters"),
    ("The Vasa Health Ministry moved. The ministry said it was over.", "Vasa Health Ministry"),
    ("The Orle Hospital burned. The hospital said it was over.", "Orle Hospital"),
    ("Orle Shipping Ltd sank. The company said it was over.", "Orle Shipping Ltd"),
    ("Sarim, a rebel group, fled. Later Vasa accused Kataib Hezbollah; the group denied it.", "group"),
    ("Hamas and Hezbollah fled. The group said it was over.", "group"),
    ("Vasa Watch, a rights group, met Hezbollah. The group said it was over.", "group"),
]


@pytest.mark.parametrize(("text", "name"), RETURNING)
def test_later_mentions_carry_the_fullest_name(text: str, name: str) -> None:
    assert sources(text)[-1].name == name


def test_a_pronoun_passes_over_a_speaker_of_the_other_gender() -> None:
    text = "Ada Brandt, a spokeswoman, said it began. Ivo Toll, a spokesman, said it went on. She said it was over."
    assert sources(text)[-1].name == "Ada Brandt"


def test_the_span_is_the_mention_s_own() -> None:
    text = "Ada Brandt, the mayor, said it began. She said it was over."
    last = sources(text)[-1]
    assert last.span is not None
    assert last.span.of(text) == "She"


def test_who_stands_for_the_phrase_in_front_of_it() -> None:
    text = "The port is owned by Ada Brandt, who said it was over."
    assert [source.name for source in sources(text)] == ["Ada Brandt"]


def test_coordinated_speakers_are_one_source_as_worded() -> None:
    assert [source.name for source in sources("US and Iraqi officials said it was over.")] == ["US and Iraqi officials"]


@pytest.mark.parametrize(
    "text",
    [
        "A resident reached by radio said it was over.",
        "A resident contacted by telephone said it was over.",
        '"It is over," said a resident reached by telephone in Vasa.',
    ],
)
def test_whoever_is_reached_by_telephone_speaks_and_not_the_telephone(text: str) -> None:
    assert [one.name for one in sources(text)] == ["resident"]


def test_a_radio_that_says_so_speaks() -> None:
    assert [one.name for one in sources("The town was reached by dawn. State radio said it was over.")] == [
        "State radio"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was over, the mayor of Vasa, Ivo Brandt, said by telephone.", "Ivo Brandt"),
        ("A resident reached by telephone said it was over.", "resident"),
    ],
)
def test_a_telephone_says_nothing(text: str, name: str) -> None:
    assert [one.name for one in sources(text)] == [name]


def test_a_pronoun_means_the_officer_of_some_rank_who_spoke_last() -> None:
    told = sources(
        "The car was open, according to the brother of the driver. A police captain said it was over. He said so."
    )
    assert [one.name for one in told][-1] == "police captain"
