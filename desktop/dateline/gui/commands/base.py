"""What all commands share: the workspace, the panes, and short ways to them."""

from collections.abc import Sequence

from dateline.core.change import Change
from dateline.core.model import Article, Event, Status
from dateline.gui.language.i18n import trn
from dateline.gui.workspace import reading
from dateline.gui.workspace.views import TABLE
from dateline.gui.workspace.workspace import Workspace
from dateline.library import Library, edits

from .panes import Panes


class CommandsBase:
    """Commands on what is open in one window, shown in its panes."""

    def __init__(self, workspace: Workspace, panes: Panes) -> None:
        self.workspace, self.panes = workspace, panes

    @property
    def library(self) -> Library:
        """The library that is open."""
        return self.workspace.document.library

    def selected(self) -> list[Event]:
        """The events that are selected, of a merged one all members, rejected ones only beside a rejected one."""
        chosen = self.workspace.document.events(self.workspace.selection.events)
        found = {event.id: event for event in chosen}
        for one in chosen:
            members = self.library.merge_members(one.merge) if one.merge is not None else []
            rejected = one.status is Status.REJECTED
            found |= {m.id: m for m in members if not m.binned and (m.status is Status.REJECTED) == rejected}
        return list(found.values())

    def following(self, *, unread: bool = True) -> int | None:
        """The event after the selected one in the view that shows, not yet read where asked; None where none is."""
        document, last = self.workspace.document, self.workspace.selection.last
        current = next(iter(document.leaders([last])), None) if last is not None else None
        if self.panes.views.view == TABLE:
            return self.panes.table.events.following(current, unread=unread)
        return reading.following(document, current, unread=unread)

    def do(self, change: Change) -> bool:
        """Make a change that can be undone."""
        return self.workspace.document.do(change)

    def say(self, sentence: str) -> None:
        """Tell the reader what happened."""
        self.workspace.notices.tell(sentence)

    def warn(self, sentence: str) -> None:
        """Tell the reader what went wrong."""
        self.workspace.notices.warn(sentence)

    def bin_rows(self, rows: Sequence[Article | Event]) -> None:
        """Put articles or events into the bin, with a way back in sight."""
        if rows and self.do(edits.bin_(rows)):
            if self.panes.reader.article is None:
                self.workspace.selection.read(None)
            if isinstance(rows[0], Event):
                told = trn("{n} event put into the bin.", "{n} events put into the bin.", len(rows))
            else:
                told = trn("{n} article put into the bin.", "{n} articles put into the bin.", len(rows))
            self.workspace.notices.tell_undoable(told, self.workspace.document.stack.undo)
