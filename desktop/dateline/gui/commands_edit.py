"""The Edit menu, and the changes that panes ask for."""

from PySide6.QtCore import Qt

from dateline.core.change import Change
from dateline.core.filter import Filter
from dateline.core.model import SavedFilter
from dateline.library import edits

from .commands_base import CommandsBase


class EditCommands(CommandsBase):
    """Commands of the Edit menu."""

    def undo(self) -> None:
        """Take the last change back."""
        self.window.document.stack.undo()

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self.window.document.stack.redo()

    def find_in_article(self) -> None:
        """Search the article that is read."""
        self.window.reader.search()

    def search_events(self) -> None:
        """Type what to search all events for."""
        self.window.filter_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.window.filter_bar.search.selectAll()

    def clear_filter(self) -> None:
        """Show everything."""
        self.window.document.set_filter(Filter())

    def save_filter(self, name: str) -> None:
        """Keep the filter under a name."""
        self.do(edits.save_filter(name, self.window.document.filter, self.library.saved_filters()))

    def remove_filter(self, saved: SavedFilter) -> None:
        """Remove a saved filter."""
        self.do(edits.remove_filter(saved))

    def set_date(self, value: object, evidence: str) -> None:
        """Give the article that is read another publication date; everything in it is resolved anew."""
        from dateline.analysis import Reanalysis, conventions_of

        from . import tasks

        article = self.window.reader.article
        if article is None:
            return

        def apply(result: Reanalysis) -> None:
            self.do(Change(result.change.label, result.change.rows))

        self.window.assistant.ask(
            tasks.redate,
            article,
            value,
            evidence,
            self.library.expressions(article.id),
            self.library.events_of(article.id, all=True),
            conventions_of(self.window.settings),
            then=apply,
            failed=self.warn,
        )
