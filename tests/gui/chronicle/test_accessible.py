"""The chronicle as a screen reader hears it."""

import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleEvent
from pytestqt.qtbot import QtBot

from dateline.gui.chronicle.accessible import tell
from dateline.gui.chronicle.lanes import Lanes
from dateline.gui.chronicle.view import ChronicleView


def test_headings_are_headings_and_lines_are_items_with_names(view: ChronicleView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: view._readable)
    view.focus_index(2)
    found = QAccessible.queryAccessibleInterface(view)
    children = [found.child(n) for n in range(found.childCount())]
    roles = [child.role() for child in children]
    assert QAccessible.Role.Heading in roles
    items = [child for child in children if child.role() == QAccessible.Role.ListItem]
    assert len(items) == len(view.sight().entries)
    assert "council of ward" in items[0].text(QAccessible.Text.Name)
    assert any(re.search(r"; \d+ more", item.text(QAccessible.Text.Name)) for item in items)
    assert sum(item.state().selected for item in items) == 1


def test_an_item_lies_where_it_is_painted_and_is_found_there(view: ChronicleView) -> None:
    tell(view, None)
    found = QAccessible.queryAccessibleInterface(view)
    placed = view.sight().entries[2]
    item = found.child(view.sight().placed.index(placed))
    corner = view.mapToGlobal(QPoint(0, int(placed.y)))
    assert item.rect().topLeft() == corner
    assert item.rect().height() == int(placed.block.height)
    assert found.indexOfChild(found.childAt(corner.x() + 5, corner.y() + 5)) == found.indexOfChild(item)


def test_the_focus_is_heard_and_only_a_line_can_have_it(view: ChronicleView) -> None:
    tell(view, None)
    found = QAccessible.queryAccessibleInterface(view)
    assert found.focusChild() is None
    view.setFocus()
    view.focus_index(1)
    assert found.focusChild().state().selected
    heading = next(
        item for item in (found.child(n) for n in range(found.childCount())) if item.role() == QAccessible.Role.Heading
    )
    assert not heading.state().focusable


def test_a_line_in_a_lane_says_its_lane(view: ChronicleView) -> None:
    view.set_spans(view.spans, None, Lanes(np.zeros(400, np.int64), ["Orla Vane"]))
    tell(view, None)
    found = QAccessible.queryAccessibleInterface(view)
    names = [found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())]
    assert sum("; Orla Vane" in name for name in names) == len(view.sight().entries)


def test_the_focus_is_told_by_its_place_and_not_where_it_is_out_of_sight(
    view: ChronicleView, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[int] = []

    def hear(news: QAccessibleEvent) -> None:
        if news.type() == QAccessible.Event.Focus:
            heard.append(news.child())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    placed = view.sight().entries[3]
    tell(view, placed.block.event)
    tell(view, 10**6)
    assert heard == [view.sight().placed.index(placed)]
