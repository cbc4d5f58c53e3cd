"""The naive baseline of merging: texts in, clusters out, by TF-IDF and average linkage."""

import math
from collections import Counter
from collections.abc import Sequence

from reportedly.codebook.names import words_of

LINK = 0.16
"""Mean cosine from which two clusters are joined: the best of 0.10 to 0.40 on GVC, train and dev (November 2026)."""

Vector = dict[str, float]


def clusters(texts: Sequence[str], *, link: float = LINK) -> list[int]:
    """The number of each text's cluster."""
    vectors = _vectors(texts)
    between = {
        (one, other): cosine
        for one in range(len(texts))
        for other in range(one + 1, len(texts))
        if (cosine := _cosine(vectors[one], vectors[other])) > link / 4
    }
    return _agglomerated(len(texts), between, link)


def _vectors(texts: Sequence[str]) -> list[Vector]:
    """One unit vector a text: logarithmic counts, weighted by how few texts hold the word."""
    counts = [Counter(words_of(text).folds) for text in texts]
    held = Counter(word for count in counts for word in count)
    found = []
    for count in counts:
        vector = {word: (1 + math.log(n)) * math.log(len(texts) / held[word]) for word, n in count.items()}
        norm = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        found.append({word: value / norm for word, value in vector.items()})
    return found


def _cosine(one: Vector, other: Vector) -> float:
    return sum(value * other[word] for word, value in one.items() if word in other)


def _agglomerated(size: int, between: dict[tuple[int, int], float], link: float) -> list[int]:
    """Average linkage: the nearest two clusters are joined until none are near enough; pairs left out count as 0."""
    home = list(range(size))
    members = {one: [one] for one in range(size)}
    sums = dict(between)
    while sums:
        (one, other), total = max(sums.items(), key=lambda row: (_mean(row, members), row[0]))
        if _mean(((one, other), total), members) < link:
            break
        members[one] += members.pop(other)
        moved: dict[tuple[int, int], float] = {}
        for (left, right), value in sums.items():
            key = tuple(sorted((one if left == other else left, one if right == other else right)))
            if key[0] != key[1]:
                moved[key[0], key[1]] = moved.get((key[0], key[1]), 0.0) + value
        sums = moved
    for cluster, held in members.items():
        for one in held:
            home[one] = cluster
    return home


def _mean(row: tuple[tuple[int, int], float], members: dict[int, list[int]]) -> float:
    (one, other), total = row
    return total / (len(members[one]) * len(members[other]))
