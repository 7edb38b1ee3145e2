"""Lanes where time runs down."""

import numpy as np
from tests.timeline.made import START, captions

from dateline.core.model import Event
from dateline.core.moment import DAY
from dateline.timeline.layout import build
from dateline.timeline.scale import Scale
from dateline.timeline.spans import Spans
from dateline.timeline.vertical import lanes_are_named, text_room
from dateline.timeline.view import View, loads


def test_open_ends_ask_for_chevrons() -> None:
    events = [
        Event(id=1, article=None, title="talks", earliest=START, latest_start=START + DAY),
        Event(id=2, article=None, title="repairs", latest=START + 20 * DAY),
    ]
    view = View(begin=START - 9 * DAY, until=START + 30 * DAY, width=900, height=300, captions=captions)
    marks = {mark.id: mark for mark in build(Spans.from_events(events), view).marks}
    assert (marks[1].open_begin, marks[1].open_end) == (False, True)
    assert (marks[2].open_begin, marks[2].open_end) == (True, False)


def test_lanes_have_headers_where_there_are_several_or_one_has_a_name() -> None:
    at = START + np.arange(4) * DAY
    for lanes, named in (([""], False), (["north"], True), (["north", "south"], True)):
        spans = Spans.make(np.arange(4), at, at, at, at, lane=np.arange(4) % len(lanes), lanes=lanes)
        scale = Scale.straight(START, START + 9 * DAY, 0, 100)
        assert lanes_are_named(loads(spans, scale, frozenset(), 10)) is named


def test_a_wider_lane_has_as_much_more_room_for_text() -> None:
    assert text_room(500) - text_room(300) == 200
    assert 0 < text_room(300) < 300


def test_lanes_stand_side_by_side() -> None:
    at = np.repeat(START, 6)
    spans = Spans.make(np.arange(6), at, at, at + DAY, at + DAY, lane=np.arange(6) % 2, lanes=["north", "south"])
    scene = build(spans, View(begin=START - DAY, until=START + 3 * DAY, width=900, height=500, captions=captions))
    north, south = (band.rect for band in scene.bands)
    assert north.right <= south.x
    assert (north.y, north.height) == (south.y, south.height)
    for mark in scene.marks:
        assert scene.bands[mark.lane].rect.x <= mark.rect.x < scene.bands[mark.lane].rect.right
