"""An encoder with one linear layer over its last states, which tells every head's labels of a piece at once."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from transformers import AutoModel, AutoTokenizer

from reportedly.understanding.tagger.labels import HEADS, Labels, Tag, by_word, read_windows, tags_of, width
from reportedly.understanding.tagger.tagger import OVERLAP, WINDOW
from training.examples import Pieces, Window

IGNORED = -100
"""The label of a piece that is not learned from."""


class Net(torch.nn.Module):  # type: ignore[misc]  # torch is not installed where types are checked
    """Word pieces in, ``sum(width(head))`` figures a piece out, the heads side by side in the order of HEADS."""

    def __init__(self, encoder: torch.nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = torch.nn.Dropout(0.1)
        self.told = torch.nn.Linear(encoder.config.hidden_size, sum(width(head) for head in HEADS))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """``ids`` and ``mask`` (windows, pieces) to logits (windows, pieces, labels of all heads)."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return self.told(self.drop(states))


class Tagger:
    """A network with its vocabulary: batches for training, and texts read."""

    def __init__(self, folder: Path, *, thin: bool, seed: int) -> None:
        """``thin`` keeps every other layer of the encoder, the first among them.

        No attention is dropped, which halves the time of a step on a processor; states are, as the encoder has it.
        """
        torch.manual_seed(seed)
        self.words = AutoTokenizer.from_pretrained(folder)
        encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0)
        if thin:
            encoder.encoder.layer = torch.nn.ModuleList(list(encoder.encoder.layer)[::2])
        self.net = Net(encoder)

    def pieces(self, text: str) -> Pieces:
        """A text's word pieces and their offsets, without the encoder's own first and last."""
        told = self.words(text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
        return told["input_ids"], told["offset_mapping"]

    def rows(self, chosen: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
        """Windows of pieces as one padded batch with its mask, the encoder's own pieces around each."""
        longest = max(len(ids) for ids in chosen)
        first, last, pad = self.words.cls_token_id, self.words.sep_token_id, self.words.pad_token_id
        ids = [[first, *one, last] + [pad] * (longest - len(one)) for one in chosen]
        mask = [[1] * (len(one) + 2) + [0] * (longest - len(one)) for one in chosen]
        return torch.tensor(ids), torch.tensor(mask)

    def loss(self, chosen: Sequence[Window]) -> torch.Tensor:
        """The mean loss a piece, over the heads that the windows teach."""
        told = self.net(*self.rows([one.ids for one in chosen]))
        total = told.new_zeros(())
        for head, logits in heads(told).items():
            labels = torch.full(told.shape[:2], IGNORED)
            for at, one in enumerate(chosen):
                if head in one.labels:
                    labels[at, 1 : len(one.ids) + 1] = torch.tensor(one.labels[head])
            total = total + torch.nn.functional.cross_entropy(
                logits.flatten(0, 1), labels.flatten(), ignore_index=IGNORED, reduction="sum"
            )
        return total / sum(len(one.ids) for one in chosen)

    def read(self, text: str) -> dict[str, list[Tag]]:
        """Each head's spans in one text; where windows overlap, each piece is told by the one it lies deeper in."""
        self.net.eval()
        ids, offsets = self.pieces(text)

        def told(start: int, end: int) -> dict[str, Labels]:
            with torch.inference_mode():
                logits = self.net(*self.rows([ids[start:end]]))[:, 1:-1]
            best = {head: row[0].softmax(-1).max(-1) for head, row in heads(logits).items()}
            return {
                head: list(zip(row.indices.tolist(), row.values.tolist(), strict=True)) for head, row in best.items()
            }

        labels = read_windows(len(ids), WINDOW, OVERLAP, told)
        return {head: tags_of(head, by_word(text, row, offsets), offsets) for head, row in labels.items()}


def heads(told: torch.Tensor) -> Mapping[str, torch.Tensor]:
    """The network's figures taken apart by head, along the last axis."""
    return dict(zip(HEADS, told.split([width(head) for head in HEADS], dim=-1), strict=True))
