"""Which commands are ticked: those of what is shown."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.core.filter import Filter
from dateline.gui.shell.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def ticked(window: MainWindow) -> set[str]:
    window.check_actions()
    return {name for name in NAMES if window.actions_.named(name).isChecked()}


VIEWS = {"show_chronicle", "show_timeline", "show_table"}
AMOUNTS = {"show_key_10", "show_key_25", "show_key_50", "show_main", "show_all"}
OTHERS = {"toggle_articles", "toggle_inspector", "toggle_shelf", "horizontal", "as_of"}
NAMES = VIEWS | AMOUNTS | OTHERS


def test_one_view_and_one_amount_are_ticked_as_they_are_chosen(window: MainWindow, qtbot: QtBot) -> None:
    assert ticked(window) & (VIEWS | AMOUNTS) == {"show_chronicle", "show_main"}
    for key, name in (
        (Qt.Key.Key_3, "show_timeline"), (Qt.Key.Key_2, "show_table"), (Qt.Key.Key_1, "show_chronicle")
    ):  # fmt: skip
        qtbot.keyClick(window, key, CTRL)
        assert {each for each in VIEWS if window.actions_.named(each).isChecked()} == {name}
    for name in sorted(AMOUNTS):
        window.actions_.named(name).trigger()
        assert {each for each in AMOUNTS if window.actions_.named(each).isChecked()} == {name}
        window.actions_.named(name).trigger()  # again: it stays
        assert window.actions_.named(name).isChecked()


def test_a_number_of_key_events_that_is_not_offered_ticks_none(window: MainWindow) -> None:
    window.document.set_filter(Filter(key=7))
    assert ticked(window) & AMOUNTS == set()


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_what_is_shown_or_hidden_is_ticked_by_turns(window: MainWindow, ids: dict[str, int], name: str) -> None:
    window.selection.select([ids["aground"]])
    seen = []
    for _ in range(3):
        seen.append(name in ticked(window))
        window.actions_.named(name).trigger()
    assert seen == [seen[0], not seen[0], seen[0]]
