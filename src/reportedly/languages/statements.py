"""A language code in, the words by which a report states more than incidents out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from reportedly.languages.phrases import Token, tokenize
from reportedly.languages.tables import spoken, table

Hits = Mapping[str, Sequence[tuple[int, int]]]
"""For each list, where its phrases stand among the tokens: ``tokens[start:end]``, in order."""


@dataclass(frozen=True, slots=True)
class PhraseList:
    """One list of phrases, ``section.list`` by name, with sentences it must and must not make a statement of."""

    name: str
    phrases: tuple[str, ...]
    examples: tuple[str, ...]
    look_alikes: tuple[str, ...]


@dataclass(slots=True)
class Step:
    """One word on the way into the phrases: the lists a phrase of which ends here, and the words that go on."""

    names: tuple[str, ...] = ()
    onward: dict[str, "Step"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StatementWords:
    """Every list of a language, and one tree over the words of all their phrases."""

    lists: Mapping[str, PhraseList]
    tree: Step

    def hits(self, tokens: Sequence[Token]) -> Hits:
        """Where the phrases of every list stand; in each list the longest at each place, overlaps kept."""
        found: dict[str, list[tuple[int, int]]] = {}
        words = [token.lower for token in tokens]
        first, count = self.tree.onward, len(words)
        for place, word in enumerate(words):
            step = first.get(word)
            if step is None:
                continue
            end = place + 1
            while step is not None:
                for name in step.names:
                    held = found.setdefault(name, [])
                    if held and held[-1][0] == place:
                        held[-1] = (place, end)
                    else:
                        held.append((place, end))
                step = step.onward.get(words[end]) if step.onward and end < count else None
                end += 1
        return found

    def without(self, name: str) -> "StatementWords":
        """The same words with one list left out, to see what hangs on it."""
        lists = {key: one for key, one in self.lists.items() if key != name}
        return StatementWords(lists=lists, tree=_tree(lists.values()))


@cache
def statement_words(language: str) -> StatementWords:
    """The statement layer of a language; DataError where its file is missing or broken."""
    raw = cast("Mapping[str, Mapping[str, Mapping[str, list[str]]]]", table(spoken(language), "statements"))
    lists = {
        f"{section}.{name}": PhraseList(
            name=f"{section}.{name}",
            phrases=tuple(entry["phrases"]),
            examples=tuple(entry.get("examples", ())),
            look_alikes=tuple(entry.get("look_alikes", ())),
        )
        for section, entries in raw.items()
        for name, entry in entries.items()
    }
    return StatementWords(lists=lists, tree=_tree(lists.values()))


def _tree(lists: Iterable[PhraseList]) -> Step:
    root = Step()
    for one in lists:
        for phrase in one.phrases:
            step = root
            for token in tokenize(phrase):
                step = step.onward.setdefault(token.lower, Step())
            if one.name not in step.names:
                step.names = (*step.names, one.name)
    return root
