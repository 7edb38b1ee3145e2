"""Parts of the inspector: tags as chips, and the sources of an event side by side."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QScrollArea, QWidget

from dateline.core.model import Event

from . import widgets as w
from .dates import published_words, when
from .document import Document
from .i18n import tr, trn
from .words import CERTAINTY


class Tags(QWidget):
    """Tags as chips that go on a click, and a field for another. `added` and `removed` carry a tag."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._chips = QHBoxLayout()
        self._chips.setSpacing(4)
        self.field = w.field(tr("Add a tag"), tr("Add a tag"))
        self.field.setMinimumWidth(90)
        self.field.returnPressed.connect(self._add)
        layout = w.row(self._chips, self.field)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.field)

    def show_tags(self, tags: Sequence[str], known: Sequence[str]) -> None:
        """Show these tags; ``known`` ones are offered while typing."""
        while self._chips.count():
            item = self._chips.takeAt(0)
            chip = item.widget() if item is not None else None
            if chip is not None:
                chip.hide()
                chip.deleteLater()
        for tag in tags:
            chip = w.button(f"{tag} ×", partial(self.removed.emit, tag), kind="chip")
            chip.setAccessibleName(tr("Remove the tag {tag}").format(tag=tag))
            chip.setToolTip(chip.accessibleName())
            self._chips.addWidget(chip)
        completer = QCompleter(list(known), self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)

    def _add(self) -> None:
        name = " ".join(self.field.text().split())
        self.field.clear()
        if name:
            self.added.emit(name)


class Sources(QWidget):
    """Where an event is told: each article's sentence on a card, several side by side. `chosen` carries an article."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._head = w.label("", "section")
        self._cards = QHBoxLayout()
        self._cards.setSpacing(8)
        self._inside = inside = QWidget()
        inside.setLayout(self._cards)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self.setLayout(w.column(self._head, 4, self._scroll))

    def show_sources(self, document: Document, members: Sequence[Event]) -> None:
        """Show where these events, one or the members of a merged one, are told."""
        while self._cards.count():
            item = self._cards.takeAt(0)
            card = item.widget() if item is not None else None
            if card is not None:
                card.hide()
                card.deleteLater()
        told = [event for event in members if event.article is not None]
        self._head.setText(trn("Told by {n} article", "Told by {n} articles", len({e.article for e in told})))
        self.setVisible(bool(told))
        for event in told:
            self._cards.addWidget(self._card(document, event, alone=len(told) == 1))
        self._scroll.setFixedHeight(self._inside.sizeHint().height() + (0 if len(told) == 1 else 14))

    def _card(self, document: Document, event: Event, *, alone: bool) -> QFrame:
        article = document.article(event.article)
        title = article.title if article is not None else tr("An article in the bin")
        sentence = article.text[event.sentence_start : event.sentence_end] if article is not None else event.text
        quote = w.label("“" + " ".join(sentence.split()) + "”", wrap=True, selectable=True)
        quote.setMinimumWidth(160)
        date = published_words(article.published) if article is not None and article.published else ""
        foot = " · ".join(part for part in (date, when(event), tr(CERTAINTY[event.certainty])) if part)
        link = w.button(_short(title), lambda: self.chosen.emit(event.article), kind="link", hint=title)
        card = w.frame(
            "card", w.column(link, 2, quote, 4, w.label(foot, "muted", wrap=True), None, margins=(8, 6, 10, 8))
        )
        if not alone:
            card.setFixedWidth(250)
        return card


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
