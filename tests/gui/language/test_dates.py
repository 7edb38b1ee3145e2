"""Dates in the window's language."""

from dataclasses import replace

from dateline.core.model import Event, Relation
from dateline.core.moment import DAY, Granularity, moment
from dateline.gui.language.dates import bounds_sentence, four_words


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


def test_what_goes_on_when_it_is_told_has_not_ended_then() -> None:
    begin, told = moment(2015), moment(2026, 4, 4)
    runs = Event(id=1, article=1, title="Brook runs the port", relation=Relation.SINCE, granularity=Granularity.YEAR,
                 earliest=begin, latest_start=moment(2016), earliest_end=told, latest=told)  # fmt: skip
    assert bounds_sentence(runs) == "began between 1 January 2015 and 31 December 2015, still so when published"
    assert "ended on" in bounds_sentence(replace(runs, relation=Relation.WITHIN))
