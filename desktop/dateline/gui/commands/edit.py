"""The Edit menu, and the changes that panes ask for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dateline.core.filter import Filter
from dateline.core.model import Event, SavedFilter, Status
from dateline.gui.language.i18n import trn
from dateline.library import edits

from .actions import action
from .base import CommandsBase

if TYPE_CHECKING:
    pass


class EditCommands(CommandsBase):
    """Commands of the Edit menu."""

    @action("&Undo", "Ctrl+Z", picture="undo")
    def undo(self) -> None:
        """Take the last change back."""
        self.workspace.document.stack.undo()

    @action("&Redo", "Ctrl+Y", "Ctrl+Shift+Z", picture="redo")
    def redo(self) -> None:
        """Make the change again that was taken back."""
        self.workspace.document.stack.redo()

    @action("&History…", "Ctrl+H", picture="history")
    def history(self) -> None:
        """Show every change that was made."""
        from dateline.gui.dialogs.history import HistoryDialog

        HistoryDialog(self.workspace).open()

    # Events -----------------------------------------------------------------------------------------------------------

    @action("Re&name the event", "F2", picture="edit", needs="event")
    def rename(self) -> None:
        """Give the selected event another title."""
        self.panes.want_inspector(wanted=True)
        self.panes.inspector.edit_title()

    @action("&Confirm", "Ctrl+Return", picture="confirm", needs="event")
    def confirm(self) -> None:
        """Say that the selected events are right; said again, take it back."""
        events = self.selected()
        done = all(event.status is Status.CONFIRMED for event in events)
        self.do(edits.reconsider(events) if done else edits.confirm(events))

    @action("Re&ject", "Ctrl+Backspace", picture="reject", needs="event")
    def reject(self) -> None:
        """Say that the selected events are none; said again, take it back."""
        events = self.selected()
        done = all(event.status is Status.REJECTED for event in events)
        if self.do(edits.reconsider(events) if done else edits.reject(events)) and not done:
            told = trn("{n} event rejected.", "{n} events rejected.", len(events))
            self.workspace.notices.tell_undoable(told, self.undo)

    @action("&Delete", "Del", picture="trash", needs="event")
    def delete(self) -> None:
        """Put the selected events into the bin."""
        chosen = [event.id for event in self.selected()]
        following = self.following(unread=False)
        self.workspace.selection.select([])  # the details first keep what is still being typed
        self.bin_rows(self.workspace.document.events(chosen))
        if following is not None and following not in chosen:
            self.workspace.selection.select([following])

    @action("&Merge into one event", "Ctrl+M", picture="merge", needs="events")
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
            self.workspace.selection.select([events[0].id])

    @action("&Split the merged event", "Ctrl+Shift+M", picture="split", needs="merged")
    def split(self) -> None:
        """Show the members of the selected merged event each by itself again."""
        for event in self.selected()[:1]:
            merge = self.library.merge(event.merge) if event.merge is not None else None
            if merge is not None:
                self.do(edits.split(merge, self.library.merge_members(merge.id)))

    @action("Ne&w event…", "Ctrl+N", picture="plus", needs="write")
    def add_event(self) -> None:
        """Add an event, from the words selected in the article where some are."""
        from dateline.gui.dialogs.event import EventDialog

        span = self.panes.reader.text.selected_span()
        EventDialog(self.workspace, self.panes.reader.article if span else None, span).open()

    # Finding ----------------------------------------------------------------------------------------------------------

    @action("&Find in the article", "Ctrl+F", picture="search", needs="article")
    def find_in_article(self) -> None:
        """Search the article that is read."""
        self.panes.reader.search()

    @action("Search all &events", "Ctrl+K", picture="filter")
    def search_events(self) -> None:
        """Type what to search all events for."""
        self.panes.filter_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panes.filter_bar.search.selectAll()

    @action("C&lear the filter", "Ctrl+Shift+K", picture="clear")
    def clear_filter(self) -> None:
        """Take every part of the filter away; how much is shown stays."""
        wanted = self.workspace.document.filter
        self.workspace.document.set_filter(Filter(weight=wanted.weight, key=wanted.key))

    def save_filter(self, name: str) -> None:
        """Keep the filter under a name."""
        self.do(edits.save_filter(name, self.workspace.document.filter, self.library.saved_filters()))

    def remove_filter(self, saved: SavedFilter) -> None:
        """Remove a saved filter."""
        self.do(edits.remove_filter(saved))

    @action("&Preferences…", "Ctrl+,", picture="settings")
    def preferences(self) -> None:
        """Show the settings."""
        from dateline.gui.dialogs.preferences import PreferencesDialog

        PreferencesDialog(self.workspace).open()
