"""Libraries: new ones, others, their backups, and what is wrong with the one that is open."""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from dateline.errors import LibraryError
from dateline.gui.language.i18n import tr
from dateline.gui.shell import instance, opening
from dateline.gui.widgets import plain
from dateline.library import Library, backups

from .actions import action
from .base import CommandsBase

if TYPE_CHECKING:
    from dateline.gui.workspace.checking import LibraryCheck


class LibrariesCommands(CommandsBase):
    """Commands on libraries as a whole."""

    @action("&New library…", "Ctrl+Shift+N", picture="database")
    def new_library(self) -> None:
        """Ask where a new library shall be, and open it."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(
            self.workspace.window,
            tr("New library"),
            str(self._beside("Articles.dateline")),
            tr("Dateline library (*.dateline)"),
        )
        if name:
            file = Path(name)
            self.show_library(file if file.suffix == ".dateline" else file.with_name(file.name + ".dateline"))

    @action("Open &library…", "Ctrl+L", picture="library")
    def open_library(self) -> None:
        """Ask for a library, and open it."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self.workspace.window, tr("Open library"), str(self._beside("")), tr("Dateline library (*.dateline)")
        )
        if name:
            self.show_library(Path(name))

    def fill_recent(self, menu: QMenu) -> None:
        """Offer the libraries that were open, and are still there."""
        menu.clear()
        for file in self.workspace.session.libraries():
            if file != self.library.path and file.exists():
                plain.entry(menu, file.stem, partial(self.show_library, file)).setToolTip(plain.tip(str(file)))
        if menu.isEmpty():
            menu.addAction(tr("No other library yet")).setEnabled(False)

    def show_library(self, file: Path) -> None:
        """Open this library in place of the one that is open; where another window has it, that one comes forward."""
        here = self.library.path
        same = here is not None and instance.name_of(here) == instance.name_of(file)
        if not same and instance.hand_over(file, [], patience=0):
            self.say(tr("“{name}” is open in another window, which is in front now.").format(name=file.name))
            return
        library = opening.open_library(file, self.workspace.window)
        if library is not None:
            self.panes.show_library(library)

    def restore_backup(self, backup: Path) -> str:
        """Put a backup in the open library's place; "" when done, else a sentence on why not."""
        from dateline.gui.widgets.files import show_folder

        path = self.library.path
        if path is None:
            return tr("A library in memory has no backups.")
        problem, kept, read_only = "", None, self.library.read_only
        self.panes.stop_import()
        self.checking.stop()
        self.workspace.selection.select([])  # while the library can still be asked, and takes what is being typed
        self.library.close(backup=False)
        try:
            kept = Library.restore(backup, path)
            library = Library.open(path)
        except LibraryError as error:
            problem = str(error)
            library = _reopened(path, read_only=read_only)
        self.panes.show_library(library, closed=True)
        if kept is not None:
            told = tr("The library is again as it was backed up. What it was before is kept in “{name}”.")
            self.workspace.notices.tell(
                told.format(name=kept.name), tr("Show in its folder"), lambda: show_folder(kept)
            )
        return problem

    def _beside(self, name: str) -> Path:
        return (self.library.path.parent if self.library.path is not None else Path.home()) / name

    @action("&Backups…", picture="restore")
    def backups(self) -> None:
        """Show the library's backups."""
        from dateline.gui.dialogs.backups import BackupsDialog

        BackupsDialog(self.workspace, self.restore_backup).open()

    @cached_property
    def checking(self) -> "LibraryCheck":
        """Looks through a large library while it is open."""
        from dateline.gui.workspace.checking import LibraryCheck

        made = LibraryCheck(self._found_damage, self.workspace)
        self.workspace.closing.connect(made.stop)
        return made

    def look_after_library(self) -> None:
        """Say what is wrong with the library that was opened; a large one is looked through meanwhile."""
        self.tell_damage()
        self.checking.start(self.library)

    def _found_damage(self, library: Library, problem: str) -> None:
        if library is self.library and library.path is not None:
            library.damage = tr("“{name}” is damaged: {problem}.").format(name=library.path.name, problem=problem)
            self.tell_damage()

    def tell_damage(self) -> None:
        """Say what is damaged, and offer the newest sound backup, or else to open the library for reading only."""
        path, damage, notice = self.library.path, self.library.damage, self.workspace.notices
        if not damage or path is None:
            return
        backup = backups.newest_good(path)
        if backup is not None:
            notice.warn(damage, tr("Go back to the backup"), lambda: self._restore(backup))
        elif self.library.read_only:
            notice.warn(damage)
        else:
            notice.warn(damage, tr("Open for reading only"), lambda: self._open_for_reading(path))

    def _open_for_reading(self, path: Path) -> None:
        try:
            self.panes.show_library(Library.open(path, read_only=True))
        except LibraryError as error:
            self.warn(str(error))

    def _restore(self, backup: Path) -> None:
        problem = self.restore_backup(backup)
        if problem:
            self.warn(problem)


def _reopened(path: Path, *, read_only: bool) -> Library:
    """The library as it was open before, for reading only where nothing else can be done with it."""
    try:
        return Library.open(path, read_only=read_only)
    except LibraryError:
        return Library.open(path, read_only=True)
