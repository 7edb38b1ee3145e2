"""From a mention to its meaning, and what has none."""

import pytest
from tests.times.found import SUNDAY

from dateline.core.model import Conventions
from dateline.times import find
from dateline.times.context import Context
from dateline.times.mention import Fields, Mention
from dateline.times.resolve import resolve

WEDNESDAY = "2025-06-18"


def test_what_lies_ten_thousand_years_away_has_no_place() -> None:
    for text in ("It fell 99999999999 days ago.", "It will end in 90000 years."):
        for found in find(text, SUNDAY):
            assert (found.begin, found.until) == (None, None)


@pytest.mark.parametrize(
    "text", ["The rock formed 99999999999 days ago.", "It formed 9999999 years ago.", "It ends in 99999999999 days."]
)
def test_what_no_calendar_reaches_is_not_placed(text: str) -> None:
    assert not any(each.resolved for each in find(text, WEDNESDAY))


@pytest.mark.parametrize(
    ("make", "fields"), [("date", {"year": 2023, "month": 4, "day": 31}), ("iso_week", {"year": 2021, "week": 53})]
)
def test_a_day_that_no_calendar_has_is_dropped(make: str, fields: Fields) -> None:
    mention = Mention(0, 1, make, "test", fields)
    resolve(mention, Context(None, "", Conventions()))
    assert mention.dropped


def test_a_number_that_would_be_a_year_far_ahead_is_dropped() -> None:
    assert find("They counted it in 2999.", SUNDAY) == []
    assert [each.value for each in find("They counted it in 2099.", SUNDAY)] == ["2099"]
