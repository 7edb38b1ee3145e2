"""Which events have a label on a timeline to scale."""

import numpy as np
import pytest
from tests.timeline.made import captions

from dateline.core.moment import DAY, moment
from dateline.export.image.thinning import thinned
from dateline.timeline.scale import fit
from dateline.timeline.spans import Spans
from dateline.timeline.view import View


@pytest.mark.parametrize("vertical", [True, False])
@pytest.mark.parametrize("count", [0, 3, 200])
def test_every_event_has_a_label_or_is_left_out_and_the_weightiest_have_them(count: int, vertical: bool) -> None:
    at = moment(2025, 3, 1) + np.arange(count) % 40 * DAY
    weight = (np.arange(count) * 37 % 100) / 100
    spans = Spans.make(np.arange(1, count + 1), at, at + DAY, at, at + DAY, weight=weight)
    begin, until = fit(spans)
    view = View(begin=begin, until=until, width=800, height=900, vertical=vertical, captions=captions)
    scene, left_out = thinned(spans, view)
    assert len(scene.marks) + left_out == count
    assert scene.clusters == ()
    assert all(mark.label for mark in scene.marks)
    assert [spans.ids[mark.row] for mark in scene.marks] == [mark.id for mark in scene.marks]
    if count == 3:
        assert left_out == 0
    if left_out:
        told = [weight[mark.id - 1] for mark in scene.marks]
        assert np.mean(told) > np.mean(weight)
