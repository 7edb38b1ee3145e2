"""A card over the panes: one sentence about what just happened or went wrong; it pushes nothing aside."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from dateline.gui.language.i18n import tr
from dateline.gui.language.told import told
from dateline.gui.widgets import builders as w
from dateline.gui.widgets.theme import colors

WIDEST, MARGIN = 720, 20
"""Pixels that it takes at the most, and leaves around it."""
LASTING = 9_000
"""Milliseconds that a mere piece of news stays; a warning stays until closed."""


class Notice(QFrame):
    """Shows one notice at a time; a newer one takes the place of the older."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = w.Picture("info")
        self.text = w.label("", wrap=True, selectable=True)
        self._action = w.button("", self._run, kind="link")
        self._slot: Callable[[], object] | None = None
        self._undoes = False
        self._panes: QWidget | None = None
        close = w.icon_button("clear", tr("Close this notice"), self.hide)
        layout = w.row(self._picture, self.text, self._action, close, margins=(14, 8, 8, 8))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, sentence: str, action: str = "", slot: Callable[[], object] | None = None) -> None:
        """Say what happened, with something to do about it where there is something; goes by itself."""
        self._show(sentence, "info", "notice", action, slot)
        self._undoes = False
        self._timer.start(LASTING)

    def tell_undoable(self, sentence: str, undo: Callable[[], object]) -> None:
        """Say what was just done, with a way back; goes with the next change, which Undo would take back instead."""
        self.tell(sentence, tr("Undo"), undo)
        self._undoes = True

    def warn(self, sentence: str, action: str = "", slot: Callable[[], object] | None = None) -> None:
        """Say what went wrong; stays until it is closed."""
        self._show(sentence, "warning", "alarm", action, slot)
        self._undoes = False
        self._timer.stop()

    def settle(self) -> None:
        """Let a warning, or the offer to undo, go once the reader has gone on."""
        if self.property("kind") == "alarm" or self._undoes:
            self.hide()

    def _show(self, sentence: str, picture: str, kind: str, action: str, slot: Callable[[], object] | None) -> None:
        sentence = told(sentence)
        self._picture.show_icon(picture, colors().warning if picture == "warning" else None)
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self._slot = slot
        w.restyle(self, "kind", kind)
        self.show()
        self._place()
        self.raise_()

    def lie_over(self, panes: QWidget) -> None:
        """Lie at the foot of these panes from now on."""
        self.setParent(panes.parentWidget())
        self._panes = panes
        panes.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self._panes is None:
            return
        room = self._panes.geometry()
        words = self.text.fontMetrics().horizontalAdvance(self.text.text()) + self._action.sizeHint().width() + 130
        width = min(words, WIDEST, room.width() - 2 * MARGIN)
        layout = self.layout()
        height = layout.heightForWidth(width) if layout is not None else 0
        corner = QPoint(room.left() + (room.width() - width) // 2, room.bottom() - height - MARGIN)
        self.setGeometry(QRect(corner, QSize(width, height)))

    def _run(self) -> None:
        self.hide()
        if self._slot is not None:
            self._slot()
