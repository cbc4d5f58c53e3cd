import random
from itertools import islice

from bench.desk_ledger import renamed, retold
from bench.desk_soak import KINDS, Facts, Times, share
from bench.ledger_growth import renamed as hashed

ID, OTHER = hashed("one", ""), hashed("other", "")


def test_a_copied_record_has_the_ids_and_days_of_its_copy_throughout() -> None:
    record = f'{{"id":"{ID}","reports":["r12-3"],"claims":["{OTHER}"],"when":"2014-01-03","text":"on 2014-01-03"}}'
    copied = retold(record, "x1", 5)
    assert copied is not None
    assert f'"{renamed(ID, "x1")}"' in copied
    assert f'"{renamed("r12-3", "x1")}"' in copied
    assert '"when":"2013-12-29"' in copied
    assert '"on 2014-01-03"' in copied
    assert retold(None, "x1", 5) is None


def test_copied_ids_stand_in_the_order_of_their_originals() -> None:
    assert (renamed(ID, "x1") < renamed(OTHER, "x1")) == (ID < OTHER)
    assert len({ID, renamed(ID, "x1"), renamed(ID, "x2")}) == 3


def test_a_share_of_the_answers_is_answered_within_its_time() -> None:
    spent = [float(number) for number in range(1, 101)]
    assert (share(spent, 0.5), share(spent, 0.95), share([7.0], 0.95)) == (50.0, 95.0, 7.0)
    assert Times("filters", [*spent, 400.0, 400.0, 400.0, 400.0, 400.0, 400.0], spent).is_too_slow
    assert not Times("a report", [9999.0], spent).is_too_slow


def test_questions_are_the_same_for_the_same_seed() -> None:
    facts = Facts(incidents=["a", "b"], reports=["r"], facets={"type": ["bombing"], "actor": ["x y"]})
    for of in KINDS.values():
        first, again = (list(islice(of(facts, random.Random(3)), 9)) for _ in range(2))  # noqa: S311 - drawn, not secret
        assert first == again
        assert all(path.startswith("/") and " " not in path for path in first)
