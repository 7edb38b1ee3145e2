"""When something happened, typed in words."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.core.bounds import Bounds
from dateline.core.model import Article
from dateline.core.moment import moment
from dateline.gui.details.when_field import WhenField
from dateline.gui.language import i18n


@pytest.fixture
def field(qtbot: QtBot) -> WhenField:
    """The field with a date that is already known."""
    made = WhenField()
    qtbot.addWidget(made)
    made.show_words("3 March 2025", "at some time on 3 March 2025", None)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.line.setFocus()
    return made


def type_in(qtbot: QtBot, field: WhenField, words: str) -> None:
    field.line.selectAll()
    qtbot.keyClicks(field.line, words)


def test_what_the_words_mean_is_said_while_they_are_typed(field: WhenField, qtbot: QtBot) -> None:
    assert field.preview.text() == "at some time on 3 March 2025"
    type_in(qtbot, field, "since May 2025")
    meant = "since May 2025: began between 1 May 2025 and 31 May 2025, end open"
    qtbot.waitUntil(lambda: field.preview.text() == meant)
    assert field.how.currentData() == "since"
    assert field.problem.isHidden()


def test_what_is_not_understood_is_said_and_enters_nothing(field: WhenField, qtbot: QtBot) -> None:
    type_in(qtbot, field, "the quay")
    with qtbot.assertNotEmitted(field.entered):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert "the quay" in field.problem.text()
    assert field.preview.isHidden()
    assert field.line.property("kind") == "wrong"
    type_in(qtbot, field, "4 March 2025")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.problem.isHidden()
    assert field.line.property("kind") == ""


def test_return_enters_what_the_words_mean(field: WhenField, qtbot: QtBot) -> None:
    type_in(qtbot, field, "between 3 and 5 March 2025")
    with qtbot.waitSignal(field.entered) as entered:
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    [bounds] = entered.args or [None]
    assert isinstance(bounds, Bounds)
    assert (bounds.earliest, bounds.latest) == (moment(2025, 3, 3), moment(2025, 3, 6))


def test_the_same_words_again_enter_nothing_and_none_take_the_date_away(field: WhenField, qtbot: QtBot) -> None:
    type_in(qtbot, field, "3 March 2025")
    with qtbot.assertNotEmitted(field.entered):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    with qtbot.waitSignal(field.entered) as entered:
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert entered.args == [Bounds()]


def choose(qtbot: QtBot, field: WhenField, words: str) -> None:
    field.how.setFocus()
    qtbot.keyClicks(field.how, words)


def test_another_way_of_saying_it_keeps_the_date(field: WhenField, qtbot: QtBot) -> None:
    choose(qtbot, field, "Around")
    assert field.line.text() == "around 3 March 2025"
    assert field.preview.text().startswith("2–4 March 2025: ")
    assert field.line.hasFocus()


def test_a_way_with_two_dates_asks_for_the_second(field: WhenField, qtbot: QtBot) -> None:
    type_in(qtbot, field, "on")
    field.line.setText("around 3 March 2025")
    choose(qtbot, field, "Between")
    assert field.line.text() == "between 3 March 2025 and …"
    assert field.line.selectedText() == "…"
    assert "in place of" in field.preview.text()
    qtbot.keyClicks(field.line, "5 March 2025")
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)


def test_words_may_lean_on_the_article(field: WhenField, qtbot: QtBot) -> None:
    field.show_words("", "", Article(id=1, text="", title="", published="2025-03-30", language="en"))
    qtbot.keyClicks(field.line, "yesterday")
    with qtbot.waitSignal(field.entered) as entered:
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    [bounds] = entered.args or [None]
    assert isinstance(bounds, Bounds)
    assert bounds.earliest == moment(2025, 3, 29)


def test_it_speaks_the_language_of_the_window(qtbot: QtBot) -> None:
    i18n.install("de", "de_DE")
    german = WhenField()
    qtbot.addWidget(german)
    german.show_words("um 1870", "", None)
    assert german.how.currentText() == "Um"
    choose(qtbot, german, "Seit")
    assert german.line.text() == "seit 1870"
