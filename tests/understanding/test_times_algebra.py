"""What holds for all times: order, bounds, weekdays, round trips, and nothing invented."""

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st

from reportedly.records.moments import day_of
from reportedly.records.reports import CleanText, Sentence
from reportedly.records.spans import Span
from reportedly.understanding.times import days, find_times
from reportedly.understanding.times.periods import moved

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2080, 12, 31))
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [f"{dt.date(2000, month, 1):%B}" for month in range(1, 13)]
FRAGMENTS = [
    *WEEKDAYS,
    *MONTHS[:4],
    *[
        "on",
        "at",
        "in",
        "the",
        "of",
        "since",
        "until",
        "from",
        "to",
        "between",
        "and",
        "into",
        "overnight",
        "last",
        "next",
    ],
    *[
        "early",
        "late",
        "night",
        "morning",
        "yesterday",
        "two",
        "days",
        "weeks",
        "years",
        "ago",
        "earlier",
        "later",
        "after",
    ],
    *[
        "4:15 am",
        "10 p.m.",
        "0700 GMT",
        "noon",
        "18",
        "2023",
        "8/12/2023",
        "2023-10-18",
        "12-13",
        "the 18th",
        "(",
        ")",
        ",",
        ".",
    ],
    *[
        "Christmas Eve",
        "Easter Sunday",
        "weekend",
        "week",
        "month",
        "year",
        "will",
        "was",
        "said",
        "attack",
        "this",
        "that",
    ],
]
EDTF_DAY = r"(?:\d{4}|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?(?:T\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d)?)?"
EDTF = re.compile(rf"(?:{EDTF_DAY}|\.\.)(?:/(?:{EDTF_DAY}|\.\.))?")


def page(text: str, published: dt.date | None) -> CleanText:
    return CleanText(
        report_id="r",
        text=text,
        text_hash="h",
        language="en",
        sentences=(Sentence(Span(0, len(text)), 0),),
        published=published,
    )


def day_told(text: str, published: dt.date | None) -> dt.date:
    (mention,) = find_times(page(text, published))
    assert mention.when.start is not None
    return day_of(mention.when.start)


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_past_weekday_lies_within_the_six_days_before_publication_or_on_it(published: dt.date, weekday: str) -> None:
    day = day_told(f"A mill burned on {weekday}.", published)
    assert 0 <= (published - day).days <= 6
    assert WEEKDAYS[day.weekday()] == weekday


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_to_come_lies_within_the_six_days_after_publication_or_on_it(
    published: dt.date, weekday: str
) -> None:
    day = day_told(f"The court will sit on {weekday}.", published)
    assert 0 <= (day - published).days <= 6
    assert WEEKDAYS[day.weekday()] == weekday


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_last_and_next_never_mean_publication_day(published: dt.date, weekday: str) -> None:
    last = day_told(f"A mill burned last {weekday}.", published)
    following = day_told(f"A mill burns next {weekday}.", published)
    assert 1 <= (published - last).days <= 7
    assert 1 <= (following - published).days <= 7


@given(DAYS, st.integers(1, 52), st.sampled_from(WEEKDAYS))
def test_a_weekday_moves_with_publication_by_whole_weeks(published: dt.date, weeks: int, weekday: str) -> None:
    text = f"A mill burned on {weekday}."
    shift = dt.timedelta(weeks=weeks)
    assert day_told(text, published + shift) == day_told(text, published) + shift


@given(DAYS, st.one_of(st.none(), DAYS))
def test_a_full_date_is_itself_whatever_the_publication(day: dt.date, published: dt.date | None) -> None:
    month = MONTHS[day.month - 1]
    for text in (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat()):
        assert day_told(f"A mill burned on {text}.", published) == day


@given(DAYS, st.integers(0, 360))
def test_a_past_date_without_year_is_found_again_within_the_year_before(published: dt.date, ago: int) -> None:
    day = published - dt.timedelta(days=ago)
    text = f"A mill burned on {day.day} {MONTHS[day.month - 1]}."
    assert day_told(text, published) == day


@given(DAYS, st.integers(2, 300))
def test_days_ago_and_days_after_are_inverse(published: dt.date, number: int) -> None:
    back = day_told(f"A mill burned {number} days ago.", published)
    first, second = find_times(
        page(f"On {back.isoformat()} a mill burned.\n\n{number} days later a barn burned.", published)
    )
    assert (first.when.start, second.when.start) == (back, published)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14), st.one_of(st.none(), DAYS))
def test_mentions_are_ordered_apart_and_quote_their_words(words: list[str], published: dt.date | None) -> None:
    text = "Then " + " ".join(words)
    end = 0
    for mention in find_times(page(text, published)):
        assert mention.span.start >= end
        assert mention.span.of(text) == mention.when.text
        end = mention.span.end


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14), st.one_of(st.none(), DAYS))
def test_every_interval_runs_forward_and_has_an_edtf(words: list[str], published: dt.date | None) -> None:
    for mention in find_times(page("Then " + " ".join(words), published)):
        when = mention.when
        assert EDTF.fullmatch(when.edtf)
        assert when.derivation
        if when.start is not None and when.end is not None:
            assert day_of(when.start) <= day_of(when.end)


YEARLESS = [word for word in FRAGMENTS if not re.search(r"\d{4}|^\d\d$", word)]
"""What can tell no year: "18 January 18" ends in one."""


@given(st.lists(st.sampled_from(YEARLESS), max_size=14))
def test_without_publication_and_without_a_year_in_the_text_no_time_is_dated(words: list[str]) -> None:
    for mention in find_times(page("Then " + " ".join(words), None)):
        assert mention.when.start is None
        assert mention.when.end is None


@given(st.text(min_size=1, max_size=200))
def test_any_text_is_read_without_error_and_twice_alike(text: str) -> None:
    clean = page(text, dt.date(2023, 10, 18))
    assert find_times(clean) == find_times(clean)


@given(st.integers(1583, 2400))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    easter = days.easter(year)
    assert easter.isoweekday() == 7
    assert dt.date(year, 3, 22) <= easter <= dt.date(year, 4, 25)


@given(DAYS, st.integers(-600, 600))
def test_moving_months_keeps_the_day_or_the_months_last(day: dt.date, months: int) -> None:
    target = days.moved_months(day, months)
    assert (target.year - day.year) * 12 + target.month - day.month == months
    assert target.day == min(day.day, days.month_of(target.year, target.month)[1].day)


@given(DAYS, st.sampled_from(["day", "week", "fortnight"]), st.integers(-500, 500))
def test_moving_by_fixed_units_can_be_undone(day: dt.date, unit: str, number: int) -> None:
    assert moved(moved(day, unit, number), unit, -number) == day
