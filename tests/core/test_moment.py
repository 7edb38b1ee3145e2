"""Civil moments: against Python's own calendar where it reaches, by their own laws beyond."""

import calendar
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.core.moment import (
    DAY,
    HOUR,
    WEEK,
    Civil,
    Interval,
    add_months,
    civil,
    day_start,
    days_in_month,
    from_iso_week,
    iso,
    iso_or_none,
    iso_week,
    moment,
    month_start,
    parse_iso,
    parse_partial,
    week_start,
    weekday,
    year_start,
)

EARLIEST = moment(-9999)
LATEST = moment(100_000) - 1
moments = st.integers(EARLIEST, LATEST)
years = st.integers(-9999, 99_999)


@given(moments)
@example(EARLIEST)
@example(-1)
@example(0)
@example(LATEST)
def test_a_moment_taken_apart_and_put_together_is_itself(m: int) -> None:
    parts = civil(m)
    assert moment(*parts) == m
    assert 1 <= parts.month <= 12
    assert 1 <= parts.day <= days_in_month(parts.year, parts.month)


@given(st.dates(), st.integers(0, 23), st.integers(0, 59))
def test_moments_agree_with_pythons_calendar(day: date, hour: int, minute: int) -> None:
    m = moment(day.year, day.month, day.day, hour, minute)
    assert m == (day.toordinal() - 1) * DAY + hour * HOUR + minute
    assert weekday(m) == day.weekday()
    assert civil(m) == Civil(day.year, day.month, day.day, hour, minute)


@pytest.mark.usefixtures("time_zone")
def test_civil_time_knows_no_time_zone_and_no_summer_time() -> None:
    assert moment(2025, 3, 31) - moment(2025, 3, 30) == DAY
    assert iso(moment(2025, 3, 30, 2, 30)) == "2025-03-30T02:30"
    assert civil(moment(1970)) == (1970, 1, 1, 0, 0)


def test_year_zero_is_1_bc_and_a_leap_year() -> None:
    assert moment(1) - moment(0) == 366 * DAY
    assert moment(0) - moment(-1) == 365 * DAY
    assert days_in_month(0, 2) == 29
    assert civil(moment(1) - 1) == (0, 12, 31, 23, 59)


@pytest.mark.parametrize(
    "parts", [(2025, 2, 29), (2025, 13, 1), (2025, 0, 1), (2025, 4, 31), (2025, 1, 1, 24), (2025, 1, 1, 0, 60)]
)
def test_what_the_calendar_has_not_is_refused(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        moment(*parts)


@given(moments)
def test_iso_text_reads_back_and_sorts_within_plain_years(m: int) -> None:
    assert parse_iso(iso(m)) == m
    assert ("T" in iso(m)) == (m % DAY != 0)


@given(st.integers(moment(0), moment(9999)), st.integers(moment(0), moment(9999)))
def test_iso_text_of_midnights_sorts_as_the_moments_do(a: int, b: int) -> None:
    a, b = day_start(a), day_start(b)
    assert (iso(a) < iso(b)) == (a < b)


@pytest.mark.parametrize(
    ("m", "text"),
    [
        (moment(2025, 3, 30), "2025-03-30"),
        (moment(2025, 3, 29, 18), "2025-03-29T18:00"),
        (moment(33), "0033-01-01"),
        (moment(0), "0000-01-01"),
        (moment(-43, 3, 15), "-0043-03-15"),
        (moment(12_026, 7, 1), "+12026-07-01"),
    ],
)
def test_iso_text(m: int, text: str) -> None:
    assert iso(m) == text
    assert parse_iso(text) == m
    assert iso_or_none(m) == text


def test_none_stays_none() -> None:
    assert iso_or_none(None) is None


@pytest.mark.parametrize("text", ["", "2025", "yesterday", "2025-03-32", "2025-03-30T25:00", "30.3.2025"])
def test_text_that_is_no_iso_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_iso(text)


@given(moments)
def test_units_begin_at_or_before_the_moment_and_hold_it(m: int) -> None:
    assert 0 <= m - day_start(m) < DAY
    assert 0 <= m - week_start(m) < WEEK
    assert month_start(m) <= m < add_months(month_start(m), 1)
    assert year_start(m) <= m < add_months(year_start(m), 12)


@given(moments, st.integers(0, 6))
def test_a_week_may_open_on_any_weekday(m: int, first: int) -> None:
    begin = week_start(m, first)
    assert weekday(begin) == first
    assert begin <= m < begin + WEEK
    assert begin % DAY == 0


@given(moments.filter(lambda m: EARLIEST + 1200 * 31 * DAY < m < LATEST - 1200 * 31 * DAY), st.integers(-1200, 1200))
def test_months_added_land_on_the_same_day_or_the_months_last(m: int, months: int) -> None:
    there = civil(add_months(m, months))
    here = civil(m)
    assert (there.year * 12 + there.month) - (here.year * 12 + here.month) == months
    assert there.day == min(here.day, days_in_month(there.year, there.month))
    assert there[3:] == here[3:]
    if here.day <= 28:
        assert add_months(add_months(m, months), -months) == m


def test_a_month_after_the_31st_is_the_months_last_day() -> None:
    assert iso(add_months(moment(2024, 1, 31), 1)) == "2024-02-29"
    assert iso(add_months(moment(2025, 1, 31, 9, 30), 1)) == "2025-02-28T09:30"
    assert iso(add_months(moment(2025, 3, 31), -13)) == "2024-02-29"


@given(st.integers(1, 9999), st.integers(1, 12))
def test_days_in_month_agree_with_pythons_calendar(year: int, month: int) -> None:
    assert days_in_month(year, month) == calendar.monthrange(year, month)[1]


@given(st.dates(date(1, 1, 8), date(9999, 12, 24)))
@example(date(2020, 12, 31))
@example(date(2021, 1, 3))
@example(date(2026, 12, 31))
def test_iso_weeks_agree_with_pythons_calendar(day: date) -> None:
    year, week, _ = day.isocalendar()
    assert iso_week(moment(day.year, day.month, day.day)) == (year, week)
    monday = date.fromisocalendar(year, week, 1)
    assert from_iso_week(year, week) == moment(monday.year, monday.month, monday.day)


@given(years, st.integers(1, 52))
def test_every_year_has_52_weeks_that_read_back(year: int, week: int) -> None:
    monday = from_iso_week(year, week)
    assert iso_week(monday) == (year, week)
    assert iso_week(monday + WEEK - 1) == (year, week)
    assert weekday(monday) == 0


@pytest.mark.parametrize("year", [2015, 2020, 2026, 2032])
def test_long_years_have_a_week_53(year: int) -> None:
    assert iso_week(from_iso_week(year, 53)) == (year, 53)
    assert from_iso_week(year, 53) + WEEK == from_iso_week(year + 1, 1)


@pytest.mark.parametrize(("year", "week"), [(2025, 53), (2025, 0), (2025, 54), (2020, 54)])
def test_weeks_that_a_year_has_not_are_refused(year: int, week: int) -> None:
    with pytest.raises(ValueError, match=f"{year} has no week {week}"):
        from_iso_week(year, week)


@pytest.mark.parametrize(
    ("text", "begin", "until"),
    [
        ("2025", moment(2025), moment(2026)),
        ("2025-12", moment(2025, 12), moment(2026, 1)),
        ("2024-02", moment(2024, 2), moment(2024, 3)),
        ("2025-03-30", moment(2025, 3, 30), moment(2025, 3, 31)),
        ("2025-03-30T14:05", moment(2025, 3, 30, 14, 5), moment(2025, 3, 30, 14, 6)),
        ("2025-03-30T14:05:59", moment(2025, 3, 30, 14, 5), moment(2025, 3, 30, 14, 6)),
    ],
)
def test_partial_dates_are_the_interval_they_name(text: str, begin: int, until: int) -> None:
    assert parse_partial(text) == Interval(begin, until)


@pytest.mark.parametrize(
    "text",
    [
        *("", "March", "2025-13", "2025-02-30", "2025-02-30T10:00", "2025-W13", "today"),
        *("20250330", "5", "2025-3", "2025-3-7", "2025-03-30-7", "2_025", " 2025", "٢٠٢٥", "2025-03-30T14:05:59:1"),
    ],
)
def test_what_is_no_partial_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_partial(text)


def test_an_interval_may_be_open_but_not_empty() -> None:
    assert Interval(None, 5).begin is None
    assert Interval(5, None).until is None
    with pytest.raises(ValueError, match=r"empty interval \[0001-01-02, 0001-01-02\)"):
        Interval(DAY, DAY)
    with pytest.raises(ValueError, match="empty interval"):
        Interval(DAY + HOUR, DAY)
