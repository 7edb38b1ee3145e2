"""The popups under the filter's chips: choices with their counts, and a range of dates."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dateline.core.moment import DAY, Moment
from dateline.errors import UsageError
from dateline.gui.article.article_list import Index
from dateline.gui.language.dates import typed
from dateline.gui.language.i18n import number, tr
from dateline.gui.language.phrases import read_bounds
from dateline.gui.language.told import told_error
from dateline.gui.widgets import builders as w
from dateline.gui.widgets import plain
from dateline.gui.widgets.icons import icon
from dateline.gui.widgets.theme import colors

VALUE = Qt.ItemDataRole.UserRole
COUNT = Qt.ItemDataRole.UserRole + 1
MOST = 300


class Popup(QFrame):
    """A surface that opens under a chip and goes on Escape or a click elsewhere."""

    closed = Signal()

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popup")
        self.setAccessibleName(title)

    def open_under(self, chip: QWidget) -> None:
        """Open below a chip, within the screen."""
        self.adjustSize()
        place = chip.mapToGlobal(QPoint(0, chip.height() + 4))
        space = chip.screen().availableGeometry()
        place.setX(max(space.left(), min(place.x(), space.right() - self.width())))
        place.setY(max(space.top(), min(place.y(), space.bottom() - self.height())))
        self.move(place)
        self.show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()


class FacetPopup(Popup):
    """Choices with counts, searched as one types. `changed` carries the values chosen, after each tick."""

    changed = Signal(object)

    def __init__(
        self, parent: QWidget, title: str, choices: Iterable[tuple[object, str, int]], chosen: Sequence[object]
    ) -> None:
        super().__init__(parent, title)
        rows = list(choices)[:MOST]
        self.field = w.field(tr("Search the choices"), tr("Search"), clear=True)
        self.field.textChanged.connect(self._narrow)
        self.field.setVisible(len(rows) > 8)
        self.list = _List()
        self.list.setAccessibleName(title)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for value, words, count in rows:
            item = QListWidgetItem(words, self.list)
            item.setData(VALUE, value)
            item.setData(COUNT, count)
            item.setToolTip(plain.tip(words))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {number(count)}")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked)
        if self.list.count():
            self.list.setCurrentRow(0)
        self.list.itemChanged.connect(lambda _item: self.changed.emit(self.values()))
        empty = w.label(tr("Nothing to choose from yet."), "muted")
        empty.setVisible(not rows)
        clear = w.button(tr("Any"), self._clear, kind="link")
        clear.setEnabled(bool(rows))
        self.list.setVisible(bool(rows))
        height = self.list.sizeHintForRow(0) if rows else 0
        self.list.setFixedSize(300, min(max(len(rows), 1), 11) * max(height, 28) + 6)
        self.setLayout(
            w.column(
                w.row(w.label(title, "section"), None, clear),
                2,
                self.field,
                4,
                self.list,
                empty,
                margins=(10, 8, 10, 10),
            )
        )
        (self.field if len(rows) > 8 else self.list).setFocus()

    def values(self) -> list[object]:
        """The values that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(VALUE) for item in items if item.checkState() == Qt.CheckState.Checked]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().strip()
        for row in range(self.list.count()):
            self.list.item(row).setHidden(wanted not in self.list.item(row).text().casefold())

    def _clear(self) -> None:
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self.changed.emit([])


class _List(QListWidget):
    """Ticks a row when it is clicked anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.itemClicked.connect(self._toggle)

    def _toggle(self, item: QListWidgetItem) -> None:
        on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)


class _Row(QStyledItemDelegate):
    """A tick, words, and the count at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, option.fontMetrics.height() + 12)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        # The list itself ticks what is clicked, so that a click on the box does not count twice.
        return event.type() == QEvent.Type.KeyPress and super().editorEvent(event, model, option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c = colors()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.hover))
            painter.drawRoundedRect(rect.adjusted(0, 1, -2, -1), 6, 6)
        checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        box = QRect(rect.left() + 8, rect.center().y() - 7, 15, 15)
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveRight(rect.right() - 8)
        painter.setPen(QColor(c.accent if checked else c.muted))
        painter.setBrush(QColor(c.accent if checked else c.base))
        painter.drawRoundedRect(box, 4, 4)
        if checked:
            icon("confirm", c.on_accent).paint(painter, box.adjusted(1, 1, -1, -1))
        inner = rect.adjusted(32, 0, -10, 0)
        count = number(index.data(COUNT))
        width = painter.fontMetrics().horizontalAdvance(count)
        painter.setPen(QColor(c.muted))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter), count)
        painter.setPen(QColor(c.text))
        words = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, inner.width() - width - 12)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()


class DatePopup(Popup):
    """A range of dates, typed or picked from where the events are. `chosen` carries begin and until, or None."""

    chosen = Signal(object, object)

    def __init__(
        self,
        parent: QWidget,
        begin: Moment | None,
        until: Moment | None,
        buckets: Sequence[tuple[tuple[Moment, Moment], int]],
    ) -> None:
        super().__init__(parent, tr("Dates"))
        self.begin = w.field(tr("From"), tr("any time"), clear=True)
        self.until = w.field(tr("Until and with"), tr("any time"), clear=True)
        self.begin.setText(typed(begin))
        self.until.setText(typed(until - DAY if until is not None else None))
        self.problem = w.label("", "warning", wrap=True)
        self.problem.hide()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Where the events are"))
        self.list.setItemDelegate(_Bar(self.list, max((count for _, count in buckets), default=1)))
        self.list.setMouseTracking(True)
        for (first, last), count in buckets:
            item = QListWidgetItem(_bucket(first, last), self.list)
            item.setData(VALUE, (first, last))
            item.setData(COUNT, count)
        self.list.itemClicked.connect(self._pick)
        self.list.itemActivated.connect(self._pick)
        self.list.setFixedHeight(min(max(len(buckets), 1), 9) * 30 + 6)
        self.list.setVisible(bool(buckets))
        for each in (self.begin, self.until):
            each.returnPressed.connect(self._take)
        self.setLayout(
            w.column(
                w.row(w.label(tr("Dates"), "section"), None, w.button(tr("Any"), self._clear, kind="link")),
                4,
                w.row(w.label(tr("From")), self.begin, w.label(tr("to")), self.until),
                self.problem,
                8,
                self.list,
                8,
                w.row(None, w.button(tr("Show"), self._take, kind="primary")),
                margins=(12, 8, 12, 12),
            )
        )
        self.setMinimumWidth(380)
        self.begin.setFocus()

    def _take(self) -> None:
        bounds: list[Moment | None] = []
        for field, last in ((self.begin, False), (self.until, True)):
            text = field.text().strip()
            try:
                read = read_bounds(text)
            except UsageError as error:
                self.problem.setText(told_error(error))
                self.problem.show()
                field.setFocus()
                return
            bounds.append(read.latest if last else read.earliest)
        begin, until = bounds
        if begin is not None and until is not None and begin >= until:
            self.problem.setText(tr("The second date lies before the first."))
            self.problem.show()
            return
        self.chosen.emit(begin, until)
        self.close()

    def _pick(self, item: QListWidgetItem) -> None:
        begin, until = item.data(VALUE)
        self.chosen.emit(begin, until)
        self.close()

    def _clear(self) -> None:
        self.chosen.emit(None, None)
        self.close()


class _Bar(_Row):
    """A period with a bar as long as its share of the events."""

    def __init__(self, parent: QWidget, most: int) -> None:
        super().__init__(parent)
        self._most = max(most, 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c = colors()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            painter.setBrush(QColor(c.hover))
            painter.drawRoundedRect(rect.adjusted(0, 1, -2, -1), 6, 6)
        inner = rect.adjusted(8, 0, -10, 0)
        space = inner.width() - 200
        painter.setBrush(QColor(c.density))
        length = max(round(space * index.data(COUNT) / self._most), 3)
        painter.drawRoundedRect(QRect(inner.left() + 150, inner.center().y() - 4, length, 9), 3, 3)
        painter.setPen(QColor(c.muted))
        end = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(inner, end, number(index.data(COUNT)))
        painter.setPen(QColor(c.text))
        start = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        words = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, 145)
        painter.drawText(inner, start, words)
        painter.restore()


def _bucket(begin: Moment, until: Moment) -> str:
    from dateline.core.moment import Granularity
    from dateline.gui.language.i18n import date_locale
    from dateline.timeline.words import date_words

    length = until - begin
    grain = Granularity.DAY if length == DAY else Granularity.MONTH if length <= 31 * DAY else Granularity.YEAR
    return date_words((begin, None, None, until), grain, date_locale())
