"""The shelf under the timeline: the events that have no date yet, with their count."""

from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView

from dateline.core.change import Change
from dateline.core.model import Event
from dateline.gui.article.article_list import Index
from dateline.gui.language.i18n import number, tr, trn
from dateline.gui.widgets import builders as w
from dateline.gui.widgets.plain import tip
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.selection import Selection

EVENT = Qt.ItemDataRole.UserRole
MOST = 2000
"""Events listed; of more, the count tells."""


class Undated(QAbstractListModel):
    """The undated events that the filter shows."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._rows: list[Event] = []
        self.total = 0
        self._fresh = False

    def count(self) -> None:
        """Count anew; the rows are read when they are shown."""
        self.total = self._document.library.count(replace(self._document.filter, dated=False))[0]
        self._fresh = False

    def load(self) -> None:
        """Read the rows, where they are not fresh."""
        if self._fresh:
            return
        self.beginResetModel()
        undated = replace(self._document.filter, dated=False)
        self._rows = self._document.library.events(undated, "article", MOST)
        self._fresh = True
        self.endResetModel()

    def row_of(self, event: int) -> int:
        """The row of an event, -1 where it has none."""
        return next((i for i, row in enumerate(self._rows) if row.id == event), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        event = self._rows[index.row()]
        if role == EVENT:
            return event
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{event.title} — “{event.words}”" if event.words else event.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(event.why or event.title)
        return None


class Shelf(QFrame):
    """A line with the count that opens into the list. `opened` says when the reader opens or closes it."""

    opened = Signal(bool)

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self.setProperty("kind", "foot")
        self.setAccessibleName(tr("Undated events"))
        self._document, self._selection = document, selection
        self.events = Undated(document)
        self.head = w.button("", self.toggle, kind="link", picture="shelf")
        self._sign = w.Picture("previous", 14)
        self.list = QListView()
        self.list.setModel(self.events)
        self.list.setAccessibleName(tr("Undated events"))
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(150)
        self.list.hide()
        self._busy = False
        self.list.selectionModel().selectionChanged.connect(self._choose)
        self.setLayout(w.column(w.row(self.head, None, self._sign, margins=(8, 3, 14, 3)), self.list))
        selection.changed.connect(self._show_selection)
        document.changed.connect(self._reload)
        document.filter_changed.connect(self._reload)
        self._reload()

    @property
    def is_open(self) -> bool:
        """Whether the list shows."""
        return not self.list.isHidden()

    def toggle(self) -> None:
        """Open the list, or close it."""
        self.set_open(not self.is_open)

    def set_open(self, wanted: bool) -> None:  # as Qt's setters
        """Open or close the list."""
        if wanted:
            self.events.load()
        self.list.setVisible(wanted)
        self._sign.show_icon("next" if wanted else "previous")
        self.opened.emit(wanted)

    def _reload(self, change: object = None) -> None:
        if isinstance(change, Change) and not any(row.table in ("articles", "events") for row in change.rows):
            return
        self._busy = True
        self.events.count()
        if self.is_open:
            self.events.load()
        self._busy = False
        words = trn("{n} undated event", "{n} undated events", self.events.total)
        if self.events.total > MOST:
            words += " " + tr("({n} listed)").format(n=number(MOST))
        self.head.setText(words)
        self.head.setAccessibleName(words)
        self.setVisible(self.events.total > 0)
        self._show_selection()

    def _show_selection(self) -> None:
        if self._busy or not self.is_open:
            return
        self._busy = True
        self.list.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select
        for event in self._selection.events:
            row = self.events.row_of(event)
            if row >= 0:
                index = self.events.index(row)
                self.list.selectionModel().select(index, flags)
                self.list.scrollTo(index)
        self._busy = False

    def _choose(self, *_: object) -> None:
        if not self._busy:
            self._busy = True
            self._selection.select([index.data(EVENT).id for index in self.list.selectedIndexes()])
            self._busy = False
