"""Which events have a line, and that all others are counted."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timeline.chronicle.made import G, choice_of, days

from dateline.core.moment import DAY, HOUR, moment
from dateline.timeline.chronicle.choice import _months, _units
from dateline.timeline.chronicle.heads import start
from dateline.timeline.spans import GRANULARITY_CODE, OPEN_BEGIN, Spans


def test_what_happened_before_a_day_stands_under_the_day_before() -> None:
    day = moment(2031, 5, 7)
    spans = Spans.make([1, 2], [OPEN_BEGIN, day], [day, day + DAY], [OPEN_BEGIN, day], [day, day + DAY],
                       granularity=[GRANULARITY_CODE[G.DAY]] * 2)  # fmt: skip
    assert choice_of(spans).head(0).big == "6"


def test_the_weightiest_have_lines_and_every_other_event_is_counted() -> None:
    weight = [0.9, 0.1, 0.2, 0.3, 0.8, 0.1]
    choice = choice_of(days(0, 0, 0, 0, 4, 4, weight=weight), 2, exact=True)
    assert choice.order.score[choice.places].tolist() == pytest.approx([0.9, 0.8])
    assert [hidden.count for index in range(2) if (hidden := choice.hidden(index))] == [3, 1]


def test_one_event_alone_between_lines_has_a_line_too() -> None:
    assert len(choice_of(days(0, 1, 2, weight=[0.9, 0.1, 0.9]), 2)) == 3
    assert len(choice_of(days(0, 1, 2, weight=[0.9, 0.1, 0.9]), 2, exact=True)) == 2


def test_what_is_kept_has_a_line_whatever_it_weighs() -> None:
    choice = choice_of(days(*range(9), weight=[0.9, *[0.1] * 7, 0.9]), 2, (4,))
    assert 4 in choice.places.tolist()


def test_more_opens_the_weightiest_first() -> None:
    choice = choice_of(days(0, 0, 0, 0, weight=[0.9, 0.1, 0.4, 0.2]), 1)
    hidden = choice.hidden(0)
    assert hidden is not None
    best = choice.best_hidden(hidden, 2)
    assert sorted(choice.order.score[best].tolist()) == pytest.approx([0.2, 0.4])


@given(
    st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 400), st.floats(0, 1)), min_size=1, max_size=60),
    st.integers(0, 60),
)
@settings(deadline=None, max_examples=60)
def test_every_event_is_a_line_or_in_one_count_and_headings_never_go_back(
    rows: list[tuple[int, int, float]], most: int
) -> None:
    begin = np.array([moment(2031) + 12 * HOUR * day for day, _, _ in rows])
    until = begin + np.array([12 * HOUR * length for _, length, _ in rows])
    spans = Spans.make(np.arange(len(rows)), begin, until, begin, until, weight=[weight for *_, weight in rows],
                       granularity=[GRANULARITY_CODE[G.DAY]] * len(rows))  # fmt: skip
    choice = choice_of(spans, max(most, 1))
    hidden = [choice.hidden(index) for index in range(len(choice))]
    assert len(choice) + sum(each.count for each in hidden if each) == len(rows)
    heads = [choice.head(index).begin for index in range(len(choice))]
    assert heads == sorted(heads)
    for index in range(len(choice)):
        head, place = choice.head(index), int(choice.places[index])
        assert head.begin <= choice.order.at[place] < head.until


@pytest.mark.parametrize("unit", ["minute", "day", "month", "year", "decade", "century", "millennium"])
def test_units_are_counted_as_their_headings_begin(unit: str) -> None:
    years = (-201, 1, 1100, 1101, 2000, 2001, 2031)
    at = np.array([moment(year, month, 3) for year in years for month in (1, 12)])
    assert _units(unit, at, _months(at)) == len({start(unit, m) for m in at.tolist()})
