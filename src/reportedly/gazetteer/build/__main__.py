"""``python -m reportedly.gazetteer.build``: the public lists in, the two data files out, counts on standard error."""

import importlib
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from reportedly.gazetteer.build.draft import Draft
from reportedly.gazetteer.build.sources import (
    country_codes,
    divisions_as_drafts,
    read_airfields,
    read_countries,
    read_divisions,
    read_own,
    read_towns,
    with_aliases,
    with_points,
    without_twins,
)
from reportedly.gazetteer.build.topology import rows_of
from reportedly.gazetteer.build.writing import pack
from reportedly.gazetteer.load import DATA
from reportedly.gazetteer.outlines import DATA as OUTLINES

WORLD_ATLAS = "world-atlas@2.0.2"
"""Natural Earth as TopoJSON, on the npm registry."""


def main() -> None:
    """Read every source, write the files beside the package; ``--places`` leaves the outlines as they are."""
    drafts = gather()
    DATA.write_bytes(pack(drafts))
    counts = Counter(draft.kind.value for draft in drafts)
    sys.stderr.write(f"{DATA}: {DATA.stat().st_size} bytes, {len(drafts)} places: {dict(counts)}\n")
    if "--places" not in sys.argv[1:]:
        OUTLINES.write_text(json.dumps(_outlines(), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
        sys.stderr.write(f"{OUTLINES}: {OUTLINES.stat().st_size} bytes\n")


def gather() -> list[Draft]:
    """Every place of every source, once each."""
    divisions = read_divisions(country_codes())
    towns = read_towns(divisions)
    read = [
        *read_countries(),
        *divisions_as_drafts(divisions, towns),
        *(town for town, _ in towns),
        *read_airfields(),
        *read_own(),
    ]
    unique = {draft.key: draft for draft in reversed(without_twins(with_points(with_aliases(read))))}
    return list(unique.values())


def _outlines() -> list[tuple[str, str, list[list[int]]]]:
    pycountry: Any = importlib.import_module("pycountry")
    alpha_2 = {country.numeric: country.alpha_2 for country in pycountry.countries}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", WORLD_ATLAS], cwd=folder, check=True, capture_output=True)  # noqa: S603, S607
        (archive,) = Path(folder).glob("*.tgz")
        subprocess.run(["tar", "xzf", archive.name], cwd=folder, check=True)  # noqa: S603, S607
        return rows_of(Path(folder) / "package" / "countries-50m.json", alpha_2)


if __name__ == "__main__":
    main()
