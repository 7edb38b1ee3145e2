"""The Edit menu, and the changes that panes ask for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dateline.core.filter import Filter
from dateline.core.model import Event, SavedFilter, Status
from dateline.gui.language.i18n import tr, trn
from dateline.gui.workspace import tasks
from dateline.library import edits

from .base import CommandsBase

if TYPE_CHECKING:
    from dateline.app.again import Reanalysis


class EditCommands(CommandsBase):
    """Commands of the Edit menu."""

    def undo(self) -> None:
        """Take the last change back."""
        self.window.document.stack.undo()

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self.window.document.stack.redo()

    def history(self) -> None:
        """Show every change that was made."""
        from dateline.gui.dialogs.history import HistoryDialog

        HistoryDialog(self.window).open()

    # Events -----------------------------------------------------------------------------------------------------------

    def rename(self) -> None:
        """Give the selected event another title."""
        self.window.want_inspector(wanted=True)
        self.window.inspector.edit_title()

    def confirm(self) -> None:
        """Say that the selected events are right; said again, take it back."""
        events = self.selected()
        done = all(event.status is Status.CONFIRMED for event in events)
        self.do(edits.reconsider(events) if done else edits.confirm(events))

    def reject(self) -> None:
        """Say that the selected events are none; said again, take it back."""
        events = self.selected()
        done = all(event.status is Status.REJECTED for event in events)
        if self.do(edits.reconsider(events) if done else edits.reject(events)) and not done:
            told = trn("{n} event rejected.", "{n} events rejected.", len(events))
            self.window.notice.tell_undoable(told, self.undo)

    def delete(self) -> None:
        """Put the selected events into the bin."""
        chosen = [event.id for event in self.selected()]
        self.window.selection.select([])  # the details first keep what is still being typed
        self.window.commands.bin_rows(self.window.document.events(chosen))

    def merge(self) -> None:
        """Show the selected events as one."""
        self.merge_events(self.selected())

    def merge_events(self, events: Sequence[Event]) -> None:
        """Show events as one, with all members of the groups that they belong to."""
        keys = list(dict.fromkeys(event.merge for event in events if event.merge is not None))
        merges = [merge for key in keys if (merge := self.library.merge(key)) is not None]
        members = {event.id: event for event in events}
        for merge in merges:
            members |= {event.id: event for event in self.library.merge_members(merge.id)}
        if len(members) > 1 and self.do(edits.merge(list(members.values()), merges=merges)):
            self.window.selection.select([events[0].id])

    def split(self) -> None:
        """Show the members of the selected merged event each by itself again."""
        for event in self.selected()[:1]:
            merge = self.library.merge(event.merge) if event.merge is not None else None
            if merge is not None:
                self.do(edits.split(merge, self.library.merge_members(merge.id)))

    def add_event(self) -> None:
        """Add an event, from the words selected in the article where some are."""
        from dateline.gui.dialogs.event import EventDialog

        span = self.window.reader.text.selected_span()
        EventDialog(self.window, self.window.reader.article if span else None, span).open()

    # Finding ----------------------------------------------------------------------------------------------------------

    def find_in_article(self) -> None:
        """Search the article that is read."""
        self.window.reader.search()

    def search_events(self) -> None:
        """Type what to search all events for."""
        self.window.filter_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.window.filter_bar.search.selectAll()

    def clear_filter(self) -> None:
        """Show everything, what is mentioned in passing only where it was shown before."""
        self.window.document.set_filter(Filter(weight=self.window.document.filter.weight))

    def save_filter(self, name: str) -> None:
        """Keep the filter under a name."""
        self.do(edits.save_filter(name, self.window.document.filter, self.library.saved_filters()))

    def remove_filter(self, saved: SavedFilter) -> None:
        """Remove a saved filter."""
        self.do(edits.remove_filter(saved))

    def preferences(self) -> None:
        """Show the settings."""
        from dateline.gui.dialogs.preferences import PreferencesDialog

        PreferencesDialog(self.window).open()

    # The publication date ---------------------------------------------------------------------------------------------

    def set_date(self, value: object, evidence: str) -> None:
        """Give the article that is read another publication date; everything in it is resolved anew."""
        article = self.window.reader.article
        if article is None:
            return
        self.window.assistant.ask(
            tasks.redate,
            article,
            value,
            evidence,
            self.library.expressions(article.id),
            self.library.events_of(article.id, all=True),
            self.window.conventions(),
            [offer for _, offer in self.library.offers(article.id)],
            then=self.take_analysis,
            failed=self.warn,
        )

    def take_analysis(self, result: "Reanalysis") -> None:
        """Take over what analysing again found, and say where it differs from what the reader corrected."""
        n = len(result.unattached) + len(result.conflicts)
        if not self.do(result.change) or not n:
            return
        told = trn(
            "{n} correction of yours differs from what is found now; yours is kept.",
            "{n} corrections of yours differ from what is found now; yours are kept.",
            n,
        )
        self.window.notice.warn(told, tr("Compare"), self.window.commands.offers)
