"""What all commands share: which events they mean, which comes next, and what is told."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.core.model import Status
from dateline.gui.shell.main_window import MainWindow
from dateline.library import edits


def chosen(window: MainWindow) -> set[int]:
    return {event.id for event in window.commands.selected()}


def test_of_a_merged_event_all_members_are_meant_but_not_the_rejected_ones(
    window: MainWindow, ids: dict[str, int]
) -> None:
    document = window.document
    document.do(edits.merge(document.events([ids["ended"], ids["reopened"], ids["began"]])))
    window.selection.select([ids["began"]])
    assert chosen(window) == {ids["ended"], ids["reopened"], ids["began"]}
    document.do(edits.reject(document.events([ids["reopened"]])))
    assert chosen(window) == {ids["ended"], ids["began"]}
    window.selection.select([ids["reopened"]])
    assert chosen(window) == {ids["reopened"]}
    assert {event.status for event in window.commands.selected()} == {Status.REJECTED}


@pytest.mark.parametrize("table", [False, True])
def test_the_next_event_is_that_of_the_view_that_shows(window: MainWindow, ids: dict[str, int], table: bool) -> None:
    if table:
        window.actions_.named("show_table").trigger()
        window.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)  # by what happened
    window.selection.select([ids["accident"]])
    assert window.commands.following() == ids["refloat" if table else "began"]


def test_an_article_put_into_the_bin_is_told_and_comes_back_by_a_click(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    window.commands.bin_rows(window.document.library.articles([ids["ferry"]]))
    assert window.notice.text.text() == "1 article put into the bin."
    assert window.selection.article != ids["ferry"]
    qtbot.mouseClick(window.notice._action, Qt.MouseButton.LeftButton)
    assert window.document.article(ids["ferry"]) is not None


def test_without_rows_nothing_is_done_or_told(window: MainWindow) -> None:
    window.commands.bin_rows([])
    assert window.document.stack.count() == 0
    assert not window.notice.isVisible()
