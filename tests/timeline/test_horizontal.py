"""Lanes where time runs to the right."""

import numpy as np
import pytest
from tests.timeline.made import START, captions

from dateline.core.moment import DAY
from dateline.timeline.layout import build
from dateline.timeline.scene import Scene
from dateline.timeline.spans import Spans
from dateline.timeline.view import View


def shown(scene: Scene) -> int:
    return len(scene.marks) + sum(c.count for c in scene.clusters) + sum(b.count for b in scene.bins)


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


@pytest.mark.parametrize("height", [120, 300, 900])
def test_lanes_lie_below_one_another_and_what_has_no_room_is_counted(height: int) -> None:
    at = np.repeat(START, 60)
    spans = Spans.make(np.arange(60), at, at, at + DAY, at + DAY, lane=np.arange(60) % 2, lanes=["north", "south"])
    view = View(begin=START - DAY, until=START + 3 * DAY, width=600, height=height, vertical=False, captions=captions)
    scene = build(spans, view)
    north, south = (band.rect for band in scene.bands)
    assert north.bottom <= south.y
    assert (north.x, north.width) == (south.x, south.width)
    assert shown(scene) == 60
