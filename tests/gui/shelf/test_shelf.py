"""The events without a date under the others."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.core.filter import Filter
from dateline.core.model import Certainty
from dateline.core.moment import moment
from dateline.gui.language.phrases import read_bounds
from dateline.gui.shelf import shelf as module
from dateline.gui.shelf.shelf import Shelf
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.selection import Selection
from dateline.library import edits


@pytest.fixture
def selection(document: Document) -> Selection:
    return Selection(document)


@pytest.fixture
def shelf(document: Document, selection: Selection, qtbot: QtBot) -> Shelf:
    """The shelf of three events without a date."""
    made = Shelf(document, selection)
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def listed(shelf: Shelf) -> set[str]:
    return {shelf.events.index(row).data() for row in range(shelf.events.rowCount())}


def test_it_says_how_many_there_are_and_opens_on_a_click(shelf: Shelf, qtbot: QtBot) -> None:
    assert shelf.head.text() == shelf.head.accessibleName() == "3 undated events"
    assert not shelf.is_open
    with qtbot.waitSignal(shelf.opened) as opened:
        qtbot.mouseClick(shelf.head, Qt.MouseButton.LeftButton)
    assert opened.args == [True]
    assert listed(shelf) == {"The captain was asleep", "The strike ended — “Monday”", "The port reopened — “Tuesday”"}
    qtbot.mouseClick(shelf.head, Qt.MouseButton.LeftButton)
    assert not shelf.is_open


def test_a_row_selects_its_event_and_what_is_selected_elsewhere_is_chosen(
    shelf: Shelf, selection: Selection, ids: dict[str, int], qtbot: QtBot
) -> None:
    shelf.set_open(True)
    place = shelf.list.visualRect(shelf.events.index(shelf.events.row_of(ids["ended"]))).center()
    qtbot.mouseClick(shelf.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert list(selection.events) == [ids["ended"]]
    selection.select([ids["asleep"], ids["began"]])
    assert [index.row() for index in shelf.list.selectedIndexes()] == [shelf.events.row_of(ids["asleep"])]
    assert list(selection.events) == [ids["asleep"], ids["began"]]  # the one with a date stays selected
    assert shelf.events.row_of(ids["began"]) == -1


def test_an_event_that_is_given_a_date_leaves_and_comes_back(
    shelf: Shelf, document: Document, ids: dict[str, int]
) -> None:
    shelf.set_open(True)
    [event] = document.events([ids["asleep"]])
    bounds = read_bounds("29 March 2025")
    assert bounds.earliest == moment(2025, 3, 29)
    document.do(edits.move(event, bounds))
    assert shelf.head.text() == "2 undated events"
    assert "The captain was asleep" not in listed(shelf)
    document.stack.undo()
    assert "The captain was asleep" in listed(shelf)


def test_it_goes_where_the_filter_leaves_none(shelf: Shelf, document: Document) -> None:
    document.set_filter(Filter(text="strike"))
    assert shelf.head.text() == "2 undated events"
    document.set_filter(Filter(certainties=(Certainty.PLANNED,)))
    assert shelf.isHidden()
    document.set_filter(Filter())
    assert not shelf.isHidden()


def test_of_very_many_it_says_how_many_are_listed(
    shelf: Shelf, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    document.tell()
    shelf.set_open(True)
    assert shelf.head.text() == "3 undated events (2 listed)"
    assert shelf.events.rowCount() == 2


def test_rows_are_read_when_they_are_shown_and_not_before(shelf: Shelf) -> None:
    assert (shelf.events.total, shelf.events.rowCount()) == (3, 0)
