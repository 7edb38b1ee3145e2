"""The timeline: a widget that paints the scene of `dateline.timeline` and lets one move about in it.

It knows spans (arrays) and captions, nothing of library or filter. What it wants changed it says by signals.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtWidgets import QToolTip, QWidget

from dateline.core.moment import DAY, WEEK, Moment, add_months, month_start, week_start, year_start
from dateline.export.image.fonts import Fonts
from dateline.export.image.paint import Highlights, paint
from dateline.export.palette import Palette
from dateline.gui.language.i18n import date_locale, tr
from dateline.timeline.layout import build
from dateline.timeline.scale import fit, padded
from dateline.timeline.scene import Cluster, Mark, Scene
from dateline.timeline.spans import Spans
from dateline.timeline.text import Caption
from dateline.timeline.view import Texts, View, no_captions

from .hints import open_cluster, padded_closely, tip_at
from .keys import press
from .motion import Motion
from .range import anchored, limited, moved

if TYPE_CHECKING:
    from PySide6.QtCore import QTemporaryDir

    from .editing import BoundsDrag

SETTLING = 250
"""Milliseconds after the first painting when what can wait is made."""


class TimelineView(QWidget):
    """Events on an axis. One tab stop; arrows go by time and by lane.

    Signals: ``selected`` (ids, by hand), ``activated`` (an id: show its text), ``range_changed`` (begin, until),
    ``bounds_edited`` (id, the four bounds), ``left`` (Esc), ``undated_requested`` (U), ``lane_toggled`` (name),
    ``listing_requested`` (begin, until: all events there are wanted as a list).
    """

    selected = Signal(list)
    activated = Signal(object)
    range_changed = Signal(object, object)
    bounds_edited = Signal(object, object)
    lane_toggled = Signal(str)
    undated_requested = Signal()
    listing_requested = Signal(object, object)
    left = Signal()

    def __init__(self, colors: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motion = Motion(self._slide)  # first: `event` asks it from now on
        self._motion.live_in(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(220, 160)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Timeline"))
        self.setObjectName("timeline")
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._colors = colors
        self._fonts = Fonts()
        self._spans = Spans.from_events([])
        self._captions: Callable[[Sequence[int]], Sequence[Caption]] = no_captions
        self._tooltip: Callable[[int], str] | None = None
        self._view = View(begin=0, until=DAY, width=0, height=0, measure=self._fonts)
        self._scene: Scene | None = None
        self._selection: frozenset[int] = frozenset()
        self._row = -1
        self._hover: int | None = None
        self._editing: BoundsDrag | None = None
        self._pressed: QPointF | None = None
        self._panning = False
        self._fitted = False
        self._held = 0.0  # minutes a pixel, while the scale stays though the room changes
        self._folder: QTemporaryDir | None = None  # of the file that is dragged out; goes with the widget
        self._readable = False
        self.editable = True

    # What is shown

    def set_spans(
        self,
        spans: Spans,
        captions: Callable[[Sequence[int]], Sequence[Caption]],
        tooltip: Callable[[int], str] | None = None,
    ) -> None:
        """Show these rows; ``captions`` and ``tooltip`` are asked by event id. The range stays once there is one."""
        focused = self.focused_event
        self._spans, self._captions, self._tooltip = spans, captions, tooltip
        self._row = self.row_of(focused) if focused is not None else -1
        self._view = self._view._replace(captions=captions)
        if not self._fitted and len(spans):
            self.fit_all()
        self._changed()
        self._tell_reader(None)

    @property
    def spans(self) -> Spans:
        """The rows shown."""
        return self._spans

    def set_colors(self, colors: Palette) -> None:
        """Paint in other colours."""
        self._colors = colors
        self.update()

    def set_vertical(self, vertical: bool) -> None:  # as Qt's setters
        """Let time run down, else to the right."""
        self._view = self._view._replace(vertical=vertical, scroll=0.0)
        self._changed()

    @property
    def vertical(self) -> bool:
        """Whether time runs down."""
        return self._view.vertical

    def set_calendar(self, *, today: Moment | None, first_weekday: int = 0) -> None:
        """Where today is, and what weekday opens a week."""
        self._view = self._view._replace(today=today, first_weekday=first_weekday)
        self._changed()

    def set_publications(self, publications: Iterable[tuple[Moment, int]]) -> None:
        """Publication dates as (moment, article)."""
        self._view = self._view._replace(publications=tuple(publications))
        self._changed()

    def set_collapsed(self, names: Iterable[str]) -> None:
        """The lanes shown as a count only."""
        self._view = self._view._replace(collapsed=frozenset(names))
        self._changed()

    @property
    def collapsed(self) -> frozenset[str]:
        """The lanes shown as a count only."""
        return self._view.collapsed

    def scene(self) -> Scene:
        """What is laid out now."""
        if self._scene is None:
            texts = Texts(tr("today"), tr("{} events"), "+{}", "‹ {}", tr("tallest bar: {}"))
            size = self.size()
            self._view = self._view._replace(
                width=float(size.width()), height=float(size.height()), locale=date_locale(), texts=texts
            )
            self._scene = build(self._spans, self._view)
        return self._scene

    # The range

    @property
    def visible_range(self) -> tuple[Moment, Moment]:
        """The range shown, half-open."""
        return self._view.begin, self._view.until

    def show_range(self, begin: Moment, until: Moment) -> None:
        """Show this range (within reason: at least ten minutes)."""
        begin, until = limited(begin, until)
        if (begin, until) != self.visible_range:
            self._view = self._view.showing(begin, until)
            self._changed()
            self.range_changed.emit(begin, until)

    def fit_all(self) -> None:
        """Show every event."""
        self._fitted = len(self._spans) > 0
        self.show_range(*fit(self._spans))

    def fit_selection(self) -> None:
        """Show the selected events as large as can be."""
        rows = np.flatnonzero(np.isin(self._spans.ids, list(self._selection)))
        if len(rows):
            self.show_range(*padded(int(self._spans.at[rows].min()), int(self._spans.end[rows].max())))

    def go_to(self, m: Moment) -> None:
        """Bring a moment into the middle."""
        self.show_range(*moved(self.visible_range, m - sum(self.visible_range) // 2))

    def preset(self, name: str) -> None:
        """Show the "day", "week", "month" or "year" in the middle of what is shown."""
        middle = sum(self.visible_range) // 2
        if name == "day":
            begin = middle // DAY * DAY
            self.show_range(begin, begin + DAY)
        elif name == "week":
            begin = week_start(middle, self._view.first_weekday)
            self.show_range(begin, begin + WEEK)
        else:
            begin = month_start(middle) if name == "month" else year_start(middle)
            self.show_range(begin, add_months(begin, 1 if name == "month" else 12))

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Magnify by a factor around a pixel along the axis (the middle where none is given)."""
        scale = self.scene().scale
        share = 0.5 if at is None else (at - scale.low) / max(scale.high - scale.low, 1)
        self.show_range(*anchored(self.visible_range, factor, min(max(share, 0.0), 1.0)))

    def pan(self, pixels: float) -> None:
        """Move along the axis: what lies ``pixels`` further on comes to where one is."""
        scale = self.scene().scale
        self.show_range(*moved(self.visible_range, round(pixels / scale.pieces[0].per_minute)))

    def hold_scale(self) -> None:
        """Until all is laid out again, show less or more time as the room changes, and marks where they are."""
        if self.isVisible():
            begin, until = self.visible_range
            scale = self.scene().scale
            self._held = (until - begin) / max(scale.high - scale.low, 1)
            QTimer.singleShot(0, self, self._let_scale_go)

    def _let_scale_go(self) -> None:
        self._held = 0.0
        if len(self._selection) == 1:
            self.reveal(next(iter(self._selection)))

    def reveal(self, event: int) -> None:
        """Move just enough to have an event in sight."""
        row = self.row_of(event)
        if row >= 0:
            self._reveal(row)

    # Selection

    def set_selection(self, ids: Iterable[int]) -> None:
        """Select events; no signal."""
        self._selection = frozenset(ids)
        if len(self._selection) == 1 and self.focused_event not in self._selection:
            self._row = self.row_of(next(iter(self._selection)))
        self.update()

    def selection(self) -> list[int]:
        """The selected events, in order of time."""
        return list(dict.fromkeys(i for i in self._spans.ids.tolist() if i in self._selection))

    @property
    def chosen(self) -> frozenset[int]:
        """The selected events' ids."""
        return self._selection

    def caption_of(self, event: int) -> Caption:
        """What is written beside an event."""
        return self._captions([event])[0]

    def tooltip_of(self, event: int) -> str:
        """What hovering over an event says."""
        return self._tooltip(event) if self._tooltip is not None else "\n".join(self.caption_of(event))

    @property
    def focused_event(self) -> int | None:
        """The event that has the keyboard's attention."""
        return int(self._spans.ids[self._row]) if 0 <= self._row < len(self._spans) else None

    def focus_row(self, row: int) -> None:
        """Give a row the keyboard's attention, select it and have it in sight."""
        if 0 <= row < len(self._spans):
            self._row = row
            self._choose([int(self._spans.ids[row])])
            self._reveal(row)
            self._tell_reader(row)

    @property
    def row(self) -> int:
        """The row with the keyboard's attention, -1 for none."""
        return self._row

    # Taking it away

    def image(self, scale: float = 2.0) -> QImage:
        """What is shown, as a picture."""
        image = QImage(QSize(round(self.width() * scale), round(self.height() * scale)), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.scale(scale, scale)
        paint(painter, self.scene(), self._colors, self._fonts)
        painter.end()
        image.setDevicePixelRatio(scale)
        return image

    def drag_image(self) -> None:
        """Let the reader drag what is shown into another window, as a picture and as a PNG file."""
        from PySide6.QtCore import QMimeData, QTemporaryDir, QUrl
        from PySide6.QtGui import QDrag

        self._folder = self._folder or QTemporaryDir()
        data = QMimeData()
        picture = self.image()
        data.setImageData(picture)
        file = self._folder.filePath("timeline.png")
        if picture.save(file):
            data.setUrls([QUrl.fromLocalFile(file)])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.grab().scaledToWidth(160, Qt.TransformationMode.SmoothTransformation))
        drag.exec(Qt.DropAction.CopyAction)

    # Qt's events

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scene and what stands out in it."""
        painter = QPainter(self)
        scene = self.scene()
        focus = self.focus_item() if self.hasFocus() else None
        paint(painter, scene, self._colors, self._fonts, Highlights(self._selection, self._hover, focus))
        drag = self._editing or self._handles(scene)
        if drag is not None:
            drag.paint(painter, self._colors)
        if self.hasFocus() and focus is None:
            painter.setPen(QPen(QColor(self._colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()
        if not self._readable:
            self._readable = True
            QTimer.singleShot(SETTLING, self, lambda: self._tell_reader(None))

    def _tell_reader(self, row: int | None) -> None:
        """Tell screen readers that a row has the focus, or that the rows are others; not before the first painting."""
        if self._readable:
            from .accessible import tell  # it needs this class, and the window can open without it

            tell(self, row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew, the same range or at the same scale."""
        super().resizeEvent(event)
        self._changed()
        if self._held:
            scale = self.scene().scale
            begin = self.visible_range[0]
            self.show_range(begin, begin + round(self._held * (scale.high - scale.low)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tool tips, pinches, and the arrow keys before anyone else takes them."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = tip_at(self, event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), words, self) if words else QToolTip.hideText()
            return True
        if self._motion.gesture(event, self.zoom):
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves along the axis; with Ctrl it zooms at the pointer, with Shift it moves across lanes."""
        along = event.position().y() if self.vertical else event.position().x()
        self._motion.wheel(event, lambda factor: self.zoom(factor, along), self._scroll)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a bound, a lane's header, or the timeline itself."""
        self._motion.stop()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        where = event.position()
        handles = self._handles(self.scene())
        if handles is not None and handles.take(where):
            self._editing = handles
            return
        self._pressed, self._panning = where, False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a bound, pan, with Ctrl drag the picture away, or show what is under the pointer."""
        where = event.position()
        if self._editing is not None:
            self._editing.move(where)
            QToolTip.showText(event.globalPosition().toPoint(), self._editing.words(date_locale()), self)
            self.update()
        elif self._pressed is not None:
            if not self._panning and (where - self._pressed).manhattanLength() > 5:
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self._pressed = None
                    self.drag_image()
                    return
                self._panning = True
                self._motion.grab(where, self.vertical)
            if self._panning:
                self.pan(-self._motion.drag(where))
        else:
            self._point(where)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a bound is set, the timeline slides on, or what was clicked is chosen."""
        if self._editing is not None:
            edit, self._editing = self._editing, None
            self.update()
            if edit.bounds != edit.before:
                self.bounds_edited.emit(edit.event, edit.bounds)
        elif self._panning:
            self._motion.let_go()
        elif self._pressed is not None:
            self._click(event.position(), event.modifiers())
        self._pressed, self._panning = None, False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the event's text, or zoom in."""
        mark = self.scene().mark_at(event.position().x(), event.position().y())
        if mark is not None:
            self.activated.emit(mark.id)
        else:
            self.zoom(2.0, event.position().y() if self.vertical else event.position().x())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        if self._hover is not None:
            self._hover = None
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows by time and lane, Enter to the text, Esc back, + and - zoom, Home and End, page keys."""
        if self._editing is not None and event.key() == Qt.Key.Key_Escape:
            self._editing = None
            self.update()
        elif not press(self, event):
            super().keyPressEvent(event)

    # How it works

    def _changed(self) -> None:
        self._scene = None
        self.update()

    def _scroll(self, pixels: float) -> None:
        self._view = self._view._replace(scroll=self.scene().scroll + pixels)
        self._changed()

    def _slide(self, pixels: float) -> None:
        self.pan(pixels)

    def _handles(self, scene: Scene) -> "BoundsDrag | None":
        """The handles of the one selected event, where it is shown as a mark."""
        if not self.editable or len(self._selection) != 1:
            return None
        mark = next((mark for mark in scene.marks if mark.id in self._selection), None)
        if mark is None or (mark.dot and mark.id != self._hover):  # on a dot they would hide it
            return None
        from .editing import BoundsDrag  # only once an event is selected

        return BoundsDrag(scene, mark, self._spans)

    def _point(self, where: QPointF) -> None:
        scene = self.scene()
        handles = self._handles(scene)
        mark = scene.mark_at(where.x(), where.y())
        hover = mark.id if mark else None
        if handles is not None and handles.at(where) is not None:
            hover = handles.event
        if handles is not None and handles.at(where) is not None:
            shape = Qt.CursorShape.SizeVerCursor if self.vertical else Qt.CursorShape.SizeHorCursor
        elif mark or scene.cluster_at(where.x(), where.y()) or scene.header_at(where.x(), where.y()):
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        if hover != self._hover:
            self._hover = hover
            self.update()

    def _click(self, where: QPointF, keys: Qt.KeyboardModifier) -> None:
        scene = self.scene()
        header = scene.header_at(where.x(), where.y())
        if header is not None:
            self.toggle_lane(self._spans.lanes[header.index])
            return
        mark = scene.mark_at(where.x(), where.y())
        if mark is not None:
            self._row = mark.row
            if keys & Qt.KeyboardModifier.ControlModifier:
                self._choose(self._selection ^ {mark.id})
            else:
                self._choose([mark.id])
            return
        cluster = scene.cluster_at(where.x(), where.y())
        if cluster is not None:
            open_cluster(self, cluster, self.mapToGlobal(where.toPoint()))
            return
        each = scene.bin_at(where.x(), where.y())
        if each is not None:
            self.show_range(*padded_closely(each.begin, each.until))
        elif self._selection:
            self._choose([])

    def toggle_lane(self, name: str) -> None:
        """Fold a lane up, or open it."""
        self.set_collapsed(self.collapsed ^ {name})
        self.lane_toggled.emit(name)

    def _choose(self, ids: Iterable[int]) -> None:
        chosen = frozenset(ids)
        if chosen != self._selection:
            self._selection = chosen
            self.selected.emit(self.selection() if len(chosen) > 1 else list(chosen))
        self.update()

    def row_of(self, event: int | None) -> int:
        """The first row of an event, -1 where it is not shown."""
        if event is None:
            return -1
        rows = np.flatnonzero(self._spans.ids == event)
        return int(rows[0]) if len(rows) else -1

    def focus_item(self) -> Mark | Cluster | None:
        """The mark or cluster that shows the row with the keyboard's attention."""
        scene = self.scene()
        event = self.focused_event
        if event is None:
            return None
        mark = next((mark for mark in scene.marks if mark.row == self._row or mark.id == event), None)
        if mark is not None:
            return mark
        return next((c for c in scene.clusters if event in c.ids or _within(c, self._row)), None)

    def _reveal(self, row: int) -> None:
        begin, until = self.visible_range
        at, room = int(self._spans.at[row]), (until - begin) // 10
        if at < begin + room // 2:
            self.show_range(*moved((begin, until), at - begin - room))
        elif at > until - room:
            self.show_range(*moved((begin, until), at - until + room))
        self.update()


def _within(cluster: Cluster, row: int) -> bool:
    return cluster.rows is not None and cluster.rows[0] <= row < cluster.rows[1]
