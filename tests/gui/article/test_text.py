"""The article as one reads it: its marks, its selection, and what a click, a key or a right click does."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from dateline.gui.article.text import ArticleText, Mark

TITLE, BYLINE = "Quay closes", "Sandholm Post"
BODY = "🚢 The quay was closed on Monday.\n\nIt opens next week, they say.\n\n" + "More was said. " * 300


def at(words: str) -> tuple[int, int]:
    start = BODY.index(words)
    return start, start + len(words)


NONE = Qt.KeyboardModifier.NoModifier
MARKS = [
    Mark(*at("closed"), "event", "reported", 1, "<b>Closed</b>"),
    Mark(*at("closed on Monday"), "event", "planned", 2, "Longer"),
    Mark(*at("on Monday"), "expression", "resolved", 7, "Monday, 24 March"),
    Mark(*at("next week"), "expression", "unresolved", 8, "no date"),
]


@pytest.fixture
def text(qtbot: QtBot) -> ArticleText:
    """An article with marks, the keyboard on it."""
    made = ArticleText()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_text(TITLE, BYLINE, BODY)
    made.show_marks(MARKS)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def point(text: ArticleText, words: str) -> QPoint:
    """A point on the first letters of some words."""
    start, _ = at(words)
    return text.cursorRect(text.cursor_at(start + 1, start + 1)).center() + QPoint(2, 0)


def click(qtbot: QtBot, text: ArticleText, words: str, keys: Qt.KeyboardModifier = NONE) -> None:
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, keys, point(text, words))


def test_the_heading_stands_above_the_text_and_no_place_moves(text: ArticleText) -> None:
    assert text.toPlainText().startswith(f"{TITLE}\n{BYLINE}\n🚢 The quay")
    assert text.cursor_at(*at("closed on Monday")).selectedText() == "closed on Monday"
    large, small = (text.document().findBlockByNumber(n).charFormat().fontPointSize() for n in (0, 1))
    first = text.document().firstBlock().begin().fragment().charFormat()
    assert first.fontPointSize() > text.document().defaultFont().pointSizeF()
    assert large >= small


def test_a_title_that_the_text_begins_with_is_not_given_twice(text: ArticleText) -> None:
    text.show_text(TITLE, BYLINE, f"{TITLE}\n\nThe quay was closed.")
    assert text.toPlainText().count(TITLE) == 1
    assert BYLINE not in text.toPlainText()
    start = len(TITLE) + 2
    assert text.cursor_at(start, start + 8).selectedText() == "The quay"
    first = text.document().firstBlock().begin().fragment().charFormat()
    assert first.fontPointSize() > text.document().defaultFont().pointSizeF()


def test_characters_that_qt_takes_for_ends_move_nothing(text: ArticleText) -> None:
    text.show_text("", "", "One\u2029two\rthree\x00four five")
    assert text.document().blockCount() == 1
    assert text.cursor_at(19, 23).selectedText() == "five"


def test_a_click_chooses_the_event_with_the_fewest_words_under_it(text: ArticleText, qtbot: QtBot) -> None:
    with qtbot.waitSignal(text.event_chosen) as chosen:
        click(qtbot, text, "closed")
    assert chosen.args == [1, False]
    with qtbot.waitSignal(text.event_chosen) as chosen:
        click(qtbot, text, "on Monday", Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == [2, True]  # an event comes before an expression


def test_a_click_on_an_expression_alone_chooses_it_and_on_other_words_nothing(text: ArticleText, qtbot: QtBot) -> None:
    with qtbot.waitSignal(text.expression_chosen) as chosen:
        click(qtbot, text, "next week")
    assert chosen.args == [8]
    with qtbot.assertNotEmitted(text.event_chosen), qtbot.assertNotEmitted(text.expression_chosen):
        click(qtbot, text, "they say")


def test_enter_chooses_the_event_at_the_cursor(text: ArticleText, qtbot: QtBot) -> None:
    start, _ = at("closed")
    cursor = text.cursor_at(start + 2, start + 2)
    text.setTextCursor(cursor)
    with qtbot.waitSignal(text.event_chosen) as chosen:
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert chosen.args == [1, False]
    text.setTextCursor(text.cursor_at(0, 0))
    with qtbot.assertNotEmitted(text.event_chosen):
        qtbot.keyClick(text, Qt.Key.Key_Return)


def test_words_selected_with_the_mouse_are_told_by_their_place_and_offered(text: ArticleText, qtbot: QtBot) -> None:
    assert text.selected_span() is None
    port = text.viewport()
    start, end = at("It opens")
    first, last = (text.cursorRect(text.cursor_at(place, place)).center() for place in (start, end))
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(port, (first + last) / 2)
    qtbot.mouseMove(port, last)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=last)
    assert text.selected_span() == (start, end)
    assert text.offer.isVisible()


def test_pointing_shows_a_hand_and_says_expression_before_event(
    text: ArticleText, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, _widget: said.append(words))
    for words in ("on Monday", "they say"):
        qtbot.mouseMove(text.viewport(), point(text, words))
        where = point(text, words)
        QApplication.sendEvent(
            text.viewport(), QHelpEvent(QEvent.Type.ToolTip, where, text.viewport().mapToGlobal(where))
        )
    assert said == ["Monday, 24 March<hr>Longer", ""]
    assert text.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
    qtbot.mouseMove(text.viewport(), point(text, "closed"))
    assert text.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_a_right_click_offers_an_event_s_actions_on_its_words_only(text: ArticleText, qtbot: QtBot) -> None:
    confirm, new = QAction("Confirm", text), QAction("New event", text)
    text.on_events = [confirm]
    text.addAction(new)
    offered = []
    for words in ("closed", "they say"):
        where = point(text, words)
        place = text.viewport().mapToGlobal(where)
        QApplication.sendEvent(text.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, place))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        offered.append([action for action in menu.actions() if action in (confirm, new)])
        menu.close()
    assert offered == [[confirm, new], [new]]


def test_a_place_is_brought_into_sight_and_flashes(text: ArticleText, qtbot: QtBot) -> None:
    end = len(BODY) - 20
    text.reveal(end, end + 5)
    assert text.first_visible() > 1000
    assert len(text.extraSelections()) == 1
    scrolled = text.verticalScrollBar().value()
    text.reveal(end - 30, end - 20)
    assert text.verticalScrollBar().value() == scrolled  # it was in sight
    for _ in range(20):
        text._flash.timeout.emit()
    assert text.extraSelections() == []


def test_what_is_selected_stands_out_with_its_sentence(text: ArticleText) -> None:
    text.mark_events([at("closed")], [at("The quay was closed on Monday.")])
    sentence, event = (
        (each.cursor.selectedText(), each.format.background().color()) for each in text.extraSelections()
    )
    assert (sentence[0], event[0]) == ("The quay was closed on Monday.", "closed")
    assert sentence[1] != event[1]
    text.mark_events([], [])
    assert text.extraSelections() == []


def test_of_what_was_found_the_current_place_is_selected_and_stands_out(text: ArticleText) -> None:
    text.show_matches([at("quay"), at("opens")], 1)
    assert text.textCursor().selectedText() == "opens"
    grounds = {each.cursor.selectedText(): each.format.background().color() for each in text.extraSelections()}
    assert grounds.keys() == {"quay", "opens"}
    assert grounds["quay"] != grounds["opens"]
    text.show_matches([], -1)
    assert text.extraSelections() == []


def test_text_of_another_size_is_set_so_and_stays_in_its_column(text: ArticleText) -> None:
    before, left = text.document().size().height(), text.viewportMargins().left()
    text.set_type(24, 180)
    assert text.document().size().height() > 2 * before
    assert text.viewportMargins().left() <= left
    text.resize(1800, 400)
    em = text.document().defaultFont().pointSizeF() * text.logicalDpiX() / 72
    assert text.viewport().width() < 40 * em


def test_nothing_can_be_typed(text: ArticleText, qtbot: QtBot) -> None:
    before = text.toPlainText()
    qtbot.keyClicks(text, "abc")
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert text.toPlainText() == before


def test_lines_are_no_wider_than_the_column_when_first_shown_wide(qtbot: QtBot) -> None:
    text = ArticleText()
    qtbot.addWidget(text)
    text.set_type(13, 150)
    text.show_text("Ferry aground", "Sandholm Post", "The ferry Aurora ran aground with 212 people aboard. " * 20)
    text.resize(1600, 900)
    text.show()
    assert text.document().textWidth() == text.viewport().width() < 900
