"""The events' side of the window: timeline or table, the shelf of undated events, and the details below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget

from . import widgets as w
from .actions import Actions
from .event_table import EventTable
from .i18n import tr
from .inspector import Inspector
from .shelf import Shelf
from .time_pane import TimePane

TIMELINE, TABLE, EMPTY = 0, 1, 2
ROOM = 300
"""Pixels that the details get when they first show."""


class ViewPane(QFrame):
    """Puts the views of the events together. `view_changed` says that the other view shows."""

    view_changed = Signal()

    def __init__(
        self, timeline: TimePane, table: EventTable, shelf: Shelf, inspector: Inspector, actions: Actions
    ) -> None:
        super().__init__()
        self.setProperty("kind", "pane")
        self.timeline, self.table, self.shelf, self.inspector = timeline, table, shelf, inspector
        segments = [w.action_button(actions[name], words=True) for name in ("show_timeline", "show_table")]
        names = ("horizontal", "zoom_out", "zoom_in", "fit_all")
        self.tools = QWidget()
        tools = w.row(timeline.lanes, *(w.action_button(actions[name]) for name in names))
        tools.setSpacing(2)
        self.tools.setLayout(tools)
        head = w.row(*segments, None, self.tools, margins=(10, 5, 8, 5))
        head.setSpacing(2)
        self.views = QStackedWidget()
        self.views.addWidget(timeline)
        self.views.addWidget(table)
        self.views.addWidget(self._empty())
        self._view = TIMELINE
        upper = QWidget()
        layout = w.column(w.frame("bar", head), self.views, shelf)
        layout.setStretch(1, 1)
        upper.setLayout(layout)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(upper)
        self.split.addWidget(inspector)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([480, 260])
        self.setLayout(w.column(self.split))

    @property
    def view(self) -> int:
        """TIMELINE or TABLE."""
        return self._view

    def show_view(self, view: int, *, nothing: str = "") -> None:
        """Show timeline or table; ``nothing`` says why there is nothing in either."""
        self._view = view
        self.views.setCurrentIndex(EMPTY if nothing else view)
        self.tools.setVisible(view == TIMELINE and not nothing)
        if nothing:
            self._nothing.say(tr("Nothing to show"), nothing)
        elif view == TABLE:
            self.table.show_selection()
        self.view_changed.emit()

    def show_inspector(self, *, shown: bool) -> None:
        """Show or hide the details, with room for them."""
        self.inspector.setVisible(shown)
        if shown and self.split.sizes()[1] < ROOM // 2:
            height = sum(self.split.sizes())
            self.split.setSizes([height - min(ROOM, height // 2), min(ROOM, height // 2)])

    def _empty(self) -> QWidget:
        self._nothing = w.Empty("timeline", tr("Nothing to show"), "")
        return self._nothing
