"""Backups made and put back."""

import re

import pytest
from tests.gui.dialogs.made import opened

from dateline.gui.shell.main_window import MainWindow
from dateline.gui.widgets import plain


def test_a_backup_is_made_and_restored(
    window: MainWindow, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(window, "backups")
    dialog.make()
    assert dialog._table.rowCount() == 1
    window.commands.delete_articles([ids["ferry"]])
    assert window.articles.articles.rowCount() == 1
    monkeypatch.setattr(plain, "asked", lambda *_a: True)
    assert re.fullmatch(r"\d{1,2} \w+ \d{4}, \d\d:\d\d", dialog._table.item(0, 0).text())
    dialog.restore()
    assert window.articles.articles.rowCount() == 2
    assert "again as it was backed up" in window.notice.text.text()
    assert window.notice._action.text() == "Show in its folder"
