"""An event added by hand."""

from pytestqt.qtbot import QtBot
from tests.gui.dialogs.made import opened

from dateline.gui.shell.main_window import MainWindow


def test_an_event_is_added_from_a_selection(window: MainWindow, qtbot: QtBot) -> None:
    article = window.reader.article
    assert article is not None
    start = article.text.index("Nobody was hurt")
    window.reader.text.setTextCursor(window.reader.text.cursor_at(start, start + 15))
    dialog = opened(window, "add_event")
    dialog.when.setText("not a date at all")
    dialog.add()
    assert dialog.when_field.problem.isVisible()
    dialog.when.setText("29 March 2025")
    dialog.when_field.look()
    assert dialog.when_field.preview.text() == "29 March 2025: at some time on 29 March 2025"
    how = dialog.when_field.how
    how.setCurrentIndex(how.findData("between"))
    how.activated.emit(0)
    assert (dialog.when.text(), dialog.when.selectedText()) == ("between 29 March 2025 and …", "…")
    dialog.add()
    assert "…" in dialog.when_field.problem.text()
    dialog.when.setText("29 March 2025")
    dialog.add()
    event = window.document.library.event(window.selection.last or 0)
    assert event is not None
    assert (event.title, event.text, event.status) == ("Nobody was hurt", "Nobody was hurt", "added")
