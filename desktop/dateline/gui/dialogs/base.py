"""What the dialogs share: a title, a body, and buttons at the foot; never modal to the whole desktop."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QLayout, QTableWidget, QTableWidgetItem, QWidget

from dateline.gui.language.i18n import tr
from dateline.gui.language.told import told
from dateline.gui.widgets import builders as w
from dateline.gui.widgets import plain

VALUE = Qt.ItemDataRole.UserRole
PADDING = 18
"""Pixels that the style sheet puts around a cell's words, which Qt's hint for a column leaves out."""
WIDEST = 320
"""Pixels that a column takes at the most by itself; the reader can drag it wider."""


class Dialog(QDialog):
    """A dialog that is gone once it is closed."""

    def __init__(self, parent: QWidget, title: str, size: tuple[int, int] = (560, 420)) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(plain.title(title))
        self.resize(*size)
        self.problem = w.label("", "warning", wrap=True)
        self.problem.hide()

    def lay_out(self, body: QLayout | QWidget, *buttons: QWidget | None) -> None:
        """Put a body over buttons; None pushes the buttons after it to the end."""
        layout = w.column(body, 8, self.problem, 8, w.row(*buttons), margins=(20, 18, 20, 16))
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def complain(self, sentence: str) -> None:
        """Say what is wrong, in the dialog; "" takes it away."""
        self.problem.setText(told(sentence))
        self.problem.setVisible(bool(sentence))

    def close_button(self) -> QWidget:
        """A button that closes."""
        return w.button(tr("Close"), self.accept)


class Table(QTableWidget):
    """Rows of words, each with a value that stands for it."""

    def __init__(self, name: str, columns: Sequence[str], stretch: int = 0, *, wrap: bool = False) -> None:
        super().__init__(0, len(columns))
        self._stretch = stretch
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(columns))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(wrap)
        if wrap:
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            self.verticalHeader().setMinimumSectionSize(30)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def fill(self, rows: Sequence[tuple[object, Sequence[str]]]) -> None:
        """Show these rows: (value, words of each column)."""
        self.setRowCount(len(rows))
        for row, (value, cells) in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(plain.tip(words))
                item.setData(VALUE, value)
                self.setItem(row, column, item)
        for column in range(self.columnCount()):
            if column != self._stretch:
                wanted = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
                self.setColumnWidth(column, min(wanted + PADDING, WIDEST))
        if rows:
            self.setCurrentCell(0, 0)

    def chosen(self) -> list[object]:
        """The values of the selected rows, in order."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return [item.data(VALUE) for row in rows if (item := self.item(row, 0)) is not None]

    def values(self) -> list[object]:
        """The values of all rows, in order."""
        items = (self.item(row, 0) for row in range(self.rowCount()))
        return [item.data(VALUE) for item in items if item is not None]

    def when_chosen(self, slot: Callable[[], object]) -> None:
        """Call when other rows are selected."""
        self.itemSelectionChanged.connect(slot)
