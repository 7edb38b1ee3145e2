"""Times of day that name no day."""

import pytest
from tests.times.found import interval, one

from dateline.times import find

SUNDAY = "2025-03-30"


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("The alarm rang at 10:40 p.m.", "2025-03-30T22:40"),
        ("On Friday the pumps failed. The alarm rang at 10:40 p.m.", "2025-03-28T22:40"),
        ("At 11 p.m. on Friday the pumps failed. At 2 a.m. they ran again.", "2025-03-29T02:00"),
    ],
)
def test_a_clock_time_is_of_the_day_before_it_else_of_publication(text: str, begin: str) -> None:
    assert interval(find(text, SUNDAY)[-1])[0] == begin


def test_a_part_of_the_day_alone_is_none_but_of_a_day_told_it_is() -> None:
    assert find("In the evening it rained.", SUNDAY) == []
    found = find("On Friday it was dry. In the evening it rained.", SUNDAY)
    assert interval(found[-1]) == ("2025-03-28T18:00", "2025-03-29")


def test_without_a_day_a_clock_time_has_no_place() -> None:
    found = one("The alarm rang at 10:40 p.m.", None)
    assert (found.value, found.resolved) == ("XXXX-XX-XXT22:40", False)
