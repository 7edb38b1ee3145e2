"""A placed date made narrower or wider."""

import pytest
from tests.times.found import interval, one

from dateline.core.model import Conventions
from dateline.core.moment import iso, moment
from dateline.times import find
from dateline.times.context import Context
from dateline.times.narrowing import part_of_day


@pytest.mark.parametrize("words", ["About 1850", "Circa 1850", "Around Easter 2024", "Roughly two weeks ago"])
def test_about_stays_with_its_time(words: str) -> None:
    [found] = find(f"{words} the mill burned.", "2025-06-18")
    assert (found.text, found.mod, found.relation) == (words, "APPROX", "around")


@pytest.mark.parametrize(
    ("words", "begin", "until", "mod"),
    [
        ("early May 2020", "2020-05-01", "2020-05-11", "START"),
        ("mid-May 2020", "2020-05-11", "2020-05-21", "MID"),
        ("late May 2020", "2020-05-21", "2020-06-01", "END"),
        ("early 2020", "2020-01-01", "2020-05-01", "START"),
        ("the late 1990s", "1997-01-01", "2000-01-01", "END"),
        ("the first half of 2020", "2020-01-01", "2020-07-01", None),
    ],
)
def test_early_mid_and_late_are_parts_of_their_time(words: str, begin: str, until: str, mod: str | None) -> None:
    found = one(f"The mill burned in {words}.")
    assert (*interval(found), found.mod) == (begin, until, mod)


@pytest.mark.parametrize(
    ("part", "begin", "until"),
    [
        ("noon", "2020-05-04T12:00", "2020-05-04T12:01"),
        ("midnight", "2020-05-05", "2020-05-05T00:01"),
        ("small hours", "2020-05-04", "2020-05-04T06:00"),
        ("evening", "2020-05-04T17:00", "2020-05-05"),
        ("night", "2020-05-04T17:00", "2020-05-05T05:00"),
    ],
)
def test_parts_of_a_day_are_those_that_the_reader_set(part: str, begin: str, until: str) -> None:
    context = Context(None, "", Conventions(evening=(17, 24), night=(17, 29)))
    first, last = part_of_day(moment(2020, 5, 4), part, context)
    assert (iso(first), iso(last)) == (begin, until)
