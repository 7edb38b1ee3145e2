"""What is selected, shared by all panes: some events, and the article that is being read."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from .document import Document


class Selection(QObject):
    """The selected events and the article shown. Selecting an event shows its article.

    `changed` says that the events changed, `article_changed` that another article is to be read.
    """

    changed = Signal()
    article_changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.events: tuple[int, ...] = ()
        self.article: int | None = None

    @property
    def last(self) -> int | None:
        """The one event selected last, or None."""
        return self.events[-1] if self.events else None

    def select(self, events: Iterable[int]) -> None:
        """Select these events in every pane, and read the last one's article."""
        chosen = tuple(dict.fromkeys(events))
        if chosen == self.events:
            return
        self.events = chosen
        found = self._document.library.event(chosen[-1]) if chosen else None
        if found is not None and found.article is not None:
            self.read(found.article, keep=True)
        self.changed.emit()

    def read(self, article: int | None, *, keep: bool = False) -> None:
        """Show an article; the events selected elsewhere are let go unless ``keep``."""
        if article == self.article:
            return
        self.article = article
        if not keep and self.events:
            self.events = ()
            self.changed.emit()
        self.article_changed.emit()
