"""The one exception tree. Every message is for the reader: what failed and what to do about it."""

import traceback
from pathlib import Path


def explained(error: Exception) -> str:
    """What is said of an error that is a fault of Dateline's own, with the place for whoever mends it."""
    place = traceback.extract_tb(error.__traceback__)[-1] if error.__traceback__ else None
    where = f" ({place.name}, line {place.lineno})" if place else ""
    return f"an error in Dateline: {type(error).__name__}: {error}{where}"


class DatelineError(Exception):
    """Base of everything that Dateline raises on purpose; ``str(error)`` can be shown as it is."""


class UsageError(DatelineError):
    """The command or a value given to it makes no sense (exit status 2)."""


class Refused(DatelineError):
    """A file was not read; the message is the reason, and the rest of the import goes on."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        """With its template where it is a `Message`, which ``str(error)`` is not."""


class ModelMissing(DatelineError):
    """The language model that finding events needs is not installed; times still work without it."""


class ExportError(DatelineError):
    """An image or data file could not be written."""


class LibraryError(DatelineError):
    """A library file could not be opened, read or written."""


class LibraryLocked(LibraryError):
    """Another process is writing to the library; the message names it."""


class LibraryNewer(LibraryError):
    """The library was made by a newer Dateline than this one."""


class LibraryDamaged(LibraryError):
    """The library file fails SQLite's integrity check or is not a library at all."""

    backup: Path | None = None
    """The newest sound backup, where there is one."""


class Stopped(LibraryError):
    """Long work on a library was stopped on request; everything is as it was before."""
