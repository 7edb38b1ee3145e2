"""Libraries: new ones, others, what is wrong with one, and its backups."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from dateline.core.filter import Filter
from dateline.errors import LibraryError, LibraryLocked
from dateline.gui.shell import instance
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.workspace.document import START
from dateline.library import Library

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def recent(window: MainWindow) -> QMenu:
    menu = QMenu(window)
    window.commands.fill_recent(menu)
    return menu


def test_a_new_library_has_the_ending_of_one_and_is_opened(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    proposed: list[str] = []

    def named(_parent: object, _title: str, place: str, _kinds: str) -> tuple[str, str]:
        proposed.append(place)
        return str(tmp_path / "Strikes"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", named)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL | SHIFT)
    assert window.document.library.path == tmp_path / "Strikes.dateline"
    assert proposed == [str(tmp_path / "Articles.dateline")]  # beside the one that was open
    assert window.articles.articles.rowCount() == 0


def test_a_library_is_chosen_and_opened_or_not(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    before = window.document.library
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert window.document.library is before
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert window.document.library.path == file


def test_each_library_keeps_where_the_reader_left_off_and_can_be_opened_again(
    window: MainWindow, ids: dict[str, int], tmp_path: Path
) -> None:
    first, other = window.document.library.path, tmp_path / "Other.dateline"
    assert first is not None
    window.times.view.preset("month")
    window.document.set_filter(Filter(text="strike"))
    shown = window.times.view.visible_range
    window.commands.show_library(other)
    assert window.document.library.path == other
    assert window.document.filter == START
    assert window.times.view.visible_range != shown
    menu = recent(window)
    assert [action.text() for action in menu.actions()] == ["Test"]
    menu.actions()[0].trigger()
    assert window.document.library.path == first
    assert window.document.filter.text == "strike"
    assert window.times.view.visible_range == shown


def test_libraries_that_are_gone_are_not_offered(window: MainWindow, tmp_path: Path) -> None:
    assert [(each.text(), each.isEnabled()) for each in recent(window).actions()] == [("No other library yet", False)]
    other = tmp_path / "R&D.dateline"
    Library.open(other).close()
    window.workspace.session.set_library(other)
    [entry] = recent(window).actions()
    assert (entry.text(), entry.toolTip()) == ("R&&D", str(other))
    other.unlink()
    assert [each.isEnabled() for each in recent(window).actions()] == [False]


def test_a_library_that_another_window_has_is_left_to_it(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "hand_over", lambda *_arguments, **_named: True)
    before = window.document.library
    window.commands.show_library(file)
    assert window.document.library is before
    assert window.notice.text.text() == "“Kept.dateline” is open in another window, which is in front now."


def test_a_backup_is_put_back_and_what_was_is_kept(window: MainWindow, ids: dict[str, int], tmp_path: Path) -> None:
    backup = window.document.library.backup()
    window.selection.select([ids["aground"]])
    window.actions_.named("confirm").trigger()
    assert window.commands.restore_backup(backup) == ""
    assert [event.status for event in window.document.events([ids["aground"]])] == ["found"]
    assert "is kept in" in window.notice.text.text()
    assert window.notice._action.text() == "Show in its folder"


def test_a_backup_that_cannot_be_put_back_leaves_the_library_open(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = window.document.library.backup()
    really = Library.open

    def fail(*_: object) -> None:
        raise LibraryError("There is no room.")

    def locked(file: Path, *, read_only: bool = False) -> Library:
        if not read_only:
            raise LibraryLocked("Another program is writing to it.")
        return really(file, read_only=True)

    monkeypatch.setattr(Library, "restore", fail)
    monkeypatch.setattr(Library, "open", locked)
    assert window.commands.restore_backup(backup) == "There is no room."
    assert window.document.library.read_only
    assert window.document.library.count() == (7, 7)


def test_damage_is_told_with_the_way_that_there_is(window: MainWindow, qtbot: QtBot) -> None:
    library = window.document.library
    window.commands.tell_damage()
    assert not window.notice.isVisible()  # there is none
    library.damage = "“Test.dateline” is damaged."
    window.commands.tell_damage()
    assert window.notice._action.text() == "Open for reading only"
    backup = library.backup()
    window.commands.tell_damage()
    assert window.notice._action.text() == "Go back to the backup"
    assert backup.exists()
    qtbot.mouseClick(window.notice._action, Qt.MouseButton.LeftButton)
    assert window.document.library is not library
    assert not window.document.library.damage


def test_a_damaged_library_is_opened_for_reading_where_one_asks(window: MainWindow, qtbot: QtBot) -> None:
    window.document.library.damage = "“Test.dateline” is damaged."
    window.commands.tell_damage()
    qtbot.mouseClick(window.notice._action, Qt.MouseButton.LeftButton)
    assert window.document.library.read_only
    assert window.document.library.count() == (7, 7)
