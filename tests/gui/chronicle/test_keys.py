"""The chronicle by keyboard."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot
from tests.gui.chronicle.made import MAY, whole

from dateline.core.moment import DAY
from dateline.gui.chronicle.keys import press
from dateline.gui.chronicle.view import ChronicleView

KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_arrows_go_from_event_to_event_and_enter_to_the_text(view: ChronicleView, qtbot: QtBot) -> None:
    heard: list[int] = []
    view.activated.connect(heard.append)
    lines = len(view.roll.choice)
    for _ in range(lines):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.index == lines - 1
    assert view.chosen == {view.focused_event}
    assert any(p.block.event == view.focused_event for p in whole(view))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard == [view.focused_event]


def test_at_first_an_arrow_goes_to_the_first_line_in_sight(view: ChronicleView, qtbot: QtBot) -> None:
    view.zoom(4)
    view.go_to(MAY + 30 * DAY)
    first = whole(view)[0].block.event
    qtbot.keyClick(view, KEY.Key_Down)
    assert view.focused_event == first
    qtbot.keyClick(view, KEY.Key_Up)
    assert view.index == next(p.block.index for p in view.sight().entries if p.block.event == first) - 1


def test_home_and_end_go_to_the_first_and_the_last_line(view: ChronicleView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, KEY.Key_End)
    assert view.index == len(view.roll.choice) - 1
    qtbot.keyClick(view, KEY.Key_Home)
    assert view.index == 0


def test_plus_tells_more_minus_fewer_and_nought_all_at_once(view: ChronicleView, qtbot: QtBot) -> None:
    lines = len(view.roll.choice)
    qtbot.keyClick(view, KEY.Key_Plus)
    more = len(view.roll.choice)
    qtbot.keyClick(view, KEY.Key_Minus)
    assert len(view.roll.choice) < more
    assert more > lines
    assert not view.fits
    qtbot.keyClick(view, KEY.Key_0)
    assert view.fits


@pytest.mark.parametrize("key", [KEY.Key_Right, KEY.Key_Space])
def test_right_opens_the_count_under_the_heading_of_the_focus(view: ChronicleView, qtbot: QtBot, key: Qt.Key) -> None:
    placed = next(p for p in view.sight().entries if p.block.more)
    view.focus_index(placed.block.index)
    before = len(view.roll.choice)
    qtbot.keyClick(view, key)
    assert len(view.roll.choice) > before


def test_page_keys_and_arrows_with_ctrl_move_and_choose_nothing(view: ChronicleView, qtbot: QtBot) -> None:
    view.zoom(3)
    for key, keys in ((KEY.Key_PageDown, Qt.KeyboardModifier.NoModifier), (KEY.Key_Down, CTRL), (KEY.Key_Down, ALT)):
        before = view.visible_range[0]
        qtbot.keyClick(view, key, keys)
        assert view.visible_range[0] >= before
    moved = view.visible_range[0]
    for key, keys in ((KEY.Key_PageUp, Qt.KeyboardModifier.NoModifier), (KEY.Key_Up, CTRL)):
        qtbot.keyClick(view, key, keys)
    assert view.visible_range[0] < moved
    assert view.chosen == frozenset()


def test_escape_leaves_and_u_asks_for_what_has_no_date(view: ChronicleView, qtbot: QtBot) -> None:
    with qtbot.waitSignals([view.left, view.undated_requested]):
        qtbot.keyClick(view, KEY.Key_Escape)
        qtbot.keyClick(view, KEY.Key_U)


def test_other_keys_are_for_the_window(view: ChronicleView) -> None:
    for key, keys in ((KEY.Key_X, Qt.KeyboardModifier.NoModifier), (KEY.Key_0, CTRL), (KEY.Key_Return, ALT)):
        assert not press(view, QKeyEvent(QEvent.Type.KeyPress, key, keys))


def test_enter_without_a_focus_opens_nothing(view: ChronicleView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.activated):
        qtbot.keyClick(view, KEY.Key_Return)
