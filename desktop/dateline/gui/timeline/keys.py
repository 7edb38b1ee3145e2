"""The timeline by keyboard: arrows by time and lane, Enter to the text, Esc back, + and - zoom."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from dateline.timeline.scene import Cluster

from .hints import open_cluster

if TYPE_CHECKING:
    from .surface import Surface

Key = Qt.Key


def press(view: "Surface", event: QKeyEvent) -> bool:
    """Do what a key says; False for one that means nothing here."""
    key = event.key()
    back, on = (Key.Key_Up, Key.Key_Down) if view.vertical else (Key.Key_Left, Key.Key_Right)
    lane_back, lane_on = (Key.Key_Left, Key.Key_Right) if view.vertical else (Key.Key_Up, Key.Key_Down)
    held = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
    page = (view.height() if view.vertical else view.width()) * 0.8
    actions: dict[int, Callable[[], object]] = {
        back: lambda: view.pan(-60) if held else step(view, -1),
        on: lambda: view.pan(60) if held else step(view, 1),
        lane_back: lambda: step_lane(view, -1),
        lane_on: lambda: step_lane(view, 1),
        Key.Key_PageUp: lambda: view.pan(-page),
        Key.Key_PageDown: lambda: view.pan(page),
        Key.Key_Home: lambda: view.focus_row(_edge(view, first=True)),
        Key.Key_End: lambda: view.focus_row(_edge(view, first=False)),
        Key.Key_Plus: lambda: view.zoom(1.5, _focus_pixel(view)),
        Key.Key_Equal: lambda: view.zoom(1.5, _focus_pixel(view)),
        Key.Key_Minus: lambda: view.zoom(1 / 1.5, _focus_pixel(view)),
        Key.Key_0: view.fit_all,
        Key.Key_Return: lambda: _enter(view),
        Key.Key_Enter: lambda: _enter(view),
        Key.Key_Space: lambda: _fold(view),
        Key.Key_U: view.undated_requested.emit,
        Key.Key_Escape: view.left.emit,
    }
    if key not in actions or (held and key not in (back, on)):
        return False
    actions[key]()
    return True


def step(view: "Surface", by: int) -> None:
    """Go to the next (or the last) event of the lane; at first to the first one in sight."""
    if view.row < 0:
        view.focus_row(view.state.first_in_sight())
        return
    lane = view.spans.lane_slices[int(view.spans.lane[view.row])]
    view.focus_row(min(max(view.row + by, lane.start), lane.stop - 1))


def step_lane(view: "Surface", by: int) -> None:
    """Go to the event of the next lane that is nearest in time."""
    if view.row < 0:
        view.focus_row(view.state.first_in_sight())
        return
    spans = view.spans
    index, at = int(spans.lane[view.row]) + by, int(spans.at[view.row])
    while 0 <= index < len(spans.lanes):
        lane = spans.lane_slices[index]
        if lane.stop > lane.start:
            view.focus_row(lane.start + int(np.abs(spans.at[lane] - at).argmin()))
            return
        index += by


def _edge(view: "Surface", *, first: bool) -> int:
    if not len(view.spans):
        return -1
    lane = view.spans.lane_slices[int(view.spans.lane[max(view.row, 0)])]
    return int(lane.start if first else lane.stop - 1)


def _focus_pixel(view: "Surface") -> float | None:
    if view.row < 0:
        return None
    at, (begin, until) = int(view.spans.at[view.row]), view.visible_range
    return view.scene().scale.pixel(at) if begin <= at < until else None


def _enter(view: "Surface") -> None:
    item = view.focus_item()
    if isinstance(item, Cluster) and item.count > 1:
        open_cluster(view, item)
    elif view.focused_event is not None:
        view.activated.emit(view.focused_event)


def _fold(view: "Surface") -> None:
    if view.row >= 0 and len(view.spans.lanes) > 1:
        view.toggle_lane(view.spans.lanes[int(view.spans.lane[view.row])])
