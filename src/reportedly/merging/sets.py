"""Ids in, groups of them out: which stand together after some were joined (union-find)."""

from collections.abc import Iterable


class Groups:
    """Groups of ids, each known by its smallest; an id never joined is a group of its own."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, one: str) -> str:
        """The smallest id of the group."""
        parent = self._parent
        root = one
        while (above := parent.get(root, root)) != root:
            root = above
        while one != root:
            parent[one], one = root, parent.get(one, one)
        return root

    def join(self, one: str, other: str) -> str:
        """Make two groups one; gives its smallest id."""
        low, high = sorted((self.find(one), self.find(other)))
        if low != high:
            self._parent[high] = low
        return low

    def groups(self, ids: Iterable[str]) -> dict[str, list[str]]:
        """The groups of these ids: smallest id to members, sorted."""
        found: dict[str, list[str]] = {}
        for one in sorted(ids):
            found.setdefault(self.find(one), []).append(one)
        return found
