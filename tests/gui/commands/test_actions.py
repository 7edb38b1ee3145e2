"""Commands as actions of a window: their words, keys and ticks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from dateline.gui.commands.actions import Actions, Command, action, keys_of, plain
from dateline.gui.language import i18n


class Harbour:
    """Commands of an invented program."""

    def __init__(self) -> None:
        self.done: list[str] = []

    @action("&Open the quay…", "Ctrl+O", "F3", picture="folder")
    def open(self) -> None:
        """Let ships in."""
        self.done.append("open")

    @action("Tug && &tow", needs="ship", hint="Pull <b>one</b> in")
    def tow(self) -> None:
        """Pull a ship."""
        self.done.append("tow")

    @action("&Lights", "Ctrl+L", checkable=True, needs="night")
    def lights(self) -> None:
        """Turn the lights on."""
        self.done.append("lights")


MENUS = (("&Harbour", (Harbour.open, None, Harbour.tow)), ("&View", (Harbour.lights,)))


@pytest.fixture
def harbour() -> Harbour:
    return Harbour()


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QMainWindow, harbour: Harbour, qtbot: QtBot) -> Actions:
    made = Actions(window, MENUS, lambda command: command.run(harbour))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return made


def test_a_command_is_called_as_a_method_and_known_by_its_name(harbour: Harbour) -> None:
    harbour.open()
    assert harbour.done == ["open"]
    assert isinstance(Harbour.open, Command)
    assert (Harbour.open.name, Harbour.open.__doc__) == ("open", "Let ships in.")


def test_menus_have_the_commands_in_order_with_lines_between(window: QMainWindow, actions: Actions) -> None:
    titles = [top.text() for top in window.menuBar().actions()]
    assert titles == ["&Harbour", "&View"]
    first = window.menuBar().actions()[0].menu()
    assert isinstance(first, QMenu)
    assert [(each.text(), each.isSeparator()) for each in first.actions()] == [
        ("&Open the quay…", False), ("", True), ("Tug && &tow", False)
    ]  # fmt: skip


@pytest.mark.parametrize(("key", "keys"), [(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_F3, None)])
def test_each_of_its_keys_runs_a_command(
    window: QMainWindow, actions: Actions, harbour: Harbour, qtbot: QtBot, key: Qt.Key, keys: Qt.KeyboardModifier | None
) -> None:
    qtbot.keyClick(window, key, keys or Qt.KeyboardModifier.NoModifier)
    assert harbour.done == ["open"]


def test_what_a_command_needs_decides_whether_it_can_be_used(
    window: QMainWindow, actions: Actions, harbour: Harbour, qtbot: QtBot
) -> None:
    actions.enable(ship=False)
    assert not actions.named("tow").isEnabled()
    assert actions[Harbour.open].isEnabled()  # it needs nothing
    assert actions[Harbour.lights].isEnabled()  # nothing is said of the night
    actions.enable(ship=True, night=False)
    assert actions.named("tow").isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert harbour.done == []


def test_tips_say_what_is_done_and_by_what_key(actions: Actions) -> None:
    native = QKeySequence("Ctrl+O").toString(QKeySequence.SequenceFormat.NativeText)
    assert actions[Harbour.open].toolTip() == f"Open the quay ({native})"
    assert actions[Harbour.tow].toolTip() == "<qt>Pull &lt;b&gt;one&lt;/b&gt; in</qt>"
    assert actions[Harbour.tow].statusTip() == "Pull <b>one</b> in"
    assert keys_of(Harbour.tow) == ""
    assert not actions[Harbour.open].icon().isNull()
    assert actions[Harbour.lights].isCheckable()


def test_the_sheet_lists_what_has_a_key(actions: Actions) -> None:
    assert actions.sheet() == [
        ("Harbour", [("Open the quay", keys_of(Harbour.open))]),
        ("View", [("Lights", keys_of(Harbour.lights))]),
    ]


def test_a_menu_within_is_filled_each_time_it_opens(window: QMainWindow, actions: Actions) -> None:
    filled: list[int] = []

    def fill(menu: QMenu) -> None:
        filled.append(1)
        menu.clear()
        menu.addAction("Sandholm")

    actions.submenu("Recent", Harbour.tow, fill)
    outer = window.menuBar().actions()[0].menu()
    assert isinstance(outer, QMenu)
    entry = outer.actions()[2]
    assert entry.text() == "Recent"
    inner = entry.menu()
    assert isinstance(inner, QMenu)
    for _ in range(2):
        inner.aboutToShow.emit()
    assert filled == [1, 1]
    assert [each.text() for each in inner.actions()] == ["Sandholm"]


def test_words_without_marks_are_in_the_language_of_the_window() -> None:
    assert plain("Tug && &tow…") == "Tug & tow"
    i18n.install("de", "de_DE")
    assert plain("&Undo") == "Rückgängig"
