import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    path = Path(__file__).parents[2] / "bench" / "polnear.py"
    spec = importlib.util.spec_from_file_location("polnear", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def record(text: str, source: str, cue: str, content: str) -> dict[str, object]:
    def spans(words: str) -> list[dict[str, object]]:
        start = text.index(words)
        return [{"start": start, "end": start + len(words), "text": words}]

    told = {"source": spans(source), "cue": spans(cue), "content": spans(content)}
    return {"id": "r", "text": text, "attributions": [told]}


def test_a_span_is_covered_by_half_of_its_tokens(bench: ModuleType) -> None:
    assert bench.covered(frozenset({1, 2}), [frozenset({2, 3})])
    assert not bench.covered(frozenset({1, 2, 3}), [frozenset({3})])


def test_gold_that_the_reader_finds_scores_full(bench: ModuleType) -> None:
    text = "Police said two men fled."
    tallies, _ = bench.score([record(text, "Police", "said", "two men fled")])
    assert tallies["pair"].scores() == (100.0, 100.0, 100.0)
    assert tallies["content tokens"].scores() == (100.0, 100.0, 100.0)


def test_a_pair_needs_both_its_source_and_its_content(bench: ModuleType) -> None:
    text = "Police said two men fled. Ada Brandt slept."
    tallies, _ = bench.score([record(text, "Ada Brandt", "said", "two men fled")])
    assert tallies["cue"].scores() == (100.0, 100.0, 100.0)
    assert tallies["source"].gold_found == 0
    assert tallies["pair"].gold_found == 0
