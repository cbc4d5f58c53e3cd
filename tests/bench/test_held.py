"""The rows of the clean check, made of the gate's; a tiny corpus stands in for the real ones."""

import json
from pathlib import Path

from bench import held
from bench.measures import Measure
from bench.reports import scorer_at


def test_a_few_of_the_gates_rows_are_shown_under_keys_of_their_own() -> None:
    rows = [
        Measure(key=f"reports.{name}", label=name, value=1.0) for name in ("wrong_quotes", "quiet", "main_f", "weapon")
    ]
    assert [row.key for row in held.shown(rows)] == ["held.main_f", "held.quiet"]


def test_every_row_says_what_it_is_worth() -> None:
    row = held.shown([Measure(key="reports.stage", label="stage", value=93.0, baseline=70.0, detail="1/2")])[0]
    assert row.label == "stage (machine-written, measuring only)"
    assert (row.value, row.baseline, row.detail) == (93.0, 70.0, "1/2")


def test_the_gates_scorer_reads_the_gold_of_another_folder(tmp_path: Path) -> None:
    (tmp_path / "score.py").write_text(
        "def load(folder): return {'x': folder.parent.name}\ndef score(pred, golds, pluses): return {'golds': golds}\n"
    )
    scorer = scorer_at(tmp_path, texts=tmp_path / "other")
    assert json.dumps(scorer.score({}, scorer.golds, scorer.pluses)) == '{"golds": {"x": "other"}}'


def test_no_floor_is_set_for_the_clean_check() -> None:
    assert '"held.' not in (Path(held.__file__).parent / "floors.toml").read_text(encoding="utf-8")


def test_the_clean_check_is_where_it_says() -> None:
    assert {"docs.jsonl", "gold", "plus"} <= {path.name for path in held.FOLDER.iterdir()}
