"""The chronicle by keyboard: from event to event, to the text and back, more or fewer of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from .surface import ChronicleSurface

Key = Qt.Key
MORE = 1.5


def press(view: "ChronicleSurface", event: QKeyEvent) -> bool:
    """Do what a key says; False for one that means nothing here."""
    key = event.key()
    held = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
    page = view.height() * 0.8
    actions: dict[int, Callable[[], object]] = {
        Key.Key_Up: lambda: view.pan(-60) if held else step(view, -1),
        Key.Key_Down: lambda: view.pan(60) if held else step(view, 1),
        Key.Key_PageUp: lambda: view.pan(-page),
        Key.Key_PageDown: lambda: view.pan(page),
        Key.Key_Home: lambda: view.focus_index(0),
        Key.Key_End: lambda: view.focus_index(len(view.roll.choice) - 1),
        Key.Key_Plus: lambda: view.zoom(MORE),
        Key.Key_Equal: lambda: view.zoom(MORE),
        Key.Key_Minus: lambda: view.zoom(1 / MORE),
        Key.Key_0: view.fit_all,
        Key.Key_Right: view.open_more,
        Key.Key_Space: view.open_more,
        Key.Key_Return: lambda: _enter(view),
        Key.Key_Enter: lambda: _enter(view),
        Key.Key_U: view.undated_requested.emit,
        Key.Key_Escape: view.left.emit,
    }
    if key not in actions or (held and key not in (Key.Key_Up, Key.Key_Down)):
        return False
    actions[key]()
    return True


def step(view: "ChronicleSurface", by: int) -> None:
    """Go to the next line (or the one before); at first to the first one in sight."""
    index = view.index
    if index < 0:
        entries = [placed for placed in view.sight().entries if placed.y >= 0]
        index = (entries[0].block.index if entries else 0) - by
    view.focus_index(index + by)


def _enter(view: "ChronicleSurface") -> None:
    if view.focused_event is not None:
        view.activated.emit(view.focused_event)
