"""Finding words in the article that is being read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from dateline.gui.language.i18n import number, tr
from dateline.gui.widgets import builders as w

MOST_MATCHES = 2000


class FindBar(QFrame):
    """A line to type in and the places found; `found` carries (places, which of them is current)."""

    found = Signal(object, int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        w.flat(self)
        self.setProperty("kind", "bar")
        self._text = ""
        self._places: list[tuple[int, int]] = []
        self._current = -1
        self.field = w.field(tr("Find in the article"), tr("Find in the article"), clear=True)
        self.field.textChanged.connect(self._search)
        self.count = w.label("", "muted")
        self.setLayout(
            w.row(
                self.field,
                self.count,
                w.icon_button("previous", tr("Previous match"), lambda: self.step(-1)),
                w.icon_button("next", tr("Next match"), lambda: self.step(1)),
                w.icon_button("clear", tr("Close the search"), self.close_bar),
                margins=(16, 6, 12, 6),
            )
        )
        self.hide()

    def open_on(self, text: str) -> None:
        """Search this text from now on, and take the keyboard."""
        self._text = _folded(text)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search(self.field.text())

    def close_bar(self) -> None:
        """Close, and unmark what was found."""
        self.hide()
        self._places, self._current = [], -1
        self.found.emit([], -1)
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next match, or with -1 to the one before; round at the ends."""
        if self._places:
            self._current = (self._current + by) % len(self._places)
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _search(self, words: str) -> None:
        self._places = []
        wanted, place = _folded(words), 0
        while wanted and len(self._places) < MOST_MATCHES and (place := self._text.find(wanted, place)) >= 0:
            self._places.append((place, place + len(wanted)))
            place += len(wanted)
        self._current = 0 if self._places else -1
        self._tell()

    def _tell(self) -> None:
        if not self.field.text():
            self.count.setText("")
        elif not self._places:
            self.count.setText(tr("not found"))
        else:
            n, of = number(self._current + 1), number(len(self._places))
            self.count.setText(tr("{n} of {of}").format(n=n, of=of))
        self.found.emit(self._places, self._current)


def _folded(text: str) -> str:
    """Upper and lower case alike, character by character, so that every place stays: not even ß becomes two."""
    whole = text.casefold()
    if len(whole) == len(text):
        return whole
    return "".join(next((to for to in (c.casefold(), c.lower()) if len(to) == 1), c) for c in text)
