"""Actions: a command is declared on the function that does it, with its words, keys and icon."""

from collections.abc import Callable, Sequence
from typing import Any, overload

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from dateline.gui.language.i18n import tr
from dateline.gui.widgets import plain as p
from dateline.gui.widgets.icons import icon

Run = Callable[[Any], None]
"""A function of the window's commands, which gets them."""

_NATIVE = QKeySequence.SequenceFormat.NativeText


class Command:
    """A function of the window's commands with what the reader sees of it (`action`)."""

    name = ""

    def __init__(self, run: Run, text: str, keys: tuple[str, ...], picture: str, needs: str, hint: str) -> None:
        self.run, self.text, self.keys, self.picture, self.needs, self.hint = run, text, keys, picture, needs, hint
        self.checkable = False
        self.__doc__ = run.__doc__

    def __set_name__(self, _owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> "Command": ...
    @overload
    def __get__(self, instance: object, owner: type) -> Callable[[], None]: ...
    def __get__(self, instance: object, owner: type) -> "Command | Callable[[], None]":
        return self if instance is None else lambda: self.run(instance)


Menu = tuple[str, tuple[Command | None, ...]]
"""A menu's title and its commands, in order; None is a line between."""


def action(
    text: str,
    *keys: str,
    picture: str = "",
    needs: str = "",
    checkable: bool = False,
    hint: str = "",
) -> Callable[[Run], Command]:
    """Declare a function of the commands as an action of the window.

    ``needs``: "" nothing, "article" one that is read, "event" one or more selected, "events" two or more, "all" any
    event at all, "merged" a merged event, "corrected" one of which the reader set something, "write" a library that can
    be written. ``hint`` says in its tool tip what its text does not.
    """

    def declared(run: Run) -> Command:
        made = Command(run, text, keys, picture, needs, hint)
        made.checkable = checkable
        return made

    return declared


class Actions:
    """The window's actions by their commands; ``run`` gets the command of one that is triggered."""

    def __init__(self, window: QMainWindow, menus: Sequence[Menu], run: Callable[[Command], object]) -> None:
        self._run, self._menus = run, menus
        self._made: dict[str, tuple[Command, QAction]] = {}
        self._menus_of: dict[str, QMenu] = {}
        for title, entries in menus:
            menu = QMenu(tr(title), window)
            window.menuBar().addMenu(menu)
            for command in entries:
                if command is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self._make(window, command))
                    self._menus_of[command.name] = menu

    def __getitem__(self, command: Command) -> QAction:
        return self._made[command.name][1]

    def named(self, name: str) -> QAction:
        """The action of the function of this name."""
        return self._made[name][1]

    def submenu(self, text: str, before: Command, fill: Callable[[QMenu], None]) -> None:
        """Put a menu before a command, filled whenever it opens."""
        above = self._menus_of[before.name]
        made = QMenu(text, above)
        made.setToolTipsVisible(True)
        made.aboutToShow.connect(lambda: fill(made))
        above.insertMenu(self[before], made)

    def sheet(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The shortcut sheet: for each menu, words and keys."""
        return [
            (plain(title), [(plain(each.text), keys_of(each)) for each in entries if each is not None and each.keys])
            for title, entries in self._menus
        ]

    def enable(self, **there: bool) -> None:
        """Enable the actions whose needs are there; a need that is not named counts as there."""
        for command, made in self._made.values():
            if command.needs:
                made.setEnabled(there.get(command.needs, True))

    def _make(self, window: QMainWindow, command: Command) -> QAction:
        made = QAction(tr(command.text), window)
        made.setObjectName(command.name)
        if command.picture:
            made.setIcon(icon(command.picture))
        if command.keys:
            made.setShortcuts([QKeySequence(keys) for keys in command.keys])
        words = plain(command.hint or command.text)
        made.setToolTip(p.tip(f"{words} ({keys_of(command)})" if command.keys else words))
        if command.hint:
            made.setStatusTip(tr(command.hint))
        made.setCheckable(command.checkable)
        made.triggered.connect(lambda _checked=False: self._run(command))
        self._made[command.name] = command, made
        return made


def keys_of(command: Command) -> str:
    """A command's first keys as the reader's system writes them."""
    return QKeySequence(command.keys[0]).toString(_NATIVE) if command.keys else ""


def plain(text: str) -> str:
    """An action's words in the reader's language, without the mark of its key and without dots."""
    return tr(text).replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
