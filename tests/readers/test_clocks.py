"""Clock times told with a date: read in the forms of data and of words, and compared across zones."""

from datetime import date

import pytest

from dateline.readers.clocks import Stamp, one_moment, same, stamp

DAY = date(2025, 3, 14)
MIDNIGHT = DAY.toordinal() * 1440


@pytest.mark.parametrize(
    ("words", "clock", "offset"),
    [
        ("2025-03-14T07:46:01Z", 7 * 60 + 46, 0),
        ("2025-03-14 07:46 +0530", 7 * 60 + 46, 330),
        ("2025-03-14T23:05:00.000-04:00", 23 * 60 + 5, -240),
        ("14 March 2025 07.46 EST", 7 * 60 + 46, -300),
        ("March 14, 2025 at 12:15 a.m. ET", 15, -270),
        ("March 14, 2025 12:15 pm", 12 * 60 + 15, None),
        ("Fri, 14 Mar 2025 18h30 (CET)", 18 * 60 + 30, 60),
        ("2025年03月14日 14時30分", 14 * 60 + 30, None),
        ("1741936560", 7 * 60 + 16, 0),
    ],
)
def test_a_clock_and_its_zone(words: str, clock: int, offset: int | None) -> None:
    assert stamp(DAY, words) == Stamp(MIDNIGHT + clock, offset)


@pytest.mark.parametrize("words", ["14 March 2025", "2025-03-14", "14.03.2025", "14 March 2025 27:10", "page 12:75"])
def test_a_day_without_a_clock(words: str) -> None:
    assert stamp(DAY, words) is None


def test_told_in_a_zone_of_its_own() -> None:
    assert [Stamp(0, offset).told_locally for offset in (None, 0, 60)] == [False, False, True]


def test_one_minute_in_two_zones_is_the_same() -> None:
    assert same(Stamp(600, 0), Stamp(660, 60))
    assert not same(Stamp(600, 0), Stamp(661, 60))


def test_an_untold_zone_may_be_any_that_counts_in_quarters_of_an_hour() -> None:
    assert same(Stamp(600, 0), Stamp(600 + 345, None))
    assert not same(Stamp(600, 0), Stamp(600 + 343, None))
    assert not same(Stamp(600, 0), Stamp(600 + 15 * 60, None))


def test_two_stamps_may_be_of_one_moment_within_fourteen_hours() -> None:
    assert one_moment(Stamp(0, None), Stamp(14 * 60, None))
    assert not one_moment(Stamp(0, None), Stamp(14 * 60 + 1, None))
    assert one_moment(Stamp(0, 0), Stamp(20 * 60, 10 * 60))
