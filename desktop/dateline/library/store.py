"""The library itself: one file, opened once per thread; `apply` is the only thing that writes."""

import itertools
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from dateline.core.change import Change
from dateline.core.model import Event
from dateline.errors import LibraryDamaged, LibraryError, LibraryNewer
from dateline.library import backups, files, migrating, schema, seals
from dateline.library.connection import Connection
from dateline.library.folding import Folding
from dateline.library.jobs import Job, Progress
from dateline.library.queries import Queries
from dateline.library.witness import Witness, identity_of, last_of
from dateline.settings import Settings


class Library(Queries):
    """One library file, or one in memory. It belongs to the thread that opened it.

    Other processes may read and write the same file meanwhile: what they commit is seen at the next question, and
    `apply` refuses a change whose rows they have changed first.
    """

    def __init__(self, db: Connection, path: Path | None, read_only: bool) -> None:
        super().__init__(db, path)
        self.read_only = read_only
        self.changed = False
        """Whether something has been written since the last backup."""
        self.applied = 0
        """The number in the history of the last change that was applied here."""
        self._identity = identity_of(db.conn)
        self._witness = None if path is None else Witness(path)
        self._folding = None if path is None or read_only else Folding(path)
        self._wrote = False
        self.damage = ""
        """Why it is open for reading only, in words, where it was not asked for: what was lost, or what is odd."""

    @classmethod
    def open(cls, path: Path | None, *, read_only: bool = False, wait: float = 2.0) -> "Library":
        """Open a library, made when missing; ``wait`` is how many seconds to wait for another process's writing.

        An older file is brought up to date, after a backup; one with triggers or views that Dateline did not make is
        opened for reading only, and `damage` says so. With ``read_only`` nothing is written, a damaged file
        is opened for what can be read, and an older one gives what it has.

        Raises:
            LibraryLocked, LibraryNewer, LibraryDamaged, LibraryError: as their messages say. A damaged file's
                error names the newest sound backup in ``backup``.
        """
        if path is not None:
            path = Path(os.path.realpath(path))  # backups and log lie beside the file, not beside a link to it
            files.ready(path, made=not read_only)
        owner = files.Owner(path)
        db: Connection | None = None
        try:
            if path is not None and read_only:
                return cls._open_for_reading(path, wait)
            db = files.connect(path, read_only=False, wait=wait)
            if path is not None and (names := files.others_hand(db)):
                db.close()
                return cls._open_for_reading(path, wait, _others(path, names))
            migrating.prepare(db, path)
        except (sqlite3.Error, LibraryDamaged) as error:
            if db is not None:
                db.close()
            known = None if path is None else backups.newest_good(path)
            if isinstance(error, sqlite3.Error):
                raise files.explain(error, path, owner, known) from error
            error.backup = known
            raise
        except BaseException:
            if db is not None:
                db.close()
            raise
        library = cls(db, path, read_only)
        if path is not None:
            library.changed = backups.owed(last_of(db.conn) or None, path)
            library.damage = library._missing()
        return library

    @classmethod
    def _open_for_reading(cls, path: Path, wait: float, why: str = "") -> "Library":
        from dateline.library import salvage  # as below: not needed to open a sound library and look at it

        db = files.connect_for_reading(path, wait)
        try:
            if files.inspect(db, path) < schema.VERSION:
                db = migrating.migrated_copy(db)
            files.quick_check(db)
            library = cls(db, path, read_only=True)
            library.damage = why or library._missing()
            library._fresh()
            return library
        except (sqlite3.OperationalError, LibraryNewer):
            db.close()
            raise
        except (sqlite3.DatabaseError, LibraryDamaged):
            saved, words = salvage.salvaged(db)
            if not salvage.holds_something(saved):
                saved.close()
                raise
        library = cls(saved, path, read_only=True)
        library.damage = f"“{path.name}” is damaged. {words}"
        return library

    def apply(self, *changes: Change) -> None:
        """Make changes in one transaction and keep each in the history; an empty change is nothing.

        Raises:
            LibraryError: when a row is not as its change has it before, or the file cannot be written. Then nothing
                of them is made.
        """
        if not any(changes):
            return
        if self.read_only:
            raise LibraryError(f"This library is open for reading only, so nothing was changed. {self.damage}".strip())
        try:
            self._write(changes)
        except LibraryDamaged as error:
            if getattr(error.__cause__, "sqlite_errorcode", None) != sqlite3.SQLITE_CORRUPT_VTAB:
                raise
            self.reindex()  # only a search table has gone wrong: it is made again from the rows
            self._write(changes)
        self.changed = True
        if self._witness is not None:
            self._witness.note(self._identity, self.applied)

    def check(self) -> list[str]:
        """What is wrong with the file, checked whole; nothing for a sound one. `reindex` mends all but the first."""
        with self._told():
            problems = [row[0] for row in self._db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            problems += [f"{rot}." for rot in itertools.islice(seals.rotten(self._db.conn), 20)]
            if problems:
                return problems
            if self._db.execute("PRAGMA foreign_key_check").fetchone():
                problems.append("Some rows point to rows that are not there.")
            kept = self._db.execute("SELECT count(*), coalesce(sum(slot), 0) FROM events").fetchone()
            held = np.flatnonzero(self._fresh().index["id"])
            if kept != (len(held), int(held.sum())):
                problems.append("The timeline's index does not hold the events that the library holds.")
            if not self.read_only:
                from dateline.library import writing

                problems += writing.check_search(self._db)
        return problems

    def reindex(self) -> None:
        """Make search, names and the timeline's index again from the articles and events."""
        if self.read_only:
            raise LibraryError("This library is open for reading only, so nothing was changed.")
        from dateline.library import writing

        with self._told(), self._transaction():
            if rot := next(seals.rotten(self._db.conn), None):  # whose words would become what is found
                raise LibraryDamaged(f"{rot}, so nothing was made again. Go back to a backup first.")
            writing.remake(self._db)
            self._query = None

    @property
    def unchecked(self) -> bool:
        """Whether the file was too large to be looked through on opening; `start_check` does so meanwhile."""
        return self.path is not None and not self.read_only and files.is_large(self.path)

    def start_check(self) -> Job[str | None]:
        """Check the whole file in a thread of its own; the result says what is wrong with it, None for nothing."""
        path = self._file("checked")

        def work(progress: Progress) -> str | None:
            problem = backups.verify(path, progress)
            backup = None if problem is None else backups.with_sound_rows(path)
            if backup is None:
                return problem
            return f"{problem}. The newest backup with the sound values is “{backup.name}”"

        return Job(work)

    def as_found(self, event: Event) -> Event | None:
        """The event as an analysis found it, before the reader set anything; None where the history does not tell."""
        from dateline.library import history

        with self._told():
            return history.as_found(self._db, event)

    def start_backup(self, keep: int | None = None) -> Job[Path]:
        """Make a verified backup in a thread of its own; the library may be used, and closed, meanwhile."""
        path, keep = self._file("backed up"), _kept(keep)

        def work(progress: Progress) -> Path:
            try:
                return backups.make(path, keep, progress)
            except BaseException:
                self.changed = True
                raise

        self.changed = False
        return Job(work)

    def backup(self, keep: int | None = None) -> Path:
        """Make a verified backup now and return it; ``keep`` of them are kept (the setting "backups")."""
        return self.start_backup(keep).result()

    @staticmethod
    def restore(backup: Path, path: Path) -> Path | None:
        """Put a backup in the library's place; returns where the file that was there is kept (`backups.restore`)."""
        return backups.restore(backup, path)

    def close(self, *, backup: bool = True, keep: int | None = None) -> None:
        """Close the file; where this Library has written, a verified backup is made first, unless told not to.

        Raises:
            LibraryError: when the backup could not be made; the library is closed and whole all the same.
        """
        try:
            if backup and self.changed and self.path is not None:
                self.backup(keep)
        finally:
            if self._folding is not None:
                self._folding.end()
            self._owner.leave()
            self._db.close()
            if self._wrote and backup and self._witness is not None:
                self._witness.keep_sums()

    def close_soon(self, keep: int | None = None) -> "Job[Path] | None":
        """Close the file at once; the backup that is owed, if one is, goes on in a thread of its own.

        Where it does not come to its end (it is stopped, the computer is switched off), the next session owes it.
        """
        job = self.start_backup(keep) if self.changed and self.path is not None else None
        self.close(backup=False)
        return job

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        try:
            self.close()
        except LibraryError as closing:
            if isinstance(error, LibraryError):  # what was not done is said before what could not be backed up
                raise LibraryError(f"{error} {closing}") from error
            raise

    def _missing(self) -> str:
        words = self._witness.missing(self._db.conn) if self._witness is not None else ""
        return f"{words[0].upper()}{words[1:]}." if words else ""

    def _file(self, done: str) -> Path:
        if self.path is None:
            raise LibraryError(f"A library in memory has no file that could be {done}.")
        return self.path

    def _write(self, changes: Sequence[Change]) -> None:
        from dateline.library import writing

        with self._told(), self._transaction():
            for change in filter(None, changes):
                self.applied = writing.write(self._db, self._index(), change)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        connection = self._db.conn
        connection.execute("BEGIN IMMEDIATE")
        try:
            self._owner.sign()
            if self._witness is not None and not self._wrote:
                self._witness.forget_sums()
                self._wrote = True
            yield
            connection.execute("COMMIT")
            if self._folding is not None:
                self._folding.written()
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            self._query = None  # the arrays may hold what was rolled back
            raise


def _others(path: Path, names: Sequence[str]) -> str:
    listed = ", ".join(f"“{name}”" for name in names[:5])
    return (
        f"“{path.name}” is open for reading only and nothing was changed: it holds triggers or views that Dateline did "
        f"not make ({listed}). Export what you need and import it into a new library."
    )


def _kept(keep: int | None) -> int:
    return int(Settings.load()["backups"]) if keep is None else keep
