"""The reader: date bar, article with its marks, and find; the text's half of the shared selection."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from dateline.core.model import Article, Event, TimeExpression
from dateline.gui.language.dates import waits
from dateline.gui.language.i18n import tr
from dateline.gui.language.tips import event_tip, expression_tip
from dateline.gui.widgets import builders as w
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.selection import Selection

from .date_bar import DateBar
from .find_bar import FindBar
from .text import ArticleText, Mark


class ReaderView(QFrame):
    """Shows the selection's article. `date_chosen` carries (ISO date or None, evidence)."""

    date_chosen = Signal(object, str)

    def __init__(self, document: Document, selection: Selection, empty: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "pane")
        self.setAccessibleName(tr("Article"))
        self._document, self._selection = document, selection
        self._article: Article | None = None
        self._events: dict[int, Event] = {}
        self._expressions: list[TimeExpression] = []
        self.date_bar = DateBar()
        self.find_bar = FindBar()
        self.text = ArticleText()
        self.text.setAccessibleName(tr("Article text"))
        self._page = QWidget()
        self._page.setLayout(w.column(self.date_bar, self.find_bar, self.text))
        self._stack = QStackedLayout()
        self._stack.addWidget(empty)
        self._stack.addWidget(self._page)
        self.setLayout(self._stack)
        self.date_bar.chosen.connect(self.date_chosen)
        self.date_bar.next_unresolved.connect(self.next_unresolved)
        self.find_bar.found.connect(self.text.show_matches)
        self.find_bar.closed.connect(self.text.setFocus)
        self.text.event_chosen.connect(self._choose)
        self.text.expression_chosen.connect(self._choose_expression)
        selection.article_changed.connect(self.show_article)
        selection.changed.connect(self._show_selection)
        document.changed.connect(lambda _change: self.refresh())
        document.filter_changed.connect(self._show_marks)

    @property
    def article(self) -> Article | None:
        """The article that is being read."""
        return self._article

    @property
    def events(self) -> Sequence[Event]:
        """The article's events in the order of the text, rejected and binned ones left out."""
        return list(self._events.values())

    def show_article(self) -> None:
        """Read the selection's article from its start."""
        self._load(fresh=True)

    def refresh(self) -> None:
        """Show what changed in the article, and stay where the reader is."""
        if self._selection.article is not None or self._article is not None:
            self._load(fresh=False)

    def set_type(self, size: int, height: int) -> None:
        """Size of the text in points, and height of a line in per cent."""
        self.text.set_type(size, height)

    def search(self) -> None:
        """Open the search in the article."""
        if self._article is not None:
            self.find_bar.open_on(self._article.text)

    def step(self, by: int) -> None:
        """Select the next event in the text, or with -1 the one before."""
        passed = self._filtered()
        events = [event for event in self.events if self._shown(event) and (passed is None or event.id in passed)]
        if not events:
            return
        current = self._events.get(self._selection.last or -1)
        place = current.start if current is not None else self.text.first_visible() - (by > 0)
        if by > 0:
            chosen = next((event for event in events if event.start > place), events[0])
        else:
            chosen = next((event for event in reversed(events) if event.start < place), events[-1])
        self._selection.select([chosen.id])

    def next_unresolved(self) -> bool:
        """Show the next expression without a date, from the cursor on; False where there is none."""
        waiting = [expression for expression in self._expressions if waits(expression)]
        if not waiting:
            return False
        here = self.text.textCursor()
        place = max((e.start for e in waiting if self.text.cursor_at(e.start, e.start) <= here), default=-1)
        chosen = next((e for e in waiting if e.start > place), waiting[0])
        cursor = self.text.cursor_at(chosen.start, chosen.end)
        cursor.clearSelection()
        cursor.setPosition(cursor.position())
        self.text.setTextCursor(cursor)
        self.text.reveal(chosen.start, chosen.end)
        return True

    def _load(self, *, fresh: bool) -> None:
        article = self._document.article(self._selection.article)
        self._stack.setCurrentIndex(0 if article is None else 1)
        if article is None:
            self._article, self._events, self._expressions = None, {}, []
            self.find_bar.hide()
            self.date_bar.show_article(None, ())
            return
        old, self._article = self._article, article
        self._expressions = list(self._document.library.expressions(article.id))
        events = [event for event in self._document.library.events_of(article.id) if not event.binned]
        self._events = {event.id: event for event in sorted(events, key=lambda event: (event.start, event.end))}
        self.date_bar.show_article(article, [each.text for each in self._expressions if waits(each)])
        fresh = fresh or old is None or old.id != article.id or (old.title, old.text) != (article.title, article.text)
        if fresh:
            self.find_bar.hide()
            self.text.show_text(article.title, _byline(article), article.text)
        self._show_marks()
        self._mark_selection()
        if fresh:
            self._reveal_selection()

    def _shown(self, event: Event) -> bool:
        return event.status != "rejected" and event.end > event.start

    def _show_marks(self) -> None:
        if self._article is None:
            return
        shown = self._filtered()
        marks = [
            Mark(e.start, e.end, "event", e.certainty.value if e.main else "passing", e.id, event_tip(e))
            for e in self._events.values()
            if self._shown(e) and (shown is None or e.id in shown)
        ]
        marks += [Mark(e.start, e.end, "expression", _style(e), e.id, expression_tip(e)) for e in self._expressions]
        self.text.show_marks(marks)

    def _filtered(self) -> set[int] | None:
        """The ids of this article's events that the filter lets through; None when there is no filter."""
        if not self._document.filter or self._article is None:
            return None
        if not self._document.narrowed:
            return {event.id for event in self._events.values() if self._document.filter.weighs_enough(event)}
        own = replace(self._document.filter, articles=(self._article.id,))
        return {event.id for event in self._document.library.events(own, limit=100_000)}

    def _show_selection(self) -> None:
        self._mark_selection()
        self._reveal_selection()

    def _mark_selection(self) -> None:
        chosen = [self._events[event] for event in self._selection.events if event in self._events]
        self.text.mark_events(
            [(event.start, event.end) for event in chosen],
            [(event.sentence_start, event.sentence_end) for event in chosen],
        )

    def _reveal_selection(self) -> None:
        last = self._events.get(self._selection.last or -1)
        if last is not None and last.end > last.start:
            self.text.reveal(last.start, last.end)

    def _choose(self, event: int, more: bool) -> None:
        chosen = self._selection.events
        if not more:
            self._selection.select([event])
        elif event in chosen:
            self._selection.select([other for other in chosen if other != event])
        else:
            self._selection.select([*chosen, event])

    def _choose_expression(self, expression: int) -> None:
        hanging = [event.id for event in self.events if event.expression == expression and self._shown(event)]
        if hanging:
            self._selection.select(hanging)
        elif any(e.id == expression and waits(e) for e in self._expressions):
            self.date_bar.edit()


def _style(expression: TimeExpression) -> str:
    if waits(expression):
        return "unresolved"
    return "resolved" if expression.begin is not None and expression.until is not None else "vague"


def _byline(article: Article) -> str:
    parts = [article.site, ", ".join(article.authors)]
    return " · ".join(part for part in parts if part)


def welcome(add: Callable[[], None], sample: Callable[[], None]) -> w.Empty:
    """What stands in the article's place while there is none."""
    return w.Empty(
        "drop",
        tr("Drop articles here"),
        tr(
            "Web pages, PDFs, mails, plain text, or whole folders of them. Dateline finds what happened and when, "
            "and shows it on a timeline beside the text. Nothing leaves this computer."
        ),
        w.button(tr("Add articles…"), add, kind="primary"),
        w.button(tr("Look at the sample stories"), sample, kind="link"),
    )
