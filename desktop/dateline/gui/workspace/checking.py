"""Looking through a large library while it is open: the window does not wait for it, but tells what is found."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from dateline.errors import LibraryError
from dateline.library import Job, Library

LOOK = 200
"""Milliseconds between two looks at how far it is."""


class LibraryCheck(QObject):
    """Checks one library at a time in its thread; ``found`` gets the library and what is wrong with it."""

    def __init__(self, found: Callable[[Library, str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._found = found
        self._library: Library | None = None
        self._job: Job[str | None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)

    @property
    def running(self) -> bool:
        """Whether a library is being looked through."""
        return self._timer.isActive()

    def start(self, library: Library) -> None:
        """Look through this library, if it was not on opening, and through no other any more."""
        self.stop()
        if library.unchecked:
            self._library = library
            self._timer.start()  # it begins at the first look, when the window has been painted

    def stop(self) -> None:
        """Let go of the library's file, whatever is found."""
        self._timer.stop()
        if self._job is not None:
            self._job.stop()
            with suppress(LibraryError):  # that it was stopped, or could not be read any more: nobody asks now
                self._job.result()
            self._job = None

    def _look(self) -> None:
        library, job = self._library, self._job
        if job is None and library is not None:
            self._job = library.start_check()
        if library is None or job is None or not job.done:
            return
        self._timer.stop()
        self._job = None
        try:
            problem = job.result()
        except LibraryError as error:
            problem = str(error)
        if problem is not None:
            self._found(library, problem)
