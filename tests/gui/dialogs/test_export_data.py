"""Data exported from the window."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from tests.gui.dialogs.made import chosen_file, opened

from dateline.gui.shell.main_window import MainWindow
from dateline.library import Library


def test_data_is_exported_and_comes_back(
    window: MainWindow, make_window: Callable[..., MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "all.json"
    chosen_file(monkeypatch, file)
    dialog = opened(window, "export_data")
    dialog.export()
    assert file.stat().st_size > 1000
    window.commands.add_events(file)
    assert "already here" in window.notice.text.text()
    window.document.library.close()
    window.show_library(Library.open(tmp_path / "Other.dateline"), closed=True)
    assert window.articles.articles.rowCount() == 0
    window.commands.add_events(file)
    assert window.articles.articles.rowCount() == 2
    assert window.document.library.count()[0] == 7


def test_a_chronology_is_laid_out_as_chosen(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for layout, exhibits in (("court", True), ("thesis", False)):
        dialog = opened(window, "export_data")
        dialog.format.setCurrentIndex(dialog.format.findData("csv"))
        assert dialog.layouts.isHidden()
        dialog.format.setCurrentIndex(dialog.format.findData("docx"))
        assert not dialog.layouts.isHidden()
        dialog.layouts.setCurrentIndex(dialog.layouts.findData(layout))
        file = tmp_path / f"{layout}.docx"
        chosen_file(monkeypatch, file)
        dialog.export()
        words = [each.text for each in docx.Document(str(file)).paragraphs]
        assert ("Exhibits" in words) is exhibits
    assert opened(window, "export_data").layouts.currentData() == "thesis"
