"""The Library menu: articles, their date and their analysis."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from dateline.app.again import Reanalysis
from dateline.gui.shell.main_window import MainWindow
from dateline.library import edits

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def at_once(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is worked out is worked out here and now, in no other process."""

    def ask(function: Callable[..., object], *told: object, then: Callable[[object], None], **_: object) -> None:
        then(function(*told))

    monkeypatch.setattr(window.workspace.assistant, "ask", ask)


def dialogs(window: MainWindow) -> list[str]:
    return [type(child).__name__ for child in window.findChildren(QDialog) if child.isVisible()]


@pytest.mark.parametrize(
    ("name", "dialog"),
    [("versions", "VersionsDialog"), ("edit_article", "ArticleDialog"), ("bin", "BinDialog"),
     ("offers", "OffersDialog")],
)  # fmt: skip
def test_each_opens_its_dialog(window: MainWindow, name: str, dialog: str) -> None:
    window.actions_.named(name).trigger()
    assert dialogs(window) == [dialog]
    next(child for child in window.findChildren(QDialog) if child.isVisible()).reject()


@pytest.mark.parametrize("name", ["versions", "edit_article", "show_source", "analyse_again", "delete_article"])
def test_without_an_article_nothing_can_be_done_with_one(window: MainWindow, name: str) -> None:
    window.selection.read(None)
    assert not window.actions_.named(name).isEnabled()
    getattr(window.commands, name)()
    assert dialogs(window) == []
    assert window.document.stack.count() == 0


def test_the_articles_chosen_in_the_list_are_deleted_together(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    window.articles.selectAll()
    qtbot.keyClick(window, Qt.Key.Key_Delete, CTRL)
    assert window.notice.text.text() == "2 articles put into the bin."
    assert window.articles.articles.rowCount() == 0
    assert window.reader.article is None
    window.document.stack.undo()
    assert window.articles.articles.rowCount() == 2


def test_a_date_places_what_waited_for_it_and_is_one_step_of_undo(
    window: MainWindow, ids: dict[str, int], at_once: None
) -> None:
    window.selection.read(ids["strike"])
    window.commands.set_date("2025-04-10", "typed")
    article = window.document.article(ids["strike"])
    assert article is not None
    assert article.published == "2025-04-10"
    monday = next(e for e in window.document.library.expressions(ids["strike"]) if e.text == "Monday")
    assert monday.resolved
    assert window.document.stack.count() == 1
    window.document.stack.undo()
    monday = next(e for e in window.document.library.expressions(ids["strike"]) if e.text == "Monday")
    assert not monday.resolved


def test_a_correction_that_differs_from_what_is_found_now_is_told_and_kept(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    [event] = window.document.events([ids["aground"]])
    change = edits.confirm([event])
    window.commands.take_analysis(Reanalysis(change, unattached=(event,), conflicts=()))
    assert window.notice.text.text().startswith("1 correction of yours differs")
    qtbot.mouseClick(window.notice._action, Qt.MouseButton.LeftButton)
    assert dialogs(window) == ["OffersDialog"]
    next(child for child in window.findChildren(QDialog) if child.isVisible()).reject()


def test_an_analysis_without_a_difference_is_taken_over_in_silence(window: MainWindow, ids: dict[str, int]) -> None:
    change = edits.confirm(window.document.events([ids["aground"]]))
    window.commands.take_analysis(Reanalysis(change, unattached=(), conflicts=()))
    assert window.document.stack.count() == 1
    assert not window.notice.isVisible()
