"""The same events as a table: sortable, for screen readers and for those who like tables."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from dateline.core.change import Change
from dateline.core.model import Event, Status
from dateline.gui.details.parts import differences
from dateline.gui.language.dates import when
from dateline.gui.language.i18n import number, tr
from dateline.gui.language.states import status_words
from dateline.gui.language.words import CERTAINTY, PRECISION
from dateline.gui.widgets.icons import icon
from dateline.gui.widgets.plain import tip
from dateline.gui.widgets.theme import colors
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.selection import Selection

Index = QModelIndex | QPersistentModelIndex
COLUMNS: tuple[tuple[str, str, int], ...] = (
    ("When", "time", 160),
    ("What", "title", 330),
    ("Article", "article", 170),
    ("Articles", "sources", 80),
    ("Weight", "weight", 80),
    ("Certainty", "certainty", 95),
    ("Precision", "granularity", 95),
    ("Words", "", 120),
    ("Status", "status", 110),
)
"""Each column: its heading, the library's name for ordering by it ("" for none), and its width."""
TIPS = {
    "Articles": "How many articles tell it",
    "Weight": "Of 100: how much it would deserve a line of its own",
}
"""What a column's heading says of itself on hovering."""
PAGE = 200


class Events(QAbstractTableModel):
    """The events that the filter shows, fetched from the library a page at a time."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._order = "time"
        self._pages: dict[int, list[Event]] = {}
        self._titles: dict[int, str] = {}
        self._names: dict[int, str] = {}
        self._disagreeing: dict[int, str] = {}
        self._count = 0
        self._rows: dict[int, int] = {}
        self.load()

    def load(self) -> None:
        """Read anew what the filter shows."""
        self.beginResetModel()
        self._pages, self._rows, self._titles, self._names, self._disagreeing = {}, {}, {}, {}, {}
        self._told_by: dict[int, int] = {}
        self._count = self._document.library.count(self._document.filter)[0]
        self.endResetModel()

    def event_at(self, row: int) -> Event | None:
        """The event of a row."""
        page, place = divmod(row, PAGE)
        if page not in self._pages:
            library = self._document.library
            events = library.events(self._document.filter, self._order, PAGE, page * PAGE)
            self._pages[page] = events
            self._titles |= library.titles([event.id for event in events if event.merge is not None])
            wanted = {event.article for event in events if event.article is not None} - self._names.keys()
            self._names |= {article.id: article.title for article in library.articles(sorted(wanted))}
            self._told_by |= self._document.told_by(event.id for event in events)
            self._rows |= {event.id: page * PAGE + i for i, event in enumerate(events)}
        events = self._pages[page]
        return events[place] if place < len(events) else None

    def row_of(self, event: int) -> int:
        """The row of an event, -1 where the filter hides it; reads on until it is found."""
        for page in range((self._count + PAGE - 1) // PAGE):
            if event in self._rows:
                break
            self.event_at(page * PAGE)
        return self._rows.get(event, -1)

    def following(self, current: int | None, *, unread: bool) -> int | None:
        """The event of the next row, not yet read where asked, from the first again after the last; None for none."""
        place = self.row_of(current) + 1 if current is not None else 0
        for step in range(self._count):
            event = self.event_at((place + step) % self._count)
            if event is not None and event.id != current and not (unread and event.status is not Status.FOUND):
                return event.id
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own default
        return 0 if parent.isValid() else self._count

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own default
        return len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section][0])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return tip(tr(TIPS[COLUMNS[section][0]])) if COLUMNS[section][0] in TIPS else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        wanted = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.DecorationRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        if not index.isValid() or role not in wanted:
            return None
        event = self.event_at(index.row())
        if event is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            name = COLUMNS[index.column()][0]
            if name == "Articles":
                return icon("warning", colors().warning) if self._disagree(event) else None
            return self._picture(event) if name == "Status" else None
        words = self._cell(event, COLUMNS[index.column()][0])
        if COLUMNS[index.column()][0] == "Articles" and role != Qt.ItemDataRole.DisplayRole:
            words = " ".join(part for part in (words, self._disagree(event)) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(words)
        return f"{tr(COLUMNS[index.column()][0])}: {words}" if role == Qt.ItemDataRole.AccessibleTextRole else words

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        name = COLUMNS[column][1]
        if name:
            self._order = ("-" if order == Qt.SortOrder.DescendingOrder else "") + name
            self.load()

    def _cell(self, event: Event, column: str) -> str:
        if column == "When":
            return when(event)
        if column == "What":
            return self._titles.get(event.id, event.title)
        if column == "Certainty":
            return tr(CERTAINTY[event.certainty])
        if column == "Precision":
            return tr(PRECISION[event.granularity])
        if column == "Words":
            return event.words
        if column == "Articles":
            return number(self._told_by[event.id])
        if column == "Weight":
            return number(round(100 * event.weight))
        if column == "Article":
            return self._names.get(event.article, "") if event.article is not None else tr("Added by hand")
        return status_words(event)

    def _disagree(self, event: Event) -> str:
        """What the sources of an event disagree on, in a sentence; "" for nothing."""
        if event.merge is None:
            return ""
        if event.merge not in self._disagreeing:
            members = [each for each in self._document.library.merge_members(event.merge) if not each.binned]
            self._disagreeing[event.merge] = differences(members)[0]
        return self._disagreeing[event.merge]

    def _picture(self, event: Event) -> QIcon | None:
        known = {Status.CONFIRMED: "confirm", Status.REJECTED: "reject", Status.ADDED: "edit"}
        picture = known.get(event.status, "edit" if event.corrected else "")
        return icon(picture, colors().muted) if picture else None


class EventTable(QTableView):
    """The table; its half of the shared selection."""

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self._document, self._selection = document, selection
        self.events = Events(document)
        self.setModel(self.events)
        self.setAccessibleName(tr("Events as a table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(32)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.sortIndicatorChanged.connect(self._keep_sortable)
        for column, (_, _, width) in enumerate(COLUMNS):
            self.setColumnWidth(column, width)
        self._busy = False
        self._sorted = 0
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.selectionModel().selectionChanged.connect(self._choose)
        selection.changed.connect(self.show_selection)
        document.changed.connect(self._reload)
        document.filter_changed.connect(self._reload)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clearSelection()
        super().keyPressEvent(event)

    def show_selection(self) -> None:
        """Select what is selected elsewhere."""
        if self._busy or not self.isVisible():
            return
        chosen = QItemSelection()
        first = None
        for event in self._document.leaders(self._selection.events):
            row = self.events.row_of(event)
            if row >= 0:
                first = self.events.index(row, 0)
                chosen.select(first, self.events.index(row, len(COLUMNS) - 1))
        self._busy = True
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if first is not None:
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(first)
        self._busy = False

    def _choose(self, *_: object) -> None:
        if self._busy:
            return
        rows = [self.events.event_at(index.row()) for index in self.selectionModel().selectedRows()]
        current = self.events.event_at(self.currentIndex().row()) if self.currentIndex().isValid() else None
        ids = [event.id for event in rows if event is not None]
        if current is not None and current.id in ids:  # the one chosen last comes last
            ids = [event for event in ids if event != current.id] + [current.id]
        self._busy = True
        self._selection.select(ids)
        self._busy = False

    def _keep_sortable(self, column: int, order: Qt.SortOrder) -> None:
        if COLUMNS[column][1]:
            self._sorted = column
        else:
            self.horizontalHeader().setSortIndicator(self._sorted, order)

    def _reload(self, change: object = None) -> None:
        if isinstance(change, Change) and not any(row.table in ("articles", "events", "merges") for row in change.rows):
            return
        self._busy = True
        place = self.verticalScrollBar().value()
        self.events.load()
        self.verticalScrollBar().setValue(place)
        self._busy = False
        self.show_selection()
