"""An event's title, typed on as many lines as it needs."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from dateline.gui.language.i18n import tr
from dateline.gui.widgets import builders as w

MOST = 4
"""Lines shown at once."""
EDGE = 12
"""Pixels of border and padding, above and below together."""


class TitleField(QPlainTextEdit):
    """One paragraph that wraps and grows; `entered` says that it is done, by Enter or by leaving."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Title"))
        self.setProperty("kind", "title")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it would lie over the last line
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)

    def text(self) -> str:
        """The title."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show a title, but not in place of one that is being typed."""
        if not self.isModified() and text != self.text():
            self.setPlainText(text)

    def isModified(self) -> bool:
        """Whether the reader has typed something that is not entered."""
        return self.document().isModified()

    def setModified(self, modified: bool) -> None:  # as of a QLineEdit
        """Say whether something is typed that is not entered."""
        self.document().setModified(modified)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and not self.isModified() and w.asks_undo(event):
            event.ignore()  # as in a `Field`
            return False
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.entered.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words on one line."""
        self.insertPlainText(" ".join(source.text().split()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = min(max(int(self.document().size().height()), 1), MOST)
        height = lines * QFontMetrics(self.font()).lineSpacing() + EDGE
        if self.height() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
