"""A line of words that ends in an ellipsis where there is no room for all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from .plain import tip

_LEAST = 4


class Elided(QLabel):
    """Words on one line, cut with an ellipsis, left out where next to none fits; tip and screen readers have all."""

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        if kind:
            self.setProperty("kind", kind)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(tip(text))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """Next to no width: the rest is elided."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())
        if len(words) < _LEAST < len(self.text()):
            return  # "A…" says less than nothing
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), words)
