"""The button beside selected words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from dateline.gui.article.offer import FEWEST, Offer


@pytest.fixture
def text(qtbot: QtBot) -> QTextEdit:
    made = QTextEdit()
    made.setPlainText("The quay was closed on Monday.\n" * 60)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def offer(text: QTextEdit) -> Offer:
    return Offer(text)


def select(text: QTextEdit, start: int, end: int) -> None:
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


def test_it_lies_below_the_end_of_the_selection(text: QTextEdit, offer: Offer) -> None:
    assert offer.isHidden()
    select(text, 4, 19)
    offer.show_beside()
    assert offer.isVisible()
    assert offer.y() > text.cursorRect().bottom()
    assert text.viewport().rect().contains(offer.geometry())


def test_at_the_foot_it_lies_above_and_at_the_edge_within(text: QTextEdit, offer: Offer) -> None:
    last = text.cursorForPosition(text.viewport().rect().bottomLeft()).position()
    select(text, last, last + 8)
    text.verticalScrollBar().setValue(text.verticalScrollBar().value())
    offer.show_beside()
    assert offer.geometry().bottom() < text.cursorRect().top()
    assert text.viewport().rect().contains(offer.geometry())


def test_a_slip_of_the_mouse_is_no_selection(text: QTextEdit, offer: Offer) -> None:
    select(text, 4, 4 + FEWEST - 1)
    offer.show_beside()
    assert offer.isHidden()
    select(text, 4, 4 + FEWEST)
    offer.show_beside()
    assert offer.isVisible()


def test_it_goes_with_the_selection_and_when_the_text_moves(text: QTextEdit, offer: Offer) -> None:
    select(text, 4, 19)
    offer.show_beside()
    select(text, 4, 24)
    assert offer.isHidden()
    offer.show_beside()
    text.verticalScrollBar().setValue(50)
    assert offer.isHidden()


def test_it_takes_the_keyboard_from_nobody(text: QTextEdit, offer: Offer, qtbot: QtBot) -> None:
    select(text, 4, 19)
    offer.show_beside()
    with qtbot.waitSignal(offer.clicked):
        qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert not offer.hasFocus()
    assert offer.accessibleName() == "Event from this…"
