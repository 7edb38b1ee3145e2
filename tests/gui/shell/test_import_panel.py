"""How an import is going."""

import pytest
from PySide6.QtCore import QPoint, QRect

from dateline.gui.shell.import_panel import time_left
from dateline.gui.shell.main_window import MainWindow


def test_an_import_says_that_the_model_loads_and_then_how_far_it_is(window: MainWindow) -> None:
    from dateline.gui.workspace.jobs import Progress

    panel = window.import_panel
    panel._show(Progress(0, 60, 0, None))
    assert "language model" in panel._words.text()
    panel._show(Progress(2, 60, 2, None))
    assert panel._words.text() == "2 of 60 files read"
    assert QRect(QPoint(), panel.size()).isValid()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "a few seconds left"), (26, "about 30 seconds left"), (89, "about 90 seconds left"),
        (100, "about 2 minutes left"), (400, "about 7 minutes left"),
    ],
)  # fmt: skip
def test_the_time_left_is_told_no_finer_than_one_can_know(seconds: float, words: str) -> None:
    assert time_left(seconds) == words
