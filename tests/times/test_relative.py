"""Times counted from another."""

import pytest
from tests.times.found import SUNDAY, interval, one

from dateline.core.moment import Granularity
from dateline.times import find


def test_a_day_of_the_month_told_before_keeps_that_month_and_no_more() -> None:
    found = find("The mill burned in October 2023. That same day it rained; three days later it snowed.", SUNDAY)
    assert [(each.value, each.resolved) for each in found[1:]] == [("2023-10-XX", False), ("2023-XX-XX", False)]


@pytest.mark.parametrize(
    ("text", "begin", "until"),
    [
        ("It rained last week.", "2025-03-17", "2025-03-24"),
        ("It will rain next month.", "2025-04-01", "2025-05-01"),
        ("It rained two years ago.", "2023-01-01", "2024-01-01"),
        ("It rained three days ago.", "2025-03-27", "2025-03-28"),
        ("It rained last night.", "2025-03-29T18:00", "2025-03-30T06:00"),
        ("It rained the day before Christmas 2020.", "2020-12-24", "2020-12-25"),
        ("It rained yesterday.", "2025-03-29", "2025-03-30"),
    ],
)
def test_units_are_counted_from_publication(text: str, begin: str, until: str) -> None:
    assert interval(one(text)) == (begin, until)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on 4 May 2020. The next day it rained.", "2020-05-05"),
        ("It fell on 4 May 2020. Three days later it rained.", "2020-05-07"),
        ("It fell in 2020. The following year it rose.", "2021"),
    ],
)
def test_or_from_the_date_before(text: str, value: str) -> None:
    assert find(text, SUNDAY)[-1].value == value


def test_what_is_only_near_publication_has_no_length() -> None:
    found = one("It has rained recently.")
    assert (found.value, found.granularity) == ("PAST_REF", Granularity.VAGUE)
