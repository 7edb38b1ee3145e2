from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.model import Certainty, Event
from dateline.core.moment import DAY, moment
from dateline.timeline.spans import OPEN_BEGIN, OPEN_END, Spans, by_time

D = moment(2025, 3, 29)


def event(number: int, earliest: int | None, latest: int | None, **more: Any) -> Event:
    return Event(id=number, article=7, title=f"event {number}", earliest=earliest, latest=latest, **more)


def test_rows_are_in_order_and_the_undated_apart() -> None:
    spans = Spans.from_events([event(3, D + DAY, D + 2 * DAY), event(1, None, None), event(2, D, D + DAY)])
    assert spans.ids.tolist() == [2, 3]
    assert spans.undated.tolist() == [1]
    assert spans.extent == (D, D + 2 * DAY)


def test_open_sides_are_drawn_from_the_nearest_bound_known() -> None:
    spans = Spans.from_events(
        [
            event(1, None, D),
            event(2, D, None, latest_start=D + DAY),
            event(3, None, D + 5 * DAY, earliest_end=D + 2 * DAY),
        ]
    )
    rows = {int(i): (int(a), int(e)) for i, a, e in zip(spans.ids, spans.at, spans.end, strict=True)}
    assert rows == {1: (D, D + 1), 2: (D, D + DAY), 3: (D + 2 * DAY, D + 5 * DAY)}
    assert spans.earliest[spans.ids == 1] == OPEN_BEGIN
    assert spans.latest[spans.ids == 2] == OPEN_END


def test_an_event_may_have_a_row_in_each_of_its_lanes() -> None:
    spans = Spans.from_events([event(1, D, D + DAY), event(2, D, D + DAY, certainty=Certainty.DENIED)])
    laned = spans.take(np.array([0, 1, 1]), lane=np.array([1, 0, 1]), lanes=("north", "south"))
    assert laned.ids.tolist() == [2, 1, 2]
    assert [laned.ids[rows].tolist() for rows in laned.lane_slices] == [[2], [1, 2]]


def test_a_mask_filters() -> None:
    spans = Spans.from_events([event(i, D + i * DAY, D + (i + 1) * DAY) for i in range(10)])
    assert spans.take(spans.ids % 2 == 0).ids.tolist() == [0, 2, 4, 6, 8]


def test_what_is_mentioned_in_passing_stays_marked_in_every_order() -> None:
    spans = Spans.from_events(
        [event(1, D + DAY, None, weight=0.2), event(2, D, None), event(3, None, None, weight=0.2)]
    )
    assert dict(zip(spans.ids.tolist(), spans.passing.tolist(), strict=True)) == {1: True, 2: False}
    assert spans.take(spans.ids == 1).passing.tolist() == [True]


@given(st.lists(st.tuples(st.integers(-5, 5), st.integers(1, 9), st.integers(1, 99)), max_size=30), st.booleans())
def test_order_of_time_is_that_of_both_bounds(rows: list[tuple[int, int, int]], wide: bool) -> None:
    scale = 2**33 if wide else 1
    at = np.array([row[0] for row in rows], np.int64) * scale
    end = at + np.array([row[1] for row in rows], np.int64) * scale
    assert by_time(at, end).tolist() == np.lexsort((end, at)).tolist()
    assert by_time(at, end, longest_first=True).tolist() == np.lexsort((-end, at)).tolist()


def test_what_lies_in_one_place_stays_in_the_order_given() -> None:
    found = Spans.make([9, 2, 7, 4], [0] * 4, [10] * 4, [0] * 4, [10] * 4, lane=[1, 0, 1, 0], lanes=("a", "b"))
    assert found.ids.tolist() == [2, 4, 9, 7]
