import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from dateline.core.moment import DAY, moment
from dateline.export.palette import load
from dateline.gui.timeline.minimap import TimelineMinimap
from dateline.timeline.spans import Spans

D = moment(2025, 1, 1)


@pytest.fixture(params=[True, False], ids=["down", "right"])
def minimap(request: pytest.FixtureRequest, qtbot: QtBot) -> TimelineMinimap:
    widget = TimelineMinimap(load("light"), vertical=request.param)
    qtbot.addWidget(widget)
    if request.param:
        widget.resize(46, 500)
    else:
        widget.resize(500, 46)
    at = D + np.arange(300) % 100 * DAY
    widget.set_spans(Spans.make(np.arange(300), at, at + DAY, at, at + DAY, lane=np.arange(300) % 2, lanes=["a", "b"]))
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def at(minimap: TimelineMinimap, along: int) -> QPoint:
    return QPoint(20, along) if minimap.height() > minimap.width() else QPoint(along, 20)


def drag(qtbot: QtBot, minimap: TimelineMinimap, begin: int, end: int) -> None:
    qtbot.mousePress(minimap, Qt.MouseButton.LeftButton, pos=at(minimap, begin))
    qtbot.mouseMove(minimap, at(minimap, (begin + end) // 2))
    qtbot.mouseMove(minimap, at(minimap, end))
    qtbot.mouseRelease(minimap, Qt.MouseButton.LeftButton, pos=at(minimap, end))


def test_it_counts_every_event(minimap: TimelineMinimap) -> None:
    assert minimap.density().sum() == 300
    assert not minimap.grab().isNull()


def test_the_brush_filters_by_whole_days(minimap: TimelineMinimap, qtbot: QtBot) -> None:
    minimap.set_window(D, D + 10 * DAY)
    with qtbot.waitSignal(minimap.brushed) as caught:
        drag(qtbot, minimap, 200, 350)
    begin, until = caught.args
    assert begin % DAY == until % DAY == 0
    assert 25 * DAY < until - begin < 40 * DAY
    assert minimap.brush == (begin, until)
    minimap.grab()
    with qtbot.waitSignal(minimap.cleared):
        qtbot.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=at(minimap, 480))
    assert minimap.brush is None


def test_escape_takes_the_brush_away(minimap: TimelineMinimap, qtbot: QtBot) -> None:
    minimap.set_brush(D, None)
    assert minimap.brush is not None
    with qtbot.waitSignal(minimap.cleared):
        qtbot.keyClick(minimap, Qt.Key.Key_Escape)


def test_dragging_the_window_moves_the_timeline(minimap: TimelineMinimap, qtbot: QtBot) -> None:
    minimap.set_window(D + 40 * DAY, D + 60 * DAY)
    with qtbot.waitSignal(minimap.range_wanted) as caught:
        drag(qtbot, minimap, 250, 300)
    begin, until = caught.args
    assert until - begin == 20 * DAY
    assert begin > D + 40 * DAY


def test_a_click_brings_that_time_into_the_middle(minimap: TimelineMinimap, qtbot: QtBot) -> None:
    minimap.set_window(D, D + 10 * DAY)
    with qtbot.waitSignal(minimap.range_wanted) as caught:
        qtbot.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=at(minimap, 400))
    assert caught.args[0] > D + 60 * DAY
