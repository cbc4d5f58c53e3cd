"""Reports in, what each tells out, in input order: in this process, or mapped over a pool of them."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

AHEAD = 4
"""Items handed out for each worker beyond the one whose turn it is: enough that none waits for a slow one, few enough
that memory stays bounded."""


def map_in_order(work: Callable[[A], B], items: Iterable[A], *, jobs: int) -> Iterator[B]:
    """``work`` of each item, in the items' order, by ``jobs`` processes; with one job in this process, as asked for."""
    if jobs <= 1:
        yield from map(work, items)
        return
    # Workers are started afresh: a copy of this process would carry its open ledger along.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_stopping_to_the_parent)
    try:
        waiting: deque[Future[B]] = deque()
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) > jobs * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_stopping_to_the_parent() -> None:
    """Ctrl-C reaches every process of a terminal; the workers end when the pool does, without a word."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
