import datetime as dt
import io
import json
from dataclasses import replace

import pytest

from reportedly.exporting.muc4 import SLOTS, Fill, left_out, project, slots_of, write_muc4
from reportedly.records.counts import Count
from reportedly.records.incidents import Attackers, Target, Victim, Weapon
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import IncidentType, PlacePrecision
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


def test_what_was_over_more_than_two_months_before_its_first_report_is_left_out(incident: Incident) -> None:
    day = dt.date(2024, 3, 11)
    assert incident.when is not None
    assert left_out(incident, told_on=day + dt.timedelta(days=62)) is None
    assert left_out(incident, told_on=day + dt.timedelta(days=63)) == "out.old"
    assert left_out(replace(incident, when=None), told_on=day + dt.timedelta(days=63)) is None


def test_an_incident_is_specific_by_what_was_hit_or_used_or_by_day_and_place(incident: Incident) -> None:
    assert incident.where is not None
    vague = replace(incident, victims=(), targets=(), weapons=())
    wide = replace(incident.where, precision=PlacePrecision.COUNTRY)
    assert left_out(vague) is None
    assert [left_out(replace(vague, **{part: None})) for part in ("when", "where")] == ["out.vague"] * 2
    assert left_out(replace(vague, where=wide)) == "out.vague"
    assert left_out(replace(vague, where=wide, weapons=incident.weapons)) is None


def test_nameless_attackers_are_individuals(incident: Incident) -> None:
    told = replace(incident, perpetrators=(), attackers=Attackers(name="masked men", claims=("c1",)))
    slots = slots_of(told)
    assert (slots["perp_individual"], slots["perp_organization"]) == ((Fill("MASKED MEN"),), ())


def aimed_at(incident: Incident, *targets: Target, kind: IncidentType = IncidentType.BOMBING) -> Incident:
    return replace(incident, type=kind, targets=targets, victims=())


def test_things_have_their_number_unless_only_a_plural_tells_it(incident: Incident) -> None:
    rows = [("bus", Count.exactly(1)), ("shops", Count.exactly(3)), ("houses", Count(2, None))]
    targets = [Target(name=name, kind="business", count=count, claims=("c1",)) for name, count in rows]
    slots = slots_of(aimed_at(incident, *targets))
    assert slots["phys_id"] == (Fill("BUS"), Fill("SHOPS"), Fill("HOUSES"))
    assert slots["phys_number"] == (Fill("1", "BUS"), Fill("3", "SHOPS"))


def test_where_people_were_shot_is_no_target_and_where_a_bomb_went_off_is(incident: Incident) -> None:
    house = Target(name="house", kind="residence", count=Count.exactly(1), claims=("c1",))
    assert slots_of(aimed_at(incident, house))["phys_id"] == (Fill("HOUSE"),)
    assert slots_of(aimed_at(incident, house, kind=IncidentType.SHOOTING))["phys_id"] == ()


def test_people_are_no_things(incident: Incident) -> None:
    reporter = Target(name="Marta Solis", kind="media", role="reporter", claims=("c1",))
    police = Target(name="police", kind="police", claims=("c1",))
    station = Target(name="police station", kind="police", count=Count.exactly(1), claims=("c1",))
    slots = slots_of(aimed_at(incident, reporter, police, station))
    assert slots["phys_id"] == (Fill("POLICE STATION"),)
    assert slots["hum_name"] == (Fill("MARTA SOLIS"),)


def test_a_force_that_is_aimed_at_and_the_doers_own_losses_are_no_human_targets(incident: Incident) -> None:
    army = Target(name="army", kind="military", claims=("c1",))
    rebels = Victim(name="rebels", kind="armed_group", killed=Count.exactly(3), claims=("c1",))
    soldiers = Victim(name="soldiers", kind="military", killed=Count(2, None), claims=("c1",))
    slots = slots_of(replace(aimed_at(incident, army), victims=(rebels, soldiers)))
    assert slots["hum_description"] == (Fill("SOLDIERS"),)
    assert slots["hum_number"] == ()


def test_shots_name_no_instrument_and_an_aircraft_is_none(incident: Incident) -> None:
    told = [("firearm", "shots"), ("helicopter", "helicopter"), ("mortar", "mortars")]
    weapons = tuple(Weapon(code=code, name=name, claims=("c1",)) for code, name in told)
    slots = slots_of(replace(incident, weapons=weapons))
    assert slots["instrument_id"] == (Fill("MORTARS"),)
    assert slots["instrument_type"] == (Fill("GUN", "SHOTS"), Fill("MORTAR", "MORTARS"))


def test_an_attack_without_a_day_was_on_or_before_the_first_report(incident: Incident) -> None:
    (row,) = project(replace(incident, when=None)).rows
    assert row["incident_date"].value == "- 12 MAR 24"


def test_a_name_broken_over_two_lines_stands_on_one(incident: Incident) -> None:
    victims = (replace(incident.victims[0], name="two\n guards"),)
    slots = slots_of(replace(incident, victims=victims))
    assert slots["hum_description"][0] == Fill("TWO GUARDS")


def test_a_file_has_every_slot_of_every_template_and_a_rule_for_each(incident: Incident, bare: Incident) -> None:
    stream, rules = io.BytesIO(), io.BytesIO()
    told = write_muc4([incident, replace(bare, weapons=incident.weapons)], stream, rules)
    written = stream.getvalue().decode().split("\n\n")
    lines = [json.loads(line) for line in rules.getvalue().decode().splitlines()]
    explained = {line["rule"] for line in lines if "rule" in line}
    assert told.rows == 2
    assert [one.splitlines()[0].split()[-1] for one in written[:2]] == ["1", "2"]
    assert written[1].count("\n") == len(SLOTS)
    assert {rule for line in lines for rule in line.get("rules", {}).values()} <= explained
