from itertools import islice

from bench.curve import curve
from bench.ledger_growth import earlier_key, earlier_profile, renamed
from bench.made import stream, tellings
from reportedly.records.moments import day_of


def test_a_copy_stands_in_blocks_of_earlier_days_and_of_the_same_names() -> None:
    assert earlier_key("attack|d735005|UA", 5) == "attack|d735000|UA"
    assert earlier_key("name|attack|place aa", 5) == "name|attack|place aa"


def test_a_copy_is_compared_by_earlier_days() -> None:
    profile = '{"days":{"first":735005,"last":735006},"told":735007,"killed":[4,4]}'
    assert earlier_profile(profile, 5) == '{"days":{"first":735000,"last":735001},"told":735002,"killed":[4,4]}'


def test_a_copy_has_an_id_of_its_own() -> None:
    assert renamed("a", "x1") != renamed("a", "x2")
    assert len(renamed("a", "x1")) == 20


def test_the_stream_is_the_same_every_time_and_every_claim_stands_in_its_text() -> None:
    told = tellings(3, 40)
    assert told == tellings(3, 40)
    for one in told:
        text = one.telling.report.text
        assert all(claim.quote == claim.span.of(text) for claim in one.telling.claims)


def test_days_can_be_left_out_of_the_stream() -> None:
    first = next(iter(stream(3))).report.published
    later = next(islice(stream(3, skip_days=9), 1)).report.published
    assert first is not None
    assert later is not None
    assert (day_of(later) - day_of(first)).days in range(8, 11)


def test_the_curve_names_every_size_and_the_limit() -> None:
    drawn = curve([(1_000, 5.0), (1_000_000, 6.0)])
    assert all(words in drawn for words in ("1,000,000", "6.0 ms", "twice the first"))
