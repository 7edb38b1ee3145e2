"""Words that are shown as they are: wherever Qt would guess at markup, mnemonics or placeholders, they go through here.

What a file, a library or the reader says is never markup: a title such as ``<img src="file:///dev/zero">`` would have
Qt open that file as soon as a tool tip shows.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as Gui
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


def tip(text: str) -> str:
    """A text for a tool tip, which Qt reads as rich text wherever it looks like some."""
    if not Gui.mightBeRichText(text):
        return text
    return f"<qt>{text.translate(_ESCAPED)}</qt>"


_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"})


def caption(text: str) -> str:
    """A text for a button, a tab or a menu, where "&" marks a key."""
    return text.replace("&", "&&")


def title(text: str) -> str:
    """A text for a window's title, where "[*]" stands for a star of what is not saved."""
    return text.replace("[*]", "[*][*]")


def entry(menu: QMenu, text: str, slot: Callable[[], object]) -> QAction:
    """An entry of a menu, named by a text from outside."""
    made = menu.addAction(caption(text))
    made.setToolTip(tip(text))
    made.triggered.connect(lambda _checked=False: slot())
    return made


def box(
    parent: QWidget | None, text: str, more: str = "", *, name: str = "Dateline", details: str = ""
) -> "QMessageBox":
    """A message box without buttons; ``more`` stands smaller under the text, ``details`` open on demand."""
    from PySide6.QtWidgets import QLabel, QMessageBox  # seldom wanted, and slow to load

    made = QMessageBox(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWindowTitle(title(name))
    made.setText(text)
    if more:
        made.setInformativeText(" ")  # Qt makes the label now, and reads it as rich text until told otherwise
        label = made.findChild(QLabel, "qt_msgbox_informativelabel")
        if isinstance(label, QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
            made.setInformativeText(more)
    if details:
        made.setDetailedText(details)
    return made


def tell(parent: QWidget | None, text: str) -> None:
    """Say something that must be read before going on."""
    from PySide6.QtWidgets import QMessageBox

    made = box(parent, text)
    made.setIcon(QMessageBox.Icon.Warning)
    made.exec()


def asked(parent: QWidget | None, name: str, text: str, more: str, yes: str, no: str) -> bool:
    """Whether the reader, asked, says yes, in words that say what is then done."""
    from PySide6.QtWidgets import QMessageBox

    made = box(parent, text, more, name=name)
    made.setIcon(QMessageBox.Icon.Question)
    agreed = made.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    made.setDefaultButton(made.addButton(no, QMessageBox.ButtonRole.RejectRole))
    made.exec()
    return made.clickedButton() is agreed
