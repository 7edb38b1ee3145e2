"""How a dialog is opened and a file chosen, for the tests of several dialogs."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

from dateline.gui.shell.main_window import MainWindow


def opened(window: MainWindow, action: str) -> Any:
    window.actions_.named(action).trigger()
    dialogs = [child for child in window.findChildren(QDialog) if child.isVisible()]
    assert dialogs, action
    return dialogs[-1]


def chosen_file(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(file), "PNG (*.png)"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(file), ""))
