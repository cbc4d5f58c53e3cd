"""Which tellings are one incident and which are two."""

import pytest

import reportedly
from reportedly.records.incidents import ReportedIncident


def incidents(text: str) -> tuple[ReportedIncident, ...]:
    return reportedly.tell(text=text, published="2024-05-16").incidents


@pytest.mark.parametrize(
    "text",
    [
        # two towns
        "A bomb exploded in Quetta on Monday. Another bomb exploded in Karachi on Monday.",
        "A bomb exploded in Quetta on Monday. A bomb exploded in Karachi on Monday.",
        "Gunmen shot dead a judge in Cali on Monday. Gunmen also shot dead a mayor in Medellín.",
        # two days
        "A bomb exploded in Quetta on Monday. A bomb had exploded in Quetta on Friday.",
        "A rocket hit Haifa on Sunday. Another rocket hit Haifa on Wednesday.",
        # two kinds
        "A bomb exploded in Quetta on Monday. In Karachi, gunmen shot dead a policeman.",
        "Gunmen kidnapped a doctor in Kaduna on Monday. A missile struck a tanker in the Red Sea.",
        # attack and counter-strike
        "Hamas fired rockets at Ashkelon on Monday. Israeli aircraft then bombed Gaza City.",
        "Militants attacked a police station in Peshawar on Monday, in revenge for an air strike on Khost last week.",
        "Russian forces shelled a school in Kherson on Monday in response to a drone attack on Belgorod.",
        # another one of the same
        "There was an attack on a base in Erbil on Monday. A separate attack on the base followed on Tuesday.",
        # an attack beside a threat
        "A rocket hit a base in Erbil on Monday. The Cedar Brigades threatened to strike embassies in Baghdad.",
        # one sentence
        "A grenade killed two people in Cali on Friday and, hours later, gunmen shot dead a councillor in Popayán.",
    ],
)
def test_what_a_report_sets_apart_is_two_incidents(text: str) -> None:
    assert len(incidents(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        # told again
        "A bomb exploded in Quetta on Monday. The blast wounded five people. The explosion shook houses.",
        (
            "A suicide bomber killed nine people at a mosque in Kandahar on Monday. The attack came during prayers. "
            "The explosion tore through the hall. The bombing was cowardly, the mayor said. The blast also wounded 20."
        ),
        "Five killed in Quetta blast\n\nA bomb killed five people in Quetta on Monday. The attack shocked the town.",
        # with another word for it
        "Gunmen opened fire on a bus in Karachi on Monday. The shooting wounded four people. The attackers fled.",
        "A drone struck a depot in Kharkiv on Monday. The strike set the depot ablaze.",
        # near by
        "A rocket hit a base near Erbil on Monday. The attack on the base wounded two soldiers.",
        # the same day by two names
        "A bomb exploded in Quetta on Monday. Monday's explosion killed two people.",
        # stopped and hit
        "Five rockets were fired at Haifa on Sunday. Three were shot down, and two fell in a field.",
    ],
)
def test_what_a_report_tells_again_is_one_incident(text: str) -> None:
    assert len(incidents(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Rebels have repeatedly attacked convoys on the road to Goma.",
        "The army could attack the rebels in Goma, analysts said.",
        "The base in Erbil was not attacked, the army said.",
        "No shots were fired at the base in Erbil.",
        "The two sides struck a deal in Cairo on Monday.",
        "Rail workers went on strike in Lyon on Monday.",
        "The council opened a library in Quetta on Monday.",
        "The group said it would suspend attacks on foreign troops for a month.",
        "North Korea fired a ballistic missile into the sea on Monday in its third test this month.",
        "Hackers attacked the ministry's servers in Tallinn on Monday. The ransomware hit two websites.",
        "In the film, gunmen attack a train in Madrid. The director said the sequel opens on Friday.",
        "The drill in Poland simulated a missile attack on Warsaw. Umpires rated the mock strikes.",
        "Survivors marked the 20th anniversary of the train bombing in Madrid with a minute of silence.",
    ],
)
def test_what_is_no_single_incident_founds_none(text: str) -> None:
    assert incidents(text) == ()


def test_a_caption_founds_no_incident() -> None:
    body = "The council opened a library in Quetta on Monday.\n\nWatch | A bomb explodes at a market in Karachi"
    found = reportedly.tell(text=body, published="2024-05-16")
    assert found.incidents == ()
    assert [account.status for account in found.accounts][-1] == "furniture"


def test_a_title_alone_founds_no_second_incident() -> None:
    text = "Blast kills five\n\nA bomb exploded in Quetta on Monday, killing five people."
    assert len(incidents(text)) == 1


def test_incidents_keep_the_order_they_are_told_in() -> None:
    text = "A bomb exploded in Quetta on Monday. Another bomb exploded in Karachi on Tuesday."
    places = [incident.where.name for incident in incidents(text) if incident.where is not None]
    assert places == ["Quetta", "Karachi"]


def test_stones_in_a_figure_of_speech_are_no_attack() -> None:
    text = 'Rockets hit a base in Quetta on Monday, killing two. "They were throwing stones then," said the mayor.'
    assert len(incidents(text)) == 1
    assert len(incidents(f"{text} On Friday a mob threw stones at a bus in Karachi, wounding nine.")) == 2
