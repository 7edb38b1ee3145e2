"""How much is shown: key events, main ones or all, chosen in one place and kept for each library."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QDialog, QToolTip
from pytestqt.qtbot import QtBot

from dateline.core.filter import Filter
from dateline.core.model import MAIN_WEIGHT, Bundle
from dateline.export import FORMATS, image
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.workspace.session import Session
from dateline.library import Library

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def choose(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """Choose how much is shown, with the keys of the list in the filter bar."""
    amount = window.filter_bar.amount
    amount.setFocus()
    qtbot.keyClick(amount, Qt.Key.Key_Home)
    while amount.currentText() != words:
        qtbot.keyClick(amount, Qt.Key.Key_Down)


def opened(window: MainWindow, action: str) -> Any:
    window.actions_.named(action).trigger()
    return next(child for child in window.findChildren(QDialog) if child.isVisible())


@pytest.mark.parametrize("words", ["Key 10", "Key 25", "Key 50"])
def test_so_many_key_events_are_shown_in_every_view(story: MainWindow, words: str, qtbot: QtBot) -> None:
    count = int(words.split()[1])
    choose(qtbot, story, words)
    assert story.filter_bar.count.text() == f"{count} of {story.document.library.count()[1]}"
    assert len(story.times.view.spans) == count
    assert story.table.events.rowCount() == count
    assert story.filter_bar.clear.isHidden()
    choose(qtbot, story, "All")
    assert story.document.filter == Filter()
    choose(qtbot, story, "Main")
    assert story.document.filter == Filter(weight=MAIN_WEIGHT)


def test_keys_choose_how_much_too(story: MainWindow, qtbot: QtBot) -> None:
    for key, words in (
        (Qt.Key.Key_1, "Key 10"), (Qt.Key.Key_3, "Key 50"), (Qt.Key.Key_5, "All"), (Qt.Key.Key_4, "Main"),
    ):  # fmt: skip
        qtbot.keyClick(story, key, CTRL_SHIFT)
        assert story.filter_bar.amount.currentText() == words
    assert story.actions_.named("show_main").isChecked()


def test_key_events_are_those_of_what_the_filter_shows(story: MainWindow, qtbot: QtBot) -> None:
    choose(qtbot, story, "Key 10")
    story.filter_bar.search.setFocus()
    qtbot.keyClicks(story.filter_bar.search, "ferry")
    qtbot.keyClick(story.filter_bar.search, Qt.Key.Key_Return)
    library = story.document.library
    shown = {event.id for event in library.events(story.document.filter)}
    assert len(shown) == 10
    assert shown <= {event.id for event in library.events(Filter(text="ferry"))}
    qtbot.keyClick(story, Qt.Key.Key_K, CTRL_SHIFT)
    assert story.document.filter == Filter(key=10)


def test_details_and_tips_say_why_an_event_is_a_key_event(story: MainWindow, qtbot: QtBot) -> None:
    choose(qtbot, story, "Key 10")
    chronicle = story.times.chronicle
    placed = chronicle.sight().entries[0]
    where = QPoint(int(placed.x + 60), int(placed.y + 6))
    qtbot.mouseClick(chronicle, Qt.MouseButton.LeftButton, pos=where)
    said = story.inspector.key.text()
    assert said.startswith("Key event: its day is named in ")
    assert story.inspector.key.isVisible()
    placed = next(each for each in chronicle.sight().entries if each.block.event == story.selection.last)
    where = QPoint(int(placed.x + 60), int(placed.y + 6))
    QApplication.sendEvent(chronicle, QHelpEvent(QHelpEvent.Type.ToolTip, where, chronicle.mapToGlobal(where)))
    assert said.removeprefix("Key event: ") in QToolTip.text()
    QToolTip.hideText()
    choose(qtbot, story, "Main")
    assert not story.inspector.key.isVisible()


def test_each_library_keeps_how_much_it_shows(
    story: MainWindow, make_window: Callable[..., MainWindow], file: Path, qtbot: QtBot
) -> None:
    choose(qtbot, story, "Key 25")
    session, path = story.workspace.session, story.document.library.path
    story.show_library(Library.open(file))
    assert story.filter_bar.amount.currentText() == "Main"
    story.close()
    again = make_window(Library.open(path), Session(session._file))
    assert again.filter_bar.amount.currentText() == "Key 25"
    assert again.filter_bar.count.text().startswith("25 of")


def test_exports_take_what_the_window_shows_and_offer_the_same_choice(
    story: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    choose(qtbot, story, "Key 10")
    dialog = opened(story, "export_data")
    assert dialog.amount.currentText() == "Key 10"
    dialog.format.setCurrentIndex(dialog.format.findData("csv"))
    assert dialog.texts.isHidden()
    target = tmp_path / "out.csv"
    monkeypatch.setattr("dateline.gui.dialogs.export_data.save_as", lambda *_a: (target, ""))
    dialog.export()
    shown = story.document.library.titles([row.id for row in story.document.library.events(story.document.filter)])
    written = target.read_text(encoding="utf-8-sig")
    assert all(title in written for title in shown.values())
    assert written.count("\n") < 40
    picture = opened(story, "export_image")
    assert picture.choices["amount"].currentText() == "Key 10"
    assert len({event.merge or -event.id for event in picture.bundle().events}) == 10
    picture.choices["amount"].setCurrentIndex(1)
    assert len({event.merge or -event.id for event in picture.bundle().events}) == 25
    picture.reject()


def noted(seen: list[Bundle], bundle: Bundle) -> Bundle:
    """The bundle, kept in a list of what was seen."""
    seen.append(bundle)
    return bundle


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_of_data_is_given_as_many_as_chosen(
    story: MainWindow, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Bundle] = []
    form = FORMATS[name]
    spied = form._replace(write=lambda bundle, options: form.write(noted(written, bundle), options))
    monkeypatch.setitem(FORMATS, name, spied)
    for amount in (10, 25, 50):
        dialog = opened(story, "export_data")
        dialog.format.setCurrentIndex(dialog.format.findData(name))
        dialog.amount.setCurrentIndex(dialog.amount.findData(str(amount)))
        target = tmp_path / f"{amount}{form.suffix}"
        monkeypatch.setattr("dateline.gui.dialogs.export_data.save_as", lambda *_a, file=target: (file, ""))
        dialog.export()
        assert len({event.merge or -event.id for event in written[-1].events}) == amount
        assert target.stat().st_size


@pytest.mark.parametrize("suffix", image.SUFFIXES)
def test_every_kind_of_image_is_given_as_many_as_chosen(
    story: MainWindow, suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Bundle] = []
    draw = image.write
    monkeypatch.setattr(image, "write", lambda bundle, path, options: draw(noted(drawn, bundle), path, options))
    for amount in (10, 25, 50):
        picture = opened(story, "export_image")
        chosen = picture.choices["amount"]
        chosen.setCurrentIndex(chosen.findData(str(amount)))
        assert picture.write(tmp_path / f"{amount}{suffix}")
        assert len({event.merge or -event.id for event in drawn[-1].events}) == amount
        picture.reject()


def test_whole_texts_are_left_out_of_a_page_when_asked(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    for on in (True, False):
        dialog = opened(window, "export_data")
        dialog.format.setCurrentIndex(dialog.format.findData("html"))
        assert dialog.texts.isChecked()
        if not on:
            qtbot.keyClick(dialog.texts, Qt.Key.Key_Space)
        target = tmp_path / f"{on}.html"
        monkeypatch.setattr("dateline.gui.dialogs.export_data.save_as", lambda *_a, file=target: (file, ""))
        dialog.export()
        page = target.read_text(encoding="utf-8")
        assert "ran aground" in page
        assert ("Talks go on." in page) is on
