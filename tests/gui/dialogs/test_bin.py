"""The bin."""

import pytest
from tests.gui.dialogs.made import opened

from dateline.gui.shell.main_window import MainWindow
from dateline.gui.widgets import plain


def test_the_bin_puts_back_and_deletes_for_good(
    window: MainWindow, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.selection.select([ids["aground"]])
    window.actions_.named("delete").trigger()
    dialog = opened(window, "bin")
    dialog.restore()
    assert window.document.library.count()[1] == 7
    window.selection.read(ids["ferry"])
    window.commands.delete_articles([ids["ferry"]])
    monkeypatch.setattr(plain, "asked", lambda *_a: True)
    dialog._table.setCurrentCell(0, 0)
    dialog.delete()
    assert window.document.library.article(ids["ferry"]) is None
    window.document.stack.undo()
    assert window.document.library.article(ids["ferry"]) is not None
    dialog.close()
