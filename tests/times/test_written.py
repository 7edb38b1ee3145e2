"""Other ways to write a date."""

import pytest
from tests.times.found import interval, one

from dateline.core.model import Conventions


@pytest.mark.parametrize(
    ("text", "day_first", "value"),
    [
        ("It fell on 3/4/2024.", True, "2024-04-03"),
        ("It fell on 3/4/2024.", False, "2024-03-04"),
        ("It fell on 25/1/2024.", None, "2024-01-25"),
        ("It fell on 3.4.2024.", None, "2024-04-03"),
    ],
)
def test_the_order_of_figures_is_the_readers_or_the_only_one(text: str, day_first: bool | None, value: str) -> None:
    assert one(text, conventions=Conventions(day_first=day_first)).value == value


def test_figures_that_would_lie_ahead_of_their_past_are_read_the_other_way() -> None:
    assert one("It fell on 12/3/2025.", "2025-03-30").value == "2025-03-12"


@pytest.mark.parametrize(
    ("words", "begin", "until"),
    [
        ("the week of March 6, 2024", "2024-03-04", "2024-03-11"),
        ("the weekend of March 9, 2024", "2024-03-09", "2024-03-11"),
        ("2020-W53", "2020-12-28", "2021-01-04"),
    ],
)
def test_weeks_and_weekends_by_a_day_or_a_number(words: str, begin: str, until: str) -> None:
    assert interval(one(f"It fell in {words}.")) == (begin, until)


def test_the_week_begins_where_the_reader_says() -> None:
    found = one("It fell in the week of March 6, 2024.", conventions=Conventions(week_start=6))
    assert interval(found) == ("2024-03-03", "2024-03-10")
