"""A scroll bar that shows where in the text the events are, and where something waits for the reader."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget


class TickBar(QScrollBar):
    """A vertical scroll bar with ticks: (share of the way down, colour)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._ticks: dict[str, list[float]] = {}

    def show_ticks(self, ticks: Sequence[tuple[float, str]]) -> None:
        """Show these ticks and no others."""
        self._ticks = {}
        for share, color in ticks:
            self._ticks.setdefault(color, []).append(share)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        for color, shares in self._ticks.items():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(color))
            for row in {round(share * (self.height() - 4)) for share in shares}:
                painter.drawRoundedRect(QRectF(self.width() - 5, row + 1, 4, 2), 1, 1)
