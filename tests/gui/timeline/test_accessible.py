"""The timeline as a screen reader hears it."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from tests.gui.timeline.made import D, captions

from dateline.core.model import Certainty
from dateline.core.moment import DAY
from dateline.gui.timeline.accessible import item_name, tell
from dateline.gui.timeline.view import TimelineView
from dateline.timeline.spans import CERTAINTIES, Spans
from dateline.timeline.text import Caption

KEY = Qt.Key


def test_the_screen_reader_hears_a_list_of_named_events(view: TimelineView) -> None:
    tell(view, None)
    found = QAccessible.queryAccessibleInterface(view)
    assert found.role() == QAccessible.Role.List
    assert found.text(QAccessible.Text.Name) == "Timeline"
    assert found.childCount() == 8
    third = found.child(2)
    assert third.role() == QAccessible.Role.ListItem
    assert third.text(QAccessible.Text.Name) == "3 March 2025; event 3; reported; 3 of 8"
    view.focus_row(2)
    assert found.focusChild().text(QAccessible.Text.Name) == third.text(QAccessible.Text.Name)
    assert third.state().focused
    assert third.state().selected
    box = third.rect()
    assert found.childAt(box.x() + 5, box.y() + 5).text(QAccessible.Text.Name) == third.text(QAccessible.Text.Name)
    assert found.child(99) is None
    view.set_spans(view.spans.take(view.spans.ids < 3), captions)
    assert found.childCount() == 2
    assert not third.isValid()


def test_it_becomes_a_list_by_itself_once_it_was_painted(view: TimelineView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: QAccessible.queryAccessibleInterface(view).role() == QAccessible.Role.List)
    assert QAccessible.queryAccessibleInterface(view).childCount() == 8


def test_a_row_of_a_lane_says_its_lane_and_how_sure_it_is(view: TimelineView) -> None:
    at = D + np.arange(4) * DAY
    claimed = CERTAINTIES.index(Certainty.CLAIMED)
    spans = Spans.make(
        np.arange(1, 5), at, at + DAY, at, at + DAY,
        certainty=np.full(4, claimed), lane=np.arange(4) % 2, lanes=["Sandholm", "Hallin"],
    )  # fmt: skip
    view.set_spans(spans, lambda ids: [Caption(f"event {i}", "2 March 2025 · claimed") for i in ids])
    assert item_name(view, 0) == "2 March 2025; event 1; claimed; Sandholm; 1 of 4"
    assert item_name(view, 3) == "2 March 2025; event 4; claimed; Hallin; 4 of 4"


def test_what_is_not_in_sight_has_no_place_on_the_screen(view: TimelineView) -> None:
    tell(view, None)
    found = QAccessible.queryAccessibleInterface(view)
    assert not found.child(0).rect().isEmpty()
    view.show_range(D + 100 * DAY, D + 110 * DAY)
    assert found.child(0).rect().isEmpty()
    assert found.childAt(*view.mapToGlobal(view.rect().center()).toTuple()) is None
    assert found.focusChild() is None


def test_the_focus_is_told_by_its_row(view: TimelineView, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[QAccessible.Event, int]] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda news: heard.append((news.type(), news.child())))
    tell(view, None)
    tell(view, 4)
    assert [kind for kind, _ in heard] == [QAccessible.Event.ObjectReorder, QAccessible.Event.Focus]
    assert heard[1][1] == 4
