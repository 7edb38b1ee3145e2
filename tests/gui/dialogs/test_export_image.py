"""Pictures exported from the window."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from tests.gui.dialogs.made import chosen_file, opened

from dateline.core.filter import Filter
from dateline.gui.shell.main_window import MainWindow


def test_an_image_is_previewed_exported_and_copied(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "timeline.png"
    chosen_file(monkeypatch, file)
    dialog = opened(window, "export_image")
    assert dialog.picture.pixmap().width() > 200
    dialog.width_.setValue(60)
    dialog.refresh()
    assert dialog.problem.isVisible()
    dialog.width_.setValue(900)
    dialog.copy()
    assert QGuiApplication.clipboard().image().width() == 1800
    dialog.export()
    assert file.read_bytes().startswith(b"\x89PNG")


def test_the_title_is_there_before_anyone_types_one(window: MainWindow) -> None:
    library = window.document.library
    article = library.articles()[0]
    window.document.set_filter(Filter(articles=(article.id,)))
    dialog = opened(window, "export_image")
    assert dialog.title.text() == article.title
    assert dialog.options().title == article.title
    dialog.title.clear()
    assert dialog.options().title == ""
    dialog.close()
