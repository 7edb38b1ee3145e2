"""An event from words selected in the article, and what a right click offers."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from dateline.core.change import edited
from dateline.core.model import Status
from dateline.core.moment import HOUR, moment
from dateline.gui.article.chosen_words import title_of
from dateline.gui.shell.main_window import MainWindow


def select(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Select words of the article with the mouse."""
    text, article = window.reader.text, window.reader.article
    assert article is not None
    start = article.text.index(words)
    first, last = (text.cursorRect(text.cursor_at(place, place)).center() for place in (start, start + len(words)))
    viewport = text.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(viewport, (first + last) / 2)
    qtbot.mouseMove(viewport, last)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=last)


def dialog_of(window: MainWindow) -> Any:
    return next(child for child in window.findChildren(QDialog) if child.isVisible())


def menu_at(widget: Any, where: QPoint, qtbot: QtBot) -> QMenu:
    """The menu that a right click there opens; the click itself comes first, as from a hand."""
    from PySide6.QtGui import QContextMenuEvent

    qtbot.mouseClick(widget, Qt.MouseButton.RightButton, pos=where)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(widget, QContextMenuEvent(reason, where, widget.mapToGlobal(where)))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entries(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "").partition("\t")[0] for action in menu.actions() if action.text()]


def test_selected_words_become_an_event_with_title_and_time(window: MainWindow, qtbot: QtBot) -> None:
    select(window, qtbot, "Nobody was hurt, the coast guard said.")
    offer = window.reader.text.offer
    assert offer.isVisible()
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    dialog = dialog_of(window)
    assert dialog.title.text() == "Nobody was hurt, the coast guard said"
    assert dialog.when.text() == "29 March 2025, night"  # as the sentence before tells: Saturday night
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert window.selection.last is not None
    event = window.document.library.event(window.selection.last)
    assert event is not None
    assert (event.earliest, event.status) == (moment(2025, 3, 29) + 18 * HOUR, Status.ADDED)
    assert event.expression is not None
    assert event.text == "Nobody was hurt, the coast guard said."


@pytest.mark.parametrize(
    ("words", "when"),
    [("refloat her next week", "next week"), ("plans to refloat", "next week"), ("Ferry runs aground", "")],
)
def test_the_time_is_that_of_the_words_or_of_their_sentence(
    window: MainWindow, qtbot: QtBot, words: str, when: str
) -> None:
    select(window, qtbot, words)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(window)
    assert dialog.when.text() == when
    dialog.reject()


def test_a_time_typed_instead_lets_the_words_go(window: MainWindow, qtbot: QtBot) -> None:
    select(window, qtbot, "plans to refloat")
    qtbot.mouseClick(window.reader.text.offer, Qt.MouseButton.LeftButton)
    dialog = dialog_of(window)
    dialog.when.setFocus()
    dialog.when.selectAll()
    qtbot.keyClicks(dialog.when, "2 May 2025")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert window.selection.last is not None
    event = window.document.library.event(window.selection.last)
    assert event is not None
    assert (event.earliest, event.expression) == (moment(2025, 5, 2), None)


def test_the_offer_goes_with_the_selection(window: MainWindow, qtbot: QtBot) -> None:
    select(window, qtbot, "Nobody was hurt")
    assert window.reader.text.offer.isVisible()
    qtbot.mouseClick(window.reader.text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 8))
    assert not window.reader.text.offer.isVisible()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("  the port,\n reopened. ", "The port, reopened"),
        ("“It is over,” she said", "It is over,” she said"),
        ("word " * 60, "Word" + " word" * 23 + "…"),
    ],
)
def test_titles_are_one_line_without_what_stands_around_them(words: str, title: str) -> None:
    assert title_of(words) == title


def test_a_right_click_on_an_event_in_the_text_offers_what_can_be_done(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    text, article = window.reader.text, window.reader.article
    assert article is not None
    place = article.text.index("ran aground") + 1
    menu = menu_at(text.viewport(), text.cursorRect(text.cursor_at(place, place)).center() + QPoint(2, 0), qtbot)
    assert window.selection.events == (ids["aground"],)
    assert {"Confirm", "Reject", "Find in the article", "New event…", "Copy"} <= set(entries(menu))
    next(action for action in menu.actions() if action.text() == "&Confirm").trigger()
    menu.close()
    event = window.document.library.event(ids["aground"])
    assert event is not None
    assert event.status is Status.CONFIRMED


def test_a_right_click_on_words_without_an_event_offers_none(window: MainWindow, qtbot: QtBot) -> None:
    menu = menu_at(window.reader.text.viewport(), QPoint(60, 10), qtbot)
    assert "Confirm" not in entries(menu)
    assert "New event…" in entries(menu)
    menu.close()


def test_a_right_click_on_the_timeline_to_scale_is_about_the_event_under_it(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    window.actions_.named("show_timeline").trigger()
    view = window.times.view
    mark = next(mark for mark in view.scene().marks if mark.id == ids["aground"])
    where = next(
        QPoint(x, y)
        for y in range(view.height())
        for x in range(0, view.width(), 3)
        if (found := view.scene().mark_at(x, y)) is not None and found.id == mark.id
    )
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=where)
    assert window.selection.events == (ids["aground"],)
    assert window.actions_.named("confirm_next") in view.actions()


def test_the_source_file_is_shown_in_its_folder(
    window: MainWindow, ids: dict[str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def opens(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)
    show = window.actions_.named("show_source")
    show.trigger()
    assert "not read from a file" in window.notice.text.text()
    archive = tmp_path / "papers.zip"
    archive.write_bytes(b"PK")
    for file in (archive, archive / "inside" / "ferry.html"):
        article = window.document.library.article(ids["ferry"])
        assert article is not None
        from dataclasses import replace

        window.document.do(edited("Told its file", [(article, replace(article, file=str(file)))]))
        show.trigger()
        assert opened.pop() == QUrl.fromLocalFile(str(tmp_path))
    archive.unlink()
    show.trigger()
    assert "no longer where it was" in window.notice.text.text()
    assert opened == []
