"""Backups of the library: made on closing, listed here, and put back from here."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QDateTime, Qt

from dateline.errors import LibraryError
from dateline.gui.language import i18n
from dateline.gui.language.dates import moment_words
from dateline.gui.language.i18n import tr
from dateline.gui.widgets import builders as w
from dateline.gui.widgets import plain
from dateline.gui.workspace.waiting import wait
from dateline.gui.workspace.workspace import Workspace
from dateline.library import backups

from .base import Dialog, Table


class BackupsDialog(Dialog):
    """The verified copies of the library that is open; ``put_back`` puts one in its place, or says why not."""

    def __init__(self, workspace: Workspace, put_back: Callable[[Path], str]) -> None:
        super().__init__(workspace.window, tr("Backups"), (600, 420))
        self._workspace, self._put_back = workspace, put_back
        self._path = workspace.document.library.path
        place = str(backups.folder(self._path)) if self._path is not None else ""
        text = w.label(
            tr("A verified copy is made whenever the library has changed and is closed. Kept in: {place}").format(
                place=place
            ),
            "muted",
            wrap=True,
            selectable=True,
        )
        self._table = Table(tr("Backups"), [tr("Made"), tr("File"), tr("Size")], 1)
        self._make = w.button(tr("Back up now"), self.make, kind="primary")
        self._restore = w.button(tr("Go back to this one…"), self.restore)
        self.lay_out(w.column(text, 10, self._table), self._make, self._restore, None, self.close_button())
        self._fill()

    def make(self) -> None:
        """Make a backup now."""
        try:
            job = self._workspace.document.library.start_backup(self._workspace.settings["backups"])
            wait(job, tr("Backing up the library…"), self)
        except LibraryError as error:
            self.complain(str(error))
        self._fill()

    def restore(self) -> None:
        """Ask, and put the chosen backup in the library's place."""
        chosen = cast("list[Path]", self._table.chosen())
        if not chosen or self._path is None:
            return
        question = tr("Go back to the library as it was on {when}?").format(when=_made(chosen[0]))
        detail = tr("The library as it is now is kept beside it, under another name.")
        if not plain.asked(self, tr("Backups"), question, detail, tr("Go back"), tr("Cancel")):
            return
        problem = self._put_back(chosen[0])
        self.complain(problem)
        if not problem:
            self.accept()

    def _fill(self) -> None:
        found = backups.listed(self._path) if self._path is not None else []
        self._table.fill([(file, (_made(file), file.name, _size(file))) for file in found])
        self._make.setEnabled(self._path is not None)
        self._restore.setEnabled(bool(found))


def _made(file: Path) -> str:
    made = QDateTime.fromSecsSinceEpoch(int(file.stat().st_mtime))
    return moment_words(made.toString(Qt.DateFormat.ISODate))


def _size(file: Path) -> str:
    return i18n.locale().formattedDataSize(file.stat().st_size)
