"""The View, Go and Help menus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog
from pytestqt.qtbot import QtBot

from dateline.core.moment import DAY, moment
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.workspace.views import TABLE, TIMELINE

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
)  # fmt: skip


def test_keys_show_each_of_the_three_views(window: MainWindow, qtbot: QtBot) -> None:
    seen = []
    for key in (Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_1):
        qtbot.keyClick(window, key, CTRL)
        seen.append((window.views.view, window.times.scaled, window.times.isVisible(), window.table.isVisible()))
    assert seen == [(TIMELINE, True, True, False), (TABLE, True, False, True), (TIMELINE, False, True, False)]


def test_side_panes_come_and_go_by_their_keys(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.select([ids["aground"]])
    for key, keys, pane in (
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, window.left),
        (Qt.Key.Key_I, CTRL, window.inspector),
        (Qt.Key.Key_U, CTRL, window.shelf.list),
    ):
        before = pane.isVisible()
        qtbot.keyClick(window, key, keys)
        assert pane.isVisible() is not before
        qtbot.keyClick(window, key, keys)
        assert pane.isVisible() is before


def test_a_week_a_month_or_a_year_is_shown_from_the_menu(window: MainWindow) -> None:
    window.times.set_scaled(scaled=True)
    view = window.times.view
    view.go_to(moment(2025, 3, 29, 12))
    for name, shown in (
        ("show_week", (moment(2025, 3, 24), moment(2025, 3, 31))),
        ("show_month", (moment(2025, 3), moment(2025, 4))),
        ("show_year", (moment(2025), moment(2026))),
        ("show_day", (moment(2025, 7, 2), moment(2025, 7, 3))),
    ):
        window.actions_.named(name).trigger()
        assert view.visible_range == shown


def test_zooming_fitting_and_going_back_to_all(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.actions_.named("show_timeline").trigger()
    view = window.times.view
    every = view.visible_range
    qtbot.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert view.visible_range[1] - view.visible_range[0] < every[1] - every[0]
    qtbot.keyClick(window, Qt.Key.Key_Minus, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert view.visible_range[1] - view.visible_range[0] > every[1] - every[0]
    window.selection.select([ids["began"]])
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL | ALT)
    begin, until = view.visible_range
    assert moment(2025, 3, 3) - 10 * DAY < begin <= moment(2025, 3, 3) < until < moment(2025, 3, 14)
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL)
    begin, until = view.visible_range
    assert begin <= every[0] + DAY
    assert until - begin > 5 * 365 * DAY


def test_time_runs_to_the_right_or_down_again(window: MainWindow, qtbot: QtBot) -> None:
    for vertical in (False, True):
        qtbot.keyClick(window, Qt.Key.Key_H, CTRL | SHIFT)
        assert window.times.vertical is vertical


def test_text_is_set_larger_and_smaller_within_reason(window: MainWindow) -> None:
    settings = window.workspace.settings
    before = settings["text_size"]
    window.actions_.named("larger_text").trigger()
    assert settings["text_size"] == before + 1
    assert window.reader.text.document().defaultFont().pointSizeF() == before + 1
    settings.set("text_size", 8)
    window.actions_.named("smaller_text").trigger()
    assert settings["text_size"] == 8
    window.workspace.set("text_size", before)


@pytest.mark.parametrize(
    ("typed", "begin", "until"),
    [("3 March 2025", moment(2025, 3, 3), moment(2025, 3, 4)), ("before May 2025", moment(2025, 5), moment(2025, 5, 2)),
     ("1990s", moment(1990), moment(2000))],
)  # fmt: skip
def test_a_date_is_gone_to_however_it_is_typed(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, typed: str, begin: int, until: int
) -> None:
    window.actions_.named("show_timeline").trigger()
    window.actions_.named("show_table").trigger()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (typed, True))
    qtbot.keyClick(window, Qt.Key.Key_G, CTRL)
    first, last = window.times.view.visible_range
    assert begin <= (first + last) // 2 + 1 <= until
    assert window.views.view == TIMELINE


def test_what_is_no_date_is_told_and_nothing_moves(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    before = window.times.current.visible_range
    for answer in (("the quay", True), ("3 March 1999", False), ("  ", True)):
        monkeypatch.setattr(QInputDialog, "getText", lambda *_, answer=answer: answer)
        window.actions_.named("go_to_date").trigger()
    assert "the quay" in window.notice.text.text()
    assert window.times.current.visible_range == before


def test_keys_put_the_keyboard_into_each_pane(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.select([ids["aground"]])
    window.left.hide()
    seen = []
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        qtbot.keyClick(window, key, CTRL | ALT)
        seen.append(QApplication.focusWidget())
    assert seen == [window.articles, window.reader.text, window.times.chronicle, window.inspector.title]
    window.show_view(TABLE)
    qtbot.keyClick(window, Qt.Key.Key_3, CTRL | ALT)
    assert QApplication.focusWidget() is window.table


def test_the_key_for_unresolved_expressions_says_where_there_is_none(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    window.reader.text.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_U, ALT)
    assert "has its date" in window.notice.text.text()
    window.notice.hide()
    window.selection.read(ids["strike"])
    qtbot.keyClick(window, Qt.Key.Key_U, ALT)
    assert not window.notice.isVisible()


def test_the_date_of_the_article_is_typed_after_its_key(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    assert QApplication.focusWidget() is window.reader.date_bar.field


@pytest.mark.parametrize(("pane", "heading"), [("filter_bar", "Finding and filtering"), ("articles", "")])
def test_the_guide_opens_where_the_keyboard_is(window: MainWindow, pane: str, heading: str) -> None:
    field = window.filter_bar.search if pane == "filter_bar" else window.articles
    field.setFocus()
    assert window.commands._place_in_guide() == heading


@pytest.mark.parametrize("name", ["guide", "shortcuts", "about"])
def test_help_is_a_dialog_that_escape_closes(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.actions_.named(name).trigger()
    [dialog] = [child for child in window.findChildren(QDialog) if child.isVisible()]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
