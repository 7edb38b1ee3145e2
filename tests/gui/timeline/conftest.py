"""The timeline that its tests share."""

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.timeline.made import captions, spans_of

from dateline.export.palette import load
from dateline.gui.timeline.view import TimelineView


@pytest.fixture
def view(qtbot: QtBot) -> TimelineView:
    """Eight events a day apart, one lane, the keyboard on it."""
    widget = TimelineView(load("light"))
    qtbot.addWidget(widget)
    widget.resize(500, 700)
    widget.set_spans(spans_of(), captions, lambda event: f"why {event}")
    widget.show()
    qtbot.waitExposed(widget)
    widget.setFocus()
    return widget
