"""Times that share a date: in a list, in a row, behind a part of the day."""

import pytest
from tests.times.found import SUNDAY, mentions

from dateline.core.moment import iso_or_none
from dateline.times import find
from dateline.times.joins import between


def test_days_of_a_list_share_their_month_and_year() -> None:
    found = find("They met on April 24 and 25, 2023.", SUNDAY)
    assert [each.value for each in found] == ["2023-04-24", "2023-04-25"]
    found = find("They met on 7, 8 and 9 May.", SUNDAY)
    assert [each.value for each in found] == ["2024-05-07", "2024-05-08", "2024-05-09"]


def test_decades_in_a_row() -> None:
    assert [each.value for each in find("In the 1970s and 80s it was closed.", SUNDAY)] == ["197", "198"]


@pytest.mark.parametrize(
    "text",
    [
        "The alarm rang at 10:50 p.m. and again at 11:35 p.m. on Friday.",
        "The alarm rang at 10:50 p.m., 11 p.m. and 11:35 p.m. on Friday.",
        "The alarm rang on Friday at 10:50 p.m. and at 11:35 p.m.",
    ],
)
def test_clock_times_in_a_row_share_their_day(text: str) -> None:
    assert {(iso_or_none(each.begin) or "")[:10] for each in find(text, SUNDAY)} == {"2025-03-28"}


def test_the_words_between_two_times() -> None:
    (one_, two), tokens, _ = mentions("It ran from March 3\nTO March 9.")
    assert between(one_, two, tokens) == " to "
    (one_, two), tokens, _ = mentions("In March it was calm, and so it was for long, until May.")
    assert between(one_, two, tokens) == "far"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on Friday evening.", "2025-03-28TEV"),
        ("It fell on Friday, 28 March 2025.", "2025-03-28"),
        ("It fell early in May 2020.", "2020-05"),
        ("It fell at 5 p.m. on Friday.", "2025-03-28T17:00"),
    ],
)
def test_parts_of_one_time_are_one_expression(text: str, value: str) -> None:
    assert [each.value for each in find(text, SUNDAY)] == [value]
