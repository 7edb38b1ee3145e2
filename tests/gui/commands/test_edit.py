"""The Edit menu: what is done with events, undone, and found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from dateline.core.filter import Filter
from dateline.core.model import Certainty, Status
from dateline.gui.dialogs.event import EventDialog
from dateline.gui.shell.main_window import MainWindow
from dateline.library import edits

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def statuses(window: MainWindow, *events: int) -> set[Status]:
    return {event.status for event in window.document.events(events)}


@pytest.mark.parametrize(
    ("key", "status"), [(Qt.Key.Key_Return, Status.CONFIRMED), (Qt.Key.Key_Backspace, Status.REJECTED)]
)
def test_what_is_said_again_is_taken_back(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot, key: Qt.Key, status: Status
) -> None:
    both = ids["aground"], ids["asleep"]
    window.selection.select([ids["aground"]])
    qtbot.keyClick(window, key, CTRL)
    window.selection.select(both)
    qtbot.keyClick(window, key, CTRL)  # one was not yet
    assert statuses(window, *both) == {status}
    qtbot.keyClick(window, key, CTRL)
    assert statuses(window, *both) == {Status.FOUND}


def test_rejecting_is_told_with_a_way_back(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.select([ids["aground"], ids["asleep"]])
    window.actions_.named("reject").trigger()
    assert window.notice.text.text() == "2 events rejected."
    qtbot.mouseClick(window.notice._action, Qt.MouseButton.LeftButton)
    assert statuses(window, ids["aground"], ids["asleep"]) == {Status.FOUND}


def test_deleting_goes_on_to_the_next_event(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.select([ids["accident"]])
    qtbot.keyClick(window.times.chronicle, Qt.Key.Key_Delete)
    assert [event.binned for event in window.document.events([ids["accident"]])] == [True]
    assert window.selection.events == (ids["began"],)


def test_merging_takes_the_groups_of_its_events_along(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    document = window.document
    document.do(edits.merge(document.events([ids["ended"], ids["reopened"]])))
    window.selection.select([ids["began"], ids["ended"]])
    qtbot.keyClick(window, Qt.Key.Key_M, CTRL)
    [merge] = document.library.merges()
    members = {event.id for event in document.library.merge_members(merge.id)}
    assert members == {ids["began"], ids["ended"], ids["reopened"]}
    qtbot.keyClick(window, Qt.Key.Key_M, CTRL | SHIFT)
    assert document.library.merges() == []


def test_a_new_event_takes_the_words_that_are_selected(window: MainWindow, qtbot: QtBot) -> None:
    article = window.reader.article
    assert article is not None
    start = article.text.index("Nobody was hurt")
    for span, title in (((start, start + 15), "Nobody was hurt"), ((0, 0), "")):
        window.reader.text.setTextCursor(window.reader.text.cursor_at(*span))
        qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
        dialog = next(child for child in window.findChildren(QDialog) if child.isVisible())
        assert isinstance(dialog, EventDialog)
        assert dialog.title.text() == title
        dialog.reject()


def test_keys_put_the_keyboard_where_one_types(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.select([ids["aground"]])
    window.want_inspector(wanted=False)
    for key, keys, field in (
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, window.inspector.title),
        (Qt.Key.Key_F, CTRL, window.reader.find_bar.field),
        (Qt.Key.Key_K, CTRL, window.filter_bar.search),
    ):
        qtbot.keyClick(window, key, keys)
        assert QApplication.focusWidget() is field


def test_clearing_the_filter_leaves_how_much_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.document.set_filter(Filter(key=10, text="strike", certainties=(Certainty.DENIED,)))
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL | SHIFT)
    assert window.document.filter == Filter(key=10)


def test_a_filter_is_kept_under_its_name_replaced_and_removed(window: MainWindow) -> None:
    for certainty in (Certainty.DENIED, Certainty.PLANNED):
        window.document.set_filter(Filter(certainties=(certainty,)))
        window.filter_bar.save_wanted.emit("Mine")
    [saved] = window.document.library.saved_filters()
    assert Filter.from_json(saved.query).certainties == (Certainty.PLANNED,)
    window.filter_bar.remove_wanted.emit(saved)
    assert window.document.library.saved_filters() == []
    window.actions_.named("undo").trigger()
    assert [each.name for each in window.document.library.saved_filters()] == ["Mine"]


def test_undo_and_redo_by_their_keys(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.document.do(edits.rename(window.document.events([ids["began"]])[0], "Dockers walk out"))
    window.articles.setFocus()
    seen = []
    for key, keys in ((Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)):
        qtbot.keyClick(window, key, keys)
        seen.append(window.document.events([ids["began"]])[0].title)
    assert seen == ["The strike began", "Dockers walk out"] * 2
