"""When something happened, typed in words, with what the words mean shown as they are typed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from dateline.core.model import Article
from dateline.errors import UsageError
from dateline.gui.language.i18n import tr
from dateline.gui.language.phrases import BLANK, NAMES, meaning, read_bounds, said, taken_apart
from dateline.gui.language.told import told_error
from dateline.gui.widgets import builders as w

PAUSE = 200
"""Milliseconds without a key after which the words are read."""


class WhenField(QWidget):
    """A way of saying when to choose (On, Around, Between…), a line for it, and what it means.

    `entered` carries the `Bounds` of what was typed, once the reader is done with it.
    """

    entered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)
        self.how = w.choice(tr("How the date is meant"), [(name, tr(words)) for name, words in NAMES.items()])
        self.how.setSizePolicy(self.how.sizePolicy().Policy.Fixed, self.how.sizePolicy().Policy.Fixed)
        self.how.activated.connect(self._choose)
        self.line = w.field(tr("When"), tr("29 March 2025, around 1870, from 2019 to 2021…"))
        self.line.setMinimumWidth(120)
        self.line.textEdited.connect(lambda _text: self._pause.start())
        self.line.editingFinished.connect(self.finish)
        self.preview = w.label("", "muted", wrap=True, selectable=True)
        self.problem = w.label("", "warning", wrap=True)
        self._article: Article | None = None
        self._shown, self._sentence = "", ""
        line = w.row(self.how, self.line)
        line.setStretch(1, 1)
        self.setLayout(w.column(line, 4, self.preview, self.problem))
        self.show_words("", "", None)

    def show_words(self, words: str, sentence: str, article: Article | None) -> None:
        """Show words that are already known, with a sentence on what they mean; ``article`` is what they lean on."""
        self._pause.stop()
        self._shown, self._sentence, self._article = words, sentence, article
        self.line.setText(words)
        self.line.setCursorPosition(0)
        self._set_how()
        self._say(sentence)

    def look(self) -> object:
        """Show what the words mean, or what is not understood; returns their `Bounds`, None where they have none."""
        self._pause.stop()
        self._set_how()
        text = self.line.text().strip()
        if text == self._shown and text:
            self._say(self._sentence)
            return None
        try:
            bounds = read_bounds(text, self._article)
        except UsageError as error:
            self._say(told_error(error), wrong=True)
            return None
        self._say(meaning(bounds))
        return bounds

    def _choose(self, _row: int) -> None:
        _, first, second = taken_apart(self.line.text())
        self.line.setText(said(self.how.currentData(), first.replace(BLANK, ""), second.replace(BLANK, "")))
        self.line.setModified(True)
        place = self.line.text().find(BLANK)
        if place >= 0:
            self.line.setSelection(place, 1)
            self._say(tr("Type a date in place of “{blank}”.").format(blank=BLANK))
        else:
            self.look()
        self.line.setFocus()

    def finish(self) -> None:
        """Enter what was typed, where it can be read."""
        self.line.setModified(False)
        if self.line.text().strip() != self._shown and (bounds := self.look()) is not None:
            self.entered.emit(bounds)

    def _set_how(self) -> None:
        self.how.setCurrentIndex(self.how.findData(taken_apart(self.line.text())[0]))

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        w.restyle(self.line, "kind", "wrong" if wrong else "")
        for label, text in ((self.preview, "" if wrong else sentence), (self.problem, sentence if wrong else "")):
            label.setText(text)
            label.setVisible(bool(text))
