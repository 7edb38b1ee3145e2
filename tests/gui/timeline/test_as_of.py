"""What was known on a day, which dates moved since, and where sources disagree."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from dateline.core.change import edited
from dateline.core.moment import moment
from dateline.gui.dialogs.moved import MovedDialog
from dateline.gui.filter.facets import FacetPopup
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.table.event_table import COLUMNS
from dateline.gui.timeline.as_of import AsOfBar
from dateline.gui.workspace.session import Session
from dateline.library import Library

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
THEN = moment(2025, 3, 30)


@pytest.fixture
def corrected(window: MainWindow, ids: dict[str, int]) -> MainWindow:
    """The window with an accident that the first article puts into 2019, and a later one on 3 March 2025."""
    strike = window.document.library.article(ids["strike"])
    assert strike is not None
    window.document.do(edited("Dated", [(strike, replace(strike, published="2025-04-10"))]))
    window.selection.select([ids["accident"], ids["began"]])
    window.actions_.named("merge").trigger()
    return window


def bar_of(window: MainWindow, qtbot: QtBot) -> AsOfBar:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL_SHIFT)
    bar = window.views.as_of
    assert bar is not None
    assert bar.isVisible()
    return bar


def test_the_slider_shows_what_was_known_and_what_moved_since(
    corrected: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    bar = bar_of(corrected, qtbot)
    assert bar.words.text() == "Everything that is known now"
    assert corrected.actions_.named("as_of").isChecked()
    qtbot.keyClick(bar.slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: corrected.document.filter.as_of == THEN)
    assert bar.words.text() == "Known on 30 March 2025: 1 of 2 articles"
    shown = corrected.document.library.events(corrected.document.filter)
    assert {event.article for event in shown} == {ids["ferry"]}
    assert bar.moved.text() == "1 date moved since"
    qtbot.mouseClick(bar.moved, Qt.MouseButton.LeftButton)
    dialog = next(child for child in corrected.findChildren(QDialog) if child.isVisible())
    assert isinstance(dialog, MovedDialog)
    cells = [dialog.table.item(0, column) for column in range(3)]
    assert [cell.text() for cell in cells if cell is not None][1:] == ["2019", "3 March 2025"]
    dialog.table.setCurrentCell(0, 0)
    assert corrected.selection.events == (ids["began"],)
    dialog.accept()
    qtbot.keyClick(bar.slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: corrected.document.filter.as_of is None)
    assert not bar.moved.isVisible()


def test_clearing_the_filter_or_closing_the_bar_counts_every_article_again(corrected: MainWindow, qtbot: QtBot) -> None:
    bar = bar_of(corrected, qtbot)
    qtbot.keyClick(bar.slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: corrected.document.filter.as_of == THEN)
    chip = corrected.filter_bar.chips["as_of"]
    assert chip.text() == "As of 30 March 2025"
    corrected.actions_.named("clear_filter").trigger()
    assert bar.slider.value() == bar.slider.maximum()
    qtbot.keyClick(bar.slider, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: corrected.document.filter.as_of is not None)
    qtbot.keyClick(corrected, Qt.Key.Key_F, CTRL_SHIFT)
    assert not bar.isVisible()
    assert corrected.document.filter.as_of is None
    assert not corrected.actions_.named("as_of").isChecked()


def test_the_day_is_kept_with_the_library(
    corrected: MainWindow, make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    bar = bar_of(corrected, qtbot)
    qtbot.keyClick(bar.slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: corrected.document.filter.as_of == THEN)
    session, path = corrected.workspace.session, corrected.document.library.path
    corrected.close()
    again = make_window(Library.open(path), Session(session._file))
    assert again.document.filter.as_of == THEN
    qtbot.mouseClick(again.filter_bar.chips["as_of"], Qt.MouseButton.LeftButton)
    made = again.views.as_of
    assert made is not None
    assert made.slider.value() == 0


def test_events_whose_sources_disagree_are_filtered_and_marked(
    corrected: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    corrected.filter_bar.open_part("disagreeing")
    popup = corrected.filter_bar.findChild(FacetPopup)
    assert popup is not None
    assert [popup.list.item(row).text() for row in range(popup.list.count())] == ["Sources disagree"]
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    popup.close()
    assert corrected.filter_bar.count.text() == "1 of 6"
    corrected.actions_.named("show_table").trigger()
    column = [name for name, _, _ in COLUMNS].index("Articles")
    index = corrected.table.events.index(0, column)
    assert index.data(Qt.ItemDataRole.DecorationRole) is not None
    assert "The sources disagree: Date" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "The sources disagree: Date" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    corrected.actions_.named("clear_filter").trigger()
    row = corrected.table.events.row_of(ids["aground"])
    assert corrected.table.events.index(row, column).data(Qt.ItemDataRole.DecorationRole) is None
