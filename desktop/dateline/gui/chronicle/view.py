"""The chronicle under hand: a widget that paints what is in sight, and lets one move in it by mouse and keys.

It knows spans and what is told of them, nothing of library or filter. What it wants changed it says by signals.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from dateline.export.image.chronicle_paint import Ink
from dateline.export.image.shapes import cover
from dateline.export.palette import Palette
from dateline.gui.language.i18n import number, tr
from dateline.gui.timeline.hints import paint_nothing
from dateline.timeline.chronicle.blocks import Kind, Tell
from dateline.timeline.chronicle.flow import Placed

from .keys import press
from .surface import ChronicleSurface
from .tiles import Tiles

if TYPE_CHECKING:
    from dateline.timeline.chronicle.roll import Sight

_STRIP = QRectF(4, 0, 4, 0)


class ChronicleView(ChronicleSurface):
    """Headings of time with their events under them. One tab stop; arrows go from event to event."""

    def __init__(self, colors: Palette, tell: Tell, parent: QWidget | None = None) -> None:
        super().__init__(colors, tell, parent)
        self._tiles = Tiles()

    # Qt's events

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in sight and what stands out in it."""
        sight, colors = self.sight(), self._colors
        painter = QPainter(self)
        bottom = sight.placed[-1].y + sight.placed[-1].block.height if sight.placed else 0.0
        if bottom < self.height():
            cover(painter, QRectF(0, bottom, self.width(), self.height() - bottom), QColor(colors.base))
        focus = self._focus if self.hasFocus() else None
        dimmed: frozenset[int] = frozenset()
        if self._only:
            dimmed = frozenset(p.block.event for p in sight.entries) - self._only - self._selection
        ink = Ink(colors, self._fonts, colors.border, colors.accent, self._selection, self._hover, focus, dimmed)
        self._tiles.paint(painter, sight.placed, ink, float(self.width()), colors.base)
        for low, high, alpha in _shades(sight):
            shade = QColor(colors.density)
            shade.setAlpha(alpha)
            cover(painter, QRectF(_STRIP.x(), low, _STRIP.width(), high - low), shade)
        if self.lanes.names:
            self.lanes.paint(painter, sight, self.roll.order, colors)
        if sight.held is not None:
            cover(painter, QRectF(0, 0, self.width(), 2), QColor(colors.raised))
            self._tiles.paint(painter, [Placed(0.0, 2.0, sight.held)], ink, float(self.width()), colors.raised)
        if not len(self.roll.order):
            paint_nothing(painter, self.rect(), colors, self.roll.undated)
        if self.hasFocus() and focus is None:
            self._frame(painter, colors.accent)
        painter.end()
        self._painted()

    def _tell_reader(self, event: int | None) -> None:
        """Tell screen readers that an event has the focus, or that the lines are others."""
        if self._readable:
            from .accessible import tell  # it needs this class, and the window can open without it

            tell(self, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew; the first line stays."""
        super().resizeEvent(event)
        self._changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves on; with Ctrl it shows more events, or fewer, around the pointer."""
        along = event.position().y()
        self._motion.wheel(event, lambda factor: self.zoom(factor, along), self.pan)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold, or choose what a menu is asked for."""
        self._motion.stop()
        found = self.sight().at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.RightButton and found is not None and found.block.kind is Kind.ENTRY:
            if found.block.event not in self.chosen:
                self.choose([found.block.event])  # what the menu is about
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._panning = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or show what is under the pointer."""
        where = event.position()
        if self._pressed is None:
            self._point(where)
            return
        if not self._panning and (where - self._pressed).manhattanLength() > 5:
            self._panning = True
            self._motion.grab(where, vertical=True)
        if self._panning:
            self.pan(-self._motion.drag(where))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: it slides on, or what was clicked is chosen or opened."""
        if self._panning:
            self._motion.let_go()
        elif self._pressed is not None:
            self._click(event.position(), event.modifiers())
        self._pressed, self._panning = None, False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the event's text."""
        found = self.sight().at(event.position().x(), event.position().y())
        if found is not None and found.block.kind is Kind.ENTRY:
            self.activated.emit(found.block.event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows from event to event, Enter to the text, + and - for more or fewer, Esc back."""
        if not press(self, event):
            super().keyPressEvent(event)

    # How it works

    def _on_more(self, found: Placed, where: QPointF) -> bool:
        more = found.block.more_rect
        return more is not None and more.holds(where.x() - found.x, where.y() - found.y, 4)

    def _point(self, where: QPointF) -> None:
        found = self.sight().at(where.x(), where.y())
        kind = found.block.kind if found is not None else None
        hand = found is not None and (kind in (Kind.ENTRY, Kind.EDGE))
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        hover = found.block.event if found is not None and kind is Kind.ENTRY else None
        self._hover_over(hover)

    def _click(self, where: QPointF, keys: Qt.KeyboardModifier) -> None:
        found = self.sight().at(where.x(), where.y())
        if found is None:
            self.choose([])
            return
        block = found.block
        if block.kind is Kind.EDGE:
            if block.index < 0 or self.roll.span[1] < len(self.roll.order):
                self.roll.widen(back=block.index < 0)
                self._changed()
            else:
                self.undated_requested.emit()
        elif block.kind is Kind.ENTRY and block.more is not None and self._on_more(found, where):
            self.roll.open(block.more)
            self._changed()
            self._tell_reader(None)
        elif block.kind is Kind.ENTRY:
            self._focus = block.event
            if keys & Qt.KeyboardModifier.ControlModifier:
                self.choose(self._selection ^ {block.event})
            else:
                self.choose([block.event])

    def tip_words(self, x: float, y: float) -> str:
        found = self.sight().at(x, y)
        if found is None or found.block.kind is not Kind.ENTRY:
            return ""
        if x < _STRIP.right() + 2:
            count = next((n for low, high, n in self.sight().strips if low <= y < high), 0)
            return tr("Under way: {n}").format(n=number(count)) if count else ""
        lane = self.lanes.at(x, self.width())
        if lane >= 0:
            return self.lanes.told(lane)
        return self._tooltip(found.block.event) if self._tooltip is not None else found.block.name


def _shades(sight: "Sight") -> list[tuple[float, float, int]]:
    """The strips (from, to, how dark), those that follow one another alike as one."""
    shades: list[tuple[float, float, int]] = []
    for low, high, count in sight.strips:
        alpha = min(60 + 40 * count, 180)
        if shades and shades[-1][1:] == (low, alpha):
            low = shades.pop()[0]
        shades.append((low, high, alpha))
    return shades
