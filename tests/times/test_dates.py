"""Dates by their parts: those that they do not name come from the article."""

import pytest
from tests.times.found import SUNDAY, interval, one

from dateline.times import find


@pytest.mark.parametrize(
    ("text", "value", "begin", "until"),
    [
        ("The mill burned on 4 May 2020.", "2020-05-04", "2020-05-04", "2020-05-05"),
        ("The mill burned in May 2020.", "2020-05", "2020-05-01", "2020-06-01"),
        ("The mill burned in 1850.", "1850", "1850-01-01", "1851-01-01"),
        ("The mill burned in the 1850s.", "185", "1850-01-01", "1860-01-01"),
        ("The mill was built in the 12th century.", "11", "1101-01-01", "1201-01-01"),
        ("The wall was built in 146 BC.", "BC0146", "-0145-01-01", "-0144-01-01"),
        ("The mill burned in the summer of 2020.", "2020-SU", "2020-06-01", "2020-09-01"),
        ("The mill burned on the last Friday of May 2020.", "2020-05-29", "2020-05-29", "2020-05-30"),
    ],
)
def test_a_date_with_its_year_stands_by_itself(text: str, value: str, begin: str, until: str) -> None:
    found = one(text, None)
    assert (found.value, *interval(found)) == (value, begin, until)
    assert found.anchor == "absolute"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mill burned in May.", "2024-05"),
        ("The mill burned in February.", "2025-02"),
        ("The mill will open in May.", "2025-05"),
        ("The mill burned on Friday.", "2025-03-28"),
        ("The mill burned on 4 April.", "2024-04-04"),
    ],
)
def test_the_year_that_is_not_told_is_the_nearest_that_the_verb_allows(text: str, value: str) -> None:
    assert one(text).value == value


def test_a_day_that_no_month_has_is_no_date() -> None:
    assert [each.value for each in find("It fell on 30 February 2020.", SUNDAY) if each.resolved] == []
