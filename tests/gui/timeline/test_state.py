"""What a timeline shows and what is chosen in it, without a widget."""

import numpy as np
import pytest
from tests.gui.timeline.made import D, captions, spans_of

from dateline.core.moment import DAY, moment
from dateline.gui.timeline.state import TimelineState
from dateline.timeline.scene import Cluster, Mark
from dateline.timeline.spans import Spans
from dateline.timeline.text import Measure
from dateline.timeline.view import Texts

TEXTS = Texts("today", "{} events", "+{}", "‹ {}", "tallest bar: {}")


@pytest.fixture
def state() -> TimelineState:
    """Eight events a day apart, of which ten days are shown."""
    made = TimelineState(Measure())
    made.set_spans(spans_of(), captions, None)
    made.show(D - DAY, D + 9 * DAY)
    return made


def test_another_range_is_told_and_the_same_is_not(state: TimelineState) -> None:
    assert not state.show(D - DAY, D + 9 * DAY)
    assert state.show(D, D + 1)
    assert state.range[1] - state.range[0] == 10  # minutes, at least


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("day", (D + 4 * DAY, D + 5 * DAY)),
        ("week", (D, D + 7 * DAY)),
        ("month", (moment(2025, 3), moment(2025, 4))),
        ("year", (moment(2025), moment(2026))),
    ],
)
def test_ranges_by_name_lie_around_the_middle(state: TimelineState, name: str, shown: tuple[int, int]) -> None:
    assert state.preset(name) == shown


def test_a_week_begins_on_the_reader_s_first_day(state: TimelineState) -> None:
    state.look(state.view._replace(first_weekday=6))
    assert state.preset("week")[0] == D - DAY  # the Sunday before


def test_a_row_comes_into_sight_by_moving_just_enough(state: TimelineState) -> None:
    state.show(D, D + 4 * DAY)
    assert state.revealing(1) == state.range
    begin, until = state.revealing(7)
    assert until - begin == 4 * DAY
    assert begin < D + 7 * DAY < until < D + 8 * DAY
    state.show(D + 5 * DAY, D + 9 * DAY)
    begin, until = state.revealing(0)
    assert D - DAY < begin < D
    assert until - begin == 4 * DAY


def test_the_focus_goes_with_its_event_and_is_lost_with_it(state: TimelineState) -> None:
    state.choose([5])
    assert state.focused_event == 5
    state.set_spans(state.spans.take(state.spans.ids > 3), captions, None)
    assert (state.focused_event, state.row) == (5, 1)
    state.set_spans(state.spans.take(state.spans.ids > 5), captions, None)
    assert [state.focused_event, state.row] == [None, -1]


def test_several_chosen_events_leave_the_focus_where_it_is(state: TimelineState) -> None:
    state.choose([5])
    state.choose([7, 2])
    assert state.focused_event == 5
    assert state.selection() == [2, 7]


def test_the_range_of_the_chosen_holds_them(state: TimelineState) -> None:
    assert state.of_chosen() is None
    state.choose([3, 6])
    found = state.of_chosen()
    assert found is not None
    assert found[0] <= D + 2 * DAY
    assert D + 6 * DAY <= found[1] < D + 8 * DAY
    state.choose([99])
    assert state.of_chosen() is None


def test_the_first_in_sight_is_the_first_of_the_range_or_of_all(state: TimelineState) -> None:
    state.show(D + 3 * DAY, D + 5 * DAY)
    assert state.first_in_sight() == 3
    state.show(D + 300 * DAY, D + 305 * DAY)
    assert state.first_in_sight() == 0
    state.set_spans(Spans.from_events([]), captions, None)
    assert state.first_in_sight() == -1


def test_the_scene_is_laid_out_once_until_something_is_other(state: TimelineState) -> None:
    def scene() -> object:
        return state.scene(400, 600, "en_GB", TEXTS)

    first = scene()
    assert scene() is first
    state.choose([2])
    chosen = scene()
    assert chosen is not first
    state.show(D, D + 3 * DAY)
    assert scene() is not chosen


def test_the_focus_is_on_a_mark_or_on_the_group_that_counts_it(state: TimelineState) -> None:
    assert state.focus_item(state.scene(400, 600, "en_GB", TEXTS)) is None
    state.choose([3])
    found = state.focus_item(state.scene(400, 600, "en_GB", TEXTS))
    assert isinstance(found, Mark)
    assert found.id == 3
    at = np.full(200, D)
    state.set_spans(Spans.make(np.arange(200), at, at + DAY, at, at + DAY), captions, None)
    state.choose([])
    state.row = 150
    group = state.focus_item(state.scene(400, 600, "en_GB", TEXTS))
    assert isinstance(group, Cluster)
    assert group.count > 1


def test_zooming_beyond_the_edges_holds_to_the_edge(state: TimelineState) -> None:
    begin, until = state.range
    assert state.zoomed(2, -3) == (begin, begin + 5 * DAY)
    assert state.zoomed(2, 4) == (until - 5 * DAY, until)
    assert sum(state.centred(D)) // 2 == D
