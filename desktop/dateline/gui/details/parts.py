"""Parts of the inspector: tags as chips, and the sources of an event side by side."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QScrollArea, QWidget

from dateline.core.model import Certainty, Event
from dateline.gui.language.dates import published_words, when
from dateline.gui.language.i18n import tr, trn
from dateline.gui.language.words import CERTAINTY
from dateline.gui.widgets import builders as w
from dateline.gui.widgets import plain
from dateline.gui.workspace.document import Document
from dateline.timeline.disagreement import disagreements

CARD = 250
"""Pixels of width of one of several cards."""
DISAGREE = {"date": "Date", "numbers": "Numbers", "who": "Who", "certainty": "Certainty"}


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
            chip.setToolTip(plain.tip(chip.accessibleName()))
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
    """Where an event is told: each article's sentence on a card, several side by side, with what they disagree on.

    `chosen` carries an article; `apart` a member that is to leave the merged event (offered where ``splits``).
    """

    chosen = Signal(object)
    apart = Signal(object)

    def __init__(self, *, splits: bool = True) -> None:
        super().__init__()
        self._splits = splits
        self._head = w.label("", "section")
        self.copies = w.label(tr("Joined without asking: copies of one sentence"), "muted", wrap=True)
        self.copies.setToolTip(tr("What does not belong can be split off; it is not joined again."))
        self.disagree = w.label("", "warning", wrap=True)
        self._cards = QHBoxLayout()
        self._cards.setSpacing(8)
        self._inside = inside = QWidget()
        inside.setLayout(self._cards)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self.setLayout(w.column(self._head, self.copies, 4, self.disagree, 4, self._scroll))
        self.hide()  # until there is something to show

    def show_sources(self, document: Document, members: Sequence[Event]) -> None:
        """Show where these events, one or the members of a merged one, are told."""
        while self._cards.count():
            item = self._cards.takeAt(0)
            card = item.widget() if item is not None else None
            if card is not None:
                card.hide()
                card.deleteLater()
        told_by = [event for event in members if event.article is not None]
        alone = len(told_by) < 2
        self._head.setText(trn("Told by {n} article", "Told by {n} articles", len({e.article for e in told_by})))
        self.setVisible(bool(told_by))
        merge = document.library.merge(told_by[0].merge) if not alone and told_by[0].merge is not None else None
        self.copies.setVisible(merge is not None and merge.copies)
        about, differing = differences(told_by) if len(told_by) > 1 else ("", {})
        self.disagree.setText(about)
        self.disagree.setVisible(bool(about))
        for event in told_by:
            self._cards.addWidget(self._card(document, event, differing.get(event.id, ""), alone=alone))
        if not alone:
            self._cards.addStretch(1)
        self._fit(alone=alone)

    def _fit(self, *, alone: bool) -> None:
        """Be as high as the highest card, so that only many cards scroll, and only across."""
        if alone:
            self._scroll.setFixedHeight(self._inside.sizeHint().height())
            return
        layouts = [card.layout() for card in self._inside.findChildren(QFrame) if card.property("kind") == "card"]
        heights = [layout.heightForWidth(CARD - 2) for layout in layouts if layout is not None]
        self._scroll.setFixedHeight(max(heights, default=0) + 18)

    def _card(self, document: Document, event: Event, differing: str, *, alone: bool) -> QFrame:
        article = document.article(event.article)
        title = article.title if article is not None else tr("An article in the bin")
        sentence = article.text[event.sentence_start : event.sentence_end] if article is not None else event.text
        quote = w.label("“" + " ".join(sentence.split()) + "”", wrap=True, selectable=True)
        quote.setMinimumWidth(160)
        date = published_words(article.published) if article is not None and article.published else ""
        foot = " · ".join(part for part in (date, when(event), tr(CERTAINTY[event.certainty])) if part)
        link = w.button(_short(title), lambda: self.chosen.emit(event.article), kind="link", hint=title)
        if not alone:
            link.setText(plain.caption(link.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, CARD - 40)))
        link.setAccessibleName(title)
        parts: list[QWidget | int | None] = [link, 2, quote, 4, w.label(foot, "muted", wrap=True)]
        if differing:
            parts += [4, w.label(differing, "warning", wrap=True)]
        parts.append(None)
        if not alone and self._splits:
            apart = w.button(tr("Split off"), lambda: self.apart.emit(event), kind="link")
            apart.setToolTip(tr("Show this by itself again"))
            apart.setAccessibleName(tr("Split off: {title}").format(title=event.title))
            parts.append(apart)
        card = w.frame("card", w.column(*parts, margins=(8, 6, 10, 8)))
        if not alone:
            card.setFixedWidth(CARD)
        return card


def differences(events: Sequence[Event]) -> tuple[str, dict[int, str]]:
    """What the tellings of an event disagree on, in a sentence, and what each event (by its id) says of it."""
    said: dict[int, list[str]] = {event.id: [] for event in events}
    dates = {event.id: when(event) for event in events}
    names = []
    for found in disagreements(events):
        name = tr(DISAGREE[found.about])
        names.append(name)
        for event, words in found.said:
            what = dates[event] if found.about == "date" else words
            what = tr(CERTAINTY[Certainty(words)]) if found.about == "certainty" else what
            said[event].append(f"{name}: {what}")
    about = tr("The sources disagree: {what}.").format(what=", ".join(names)) if names else ""
    return about, {event: "\n".join(lines) for event, lines in said.items()}


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
