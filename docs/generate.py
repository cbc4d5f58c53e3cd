"""The package in, ``docs/reference`` out (codebook, command line, JSON, data files) and the tutorial with its outputs.

``make docs`` writes them; the tests of ``tests/docs`` fail where they are not what this gives now.
"""  # noqa: INP001 - a script, not a package

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from typer.main import get_group

from docs.examples import refreshed
from reportedly.codebook.book import codebook
from reportedly.codebook.entries import Entry
from reportedly.desk.cli import app

HERE = Path(__file__).parent
REFERENCE = HERE / "reference"
EXAMPLES = ("keep-a-ledger", "ask-a-ledger", "question-a-ledger", "export-for-a-codebook")
RUN = (HERE / "tutorial.md", *(HERE / "how-to" / f"{name}.md" for name in EXAMPLES))
"""The pages whose examples are run."""
PACKAGE = Path(str(files("reportedly")))
NOTE = "<!-- Written by `make docs` from {sources}. Change that, not this page. -->"
ROOMS = ("codebook", "languages", "gazetteer", "desk")
CONTENTS = """
- [The codebook](codebook.md): every code that can be given, with its definition
- [The command line](command-line.md): every command and option
- [The JSON of one report](json.md): every key and what it means
- [Exports](exports.md): the formats a ledger is exported in, and the columns of the flat ones
- [The data files](data-files.md): where the words, codes and places stand
"""
STATUSES = """
Exit status: 0 all done; 1 done, and some reports were refused, each named on standard error with its reason; 2 the call
itself was wrong. Progress and problems go to standard error, the answer to standard output.
"""
FILES = """
What the product knows stands in these files and in no code. Paths count from `src/reportedly`; each file opens with
what it holds and how it is written. [Contributing](../../CONTRIBUTING.md) says how to add to them.
"""
SHAPES = """
- **SPAN**: `{"start", "end"}` in Unicode code points of `report.text`, end exclusive.
- **RANGE**: `{"low", "high"}`, or null where the text is silent. "two" is 2, 2; "at least two" and "over two" are
  2, null; "no casualties" is 0, 0; "several" is 3, null; "dozens" is 24, null; "hundreds" is 200, null;
  "about 20" is 20, 20.
- **date or time**: ISO 8601; a time is local, with its offset where one is known.
"""
EXPORTS = """
- **jsonl**: one incident a line, with everything it rests on.
- **csv**: one row an incident, UTF-8, quoted after RFC 4180. A text that a spreadsheet could take for a formula opens
  with an apostrophe. Items of a list stand in one cell, with "; " between them.
- **geojson**: one feature an incident (RFC 7946), the columns as its properties. The geometry is a point where the
  place is settled and null where it is not; `place_precision` and `radius_km` say how much the point means.
- **parquet**: the keys of the JSON Lines as typed, nested columns, with `start_day` and `end_day` as dates beside them;
  values of claims and disagreements are JSON texts. It needs `pip install 'reportedly[parquet]'`.

- **acled**, **ged**, **gtd**: the tables of ACLED, of UCDP's GED and of the GTD, comma-separated like csv, with their
  publishers' columns. A second file, `OUT.rules.jsonl` unless `--rules FILE` names it, has a line for the codebook, one
  for each of its rules with definition and source, one for each row (`incident_id`, `row`, `rules`: the rule by column)
  and one for each incident without a row (`incident_id`, `left_out`, `why`).
  [Export for a codebook](../how-to/export-for-a-codebook.md) shows them.
- **muc4**: a template of 25 slots an incident, as the Fourth Message Understanding Conference (1992) had them, in plain
  text and upper case, with the same second file.
- **stix**: a bundle of STIX 2.1: an incident, a location, identities, relationships and notes for each of ours, one
  object a line, each checked by the library stix2, with the same second file. There a row is an object (`object`: its
  id), and a line with `not_attributed` and `by` gives the rule by which somebody who is blamed has no relationship. It
  needs `pip install 'reportedly[stix]'`.
- **ftm**: entities of FollowTheMoney (Event, Address, Person, PublicBody, Organization, LegalEntity, UnknownLink,
  Note), one a line, each built and checked by the library followthemoney, with `statements`: one for each value, with
  the reports that tell it (`first_seen`, `last_seen`, `origin`). In the second file a row is an entity; a line with
  `not_tied` and `by` gives the rule by which somebody has no entity or no link, one with `not_written` a value that is
  none to the library. It needs `pip install 'reportedly[ftm]'`.

The columns below are those of csv and geojson. New columns come last; none moves, goes or changes its meaning without
a new number of the contract. An empty cell means that it is not known.
"""
OWN = """
## Values of the report's own claims

| field | value |
|---|---|
| presence | `force`, `count` (RANGE), `place`, `mission` |
| tally, series | `what`, `count` (RANGE), `since`, `until`, `place` |
| novelty | `ordinal`, `what`, `place`, `period` |
| denial | `who`, `of` |
| accusation | `who`, `of`, `by` |
| context | `what` |
"""


def pages() -> Mapping[str, str]:
    """Each page of the reference by its file's name."""
    return {
        "codebook.md": codebook_page(codebook().entries),
        "command-line.md": command_line_page(),
        "json.md": json_page(objects()),
        "exports.md": exports_page(columns()),
        "data-files.md": data_files_page(PACKAGE),
        "README.md": contents_page(),
    }


def contents_page() -> str:
    """What the folder holds."""
    return _page(
        "Reference",
        "`docs/generate.py`",
        [
            CONTENTS.strip(),
            "The words used throughout are in [the glossary](../glossary.md).",
        ],
    )


def codebook_page(entries: Sequence[Entry]) -> str:
    """Every vocabulary with its codes."""
    parts = ["`reportedly codebook WORD` shows one of these in the terminal. A code under another is a kind of it."]
    for vocabulary, group in groupby(entries, key=lambda entry: entry.vocabulary):
        rows = [
            [f"`{entry.code}`", _under(entry), entry.definition, f"{entry.example}", f"{entry.look_alike}"]
            for entry in group
        ]
        named = ["code", "under", "definition", "holds for", "not for"]
        shown = range(5) if any(row[1] for row in rows) else (0, 2, 3, 4)
        table = _table([named[at] for at in shown], [[row[at] for at in shown] for row in rows])
        parts += [f"## {vocabulary}", _opening(PACKAGE / "codebook" / "vocabularies" / f"{vocabulary}.toml"), table]
    return _page("The codebook", "`codebook/vocabularies`", parts)


def command_line_page() -> str:
    """Every command with its arguments, options and example."""
    whole = get_group(app)
    parts = [
        f"{whole.help} Every command takes `-h` or `--help`.",
        STATUSES.strip(),
    ]
    for name, command in whole.commands.items():
        options = [option for option in command.params if option.name != "help"]
        rows = [[_spelled(option), _need(option), getattr(option, "help", "") or ""] for option in options]
        parts += [f"## reportedly {name}", command.help or ""]
        parts += [_table(["argument or option", "", "what it does"], rows)] if rows else []
        parts += [f"    {(command.epilog or '').removeprefix('Example: ')}"]
    return _page("The command line", "`desk/cli.py`", parts)


def json_page(told: Iterable[Mapping[str, object]]) -> str:
    """Every key of one report's JSON."""
    parts = ["Three shapes come back in several places:", SHAPES.strip()]
    for one in told:
        rows = [[f"`{path}`", kind, meaning] for path, kind, meaning in keys_of(one)]
        parts += [f"## {one['name']}", str(one["text"]), _table(["key", "what it holds", "meaning"], rows)]
    return _page("The JSON of one report", "`docs/json.toml`", [*parts, OWN.strip()])


def exports_page(described: Iterable[Sequence[str]]) -> str:
    """Every column of the flat exports."""
    rows = [[f"`{name}`", meaning] for name, meaning in described]
    return _page("Exports", "`docs/columns.toml`", [EXPORTS.strip(), _table(["column", "what it holds"], rows)])


def data_files_page(package: Path) -> str:
    """Every data file of the package with what its own first sentence says."""
    parts = [FILES.strip()]
    for room in ROOMS:
        found = sorted((package / room).rglob("*.toml"))
        rows = [[f"`{path.relative_to(package).as_posix()}`", _opening(path)] for path in found]
        parts += [f"## {room}", _table(["file", "what it holds"], rows)]
    parts.append(
        "`gazetteer/places.bin` and `gazetteer/outlines.json` are built from public lists:"
        " [the gazetteer's own page](../../src/reportedly/gazetteer/README.md)."
    )
    return _page("The data files", "the files themselves", parts)


def objects() -> tuple[Mapping[str, object], ...]:
    """The objects of one report's JSON as ``docs/json.toml`` describes them."""
    return tuple(tomllib.loads((HERE / "json.toml").read_text(encoding="utf-8"))["object"])


def columns() -> tuple[tuple[str, str], ...]:
    """The columns of the flat exports as ``docs/columns.toml`` describes them: name and meaning."""
    rows = tomllib.loads((HERE / "columns.toml").read_text(encoding="utf-8"))["columns"]
    return tuple((name, meaning) for name, meaning in rows)


def keys_of(one: Mapping[str, object]) -> tuple[tuple[str, str, str], ...]:
    """Path, shape and meaning of each key of an object."""
    rows = one["keys"]
    assert isinstance(rows, list)  # noqa: S101 - a file of our own
    return tuple((path, kind, meaning) for path, kind, meaning in rows)


def _spelled(option: object) -> str:
    """An option as it is typed, with what it takes."""
    opts = ", ".join(f"`{opt}`" for opt in getattr(option, "opts", ()) if opt.startswith("-"))
    takes = getattr(option, "metavar", None)
    return f"{opts} `{takes}`" if opts and takes else opts or f"`{takes}`"


def _need(option: object) -> str:
    return "required" if getattr(option, "required", False) else ""


def _under(entry: Entry) -> str:
    return f"`{entry.parent}`" if entry.parent else ""


def _opening(path: Path) -> str:
    """The first sentence of the comment that opens a data file."""
    comment: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        comment.append(line.lstrip("# ").rstrip())
    return f"{' '.join(comment).split('. ')[0].rstrip('.')}."


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _page(title: str, sources: str, parts: Iterable[str]) -> str:
    return "\n\n".join([f"# {title}", NOTE.format(sources=sources), *parts]) + "\n"


def main() -> None:
    """Writes the pages, and into the pages of ``RUN`` what their examples print now."""
    REFERENCE.mkdir(exist_ok=True)
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
    for path in RUN:
        path.write_text(refreshed(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
