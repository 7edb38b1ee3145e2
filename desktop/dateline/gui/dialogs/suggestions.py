"""Events of several articles that may be the same, to be merged with one click or passed over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, cast

from dateline.app.suggesting import accepted, material
from dateline.core.model import Event
from dateline.gui.details.parts import DISAGREE, Sources
from dateline.gui.language.dates import when
from dateline.gui.language.i18n import number, tr
from dateline.gui.language.told import told
from dateline.gui.widgets import builders as w
from dateline.gui.workspace import tasks
from dateline.gui.workspace.workspace import Workspace
from dateline.library import edits

from .base import Dialog, Table

if TYPE_CHECKING:
    from dateline.events.merge.merging import Suggestion

SURE = 90
"""Percent from which suggestions can be accepted all at once."""
MOST = 5000
"""Events looked at, those of the filter first by time."""


class SuggestionsDialog(Dialog):
    """Lists the groups that the worker finds, the surest first, and shows the chosen one's sources side by side."""

    def __init__(self, workspace: Workspace, merge: Callable[[Sequence[Event]], None]) -> None:
        super().__init__(workspace.window, tr("Merge suggestions"), (900, 680))
        self._workspace, self._make_one = workspace, merge
        self._alive = True
        self.state = w.label(tr("Looking for events that are told more than once…"), "muted", wrap=True)
        columns = [tr("What"), tr("When"), tr("Told by"), tr("Disagree on"), tr("Sure")]
        self.table = Table(tr("Merge suggestions"), columns, 0)
        self.why = w.label("", wrap=True)
        self.sources = Sources(splits=False)
        self.sources.chosen.connect(lambda article: workspace.selection.read(article, keep=True))
        self._merge = w.button(tr("Merge"), self.merge, kind="primary")
        self._all = w.button(tr("Merge all over {n} %").format(n=SURE), self.merge_sure)
        self._pass = w.button(tr("Not the same"), self.keep_apart)
        body = w.column(self.state, 8, self.table, 8, self.why, 4, self.sources)
        body.setStretch(2, 1)
        self.lay_out(body, self._merge, self._all, self._pass, None, self.close_button())
        self.table.when_chosen(self._show)
        self.finished.connect(lambda _result: self._leave())
        looked_at = material(workspace.document.library, workspace.document.filter, MOST)
        workspace.assistant.ask(tasks.suggest_merges, *looked_at, then=self._fill, failed=self._failed)
        self._enable()

    def merge(self) -> None:
        """Merge what the chosen row says is one."""
        for suggestion in self._chosen():
            events = self._events(suggestion)
            if len(events) > 1:
                self._make_one(events)
        self.pass_over()

    def merge_sure(self) -> None:
        """Merge, in one step of undo, what every row over `SURE` says is one."""
        document = self._workspace.document
        sure = [(row, one) for row, one in enumerate(self._rows()) if one.score * 100 >= SURE]
        if document.do(accepted(document.library, [one.events for _, one in sure])):
            self._take_off([row for row, _ in sure])

    def keep_apart(self) -> None:
        """Keep in the library that what the chosen rows say are not the same."""
        document = self._workspace.document
        groups = [self._events(suggestion) for suggestion in self._chosen()]
        if document.do(edits.keep_apart(groups, document.library.apart())):
            self.pass_over()

    def pass_over(self) -> None:
        """Take the chosen rows off the list."""
        self._take_off({index.row() for index in self.table.selectedIndexes()})

    def _take_off(self, rows: Collection[int]) -> None:
        """Take rows off the list and go on with the one that follows them."""
        for row in sorted(rows, reverse=True):
            self.table.removeRow(row)
        self.table.selectRow(min(min(rows, default=0), self.table.rowCount() - 1))
        self._enable()

    def _fill(self, suggestions: list[Suggestion]) -> None:
        if not self._alive:
            return
        rows = []
        for suggestion in suggestions:
            events = self._events(suggestion)
            if len(events) > 1:
                percent = number(round(suggestion.score * 100)) + " %"
                about = ", ".join(tr(DISAGREE[found.about]) for found in suggestion.disagreements)
                articles = number(len({event.article for event in events}))
                rows.append((suggestion, (events[0].title, when(events[0]), articles, about or "–", percent)))
        self.table.fill(rows)
        told_more = tr("These may be the same. Merging loses nothing: it can be split again.")
        self.state.setText(told_more if rows else tr("No events seem to be told more than once."))
        self._enable()

    def _failed(self, sentence: str) -> None:
        if self._alive:
            self.complain(sentence)

    def _leave(self) -> None:
        self._alive = False

    def _show(self) -> None:
        chosen = self._chosen()[:1]
        events = self._events(chosen[0]) if chosen else []
        if events:
            self._workspace.selection.select([event.id for event in events])
        self.why.setText(told(chosen[0].why) + "." if events else "")
        self.sources.show_sources(self._workspace.document, events)

    def _chosen(self) -> list[Suggestion]:
        return cast("list[Suggestion]", self.table.chosen())

    def _rows(self) -> list[Suggestion]:
        return cast("list[Suggestion]", self.table.values())

    def _events(self, suggestion: Suggestion) -> list[Event]:
        return self._workspace.document.library.events_by_id(suggestion.events)

    def _enable(self) -> None:
        some = self.table.rowCount() > 0
        self._merge.setEnabled(some)
        self._all.setEnabled(any(one.score * 100 >= SURE for one in self._rows()))
        self._pass.setEnabled(some)
