"""What every view of events does alike under hand: focus, tips, pinches, and what it leaves behind."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from .motion import Motion

SETTLING = 250
"""Milliseconds after the first painting when what can wait is made."""


class Hand(QWidget):
    """A painted view that is moved by hand, wheel and pinches, and is one tab stop."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motion = Motion(self.pan)  # first: `event` asks it from now on
        self._motion.live_in(self)
        self._hover: int | None = None
        self._pressed: QPointF | None = None
        self._panning = self._readable = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setMouseTracking(True)
        self.setMinimumSize(220, 160)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(words)
        self.setObjectName(name)
        self.grabGesture(Qt.GestureType.PinchGesture)

    def pan(self, pixels: float) -> None:
        """Move along by pixels."""
        raise NotImplementedError

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Show less time, or more, around a pixel."""
        raise NotImplementedError

    def tip_words(self, x: float, y: float) -> str:
        """What hovering at a point says; "" for nothing."""
        raise NotImplementedError

    def _tell_reader(self, _what: int | None) -> None:
        """Tell screen readers that something has the focus, or (None) that what is shown is other; views do."""

    def _frame(self, painter: QPainter, color: str) -> None:
        """Show that the view as a whole has the focus."""
        painter.setPen(QPen(QColor(color), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _painted(self) -> None:
        """After each painting: from the first on, screen readers are told."""
        if not self._readable:
            self._readable = True
            QTimer.singleShot(SETTLING, self, lambda: self._tell_reader(None))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        self._hover_over(None)

    def event(self, event: QEvent) -> bool:
        """Tool tips and pinches."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.tip_words(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), words, self) if words else QToolTip.hideText()
            return True
        if self._motion.gesture(event, self.zoom):
            return True
        return super().event(event)

    def _hover_over(self, event: int | None) -> None:
        if event != self._hover:
            self._hover = event
            self.update()
