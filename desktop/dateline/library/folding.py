"""Folding a library's log (-wal) into its file at quiet moments, so that a copy of the file alone is seconds behind."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

QUIET = 2.0
"""Seconds without a write after which the log is folded in."""
LONGEST = 20.0
"""Seconds of writing without a pause after which it is all the same."""


class Folding:
    """A thread of one library, begun at its first write. The file's writers and readers do not wait for it."""

    def __init__(self, path: Path, fold: Callable[[Path], None] | None = None) -> None:
        self._path, self._fold = path, fold or folded
        self._written, self._ended = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None

    def written(self) -> None:
        """Something has been written."""
        self._written.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="dateline folding", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """The library is about to be closed, which folds in the rest."""
        self._ended.set()
        self._written.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while True:
            self._written.wait()
            waited = 0.0
            while self._written.is_set() and waited < LONGEST:
                self._written.clear()
                if self._ended.wait(QUIET):
                    return
                waited += QUIET
            if self._ended.is_set():
                return
            self._fold(self._path)


def folded(path: Path) -> None:
    """Fold in what nobody is reading; what cannot be is left to the next time."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(path.as_uri() + "?mode=rw", uri=True)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
