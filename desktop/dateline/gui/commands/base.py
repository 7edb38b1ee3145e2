"""What all commands share: the window and short ways to its parts."""

from typing import TYPE_CHECKING

from dateline.core.change import Change
from dateline.core.model import Event, Status
from dateline.library import Library

if TYPE_CHECKING:
    from dateline.gui.shell.main_window import MainWindow


class CommandsBase:
    """Commands on one window."""

    def __init__(self, window: "MainWindow") -> None:
        self.window = window

    @property
    def library(self) -> Library:
        """The library that is open."""
        return self.window.document.library

    def selected(self) -> list[Event]:
        """The events that are selected, of a merged one all members, rejected ones only beside a rejected one."""
        chosen = self.window.document.events(self.window.selection.events)
        found = {event.id: event for event in chosen}
        for one in chosen:
            members = self.library.merge_members(one.merge) if one.merge is not None else []
            rejected = one.status is Status.REJECTED
            found |= {m.id: m for m in members if not m.binned and (m.status is Status.REJECTED) == rejected}
        return list(found.values())

    def do(self, change: Change) -> bool:
        """Make a change that can be undone."""
        return self.window.document.do(change)

    def say(self, sentence: str) -> None:
        """Tell the reader what happened."""
        self.window.notice.tell(sentence)

    def warn(self, sentence: str) -> None:
        """Tell the reader what went wrong."""
        self.window.notice.warn(sentence)
