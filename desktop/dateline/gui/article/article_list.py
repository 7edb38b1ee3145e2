"""The articles of the library: newest first, each with its date and how many events the filter shows of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from dateline.core.change import Change
from dateline.gui.language.dates import published_words
from dateline.gui.language.i18n import number, tr, trn
from dateline.gui.widgets import builders as w
from dateline.gui.widgets.plain import tip
from dateline.gui.widgets.theme import colors, theme
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.selection import Selection
from dateline.library import Heading

Index = QModelIndex | QPersistentModelIndex
HEADING = Qt.ItemDataRole.UserRole
COUNT = Qt.ItemDataRole.UserRole + 1
_NARROWING = ("text", "begin", "until", "tags", "people", "places", "certainties", "precisions", "statuses", "dated",
              "collections")  # fmt: skip


class Articles(QStringListModel):
    """The articles that the filter leaves, as rows. Qt counts them itself: a list asks for each row's place."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._rows: list[Heading] = []
        self._counts: dict[int, int] | None = None
        self.total = 0
        self.load()

    def load(self) -> None:
        """Read the articles anew."""
        library, wanted = self._document.library, self._document.filter
        rows = self._document.headings()
        counts = library.article_counts(wanted) if wanted else None
        self.total = len(rows)
        self._counts = counts
        if wanted.articles:
            rows = [row for row in rows if row.id in wanted.articles]
        if counts is not None and any(getattr(wanted, part) for part in _NARROWING):
            rows = [row for row in rows if counts.get(row.id, 0) > 0]
        self._rows = rows
        self.setStringList([""] * len(self._rows))

    def row_of(self, article: int | None) -> int:
        """The row of an article, -1 where it has none."""
        return next((i for i, row in enumerate(self._rows) if row.id == article), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == HEADING:
            return row
        if role == COUNT:
            return self._count(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title or tr("Untitled")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.title or tr("Untitled"))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = trn("{n} event", "{n} events", self._count(row))
            return f"{row.title or tr('Untitled')}; {_date(row)}; {count}"
        return None

    def _count(self, row: Heading) -> int:
        return row.events if self._counts is None else self._counts.get(row.id, 0)


class ArticleList(QListView):
    """The list. `delete_wanted` carries the selected articles' ids."""

    delete_wanted = Signal(object)

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self._document, self._selection = document, selection
        self.articles = Articles(document)
        self.setUniformItemSizes(True)  # before there are rows: none but the first is measured
        self.setItemDelegate(_Delegate(self))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(self.articles)
        self.setAccessibleName(tr("Articles"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._busy = False
        self.selectionModel().currentChanged.connect(self._read)
        selection.article_changed.connect(self._show_current)
        document.changed.connect(self._reload)
        document.filter_changed.connect(self._reload)
        theme().changed.connect(w.viewport(self).update)

    def chosen(self) -> list[int]:
        """The ids of the selected articles."""
        return [index.data(HEADING).id for index in self.selectedIndexes()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.chosen():
            self.delete_wanted.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def _read(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._busy and current.isValid():
            self._selection.read(current.data(HEADING).id)

    def _reload(self, change: object = None) -> None:
        if isinstance(change, Change) and not any(row.table in ("articles", "events") for row in change.rows):
            return
        self._busy = True
        place = self.verticalScrollBar().value()
        self.articles.load()
        self._busy = False
        self._show_current()
        self.verticalScrollBar().setValue(place)

    def _show_current(self) -> None:
        row = self.articles.row_of(self._selection.article)
        self._busy = True
        if row >= 0:
            if self.currentIndex().row() != row or not self.selectedIndexes():
                self.setCurrentIndex(self.articles.index(row))
                self.scrollTo(self.articles.index(row))
        else:
            self.clearSelection()
        self._busy = False


class _Type:
    """The fonts of a row, made from the list's."""

    def __init__(self, font: QFont) -> None:
        self.bold, self.small = QFont(font), QFont(font)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.small.setPointSizeF(font.pointSizeF() * 0.88)
        self.bold_metrics, self.small_metrics = QFontMetrics(self.bold), QFontMetrics(self.small)
        self.height = QFontMetrics(font).height()


class _Delegate(QStyledItemDelegate):
    """Two lines of title over the date, with the count of events at the end."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._type: tuple[str, _Type] = "", _Type(view.font())

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, QFontMetrics(option.font).height() * 3 + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Heading = index.data(HEADING)
        c = colors()
        rect: QRect = option.rect
        font: QFont = option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = rect.adjusted(6, 2, -6, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        view = self._view  # asked, as the option's state needs QStyle, whose names are slow to load
        if view.selectionModel().isSelected(index):
            painter.setBrush(QColor(c.selection))
            painter.drawRoundedRect(box, 8, 8)
        elif view.underMouse() and rect.contains(w.viewport(view).mapFromGlobal(QCursor.pos())):
            painter.setBrush(QColor(c.hover))
            painter.drawRoundedRect(box, 8, 8)
        if view.hasFocus() and view.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.accent), 1.5))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        inner = box.adjusted(10, 7, -10, -7)
        if self._type[0] != font.key():
            self._type = font.key(), _Type(font)
        of = self._type[1]
        self._title(painter, inner, row.title or tr("Untitled"), of)
        painter.setFont(of.small)
        foot = QRect(inner.left(), inner.bottom() - of.height, inner.width(), of.height)
        count = number(index.data(COUNT))
        width = of.small_metrics.horizontalAdvance(count)
        painter.setPen(QColor(c.muted))
        end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
        painter.drawText(foot, int(end), count)
        painter.setPen(QColor(c.muted if row.published else c.warning))
        place = of.small_metrics.elidedText(_date(row), Qt.TextElideMode.ElideRight, foot.width() - width - 10)
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(foot, int(start), place)
        painter.restore()

    def _title(self, painter: QPainter, box: QRect, title: str, of: "_Type") -> None:
        metrics = of.bold_metrics
        painter.setFont(of.bold)
        painter.setPen(QColor(colors().text))
        first, rest = _first_line(title, metrics, box.width())
        height = metrics.height()
        align = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        painter.drawText(QRect(box.left(), box.top(), box.width(), height), align, first)
        second = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QRect(box.left(), box.top() + height, box.width(), height), align, second)


def _first_line(title: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    words, line = title.split(), ""
    for place, word in enumerate(words):
        longer = f"{line} {word}".strip()
        if line and metrics.horizontalAdvance(longer) > width:
            return line, " ".join(words[place:])
        line = longer
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, width), ""


def _date(row: Heading) -> str:
    date = published_words(row.published) if row.published else tr("No date yet")
    return f"{date} · {row.site}" if row.site else date
