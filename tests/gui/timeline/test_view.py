"""The timeline as a person uses it: pointer, wheel, keys, screen reader."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.gui.timeline.made import D, captions, mark_of, middle, spans_of, wheel

from dateline.core.moment import DAY
from dateline.export.palette import load
from dateline.gui.timeline.editing import Handle
from dateline.gui.timeline.view import TimelineView

KEY = Qt.Key


def handles_of(view: TimelineView) -> Sequence[Handle]:
    drag = view._handles(view.scene())
    assert drag is not None
    return drag.handles


def test_at_first_everything_is_shown(view: TimelineView) -> None:
    assert [mark.id for mark in view.scene().marks] == list(range(1, 9))


def test_a_click_selects_and_ctrl_click_adds(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.selected) as caught:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(mark_of(view, 3).box))
    assert caught.args == [[3]]
    qtbot.mouseClick(
        view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=middle(mark_of(view, 5).box)
    )
    assert view.selection() == [3, 5]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(490, 690))
    assert view.selection() == []


def test_a_double_click_goes_to_the_text(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.activated) as caught:
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=middle(mark_of(view, 4).box))
    assert caught.args == [4]


def test_ctrl_and_wheel_zoom_at_the_pointer(view: TimelineView) -> None:
    scale = view.scene().scale
    under = scale.moment(200)
    wheel(view, 4, Qt.KeyboardModifier.ControlModifier, (250.0, 200.0))
    begin, until = view.visible_range
    assert until - begin < scale.until - scale.begin
    assert abs(view.scene().scale.moment(200) - under) <= (until - begin) / 700 * 2


def test_dragging_pans(view: TimelineView, qtbot: QtBot) -> None:
    before = view.visible_range
    empty = QPoint(480, 300)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=empty)
    qtbot.mouseMove(view, empty + QPoint(0, -20))
    qtbot.mouseMove(view, empty + QPoint(0, -120))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=empty + QPoint(0, -120))
    moved = view.visible_range[0] - before[0]
    per_minute = view.scene().scale.pieces[0].per_minute
    assert 80 <= moved * per_minute <= 125


def test_a_click_on_a_header_folds_a_lane(view: TimelineView, qtbot: QtBot) -> None:
    view.set_spans(spans_of(8, 2), captions)
    header = view.scene().bands[0].header
    with qtbot.waitSignal(view.lane_toggled) as caught:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(header))
    assert caught.args == ["lane 0"]
    assert view.scene().bands[0].collapsed
    assert len(view.scene().marks) == 4


@pytest.mark.parametrize("vertical", [True, False])
def test_a_bound_is_dragged(view: TimelineView, qtbot: QtBot, vertical: bool) -> None:
    view.set_vertical(vertical)
    view.preset("week")
    view.set_selection([3])
    handle = handles_of(view)[1]
    at = QPoint(round(handle.x), round(handle.y))
    day = round(view.scene().scale.pieces[0].per_minute * DAY)
    to = at + (QPoint(0, 2 * day) if vertical else QPoint(2 * day, 0))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(view, to)
    with qtbot.waitSignal(view.bounds_edited) as caught:
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=to)
    begin = D + 2 * DAY
    assert caught.args == [3, (begin, begin + 3 * DAY, begin, begin + 3 * DAY)]


def test_escape_lets_a_bound_go_unchanged(view: TimelineView, qtbot: QtBot) -> None:
    view.preset("week")
    view.set_selection([3])
    handle = handles_of(view)[0]
    at = QPoint(round(handle.x), round(handle.y))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(view, at + QPoint(0, 90))
    with qtbot.assertNotEmitted(view.bounds_edited):
        qtbot.keyClick(view, KEY.Key_Escape)
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at)


def test_every_theme_and_direction_paints(view: TimelineView) -> None:
    for theme in ("light", "dark", "contrast"):
        view.set_colors(load(theme))
        for vertical in (True, False):
            view.set_vertical(vertical)
            view.focus_row(2)
            assert not view.grab().isNull()


def test_it_is_one_tab_stop(view: TimelineView) -> None:
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert all(child.focusPolicy() == Qt.FocusPolicy.NoFocus for child in view.findChildren(QWidget))
