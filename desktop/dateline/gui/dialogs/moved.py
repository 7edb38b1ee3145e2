"""The dates that articles published after a day tell otherwise than those before."""

from typing import cast

from dateline.app.known import moved_since
from dateline.gui.language.dates import day, when
from dateline.gui.language.i18n import tr
from dateline.gui.widgets import builders as w
from dateline.gui.workspace.workspace import Workspace

from .base import Dialog, Table


class MovedDialog(Dialog):
    """What, when it was to be then, and when it is now; choosing a row selects the event."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window, tr("Dates that moved"), (720, 420))
        self._workspace = workspace
        document, as_of = workspace.document, workspace.document.filter.as_of
        found = moved_since(document.library, as_of, document.filter) if as_of is not None else []
        then = tr("Known on {day}").format(day=day(as_of)) if as_of is not None else ""
        self.table = Table(tr("Dates that moved"), [tr("What"), then, tr("Known now")], 0, wrap=True)
        titles = document.library.titles([each.now.id for each in found])
        self.table.fill([(each.now.id, (titles[each.now.id], when(each.then), when(each.now))) for each in found])
        self.table.clearSelection()
        self.table.when_chosen(self._choose)
        self.lay_out(w.column(self.table), None, self.close_button())

    def _choose(self) -> None:
        self._workspace.selection.select(cast("list[int]", self.table.chosen()))
