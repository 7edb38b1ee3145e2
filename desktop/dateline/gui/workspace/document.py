"""The open library as the window sees it: every edit a Change on one undo stack, one signal when rows changed."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from dateline.core.change import Change
from dateline.core.filter import Filter
from dateline.core.message import Message
from dateline.core.model import MAIN_WEIGHT, Article, Event
from dateline.errors import LibraryError
from dateline.gui.language.i18n import tr
from dateline.library import Heading, Job, Library

START = Filter(weight=MAIN_WEIGHT)
"""What is shown at first: what articles tell outright, not what they mention in passing."""


class Document(QObject):
    """The library that is open, its undo stack and the filter of all panes.

    `changed` carries each Change after it was applied, also when undone, and None where everything may be different;
    `failed` carries a sentence for the reader.
    Only this class writes to the library, and only on the window's thread.
    """

    changed = Signal(object)
    filter_changed = Signal()
    failed = Signal(str)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.stack = QUndoStack(self)
        self._filter = START
        self._headings: list[Heading] | None = None
        self._reasons: dict[int, Message] | None = None
        self.changed.connect(self._forget)

    @property
    def filter(self) -> Filter:
        """What the reader wants to see, in all panes."""
        return self._filter

    @property
    def narrowed(self) -> bool:
        """Whether the reader filters, however much is to be shown."""
        return bool(self._filter.without("weight").without("key"))

    def set_filter(self, wanted: Filter) -> None:
        """Show something else in all panes."""
        if wanted != self._filter:
            self._filter = wanted
            self._reasons = None
            self.filter_changed.emit()

    def why_key(self, event: int) -> Message | None:
        """Why an event is among the key events shown; None where it is none of them, or where others are shown too."""
        if not self._filter.key:
            return None
        if self._reasons is None:
            found = self.library.key_events(self._filter, self._filter.key)
            leaders = self.library.leaders([id_ for id_, _ in found], self._filter)
            self._reasons = {id_: key.why() for id_, (_, key) in zip(leaders, found, strict=True)}
        return self._reasons.get(event)

    def do(self, change: Change, batch: int = 0, *, quiet: bool = False) -> bool:
        """Apply a change and make it undoable; False (and `failed`) where the library refused it.

        Changes in a row with the same ``batch`` are undone in one go, as one import is. After ``quiet`` ones the
        caller says `tell` once for many.
        """
        if not change:
            return True
        from . import waiting  # not before it is needed, as in `main_window`

        if waiting.at_work():
            self.failed.emit(tr("This was not changed: wait until what is going on is done."))
            return False
        if not self.apply(change, quiet=quiet):
            return False
        self.stack.push(_Command(self, [change], batch))
        return True

    def tell(self) -> None:
        """Say that everything may be different, after quiet changes."""
        self.changed.emit(None)

    def apply(self, change: Change, *, quiet: bool = False) -> bool:
        """Apply a change without a place on the undo stack; True when it is in the library."""
        try:
            self.library.apply(change)
        except LibraryError as error:
            self.failed.emit(str(error))
            return False
        if not quiet:
            self.changed.emit(change)
        return True

    def apply_all(self, changes: Sequence[Change], words: str) -> bool:
        """Apply changes one by one, many with progress told in these words; True when all are in the library."""
        if len(changes) == 1:
            return self.apply(changes[0])
        from . import waiting

        try:
            return waiting.in_slices(
                [partial(self.apply, change, quiet=True) for change in changes], words, self.parent()
            )
        finally:
            self.tell()

    def events(self, ids: Iterable[int]) -> list[Event]:
        """The events of these ids, those that are gone left out."""
        return self.library.events_by_id(list(ids))

    def leaders(self, ids: Iterable[int]) -> list[int]:
        """The events that stand for these where events are shown: of merged ones one, each once."""
        return list(dict.fromkeys(self.library.leaders(list(ids), self._filter)))

    def told_by(self, ids: Iterable[int]) -> dict[int, int]:
        """How many articles tell each of these events, its merged group among them, as far as the filter knows."""
        asked = list(ids)
        return dict(zip(asked, self.library.told_by(asked, self._filter.as_of), strict=True))

    def headings(self) -> list[Heading]:
        """The articles in short, newest first; read again only after a change."""
        if self._headings is None:
            self._headings = self.library.headings()
        return self._headings

    def article(self, article: int | None) -> Article | None:
        """An article, or None when it is gone or in the bin."""
        found = None if article is None else self.library.article(article)
        return None if found is None or found.binned else found

    def adopt(self, changes: Sequence[Change]) -> None:
        """Tell everyone of changes that were applied from outside the undo stack, and make them undoable as one."""
        self.changed.emit(changes[0] if len(changes) == 1 else None)
        self.stack.push(_Command(self, changes, 0))

    def replace(self, library: Library, *, closed: bool = False) -> None:
        """Show another library; the one so far is closed, where it is not already."""
        old, self.library = self.library, library
        self.stack.clear()
        self._filter, self._reasons = START, None
        if not closed:
            try:
                self._follow(old.close_soon())
            except LibraryError as error:
                self.failed.emit(str(error))
        self.changed.emit(None)
        self.filter_changed.emit()

    def _follow(self, job: Job[Path] | None) -> None:
        """Say so where the backup of a library that is no longer shown does not come about."""
        if job is None:
            return
        timer = QTimer(self)

        def look() -> None:
            if job.done:
                timer.stop()
                timer.deleteLater()
                try:
                    job.result()
                except LibraryError as error:
                    self.failed.emit(str(error))

        timer.timeout.connect(look)
        timer.start(100)

    def _forget(self, _change: object) -> None:
        self._headings = self._reasons = None

    def close(self) -> Job[Path] | None:
        """Close the library; the backup that is owed, if one is, goes on in a thread."""
        self.stack.clear()
        return self.library.close_soon()


class _Command(QUndoCommand):
    """Changes already applied: the first redo, which Qt makes on pushing, does nothing."""

    def __init__(self, document: Document, changes: Sequence[Change], batch: int) -> None:
        super().__init__(changes[0].label)
        self._document, self._changes, self._batch = document, list(changes), batch
        self._done = True

    def id(self) -> int:
        return self._batch or -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Command) or not self._batch or other._batch != self._batch:
            return False
        self._changes += other._changes
        self.setText(tr("Import"))  # the history names each, undo takes back all
        return True

    def redo(self) -> None:
        if self._done:
            return
        self._done = True
        if not self._document.apply_all(self._changes, tr("Making it again…")):
            self.setObsolete(True)

    def undo(self) -> None:
        self._done = False
        inverses = [change.inverse() for change in reversed(self._changes)]
        if not self._document.apply_all(inverses, tr("Taking it back…")):
            self.setObsolete(True)
