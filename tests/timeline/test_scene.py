"""Properties of every scene: nothing is lost without a count, no text overlaps or is cut off."""

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.core.model import Event
from dateline.core.moment import DAY, HOUR, moment
from dateline.timeline.layout import build, height_for_all, in_range
from dateline.timeline.scale import elastic, fit, fitting
from dateline.timeline.scene import Level, Scene
from dateline.timeline.spans import OPEN_BEGIN, OPEN_END, Spans
from dateline.timeline.text import Caption
from dateline.timeline.view import View

START = moment(2025, 3, 1)
WORDS = [
    "council",
    "ferry",
    "storm",
    "reef",
    "pilot",
    "harbour",
    "inquiry",
    "salvage",
    "crew",
    "union",
    "court",
    "minister",
]


def captions(ids: Iterable[int]) -> list[Caption]:
    return [
        Caption(" ".join(WORDS[(i * k) % 12] for k in range(1, 2 + i % 9)), f"{1 + i % 28} March 2025") for i in ids
    ]


@st.composite
def made_spans(draw: st.DrawFn, most: int = 60) -> Spans:
    count = draw(st.integers(0, most))
    random = np.random.default_rng(draw(st.integers(0, 10_000)))
    at = START + random.integers(0, draw(st.sampled_from([1, 3, 40, 4000])), count) * draw(st.sampled_from([60, DAY]))
    length = random.choice([1, 60, DAY, DAY, 5 * DAY, 90 * DAY], count)
    open_begin, open_end = random.random(count) < 0.1, random.random(count) < 0.1
    open_end &= ~open_begin
    lanes = draw(st.sampled_from([1, 1, 2, 7]))
    return Spans.make(
        np.arange(1, count + 1),
        np.where(open_begin, OPEN_BEGIN, at),
        np.where(random.random(count) < 0.5, at, at + length),
        np.where(random.random(count) < 0.5, at + length, at),
        np.where(open_end, OPEN_END, at + length),
        random.integers(0, 6, count),
        lane=random.integers(0, lanes, count),
        lanes=[f"lane {n}" for n in range(lanes)] if lanes > 1 else [""],
    )


def shown(scene: Scene) -> int:
    return len(scene.marks) + sum(c.count for c in scene.clusters) + sum(b.count for b in scene.bins)


def overlapping(spans: Spans, begin: int, until: int) -> int:
    return int(((spans.at < until) & (spans.end > begin)).sum())


def check_texts(scene: Scene) -> None:
    out_of_sight = [c for c in scene.clusters if c.rect.width > scene.width / 2]
    boxes = [("mark", mark.box) for mark in scene.marks if mark.label and mark.box]
    boxes += [("pill", c.rect) for c in scene.clusters if c not in out_of_sight]
    boxes += [("hint", c.box) for c in scene.clusters if c.box is not None]
    for _, box in boxes:
        assert box.x >= scene.body.x - 0.01
        assert box.right <= scene.body.right + 0.01
    for number, (_, one) in enumerate(boxes):
        for _, other in boxes[number + 1 :]:
            assert not one.overlaps(other), (one, other)


@settings(max_examples=60, deadline=None)
@given(made_spans(), st.booleans(), st.sampled_from([(420, 700), (1400, 800), (900, 260)]), st.floats(0.02, 1.5))
def test_nothing_is_lost_and_no_texts_overlap(
    spans: Spans, vertical: bool, size: tuple[int, int], share: float
) -> None:
    begin, until = fit(spans)
    until = begin + max(int((until - begin) * share), 30)
    view = View(begin=begin, until=until, width=size[0], height=size[1], vertical=vertical, captions=captions)
    scene = build(spans, view)
    assert scene.total == overlapping(spans, begin, until) == shown(scene)
    assert sum(band.count for band in scene.bands) <= scene.total
    lone = len(spans.lanes) == 1
    if lone:  # with several lanes some may lie beyond the edge, to be scrolled to
        check_texts(scene)
        bottom = scene.body.bottom + 0.01
        assert all(mark.box.bottom <= bottom if mark.box else mark.rect.y <= bottom for mark in scene.marks)


@settings(max_examples=40, deadline=None)
@given(made_spans(most=40), st.booleans())
def test_a_scene_that_may_grow_tells_all_apart(spans: Spans, vertical: bool) -> None:
    view = View(begin=0, until=1, width=900, height=600, vertical=vertical, captions=captions, grow=True)
    height = height_for_all(spans, view, 20_000)
    high = height if vertical else 900
    for scale in (fitting(spans, 26 if vertical else 0, high), elastic(spans, 26 if vertical else 0, high)):
        grown = View(
            begin=scale.begin, until=scale.until, width=900, height=height, vertical=vertical, captions=captions,
            scale=scale, grow=True,
        )  # fmt: skip
        scene = build(spans, grown)
        assert shown(scene) == scene.total == len(spans)
        if not vertical or len(spans.lanes) < 5:  # more columns than fit are scrolled to
            check_texts(scene)
        if len(spans.lanes) == 1:
            assert len(scene.marks) == len(spans)


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


def test_open_ends_ask_for_chevrons() -> None:
    events = [
        Event(id=1, article=None, title="talks", earliest=START, latest_start=START + DAY),
        Event(id=2, article=None, title="repairs", latest=START + 20 * DAY),
    ]
    view = View(begin=START - 9 * DAY, until=START + 30 * DAY, width=900, height=300, captions=captions)
    marks = {mark.id: mark for mark in build(Spans.from_events(events), view).marks}
    assert (marks[1].open_begin, marks[1].open_end) == (False, True)
    assert (marks[2].open_begin, marks[2].open_end) == (True, False)


def test_events_at_the_same_moment_stack_side_by_side() -> None:
    events = [Event(id=i, article=None, title=f"e{i}", earliest=START, latest_start=START + 60, earliest_end=START,
                    latest=START + 60) for i in range(4)]  # fmt: skip
    for vertical in (True, False):
        view = View(begin=START - 30 * DAY, until=START + 30 * DAY, width=900, height=600, vertical=vertical,
                    captions=captions)  # fmt: skip
        rects = [mark.rect for mark in build(Spans.from_events(events), view).marks]
        assert len(rects) == 4
        assert not any(a.overlaps(b) for i, a in enumerate(rects) for b in rects[i + 1 :])


def test_a_collapsed_lane_is_a_count() -> None:
    at = START + np.arange(10) * DAY
    spans = Spans.make(np.arange(10), at, at, at + DAY, at + DAY, lane=np.arange(10) % 2, lanes=["north", "south"])
    for vertical in (True, False):
        view = View(begin=START - DAY, until=START + 20 * DAY, width=900, height=900, vertical=vertical,
                    captions=captions, collapsed=frozenset({"north"}))  # fmt: skip
        scene = build(spans, view)
        assert [(c.lane, c.count) for c in scene.clusters] == [(0, 5)]
        assert {mark.lane for mark in scene.marks} == {1}


def test_headers_stay_in_sight_while_lanes_scroll() -> None:
    at = np.repeat(START, 200)
    spans = Spans.make(np.arange(200), at, at, at + DAY, at + DAY, lane=np.arange(200) % 4, lanes=list("abcd"))
    view = View(begin=START - DAY, until=START + 3 * DAY, width=600, height=300, vertical=False, captions=captions,
                scroll=40.0)  # fmt: skip
    scene = build(spans, view)
    assert scene.scroll == 40.0
    assert scene.content > scene.body.height
    assert scene.bands[0].header is not None
    assert scene.bands[0].header.y == scene.body.y
    assert shown(scene) == 200


def test_what_is_under_the_pointer_is_found() -> None:
    event = Event(id=9, article=None, title="vote", earliest=START, latest_start=START + DAY, earliest_end=START,
                  latest=START + DAY)  # fmt: skip
    view = View(begin=START - DAY, until=START + 2 * DAY, width=600, height=300, captions=captions)
    scene = build(Spans.from_events([event]), view)
    (mark,) = scene.marks
    assert scene.mark_at(mark.rect.x + 2, mark.rect.y + 2) is mark
    assert mark.box is not None
    assert scene.mark_at(mark.box.x + 2, mark.box.y + 2) is mark
    assert scene.mark_at(599, 299) is None


def test_the_events_in_a_range_are_listed() -> None:
    spans = Spans.make([1, 2, 3], [START, START + DAY, START + 9 * DAY], [START] * 3, [START] * 3,
                       [START + 5 * DAY, START + 2 * DAY, START + 10 * DAY])  # fmt: skip
    assert in_range(spans, START + 3 * DAY, START + 9 * DAY + 1) == [1, 3]


def test_no_events_make_an_empty_scene() -> None:
    scene = build(Spans.from_events([]), View(begin=START, until=START + DAY, width=500, height=400))
    assert scene.empty
    assert scene.total == 0
