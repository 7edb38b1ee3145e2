"""The bin: what was deleted, to be put back or deleted for good."""

from typing import cast

from dateline.core.model import Article, Event
from dateline.gui.language.i18n import tr, trn
from dateline.gui.widgets import builders as w
from dateline.gui.widgets import plain
from dateline.gui.workspace.workspace import Workspace
from dateline.library import edits

from .base import Dialog, Table


class BinDialog(Dialog):
    """Articles and events in the bin."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window, tr("Bin"), (600, 440))
        self._document = workspace.document
        self._table = Table(tr("In the bin"), [tr("What"), tr("Kind")])
        self._empty = w.label(tr("The bin is empty."), "muted")
        self._restore = w.button(tr("Put back"), self.restore, kind="primary", picture="")
        self._delete = w.button(tr("Delete for good…"), self.delete)
        self.lay_out(w.column(self._empty, self._table), self._restore, self._delete, None, self.close_button())
        self._document.changed.connect(self._fill)
        self._fill()

    def restore(self) -> None:
        """Put the chosen rows back."""
        self._document.do(edits.unbin(self._chosen()))

    def delete(self) -> None:
        """Ask, and delete the chosen rows for good."""
        rows = self._chosen()
        if not rows:
            return
        question = trn("Delete {n} thing for good?", "Delete {n} things for good?", len(rows))
        detail = tr("Undo brings it back only until Dateline is closed and its history is gone.")
        if not plain.asked(self, tr("Delete for good"), question, detail, tr("Delete for good"), tr("Cancel")):
            return
        library = self._document.library
        articles = [row for row in rows if isinstance(row, Article)]
        events = {row.id: row for row in rows if isinstance(row, Event)}
        for article in articles:
            events |= {event.id: event for event in library.events_of(article.id, all=True)}
        expressions = [e for article in articles for e in library.expressions(article.id)]
        groups = {event.merge for event in events.values() if event.merge is not None}
        merges = [(merge, library.merge_members(merge.id)) for merge in library.merges() if merge.id in groups]
        self._document.do(edits.delete(articles, expressions, list(events.values()), merges))

    def _chosen(self) -> list[Event | Article]:
        return cast("list[Event | Article]", self._table.chosen())

    def _fill(self, _change: object = None) -> None:
        articles, events = self._document.library.bin()
        rows: list[tuple[object, tuple[str, str]]] = [(a, (a.title or tr("Untitled"), tr("Article"))) for a in articles]
        rows += [(e, (e.title, tr("Event"))) for e in events]
        self._table.fill(rows)
        self._table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        can = bool(rows) and not self._document.library.read_only
        self._restore.setEnabled(can)
        self._delete.setEnabled(can)
