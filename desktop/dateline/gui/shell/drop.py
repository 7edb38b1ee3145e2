"""Dropping files: which paths a drop carries, and the veil that says where they will go."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from dateline.gui.language.i18n import tr
from dateline.gui.widgets.theme import colors


def paths_of(data: QMimeData) -> list[Path]:
    """The local files and folders that are dropped or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


class DropVeil(QWidget):
    """Lies over the window while files are dragged over it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def appear(self) -> None:
        """Cover the window."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(c.window)
        veil.setAlpha(225)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(c.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(24, 24, -24, -24), 16, 16)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        painter.setFont(font)
        painter.setPen(QColor(c.text))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), tr("Drop to add to the library"))


class DropWindow(QMainWindow):
    """A window that files, pages and text are dropped on."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def takes_drops(self) -> bool:
        """Whether anything can be dropped now."""
        raise NotImplementedError

    def dropped(self, data: QMimeData) -> None:
        """Take what was dropped."""
        raise NotImplementedError

    @cached_property
    def veil(self) -> DropVeil:
        """What lies over the window while something is dragged over it."""
        return DropVeil(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if event.source() is None and self.takes_drops() and (paths_of(data) or data.hasText()):
            event.acceptProposedAction()
            self.veil.appear()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.veil.hide()
        event.acceptProposedAction()
        self.dropped(event.mimeData())
