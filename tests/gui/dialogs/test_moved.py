"""The dates that moved after a day."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.core.change import edited
from dateline.core.filter import Filter
from dateline.core.moment import moment
from dateline.gui.dialogs.moved import MovedDialog
from dateline.gui.shell.main_window import MainWindow
from dateline.library import edits

THEN = moment(2025, 3, 30)


def cells(dialog: MovedDialog) -> list[list[str]]:
    table = dialog.table
    items = [[table.item(row, column) for column in range(3)] for row in range(table.rowCount())]
    return [[item.text() if item is not None else "" for item in row] for row in items]


def test_a_date_that_a_later_article_tells_otherwise_is_told_then_and_now(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    document = window.document
    strike = document.article(ids["strike"])
    assert strike is not None
    document.do(edited("Dated", [(strike, replace(strike, published="2025-04-10"))]))
    document.do(edits.merge(document.events([ids["accident"], ids["began"]])))
    document.set_filter(Filter(as_of=THEN))
    dialog = MovedDialog(window.workspace)
    dialog.open()
    [[what, then, now]] = cells(dialog)
    assert what
    assert (then, now) == ("2019", "3 March 2025")
    header = dialog.table.horizontalHeaderItem(1)
    assert header is not None
    assert header.text() == "Known on 30 March 2025"
    assert list(window.selection.events) == []  # nothing is selected before the reader does
    place = dialog.table.visualRect(dialog.table.model().index(0, 0)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert set(window.selection.events) <= {ids["accident"], ids["began"]}
    assert window.selection.events
    dialog.reject()


def test_without_a_day_or_without_a_move_there_is_nothing_to_tell(window: MainWindow) -> None:
    for wanted in (Filter(), Filter(as_of=THEN)):
        window.document.set_filter(wanted)
        dialog = MovedDialog(window.workspace)
        assert cells(dialog) == []
        dialog.reject()
