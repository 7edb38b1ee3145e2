"""The events' side of the window: timeline or table, the shelf of undated events, and the details below."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget

from dateline.gui.language.i18n import tr
from dateline.gui.shelf.shelf import Shelf
from dateline.gui.timeline.pane import TimePane
from dateline.gui.widgets import builders as w
from dateline.gui.workspace.views import EMPTY, TABLE, TIMELINE

if TYPE_CHECKING:
    from dateline.gui.details.inspector import Inspector
    from dateline.gui.table.event_table import EventTable
    from dateline.gui.timeline.as_of import AsOfBar

ROOM = 300
"""Pixels that the details get when they first show."""


class ViewActions(NamedTuple):
    """What chooses a view, what moves in it, and what shows all again."""

    views: Sequence[QAction]
    moves: Sequence[QAction]
    clear: QAction


class ViewPane(QFrame):
    """Puts the views of the events together. `view_changed` says that the other view shows."""

    view_changed = Signal()

    def __init__(
        self,
        timeline: TimePane,
        table: Callable[[], "EventTable"],
        shelf: Shelf,
        inspector: Callable[[], "Inspector"],
        actions: ViewActions,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "pane")
        self.timeline, self.shelf = timeline, shelf
        self._make_table, self._make_inspector = table, inspector
        self._segments = segments = [w.action_button(each, words=True) for each in actions.views]
        self.tools = QWidget()
        tools = w.row(timeline.lanes, *(w.action_button(each) for each in actions.moves))
        tools.setSpacing(2)
        self.tools.setLayout(tools)
        self._head = head = w.row(*segments, None, self.tools, margins=(10, 5, 8, 5))
        head.setSpacing(2)
        self.views = QStackedWidget()
        self.views.addWidget(timeline)
        self._no_table = QWidget()
        self.views.addWidget(self._no_table)
        self.views.addWidget(self._empty(actions.clear))
        self._view = TIMELINE
        self.as_of: AsOfBar | None = None
        upper = QWidget()
        self._upper = layout = w.column(w.frame("bar", head), self.views, shelf)
        layout.setStretch(1, 1)
        upper.setLayout(layout)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(upper)
        self._no_details = QWidget()
        self._no_details.hide()
        self.split.addWidget(self._no_details)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([480, 260])
        self.setLayout(w.column(self.split))

    @cached_property
    def table(self) -> "EventTable":
        """The events as a table, made when first asked for."""
        made = self._make_table()
        self.views.insertWidget(TABLE, made)
        self.views.removeWidget(self._no_table)
        self._no_table.deleteLater()
        return made

    @cached_property
    def inspector(self) -> "Inspector":
        """The details, made when first asked for."""
        made = self._make_inspector()
        made.hide()
        self.split.replaceWidget(1, made)
        self._no_details.deleteLater()
        return made

    def put_as_of(self, bar: "AsOfBar") -> None:
        """Have a bar above the events that chooses the day on which they are known."""
        self.as_of = bar
        self._upper.insertWidget(1, bar)

    def keep_typed(self) -> None:
        """Enter what is typed in the details but not yet entered."""
        if "inspector" in self.__dict__:
            self.inspector.keep_typed()

    @property
    def inspector_shown(self) -> bool:
        """Whether the details are wanted where they are."""
        return "inspector" in self.__dict__ and not self.inspector.isHidden()

    @property
    def view(self) -> int:
        """TIMELINE or TABLE."""
        return self._view

    def show_view(self, view: int, *, nothing: str = "") -> None:
        """Show timeline or table; ``nothing`` says why there is nothing in either."""
        self._view = view
        table = self.table if view == TABLE else None
        self.views.setCurrentIndex(EMPTY if nothing else view)
        self.tools.setVisible(view == TIMELINE and not nothing)
        if nothing:
            self._nothing.say(tr("Nothing to show"), nothing)
            self.clear.setVisible(self.timeline.narrowed)
        elif table is not None:
            table.show_selection()
        self._fit_head()
        self.view_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """Name the views by their words alone, or by their pictures alone, where there is no room for both."""
        styles = Qt.ToolButtonStyle
        for style in (styles.ToolButtonTextBesideIcon, styles.ToolButtonTextOnly, styles.ToolButtonIconOnly):
            for segment in self._segments:
                segment.setToolButtonStyle(style)
            if self._head.minimumSize().width() <= self.width():
                break

    def show_inspector(self, *, shown: bool) -> None:
        """Show or hide the details, with room for them."""
        if shown != self.inspector_shown:
            self.timeline.current.hold_scale()
            self.inspector.setVisible(shown)
        if shown and self.split.sizes()[1] < ROOM // 2:
            height = sum(self.split.sizes())
            self.split.setSizes([height - min(ROOM, height // 2), min(ROOM, height // 2)])

    def _empty(self, clear: QAction) -> QWidget:
        self.clear = w.button(clear.text().replace("&", ""), clear.trigger, picture="clear")
        self._nothing = w.Empty("timeline", tr("Nothing to show"), "", self.clear)
        return self._nothing
