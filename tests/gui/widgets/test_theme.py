"""The text size holds for the whole window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from dateline.gui.shell.main_window import MainWindow
from dateline.gui.widgets.elided import Elided
from dateline.gui.widgets.theme import USUAL, theme


@pytest.fixture(autouse=True)
def usual(qapp: QApplication) -> Iterator[None]:
    yield
    theme().resize(USUAL)


def test_all_text_keeps_in_step_with_the_article(window: MainWindow, qapp: QApplication) -> None:
    parts = [window.articles, window.menuBar(), window.filter_bar.search, window.filter_bar.count]
    before = [part.fontMetrics().height() for part in parts]
    window.workspace.settings.set("text_size", 2 * USUAL)
    window.workspace.settings_changed.emit()
    qapp.processEvents()
    assert all(part.fontMetrics().height() > 1.6 * height for part, height in zip(parts, before, strict=True))
    window.workspace.settings.set("text_size", USUAL)
    window.workspace.settings_changed.emit()
    assert [part.fontMetrics().height() for part in parts] == before


def test_windows_that_were_never_shown_may_go_before_the_text_is_larger(qapp: QApplication) -> None:
    theme().resize(USUAL + 1)
    gone = [QWidget() for _ in range(30)]
    for widget in gone:
        layout = QHBoxLayout(widget)
        layout.addWidget(QPushButton("x"))
        layout.spacing()  # asks the style, which keeps the widget in mind
    with theme().undressed():
        assert qapp.styleSheet()  # Qt would not hear of the end of these if it were taken off
    for widget in gone:
        delete(widget)
    theme().resize(USUAL)  # it died here


def test_words_without_room_are_left_out_not_cut_to_a_letter(qtbot: QtBot) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.setText("Articles")
    label.resize(24, 20)
    image = label.grab().toImage()
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) == 1
    assert label.accessibleName() == "Articles"
