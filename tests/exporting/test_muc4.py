import io
import json
from dataclasses import replace

import pytest

from reportedly.exporting.muc4 import SLOTS, Fill, left_out, project, slots_of, write_muc4
from reportedly.records.incidents import Victim
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import IncidentType
from tests.exporting.campaign_incidents import EXPECTED, campaign

KEY = EXPECTED["muc4"]


@pytest.mark.parametrize("key", list(KEY["rows"]))
def test_a_template_of_the_campaign_holds_what_was_worked_out_by_hand(key: str) -> None:
    (row,) = project(campaign()[key]).rows
    told = {slot: str(ruled.value).split("\n") if ruled.value else [] for slot, ruled in row.items()}
    assert {slot: told[slot] for slot in KEY["rows"][key]} == KEY["rows"][key]


def test_the_campaign_is_left_out_where_it_has_to_be_and_nowhere_else() -> None:
    reasons = {key: left_out(one) for key, one in campaign().items()}
    assert {key: why for key, why in reasons.items() if why} == KEY["left_out"]


def test_a_clash_of_armed_sides_is_left_out_unless_civilians_are_hurt(bare: Incident) -> None:
    clash = replace(bare, type=IncidentType.CLASH)
    villagers = (Victim(name="villagers", kind="civilian", claims=("c1",)),)
    assert left_out(clash) == "out.clash"
    assert left_out(replace(clash, victims=villagers)) is None


def test_an_attack_without_a_day_was_on_or_before_the_first_report(incident: Incident) -> None:
    (row,) = project(replace(incident, when=None)).rows
    assert row["incident_date"].value == "- 12 MAR 24"


def test_a_name_broken_over_two_lines_stands_on_one(incident: Incident) -> None:
    victims = (replace(incident.victims[0], name="two\n guards"),)
    slots = slots_of(replace(incident, victims=victims))
    assert slots["hum_description"][0] == Fill("TWO GUARDS")


def test_a_file_has_every_slot_of_every_template_and_a_rule_for_each(incident: Incident, bare: Incident) -> None:
    stream, rules = io.BytesIO(), io.BytesIO()
    told = write_muc4([incident, bare], stream, rules)
    written = stream.getvalue().decode().split("\n\n")
    lines = [json.loads(line) for line in rules.getvalue().decode().splitlines()]
    explained = {line["rule"] for line in lines if "rule" in line}
    assert told.rows == 2
    assert [one.splitlines()[0].split()[-1] for one in written[:2]] == ["1", "2"]
    assert written[1].count("\n") == len(SLOTS)
    assert {rule for line in lines for rule in line.get("rules", {}).values()} <= explained
