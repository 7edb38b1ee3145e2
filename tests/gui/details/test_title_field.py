"""An event's title as it is typed."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.details.title_field import MOST, TitleField
from dateline.gui.widgets import builders as w


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def title(window: QWidget, qtbot: QtBot) -> TitleField:
    """The field with another below it, in a window that can be asked to undo."""
    made = TitleField()
    window.setLayout(w.column(made, QLineEdit(), None))
    window.resize(300, 300)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.show_text("Quay closes")
    made.setModified(False)
    made.setFocus()
    return made


def test_enter_enters_and_breaks_no_line(title: TitleField, qtbot: QtBot) -> None:
    title.selectAll()
    qtbot.keyClicks(title, "Quay opens")
    with qtbot.waitSignal(title.entered):
        qtbot.keyClick(title, Qt.Key.Key_Return)
    assert title.text() == "Quay opens"


def test_tab_leaves_and_enters(title: TitleField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(title.entered):
        qtbot.keyClick(title, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert "\t" not in title.text()


def test_what_is_pasted_stands_on_one_line(title: TitleField) -> None:
    data = QMimeData()
    data.setText("Quay\nof Sandholm\t closes")
    title.selectAll()
    title.insertFromMimeData(data)
    assert title.text() == "Quay of Sandholm closes"


def test_a_title_from_elsewhere_does_not_take_the_place_of_one_being_typed(title: TitleField, qtbot: QtBot) -> None:
    qtbot.keyClicks(title, "!")
    assert title.isModified()
    title.show_text("Ferry aground")
    assert title.text() != "Ferry aground"
    title.setModified(False)
    title.show_text("Ferry aground")
    assert title.text() == "Ferry aground"


def test_it_grows_with_its_words_up_to_some_lines(title: TitleField) -> None:
    heights = []
    for words in (3, 12, 20, 300):
        title.setPlainText("harbour " * words)
        QApplication.processEvents()
        heights.append(title.height())
    assert heights[0] < heights[1] < heights[2] or heights[0] < heights[1] == heights[3]
    assert heights[3] == pytest.approx(MOST * title.fontMetrics().lineSpacing(), abs=20)


def test_undo_is_the_field_s_own_only_while_something_is_typed(
    window: QWidget, title: TitleField, qtbot: QtBot
) -> None:
    asked: list[int] = []
    action = QAction(window)
    action.setShortcut(QKeySequence.StandardKey.Undo)
    action.triggered.connect(lambda: asked.append(1))
    window.addAction(action)
    qtbot.keyClicks(title, "!")
    qtbot.keyClick(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked == []
    title.setModified(False)
    qtbot.keyClick(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked == [1]
