"""Which events have a label on a timeline to scale."""

import numpy as np
import pytest
from tests.timeline.made import captions

from dateline.core.moment import DAY, moment
from dateline.export.image.thinning import thinned
from dateline.timeline.layout import time_room
from dateline.timeline.scale import elastic, fitting
from dateline.timeline.spans import Spans
from dateline.timeline.view import View


@pytest.mark.parametrize("vertical", [True, False])
@pytest.mark.parametrize("count", [0, 3, 200])
def test_every_event_has_a_label_or_is_left_out_and_the_weightiest_have_them(count: int, vertical: bool) -> None:
    at = moment(2025, 3, 1) + np.arange(count) % 40 * DAY
    weight = (np.arange(count) * 37 % 100) / 100
    spans = Spans.make(np.arange(1, count + 1), at, at + DAY, at, at + DAY, weight=weight)
    view = View(begin=0, until=1, width=800, height=900, vertical=vertical, captions=captions)
    low, high = time_room(view, named=False)
    scene, left_out = thinned(spans, view, lambda rows: fitting(rows, low, high))
    assert len(scene.marks) + left_out == count
    assert scene.clusters == ()
    assert all(mark.label for mark in scene.marks)
    assert [spans.ids[mark.row] for mark in scene.marks] == [mark.id for mark in scene.marks]
    if count == 3:
        assert left_out == 0
    if left_out:
        told = [weight[mark.id - 1] for mark in scene.marks]
        assert np.mean(told) > np.mean(weight)


def test_across_the_page_the_axis_is_that_of_what_is_shown() -> None:
    """What is left out takes no room: centuries without a title would else be a third of the page."""
    old = moment(1850, 1, 1) + np.arange(40) * 900 * DAY
    new = moment(2025, 3, 1) + np.arange(30) * DAY
    at = np.concatenate([old, new])
    weight = np.where(at < moment(2000), 0.1, 0.9)
    spans = Spans.make(np.arange(1, len(at) + 1), at, at + DAY, at, at + DAY, weight=weight)
    view = View(begin=0, until=1, width=1000, height=500, vertical=False, captions=captions)
    low, high = time_room(view, named=False)
    scene, left_out = thinned(spans, view, lambda rows: elastic(rows, low, high))
    assert left_out >= 40
    assert len(scene.marks) > 4
    assert scene.scale.begin > moment(2024)
    assert max(mark.rect.x for mark in scene.marks) - min(mark.rect.x for mark in scene.marks) > (high - low) / 2
