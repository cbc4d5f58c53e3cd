"""A trained tagger in, the files that the product reads it from out: an eight-bit graph, its vocabulary, its card.

``python -m training.export TRAINED --data DATA --into FOLDER`` also measures CEAF-REE on MUC-4's development part with
the product's own reader, and writes it into the card.
"""

import argparse
import hashlib
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from bench.corpora import records
from reportedly.understanding.tagger.tagger import CARD, NET, VOCABULARY
from reportedly.understanding.tagger.tagger import Tagger as Reader
from training.encoders import MINILM, MPNET, NAMES, folder
from training.network import Tagger
from training.tagger import SEED, measured


def write_graph(tagger: Tagger, path: Path) -> None:
    """The network as one ONNX file, any number of windows and pieces."""
    tagger.net.eval()
    row = torch.tensor([[tagger.words.cls_token_id, 2040, 2741, tagger.words.sep_token_id]])
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "mask", "logits")}
    torch.onnx.export(
        tagger.net,
        (row, torch.ones_like(row)),
        path,
        input_names=["ids", "mask"],
        output_names=["logits"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def main(arguments: Sequence[str]) -> None:
    """Write, measure, tell."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__)
    parser.add_argument("trained", type=Path, help="what training.tagger wrote --into")
    parser.add_argument("--data", type=Path, required=True, help="folder that holds muc4/")
    parser.add_argument("--into", type=Path, required=True, help="folder for the files of the product")
    parser.add_argument("--whole", nargs="*", default=[], help="names of matrices left in floating point")
    chosen = parser.parse_args(arguments)
    card = json.loads((chosen.trained / CARD).read_text(encoding="utf-8"))
    named = MINILM if card["encoder"] == NAMES[MINILM] else MPNET
    tagger = Tagger(folder(named, chosen.trained.parent), thin=card["thin"], seed=SEED)
    tagger.net.load_state_dict(torch.load(chosen.trained / "net.pt", weights_only=True))
    chosen.into.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        write_graph(tagger, Path(scratch) / NET)
        quantize_dynamic(
            Path(scratch) / NET,
            chosen.into / NET,
            per_channel=True,
            reduce_range=True,  # seven bits: no sum overflows where the processor adds pairs in sixteen
            weight_type=QuantType.QInt8,
            nodes_to_exclude=chosen.whole,
        )
    shutil.copy(chosen.trained / VOCABULARY, chosen.into / VOCABULARY)
    card["ends"] = {"first": tagger.words.cls_token, "last": tagger.words.sep_token}
    card["files"] = {name: hashlib.sha256((chosen.into / name).read_bytes()).hexdigest() for name in (NET, VOCABULARY)}
    card["whole"] = chosen.whole
    (chosen.into / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    score = measured(Reader(chosen.into).tags, list(records(chosen.data / "muc4" / "gtt_dev.jsonl")))
    card["muc4_development_ceaf_ree_eight_bits"] = {"f1": round(score.f1, 1), "counts": str(score)}
    (chosen.into / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(f"CEAF-REE {score.f1:.1f} ({score}), {(chosen.into / NET).stat().st_size / 1e6:.1f} MB")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
