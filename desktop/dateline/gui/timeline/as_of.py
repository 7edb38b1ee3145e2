"""A slider over the days on which articles were published: what was known on each, and which dates moved since."""

from bisect import bisect_right
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QSlider

from dateline.app.known import moved_since
from dateline.core.moment import DAY, Moment, parse_partial
from dateline.gui.language.dates import day
from dateline.gui.language.i18n import number, tr, trn
from dateline.gui.widgets import builders as w
from dateline.gui.workspace.document import Document

PAUSE = 120
"""Milliseconds that the slider rests before the events are looked for."""


class AsOfBar(QFrame):
    """Sets the filter's ``as_of``; at its end everything counts. `moved_wanted` asks for the dates that moved."""

    moved_wanted = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        w.flat(self)
        self.setProperty("kind", "bar")
        self.setAccessibleName(tr("As of a day"))
        self._document = document
        self._days: list[Moment] = []
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Articles published until this day count"))
        self.slider.setMinimumWidth(90)
        self.words = w.label("", wrap=True)
        self.moved = w.button("", self.moved_wanted.emit, kind="link")
        close = w.icon_button("clear", tr("Show what is known now"), lambda: self.show_bar(shown=False))
        layout = w.row(w.Picture("clock"), self.slider, self.words, self.moved, close, margins=(12, 4, 8, 4))
        layout.setStretch(1, 1)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE)
        self._rest.timeout.connect(self._take)
        self.slider.valueChanged.connect(lambda _value: self._rest.start())
        document.changed.connect(lambda _change: self._refresh())
        document.filter_changed.connect(self._refresh)
        self._refresh()

    def show_bar(self, *, shown: bool) -> None:
        """Show it, or hide it and count every article again."""
        self.setVisible(shown)
        if shown:
            self._refresh()
            self.slider.setFocus()
        elif self._document.filter.as_of is not None:
            self._document.set_filter(replace(self._document.filter, as_of=None))

    def _refresh(self) -> None:
        if self.isHidden():
            return
        ends = [parse_partial(row.published).until for row in self._document.headings() if row.published]
        days = sorted(end for end in ends if end is not None)
        self._days = sorted({(end - 1) // DAY * DAY for end in days})
        as_of = self._document.filter.as_of
        self.slider.blockSignals(True)
        self.slider.setRange(0, len(self._days))
        self.slider.setValue(len(self._days) if as_of is None else max(bisect_right(self._days, as_of) - 1, 0))
        self.slider.blockSignals(False)
        if as_of is None:
            self.words.setText(tr("Everything that is known now"))
            self.moved.hide()
            return
        known = bisect_right(days, as_of // DAY * DAY + DAY)
        told = tr("Known on {day}: {n} of {all} articles")
        self.words.setText(told.format(day=day(as_of), n=number(known), all=number(len(self._document.headings()))))
        moved = len(moved_since(self._document.library, as_of, self._document.filter))
        self.moved.setText(trn("{n} date moved since", "{n} dates moved since", moved))
        self.moved.setAccessibleName(self.moved.text())
        self.moved.setVisible(moved > 0)

    def _take(self) -> None:
        place = self.slider.value()
        as_of = self._days[place] if place < len(self._days) else None
        self._document.set_filter(replace(self._document.filter, as_of=as_of))
