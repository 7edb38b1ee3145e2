"""The bar over an article: its publication date, where that comes from, and how to change it in place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from dateline.core.model import Article, Confidence, DateCandidate
from dateline.errors import UsageError
from dateline.gui.language.dates import published_words
from dateline.gui.language.i18n import tr, trn
from dateline.gui.language.phrases import read_publication
from dateline.gui.language.told import told, told_error
from dateline.gui.widgets import builders as w
from dateline.gui.widgets.elided import Elided
from dateline.gui.widgets.plain import tip

CONFIDENCE = {
    Confidence.CERTAIN: "certain",
    Confidence.LIKELY: "likely",
    Confidence.GUESS: "a guess",
    Confidence.UNKNOWN: "unknown",
}
MOST_CHIPS = 4
_EDGES = 32  # pixels beside what the bar says
_A_WORD = 10  # letters of evidence, at least


class DateBar(QFrame):
    """Shows and changes an article's publication date.

    `chosen` carries (ISO date or None, evidence in words); `next_unresolved` asks for the next expression that waits.
    """

    chosen = Signal(object, str)
    next_unresolved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        w.flat(self)
        self._article: Article | None = None
        self._waiting: Sequence[str] = ()
        self._picture = w.Picture("calendar")
        self.date = w.button("", self.edit, kind="link", hint=tr("Change the publication date"))
        self.badge = w.label("", "badge")
        self.evidence = Elided("muted")
        self.waiting = w.button("", self.next_unresolved.emit, kind="link", picture="unresolved")
        self.waiting.setToolTip(tr("Go to the next expression that waits for a date"))
        shown = w.row(self.date, self.badge, self.evidence)
        shown.setStretch(2, 1)
        self._shown = w.frame("plain", shown)
        self.field = w.field(tr("Publication date"), tr("30 March 2025 or 2025-03-30"))
        self.field.setMinimumWidth(230)
        self.field.setMaximumWidth(260)
        self.field.returnPressed.connect(self._typed)
        self.field.textEdited.connect(lambda _text: w.restyle(self.field, "kind", ""))
        self.ok = w.button(tr("Set date"), self._typed, kind="primary")
        self.cancel = w.icon_button("clear", tr("Keep the date as it is"), self._stop)
        self.unset = w.button(tr("Unknown"), lambda: self._choose(None, ""), kind="chip")
        self.problem = w.label("", "warning", wrap=True)
        self._chips = w.row()
        chips = QWidget()
        chips.setLayout(self._chips)
        self.message = w.label("", wrap=True)
        self._edit = w.frame(
            "plain",
            w.column(
                self.message,
                6,
                w.row(self.field, self.ok, self.cancel, None),
                self.problem,
                6,
                chips,
            ),
        )
        self._chip_box = chips
        layout = w.row(self._picture, self._shown, self._edit, self.waiting, margins=(16, 8, 16, 8))
        layout.setStretch(1, 1)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setAccessibleName(tr("Publication date"))
        self.show_article(None, ())

    def show_article(self, article: Article | None, waiting: Sequence[str]) -> None:
        """Show this article's date; the expressions of it that are ``waiting`` lack one."""
        other = article is None or self._article is None or article.id != self._article.id
        changed = other or article != self._article
        self._article, self._waiting = article, waiting
        self.setVisible(article is not None)
        if article is None:
            return
        self.date.setText(published_words(article.published))
        self.date.setAccessibleName(tr("Published {date}. Change").format(date=published_words(article.published)))
        self.badge.setText(tr(CONFIDENCE[article.published_confidence]))
        self.evidence.setText(told(article.evidence))
        self.waiting.setText(trn("{n} unresolved", "{n} unresolved", len(waiting)))
        self.waiting.setVisible(bool(waiting) and article.published is not None)
        if changed:
            self._fill_chips(article)
            self._set_editing(article.published is None)
        self._fit()
        self._say()

    def _fit(self) -> None:
        """Say how sure the date is, and what tells it, as far as there is room; the date itself is always whole."""
        if self._article is None or self._article.published is None:
            return
        others = [part for part in (self._picture, self.date, self.waiting) if not part.isHidden()]
        gap = self.fontMetrics().averageCharWidth()
        room = self.contentsRect().width() - _EDGES - sum(part.sizeHint().width() + gap for part in others)
        badge = self.badge.sizeHint().width() + gap
        self.badge.setVisible(room >= badge)
        self.evidence.setVisible(room - badge >= _A_WORD * gap)
        sure = f"{self.badge.text()}: {self.evidence.text()}" if self.evidence.text() else self.badge.text()
        self.date.setToolTip(tip(f"{tr('Change the publication date')}\n{sure}"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def edit(self) -> None:
        """Let the reader change the date, here."""
        self._set_editing(True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._edit.isHidden():
            self._stop()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        if self._article is None:
            return
        if self._article.published is not None:
            self.message.setText(tr("When was this article published?"))
        elif self._waiting:
            self.message.setText(
                tr("No publication date found.")
                + " "
                + trn(
                    "One expression waits for it: “{words}”.",
                    "{n} expressions such as “{words}” wait for it.",
                    len(self._waiting),
                    words=self._waiting[0],
                )
            )
        else:
            self.message.setText(tr("No publication date found."))

    def _set_editing(self, editing: bool) -> None:
        article = self._article
        unknown = article is not None and article.published is None
        self._edit.setVisible(editing)
        self._shown.setVisible(not editing)
        self.cancel.setVisible(editing and not unknown)
        self.unset.setVisible(editing and not unknown)
        self.problem.hide()
        w.restyle(self, "kind", "banner" if unknown else "bar")
        self._picture.show_icon("warning" if unknown else "calendar")
        if editing and article is not None:
            self.field.setText(article.published or "")
            w.restyle(self.field, "kind", "")

    def _stop(self) -> None:
        if self._article is not None and self._article.published is not None:
            self._set_editing(False)
            self.date.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_chips(self, article: Article) -> None:
        while self._chips.count():
            item = self._chips.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and widget is not self.unset:
                widget.hide()
                widget.deleteLater()
        offered: dict[str, DateCandidate] = {}
        for candidate in article.candidates:
            if candidate.value != article.published:
                offered.setdefault(candidate.value, candidate)
        for candidate in list(offered.values())[:MOST_CHIPS]:
            self._chips.addWidget(self._chip(candidate))
        self._chips.addWidget(self.unset)
        self._chips.addStretch(1)
        self._chip_box.setVisible(bool(offered) or article.published is not None)

    def _chip(self, candidate: DateCandidate) -> QWidget:
        words = published_words(candidate.value)
        if candidate.kind == "updated":
            words = tr("{date} (updated)").format(date=words)
        elif candidate.kind == "saved":
            words = tr("{date} (saved)").format(date=words)
        hint = tr("{where}: “{words}” ({sure})").format(
            where=told(candidate.where), words=candidate.words, sure=tr(CONFIDENCE[candidate.confidence])
        )
        value, evidence = candidate.value, tr("chosen by hand: {where}").format(where=told(candidate.where))
        return w.button(words, lambda: self._choose(value, evidence), kind="chip", hint=hint)

    def _typed(self) -> None:
        try:
            value = read_publication(self.field.text(), self._article)
        except UsageError as error:
            w.restyle(self.field, "kind", "wrong")
            self.problem.setText(told_error(error))
            self.problem.show()
            return
        self._choose(value, tr("typed by hand"))

    def _choose(self, value: str | None, evidence: str) -> None:
        self._set_editing(False)
        self.chosen.emit(value, evidence)
