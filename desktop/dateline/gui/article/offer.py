"""A button beside words that were selected in the article: make an event of them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QTextEdit

from dateline.gui.language.i18n import tr
from dateline.gui.widgets import builders as w
from dateline.gui.widgets.icons import icon

FEWEST = 3
"""Letters that have to be selected."""


class Offer(QPushButton):
    """Lies over the text below the end of a selection, for as long as it stands and does not move."""

    def __init__(self, text: QTextEdit) -> None:
        super().__init__(tr("Event from this…"), w.viewport(text))
        self._text = text
        self.setAccessibleName(self.text())
        self.setProperty("kind", "chip")
        self.setIcon(icon("plus"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()
        text.selectionChanged.connect(self.hide)
        text.verticalScrollBar().valueChanged.connect(lambda _value: self.hide())

    def show_beside(self) -> None:
        """Show it where the selection ends, within the text's pane."""
        cursor = self._text.textCursor()
        if cursor.selectionEnd() - cursor.selectionStart() < FEWEST:
            return
        cursor.setPosition(cursor.selectionEnd())
        end, size, room = self._text.cursorRect(cursor), self.sizeHint(), w.viewport(self._text).rect()
        below = end.bottom() + 8
        top = below if below + size.height() <= room.bottom() else end.top() - size.height() - 8
        self.resize(size)
        self.move(QPoint(max(min(end.left() - size.width() // 2, room.right() - size.width()), 0), max(top, 0)))
        self.show()
        self.raise_()
