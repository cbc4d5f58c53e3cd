"""A speaker's name in, the state that speaks through it out ("the Pentagon", "Iraqi officials", "Kyiv")."""

from functools import cache

from reportedly.codebook.actors import actors
from reportedly.codebook.names import folded, words_of
from reportedly.codebook.sides import OF_STATES


@cache
def _states() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for actor in actors():
        if actor.kind not in OF_STATES or not actor.countries:
            continue
        for name in (*actor.names, *actor.acronyms, *actor.demonyms, *actor.capitals):
            found.setdefault(folded(name), f"state:{actor.countries[0]}")
    return found


@cache
def _demonyms() -> dict[tuple[str, ...], str]:
    return {folded(name): actor.id for actor in actors() if actor.kind == "state" for name in actor.demonyms}


def state_called(word: str) -> str | None:
    """The id of the state whose demonym ``word`` is ("Israeli"); None for every other word, names and capitals too."""
    return _demonyms().get(folded(word))


@cache
def _longest() -> int:
    return max(len(words) for words in _states())


def state_in(name: str) -> str | None:
    """The first state named inside ``name``, the longest wording first; None where none is."""
    folds = words_of(name).folds
    for start in range(len(folds)):
        for size in range(min(_longest(), len(folds) - start), 0, -1):
            state = _states().get(folds[start : start + size])
            if state is not None:
                return state
    return None
