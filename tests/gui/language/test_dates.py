"""Dates in the window's language."""

from dateline.core.moment import DAY, moment
from dateline.gui.language.dates import four_words


def test_bounds_are_told_by_the_days_that_belong_to_them() -> None:
    day = moment(2025, 3, 2)
    assert four_words((day, day + DAY, day, day + DAY)) == "at some time on 2 March 2025"
    assert four_words((day, day + 3 * DAY, day, day + 3 * DAY)) == (
        "at some time between 2 March 2025 and 4 March 2025"
    )
    assert four_words((day + 257, day + 258, day + 257, day + 258)) == "at some time on 2 March 2025, 04:17"
    assert four_words((day + 1080, day + DAY, day + 1080, day + DAY)) == (
        "at some time between 2 March 2025, 18:00 and 3 March 2025, 00:00"
    )
    assert four_words((day, day + DAY, None, None)) == "began on 2 March 2025, end open"
