"""What is worked on in one window: the one thing that dialogs and commands are given."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dateline.core.moment import Moment
from dateline.core.preferences import Preferences
from dateline.gui.language.i18n import tr
from dateline.gui.widgets.notice import Notice
from dateline.library import Library
from dateline.settings import Settings

from .document import Document
from .selection import Selection
from .session import Session

if TYPE_CHECKING:
    from .jobs import Assistant


class Workspace(QObject):
    """The open library, what is selected in it, where the reader left off, what was set, and what is told.

    `settings_changed` says that the reader set something, `closing` comes before the end. ``window`` is what dialogs
    stand before; ``visible_range`` tells what time the events' view shows, None where it shows none.
    """

    settings_changed = Signal()
    closing = Signal()

    def __init__(self, window: QWidget, library: Library, settings: Settings, session: Session) -> None:
        super().__init__(window)
        self.window = window
        self.settings, self.session = settings, session
        self.document = Document(library, window)
        self.selection = Selection(self.document, self)
        self.notices = Notice()
        self.visible_range: Callable[[], tuple[Moment, Moment] | None] = lambda: None

    @property
    def preferences(self) -> Preferences:
        """What the reader set, as one value."""
        return Preferences.of(self.settings)

    def set(self, name: str, value: str | int | bool) -> None:
        """Set what the reader chose; it holds while the window is open even where it cannot be saved, which is said."""
        try:
            self.settings.set(name, value)
        except OSError as error:
            why = error.strerror or str(error)
            self.notices.tell(tr("The settings could not be saved ({why}).").format(why=why))
        self.settings_changed.emit()

    @property
    def assisted(self) -> bool:
        """Whether anything was worked out in another process yet."""
        return "assistant" in self.__dict__

    @cached_property
    def assistant(self) -> "Assistant":
        """Works out what takes long, in another process."""
        from .jobs import PATIENCE, Assistant

        made = Assistant(self)
        made.busy_changed.connect(lambda _busy: QTimer.singleShot(PATIENCE, self, self._tell_busy))
        return made

    def _tell_busy(self) -> None:
        """Say what is going on where an answer takes long, as the first does: the language model is loaded for it."""
        words = tr("Working it out. The first time takes a few seconds…")
        if self.assistant.busy:
            self.notices.tell(words)
        elif self.notices.text.text() == words:
            self.notices.hide()
