"""What commands may do with the window: its panes, and what shows, closes and brings them forward."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dateline.gui.article.article_list import ArticleList
    from dateline.gui.article.pane import ReaderView
    from dateline.gui.details.inspector import Inspector
    from dateline.gui.filter.bar import FilterBar
    from dateline.gui.shelf.shelf import Shelf
    from dateline.gui.shell.import_panel import ImportPanel
    from dateline.gui.shell.view_pane import ViewPane
    from dateline.gui.table.event_table import EventTable
    from dateline.gui.timeline.pane import TimePane
    from dateline.library import Library

    from .actions import Actions


class Panes(Protocol):
    """The panes of one window. ``inspector_wanted``: the details show once there is something to show."""

    inspector_wanted: bool

    @property
    def actions_(self) -> "Actions":
        """The actions of menus and buttons."""

    @property
    def left(self) -> "QWidget":
        """The articles' side."""

    @property
    def articles(self) -> "ArticleList":
        """The list of articles."""

    @property
    def reader(self) -> "ReaderView":
        """The article that is read."""

    @property
    def times(self) -> "TimePane":
        """The timeline with its overview."""

    @property
    def views(self) -> "ViewPane":
        """The events' side."""

    @property
    def shelf(self) -> "Shelf":
        """The events without a date."""

    @property
    def filter_bar(self) -> "FilterBar":
        """The filter of all panes."""

    @property
    def table(self) -> "EventTable":
        """The events as a table."""

    @property
    def inspector(self) -> "Inspector":
        """The details of what is selected."""

    @property
    def import_panel(self) -> "ImportPanel":
        """How an import is going."""

    def show_view(self, view: int) -> None:
        """Show the timeline or the table."""

    def show_library(self, library: "Library", *, closed: bool = False) -> None:
        """Show another library; the one so far is closed, where it is not already."""

    def want_inspector(self, *, wanted: bool) -> None:
        """Show the details from now on, or do not."""

    def check_actions(self) -> None:
        """Tick the actions that show what is shown."""

    def stop_import(self) -> None:
        """Stop the import that is going on at once."""

    def close(self) -> bool:
        """Close the window; False where the reader wants it to stay."""
