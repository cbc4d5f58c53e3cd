"""Places named in a text: found, told apart from people and organisations, and settled among namesakes."""

from itertools import pairwise

import pytest

from reportedly.cleaning.sentences import split_sentences
from reportedly.gazetteer.load import load
from reportedly.languages.places import place_words
from reportedly.records.mentions import PlaceMention
from reportedly.records.reports import CleanText, Sentence
from reportedly.records.spans import Span
from reportedly.records.vocabulary import PlacePrecision
from reportedly.understanding.places import find_places

WORDS = place_words("en")


def clean(text: str, *, publisher: str | None = None, uri: str | None = None) -> CleanText:
    return CleanText(
        report_id="made", text=text, text_hash="0", language="en", sentences=split_sentences(text, language="en"),
        publisher=publisher, uri=uri,
    )  # fmt: skip


def places(text: str) -> tuple[PlaceMention, ...]:
    return find_places(clean(text), load())


def spans(text: str) -> list[str]:
    return [mention.span.of(text) for mention in places(text)]


def only(text: str) -> PlaceMention:
    (mention,) = places(text)
    return mention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A rocket hit a bus in Kharkiv on Monday.", ["Kharkiv"]),
        ("BASRA (AP) — Two men were shot on Sunday.", ["BASRA"]),
        ("Troops left the Republic of Ireland for Mali.", ["Republic of Ireland", "Mali"]),
        ("They fled from Deir ez-Zor to Rio de Janeiro.", ["Deir ez-Zor", "Rio de Janeiro"]),
        ("Fighting spread across Iraq's Anbar province.", ["Iraq", "Anbar"]),
        ("The Chad-Sudan border was shut.", ["Chad", "Sudan"]),
        ("Tehran-backed gunmen fled.", ["Tehran"]),
        ("Shells fell on St. Louis, Missouri.", ["St. Louis", "Missouri"]),
        ("Kansas, Texas, Utah and Virginia sent guards.", ["Kansas", "Texas", "Utah", "Virginia"]),
        ("The raid on Queen Anne's County in Maryland failed.", ["Queen Anne's County", "Maryland"]),
        ("A mine hit a truck in British Columbia.", ["British Columbia"]),
        ("QUETTA/KARACHI - Militants stopped a train.", ["QUETTA", "KARACHI"]),
        ("The road from the Kaduna-Abuja highway was mined.", ["Kaduna", "Abuja"]),
        ("The mayor of Nice, France, resigned.", ["Nice", "France"]),
        ("It hit Bab al-Hawa on the border.", ["Bab al-Hawa"]),
        ("Ships burned in the Red Sea and the Gulf of Aden.", ["Red Sea", "Gulf of Aden"]),
        ("It struck al-Tanf, an outpost in Syria.", ["al-Tanf", "Syria"]),
    ],
)
def test_a_place_is_found_with_the_words_of_its_name(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lloyd Austin said nothing.",
        "Gen. Houston told reporters that it was over.",
        "Mr. Lagos left early.",
        "The Washington Post printed it.",
        "Manchester United lost again.",
        "The Paris Agreement was signed.",
        "The University of Basra was shut.",
        "Iraqi and Israeli officers met on Monday in March.",
        "Of the nine, most were soldiers.",
        "Reading the letter aloud took an hour.",
        "They paid US$400 for it.",
        "The virus A/Victoria/361 came back.",
        "I've seen it, and they're gone.",
        "The Department of Health said so.",
        "The Pentagon said so.",
        "Roger van Boxtel resigned.",
        "Dayton, 42, was resisting arrest.",
        "It was told by John F. Kerry himself.",
        "Michael left, and so did Rand Paul.",
        "The Arakan Army fired back.",
        "The Green Zone was shut.",
    ],
)
def test_a_person_an_organisation_or_a_plain_word_is_no_place(text: str) -> None:
    assert spans(text) == []


def test_a_surname_told_before_is_no_place_later() -> None:
    assert spans("Lloyd Austin spoke first. Austin then left.") == []


def test_a_surname_told_before_is_a_place_behind_a_strong_cue() -> None:
    assert spans("Lloyd Austin spoke in Austin, Texas.") == ["Austin", "Texas"]


@pytest.mark.parametrize("way", sorted(WORDS.ways))
def test_a_weak_cue_behind_a_word_for_a_way_makes_a_small_town_a_place(way: str) -> None:
    assert spans(f"A bomb hit a bus on the {way} from Banki to Damboa.") == ["Banki", "Damboa"]


@pytest.mark.parametrize("end", sorted(WORDS.ends))
def test_a_way_has_its_ends_behind_these(end: str) -> None:
    assert spans(f"A bomb hit a bus on the road {end} Damboa.") == ["Damboa"]


def test_a_weak_cue_without_a_way_makes_no_small_town_a_place() -> None:
    assert spans("He spoke to Damboa of a road.") == []


def point_of(text: str, name: str) -> float | None:
    return next(mention.where.lat for mention in places(text) if mention.span.of(text).startswith(name))


@pytest.mark.parametrize("word", sorted(WORDS.quarters))
def test_a_quarter_is_not_the_town_elsewhere_that_it_is_called_like(word: str) -> None:
    assert (
        point_of(f"Memphis police say that two people were shot in the Woodbridge {word} on Monday.", "Woodbridge")
        is None
    )


def test_a_town_without_a_word_for_a_quarter_is_settled_however_far_off() -> None:
    assert point_of("Memphis police say that two were shot in Woodbridge, Virginia.", "Woodbridge") is not None


def test_a_quarter_near_the_town_that_is_told_is_settled() -> None:
    assert point_of("Memphis police were called to the Germantown apartments.", "Germantown") is not None


def test_a_building_that_stands_for_its_owners_is_a_place_behind_a_cue() -> None:
    assert spans("A truck burned outside the Pentagon.") == ["Pentagon"]


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("A shooting in Aurora, Ill., left two dead.", "Aurora", "gn:4883817"),
        ("A shooting in Aurora, Colorado, left two dead.", "Aurora", "gn:5412347"),
        ("In Georgia, police in Atlanta and Savannah made arrests, the FBI said.", "Georgia", "iso:US-GA"),
        ("In Georgia, Tbilisi police made arrests.", "Georgia", "iso:GE"),
        ("A blast in Tripoli shook Lebanon.", "Tripoli", "gn:266826"),
        ("A blast in Tripoli shook Libya.", "Tripoli", "gn:2210247"),
        ("Gunmen raided Plateau State in Nigeria.", "Plateau State", "iso:NG-PL"),
        ("Police in Mexico found the car.", "Mexico", "iso:MX"),
        ("Kherson region was shelled.", "Kherson", "iso:UA-65"),
        ("The city of Kherson was shelled.", "Kherson", "gn:706448"),
        ("Krasnodar region was shelled.", "Krasnodar", "iso:RU-KDA"),
        ("Niger and Mali left the bloc, Nigeria said.", "Niger", "iso:NE"),
        ("Gunmen raided Niger State in Nigeria.", "Niger State", "iso:NG-NI"),
        ("It hit Bagram Airfield north of Kabul.", "Kabul", "gn:1138958"),
        ("Rockets hit the Al-Asad Air Base in Iraq.", "Al-Asad Air Base", "own:ain-al-asad-air-base"),
        ("Rockets hit Ain al-Assad airbase.", "Ain al-Assad airbase", "own:ain-al-asad-air-base"),
    ],
)
def test_a_namesake_is_chosen_by_what_else_the_text_says(text: str, name: str, place_id: str) -> None:
    assert (name, place_id) in [(mention.span.of(text), mention.where.place_id) for mention in places(text)]


def test_a_site_whose_name_many_cities_have_is_settled_where_its_country_is_told() -> None:
    assert spans("Rockets hit the Green Zone in Iraq.") == ["Green Zone", "Iraq"]
    assert spans("Rockets hit the Green Zone in Afghanistan.") == ["Afghanistan"]


def test_a_publisher_s_country_tips_the_scale() -> None:
    report = clean("Officers in Hamilton made an arrest.", publisher="Ontario Courier")
    assert [mention.where.country for mention in find_places(report, load())] == ["CA"]


def test_an_address_s_country_tips_the_scale() -> None:
    report = clean("Officers in Newcastle made an arrest.", uri="https://news.example.au/1")
    assert [mention.where.country for mention in find_places(report, load())] == ["AU"]


def test_a_part_of_a_country_is_a_region_without_a_point() -> None:
    where = only("A convoy was hit in north-eastern Syria.").where
    assert (where.name, where.precision, where.country) == ("north-eastern Syria", PlacePrecision.REGION, "SY")
    assert (where.lat, where.lon, where.radius_km) == (None, None, None)


def test_a_part_of_a_city_keeps_the_city_s_point() -> None:
    where = only("A bomb went off in western Baghdad.").where
    assert (where.precision, where.country) == (PlacePrecision.SETTLEMENT, "IQ")
    assert where.lat == pytest.approx(33.3, abs=0.2)


def test_near_widens_the_radius_and_keeps_the_name() -> None:
    near, at = only("A mine went off near Kunduz.").where, only("A mine went off in Kunduz.").where
    assert (near.name, near.precision) == ("Kunduz", PlacePrecision.NEAR)
    assert near.radius_km is not None
    assert at.radius_km is not None
    assert near.radius_km > at.radius_km


def test_a_distance_and_a_bearing_move_the_point() -> None:
    mention = only("A jeep burned about 60 km (37 miles) north of Baghdad.")
    assert mention.where.name == "about 60 km (37 miles) north of Baghdad"
    assert mention.where.precision is PlacePrecision.NEAR
    assert mention.where.lat == pytest.approx(33.34 + 60 / 111.2, abs=0.02)


def test_miles_and_number_words_count_too() -> None:
    where = only("A jeep burned twenty miles east of Kabul.").where
    assert where.lon == pytest.approx(69.17 + 32.2 / (111.2 * 0.8236), abs=0.05)


def test_off_a_coast_is_at_sea_without_a_point() -> None:
    mention = only("A tanker burned off the coast of Yemen.")
    assert (mention.where.precision, mention.where.lat) == (PlacePrecision.SEA, None)
    assert mention.where.name == "off the coast of Yemen"


def test_a_town_named_but_not_known_has_no_point() -> None:
    mention = next(iter(places("Gunmen burned the village of Qwertown in Nigeria.")))
    assert (mention.where.name, mention.where.lat, mention.where.place_id) == ("Qwertown", None, None)
    assert mention.where.country == "NG"


def test_a_town_that_has_no_namesake_is_placed_in_a_text_that_tells_no_country() -> None:
    assert only("Mortars hit the post at Amourj at dawn.").where.country == "MR"
    assert places("Amourj said nothing.") == ()


def test_a_town_that_has_no_namesake_needs_no_word_of_place_in_a_text_about_its_country() -> None:
    mourned = "The martyrs of Kiffa were mourned"
    assert spans(f"{mourned}.") == []
    assert spans(f"{mourned} all over Mauritania.") == ["Kiffa", "Mauritania"]


def test_the_town_a_paper_is_named_after_is_placed_without_more() -> None:
    greeting = "Good morning from Oualata."
    assert spans(greeting) == []
    found = find_places(clean(greeting, publisher="Radio Oualata"), load())
    assert [one.where.country for one in found] == ["MR"]


def test_an_unknown_name_inside_a_known_place_is_a_place() -> None:
    assert spans("Two men were shot in Qwertown, Islamabad.") == ["Qwertown", "Islamabad"]


def test_an_unknown_air_base_is_named_with_its_noun_and_has_no_point() -> None:
    where = only("Drones hit Qwertown air base.").where
    assert (where.name, where.precision, where.lat) == ("Qwertown air base", PlacePrecision.EXACT, None)


def test_nautical_miles_are_longer_than_miles() -> None:
    where = only("A ship burned 60 nautical miles south of Aden.").where
    assert where.lat == pytest.approx(12.79 - 111.1 / 111.2, abs=0.05)


def test_an_embassy_is_one_place_with_its_city() -> None:
    mention = only("Mortars hit the US embassy in Baghdad.")
    assert mention.where.name == "US embassy in Baghdad"
    assert mention.where.lat == pytest.approx(33.3, abs=0.05)


def test_every_mention_has_the_fullest_name_of_its_place() -> None:
    text = "Drones hit al-Tanf garrison in Syria. The attack on al-Tanf failed."
    names = [mention.where.name for mention in places(text) if mention.where.place_id == "own:al-tanf-garrison"]
    assert names == ["al-Tanf garrison", "al-Tanf garrison"]


def test_a_province_is_named_with_the_word_behind_it() -> None:
    mention = places("A raid shook Iraq's Anbar province.")[1]
    assert (mention.where.name, mention.where.precision) == ("Anbar province", PlacePrecision.PROVINCE)


@pytest.mark.parametrize(
    ("text", "metonym"),
    [
        ("Islamabad announced a truce.", True),
        ("Tehran-backed fighters fled.", True),
        ("Washington has warned them.", True),
        ("Baku said it was over.", True),
        ("A bomb went off in Islamabad.", False),
    ],
)
def test_a_capital_that_acts_stands_for_its_government(text: str, metonym: bool) -> None:
    assert only(text).metonym is metonym


def test_furniture_names_no_places() -> None:
    text = "Watch: protests in Cairo"
    sentence = Sentence(Span(0, len(text)), 0, furniture=True)
    report = CleanText(report_id="made", text=text, text_hash="0", language="en", sentences=(sentence,))
    assert find_places(report, load()) == ()


def test_capitals_throughout_still_name_places() -> None:
    text = "GUERRILLAS ATTACKED THE TOWN OF CHALATENANGO IN EL SALVADOR ON FRIDAY, RADIO REPORTS SAID."
    assert spans(text) == ["CHALATENANGO", "EL SALVADOR"]


def test_small_letters_throughout_still_name_places() -> None:
    text = "guerrillas attacked the town of chalatenango in el salvador on friday, radio reports said."
    assert spans(text) == ["chalatenango", "el salvador"]


def test_mentions_stand_in_text_order_and_apart() -> None:
    text = "From Mosul and Erbil to Aleppo, Homs, Beirut and Gaza City, the roads were shut."
    found = places(text)
    assert [mention.span.of(text) for mention in found] == ["Mosul", "Erbil", "Aleppo", "Homs", "Beirut", "Gaza City"]
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def test_a_text_without_words_names_no_places() -> None:
    assert places("...") == ()


@pytest.mark.parametrize(("country", "found"), [("COLOMBIA", False), ("THE UNITED STATES", True)])
def test_in_capitals_a_town_may_be_a_surname_where_the_text_speaks_of_another_country(
    country: str, *, found: bool
) -> None:
    text = (
        f"THE ELN KIDNAPPED DEPUTY EDISON NEAR THE BORDER, OFFICIALS IN {country} SAID. THE ARMY OF {country} AGREED."
    )
    assert ("EDISON" in spans(text)) is found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shots were fired in Aurora, Ill., on Sunday.", ["Aurora", "Ill."]),
        ("PARIS, Tenn. — Two men were shot.", ["PARIS", "Tenn."]),
        ("He lives in Georgetown, Ind.", ["Georgetown", "Ind."]),
        ("He was born in Ill. health.", []),
    ],
)
def test_a_state_in_short_behind_its_town_is_a_place_too(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


def test_a_town_no_list_has_in_the_state_behind_it_is_not_pinned_to_a_namesake_elsewhere() -> None:
    town, state = places("Two were hurt in Troy, West Virginia.")
    assert (town.where.name, town.where.country, town.where.lat) == ("Troy", "US", None)
    assert state.where.place_id == "iso:US-WV"


def test_a_town_may_have_its_state_behind_it_without_a_comma() -> None:
    found = {mention.where.name: mention.where.place_id for mention in places("Two men were shot in Smyrna Tennessee.")}
    assert found == {"Smyrna": "gn:4658590", "Tennessee": "iso:US-TN"}


def test_a_county_is_found_by_its_own_noun() -> None:
    assert spans("A Halifax County deputy in Virginia was hurt.") == ["Halifax County", "Virginia"]


def test_a_small_noun_behind_a_name_makes_no_other_town() -> None:
    (mention,) = places("Five people were shot at a Brooklyn park in New York.")[:1]
    assert mention.span.of("Five people were shot at a Brooklyn park in New York.") == "Brooklyn"


def test_a_state_the_text_tells_chooses_among_namesakes() -> None:
    found = places("Officers in Ohio made an arrest. A Covington man was hurt near Piqua, and Ohio troopers came.")
    assert "gn:5151278" in [mention.where.place_id for mention in found]


def test_a_town_loses_to_the_state_whose_name_it_has() -> None:
    found = places("Officers from Pennsylvania and Ohio met in California and in Oregon.")
    assert [mention.where.place_id for mention in found][2:] == ["iso:US-CA", "iso:US-OR"]


def test_a_small_place_beside_a_sure_one_needs_no_cue() -> None:
    assert spans("Sirens were heard in Wichita. Andover lost power.") == ["Wichita", "Andover"]
    assert spans("Sirens were heard in Boise. Andover lost power.") == ["Boise"]


def test_places_that_are_joined_share_their_cue() -> None:
    text = "Villages in Bokkos and Barkin Ladi in Nigeria were attacked."
    assert spans(text) == ["Bokkos", "Barkin Ladi", "Nigeria"]


def test_a_quarter_that_has_a_namesake_abroad_is_not_pinned_there() -> None:
    found = places("Two men were shot in Bordeaux, a quarter of Nashville, Tennessee, said American officials.")
    assert (found[0].where.name, found[0].where.lat) == ("Bordeaux", None)


def test_a_state_inside_an_organisation_s_name_stands_for_it() -> None:
    text = "The California Medical Association said nothing."
    assert [(mention.span.of(text), mention.metonym) for mention in places(text)] == [("California", True)]
    assert only("Police in Islamabad claimed success.").metonym is False


def test_the_paper_s_home_is_the_text_s_own_ground() -> None:
    text = "A fire broke out. Wylie lost power, and troopers came."
    assert places(text) == ()
    report = clean(text, uri="https://www.dallasnews.example/1")
    assert [mention.where.name for mention in find_places(report, load())] == ["Wylie"]


def test_a_large_town_s_name_alone_may_be_a_surname() -> None:
    assert spans("Kennedy was taken into custody.") == []
    assert spans("Kennedy was calm. Colombian soldiers came.") == ["Kennedy"]


def test_a_town_far_larger_than_its_namesakes_in_one_country_needs_but_a_cue() -> None:
    assert spans("Two men were shot near Crossville.") == ["Crossville"]
    assert spans("Two men were shot near Felton.") == []


def test_amid_capitals_a_street_a_small_province_and_a_plain_word_are_no_places() -> None:
    text = "SHOTS WERE HEARD IN O'HIGGINS AVENUE AND ALL OVER THE SOUTH, SAID VICTOR BONO, A CHILEAN WORKER."
    assert spans(text) == []
    assert spans("SHOTS WERE HEARD IN THE PROVINCE OF GUAYAS, SAID AN ECUADORIAN WORKER.") == ["GUAYAS"]


def test_an_organisation_s_noun_is_no_part_of_a_country_s_name() -> None:
    text = "The U.S. Department of Health Fund gave money to the U.S. in May."
    assert {mention.where.name for mention in places(text)} == {"U.S."}


def test_a_county_inside_an_office_s_name_is_a_metonym_where_its_country_is_told() -> None:
    text = "Officials in Ohio asked the Cuyahoga County Medical Association."
    found = {mention.span.of(text): mention.metonym for mention in places(text)}
    assert found == {"Ohio": False, "Cuyahoga County": True}


def test_a_police_department_tells_its_town_whatever_stands_in_front() -> None:
    assert spans("According to the Elmira Police Department, a man was shot.") == ["Elmira"]


def test_a_country_behind_a_title_is_no_surname() -> None:
    assert spans("The crowned Miss Slovenia left. Slovenia was glad.") == ["Slovenia", "Slovenia"]
    assert spans("Michael Jordan left.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomb went off in Hanover on Monday, police said.", "Hanover"),
        ("Gunmen fired at a market in Valencia on Monday.", "Valencia"),
    ],
)
def test_of_namesakes_that_weigh_alike_none_is_pinned(text: str, name: str) -> None:
    where = only(text).where
    assert (where.name, where.country, where.lat, where.place_id) == (name, None, None, None)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Spanish police said gunmen fired at a market in Valencia on Monday.", "ES"),
        ("Venezuelan police said gunmen fired at a market in Valencia on Monday.", "VE"),
        ("A bomb went off in Tripoli on Monday.", "LY"),
    ],
)
def test_what_else_is_told_or_many_more_people_decide_between_namesakes(text: str, country: str) -> None:
    (where,) = [mention.where for mention in places(text) if not mention.metonym and mention.where.lat is not None]
    assert where.country == country
