"""Filters kept under a name."""

import pytest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from dateline.core.filter import Filter
from dateline.core.model import Certainty
from dateline.gui.shell.main_window import MainWindow


def test_a_name_is_proposed_for_a_filter_that_is_saved(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.document.set_filter(Filter(text="ferry", certainties=(Certainty.DENIED,)))

    def taken(_parent: QWidget, _title: str, _label: str, _echo: QLineEdit.EchoMode, text: str) -> tuple[str, bool]:
        return text, True

    monkeypatch.setattr(QInputDialog, "getText", taken)
    window.filter_bar._save()
    assert [saved.name for saved in window.document.library.saved_filters()] == ["ferry, Denied"]
