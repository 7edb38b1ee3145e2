"""The timeline by keyboard."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot
from tests.gui.timeline.made import D, captions, mark_of, spans_of

from dateline.core.moment import DAY
from dateline.gui.timeline.keys import press
from dateline.gui.timeline.view import TimelineView
from dateline.timeline.spans import Spans

KEY = Qt.Key


def test_keys_move_by_time_zoom_and_go_to_the_text(view: TimelineView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, KEY.Key_Home)
    assert view.focused_event == 1
    qtbot.keyClick(view, KEY.Key_Down)
    qtbot.keyClick(view, KEY.Key_Down)
    assert view.selection() == [3]
    qtbot.keyClick(view, KEY.Key_Up)
    assert view.focused_event == 2
    before = view.visible_range
    qtbot.keyClick(view, KEY.Key_Plus)
    assert view.visible_range[1] - view.visible_range[0] < before[1] - before[0]
    qtbot.keyClick(view, KEY.Key_End)
    assert view.focused_event == 8
    assert mark_of(view, 8)  # it has come into sight
    with qtbot.waitSignal(view.activated) as caught:
        qtbot.keyClick(view, KEY.Key_Return)
    assert caught.args == [8]
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view, KEY.Key_Escape)
    with qtbot.waitSignal(view.undated_requested):
        qtbot.keyClick(view, KEY.Key_U)
    qtbot.keyClick(view, KEY.Key_0)
    assert len(view.scene().marks) == 8


def test_keys_move_across_lanes(view: TimelineView, qtbot: QtBot) -> None:
    view.set_spans(spans_of(8, 2), captions)
    view.focus_row(0)
    qtbot.keyClick(view, KEY.Key_Right)
    assert view.focused_event == 2
    qtbot.keyClick(view, KEY.Key_Down)
    assert view.focused_event == 4
    qtbot.keyClick(view, KEY.Key_Left)
    assert view.focused_event in (3, 5)
    view.set_vertical(False)
    qtbot.keyClick(view, KEY.Key_Down)
    assert view.focused_event % 2 == 0


def test_arrows_with_ctrl_and_page_keys_move_the_axis_and_no_focus(view: TimelineView, qtbot: QtBot) -> None:
    view.focus_row(2)
    per_minute = view.scene().scale.pieces[0].per_minute

    def moved(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> float:
        before = view.visible_range[0]
        qtbot.keyClick(view, key, keys)
        return (view.visible_range[0] - before) * per_minute

    assert moved(KEY.Key_Down, Qt.KeyboardModifier.ControlModifier) == pytest.approx(60, abs=1)
    assert moved(KEY.Key_Up, Qt.KeyboardModifier.AltModifier) == pytest.approx(-60, abs=1)
    assert moved(KEY.Key_PageDown) == pytest.approx(0.8 * view.height(), abs=1)
    assert moved(KEY.Key_PageUp) == pytest.approx(-0.8 * view.height(), abs=1)
    assert view.focused_event == 3


@pytest.mark.parametrize(("key", "closer"), [(KEY.Key_Plus, True), (KEY.Key_Equal, True), (KEY.Key_Minus, False)])
def test_zooming_keeps_what_has_the_focus_where_it_is(
    view: TimelineView, qtbot: QtBot, key: Qt.Key, closer: bool
) -> None:
    view.focus_row(5)
    at, (begin, until) = int(view.spans.at[5]), view.visible_range
    pixel = view.scene().scale.pixel(at)
    qtbot.keyClick(view, key)
    first, last = view.visible_range
    assert (last - first < until - begin) is closer
    assert view.scene().scale.pixel(at) == pytest.approx(pixel, abs=1)


def test_along_a_horizontal_axis_left_and_right_go_by_time(view: TimelineView, qtbot: QtBot) -> None:
    view.set_vertical(False)
    qtbot.keyClick(view, KEY.Key_Right)  # at first the first one in sight
    qtbot.keyClick(view, KEY.Key_Right)
    assert view.focused_event == 2
    qtbot.keyClick(view, KEY.Key_Left)
    assert view.focused_event == 1
    qtbot.keyClick(view, KEY.Key_Left)
    assert view.focused_event == 1  # there is none before it


def test_space_folds_the_lane_of_the_focus(view: TimelineView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, KEY.Key_Space)
    assert view.collapsed == frozenset()  # one lane alone is not folded
    view.set_spans(spans_of(8, 2), captions)
    view.focus_row(5)
    qtbot.keyClick(view, KEY.Key_Space)
    assert view.collapsed == {"lane 1"}
    qtbot.keyClick(view, KEY.Key_Space)
    assert view.collapsed == frozenset()


def test_a_lane_without_events_is_passed_over(view: TimelineView, qtbot: QtBot) -> None:
    at = D + np.arange(4) * DAY
    lanes = np.array([0, 0, 2, 2])
    view.set_spans(Spans.make(np.arange(1, 5), at, at + DAY, at, at + DAY, lane=lanes, lanes=["a", "b", "c"]), captions)
    view.focus_row(0)
    qtbot.keyClick(view, KEY.Key_Right)
    assert view.focused_event == 3
    qtbot.keyClick(view, KEY.Key_Right)
    assert view.focused_event == 3


def test_enter_opens_what_is_counted(view: TimelineView, qtbot: QtBot) -> None:
    at = np.concatenate((np.full(60, D), D + 400 * DAY + np.arange(60) * DAY))
    view.set_spans(Spans.make(np.arange(120), at, at + DAY, at, at + DAY), captions)
    view.fit_all()
    view.focus_row(119)
    view.set_selection([])  # what is selected is never counted only
    before = view.visible_range
    with qtbot.assertNotEmitted(view.activated):
        qtbot.keyClick(view, KEY.Key_Return)
    assert view.visible_range[1] - view.visible_range[0] < before[1] - before[0]


def test_other_keys_are_for_the_window(view: TimelineView) -> None:
    for key, keys in ((KEY.Key_X, Qt.KeyboardModifier.NoModifier), (KEY.Key_U, Qt.KeyboardModifier.ControlModifier)):
        assert not press(view, QKeyEvent(QEvent.Type.KeyPress, key, keys))


def test_without_events_no_key_does_harm(view: TimelineView, qtbot: QtBot) -> None:
    view.set_spans(Spans.from_events([]), captions)
    for key in (KEY.Key_Down, KEY.Key_Right, KEY.Key_Home, KEY.Key_End, KEY.Key_Plus, KEY.Key_Return, KEY.Key_Space):
        qtbot.keyClick(view, key)
    assert view.focused_event is None
