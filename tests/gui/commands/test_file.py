"""The File menu: what is brought in, and what is told of it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from dateline.app.report import Line
from dateline.errors import ExportError
from dateline.export import image
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.workspace import tasks
from dateline.gui.workspace.jobs import ImportJob

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
SUMMARY:The fair opens
DTSTART;VALUE=DATE:20250503
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    """The files that imports are started with; none is read, and each is done at once."""
    begun: list[list[Path]] = []

    def start(job: ImportJob, files: Sequence[Path]) -> None:
        begun.append(list(files))
        job.finished.emit([])

    monkeypatch.setattr(ImportJob, "start", start)
    return begun


def test_files_are_asked_for_where_one_was_last(
    window: MainWindow, started: list[list[Path]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    places: list[str] = []
    file = tmp_path / "news" / "ferry.html"
    file.parent.mkdir()

    def named(_parent: object, _title: str, place: str, _kinds: str) -> tuple[list[str], str]:
        places.append(place)
        return ([str(file)], "") if len(places) == 1 else ([], "")

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", named)
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_O, CTRL)
    assert started == [[file]]
    assert places == [str(Path.home()), str(file.parent)]


def test_a_folder_is_brought_in_as_one(
    window: MainWindow, started: list[list[Path]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    qtbot.keyClick(window, Qt.Key.Key_O, CTRL | SHIFT)
    assert started == [[tmp_path]]


def test_a_library_among_files_is_opened_and_a_calendar_s_events_are_added(
    window: MainWindow, started: list[list[Path]], file: Path, tmp_path: Path
) -> None:
    calendar, article = tmp_path / "fairs.ICS", tmp_path / "ferry.txt"
    calendar.write_text(CALENDAR)
    window.commands.import_paths([article, calendar, file])
    assert window.document.library.path == file
    assert "The fair opens" in {event.title for event in window.document.library.events()}
    assert started == [[article]]


def test_while_an_import_runs_no_other_begins(
    window: MainWindow, started: list[list[Path]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(type(window.import_panel), "running", property(lambda _panel: True))
        window.commands.import_paths([tmp_path])
    assert started == []
    assert "still running" in window.notice.text.text()


def test_pasting_brings_in_files_or_text_and_says_where_there_is_none(
    window: MainWindow, started: list[list[Path]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(window.workspace.assistant, "ask", lambda *told, **_: asked.append(told))
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("  ")
    qtbot.keyClick(window, Qt.Key.Key_V, CTRL | SHIFT)
    assert "no text to paste" in window.notice.text.text()
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    clipboard.setMimeData(files)
    qtbot.keyClick(window, Qt.Key.Key_V, CTRL | SHIFT)
    page = QMimeData()
    page.setText("Quay closes")
    page.setHtml("<p>Quay closes</p>")
    clipboard.setMimeData(page)
    qtbot.keyClick(window, Qt.Key.Key_V, CTRL | SHIFT)
    clipboard.clear()  # which would outlive what it holds
    assert started == [[tmp_path]]
    [(task, text, html, _)] = asked
    assert (task, text) == (tasks.read_pasted, "Quay closes")
    assert "<p>Quay closes</p>" in str(html)


def line(outcome: str, reason: str = "", article: int | None = None) -> Line:
    return Line(file="/news/ferry.html", outcome=outcome, reason=reason, article=article)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([], "There was no file there that can be read."),
        ([line("refused", "it is empty")], "ferry.html was not read: it is empty"),
        ([line("already here", "the same words")], "Already here: the same words."),
        ([line("read"), line("refused", "it is empty")], "1 article read, 1 not read."),
    ],
)
def test_what_became_of_an_import_is_told(window: MainWindow, lines: list[Line], told: str) -> None:
    window.commands._imported(lines)
    assert window.notice.text.text() == told


def test_an_article_brought_in_alone_is_read_and_of_many_the_first_only_where_none_is(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    window.commands._imported([line("read", article=ids["strike"])])
    assert window.selection.article == ids["strike"]
    window.commands._imported([line("read", article=ids["ferry"]), line("refused", "it is empty")])
    assert window.selection.article == ids["strike"]
    qtbot.mouseClick(window.notice._action, Qt.MouseButton.LeftButton)  # show the report
    assert any(child.isVisible() for child in window.findChildren(QDialog))
    window.selection.read(None)
    window.commands._imported([line("read", article=ids["ferry"]), line("refused", "it is empty")])
    assert window.selection.article == ids["ferry"]


def test_events_of_a_file_are_added_once_and_what_holds_none_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, other = tmp_path / "fairs.ics", tmp_path / "notes.json"
    file.write_text(CALENDAR)
    other.write_text("{}")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    told = []
    for _ in range(2):
        window.actions_.named("import_events").trigger()
        told.append(window.notice.text.text())
    for missing in (other, tmp_path / "gone.ics"):
        window.commands.add_events(missing)
        told.append(window.notice.text.text())
    assert told[0].startswith("Added from fairs.ics: ")
    assert told[1] == "All events of fairs.ics are already here."
    assert told[2].startswith("notes.json ")
    assert told[3].startswith("gone.ics was not read: ")
    assert window.document.stack.count() == 1


def test_a_table_first_asks_which_column_is_what(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "fairs.csv"
    file.write_text("what,when\nThe fair opens,2025-05-03\n")
    window.commands.add_events(file)
    [dialog] = [child for child in window.findChildren(QDialog) if child.isVisible()]
    assert type(dialog).__name__ == "ColumnsDialog"
    dialog.reject()


def test_an_image_that_cannot_be_copied_is_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ExportError("There is no room for it.")

    monkeypatch.setattr(image, "write", fail)
    window.commands.copy_image()
    assert window.notice.text.text() == "There is no room for it."


def test_quit_closes_the_window(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Q, CTRL)
    assert not window.isVisible()
