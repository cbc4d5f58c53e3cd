"""Floors of the benchmark: figures in, which of them fell out; floors rise by command and fall by decision."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.measures import Measure

FILE = Path(__file__).with_name("floors.toml")

HEADER = """\
# Figures the benchmark must not fall below ("ceilings": not rise above), by key. Written by
# `python -m bench.run --raise` (only ever better) and `--lower-floors` (as measured, explained in the commit).
"""

SLACK = {"speed.": 0.5, "gazetteer.load_s": 0.15, "gazetteer.": 0.5, "times.slowest_ms": 0.4}
"""Timings of a busy machine differ: a floor below these prefixes is kept at this share of what was measured
(a ceiling at its inverse). Chosen because repeated runs on two shared cores differed by up to a factor of 1.7."""


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure on the wrong side of its floor."""

    measure: Measure
    floor: float


def floors_from(path: Path = FILE) -> dict[str, float]:
    """Floors and ceilings by key; empty where there is no file yet."""
    if not path.exists():
        return {}
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: float(value) for table in tables.values() for key, value in table.items()}


def ceilings_from(path: Path = FILE) -> set[str]:
    """The keys the file keeps as ceilings."""
    return set(tomllib.loads(path.read_text(encoding="utf-8")).get("ceilings", {})) if path.exists() else set()


def falls(measures: Iterable[Measure], floors: Mapping[str, float]) -> list[Fall]:
    """The measures that are worse than their floor; a figure that is gone (None) has fallen too."""
    return [
        Fall(measure, floors[measure.key])
        for measure in measures
        if measure.key in floors and (measure.value is None or worse(measure, measure.value, floors[measure.key]))
    ]


def worse(measure: Measure, value: float, floor: float) -> bool:
    """True where ``value`` is on the wrong side of ``floor`` by more than rounding (0.05)."""
    return value > floor + 0.05 if measure.lower_is_better else value < floor - 0.05


def raised(measures: Iterable[Measure], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors after this run: each the better one of what it was and what was measured."""
    new = dict(floors)
    for measure in measures:
        found = kept(measure)
        if found is not None and (measure.key not in new or worse(measure, new[measure.key], found)):
            new[measure.key] = found
    return new


def lowered(measures: Iterable[Measure], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors set to what was measured, better or worse; those not measured stay."""
    return {**floors, **{measure.key: value for measure in measures if (value := kept(measure)) is not None}}


def kept(measure: Measure) -> float | None:
    """The floor a figure gives, with the slack its kind is given; one decimal, two below one; None without one."""
    if measure.value is None or measure.rival or measure.floorless:
        return None
    slack = next((share for prefix, share in SLACK.items() if measure.key.startswith(prefix)), 1.0)
    floor = measure.value / slack if measure.lower_is_better else measure.value * slack
    return round(floor, 1 if floor >= 1 else 2)


def write(floors: Mapping[str, float], ceilings: Iterable[str], path: Path = FILE) -> None:
    """Write the floors, keys sorted, ceilings apart."""
    above = set(ceilings)
    parts = [HEADER]
    for title, keys in (("floors", set(floors) - above), ("ceilings", set(floors) & above)):
        lines = "".join(f'"{key}" = {floors[key]}\n' for key in sorted(keys))
        parts.append(f"\n[{title}]\n{lines}")
    path.write_text("".join(parts), encoding="utf-8")
