"""Dropping, pasting and importing, with real worker processes."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from dateline.app.report import Line, as_json, from_json
from dateline.core.model import Article
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.workspace.jobs import ImportJob
from dateline.gui.workspace.reports import as_text, summary

NEWS = "Quarry closes\n\nThe quarry at Hallin closed on 3 March 2025. {} people lost their jobs last week.\n"


def drop(window: MainWindow, files: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(300, 300), action, data, button, key)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    assert window.veil.isVisible()
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), action, data, button, key))
    assert not window.veil.isVisible()


def read(window: MainWindow) -> Article:
    """The article that is read."""
    assert window.reader.article is not None
    return window.reader.article


def finished(window: MainWindow) -> bool:
    return not window.import_panel.running


def test_files_and_folders_are_dropped(empty_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window, folder = empty_window, tmp_path / "news"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(NEWS.format(n + 10))
    single = tmp_path / "empty.txt"
    single.write_text("")
    drop(window, [folder, single])
    assert window.import_panel.isVisible()
    qtbot.waitUntil(lambda: finished(window), timeout=60_000)
    assert window.articles.articles.rowCount() == 3
    assert window.reader.article is not None
    assert "not read" in window.notice.text.text()
    (report,) = window.document.library.imports()
    outcomes = sorted(line.outcome for line in from_json(report.report))
    assert outcomes.count("refused") == 1
    window.document.stack.undo()
    assert window.articles.articles.rowCount() == 0
    window.document.stack.redo()
    assert window.articles.articles.rowCount() == 3


def test_the_same_again_is_already_here(empty_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "quarry.txt"
    file.write_text(NEWS.format(40))
    for _ in range(2):
        empty_window.commands.import_paths([file])
        qtbot.waitUntil(lambda: finished(empty_window), timeout=60_000)
    assert empty_window.articles.articles.rowCount() == 1
    assert empty_window.notice.text.text().startswith("Already here")


def test_text_is_pasted_dated_and_the_date_undone(empty_window: MainWindow, qtbot: QtBot) -> None:
    window = empty_window
    QGuiApplication.clipboard().setText(NEWS.format(25))
    window.actions_.named("paste").trigger()
    qtbot.waitUntil(lambda: window.reader.article is not None, timeout=60_000)
    bar = window.reader.date_bar
    assert bar.field.isVisible()
    assert "No publication date found" in bar.message.text()
    qtbot.keyClicks(bar.field, "tomorrow or so")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.problem.isVisible()
    bar.field.setText("2025-03-30")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: read(window).published == "2025-03-30", timeout=60_000)
    assert bar.date.text() == "30 March 2025"
    last_week = next(e for e in window.document.library.expressions(read(window).id) if e.text == "last week")
    assert last_week.resolved
    window.document.stack.undo()
    assert read(window).published is None
    last_week = next(e for e in window.document.library.expressions(read(window).id) if e.text == "last week")
    assert not last_week.resolved


def test_a_candidate_is_chosen_with_one_click(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    bar = window.reader.date_bar
    qtbot.mouseClick(bar.date, Qt.MouseButton.LeftButton)
    first = bar._chips.itemAt(0)
    chip = first.widget() if first is not None else None
    assert isinstance(chip, QPushButton)
    assert chip.text() == "31 March 2025"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: read(window).published == "2025-03-31", timeout=60_000)
    assert "chosen by hand" in read(window).evidence


def test_cancelling_keeps_what_is_done(empty_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window, folder = empty_window, tmp_path / "many"
    folder.mkdir()
    for n in range(40):
        (folder / f"{n}.txt").write_text(NEWS.format(n + 100) * 2)
    job = ImportJob(window.document, window.workspace.settings, window)
    window.import_panel.follow(job, window.commands._imported)
    job.start([folder])
    qtbot.waitUntil(lambda: window.articles.articles.rowCount() > 0, timeout=60_000)
    qtbot.mouseClick(window.import_panel._stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: finished(window), timeout=60_000)
    kept = window.articles.articles.rowCount()
    (report,) = window.document.library.imports()
    outcomes = [line.outcome for line in from_json(report.report)]
    assert outcomes.count("read") + outcomes.count("version") == kept
    assert kept < 40
    assert "left out" in outcomes


def test_closing_while_articles_are_added_asks_first(empty_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window, folder = empty_window, tmp_path / "many"
    folder.mkdir()
    for n in range(40):
        (folder / f"{n}.txt").write_text(NEWS.format(n + 100) * 2)
    drop(window, [folder])

    def go_on() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert "still being added" in box.text()
        qtbot.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(50, go_on)
    assert not window.close()
    assert window.isVisible()
    assert not finished(window)
    window.import_panel.cancel()
    qtbot.waitUntil(lambda: finished(window), timeout=60_000)


def test_a_report_reads_back_and_is_text() -> None:
    lines = [Line("/a/one.txt", "read", title="One", article=1), Line("/a/two.pdf", "refused", "it is locked")]
    assert from_json(as_json(lines)) == lines
    assert summary(lines) == "1 article read, 1 not read"
    assert "not read\t/a/two.pdf\tit is locked" in as_text(lines)


def test_events_of_a_calendar_are_added(empty_window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    file.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20250101T000000Z\r\n"
        "DTSTART;VALUE=DATE:20250401\r\nSUMMARY:Council meets\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    drop(empty_window, [file])
    (event,) = empty_window.document.library.events()
    assert event.title == "Council meets"
    assert empty_window.times.view.spans.ids.tolist() == [event.id]
