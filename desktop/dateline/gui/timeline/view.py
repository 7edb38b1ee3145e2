"""The timeline: a widget that paints the scene of `dateline.timeline` and lets one move about in it.

It knows spans (arrays) and captions, nothing of library or filter. What it wants changed it says by signals.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtWidgets import QToolTip, QWidget

from dateline.export.image.paint import Highlights, paint
from dateline.export.image.shapes import cover
from dateline.export.palette import Palette
from dateline.gui.language.i18n import date_locale
from dateline.timeline.scene import Scene

from .hints import open_cluster, padded_closely, paint_nothing, tip_at
from .keys import press
from .stamps import Stamps
from .surface import Surface

if TYPE_CHECKING:
    from .editing import BoundsDrag


class TimelineView(Surface):
    """Events on an axis, under hand, wheel and keys. One tab stop; arrows go by time and by lane."""

    def __init__(self, colors: Palette, parent: QWidget | None = None) -> None:
        super().__init__(colors, parent)
        self._stamps = Stamps(self._fonts)
        self._editing: BoundsDrag | None = None
        self.editable = True

    # Qt's events

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scene and what stands out in it."""
        painter = QPainter(self)
        scene = self.scene()
        focus = self.focus_item() if self.hasFocus() else None
        if scene.empty:  # an axis would show a time that nobody meant
            cover(painter, self.rect(), QColor(self._colors.base))
            paint_nothing(painter, self.rect(), self._colors, scene.undated)
        else:
            if self._stamps.fonts is not self._fonts:
                self._stamps = Stamps(self._fonts)
            highlights = Highlights(self.chosen, self._hover, focus)
            paint(painter, scene, self._colors, self._fonts, highlights, writing=self._stamps)
            self._stamps.done()
        drag = self._editing or self._handles(scene)
        if drag is not None:
            drag.paint(painter, self._colors)
        if self.hasFocus() and focus is None:
            self._frame(painter, self._colors.accent)
        painter.end()
        self._painted()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew, the same range or at the same scale."""
        super().resizeEvent(event)
        self._changed()
        if self._held:
            scale = self.scene().scale
            begin = self.visible_range[0]
            self.show_range(begin, begin + round(self._held * (scale.high - scale.low)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves along the axis; with Ctrl it zooms at the pointer, with Shift it moves across lanes."""
        along = event.position().y() if self.vertical else event.position().x()
        self._motion.wheel(event, lambda factor: self.zoom(factor, along), self._scroll)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a bound, a lane's header, or the timeline itself."""
        self._motion.stop()
        where = event.position()
        if event.button() == Qt.MouseButton.RightButton:
            mark = self.scene().mark_at(where.x(), where.y())
            if mark is not None and mark.id not in self.chosen:
                self._choose([mark.id])  # what the menu is about
        if event.button() != Qt.MouseButton.LeftButton:
            return
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows by time and lane, Enter to the text, Esc back, + and - zoom, Home and End, page keys."""
        if self._editing is not None and event.key() == Qt.Key.Key_Escape:
            self._editing = None
            self.update()
        elif not press(self, event):
            super().keyPressEvent(event)

    def tip_words(self, x: float, y: float) -> str:
        return tip_at(self, x, y)

    def _tell_reader(self, row: int | None) -> None:
        """Tell screen readers that a row has the focus, or that the rows are others; not before the first painting."""
        if self._readable:
            from .accessible import tell  # it needs this class, and the window can open without it

            tell(self, row)

    def _handles(self, scene: Scene) -> "BoundsDrag | None":
        """The handles of the one selected event, where it is shown as a mark."""
        if not self.editable or len(self.chosen) != 1:
            return None
        mark = next((mark for mark in scene.marks if mark.id in self.chosen), None)
        if mark is None or (mark.dot and mark.id != self._hover):  # on a dot they would hide it
            return None
        from .editing import BoundsDrag  # only once an event is selected

        return BoundsDrag(scene, mark, self.spans)

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
        self._hover_over(hover)

    def _click(self, where: QPointF, keys: Qt.KeyboardModifier) -> None:
        scene = self.scene()
        header = scene.header_at(where.x(), where.y())
        if header is not None:
            self.toggle_lane(self.spans.lanes[header.index])
            return
        mark = scene.mark_at(where.x(), where.y())
        if mark is not None:
            self.state.row = mark.row
            if keys & Qt.KeyboardModifier.ControlModifier:
                self._choose(self.chosen ^ {mark.id})
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
        elif self.chosen:
            self._choose([])

    def _scroll(self, pixels: float) -> None:
        self._look(self.state.view._replace(scroll=self.scene().scroll + pixels))
