"""What the timeline's tests show, and how they reach it: events a day apart, marks, and the wheel."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent

from dateline.core.moment import DAY, Granularity, moment
from dateline.gui.timeline.view import TimelineView
from dateline.timeline.scene import Mark, Rect
from dateline.timeline.spans import GRANULARITY_CODE, Spans
from dateline.timeline.text import Caption

D = moment(2025, 3, 24)
KEY = Qt.Key


def captions(ids: Sequence[int]) -> list[Caption]:
    return [Caption(f"event {i}", f"{i} March 2025") for i in ids]


def spans_of(count: int = 8, lanes: int = 1) -> Spans:
    at = D + np.arange(count) * DAY
    names = [f"lane {n}" for n in range(lanes)] if lanes > 1 else [""]
    return Spans.make(
        np.arange(1, count + 1), at, at + DAY, at, at + DAY,
        granularity=np.full(count, GRANULARITY_CODE[Granularity.DAY]), lane=np.arange(count) % lanes, lanes=names,
    )  # fmt: skip


def middle(rect: Rect | None) -> QPoint:
    assert rect is not None
    return QPoint(int(rect.x + rect.width / 2), int(rect.y + rect.height / 2))


def mark_of(view: TimelineView, event: int) -> Mark:
    return next(mark for mark in view.scene().marks if mark.id == event)


def wheel(
    view: TimelineView,
    steps: int,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    at: tuple[float, float] = (250.0, 350.0),
) -> None:
    where = QPointF(*at)
    phase, inverted = Qt.ScrollPhase.NoScrollPhase, False
    buttons = Qt.MouseButton.NoButton
    event = QWheelEvent(
        where, view.mapToGlobal(where), QPoint(), QPoint(0, 120 * steps), buttons, keys, phase, inverted
    )
    QGuiApplication.sendEvent(view, event)
