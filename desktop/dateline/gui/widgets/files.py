"""Asking for the name of a file that is to be written."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from dateline.gui.language.i18n import tr

from . import plain


def show_folder(file: Path) -> bool:
    """Open the folder in which a file lies, or the archive that it lies in; False where it is there no more."""
    there = next((each for each in (file, *file.parents) if each.exists()), None)
    if there is None or not there.is_file():
        return False
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(there.parent)))


def save_as(parent: QWidget, name: str, place: Path, kinds: str) -> tuple[Path | None, str]:
    """The file that the reader chose, with the kind, and agreed to replace where it is there; None without one."""
    while True:
        no_question = QFileDialog.Option.DontConfirmOverwrite  # Qt's own reads the name as rich text
        chosen, kind = QFileDialog.getSaveFileName(parent, name, str(place), kinds, "", no_question)
        if not chosen:
            return None, kind
        file = Path(chosen)
        question = tr("“{name}” is there already. Replace it?").format(name=file.name)
        if not file.exists() or plain.asked(parent, name, question, "", tr("Replace"), tr("Cancel")):
            return file, kind
        place = file
