"""Asking for the name of a file that is to be written."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dateline.gui.language.i18n import tr

from . import plain


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
