"""How the timeline moves under hand and wheel."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.timeline.made import wheel

from dateline.gui.timeline import motion
from dateline.gui.timeline.motion import Motion
from dateline.gui.timeline.view import TimelineView

NONE = Qt.KeyboardModifier.NoModifier


def test_the_wheel_moves_on_and_slows_down(view: TimelineView, qtbot: QtBot) -> None:
    before = view.visible_range
    wheel(view, -2)
    assert view.visible_range[0] > before[0]
    assert view._motion.moving
    first = view.visible_range
    qtbot.waitUntil(lambda: not view._motion.moving, timeout=3000)
    assert view.visible_range[0] > first[0]
    assert view.visible_range[1] - view.visible_range[0] == before[1] - before[0]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time that the hand's speed is measured by, set by the test."""
    now = [10.0]
    monkeypatch.setattr(motion, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def slid() -> list[float]:
    """By how many pixels it slid, each time."""
    return []


@pytest.fixture
def moving(slid: list[float], clock: list[float], qapp: QApplication) -> Motion:
    return Motion(slid.append)


def tick(moving: Motion, times: int) -> None:
    for _ in range(times):
        if moving.moving:
            moving._timer.timeout.emit()


def test_a_hand_that_lets_go_while_it_moves_lets_it_slide_on_and_slow_down(
    moving: Motion, slid: list[float], clock: list[float]
) -> None:
    moving.grab(QPointF(0, 100), vertical=True)
    for step in range(1, 6):
        clock[0] += 0.016
        assert moving.drag(QPointF(50, 100 - 20 * step)) == -20
    moving.let_go()
    assert moving.moving
    tick(moving, 5)
    assert slid == sorted(slid, reverse=True)
    assert 0 < slid[-1] < slid[0] < 20
    tick(moving, 500)
    assert not moving.moving


def test_a_hand_that_rests_before_it_lets_go_leaves_it_where_it_is(moving: Motion, clock: list[float]) -> None:
    moving.grab(QPointF(100, 0), vertical=False)
    clock[0] += 0.016
    assert moving.drag(QPointF(60, 30)) == -40
    clock[0] += 0.5
    moving.let_go()
    assert not moving.moving


def wheel_event(pixels: QPoint, angle: QPoint, keys: Qt.KeyboardModifier = NONE) -> QWheelEvent:
    phase, inverted = Qt.ScrollPhase.NoScrollPhase, False
    return QWheelEvent(QPointF(), QPointF(), pixels, angle, Qt.MouseButton.NoButton, keys, phase, inverted)


def test_a_touch_pad_moves_by_its_pixels_and_not_on(moving: Motion, slid: list[float]) -> None:
    moving.wheel(wheel_event(QPoint(0, -7), QPoint(0, -30)), _never, _never)
    moving.wheel(wheel_event(QPoint(5, 0), QPoint(20, 0)), _never, _never)
    assert slid == [7, -5]
    assert not moving.moving


def _never(_pixels: float) -> None:
    raise AssertionError("neither zooms nor scrolls")


def test_ctrl_zooms_and_shift_goes_across_lanes(moving: Motion, slid: list[float]) -> None:
    zoomed: list[float] = []
    scrolled: list[float] = []
    up = QPoint(0, 120)
    for keys in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier):
        moving.wheel(wheel_event(QPoint(), up, keys), zoomed.append, scrolled.append)
        moving.wheel(wheel_event(QPoint(), -up, keys), zoomed.append, scrolled.append)
    assert zoomed[0] > 1 > zoomed[1]
    assert zoomed[0] * zoomed[1] == pytest.approx(1)
    assert scrolled == [-60, 60]
    assert slid == []


def test_however_fast_the_wheel_is_turned_it_moves_no_faster_than_one_can_see(
    moving: Motion, slid: list[float]
) -> None:
    for _ in range(40):
        moving.wheel(wheel_event(QPoint(), QPoint(0, -120)), _never, _never)
    assert max(slid) == 90
    moving.stop()
    assert not moving.moving


def test_a_pinch_of_the_touch_pad_zooms_where_the_fingers_are(moving: Motion) -> None:
    zoomed: list[tuple[float, float | None]] = []
    pad, at = QPointingDevice.primaryPointingDevice(), QPointF(30, 70)
    for kind, taken in ((Qt.NativeGestureType.ZoomNativeGesture, True), (Qt.NativeGestureType.PanNativeGesture, False)):
        pinch = QNativeGestureEvent(kind, pad, 2, at, at, at, 0.25, QPointF())
        assert moving.gesture(pinch, lambda factor, where: zoomed.append((factor, where))) is taken
    assert zoomed == [(1.25, 70)]
    assert not moving.gesture(QEvent(QEvent.Type.KeyPress), lambda factor, where: zoomed.append((factor, where)))
