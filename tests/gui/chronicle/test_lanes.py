"""Lanes beside the chronicle."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from dateline.export.palette import load
from dateline.gui.chronicle.lanes import LaneHead, Lanes
from dateline.gui.chronicle.view import ChronicleView


def test_lanes_stand_beside_the_lines_the_largest_first_and_words_end_before_them(view: ChronicleView) -> None:
    codes = np.minimum(np.arange(400) % 50, 11)  # of 12 lanes the last holds most
    names = ["", *(f"Speaker {n}" for n in range(1, 12))]
    view.set_spans(view.spans, None, Lanes(codes, names))
    sight, lanes = view.sight(), view.lanes
    assert lanes.names[0] == "Speaker 11"
    assert lanes.names[-2:] == ("Others", "None")
    assert sum(lanes.counts) == 400
    assert lanes.counts[:-2] == sorted(lanes.counts[:-2], reverse=True)
    middles = lanes.middles(sight.width)
    assert all(0 < x < sight.width for x in middles)
    for placed in sight.entries:
        assert all(line.x + view._fonts.width(line.text, line.role) <= middles[0] for line in placed.block.lines)
        row = int(view.roll.order.rows[placed.block.place])
        assert view.lane_of(placed.block) == (names[codes[row]] or "None") or view.lane_of(placed.block) == "Others"
    assert view.grab().width() == 620
    view.resize(1600, 760)
    view.sight()
    assert "Others" not in view.lanes.names
    view.set_spans(view.spans)
    assert not view.lanes.names


CODES = np.array([0, 1, 1, 2, 2, 2])
NAMES = ["", "Orla Vane", "Finn Hale"]


def test_without_lanes_there_is_no_room_taken() -> None:
    lanes = Lanes()
    assert lanes.room(600, 13) == 0
    assert lanes.of(3) == ""
    assert lanes.at(599, 600) == -1


def test_each_row_has_its_lane_and_each_lane_its_number() -> None:
    lanes = Lanes(CODES, NAMES)
    room = lanes.room(600, 13)
    assert lanes.names == ("Finn Hale", "Orla Vane", "None")
    assert [lanes.of(row) for row in range(6)] == ["None", "Orla Vane", "Orla Vane", *["Finn Hale"] * 3]
    assert [lanes.told(lane) for lane in range(3)] == ["Finn Hale: 3", "Orla Vane: 2", "None: 1"]
    assert room == 3 * lanes.column


def test_a_column_is_found_where_it_stands() -> None:
    lanes = Lanes(CODES, NAMES)
    lanes.room(600, 13)
    assert [lanes.at(x, 600) for x in lanes.middles(600)] == [0, 1, 2]
    assert lanes.at(600 - 3 * lanes.column - 1, 600) == -1


def test_larger_text_takes_wider_columns() -> None:
    lanes = Lanes(CODES, NAMES)
    assert lanes.room(2000, 26) == pytest.approx(2 * lanes.room(2000, 13), rel=0.05)


def test_pointing_at_a_column_says_whose_it_is(view: ChronicleView) -> None:
    view.set_spans(view.spans, None, Lanes(np.zeros(400, np.int64), ["Orla Vane"]))
    view.sight()
    (x,) = view.lanes.middles(view.width())
    assert view.tip_words(x, 300) == "Orla Vane: 400"


@pytest.fixture
def head(qtbot: QtBot) -> LaneHead:
    """The names above two columns, as wide as a chronicle."""
    lanes = Lanes(np.array([0, 0, 1]), ["Orla Vane", "Finn Hale"])
    made = LaneHead(lambda: lanes, load("light"))
    qtbot.addWidget(made)
    made.dress(load("light"), 13)
    made.resize(600, made.height())
    return made


def test_names_stand_above_the_columns_where_the_chronicle_keeps_most_of_the_height(head: LaneHead) -> None:
    head.fit(700)
    assert head.isHidden()  # by nothing
    head.go_by("Person")
    assert not head.isHidden()
    head.fit(2 * head.maximumHeight())
    assert head.isHidden()
    head.fit(700)
    head.go_by("")
    assert head.isHidden()


def test_names_are_painted_and_read_aloud_with_their_numbers(head: LaneHead) -> None:
    head.go_by("Person")
    head.grab()
    assert head.accessibleName() == "Lanes: Orla Vane: 2; Finn Hale: 1"
    light = head.grab().toImage()
    head.dress(load("dark"), 13)
    assert head.grab().toImage() != light
    low = head.height()
    head.dress(load("dark"), 26)
    assert head.height() == 2 * low
