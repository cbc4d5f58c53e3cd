"""Our retelling of the seed's facts, changed in fifty seeded ways: what it tells must change with the words."""

import json
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import resources

import pytest

import reportedly
from bench.expectations import Arm, Blame, Expectation, ExpectedClaim, ExpectedIncident, Speaker
from bench.unmet import Json, unmet
from reportedly.exporting.contract import as_json

SEED = 20231018
WAYS = 50
Edit = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the words, and what must follow: fields of the attack, of the threat, claims of the report."""

    name: str
    edit: Edit
    attack: Mapping[str, object] = field(default_factory=dict)
    threat: Mapping[str, object] = field(default_factory=dict)
    claim: tuple[ExpectedClaim, ...] = ()


def words(*pairs: tuple[str, str]) -> Edit:
    """Each first text by its second, wherever it stands; it must stand somewhere."""

    def edit(text: str) -> str:
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new)
        return text

    return edit


def opening(pattern: str, new: str) -> Edit:
    """A pattern by ``new``, in the title and the first paragraph alone."""

    def edit(text: str) -> str:
        head, rest = text.split("\n\nThe officials", 1)
        changed, times = re.subn(pattern, new, head)
        assert times, pattern
        return changed + "\n\nThe officials" + rest

    return edit


def each(*edits: Edit) -> Edit:
    def edit(text: str) -> str:
        for one in edits:
            text = one(text)
        return text

    return edit


def agency(name: str) -> Change:
    speaker = Speaker(name="officials", anonymous=True, via=(name.removeprefix("the "), "WION"))
    return Change(f"agency {name}", words(("Reuters", name)), attack={"speaker": (speaker,)})


def leader(name: str, last: str) -> Change:
    speaker = Speaker(name=last, kind="armed_group", anonymous=False)
    return Change(f"leader {name}", words(("Ahmad “Abu Hussein” al-Hamidawi", name)), threat={"speaker": (speaker,)})


def group(name: str) -> Change:
    return Change(
        f"group {name}",
        words(("Kataib Hezbollah", name)),
        threat={"perpetrator": (Blame(name=name, basis="claimed"),)},
        claim=(ExpectedClaim(field="accusation", value=name),),
    )


def suspect(name: str) -> Change:
    blame = Blame(name=name.removeprefix("the "), basis="suspected")
    return Change(f"suspect {name}", words(("groups backed by Iran", name)), attack={"perpetrator": (blame,)})


def drones(word: str, number: int) -> Change:
    edit = words(("Two drones", f"{word} drones"), ("intercepted both", f"intercepted all {word.lower()}"))
    arm = Arm(count=str(number), intercepted=str(number))
    return Change(f"{word} drones", edit, attack={"weapon": (arm,)})


def troops(old: str, new: str, *, count: str, country: str) -> Change:
    claim = ExpectedClaim(field="presence", count=count, value=country)
    return Change(f"{new} in {country}", words((old, new)), claim=(claim,))


def weekday(new: str, day: str) -> Change:
    return Change(f"weekday {new}", words(("Wednesday (Oct 18)", new)), attack={"day": day})


def place(base: str, part: str, *, country: str, lat: float, lon: float, within_km: float = 30) -> Change:
    edit = each(words(("the al Asad air base", base)), opening("western Iraq", part), opening("Iraqi base", "base"))
    where = {"country": country, "lat": lat, "lon": lon, "within_km": within_km}
    return Change(f"place {base}", edit, attack=where)


def weapon(many: str, *, kind: str) -> Change:
    edit = each(
        words(("The unmanned aircraft, of the one-way kind that explodes on its target,", f"The {many}")),
        words(("had sent the drones", f"had fired the {many}"), ("Drones heading", f"{many.capitalize()} heading")),
        opening(r"\bdrones flying", f"{many} flying"),
    )
    return Change(f"weapon {many}", edit, attack={"type": (kind,), "weapon": (Arm(name=many[:-1]),)})


def outcome(name: str, body: str, *, then: str, title: str, stage: str, **fields: object) -> Change:
    edit = each(
        opening("were brought down before dawn", f"{body} before dawn"),
        opening(", and the assault came to nothing,", ","),
        opening(r"American forces intercepted [a-z ]+\.", then),
        opening("are shot down", title),
        words(("The attempt was foiled in", "It came in")),
    )
    return Change(f"outcome {name}", edit, attack={"stage": stage, **fields})


NAMES = (
    agency("AFP"),
    agency("Bloomberg"),
    agency("the Associated Press"),
    agency("Meridian Press"),
    leader("Karim Daoud al-Saadi", "Saadi"),
    leader("Yusuf al-Rikabi", "Rikabi"),
    leader("Nasser Jabbouri", "Jabbouri"),
    group("Harakat al-Nujaba"),
    group("Kataib Sayyid al-Shuhada"),
    group("Saraya al-Karrar"),
    suspect("the Islamic State group"),
    suspect("militias loyal to Damascus"),
)
NUMBERS = (
    drones("Three", 3),
    drones("Four", 4),
    drones("Seven", 7),
    drones("Twelve", 12),
    troops("2,500", "3,100", count="3100", country="Iraq"),
    troops("2,500", "1,850", count="1850", country="Iraq"),
    troops("900 more", "650 more", count="650", country="Syria"),
    troops("900 more", "1,200 more", count="1200", country="Syria"),
)
DAYS = (
    weekday("Tuesday (Oct 17)", "2023-10-17"),
    weekday("Monday (Oct 16)", "2023-10-16"),
    weekday("Monday", "2023-10-16"),
    weekday("Sunday", "2023-10-15"),
    weekday("Saturday", "2023-10-14"),
    weekday("October 12", "2023-10-12"),
)
PLACES = (
    place("the Erbil air base", "northern Iraq", country="IQ", lat=36.2, lon=44.0),
    place("the airport of Deir ez-Zor", "eastern Syria", country="SY", lat=35.3, lon=40.15),
    place("the Bagram air base", "eastern Afghanistan", country="AF", lat=34.95, lon=69.26),
    place("the airport of Hodeidah", "western Yemen", country="YE", lat=14.8, lon=42.95),
    place("the barracks in Zakho", "northern Iraq", country="IQ", lat=37.14, lon=42.68),
)
WEAPONS = (
    weapon("rockets", kind="missile_attack"),
    weapon("missiles", kind="missile_attack"),
    weapon("cruise missiles", kind="missile_attack"),
)
OUTCOMES = (
    outcome(
        "hit",
        "struck their target",
        then="Three soldiers were wounded.",
        title="get through",
        stage="accomplished",
        injured="3",
    ),
    outcome(
        "hit and killed",
        "hit a hangar",
        then="At least two soldiers were killed.",
        title="get through",
        stage="accomplished",
        killed="2+",
    ),
    outcome(
        "failed by themselves",
        "crashed in the desert because of engine failure",
        then="They never came near the fence.",
        title="crash",
        stage="attempted",
    ),
)
KINDS = (NAMES, NUMBERS, DAYS, PLACES, WEAPONS, OUTCOMES)


def fifty() -> list[tuple[Change, ...]]:
    """Fifty seeded ways: each change alone first, then pairs of different kinds."""
    chance = random.Random(SEED)  # noqa: S311 - a draw, not a secret
    ways: list[tuple[Change, ...]] = [(change,) for kind in KINDS for change in kind]
    while len(ways) < WAYS:
        pair = tuple(chance.choice(KINDS[number]) for number in sorted(chance.sample(range(len(KINDS)), 2)))
        if pair not in ways and not (pair[0] in NUMBERS and pair[1] in OUTCOMES + WEAPONS):
            ways.append(pair)  # outcomes and weapons rewrite the words that numbers stand in
    return ways


def told(text: str) -> Json:
    title, body = text.split("\n\n", 1)
    telling = reportedly.tell(text=body, title=title, publisher="WION", published="2023-10-18")
    plain: Json = json.loads(json.dumps(as_json(telling)))
    return plain


def retelling() -> str:
    raw = (resources.files(reportedly) / "samples" / "retelling.json").read_text(encoding="utf-8")
    sample: dict[str, str] = json.loads(raw)
    return f"{sample['title']}\n\n{sample['text']}"


def expected_of(changes: tuple[Change, ...]) -> Expectation:
    attack = {key: value for change in changes for key, value in change.attack.items()}
    threat = {key: value for change in changes for key, value in change.threat.items()}
    incidents = [ExpectedIncident(main=True, **attack)]  # type: ignore[arg-type] - the keys are those of the fields
    if threat:
        incidents.append(ExpectedIncident(**{"type": ("threat",), **threat}))  # type: ignore[arg-type]
    claims = tuple(claim for change in changes for claim in change.claim)
    return Expectation(about="", report={}, incident=tuple(incidents), claim=claims)


@pytest.mark.parametrize("changes", fifty(), ids=lambda changes: " and ".join(change.name for change in changes))
def test_what_is_told_changes_with_the_words(changes: tuple[Change, ...]) -> None:
    text = retelling()
    expected = expected_of(changes)
    assert unmet(told(text), expected), "the expectation must fail on the unchanged text"
    for change in changes:
        text = change.edit(text)
    missed = unmet(told(text), expected)
    assert not missed, "\n".join(missed)


def test_there_are_fifty_ways() -> None:
    assert len({tuple(change.name for change in way) for way in fifty()}) == WAYS
