"""Reading what was found, one event after the other: right, wrong or mended, and on to the next."""

from collections.abc import Callable, Sequence

from dateline.core.change import Change
from dateline.core.model import Event
from dateline.gui.language.i18n import tr
from dateline.library import edits

from .actions import action
from .base import CommandsBase


class ReviewCommands(CommandsBase):
    """Commands that go from one event to the next that has not been read."""

    @action("Confirm and go on", "Ctrl+Shift+Return", picture="confirm-next", needs="event")
    def confirm_next(self) -> None:
        """Say that the event is right as it stands now, and show the next that has not been read."""
        self._settle(edits.confirm)

    @action("Reject and go on", "Ctrl+Shift+Backspace", picture="reject-next", needs="event")
    def reject_next(self) -> None:
        """Say that the event is none, and show the next that has not been read."""
        self._settle(edits.reject)

    @action("Next event to read", "Ctrl+Shift+Down", needs="all", hint="Next event not yet confirmed or rejected")
    def next_unread(self) -> None:
        """Show the next event that has not been read."""
        self._read_on(self.following())

    @action("As found", "Ctrl+Alt+Z", picture="restore", needs="corrected", hint="Have the event as it was found")
    def as_found(self) -> None:
        """Take back all that the reader set of the selected events."""
        pairs = [(event, found) for event in self.selected() if (found := self.library.as_found(event)) is not None]
        if pairs:
            self.do(edits.put_back(pairs))
        else:
            self.say(tr("It is no longer known how this was found."))

    def _settle(self, settled: Callable[[Sequence[Event]], Change]) -> None:
        following = self.following()
        self.panes.views.keep_typed()
        if self.do(settled(self.selected())):
            self._read_on(following)

    def _read_on(self, event: int | None) -> None:
        self.workspace.selection.select([] if event is None else [event])
        if event is None:
            self.say(tr("That was the last one: every event shown has been read."))
