"""How long adding one telling takes as a ledger grows: generated profiles into a shelf in memory, milliseconds out.

``python -m bench.growth [INCIDENTS]``: first many incidents spread over ten years and twenty thousand places, told one
to a dozen times each; then one incident told ten thousand times.
"""

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from reportedly.merging import grow
from reportedly.merging.profile import Days, Family, Profile, Spot
from reportedly.merging.shelf import MemoryShelf
from reportedly.records.counts import Count
from reportedly.records.identity import hash_of
from reportedly.records.vocabulary import IncidentType, PlacePrecision, Stage

DAYS, PLACES, COUNTRIES, WORDS = 3650, 20_000, 150, 40_000
STEPS = (100, 1000, 10_000, 100_000)
KINDS = (IncidentType.SHOOTING, IncidentType.BOMBING, IncidentType.DRONE_ATTACK, IncidentType.MISSILE_ATTACK)
RETOLD = 1.5
"""Mean of further tellings an incident gets, most getting none; of GVC's incidents each has 2.1 documents."""
CROWD = 10_000


@dataclass(frozen=True, slots=True)
class Event:
    """What really happened, of which tellings leave parts out."""

    day: int
    place: int
    kind: IncidentType
    killed: int
    names: tuple[str, ...]


def event(dice: random.Random) -> Event:
    """An event on some day, in a place that is rather one of the few with many."""
    names = tuple(f"n{dice.randrange(WORDS)}" for _ in range(12))
    place = int(PLACES * dice.random() ** 3)
    return Event(735_000 + dice.randrange(DAYS), place, dice.choice(KINDS), dice.randrange(10), names)


def telling(dice: random.Random, of: Event, number: int) -> Profile:
    """One report's view of it: one in seven without its day, one in seven with no more than the country."""
    day = of.day + (dice.random() < 0.05)
    names = {*dice.sample(of.names, 8), *(f"n{dice.randrange(WORDS)}" for _ in range(6))}
    ordered = sorted(names)
    runs = {f"{ordered[at]} {ordered[at + 1]}" for at in range(0, 6, 2)}
    return Profile(
        id=hash_of(str(number)),
        report_id=str(number),
        main=dice.random() < 0.8,
        type=of.kind,
        family=Family.ATTACK,
        stage=Stage.ACCOMPLISHED,
        days=Days(first=day, last=day) if dice.random() < 6 / 7 else None,
        told=of.day + dice.choice((0, 0, 0, 1, 1, 2, 3)),
        spot=spot(dice, of),
        around=(),
        doers=frozenset({"x"}),
        sufferers=frozenset(),
        weapons=frozenset({"rifle"}),
        targets=frozenset({"base"}),
        people=frozenset(),
        killed=Count.at_least(of.killed + dice.choice((0, 0, 1))),
        injured=None,
        names=frozenset(names | runs),
        words=frozenset(f"w{dice.randrange(WORDS)}" for _ in range(8)),
        fingerprint=frozenset(dice.sample(range(10**9), 64)),
    )


def spot(dice: random.Random, of: Event) -> Spot:
    """The place, or its country alone."""
    country, lat, lon = f"C{of.place % COUNTRIES}", of.place % 120 - 60.0, of.place / PLACES * 340 - 170
    if dice.random() < 6 / 7:
        name, radius_km, precision = f"p{of.place}", 5.0, PlacePrecision.SETTLEMENT
    else:
        name, radius_km, precision = f"iso:{country}", 300.0, PlacePrecision.COUNTRY
    return Spot(
        place_id=name,
        country=country,
        lat=lat,
        lon=lon,
        radius_km=radius_km,
        precision=precision,
        words=frozenset({name}),
    )


def spread(dice: random.Random) -> Iterator[list[Profile]]:
    """The tellings of one incident after another."""
    numbers = count()
    while True:
        of = event(dice)
        yield [telling(dice, of, next(numbers)) for _ in range(1 + int(dice.expovariate(1 / RETOLD)))]


def crowd(dice: random.Random) -> Iterator[list[Profile]]:
    """One telling after another of one incident."""
    of = event(dice)
    for number in range(CROWD):
        yield [telling(dice, of, number)]


def measure(name: str, groups: Iterator[list[Profile]], most: int) -> None:
    """Prints the mean and the longest time of one telling since the step before."""
    shelf, spent = MemoryShelf(), list[float]()
    for number, group in enumerate(groups, start=1):
        for profile in group:
            started = time.perf_counter()
            grow.add(shelf, [profile])
            spent.append(1000 * (time.perf_counter() - started))
        if number in STEPS:
            print(f"{name} {number:>7}: mean {sum(spent) / len(spent):.2f} ms, longest {max(spent):.0f} ms")
            spent.clear()
        if number >= most:
            return


def main(arguments: list[str]) -> None:
    """Measure both."""
    measure("incidents", spread(random.Random(3)), int(arguments[0]) if arguments else 10_000)  # noqa: S311 - no secret
    measure("tellings of one incident", crowd(random.Random(3)), CROWD)  # noqa: S311 - no secret


if __name__ == "__main__":
    main(sys.argv[1:])
