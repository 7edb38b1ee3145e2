"""The article as one reads it: a read-only text with a measure, expressions underlined and event triggers marked.

Offsets into `Article.text` count code points; Qt counts UTF-16 units, and the heading stands above the text. `Places`
keeps the two apart.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from dateline.core.model import Certainty
from dateline.gui.widgets import builders as w
from dateline.gui.widgets.theme import colors, mix, reading_font, theme

from .marks import Marker, Places, formats
from .offer import Offer
from .ticks import TickBar

MEASURE = 34
"""Width of the column in ems."""

_UNSAFE = {0x0D: " ", 0x00: " ", 0xFDD0: " ", 0xFDD1: " ", 0xFFFC: " ", 0x2028: " ", 0x2029: " "}


class Mark(NamedTuple):
    """Something marked in the text: code points ``start`` to ``end``, how, and whose (an event's or expression's id).

    ``kind`` is "event" or "expression"; ``style`` a certainty or "passing" for an event, and resolved, vague or
    unresolved for an expression. ``tip`` is shown on hovering.
    """

    start: int
    end: int
    kind: str
    style: str
    id: int
    tip: str


class ArticleText(QTextEdit):
    """Shows one article with its marks.

    `event_chosen` carries the event under a click. A right click offers the widget's own actions, and ``on_events``
    on an event's words.
    """

    event_chosen = Signal(object, bool)
    expression_chosen = Signal(object)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        w.viewport(self).setMouseTracking(True)
        self.ticks = TickBar(self)
        self.setVerticalScrollBar(self.ticks)
        self._marks: list[Mark] = []
        self._starts: list[int] = []
        self._places = Places("", 0)
        self._painter = Marker(self.document())
        self._extra: dict[str, list[QTextCursor]] = {}
        self._size, self._height = 15, 150
        self._heading, self._blocks = -1, 0
        self._flash = QTimer(self)
        self._flash.setInterval(40)
        self._flash.timeout.connect(self._fade)
        self._flash_left = 0
        self.offer = Offer(self)
        self.on_events: Sequence[QAction] = ()
        theme().changed.connect(self._recolour)

    # Content ----------------------------------------------------------------------------------------------------------

    def set_type(self, size: int, height: int) -> None:
        """Size of the text in points, and height of a line in per cent."""
        self._size, self._height = size, height
        self.document().setDefaultFont(reading_font(size))
        if not self.document().isEmpty():
            self._format()
        self._measure()

    def show_text(self, title: str, byline: str, text: str) -> None:
        """Show another text under its heading. A text that begins with its title is not given it twice."""
        own_title = text.lstrip().startswith(title) if title else True
        head = "" if own_title else title + "\n"
        head += byline + "\n" if byline and not own_title else ""
        self._heading = 0 if (own_title and title) else (1 if head else -1)
        self._marks, self._starts, self._extra = [], [], {}
        self._painter.show({}, rehighlight=False)
        self._places = Places(text, sum(1 + (char > "\uffff") for char in head))
        self.document().setDefaultFont(reading_font(self._size))
        self.setPlainText((head + text).translate(_UNSAFE))
        self._blocks = head.count("\n")
        self._format()
        self.ticks.show_ticks([])
        self.verticalScrollBar().setValue(0)

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Mark these places and no others."""
        self._marks = sorted(marks, key=lambda mark: (mark.start, mark.end))
        self._starts = [mark.start for mark in self._marks]
        self._recolour()

    def _recolour(self) -> None:
        # An event's tint lies under an expression's line where the two overlap.
        looks = formats()
        spans: dict[int, list[tuple[int, int, QTextCharFormat]]] = {}
        for mark in sorted(self._marks, key=lambda mark: mark.kind != "event"):
            for block, start, length in self._pieces(mark.start, mark.end):
                spans.setdefault(block, []).append((start, length, looks[mark.kind, mark.style]))
        self._painter.show(spans)
        c, total = colors(), max(len(self._places), 1)
        self.ticks.show_ticks(
            [
                (mark.start / total, c.warning if mark.style == "unresolved" else c.of(Certainty(mark.style)))
                for mark in self._marks
                if (mark.kind == "event" and mark.style != "passing") or mark.style == "unresolved"
            ]
        )
        self._show_extra()

    def _pieces(self, start: int, end: int) -> Iterable[tuple[int, int, int]]:
        begin, until = self._places.to_qt(start), self._places.to_qt(end)
        block = self.document().findBlock(begin)
        while block.isValid() and block.position() < until:
            first = max(begin, block.position()) - block.position()
            last = min(until, block.position() + block.length() - 1) - block.position()
            if last > first:
                yield block.blockNumber(), first, last - first
            block = block.next()

    def _format(self) -> None:
        """Lines and paragraphs spaced for reading, the heading set large."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        body = QTextBlockFormat()
        body.setLineHeight(self._proportion(self._height), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        body.setBottomMargin(self._size * 0.75)
        cursor.mergeBlockFormat(body)
        self._close_gaps()
        if self._heading >= 0:
            self._format_heading()
        cursor.endEditBlock()

    def _close_gaps(self) -> None:
        """Let an empty line between paragraphs take no more room than the paragraphs' own distance."""
        thin = QTextBlockFormat()
        thin.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        thin.setBottomMargin(0)
        block = self.document().firstBlock()
        while block.isValid():
            if block.length() == 1:
                QTextCursor(block).mergeBlockFormat(thin)
            block = block.next()

    def _proportion(self, percent: int) -> float:
        """A line's height in per cent of the letters' size as one of the font's own line height, which Qt takes."""
        font = self.document().defaultFont()
        return percent * (font.pointSizeF() * self.logicalDpiY() / 72) / max(QFontMetricsF(font).height(), 1)

    def _format_heading(self) -> None:
        block = self.document().firstBlock()
        while block.isValid() and not block.text().strip():
            block = block.next()
        large = QTextCharFormat()
        large.setFontPointSize(self._size * 1.5)
        large.setFontWeight(QFont.Weight.Bold)
        lines = QTextBlockFormat()
        lines.setLineHeight(self._proportion(125), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        lines.setTopMargin(self._size)
        lines.setBottomMargin(self._size * (0.5 if self._blocks > 1 else 1))
        _apply(QTextCursor(block), large, lines)
        if self._blocks > 1:
            small = QTextCharFormat()
            small.setFontFamilies(self.font().families())
            small.setFontPointSize(max(self._size * 0.72, 8))
            small.setForeground(QColor(colors().muted))
            gap = QTextBlockFormat()
            gap.setBottomMargin(self._size * 1.2)
            _apply(QTextCursor(block.next()), small, gap)

    # Selecting --------------------------------------------------------------------------------------------------------

    def mark_events(self, spans: Sequence[tuple[int, int]], sentences: Sequence[tuple[int, int]]) -> None:
        """Show which events are selected: triggers strongly, their sentences softly."""
        self._extra["sentences"] = [self.cursor_at(*span) for span in sentences]
        self._extra["events"] = [self.cursor_at(*span) for span in spans]
        self._show_extra()

    def reveal(self, start: int, end: int) -> None:
        """Scroll as little as needed to show a place, and flash it."""
        bar = self.verticalScrollBar()
        cursor = self.cursor_at(start, end)
        top = self.cursorRect(self.cursor_at(start, start)).top()
        bottom = self.cursorRect(self.cursor_at(end, end)).bottom()
        height = self.viewport().height()
        if top < 24 or bottom > height - 24:
            bar.setValue(bar.value() + top - height // 3)
        self._extra["flash"] = [cursor]
        self._flash_left = 14
        self._flash.start()
        self._fade()

    def show_matches(self, matches: Sequence[tuple[int, int]], current: int) -> None:
        """Mark what a search found, the current one strongest."""
        found = [self.cursor_at(*span) for span in matches]
        self._extra["here"] = [found.pop(current)] if 0 <= current < len(found) else []
        self._extra["found"] = found
        self._show_extra()
        if 0 <= current < len(matches):
            start, end = matches[current]
            self.setTextCursor(self.cursor_at(start, end))

    def selected_span(self) -> tuple[int, int] | None:
        """The code points selected with mouse or keyboard, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = (self._places.to_text(p) for p in (cursor.selectionStart(), cursor.selectionEnd()))
        return (start, end) if end > start else None

    def first_visible(self) -> int:
        """The code point at the top of what is visible."""
        return self._places.to_text(self.cursorForPosition(QPoint(2, 2)).position())

    def cursor_at(self, start: int, end: int) -> QTextCursor:
        """A cursor that selects code points."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._places.to_qt(start))
        cursor.setPosition(self._places.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _fade(self) -> None:
        self._flash_left -= 1
        if self._flash_left <= 0 or not self._extra.get("flash"):
            self._flash.stop()
            self._extra.pop("flash", None)
        self._show_extra()

    def _show_extra(self) -> None:
        """Draw what stands out for now, what comes later over what comes before, in the colours of the moment."""
        c = colors()
        grounds = {
            "sentences": mix(c.accent, c.base, 0.10),
            "events": mix(c.accent, c.base, 0.32),
            "found": mix(c.found, c.base, 0.5),
            "here": QColor(c.found),
            "flash": mix(c.accent, c.base, 0.05 * max(self._flash_left, 0)),
        }
        shown = [_extra(cursor, ground) for name, ground in grounds.items() for cursor in self._extra.get(name, ())]
        self.setExtraSelections(shown)

    # Pointing ---------------------------------------------------------------------------------------------------------

    def marks_at(self, point: QPoint) -> list[Mark]:
        """The marks under a point of the viewport, the shortest first."""
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        position = self.document().documentLayout().hitTest(QPointF(point) + offset, Qt.HitTestAccuracy.ExactHit)
        return self.marks_over(self._places.to_text(position)) if position >= 0 else []

    def marks_over(self, place: int) -> list[Mark]:
        """The marks over a code point, the shortest first."""
        last = bisect_right(self._starts, place)
        # Marks are short: none that starts 2,000 code points before can reach here.
        first = bisect_left(self._starts, place - 2000)
        over = [mark for mark in self._marks[first:last] if mark.end > place]
        return sorted(over, key=lambda mark: mark.end - mark.start)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            over = self.marks_at(event.position().toPoint())
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self.offer.show_beside()
            return
        over = self.marks_at(event.position().toPoint())
        more = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
        chosen = next((mark for mark in over if mark.kind == "event"), None)
        if chosen is not None:
            self.event_chosen.emit(chosen.id, more)
        elif over:
            self.expression_chosen.emit(over[0].id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the words selected, the text, and the event under the pointer."""
        over = next((mark for mark in self.marks_at(event.pos()) if mark.kind == "event"), None)
        if over is not None and not self.textCursor().hasSelection():
            self.event_chosen.emit(over.id, False)
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        before = menu.actions()[0]
        for actions in (self.on_events if over is not None else (), self.actions()):
            menu.insertActions(before, list(actions))
            if actions:
                menu.insertSeparator(before)
        menu.popup(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            over = self.marks_at(event.pos())
            tip = "<hr>".join(mark.tip for mark in sorted(over, key=lambda mark: mark.kind == "event"))
            QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            over = self.marks_over(self._places.to_text(self.textCursor().position()))
            chosen = next((mark for mark in over if mark.kind == "event"), None)
            if chosen is not None:
                self.event_chosen.emit(chosen.id, False)
                return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self.resized.emit()

    def _measure(self) -> None:
        em = self.document().defaultFont().pointSizeF() * self.logicalDpiX() / 72
        spare = self.width() - self.ticks.width() - int(em * MEASURE)
        side = max(28, spare // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, max(side - self.ticks.width(), 16), 0)
            # Qt passes over a viewport resized while it is first shown, and keeps the lines as wide as they were.
            self.document().setPageSize(QSizeF(w.viewport(self).width(), -1))


def _extra(cursor: QTextCursor, ground: QColor) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format.setBackground(ground)
    return made


def _apply(cursor: QTextCursor, look: QTextCharFormat, lines: QTextBlockFormat) -> None:
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    cursor.mergeBlockFormat(lines)
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(look)
