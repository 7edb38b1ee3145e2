"""Counting in arrays, without a library."""

import numpy as np
import pytest

from dateline.core.moment import DAY, iso, moment
from dateline.library.counting import MOST_BUCKETS, at, most, over_time, together, told_by
from dateline.timeline.spans import OPEN_BEGIN, OPEN_END

START = moment(2025, 3, 1)


def test_each_event_counts_in_every_day_that_it_may_lie_in() -> None:
    earliest = np.array([START, START + DAY, START + DAY])
    latest = np.array([START + DAY, START + 3 * DAY, START + 2 * DAY])
    assert [(iso(begin), count) for (begin, _), count in over_time(earliest, latest)] == [
        ("2025-03-01", 1),
        ("2025-03-02", 2),
        ("2025-03-03", 1),
    ]


@pytest.mark.parametrize(
    ("days", "first"),
    [(30, ("2025-03-01", "2025-03-02")), (800, ("2025-03-01", "2025-04-01")), (90_000, ("2020-01-01", "2030-01-01"))],
)
def test_buckets_are_days_months_or_years_as_few_as_can_be_shown(days: int, first: tuple[str, str]) -> None:
    begin = np.array([START, START + days * DAY])
    counted = over_time(begin, begin + DAY)
    (start, until), _ = counted[0]
    assert (iso(start), iso(until)) == first
    assert len(counted) <= MOST_BUCKETS
    assert sum(count for _, count in counted) == 2


def test_open_sides_reach_to_the_ends_of_what_is_known() -> None:
    earliest, latest = np.array([OPEN_BEGIN, START + 2 * DAY]), np.array([START + DAY, OPEN_END])
    assert [count for _, count in over_time(earliest, latest)] == [1, 1]
    assert over_time(np.array([OPEN_BEGIN]), np.array([OPEN_END])) == []


def test_an_event_is_told_by_the_articles_of_its_whole_group() -> None:
    articles, groups = np.array([1, 2, 2, 0, 3]), np.array([5, 5, 5, 5, 0])
    assert told_by(articles, groups, np.array([0, 1, 2, 3])).tolist() == [2, 2, 2, 2, 1]
    assert told_by(articles, np.zeros(5, np.int64), np.array([], np.int64)).tolist() == [1, 1, 1, 0, 1]


def test_a_code_counts_once_a_group() -> None:
    assert together(np.array([1, 1, 2]), np.array([7, 7, 8]), np.array([1, 1, 1])).tolist() == [0, 4, 1]


def test_the_most_frequent_come_first_and_those_asked_for_too() -> None:
    counts = np.array([99, 3, 0, 8, 5])
    assert most(counts, 2) == [3, 4]
    assert most(counts, 2, [1, 3]) == [3, 4, 1]
    assert [at(counts, code) for code in (3, 4, 5)] == [8, 5, 0]
