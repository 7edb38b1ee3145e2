"""The minimap: how many events there are when, over all time; its window moves the timeline, its brush filters."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from dateline.core.moment import DAY, Moment
from dateline.export.image.shapes import cover
from dateline.export.palette import Palette
from dateline.gui.language.i18n import date_locale, tr
from dateline.timeline.chronicle.order import folded
from dateline.timeline.scale import Scale
from dateline.timeline.spans import Spans
from dateline.timeline.words import date_words

from .range import moved

THICK = 46
"""Pixels across the axis."""
_BAR = 2.0


class TimelineMinimap(QWidget):
    """Density over the whole extent.

    Dragging the window pans the timeline (``range_wanted``); dragging elsewhere brushes a stretch, which is to be the
    date filter (``brushed`` begin, until); a click outside the brush, or Esc, takes it away (``cleared``).
    """

    range_wanted = Signal(object, object)
    brushed = Signal(object, object)
    cleared = Signal()

    def __init__(self, colors: Palette, parent: QWidget | None = None, *, vertical: bool = True) -> None:
        super().__init__(parent)
        self._colors = colors
        self._spans = Spans.from_events([])
        self._window: tuple[Moment, Moment] = (0, DAY)
        self._brush: tuple[Moment, Moment] | None = None
        self._counts: np.typing.NDArray[np.float64] | None = None
        self._pressed: QPointF | None = None
        self._drag = ""
        self._vertical = vertical
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Overview of the timeline"))
        self.setAccessibleDescription(tr("Drag across a stretch of time to filter by date"))
        self.setToolTip(tr("Drag across a stretch of time to filter by date; drag the frame to move the timeline."))
        self.set_vertical(vertical)

    def set_vertical(self, vertical: bool) -> None:  # as Qt's setters
        """Stand beside a timeline that runs down, or lie below one that runs to the right."""
        self._vertical = vertical
        most = 16_777_215  # Qt's QWIDGETSIZE_MAX
        self.setFixedSize(QSize(THICK, most) if vertical else QSize(most, THICK))
        self.setMinimumSize(THICK if vertical else 60, 60 if vertical else THICK)
        self._counts = None
        self.update()

    def set_spans(self, spans: Spans) -> None:
        """Show how these rows lie in time."""
        self._spans = spans
        self._counts = None
        self.update()

    def set_window(self, begin: Moment, until: Moment) -> None:
        """What the timeline shows now."""
        self._window = (begin, until)
        self.update()

    def set_brush(self, begin: Moment | None, until: Moment | None) -> None:
        """The date filter in force; an open side reaches the end."""
        if begin is None and until is None:
            self._brush = None
        else:
            first, last = self._scale().begin, self._scale().until
            self._brush = (first if begin is None else begin, last if until is None else until)
        self.update()

    def set_colors(self, colors: Palette) -> None:
        """Paint in other colours."""
        self._colors = colors
        self.update()

    @property
    def brush(self) -> tuple[Moment, Moment] | None:
        """The stretch that is brushed."""
        return self._brush

    def density(self) -> np.typing.NDArray[np.float64]:
        """How many events begin in each bar: two pixels along the axis."""
        if self._counts is None:
            scale = self._scale()
            bars = max(int((scale.high - scale.low) / _BAR), 1)
            edges = scale.moments(np.linspace(scale.low, scale.high, bars + 1))
            counts = np.zeros(bars)
            for lane in self._spans.lane_slices:
                counts += np.diff(np.searchsorted(self._spans.at[lane], edges))
            self._counts = counts
        return self._counts

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint density, brush and window."""
        painter = QPainter(self)
        colors = self._colors
        cover(painter, self.rect(), QColor(colors.raised))
        if self._brush is not None:
            cover(painter, self._stretch(*self._brush), QColor(colors.selection))
        self._paint_density(painter)
        painter.setPen(QPen(QColor(colors.border), 1))
        painter.drawLine(0, 0, 0 if self._vertical else self.width(), self.height() if self._vertical else 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        window = self._stretch(*self._window)
        tinted = QColor(colors.accent)
        tinted.setAlpha(22)
        painter.setPen(QPen(QColor(colors.accent), 1.5))
        painter.setBrush(tinted)
        painter.drawRoundedRect(window.adjusted(2, 1, -2, -1), 4, 4)
        if self._brush is not None:
            painter.setPen(QPen(QColor(colors.accent), 2))
            edge = self._stretch(*self._brush)
            ends = (
                ((edge.topLeft(), edge.topRight()), (edge.bottomLeft(), edge.bottomRight()))
                if self._vertical
                else ((edge.topLeft(), edge.bottomLeft()), (edge.topRight(), edge.bottomRight()))
            )
            for one, two in ends:
                painter.drawLine(one, two)
        painter.end()

    def _paint_density(self, painter: QPainter) -> None:
        counts = self.density()
        tallest = counts.max() if len(counts) else 0
        if not tallest:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colors.density))
        sizes = np.sqrt(counts / tallest) * (THICK - 12)
        bars = [
            QRectF(THICK - 3 - max(size, 2), place * _BAR, max(size, 2), _BAR)
            if self._vertical
            else QRectF(place * _BAR, THICK - 3 - max(size, 2), _BAR, max(size, 2))
            for place, size in enumerate(sizes.tolist())
            if size
        ]
        painter.drawRects(bars)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count anew."""
        super().resizeEvent(event)
        self._counts = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the window, or begin a brush."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = event.position()
        self._held = self._window
        self._drag = ""
        self._in_window = self._stretch(*self._window).contains(event.position()) and not self._shows_all()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the window, or draw the brush."""
        where = event.position()
        if self._pressed is None:
            inside = self._stretch(*self._window).contains(where) and not self._shows_all()
            self.setCursor(Qt.CursorShape.OpenHandCursor if inside else Qt.CursorShape.CrossCursor)
            return
        if not self._drag and (where - self._pressed).manhattanLength() > 4:
            self._drag = "window" if self._in_window else "brush"
        if self._drag == "window":
            by = self._moment(where) - self._moment(self._pressed)
            self.range_wanted.emit(*moved(self._held, by))
        elif self._drag == "brush":
            first, last = sorted((self._moment(self._pressed), self._moment(where)))
            self._brush = (first // DAY * DAY, (last // DAY + 1) * DAY)
            words = date_words((self._brush[0], None, None, self._brush[1]), locale=date_locale())
            QToolTip.showText(event.globalPosition().toPoint(), words, self)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the brush filter; a click moves the timeline there, or takes the brush away."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        if self._drag == "brush" and self._brush is not None:
            self.brushed.emit(*self._brush)
        elif not self._drag:
            at = self._moment(event.position())
            if self._brush is not None and not self._brush[0] <= at < self._brush[1]:
                self._clear()
            else:
                self.range_wanted.emit(*moved(self._window, at - sum(self._window) // 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the brush away."""
        if event.key() == Qt.Key.Key_Escape and self._brush is not None:
            self._clear()
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        self._brush = None
        self.update()
        self.cleared.emit()

    def _shows_all(self) -> bool:
        scale = self._scale()
        return self._window[0] <= scale.begin and self._window[1] >= scale.until

    def _scale(self) -> Scale:
        length = float(self.height() if self._vertical else self.width())
        return folded(self._spans, max(length, 1.0))

    def _moment(self, where: QPointF) -> Moment:
        return self._scale().moment(where.y() if self._vertical else where.x())

    def _stretch(self, begin: Moment, until: Moment) -> QRectF:
        scale = self._scale()
        low, high = scale.pixel(begin), scale.pixel(until)
        size = max(high - low, 4.0)
        return QRectF(0, low, THICK, size) if self._vertical else QRectF(low, 0, size, THICK)
