"""Notices lie over the panes and push nothing aside."""

import pytest
from PySide6.QtWidgets import QApplication

from dateline.gui.shell.main_window import MainWindow


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_a_notice_pushes_nothing_and_stays_within_the_panes(
    window: MainWindow, qapp: QApplication, size: tuple[int, int]
) -> None:
    window.resize(*size)
    qapp.processEvents()
    before, shown = window.panes.geometry(), window.times.view.visible_range
    for words in ("The ferry was found.", "The ferry was found, and then it was lost again off Sandholm. " * 6):
        window.notice.warn(words, "Do it", lambda: None)
        qapp.processEvents()
        assert window.panes.geometry() == before
        assert window.panes.geometry().contains(window.notice.geometry())
        assert window.notice.text.height() >= window.notice.text.heightForWidth(window.notice.text.width())
    assert window.times.view.visible_range == shown
    window.resize(900, 600)
    qapp.processEvents()
    assert window.panes.geometry().contains(window.notice.geometry())
