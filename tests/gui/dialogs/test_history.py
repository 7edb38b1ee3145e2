"""The history of a library."""

from tests.gui.dialogs.made import opened

from dateline.gui.shell.main_window import MainWindow


def test_history_takes_a_change_back(window: MainWindow, ids: dict[str, int]) -> None:
    window.selection.select([ids["aground"]])
    window.actions_.named("confirm").trigger()
    dialog = opened(window, "history")
    dialog._table.setCurrentCell(0, 0)
    dialog.take_back()
    event = window.document.library.event(ids["aground"])
    assert event is not None
    assert event.status == "found"
    window.document.stack.undo()
    event = window.document.library.event(ids["aground"])
    assert event is not None
    assert event.status == "confirmed"
    dialog.close()
