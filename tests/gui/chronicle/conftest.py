"""The chronicle that its tests share."""

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.chronicle.made import made, told

from dateline.export.palette import load
from dateline.gui.chronicle.view import ChronicleView


@pytest.fixture
def view(qtbot: QtBot) -> ChronicleView:
    """A chronicle of 400 events."""
    shown = ChronicleView(load("light"), told)
    qtbot.addWidget(shown)
    shown.resize(620, 760)
    shown.set_spans(made(400))
    shown.show()
    qtbot.waitExposed(shown)
    return shown
