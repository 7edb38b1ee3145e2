"""Events and a visible range in, a scene out."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timeline.made import START, captions, check_texts, made_spans

from dateline.core.moment import DAY
from dateline.timeline.layout import axis_size, build, frames, height_for_all, in_range, time_room
from dateline.timeline.scale import elastic, fitting
from dateline.timeline.scene import Scene
from dateline.timeline.spans import Spans
from dateline.timeline.text import Measure
from dateline.timeline.view import View


def shown(scene: Scene) -> int:
    return len(scene.marks) + sum(c.count for c in scene.clusters) + sum(b.count for b in scene.bins)


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


def test_the_events_in_a_range_are_listed() -> None:
    spans = Spans.make([1, 2, 3], [START, START + DAY, START + 9 * DAY], [START] * 3, [START] * 3,
                       [START + 5 * DAY, START + 2 * DAY, START + 10 * DAY])  # fmt: skip
    assert in_range(spans, START + 3 * DAY, START + 9 * DAY + 1) == [1, 3]


def test_no_events_make_an_empty_scene() -> None:
    scene = build(Spans.from_events([]), View(begin=START, until=START + DAY, width=500, height=400))
    assert scene.empty
    assert scene.total == 0


def test_axis_and_lanes_share_the_view() -> None:
    down = View(begin=START, until=START + DAY, width=500, height=400)
    axis, body = frames(down, named=True)
    assert (axis.x, axis.width, body.x, body.y) == (0, axis_size(down.measure, vertical=True), axis.width, 26)
    assert (body.right, body.bottom) == (500, 400)
    across = down._replace(vertical=False)
    axis, body = frames(across, named=True)
    assert (axis.height, body.y) == (axis_size(across.measure, vertical=False),) * 2
    assert (time_room(down), time_room(down, named=False), time_room(across)) == ((26, 400), (0, 400), (0, 500))
    assert axis_size(Measure(20), vertical=True) > axis_size(Measure(10), vertical=True)


def test_publications_of_one_pixel_are_told_together() -> None:
    published = ((START + 60, 7), (START + 90, 8), (START + 20 * DAY, 9), (START + 99 * DAY, 10))
    view = View(begin=START, until=START + 30 * DAY, width=500, height=400, publications=published, today=START + DAY)
    scene = build(Spans.from_events([]), view)
    assert [(each.articles, each.moment) for each in scene.publications] == [
        ((7, 8), START + 60),
        ((9,), START + 20 * DAY),
    ]
    assert scene.today == scene.scale.pixel(START + DAY)
