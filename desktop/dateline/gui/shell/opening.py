"""Opening a library, and what the reader can do when it does not open."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from dateline.errors import LibraryDamaged, LibraryError, LibraryLocked
from dateline.gui.language.i18n import tr
from dateline.gui.widgets import plain
from dateline.library import Library


def open_library(path: Path, parent: QWidget | None) -> Library | None:
    """Open a library, or offer what helps: wait and try again, go back to a backup, or read what can be read."""
    while True:
        try:
            return Library.open(path)
        except LibraryLocked as error:
            if not plain.asked(parent, "Dateline", str(error), "", tr("Try again"), tr("Cancel")):
                return None
        except LibraryDamaged as error:
            return _damaged(path, error, parent)
        except LibraryError as error:
            plain.tell(parent, str(error))
            return None


def _damaged(path: Path, error: LibraryDamaged, parent: QWidget | None) -> Library | None:
    from PySide6.QtWidgets import QMessageBox

    backup: Path | None = getattr(error, "backup", None)
    box = plain.box(parent, str(error), name=tr("The library is damaged"))
    box.setIcon(QMessageBox.Icon.Warning)
    restore = box.addButton(tr("Go back to the backup"), QMessageBox.ButtonRole.AcceptRole) if backup else None
    read = box.addButton(tr("Open for reading only"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    try:
        if restore is not None and box.clickedButton() is restore and backup is not None:
            Library.restore(backup, path)
            return Library.open(path)
        if box.clickedButton() is read:
            return Library.open(path, read_only=True)
    except LibraryError as failure:
        plain.tell(parent, str(failure))
    return None
