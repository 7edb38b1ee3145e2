"""Reading what was found in a row: confirm, reject or mend and go on, and back to what was found."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.core.model import Event, Status
from dateline.core.moment import moment
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.table.event_table import COLUMNS
from dateline.library import Library

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def event_of(window: MainWindow, id_: int) -> Event:
    found = window.document.library.event(id_)
    assert found is not None
    return found


def test_events_are_read_in_a_row_with_one_key_each(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.select([ids["accident"]])  # the first by time
    assert window.inspector.read.text() == "0 of 7 read"
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL_SHIFT)
    assert window.selection.events == (ids["began"],)
    assert window.inspector.title.text() == "The strike began"
    qtbot.keyClick(window, Qt.Key.Key_Backspace, CTRL_SHIFT)
    assert window.selection.events == (ids["aground"],)
    assert window.inspector.read.text() == "2 of 7 read"
    assert event_of(window, ids["accident"]).status is Status.CONFIRMED
    assert event_of(window, ids["began"]).status is Status.REJECTED
    qtbot.keyClick(window, Qt.Key.Key_Down, CTRL_SHIFT)  # leave it open
    assert window.selection.events == (ids["refloat"],)
    assert event_of(window, ids["aground"]).status is Status.FOUND


def test_the_undated_come_last_and_then_what_was_left_open(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    window.selection.select([ids["refloat"]])
    for left in (6, 5, 4):
        assert window.selection.last is not None
        qtbot.keyClick(window, Qt.Key.Key_Return, CTRL_SHIFT)
        assert window.inspector.read.text() == f"{7 - left} of 7 read"
    seen = set()
    while window.selection.last is not None:
        seen.add(window.selection.last)
        qtbot.keyClick(window, Qt.Key.Key_Return, CTRL_SHIFT)
    assert {ids["accident"], ids["began"], ids["aground"]} <= seen
    assert "has been read" in window.notice.text.text()
    assert all(event.status is Status.CONFIRMED for event in window.document.library.events())


def test_the_table_is_read_in_its_own_order(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.actions_.named("show_table").trigger()
    window.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)  # by what happened
    window.selection.select([ids["began"]])
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL_SHIFT)
    assert window.selection.events == (ids["reopened"],)


def test_what_is_being_typed_is_kept_and_confirmed_with_it(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    window.selection.select([ids["accident"]])
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.keyClicks(window.inspector.title, "An accident of 2019")
    qtbot.keyClick(window.inspector.title, Qt.Key.Key_Return, CTRL_SHIFT)
    mended = event_of(window, ids["accident"])
    assert (mended.title, mended.status) == ("An accident of 2019", Status.CONFIRMED)
    assert window.selection.events == (ids["began"],)


def test_a_corrected_event_shows_it_and_goes_back_to_what_was_found(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    before = event_of(window, ids["aground"])
    window.selection.select([ids["aground"]])
    back = window.actions_.named("as_found")
    assert not back.isEnabled()
    for field, words in ((window.inspector.title, "Aurora aground"), (window.inspector.when, "3 April 2025")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert event_of(window, ids["aground"]).earliest == moment(2025, 4, 3)
    assert window.inspector.status.text() == "Corrected"
    assert "Title, When" in window.inspector.status.toolTip()
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.inspector.status.text() == "Confirmed, corrected"
    window.show_view(1)
    row = window.table.events.row_of(ids["aground"])
    assert window.table.events.index(row, len(COLUMNS) - 1).data() == "Confirmed, corrected"
    assert back.isEnabled()
    back.trigger()
    assert event_of(window, ids["aground"]) == before
    assert window.inspector.status.text() == "Found"
    window.document.stack.undo()
    assert event_of(window, ids["aground"]).title == "Aurora aground"


def test_after_a_correction_was_undone_and_made_anew_the_finding_is_still_known(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    before = event_of(window, ids["asleep"])
    window.selection.select([ids["asleep"]])
    for title in ("One", "Two"):
        qtbot.keyClick(window, Qt.Key.Key_F2)
        qtbot.keyClicks(window.inspector.title, title)
        qtbot.keyClick(window.inspector.title, Qt.Key.Key_Return)
        if title == "One":
            window.document.stack.undo()
    assert window.document.library.as_found(event_of(window, ids["asleep"])) == before


def test_an_event_added_by_hand_was_never_found(window: MainWindow, ids: dict[str, int]) -> None:
    from dateline.core.bounds import Bounds
    from dateline.library import edits

    change = edits.add_by_hand("A vigil", Bounds())
    window.document.do(change)
    added = event_of(window, change.rows[0].id)
    window.document.do(edits.rename(added, "A long vigil"))
    window.selection.select([added.id])
    assert not window.actions_.named("as_found").isEnabled()


def test_after_deleting_the_next_event_is_selected(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.select([ids["began"]])
    window.times.setFocus()
    qtbot.keyClick(window.times.chronicle, Qt.Key.Key_Delete)
    assert window.selection.events == (ids["aground"],)


def test_nothing_can_be_done_with_an_event_that_is_gone(window: MainWindow, ids: dict[str, int]) -> None:
    from dateline.core.bounds import Bounds
    from dateline.library import edits

    change = edits.add_by_hand("A vigil", Bounds())
    window.document.do(change)
    window.selection.select([change.rows[0].id])
    assert window.actions_.named("confirm").isEnabled()
    assert not window.actions_.named("split").isEnabled()
    window.document.stack.undo()
    for name in ("confirm", "reject", "delete", "split", "confirm_next"):
        assert not window.actions_.named(name).isEnabled(), name


def test_of_key_events_as_many_as_are_shown_are_counted(story: MainWindow, qtbot: QtBot) -> None:
    story.actions_.named("show_key_10").trigger()
    first = story.document.library.spans(story.document.filter).ids.tolist()[0]
    story.selection.select([first])
    assert story.inspector.read.text() == "0 of 10 read"
    qtbot.keyClick(story, Qt.Key.Key_Return, CTRL_SHIFT)
    assert story.inspector.read.text() == "1 of 10 read"


def test_what_the_history_no_longer_tells_is_not_made_up(window: MainWindow, ids: dict[str, int]) -> None:
    library: Library = window.document.library
    event = event_of(window, ids["ended"])
    assert library.as_found(event) is None
