"""What is asked of a layout, and how much of it is told, counted or drawn as bars."""

import numpy as np
import pytest
from tests.timeline.made import START, captions

from dateline.core.model import Event
from dateline.core.moment import DAY, HOUR
from dateline.timeline.layout import build
from dateline.timeline.scale import Piece, Scale, fit
from dateline.timeline.scene import Level, Scene
from dateline.timeline.spans import Spans
from dateline.timeline.view import View, bins_of, cells_of, extents_of, loads, no_captions, rows_of


def shown(scene: Scene) -> int:
    return len(scene.marks) + sum(c.count for c in scene.clusters) + sum(b.count for b in scene.bins)


@pytest.mark.parametrize(("count", "level"), [(40, Level.MARKS), (600, Level.CLUSTERS), (20_000, Level.HISTOGRAM)])
@pytest.mark.parametrize("vertical", [True, False])
def test_the_level_of_detail_follows_the_number(count: int, level: Level, vertical: bool) -> None:
    random = np.random.default_rng(3)
    at = START + random.integers(0, 365, count) * DAY
    spans = Spans.make(np.arange(count), at, at + DAY, at, at + DAY)
    begin, until = fit(spans)
    scene = build(spans, View(begin=begin, until=until, width=1600, height=1600, vertical=vertical, captions=captions))
    if level is Level.CLUSTERS:  # counted groups stand among the marks
        assert scene.clusters
        level = Level.MARKS
    assert scene.bands[0].level is level
    assert shown(scene) == count
    assert bool(scene.bins) == (level is Level.HISTOGRAM)


def test_events_under_way_are_counted_when_the_range_begins_after_them() -> None:
    at = np.full(5000, START)
    spans = Spans.make(np.arange(5000), at, at, at + 90 * DAY, at + 90 * DAY)
    scene = build(spans, View(begin=START + DAY, until=START + 2 * DAY, width=900, height=500, captions=captions))
    assert scene.total == 5000
    assert [c.count for c in scene.clusters if c.under_way] == [5000]


def test_a_bar_is_exactly_as_wide_as_the_words_allow_and_its_core_solid() -> None:
    event = Event(
        id=1, article=None, title="strike", earliest=START, latest_start=START + 2 * DAY, earliest_end=START + 6 * DAY,
        latest=START + 8 * DAY,
    )  # fmt: skip
    view = View(begin=START, until=START + 10 * DAY, width=1000, height=300, vertical=False, captions=captions)
    (mark,) = build(Spans.from_events([event]), view).marks
    assert not mark.dot
    assert (mark.rect.x, mark.rect.width) == pytest.approx((0, 800))
    assert mark.core is not None
    assert (mark.core.x, mark.core.width) == pytest.approx((200, 400))


def test_a_day_is_a_dot_until_it_is_wide_enough_to_be_a_bar() -> None:
    event = Event(id=1, article=None, title="vote", earliest=START, latest_start=START + DAY, earliest_end=START,
                  latest=START + DAY)  # fmt: skip
    spans = Spans.from_events([event])
    far = View(begin=START - 300 * DAY, until=START + 300 * DAY, width=900, height=300, vertical=False)
    near = far.showing(START - HOUR, START + DAY + HOUR)
    assert build(spans, far).marks[0].dot
    assert not build(spans, near).marks[0].dot


def ten_days() -> Spans:
    at = START + np.arange(10) * DAY
    return Spans.make(np.arange(1, 11), at, at + DAY, at, at + DAY, lane=np.arange(10) % 2, lanes=["north", "south"])


def test_a_lanes_load_is_what_lies_in_the_range() -> None:
    spans = ten_days()
    scale = Scale.straight(START + 2 * DAY + 60, START + 7 * DAY, 0, 500)
    north, south = loads(spans, scale, frozenset({"south"}), 10)
    assert (north.name, north.count, north.under, north.collapsed) == ("north", 3, 1, False)
    assert (south.name, south.count, south.under, south.collapsed) == ("south", 2, 0, True)
    assert spans.ids[rows_of(spans, north, scale.begin)].tolist() == [3, 5, 7]


def test_bars_and_cells_count_each_event_once() -> None:
    spans = ten_days()
    piece = Piece(START, START + 10 * DAY, 0, 100)
    for load in loads(spans, Scale((piece,)), frozenset(), 10):
        bins = bins_of(spans, load, piece)
        assert sum(count for _, _, count, _, _ in bins) == load.count == 5
        assert all(begin < until and low < high for begin, until, _, low, high in bins)
        cells = cells_of(spans, load, piece, 20)
        assert [cell.first for cell in cells[1:]] == [cell.after for cell in cells[:-1]]
        assert (cells[0].first, cells[-1].after) == (load.first, load.after)
        assert all(cell.low <= cell.middle <= cell.high for cell in cells)


def test_the_certain_core_lies_within_the_extent() -> None:
    spans = Spans.make([1], [START], [START + 2 * DAY], [START + 6 * DAY], [START + 8 * DAY])
    extent = extents_of(spans, np.array([0]), Scale.straight(START, START + 10 * DAY, 0, 100))
    assert (extent.low[0], extent.high[0], extent.core_low[0], extent.core_high[0]) == (0, 80, 20, 60)
    assert extent.has_core[0]
    assert not extent.dot[0]


def test_another_range_has_its_own_straight_scale() -> None:
    view = View(begin=0, until=1, width=9, height=9, scale=Scale.straight(0, 1, 0, 9)).showing(5, 8)
    assert (view.begin, view.until, view.scale) == (5, 8, None)
    assert [each.title for each in no_captions([1, 2])] == ["", ""]
