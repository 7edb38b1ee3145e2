"""Ticks on the scroll bar of the text."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from dateline.gui.article.ticks import TickBar

RED, BLUE = "#ff0000", "#0000ff"


@pytest.fixture
def bar(qtbot: QtBot) -> TickBar:
    made = TickBar()
    qtbot.addWidget(made)
    made.resize(12, 204)
    return made


def rows(bar: TickBar, color: str) -> list[int]:
    """The rows in which a colour is seen."""
    image = bar.grab().toImage()
    across = range(image.width())
    return [y for y in range(image.height()) if any(image.pixelColor(x, y) == QColor(color) for x in across)]


def test_ticks_lie_where_in_the_text_the_events_are(bar: TickBar) -> None:
    bar.show_ticks([(0.0, RED), (0.5, BLUE), (1.0, RED)])
    red, blue = rows(bar, RED), rows(bar, BLUE)
    assert red[0] <= 2
    assert red[-1] >= 200
    assert blue
    assert all(98 <= row <= 104 for row in blue)


def test_others_take_their_place(bar: TickBar) -> None:
    bar.show_ticks([(0.25, RED)])
    bar.show_ticks([(0.75, BLUE)])
    assert rows(bar, RED) == []
    assert all(150 <= row <= 154 for row in rows(bar, BLUE))
    bar.show_ticks([])
    assert rows(bar, BLUE) == []
