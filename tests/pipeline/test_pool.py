import os

import pytest

from reportedly.errors import NotText, Refusal
from reportedly.pipeline.pool import map_in_order


def square(number: int) -> int:
    return number * number


def process(_: int) -> int:
    return os.getpid()


def refuse(number: int) -> Refusal:
    return NotText(f"{number}.bin", "is binary")


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(map_in_order(square, range(30), jobs=jobs)) == [number * number for number in range(30)]


def test_one_job_works_in_this_process_and_only_as_asked_for() -> None:
    asked: list[int] = []

    def noted(number: int) -> int:
        asked.append(number)
        return os.getpid()

    stream = map_in_order(noted, iter(range(9)), jobs=1)
    assert next(stream) == os.getpid()
    assert asked == [0]


def test_more_jobs_work_in_others_and_never_run_far_ahead() -> None:
    asked: list[int] = []

    def endless() -> "object":
        number = 0
        while True:
            asked.append(number)
            yield number
            number += 1

    stream = map_in_order(process, endless(), jobs=2)  # type: ignore[arg-type]
    assert next(stream) != os.getpid()
    assert len(asked) < 20
    stream.close()  # type: ignore[attr-defined]


def test_a_refusal_comes_back_whole_from_another_process() -> None:
    (found,) = map_in_order(refuse, [7], jobs=2)
    assert (type(found), found.where, found.reason) == (NotText, "7.bin", "is binary")
