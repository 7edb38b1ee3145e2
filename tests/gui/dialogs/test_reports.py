"""The reports of the imports."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.dialogs.made import chosen_file, opened

from dateline import paths
from dateline.app.report import Line, as_json
from dateline.core.change import added
from dateline.core.model import Import
from dateline.gui.shell.main_window import MainWindow


@pytest.fixture
def reported(window: MainWindow, ids: dict[str, int]) -> MainWindow:
    """The window after two imports."""
    read = Line(file="/news/ferry.html", outcome="read", title="Ferry aground", article=ids["strike"])
    refused = Line(file="/news/empty.txt", outcome="refused", reason="it is empty")
    for id_, when, lines in ((1, "2026-03-01T10:00", [refused]), (2, "2026-03-02T11:30", [read, refused])):
        window.document.do(added("", [Import(id=id_, label="Import", when=when, report=as_json(lines))]))
    return window


def test_the_newest_report_is_shown_a_line_a_file(reported: MainWindow) -> None:
    dialog = opened(reported, "reports")
    which = [dialog._which.itemText(n) for n in range(dialog._which.count())]
    assert which == [
        "2 March 2026, 11:30 — 1 article read, 1 not read",
        "1 March 2026, 10:00 — 0 articles read, 1 not read",
    ]
    assert dialog._summary.text() == "1 article read, 1 not read."
    rows = [[dialog._table.item(row, column).text() for column in range(3)] for row in range(2)]
    assert rows == [["read", "ferry.html", "Ferry aground"], ["not read", "empty.txt", "it is empty"]]
    dialog._which.setCurrentIndex(1)
    assert dialog._table.rowCount() == 1
    dialog.reject()


def test_a_double_click_reads_the_article_and_none_where_there_is_none(
    reported: MainWindow, ids: dict[str, int]
) -> None:
    dialog = opened(reported, "reports")
    dialog._table.setCurrentCell(1, 0)
    dialog._table.cellDoubleClicked.emit(1, 0)
    before = reported.selection.article
    dialog._table.setCurrentCell(0, 0)
    dialog._table.cellDoubleClicked.emit(0, 0)
    assert (before, reported.selection.article) == (ids["ferry"], ids["strike"])
    dialog.reject()


def test_a_report_is_saved_as_text_and_a_full_disk_is_told(
    reported: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = opened(reported, "reports")
    chosen_file(monkeypatch, tmp_path / "report.txt")
    dialog.save()
    assert "not read\t/news/empty.txt\tit is empty" in (tmp_path / "report.txt").read_text()

    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    chosen_file(monkeypatch, tmp_path / "other.txt")
    with monkeypatch.context() as patch:
        patch.setattr(paths, "replace_file", full)
        dialog.save()
    assert "No space left on device" in dialog.problem.text()
    dialog.reject()


def test_before_the_first_import_it_says_how_to_begin(window: MainWindow) -> None:
    dialog = opened(window, "reports")
    assert not dialog._save.isEnabled()
    assert dialog._which.count() == 0
    dialog.reject()
