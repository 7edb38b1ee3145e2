"""What a line stands under: headings from millennia to minutes."""

import pytest
from tests.timeline.chronicle.made import MONTH, G

from dateline.core.moment import Granularity, moment
from dateline.timeline.chronicle.heads import LEVELS, Level, head_of, outer_words, start


@pytest.mark.parametrize(
    ("granularity", "begin", "until", "big", "small"),
    [
        (G.DAY, moment(2031, 5, 7), moment(2031, 5, 8), "7", "Wed"),
        (G.DAY_PART, moment(2031, 5, 7, 18), moment(2031, 5, 8, 6), "7", "Wed"),
        (G.WEEK, moment(2031, 5, 5), moment(2031, 5, 12), "5–11", "May"),
        (G.MONTH, moment(2031, 5), moment(2031, 6), "May", "2031"),
        (G.QUARTER, moment(2031, 4), moment(2031, 7), "Apr", "–Jun"),
        (G.YEAR, moment(2031), moment(2032), "2031", ""),
        (G.DECADE, moment(2030), moment(2040), "2030s", ""),
        (G.CENTURY, moment(2001), moment(2101), "21st", ""),
    ],
)
def test_an_event_stands_under_a_heading_no_finer_than_its_words(
    granularity: Granularity, begin: int, until: int, big: str, small: str
) -> None:
    assert head_of(MONTH, begin, until, granularity)[2:] == (big, small)


def test_headings_from_millennia_to_minutes() -> None:
    m = moment(2031, 5, 7, 14, 20)
    said = [
        outer_words(level.outer, head_of(Level(level.outer, level.outer), m, m + 1, G.MINUTE).begin) for level in LEVELS
    ]
    assert said == [
        "2001–3000", "21st century", "21st century", "2031", "May 2031", "Wed 7 May 2031", "Wed 7 May 2031, 14:00",
    ]  # fmt: skip
    assert outer_words("month", moment(2031, 5), "de_DE") == "Mai 2031"


@pytest.mark.parametrize("level", LEVELS)
def test_a_heading_holds_what_stands_under_it_and_no_other(level: Level) -> None:
    m = moment(2031, 5, 7, 14, 20)
    head = head_of(level, m, m + 1, G.MINUTE)
    assert head.begin <= m < head.until
    assert start(level.inner, head.begin) == head.begin
    again = head_of(level, head.until, head.until + 1, G.MINUTE)
    assert again.begin == head.until


def test_a_range_of_months_is_not_cut_but_told_on_two_lines_where_one_has_no_room() -> None:
    week = head_of(Level("month", "day"), moment(2026, 2, 23), moment(2026, 3, 2), G.WEEK)
    assert week.below(lambda words: len(words) <= 7) == ("Feb–Mar",)
    assert week.below(lambda words: len(words) < 7) == ("Feb–", "Mar")
    quarter = head_of(Level("month", "day"), moment(2031, 4), moment(2031, 7), G.QUARTER)
    assert quarter.below(lambda words: False) == ("–Jun",)
