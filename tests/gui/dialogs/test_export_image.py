"""Pictures exported from the window."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from tests.gui.dialogs.made import chosen_file, opened

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
