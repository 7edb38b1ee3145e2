"""What the dialogs share."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.base import PADDING, WIDEST, Dialog, Table
from dateline.gui.language import i18n


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    made = Table("Ships", ["Name", "Where", "When"], 1)
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.fill([(n, (f"<b>{n}</b>", "Sandholm " * 60, "3 March")) for n in (11, 12, 13)])
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_complaint_is_shown_in_the_window_s_language_and_taken_away(window: QWidget, qtbot: QtBot) -> None:
    i18n.install("de", "de_DE")
    dialog = Dialog(window, "A [*] B")
    dialog.lay_out(QVBoxLayout(), None, dialog.close_button())
    assert dialog.windowTitle() == "A [*][*] B"
    dialog.complain("it is empty")
    assert (dialog.problem.text(), dialog.problem.isHidden()) == ("sie ist leer", False)
    dialog.complain("")
    assert dialog.problem.isHidden()


def test_it_closes_by_its_button_and_is_gone(window: QWidget, qtbot: QtBot) -> None:
    dialog = Dialog(window, "Ships")
    dialog.lay_out(QVBoxLayout(), None, dialog.close_button())
    dialog.open()
    [close] = dialog.findChildren(QPushButton)
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)


def test_rows_stand_for_their_values_in_order(table: Table, qtbot: QtBot) -> None:
    chosen: list[list[object]] = []
    table.when_chosen(lambda: chosen.append(table.chosen()))
    assert table.values() == [11, 12, 13]
    assert table.chosen() == [11]  # the first, so that a key does something
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen[-1] == [12]
    table.selectAll()
    assert table.chosen() == [11, 12, 13]
    table.fill([])
    assert (table.values(), table.chosen()) == ([], [])


def test_cells_show_text_as_it_is_and_cannot_be_typed_in(table: Table, qtbot: QtBot) -> None:
    cell = table.item(0, 0)
    assert cell is not None
    assert cell.text() == "<b>11</b>"
    assert cell.toolTip() == "<qt>&lt;b&gt;11&lt;/b&gt;</qt>"
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(table, "x")
    assert cell.text() == "<b>11</b>"


def test_columns_are_as_wide_as_their_words_and_the_main_one_takes_the_rest(table: Table) -> None:
    assert table.columnWidth(2) >= table.fontMetrics().horizontalAdvance("3 March") + PADDING
    assert sum(table.columnWidth(n) for n in range(3)) == table.viewport().width()
    wide = Table("Ships", ["Name", "Where"], 0)
    wide.fill([(1, ("Aurora", "Sandholm " * 60))])
    assert wide.columnWidth(1) == WIDEST


def test_tab_leaves_the_table(table: Table) -> None:
    assert not table.tabKeyNavigation()
