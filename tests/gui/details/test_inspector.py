"""The details of what is selected, edited in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from dateline.core.filter import Filter
from dateline.core.model import Certainty, Event
from dateline.core.moment import moment
from dateline.gui.details.inspector import EventActions, Inspector
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.selection import Selection
from dateline.library import edits


@pytest.fixture
def selection(document: Document) -> Selection:
    return Selection(document)


@pytest.fixture
def details(document: Document, selection: Selection, qtbot: QtBot) -> Inspector:
    """The details of a library of two articles; what is changed is done."""
    host = QWidget()
    actions = EventActions(*(QAction(name.replace("_", " ").title(), host) for name in EventActions._fields))
    made = Inspector(document, selection, actions)
    host.setParent(made)
    host.hide()
    made.changed.connect(document.do)
    qtbot.addWidget(made)
    made.resize(520, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def event_of(document: Document, id_: int) -> Event:
    [found] = document.events([id_])
    return found


def type_in(qtbot: QtBot, field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_without_a_selection_it_says_how_to_make_one(details: Inspector, selection: Selection) -> None:
    assert not details.title.isVisible()
    assert not any(button.isVisible() for button in details._buttons)
    assert details.read.text() == "0 of 7 read"


def test_one_event_is_told_with_all_that_is_known(
    details: Inspector, selection: Selection, ids: dict[str, int]
) -> None:
    selection.select([ids["asleep"]])
    assert details.title.text() == "The captain was asleep"
    assert (details.who.text(), details.where.text()) == ("Jon Berg", "")
    assert details.certainty.currentData() == Certainty.DENIED
    assert details.when.text() == ""
    assert "Undated" in details.when.placeholderText()
    assert details.status.text() == "Found"
    selection.select([ids["aground"]])
    assert details.when.text() == "29 March 2025, night"
    assert details.why.text().startswith("“Saturday night”")
    assert details.where.text() == "Sandholm"


def test_names_are_typed_with_semicolons_and_those_that_stay_keep_what_is_known_of_them(
    details: Inspector, document: Document, selection: Selection, ids: dict[str, int], qtbot: QtBot
) -> None:
    selection.select([ids["asleep"]])
    before = event_of(document, ids["asleep"]).participants
    type_in(qtbot, details.who, " Ana  Lund ;Jon Berg; ")
    type_in(qtbot, details.where, "Hallin")
    after = event_of(document, ids["asleep"]).participants
    assert [(p.name, p.kind) for p in after] == [("Ana Lund", "person"), ("Jon Berg", "person"), ("Hallin", "place")]
    assert after[1] == before[0]
    count = document.stack.count()
    type_in(qtbot, details.where, "Hallin")
    assert document.stack.count() == count  # the same again is no change


def test_the_date_is_typed_and_taken_back(
    details: Inspector, document: Document, selection: Selection, ids: dict[str, int], qtbot: QtBot
) -> None:
    selection.select([ids["asleep"]])
    type_in(qtbot, details.when, "29 March 2025")
    assert event_of(document, ids["asleep"]).earliest == moment(2025, 3, 29)
    assert details.status.text() == "Corrected"
    document.stack.undo()
    assert details.when.text() == ""


def test_a_title_is_entered_and_an_empty_one_is_not(
    details: Inspector, document: Document, selection: Selection, ids: dict[str, int], qtbot: QtBot
) -> None:
    selection.select([ids["asleep"]])
    details.edit_title()
    qtbot.keyClick(details.title, Qt.Key.Key_Delete)
    qtbot.keyClick(details.title, Qt.Key.Key_Return)
    assert event_of(document, ids["asleep"]).title == "The captain was asleep"
    qtbot.keyClicks(details.title, "Asleep at the wheel")
    qtbot.keyClick(details.title, Qt.Key.Key_Return)
    assert event_of(document, ids["asleep"]).title == "Asleep at the wheel"


def test_several_are_edited_together(
    details: Inspector, document: Document, selection: Selection, ids: dict[str, int], qtbot: QtBot
) -> None:
    document.do(edits.tag(document.events([ids["aground"]]), "sea"))
    document.do(edits.tag(document.events([ids["aground"], ids["asleep"]]), "law"))
    selection.select([ids["aground"], ids["asleep"]])
    assert details.many.text() == "2 events selected"
    assert not details.title.isVisible()
    assert not details.status.isVisible()
    assert details.certainty.currentIndex() == -1  # they differ
    QApplication.processEvents()  # what was put into a layout shows from then on
    shown = [chip.accessibleName() for chip in details.tags.findChildren(QPushButton) if not chip.isHidden()]
    assert shown == ["Remove the tag law"]  # what they have in common
    details.certainty.setFocus()
    qtbot.keyClicks(details.certainty, "Claimed")
    type_in(qtbot, details.tags.field, "night")
    events = document.events([ids["aground"], ids["asleep"]])
    assert {event.certainty for event in events} == {Certainty.CLAIMED}
    assert all("night" in event.tags for event in events)


def test_a_note_is_kept_when_the_reader_goes_elsewhere(
    details: Inspector, document: Document, selection: Selection, ids: dict[str, int], qtbot: QtBot
) -> None:
    selection.select([ids["aground"]])
    details.note.setFocus()
    qtbot.keyClicks(details.note, "Ask the harbour")
    selection.select([ids["asleep"]])
    assert event_of(document, ids["aground"]).note == "Ask the harbour"
    assert details.note.toPlainText() == ""
    assert event_of(document, ids["asleep"]).note == ""


def test_a_merged_event_has_a_title_of_its_own_and_can_lose_a_member(
    details: Inspector, document: Document, selection: Selection, ids: dict[str, int], qtbot: QtBot
) -> None:
    document.do(edits.merge(document.events([ids["accident"], ids["began"]])))
    selection.select([ids["accident"]])
    details.edit_title()
    qtbot.keyClicks(details.title, "What began")
    qtbot.keyClick(details.title, Qt.Key.Key_Return)
    [merge] = document.library.merges()
    assert merge.title == "What began"
    assert "What began" not in {event.title for event in document.events(ids.values())}
    split = next(
        button for button in details.sources.findChildren(QPushButton) if button.accessibleName().startswith("Split")
    )
    split.click()
    assert document.library.merges() == []


def test_why_it_is_a_key_event_is_said_while_key_events_are_shown(
    details: Inspector, document: Document, selection: Selection, ids: dict[str, int]
) -> None:
    document.set_filter(Filter(key=5))
    selection.select(document.library.spans(document.filter).ids.tolist()[:1])
    assert details.key.isVisible()
    assert details.key.text().startswith("Key event: ")
    document.set_filter(Filter())
    assert not details.key.isVisible()


def test_what_can_be_done_with_several_or_with_merged_ones_shows_only_then(
    details: Inspector, selection: Selection, ids: dict[str, int]
) -> None:
    merge = next(button for button in details._buttons if button.accessibleName() == "Merge")
    merge.defaultAction().setEnabled(False)
    selection.select([ids["aground"]])
    assert not merge.isVisible()
    merge.defaultAction().setEnabled(True)
    selection.select([ids["aground"], ids["asleep"]])
    assert merge.isVisible()


def test_it_is_closed_by_its_button(details: Inspector, qtbot: QtBot) -> None:
    close = next(b for b in details.findChildren(QToolButton) if b.accessibleName() == "Close the details")
    with qtbot.waitSignal(details.closed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
