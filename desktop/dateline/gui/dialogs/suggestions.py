"""Events of several articles that may be the same, to be merged with one click or passed over."""

from typing import TYPE_CHECKING, Any

from dateline.core.model import Event
from dateline.gui import tasks
from dateline.gui import widgets as w
from dateline.gui.dates import when
from dateline.gui.i18n import number, tr

from .base import Dialog, Table

if TYPE_CHECKING:
    from dateline.gui.main_window import MainWindow

MOST = 5000
"""Events looked at, those of the filter first by time."""


class SuggestionsDialog(Dialog):
    """Asks the worker for pairs, and lists them side by side, the surest first."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, tr("Merge suggestions"), (900, 520))
        self._window = window
        self._alive = True
        self.state = w.label(tr("Looking for events that are told more than once…"), "muted", wrap=True)
        columns = [tr("One article"), tr("Another"), tr("When"), tr("Why"), tr("Sure")]
        self.table = Table(tr("Merge suggestions"), columns, 0)
        self.table.horizontalHeader().setSectionResizeMode(1, self.table.horizontalHeader().ResizeMode.Stretch)
        self._merge = w.button(tr("Merge"), self.merge, kind="primary")
        self._pass = w.button(tr("Not the same"), self.pass_over)
        self.lay_out(w.column(self.state, 8, self.table), self._merge, self._pass, None, self.close_button())
        self.table.when_chosen(self._show)
        self.finished.connect(lambda _result: self._leave())
        library = window.document.library
        events = library.events(window.document.filter, "time", MOST)
        articles = library.articles(sorted({e.article for e in events if e.article is not None}))
        window.assistant.ask(tasks.suggest_merges, events, articles, then=self._fill, failed=self._failed)
        self._enable()

    def merge(self) -> None:
        """Merge what the chosen row says is one."""
        for suggestion in self.table.chosen():
            events = self._events(suggestion)
            if len(events) > 1:
                self._window.commands.merge_events(events)
        self.pass_over()

    def pass_over(self) -> None:
        """Take the chosen rows off the list."""
        for row in sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True):
            self.table.removeRow(row)
        self._enable()

    def _fill(self, suggestions: Any) -> None:
        if not self._alive:
            return
        rows = []
        for suggestion in suggestions:
            events = self._events(suggestion)
            if len(events) > 1:
                percent = number(round(suggestion.score * 100)) + " %"
                titles = (events[0].title, events[1].title)
                rows.append((suggestion, (*titles, when(events[0]), suggestion.why, percent)))
        self.table.fill(rows)
        self.table.setColumnWidth(2, 150)
        self._enable()

    def _failed(self, sentence: str) -> None:
        if self._alive:
            self.complain(sentence)

    def _leave(self) -> None:
        self._alive = False

    def _show(self) -> None:
        chosen = self.table.chosen()
        if chosen:
            self._window.selection.select([event.id for event in self._events(chosen[0])])

    def _events(self, suggestion: Any) -> list[Event]:
        return self._window.document.library.events_by_id(suggestion.events)

    def _enable(self) -> None:
        some = self.table.rowCount() > 0
        self._merge.setEnabled(some)
        self._pass.setEnabled(some)
        if not self._window.assistant.busy:
            none = tr("No events seem to be told more than once.")
            self.state.setText(
                tr("These may be the same. Merging loses nothing: it can be split again.") if some else none
            )
