"""The theme and the text size hold for the whole window."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from shiboken6 import delete

from dateline.gui.shell.main_window import MainWindow
from dateline.gui.widgets.theme import USUAL, colors, theme


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


def test_themes_switch_live(window: MainWindow) -> None:
    seen = []
    for name in ("dark", "contrast", "light"):
        theme().choose(name)
        assert QApplication.palette().window().color() == QColor(colors().window)
        seen.append(window.grab().toImage().pixelColor(3, 300).name())
    assert len(set(seen)) > 1
