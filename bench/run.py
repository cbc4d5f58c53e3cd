"""The benchmark's command: a folder of corpora in, one table out, exit status 1 where a figure fell below its floor."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from bench import cases, facts, held, layers, merging, muc4, parties, places, reports, speed
from bench import floors as floor_file
from bench.corpora import missing_corpora
from bench.measures import Measure


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for."""

    data: Path | None
    only: str
    limit: int | None
    keep: Path | None
    raise_floors: bool
    lower_floors: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One scorer: its name, the corpus folder it needs (None: none), and what runs it."""

    name: str
    corpus: str | None
    measure: Callable[[Options, Path], list[Measure]]


def reports_part(options: Options, folder: Path) -> list[Measure]:
    """The gate on retold news items."""
    return reports.measures(folder, keep=options.keep)


def held_part(_: Options, folder: Path) -> list[Measure]:
    """The clean check: our own reports that no rule was made on, by the gate's scorer."""
    return held.measures(folder)


def cases_part(_: Options, __: Path) -> list[Measure]:
    """The stories of ``tests/cases``."""
    return cases.measures()


def muc4_part(options: Options, folder: Path) -> list[Measure]:
    """Five roles and a type on MUC-4."""
    return muc4.measures(folder, limit=options.limit)


def polnear_part(options: Options, folder: Path) -> list[Measure]:
    """Who said what."""
    return layers.polnear_measures(folder, limit=options.limit)


def geo_part(options: Options, folder: Path) -> list[Measure]:
    """Place names."""
    return layers.toponym_measures(folder, limit=options.limit)


def parties_part(options: Options, folder: Path) -> list[Measure]:
    """Parties by name."""
    return parties.measures(folder, limit=options.limit)


def places_part(options: Options, folder: Path) -> list[Measure]:
    """Where incidents are put."""
    return places.measures(folder, limit=options.limit)


def gazetteer_part(_: Options, __: Path) -> list[Measure]:
    """What the gazetteer costs."""
    return places.cost_measures()


def times_part(_: Options, __: Path) -> list[Measure]:
    """Time phrases."""
    return layers.time_measures()


def tolls_part(options: Options, folder: Path) -> list[Measure]:
    """Tolls."""
    return layers.toll_measures(folder.parent, limit=options.limit)


def facts_part(options: Options, folder: Path) -> list[Measure]:
    """When and how many, for each report's main incident."""
    return facts.measures(folder.parent, limit=options.limit)


def merging_part(options: Options, folder: Path) -> list[Measure]:
    """Which reports tell one incident, and what they tell of it together."""
    return merging.measures(folder.parent, limit=options.limit)


def speed_part(_: Options, __: Path) -> list[Measure]:
    """Reports a second, start-up, memory."""
    return speed.measures()


PARTS = (
    Part("speed", None, speed_part),  # first: a child counts the memory its parent held when it was started
    Part("reports", "reports", reports_part),
    Part("held", "reports", held_part),
    Part("cases", None, cases_part),
    Part("muc4", "muc4", muc4_part),
    Part("polnear", "polnear", polnear_part),
    Part("geo", "geo", geo_part),
    Part("parties", "re3d", parties_part),
    Part("places", "gva", places_part),
    Part("gazetteer", None, gazetteer_part),
    Part("times", None, times_part),
    Part("tolls", "gva", tolls_part),
    Part("facts", "gva", facts_part),
    Part("merging", "gvc", merging_part),
)


def options_from(arguments: list[str]) -> Options:
    """The options of one call; argparse ends the run with status 2 where the call is wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder that holds the corpora (reports, muc4, polnear, geo)")
    parser.add_argument("--only", default="", help="run the parts whose name starts so, e.g. reports")
    parser.add_argument("--limit", type=int, help="documents a corpus, for a quick look (floors are not checked then)")
    parser.add_argument("--keep", type=Path, help="write the gate's tellings to this file")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="raise floors to what was measured")
    parser.add_argument("--lower-floors", action="store_true", help="set floors to what was measured, even if lower")
    found = parser.parse_args(arguments)
    return Options(found.data, found.only, found.limit, found.keep, found.raise_floors, found.lower_floors)


def measured(options: Options) -> list[Measure]:
    """Every row of the parts asked for whose corpus is there, with progress on standard error."""
    rows: list[Measure] = []
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        for part in PARTS:
            folder = (options.data or Path()) / (part.corpus or "")
            wanted = part.name.startswith(options.only)
            if not wanted or (part.corpus and (options.data is None or not folder.is_dir())):
                continue
            task = progress.add_task(f"bench: {part.name}", total=None)
            rows += part.measure(options, folder)
            progress.remove_task(task)
    return rows


def number(value: float | None, unit: str) -> str:
    """A figure for the table; a dash where there is none."""
    if value is None:
        return "–"
    digits = 2 if unit == "s" else 1
    return f"{value:.{digits}f}{unit if unit in ('', '%') else ' ' + unit}"


def show(rows: list[Measure], floors: dict[str, float]) -> None:
    """Print the one table on standard output."""
    table = Table(title="bench: reportedly beside a naive baseline")
    table.add_column("measure")
    for column in ("reportedly", "baseline", "floor"):
        table.add_column(column, justify="right")
    table.add_column("detail")
    part = ""
    for row in rows:
        if row.key.split(".")[0] != part:
            part = row.key.split(".")[0]
            table.add_section()
        name = f"{part}: {row.label}"
        floor = number(floors.get(row.key), row.unit)
        table.add_row(name, number(row.value, row.unit), number(row.baseline, row.unit), floor, row.detail)
    wide = Console() if sys.stdout.isatty() else Console(width=140)
    wide.print(table)


def say(line: str) -> None:
    """One line on standard error."""
    print(line, file=sys.stderr)


def name_gaps(options: Options) -> None:
    """Say which of the corpora asked for are missing, and where they come from."""
    wanted = {part.corpus for part in PARTS if part.name.startswith(options.only)}
    gaps = [gap for gap in missing_corpora(options.data) if gap.name in wanted]
    for gap in gaps:
        say(f"not measured: {gap.name} (no folder {gap.path}); it comes from: {gap.origin}")
    if gaps:
        say("make bench DATA=FOLDER names the folder that holds them; see bench/README.md")


def main(arguments: list[str] | None = None) -> int:
    """Run, print, compare with the floors; 0 all held, 1 something fell."""
    options = options_from(sys.argv[1:] if arguments is None else arguments)
    name_gaps(options)
    rows = measured(options)
    floors = floor_file.floors_from()
    show(rows, floors)
    if options.raise_floors or options.lower_floors:
        change = floor_file.lowered if options.lower_floors else floor_file.raised
        ceilings = {row.key for row in rows if row.lower_is_better} | floor_file.ceilings_from()
        floor_file.write(change(rows, floors), ceilings)
        return 0
    fallen = [] if options.limit else floor_file.falls(rows, floors)
    for fall in fallen:
        say(f"fell: {fall.measure.key} is {fall.measure.value}, its floor {fall.floor}")
    return 1 if fallen else 0


if __name__ == "__main__":
    raise SystemExit(main())
