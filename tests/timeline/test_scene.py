"""Properties of every scene: nothing is lost without a count, no text overlaps or is cut off."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timeline.made import START, captions, check_texts, made_spans

from dateline.core.model import Event
from dateline.core.moment import DAY
from dateline.timeline.layout import build
from dateline.timeline.scale import fit
from dateline.timeline.scene import Scene
from dateline.timeline.spans import Spans
from dateline.timeline.view import View


def shown(scene: Scene) -> int:
    return len(scene.marks) + sum(c.count for c in scene.clusters) + sum(b.count for b in scene.bins)


def overlapping(spans: Spans, begin: int, until: int) -> int:
    return int(((spans.at < until) & (spans.end > begin)).sum())


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
