"""A shelf in a ledger holds what a shelf in memory holds, whatever comes and goes, and however little it remembers."""

import random

import pytest

from bench.made import tellings
from reportedly.ledger import shelf as shelves
from reportedly.ledger.engine import Engine
from reportedly.ledger.reports import insert_report
from reportedly.ledger.shelf import LedgerShelf, Memory
from reportedly.ledger.tellings import count_telling, insert_telling
from reportedly.merging import grow
from reportedly.merging.bonds import Bonds
from reportedly.merging.members import head_of, members
from reportedly.merging.profile import Profile, profile
from reportedly.merging.shelf import MemoryShelf, Shelf
from tests.pipeline.ledgers import NOW

TOLD = tellings(3, 60)
PROFILES = [profile(member) for told in TOLD for member in members(told.telling)]


def state(shelf: Shelf) -> object:
    """All that a shelf says of its members."""
    ids = [one.id for one in PROFILES if shelf.has(one.id)]
    return [
        (
            one,
            shelf.incident(one),
            sorted((j.first, j.second, j.verdict, j.score) for j in shelf.judgements(one)),
            sorted(shelf.followers(one)),
            shelf.attachment(one),
            [tuple(shelf.block(key)) for key in shelf.keys(one)],
            sorted(shelf.members(shelf.incident(one) or "")),
        )
        for one in ids
    ]


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """A ledger that holds the reports, none of them merged yet."""
    with engine.writing() as transaction:
        for told in TOLD:
            row = insert_report(transaction, told.report, received=NOW.received)
            head = head_of(told.telling)
            insert_telling(transaction, told.telling, report_row=row, head=head, software="1")
            count_telling(transaction, engine.index, row, told.telling)
    return engine


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("remembered", [1, 20_000])
def test_it_is_as_in_memory_after_every_transaction(
    filled: Engine, monkeypatch: pytest.MonkeyPatch, seed: int, remembered: int
) -> None:
    monkeypatch.setattr(shelves, "REMEMBERED", remembered)
    monkeypatch.setattr(shelves, "OPENING", 3)
    monkeypatch.setattr(grow, "FRONT", 2)
    draw = random.Random(seed)  # noqa: S311 - a shuffle
    there: list[Profile] = []
    waiting = draw.sample(PROFILES, len(PROFILES))
    plain, memory = MemoryShelf(), Memory[Profile]()
    for _ in range(8):
        new = [waiting.pop() for _ in range(min(len(waiting), 12))]
        old = draw.sample(there, min(len(there), 5))
        with filled.writing() as transaction:
            kept = LedgerShelf(transaction, kind=Profile, decided=Bonds(), memory=memory)
            for shelf in (plain, kept):
                for one in new:
                    grow.add(shelf, [one])
                grow.remove(shelf, [one.id for one in old])
            kept.flush()
            assert state(kept) == state(plain)
        there = [one for one in [*there, *new] if one not in old]
        waiting = [*old, *waiting]
    with filled.writing() as transaction:
        fresh = LedgerShelf(transaction, kind=Profile, decided=Bonds(), memory=Memory())
        assert state(fresh) == state(plain)


def test_what_another_process_wrote_is_not_remembered_as_it_was(filled: Engine) -> None:
    mine, theirs = Memory[Profile](), Memory[Profile]()
    for memory, one in ((mine, PROFILES[0]), (theirs, PROFILES[1]), (mine, PROFILES[2])):
        with filled.writing() as transaction:
            shelf = LedgerShelf(transaction, kind=Profile, decided=Bonds(), memory=memory)
            grow.add(shelf, [one])
            shelf.flush()
    with filled.writing() as transaction:
        shelf = LedgerShelf(transaction, kind=Profile, decided=Bonds(), memory=mine)
        assert [shelf.has(one.id) for one in PROFILES[:4]] == [True, True, True, False]
