"""What the times of a text come to: one behaviour a test, on sentences about invented events."""

import datetime as dt

import pytest

from reportedly.records.mentions import TimeMention
from reportedly.records.moments import Moment
from reportedly.records.reports import CleanText, Sentence
from reportedly.records.spans import Span
from reportedly.records.vocabulary import TimePrecision
from reportedly.understanding.times import find_times, publication_day

WEDNESDAY = dt.date(2023, 10, 18)


def page(*paragraphs: str, published: Moment | None = WEDNESDAY, furniture: tuple[int, ...] = ()) -> CleanText:
    """A clean text of one-sentence paragraphs; those whose number is in ``furniture`` are promo lines."""
    sentences, at = [], 0
    for number, paragraph in enumerate(paragraphs):
        span = Span(at, at + len(paragraph))
        sentences.append(Sentence(span, number, furniture=number in furniture))
        at += len(paragraph) + 2
    return CleanText(
        report_id="r",
        text="\n\n".join(paragraphs),
        text_hash="h",
        language="en",
        sentences=tuple(sentences),
        published=published,
    )


def times(*paragraphs: str, published: Moment | None = WEDNESDAY) -> list[TimeMention]:
    return list(find_times(page(*paragraphs, published=published)))


def only(*paragraphs: str, published: Moment | None = WEDNESDAY) -> TimeMention:
    (mention,) = times(*paragraphs, published=published)
    return mention


def edtfs(*paragraphs: str, published: Moment | None = WEDNESDAY) -> list[str]:
    return [mention.when.edtf for mention in times(*paragraphs, published=published)]


def test_the_span_holds_the_words_of_the_time_without_its_preposition() -> None:
    clean = page("Two trucks burned in Harun on Oct. 16, 2023, a guard said.")
    (mention,) = find_times(clean)
    assert mention.span.of(clean.text) == "Oct. 16, 2023" == mention.when.text


def test_a_past_weekday_is_the_last_one_before_publication() -> None:
    when = only("Gunmen shot at the depot on Thursday.").when
    assert (when.start, when.end, when.precision) == (dt.date(2023, 10, 12), dt.date(2023, 10, 12), TimePrecision.DAY)
    assert when.derivation == "Thursday before publication on 2023-10-18"


def test_a_past_weekday_that_is_publication_day_is_that_day() -> None:
    assert only("Gunmen shot at the depot on Wednesday.").when.start == WEDNESDAY


@pytest.mark.parametrize(
    "text",
    [
        "Envoys will meet in Harun on Saturday.",
        "The envoys are due to meet on Saturday.",
        "On Saturday the envoys are expected to meet.",
        "The truce expires on Saturday.",
    ],
)
def test_a_verb_of_the_future_sends_a_weekday_forward(text: str) -> None:
    assert only(text).when.start == dt.date(2023, 10, 21)


@pytest.mark.parametrize(
    "text",
    [
        "Envoys who will go home had met on Saturday.",
        "His bail was set on Saturday.",
        "A would-be robber was shot on Saturday.",
        "The guard may have died on Saturday.",
        "Raids hit the town in May and on Saturday.",
    ],
)
def test_words_that_only_look_like_a_future_leave_a_weekday_in_the_past(text: str) -> None:
    assert times(text)[-1].when.start == dt.date(2023, 10, 14)


def test_a_weekday_without_publication_has_no_day() -> None:
    when = only("Gunmen shot at the depot on Thursday.", published=None).when
    assert (when.start, when.end, when.edtf) == (None, None, "XXXX-XX-XX")
    assert "no publication" in when.derivation


def test_a_date_without_year_or_publication_has_no_year() -> None:
    when = only("Gunmen shot at the depot on Wednesday (Oct 18).", published=None).when
    assert (when.start, when.end, when.edtf, when.text) == (None, None, "XXXX-10-18", "Wednesday (Oct 18)")


def test_a_range_that_runs_on_is_one_interval_also_where_no_year_is_known() -> None:
    assert edtfs("It went on January 12-13 until Monday.", published=None) == ["XXXX-01-12/XXXX-XX-XX"]


def test_without_publication_a_full_date_lends_its_year_only_to_days_near_it() -> None:
    found = edtfs(
        "On September 11, 2021 a mill burned.", "On September 13 a barn burned, on March 3 a hut.", published=None
    )
    assert found == ["2021-09-11", "2021-09-13", "XXXX-03-03"]


def test_a_run_of_dates_without_a_year_keeps_both_its_days() -> None:
    assert edtfs("Raids went on from 25 February to 25 April.", published=None) == ["XXXX-02-25/XXXX-04-25"]


def test_a_month_takes_no_year_from_a_date_told() -> None:
    assert edtfs("On September 11, 2021 a mill burned.", "In March a hut burned.", published=None)[1] == "XXXX-03"


def test_a_date_without_year_is_the_last_one_gone() -> None:
    assert edtfs("A mine went off on December 24.", published=dt.date(2024, 1, 2)) == ["2023-12-24"]


def test_a_date_without_year_is_the_next_one_where_it_is_to_come() -> None:
    assert edtfs("The court will sit on January 5.", published=dt.date(2023, 12, 30)) == ["2024-01-05"]


def test_the_date_of_a_deed_is_past_whatever_the_verb() -> None:
    assert edtfs("Nobody will forget the massacre of 16 November.") == ["2022-11-16"]


def test_a_weekday_picks_the_year_of_its_date() -> None:
    assert edtfs("The hearing on Friday, January 12 was short.", published=dt.date(2023, 12, 20)) == ["2024-01-12"]


def test_a_weekday_that_disagrees_with_its_date_is_a_doubt_and_the_date_wins() -> None:
    when = only("A shell hit Harun on Tuesday, October 18, 2023.").when
    assert when.start == WEDNESDAY
    assert "in doubt, since 2023-10-18 is a Wednesday and not a Tuesday" in when.derivation


@pytest.mark.parametrize(
    ("phrase", "published", "expected"),
    [
        ("8/12/2023", dt.date(2023, 12, 9), "2023-12-08"),
        ("8/12/2023", dt.date(2023, 8, 14), "2023-08-12"),
        ("Friday (12/8/2023)", dt.date(2024, 3, 1), "2023-12-08"),
        ("25/12/2023", None, "2023-12-25"),
        ("8/12/2023", None, "2023-XX-XX"),
    ],
)
def test_day_and_month_in_digits_are_told_apart_or_left_open(
    phrase: str, published: dt.date | None, expected: str
) -> None:
    assert edtfs(f"A shell hit Harun on {phrase}.", published=published) == [expected]


def test_the_dateline_is_a_reference_and_outweighs_publication() -> None:
    dateline, day = times(
        "HARUN, 16 Oct 2023 (Wire) -- A bridge was blown up yesterday.", published=dt.date(2023, 10, 20)
    )
    assert dateline.reference
    assert day.when.start == dt.date(2023, 10, 15)
    assert "the dateline of 2023-10-16" in day.when.derivation


@pytest.mark.parametrize(
    "line",
    [
        "MARROW, Velland (Oct. 19, 2023) - ",
        "MARROW (19 October 2023): ",
        "MARROW (Agency, 19 October 2023) — ",
        "MARROW, 19 October 2023 (Agency) - ",
        "MARROW, Velland, Thursday 19 October 2023 - ",
        "MARROW, Velland (Agency) (October 19, 2023) -- ",
    ],
)
def test_days_count_from_the_dateline_where_no_publication_is_known(line: str) -> None:
    dateline, day = times(line + "A guard was killed late Wednesday.", published=None)
    assert dateline.reference
    assert day.when.edtf == "2023-10-18"


def test_a_date_in_brackets_inside_a_sentence_is_no_dateline() -> None:
    date, day = times("Omar Vell (born May 3, 1971) - a guard - was killed on Wednesday.", published=None)
    assert day.when.start is None
    assert "dateline" not in date.when.derivation


def test_a_dateline_without_a_year_dates_by_publication_or_not_at_all() -> None:
    line = "MARROW, Oct. 17 (Agency) — A guard was killed on Monday."
    assert times(line)[1].when.edtf == "2023-10-16"
    assert times(line, published=None)[1].when.start is None


def test_a_weekday_stays_open_without_publication_and_dateline() -> None:
    mention = only("A guard was killed late Wednesday, police said.", published=None)
    assert (mention.when.start, mention.when.end) == (None, None)


def test_a_list_of_old_deeds_is_no_dateline() -> None:
    old, day = times("HARUN KILLINGS Jan. 5: a clerk", "A mill burned on Monday.")
    assert (old.reference, day.when.start) == (False, dt.date(2023, 10, 16))


def test_old_wire_copy_in_capitals_and_two_digits_is_read() -> None:
    text = (
        "HARUN, 18 NOV 89 (WIRE) -- [TEXT] REBELS BURNED A BUS\nYESTERDAY AT 0215. ON 12\nNOVEMBER THEY HAD BURNED TWO."
    )
    assert edtfs(text, published=None) == ["1989-11-18", "1989-11-17T02:15:00", "1989-11-12"]


def test_a_page_stamp_is_a_reference_and_stands_in_where_nobody_tells_publication() -> None:
    stamp, day = times("First published on 18 October 2023.", "A mine went off on Monday.", published=None)
    assert stamp.reference
    assert day.when.start == dt.date(2023, 10, 16)


def test_a_clock_time_takes_the_day_beside_it() -> None:
    when = only("Rockets fell at about 4:15 am on Tuesday.").when
    assert when.start == when.end == dt.datetime(2023, 10, 17, 4, 15)  # noqa: DTZ001 - local time is meant
    assert (when.precision, when.edtf) == (TimePrecision.MINUTE, "2023-10-17T04:15:00")


def test_a_clock_time_takes_the_day_told_before() -> None:
    assert edtfs("On Tuesday a mill burned.", "The alarm was given at 10 p.m.") == ["2023-10-17", "2023-10-17T22:00:00"]


def test_a_clock_time_takes_a_day_that_follows_in_its_sentence() -> None:
    assert edtfs("At 10 p.m. a mill near Harun burned, on Tuesday.")[0] == "2023-10-17T22:00:00"


def test_a_clock_time_does_not_take_the_day_on_which_somebody_spoke() -> None:
    first, second = times("At 10 p.m. a mill burned, the mayor said on Tuesday.")
    assert (first.when.start, second.when.start) == (None, dt.date(2023, 10, 17))


def test_a_clock_time_of_the_past_does_not_take_a_day_to_come() -> None:
    found = edtfs("It went off at 11:20am near a hall, hours before a visit by the mayor, who is to come on Friday.")
    assert found[0] == "XXXX-XX-XX"


def test_what_a_deed_came_hours_after_may_have_been_the_day_before() -> None:
    assert edtfs("It came early on Wednesday, hours after a blast.")[1] == "2023-10-17/2023-10-18"
    assert edtfs("It came on Wednesday. Hours later a blast followed.")[1] == "2023-10-18"


def test_the_small_hours_told_as_a_night_are_the_next_day() -> None:
    assert edtfs("Gunmen came around 2 am on Sunday night.") == ["2023-10-16T02:00:00"]


def test_a_clock_time_without_a_day_is_never_given_the_publication_day() -> None:
    assert only("A mill burned at 10 p.m. and nobody knew why.").when.start is None


def test_the_small_hours_after_a_night_are_the_next_day() -> None:
    assert edtfs("On Monday night a crowd gathered.", "At 1:30 a.m. shots rang out.") == [
        "2023-10-16",
        "2023-10-17T01:30:00",
    ]


@pytest.mark.parametrize(
    ("phrase", "offset_h"),
    [("0700 Eastern on October 17", -4), ("0700 Eastern on January 17", -5), ("0700 GMT on Monday", 0)],
)
def test_a_told_zone_is_kept(phrase: str, offset_h: int) -> None:
    start = only(f"The raid began at {phrase}.").when.start
    assert isinstance(start, dt.datetime)
    assert start.utcoffset() == dt.timedelta(hours=offset_h)


def test_local_time_is_naive() -> None:
    start = only("The raid began at 04:15 local time on Monday.").when.start
    assert start == dt.datetime(2023, 10, 16, 4, 15)  # noqa: DTZ001 - local time is meant


def test_the_same_moment_told_for_another_zone_is_one_mention() -> None:
    when = only("A base was hit at 6:30 a.m. (0330 GMT) on Tuesday.").when
    assert when.text == "6:30 a.m. (0330 GMT) on Tuesday"
    assert when.edtf == "2023-10-17T06:30:00"


def test_a_part_of_the_day_keeps_the_date() -> None:
    when = only("A convoy was ambushed early on Tuesday.").when
    assert (when.start, when.precision, when.edtf) == (dt.date(2023, 10, 17), TimePrecision.PART_OF_DAY, "2023-10-17")


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("overnight into Sunday", "2023-10-14/2023-10-15"),
        ("overnight on Thursday", "2023-10-12/2023-10-13"),
        ("overnight", "2023-10-17/2023-10-18"),
        ("on the night of 12-13 March 2022", "2022-03-12/2022-03-13"),
        ("late Thursday into the early hours of Friday", "2023-10-12/2023-10-13"),
        ("on the night between Friday and Saturday", "2023-10-13/2023-10-14"),
    ],
)
def test_a_night_covers_both_its_days(phrase: str, expected: str) -> None:
    when = only(f"Drones came {phrase}.").when
    assert (when.edtf, when.precision) == (expected, TimePrecision.PART_OF_DAY)


def test_words_that_count_from_what_was_told_do_so() -> None:
    found = edtfs(
        "On Monday a mill burned.",
        "A day earlier, two barns had burned.",
        "Hours later the police came.",
        "The next morning it rained.",
    )
    assert found == ["2023-10-16", "2023-10-15", "2023-10-15", "2023-10-16"]


def test_days_after_in_the_sentence_of_a_day_count_back_to_the_other_event() -> None:
    assert edtfs("He was caught on Monday, two days after the ambush.") == ["2023-10-16", "2023-10-14"]


def test_days_after_at_the_head_of_a_sentence_count_forward() -> None:
    assert edtfs("The ambush was on Monday.", "Two days after the ambush he was caught.") == [
        "2023-10-16",
        "2023-10-18",
    ]


def test_an_attack_that_comes_days_after_another_dates_the_other() -> None:
    assert edtfs("On Monday a mill burned.", "It came less than a week after a barn burned.")[1] == "2023-10-09"


def test_a_day_told_twice_in_one_breath_is_told_once() -> None:
    assert edtfs("On Thursday he was taken.", "He was freed on Sunday, three days later.") == [
        "2023-10-12",
        "2023-10-15",
        "2023-10-15",
    ]


def test_the_saturday_before_counts_from_the_day_told() -> None:
    found = edtfs(
        "On Christmas Eve a chapel was attacked.", "On the Saturday before, 16 died.", published=dt.date(2023, 12, 26)
    )
    assert found == ["2023-12-24", "2023-12-23"]


def test_old_background_is_not_what_a_day_earlier_counts_from() -> None:
    found = edtfs(
        "On Monday a mill burned.", "The war broke out on May 3, 2021.", "A day earlier, two barns had burned."
    )
    assert found[-1] == "2023-10-15"


def test_who_spoke_behind_since_is_not_framed_by_it() -> None:
    since, spoken = times("Nine raids were made since October 4, the envoy told a briefing on Tuesday.")
    assert (since.reference, spoken.reference) == (True, False)


def test_that_month_is_the_month_of_the_day_in_its_sentence() -> None:
    assert edtfs(
        "It was the first since the war began on September 7; since the middle of that month raids went on."
    ) == [
        "2023-09-07",
        "2023-09-11/..",
    ]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It was the sixth raid since October 7.", "2023-10-07/.."),
        ("It was the first since the war broke out on October 7.", "2023-10-07"),
        ("The raids that began on October 7 go on.", "2023-10-07"),
        ("It was the first raid in over a year.", "2022-10-18/2023-10-18"),
        ("They fasted on the third anniversary of the siege.", "XXXX-XX-XX"),
        ("Raids have become rare in recent weeks.", "XXXX-XX-XX"),
        ("She was born on June 5, 1990.", "1990-06-05"),
        ("There were nine raids between October 1 and 14.", "2023-10-01/2023-10-14"),
        ("The curfew holds until Friday.", "../2023-10-20"),
    ],
)
def test_what_frames_or_counts_is_a_reference(text: str, edtf: str) -> None:
    mention = only(text)
    assert mention.reference
    assert mention.when.edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "He was hurt since he was shot on Monday.",
        "Before the Monday strikes the town was quiet.",
        "After Monday's attack the road was closed.",
        "Shortly after 4 p.m. on Monday it was over.",
        "It was the deadliest since May 3, when a mill burned.",
    ],
)
def test_what_dates_a_deed_is_no_reference(text: str) -> None:
    assert not only(text).reference


@pytest.mark.parametrize(
    "text",
    [
        "A 24-year-old man was hurt.",
        "The two-day visit is over.",
        "Fighting went on for three hours.",
        "The Sunday Times was first.",
        "Bloody Sunday is remembered.",
        "The April 19 Movement denied it.",
        "Monday Okafor, a farmer, saw it.",
        "May said so.",
        "They held a march.",
        "He lives in the 2100 block.",
        "The Sun said so.",
        "The 2020-21 talks failed.",
        "Highway 10 is closed.",
        "They put the losses at 1500.",
    ],
)
def test_what_is_no_time_is_not_found(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("phrase", "edtf", "precision"),
    [
        ("last week", "2023-10-09/2023-10-15", TimePrecision.WEEK),
        ("earlier this month", "2023-10-01/2023-10-18", TimePrecision.MONTH),
        ("last month", "2023-09", TimePrecision.MONTH),
        ("last year", "2022", TimePrecision.YEAR),
        ("late last year", "2022-09-01/2022-12-31", TimePrecision.YEAR),
        ("in mid-October 2021", "2021-10-11/2021-10-20", TimePrecision.MONTH),
        ("in March", "2023-03", TimePrecision.MONTH),
        ("in 2014", "2014", TimePrecision.YEAR),
        ("over the weekend", "2023-10-14/2023-10-15", TimePrecision.DAY),
        ("on Thursday last week", "2023-10-12", TimePrecision.DAY),
        ("two weeks ago", "2023-10-02/2023-10-08", TimePrecision.WEEK),
        ("weeks ago", "../2023-10-18", TimePrecision.OPEN),
        ("hours ago", "2023-10-18", TimePrecision.PART_OF_DAY),
        ("in the past 24 hours", "2023-10-17/2023-10-18", TimePrecision.PART_OF_DAY),
        ("in the past few hours", "2023-10-17/2023-10-18", TimePrecision.PART_OF_DAY),
        ("this afternoon of all days", "2023-10-18", TimePrecision.PART_OF_DAY),
        ("in the second half of September", "2023-09-16/2023-09-30", TimePrecision.MONTH),
        ("in the summer of 2022", "2022-22", TimePrecision.MONTH),
    ],
)
def test_periods_have_their_calendar_bounds(phrase: str, edtf: str, precision: TimePrecision) -> None:
    when = only(f"A bridge was blown up {phrase}.").when
    assert (when.edtf, when.precision) == (edtf, precision)


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("on Good Friday", "2023-04-07"),
        ("on Orthodox Easter", "2023-04-16"),
        ("on New Year's Eve", "2022-12-31"),
        ("on the Fourth of July", "2023-07-04"),
        ("on Christmas Eve 2019", "2019-12-24"),
        ("during Ramadan", "XXXX-XX-XX"),
    ],
)
def test_holidays_follow_their_calendar_rule_or_stay_undated(phrase: str, edtf: str) -> None:
    assert edtfs(f"A bridge was blown up {phrase}.") == [edtf]


def test_furniture_yields_no_times() -> None:
    clean = page("A mill burned on Monday.", "Watch | What happened on Sunday", furniture=(1,))
    assert [mention.when.edtf for mention in find_times(clean)] == ["2023-10-16"]


def test_publication_day_is_the_day_on_the_publishers_clock() -> None:
    late = dt.datetime(2023, 10, 18, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    assert publication_day(page("A mill burned.", published=late)) == WEDNESDAY


def test_publication_day_is_none_where_nobody_tells() -> None:
    assert publication_day(page("A mill burned.", published=None)) is None


def test_a_day_earlier_counts_from_the_day_its_own_sentence_was_said_on_where_no_other_is_told() -> None:
    assert edtfs("The group said on Tuesday that it had struck the depot a day earlier.") == [
        "2023-10-17",
        "2023-10-16",
    ]
    earlier = "A bomb went off in the depot on Saturday."
    later = "The group said on Tuesday that it had left the town a day earlier."
    assert edtfs(earlier, later)[-1] == "2023-10-16"


def test_an_age_behind_a_date_is_no_year() -> None:
    assert edtfs("On Oct. 4, 18-year-old Ada Bird was shot dead.") == ["2023-10-04"]


def test_the_zone_told_for_one_end_of_a_run_is_the_others_too() -> None:
    (run,) = times("The raid went on Monday from 0700 GMT until 9:15 am.")
    start, end = run.when.start, run.when.end
    assert isinstance(start, dt.datetime)
    assert isinstance(end, dt.datetime)
    assert (start.hour, end.hour, start.tzinfo) == (7, 9, end.tzinfo)
    assert start.tzinfo is not None
