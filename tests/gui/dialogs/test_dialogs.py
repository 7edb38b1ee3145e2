"""The dialogs: opened from the menu, and what they change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.dialogs.made import opened

from dateline.gui.shell.main_window import MainWindow
from dateline.library import edits


@pytest.mark.parametrize(
    "action",
    ["reports", "history", "backups", "bin", "preferences", "add_event", "edit_article", "versions", "export_image",
     "export_data", "shortcuts", "about", "guide"],
)  # fmt: skip
def test_every_dialog_opens_named_and_closes(window: MainWindow, action: str, qtbot: QtBot) -> None:
    dialog = opened(window, action)
    assert dialog.windowTitle()
    for part in dialog.findChildren(QWidget):
        if (
            part.focusPolicy() & Qt.FocusPolicy.TabFocus
            and part.isVisible()
            and part.metaObject().className()[0] == "Q"
        ):
            assert part.accessibleName() or part.whatsThis() or _inner(part), part
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not any(child.isVisible() for child in window.findChildren(QDialog))


def _inner(part: QWidget) -> bool:
    """A part that belongs to a named one, as the line of a spin box or the view of a list."""
    parent = part.parentWidget()
    while parent is not None and not parent.isWindow():
        if parent.accessibleName():
            return True
        parent = parent.parentWidget()
    return part.objectName().startswith("qt_") or part.metaObject().className() in _FRAMES


_FRAMES = ("QScrollArea", "QTabBar", "QHeaderView")


def test_what_was_lost_of_a_damaged_library_is_told(window: MainWindow) -> None:
    window.document.library.damage = "“Test.dateline” is damaged. Two articles were read."
    window.commands.tell_damage()
    assert window.notice.text.text() == window.document.library.damage
    assert window.notice.isVisible()


def test_a_group_of_copies_says_that_it_was_made_by_itself(window: MainWindow, ids: dict[str, int]) -> None:
    library = window.document.library
    pair = library.events_by_id([ids["aground"], ids["ended"]])
    window.document.do(edits.merge(pair, copies=True))
    window.selection.select([ids["aground"]])
    assert window.inspector.sources.copies.isVisible()
    window.document.stack.undo()
    window.document.do(edits.merge(pair))
    window.selection.select([])
    window.selection.select([ids["aground"]])
    assert not window.inspector.sources.copies.isVisible()
