"""Widgets that paint lists by themselves are lists to screen readers, each kind with its own items."""

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from dateline.export.palette import load
from dateline.gui.chronicle import accessible as chronicle
from dateline.gui.chronicle.view import ChronicleView
from dateline.gui.timeline import accessible as timeline
from dateline.gui.timeline.view import TimelineView


def test_two_kinds_beside_each_other_have_each_their_own_list(qtbot: QtBot) -> None:
    lines, rows = ChronicleView(load("light"), lambda _ids: []), TimelineView(load("light"))
    for view in (lines, rows):
        qtbot.addWidget(view)
    chronicle.tell(lines, None)
    timeline.tell(rows, None)
    found = [QAccessible.queryAccessibleInterface(view) for view in (lines, rows)]
    assert [type(each) for each in found] == [chronicle.ChronicleList, timeline.TimelineList]
    for each in found:
        assert each.role() == QAccessible.Role.List
        assert each.childCount() == 0
        assert each.child(0) is None
        assert "Arrow keys" in each.text(QAccessible.Text.Description)
