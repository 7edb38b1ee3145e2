"""How the timeline moves under hand and wheel: it slides on and slows down."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

_TICK = 16  # milliseconds of a frame
_SLOWING = 0.90  # of its speed that it keeps a frame
_STILL = 0.4  # pixels a frame


class Motion:
    """Turns drags and wheel steps into ``slide(pixels)`` calls, some of them after the hand has let go."""

    def __init__(self, slide: Callable[[float], None]) -> None:
        self._slide = slide
        self._speed = 0.0
        self._last = QPointF()
        self._when = 0.0
        self._vertical = True
        self._timer = QTimer()
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)

    def live_in(self, owner: QObject) -> None:
        """End with the owner."""
        self._timer.setParent(owner)

    def stop(self) -> None:
        """Stand still."""
        self._speed = 0.0
        self._timer.stop()

    @property
    def moving(self) -> bool:
        """Whether it slides on."""
        return self._timer.isActive()

    def grab(self, where: QPointF, vertical: bool) -> None:  # the axis's direction, as everywhere
        """The hand takes hold."""
        self._last, self._when, self._vertical, self._speed = where, monotonic(), vertical, 0.0

    def drag(self, where: QPointF) -> float:
        """The hand moves; how far along the axis since it last did."""
        now = monotonic()
        moved = where.y() - self._last.y() if self._vertical else where.x() - self._last.x()
        passed = max(now - self._when, 0.001)
        self._speed = 0.6 * self._speed + 0.4 * (-moved / passed * _TICK / 1000)
        self._last, self._when = where, now
        return moved

    def let_go(self) -> None:
        """The hand lets go: it slides on if it was moving."""
        if monotonic() - self._when < 0.08 and abs(self._speed) > 2:
            self._timer.start()

    def wheel(self, event: QWheelEvent, zoom: Callable[[float], None], scroll: Callable[[float], None]) -> None:
        """A wheel or touch pad: along the axis, with Ctrl as zoom, with Shift across lanes."""
        pixels, angle = event.pixelDelta(), event.angleDelta()
        keys = event.modifiers()
        if keys & Qt.KeyboardModifier.ControlModifier:
            zoom(1.0015 ** (angle.y() or angle.x()))
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            scroll(-(angle.y() or angle.x()) * 0.5)
        elif not pixels.isNull():
            self._slide(float(-(pixels.y() or pixels.x())))
        else:
            self._speed -= (angle.y() or angle.x()) / 120 * 14
            self._speed = min(max(self._speed, -90.0), 90.0)
            self._tick()
            self._timer.start()

    def gesture(self, event: QEvent, zoom: Callable[[float, float | None], None]) -> bool:
        """Take a pinch; False for any other event."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                zoom(1.0 + event.value(), event.position().y() if self._vertical else event.position().x())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                zoom(pinch.scaleFactor(), None)
                return True
        return False

    def _tick(self) -> None:
        if abs(self._speed) < _STILL:
            self.stop()
            return
        self._slide(self._speed)
        self._speed *= _SLOWING
