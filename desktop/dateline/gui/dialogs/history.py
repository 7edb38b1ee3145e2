"""Every change that was made to the library, in the reader's words, each to be taken back."""

from typing import cast

from dateline.core.change import Change
from dateline.errors import LibraryError
from dateline.gui.language.dates import moment_words
from dateline.gui.language.i18n import number, tr
from dateline.gui.language.told import told
from dateline.gui.widgets import builders as w
from dateline.gui.workspace.workspace import Workspace
from dateline.library import HistoryEntry

from .base import Dialog, Table


class HistoryDialog(Dialog):
    """The history, newest first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window, tr("History"), (640, 480))
        self._document = workspace.document
        self._table = Table(tr("Changes"), [tr("When"), tr("What"), tr("Entries")], 1)
        self._back = w.button(tr("Undo this"), self.take_back, picture="undo")
        text = w.label(
            tr("Everything that was done to this library. Taking a change back is itself a change, and can be undone."),
            "muted",
            wrap=True,
        )
        self.lay_out(w.column(text, 10, self._table), self._back, None, self.close_button())
        self._document.changed.connect(self._fill)
        self._fill()

    def take_back(self) -> None:
        """Undo the chosen change, where nothing later stands on it; with an import's report all that it brought in."""
        for entry in cast("list[HistoryEntry]", self._table.chosen()[:1]):
            try:
                changes = self._document.library.undone_with(entry.id)
                taken = [
                    Change(tr("Took back: {what}").format(what=told(change.label)), change.inverse().rows)
                    for change in changes
                ]
                self._document.library.apply(*taken)
            except LibraryError as error:
                self.complain(str(error))
                return
            self.complain("")
            self._document.adopt(taken)

    def _fill(self, _change: object = None) -> None:
        entries = self._document.library.history()
        self._table.fill([(entry, (moment_words(entry.when), _what(entry), number(entry.count))) for entry in entries])
        self._back.setEnabled(bool(entries) and not self._document.library.read_only)


def _what(entry: HistoryEntry) -> str:
    """What a change did, in the reader's language."""
    what = told(entry.label)
    return what if entry.undoes is None else tr("Undone: {what}").format(what=what)
