"""An event's four bounds as handles on its mark, to be dragged."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from dateline.core.moment import DAY, HOUR, Granularity, Moment
from dateline.export.palette import Palette
from dateline.timeline.scene import Mark, Scene
from dateline.timeline.spans import GRANULARITIES, OPEN_BEGIN, OPEN_END, Spans
from dateline.timeline.words import Bounds, date_words

_REACH = 7.0
_SHIFT = 11.0
NAMES = ("earliest", "latest_start", "earliest_end", "latest")


@dataclass(frozen=True, slots=True)
class Handle:
    """One bound's handle: which, and where its middle is."""

    index: int
    x: float
    y: float


class BoundsDrag:
    """The handles of one mark, and the drag of one of them.

    The outer two stand at the mark's ends, the inner two, of an event with a certain core, at the core's. An open
    bound has none. ``bounds`` are the four as dragged so far, ``before`` as they were.
    """

    def __init__(self, scene: Scene, mark: Mark, spans: Spans) -> None:
        self._scene, self._mark = scene, mark
        self.event = mark.id
        row = mark.row
        raw = (spans.earliest[row], spans.latest_start[row], spans.earliest_end[row], spans.latest[row])
        self.before: Bounds = tuple(None if int(m) in (OPEN_BEGIN, OPEN_END) else int(m) for m in raw)  # type: ignore[assignment] # four in, four out
        self.bounds = self.before
        self._granularity = GRANULARITIES[int(spans.granularity[row])]
        self.handles = self._place()
        self._taken: Handle | None = None
        self._from = QPointF()

    def at(self, where: QPointF) -> Handle | None:
        """The handle under a point; the mark's own middle is left to clicks."""
        near = [
            (abs(handle.x - where.x()) + abs(handle.y - where.y()), handle.index, handle)
            for handle in self.handles
            if abs(handle.x - where.x()) <= _REACH and abs(handle.y - where.y()) <= _REACH
        ]
        return min(near)[2] if near else None

    def take(self, where: QPointF) -> bool:
        """Take hold of the handle under a point, if there is one."""
        self._taken, self._from = self.at(where), where
        return self._taken is not None

    def move(self, where: QPointF) -> None:
        """Drag the handle: its bound goes along, by whole days where a day can be aimed at, else by less."""
        if self._taken is None:
            return
        pixels = where.y() - self._from.y() if self._scene.vertical else where.x() - self._from.x()
        per_minute = self._scene.scale.pieces[0].per_minute
        start = self.before[self._taken.index] or 0
        step = self._step(per_minute)
        target = round((start + pixels / per_minute) / step) * step
        self.bounds = dragged(self.before, self._taken.index, target)

    def words(self, locale: str) -> str:
        """When the event is to be, in words."""
        fine = any(m is not None and m % DAY for m in self.bounds)
        grain = Granularity.HOUR if fine else self._granularity
        if not fine and GRANULARITIES.index(grain) < GRANULARITIES.index(Granularity.DAY):
            grain = Granularity.DAY
        return date_words(self.bounds, grain, locale)

    def paint(self, painter: QPainter, colors: Palette) -> None:
        """Draw the handles, and while one is dragged the extent to come."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(colors.accent)
        if self._taken is not None:
            self._preview(painter, accent)
        painter.setPen(QPen(QColor(colors.base), 1.5))
        painter.setBrush(accent)
        for handle in self.handles:
            x, y = self._now(handle)
            if handle.index in (0, 3):
                painter.drawEllipse(QPointF(x, y), 4.5, 4.5)
            else:
                points = [QPointF(x - 4.5, y), QPointF(x, y - 4.5), QPointF(x + 4.5, y), QPointF(x, y + 4.5)]
                painter.drawPolygon(QPolygonF(points))

    def _preview(self, painter: QPainter, accent: QColor) -> None:
        scale, rect = self._scene.scale, self._mark.rect
        low = scale.low if self.bounds[0] is None else scale.pixel(self.bounds[0])
        high = scale.high if self.bounds[3] is None else scale.pixel(self.bounds[3])
        painter.setPen(QPen(accent, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._scene.vertical:
            painter.drawRect(round(rect.x), round(low), round(rect.width), max(round(high - low), 2))
        else:
            painter.drawRect(round(low), round(rect.y), max(round(high - low), 2), round(rect.height))

    def _now(self, handle: Handle) -> tuple[float, float]:
        """Where a handle is drawn: it goes along with its bound."""
        old, new = self.before[handle.index], self.bounds[handle.index]
        if old is None or new is None or old == new:
            return handle.x, handle.y
        by = self._scene.scale.pixel(new) - self._scene.scale.pixel(old)
        return (handle.x, handle.y + by) if self._scene.vertical else (handle.x + by, handle.y)

    def _place(self) -> list[Handle]:
        """Outer handles beside the mark's ends so that they can be told apart on a dot, inner ones on the core."""
        mark, rect, vertical = self._mark, self._mark.rect, self._scene.vertical
        low, high = (rect.y, rect.bottom) if vertical else (rect.x, rect.right)
        across = rect.x + rect.width / 2 if vertical else rect.y + rect.height / 2
        gap = _SHIFT - 6 if high - low > 3 * _SHIFT else _SHIFT - (high - low) / 2 + 4
        places = []
        if self.before[0] is not None and not mark.cut_begin:
            places.append((0, low - max(gap, 5)))
        if self.before[3] is not None and not mark.cut_end:
            places.append((3, high + max(gap, 5)))
        if mark.core is not None:
            core = (mark.core.y, mark.core.bottom) if vertical else (mark.core.x, mark.core.right)
            if core[1] - core[0] > 3 * _REACH:
                places += [(1, core[0]), (2, core[1])]
        return [Handle(i, across, at) if vertical else Handle(i, at, across) for i, at in places]

    def _step(self, per_minute: float) -> int:
        if self._granularity in (Granularity.MINUTE, Granularity.HOUR, Granularity.DAY_PART):
            return next((step for step in (5, 15, HOUR, 6 * HOUR) if step * per_minute >= 3), DAY)
        return DAY


def dragged(bounds: Bounds, index: int, target: Moment) -> Bounds:
    """The four bounds with one set to ``target``, still in order.

    Where start and end were the same moment somewhere within (the two starts equal the two ends crosswise), they
    stay so. No bound crosses the opposite one: the event lasts at least a minute.
    """
    earliest, latest_start, earliest_end, latest = bounds
    moment_within = latest_start == latest and earliest_end == earliest
    if index == 0:
        limits = [m for m in (latest_start, latest) if m is not None]
        earliest = min([target, *(m - 1 for m in limits)]) if latest_start == latest else min([target, *limits])
    elif index == 3:
        limits = [m for m in (earliest_end, earliest) if m is not None]
        latest = max([target, *(m + 1 for m in limits)]) if earliest_end == earliest else max([target, *limits])
    elif index == 1:
        latest_start = max(target, earliest) if earliest is not None else target
        latest_start = min(latest_start, latest) if latest is not None else latest_start
    else:
        earliest_end = min(target, latest) if latest is not None else target
        earliest_end = max(earliest_end, earliest) if earliest is not None else earliest_end
    if moment_within and index in (0, 3):
        return earliest, latest, earliest, latest
    if earliest_end is not None and earliest is not None and earliest_end < earliest:
        earliest_end = earliest
    if latest_start is not None and latest is not None and latest_start > latest:
        latest_start = latest
    return earliest, latest_start, earliest_end, latest
