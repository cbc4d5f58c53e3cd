"""Windows of word pieces in, a fine-tuned tagger out: one encoder with two heads, on the processor, resumable.

``python -m training.tagger DATA --into FOLDER`` trains on the training parts of MUC-4 and PolNeAR, measures CEAF-REE on
MUC-4's development part, and writes weights, vocabulary and a card with the hashes of what they were made from.
Stopped, it goes on from the last checkpoint when it is run again with the same arguments.
"""

import argparse
import hashlib
import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from bench.corpora import Record, records
from bench.measures import Balance
from bench.muc4 import ceaf_ree, entity, gold_templates, template
from reportedly.understanding.tagger.labels import HEADS, Tag
from reportedly.understanding.tagger.tagger import WINDOW
from training.encoders import MINILM, MPNET, NAMES, folder
from training.examples import Window, attributed, filled, taught
from training.network import Tagger

BATCH, SEED, WARM = 8, 13, 0.1
"""Windows a step; what every draw starts from; the share of all steps in which the rate rises, before it falls to
nothing over the others. The last is customary, not tuned."""


LICENCE = "Apache-2.0"
"""Of both encoders' weights, as the cards that come with them say."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one encoder is trained: its peak rate, the factor by which each layer below learns slower, and the epochs.

    The values are those of the issue's known runs, not tuned here.
    """

    encoder: str
    rate: float
    decay: float
    epochs: int
    thin: bool


RECIPES = {
    MINILM: Recipe(NAMES[MINILM], 2e-4, 1.0, 5, thin=False),
    MPNET: Recipe(NAMES[MPNET], 6e-5, 0.95, 4, thin=False),
    f"{MPNET}-thin": Recipe(NAMES[MPNET], 1e-4, 0.95, 4, thin=True),
}


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


def groups(tagger: Tagger, recipe: Recipe) -> list[dict[str, object]]:
    """The network's parts with the share of the rate that each learns at: the upper the faster."""
    layers = tagger.net.encoder.encoder.layer
    made: list[dict[str, object]] = [{"params": list(tagger.net.told.parameters()), "share": 1.0}]
    for depth, layer in enumerate(reversed(layers)):
        made.append({"params": list(layer.parameters()), "share": recipe.decay**depth})
    taken = {id(one) for group in made for one in group["params"]}  # type: ignore[attr-defined]
    rest = [one for one in tagger.net.parameters() if id(one) not in taken]
    return [*made, {"params": rest, "share": recipe.decay ** len(layers)}]


def train(tagger: Tagger, recipe: Recipe, made: Sequence[Window], *, steps: int, kept: Path, every: int) -> None:
    """Train for ``steps`` batches, on from ``kept`` where it holds a checkpoint, saving there after each ``every``.

    ValueError where the checkpoint is of another number of steps or windows.
    """
    optimiser = torch.optim.AdamW(groups(tagger, recipe), lr=recipe.rate, weight_decay=0.01, fused=True)
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
            group["lr"] = recipe.rate * group["share"] * rate_at(step, steps)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = tagger.loss([made[at] for at in chosen])
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


def measured(read: Callable[[str], Mapping[str, Sequence[Tag]]], documents: Sequence[Record]) -> Balance:
    """CEAF-REE on MUC-4 documents of a reader that tells spans by head; each distinct text of a span is one entity."""
    total = Balance(0, 0, 0)
    for document in documents:
        text = str(document["text"])
        words = dict.fromkeys((one.role, text[one.start : one.end]) for one in read(text)["roles"])
        told = {role: [entity(fill) for filler, fill in words if filler == role] for role in HEADS["roles"]}
        total = total.plus(ceaf_ree([template("attack", **told)], gold_templates(document)))
    return total


def sha256(path: Path) -> str:
    """The hash of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(arguments: Sequence[str]) -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(prog="python -m training.tagger", description=__doc__)
    parser.add_argument("data", type=Path, help="folder that holds muc4/ and polnear/")
    parser.add_argument("--into", type=Path, required=True, help="folder for checkpoint, weights and card")
    parser.add_argument("--recipe", choices=RECIPES, default=MINILM)
    parser.add_argument("--steps", type=int, help="batches in all; without it, the recipe's times through the windows")
    parser.add_argument("--every", type=int, default=200, help="batches between two checkpoints")
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    chosen.into.mkdir(parents=True, exist_ok=True)
    messages, articles = chosen.data / "muc4" / "gtt_train.jsonl.gz", chosen.data / "polnear" / "train.jsonl.gz"
    held = chosen.data / "muc4" / "gtt_dev.jsonl"
    recipe = RECIPES[chosen.recipe]
    base = folder(MINILM if chosen.recipe == MINILM else MPNET, chosen.into.parent)
    tagger = Tagger(base, thin=recipe.thin, seed=SEED)
    made = taught("roles", map(filled, records(messages)), tagger.pieces, WINDOW)
    made += taught("attribution", map(attributed, records(articles)), tagger.pieces, WINDOW)
    steps = chosen.steps or recipe.epochs * -(-len(made) // BATCH)
    train(tagger, recipe, made, steps=steps, kept=chosen.into / "checkpoint.pt", every=chosen.every)
    score = measured(tagger.read, list(records(held)))
    torch.save(tagger.net.state_dict(), chosen.into / "net.pt")
    tagger.words.save_pretrained(chosen.into)
    card = {
        **asdict(recipe),
        "encoder_licence": LICENCE,
        "heads": {head: list(roles) for head, roles in HEADS.items()},
        "sha256": {
            str(path.relative_to(root)): sha256(path)
            for root, path in (
                (chosen.data, messages),
                (chosen.data, articles),
                (chosen.data, held),
                (base, base / "model.safetensors"),
                (base, base / "vocab.txt"),
            )
        },
        "seed": SEED,
        "steps": steps,
        "windows": len(made),
        "batch": BATCH,
        "torch": torch.__version__,
        "muc4_development_ceaf_ree": {"f1": round(score.f1, 1), "counts": str(score)},
    }
    (chosen.into / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(f"CEAF-REE {score.f1:.1f} ({score})")  # noqa: T201 - what the command is for


if __name__ == "__main__":
    main(sys.argv[1:])
