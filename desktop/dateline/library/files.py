"""The library file: opening it safely, who is writing to it, and what SQLite's errors mean for the reader."""

import json
import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from dateline import paths
from dateline.errors import LibraryDamaged, LibraryError, LibraryLocked, LibraryNewer
from dateline.library.connection import Connection
from dateline.library.schema import APPLICATION_ID, VERSION
from dateline.library.views import VIEWS

QUICK_CHECK_BYTES = 2**20
"""Files up to this size are looked through before they are opened for writing. Larger ones are while they are open
(`Library.start_check`), and before they are opened for reading only, which damage may be the reason for."""

_LONGEST_NOTE = 4096

CHECKPOINT = "wal_autocheckpoint = 8000"
"""Pages of the log before a commit carries them over, which the window would feel; closing carries over the rest."""


def connect(path: Path | None, *, read_only: bool, wait: float) -> Connection:
    """A connection with every safety on; the file is neither checked nor migrated. None is one in memory."""
    if path is None:
        db = Connection(sqlite3.connect(":memory:"))
    else:
        where = path.absolute().as_uri() + ("?mode=ro" if read_only else "")
        db = Connection(sqlite3.connect(where, uri=True, timeout=wait))
    try:
        for pragma in (
            "foreign_keys = ON",
            "synchronous = FULL",
            "temp_store = MEMORY",
            "trusted_schema = OFF",
            "cache_size = -65536",
            CHECKPOINT,
        ):
            db.conn.execute(f"PRAGMA {pragma}")
    except BaseException:
        db.close()
        raise
    return db


def ready(path: Path, *, made: bool) -> None:
    """Raises LibraryError where no library can be; with ``made`` one that is not there may be made, with its folder."""
    try:
        if path.is_dir():
            raise LibraryError(f"“{path}” is a folder, not a library.")
        there = path.exists()
    except OSError as error:  # it lies in a folder that may not be looked into, or its name is too long
        raise LibraryError(f"“{path}” cannot be opened ({error.strerror}).") from error
    if there:
        return
    if not made:
        raise LibraryError(f"There is no library “{path}”.")
    try:
        paths.private_folder(path.parent)
    except OSError as error:
        raise LibraryError(f"“{path.parent}” could not be made ({error.strerror}).") from error
    with suppress(OSError):  # where it cannot be made, SQLite says why
        paths.private_file(path)


def connect_for_reading(path: Path, wait: float) -> Connection:
    """A connection that cannot write, also where the folder may not be written to."""
    db: Connection | None = None
    try:
        db = connect(path, read_only=True, wait=wait)
        db.conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return db
    except sqlite3.DatabaseError as error:
        if db is not None:
            db.close()
        if (error.sqlite_errorcode & 0xFF) not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            raise
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:  # what is not yet in the file proper: read a copy of both
        with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
            for part in (path, log):
                shutil.copyfile(part, Path(folder) / part.name)
            whole = Connection(sqlite3.connect(":memory:"))
            with closing(sqlite3.connect(Path(folder) / path.name)) as copy:
                copy.backup(whole.conn)
        return whole
    return Connection(sqlite3.connect(path.absolute().as_uri() + "?mode=ro&immutable=1", uri=True))


def inspect(db: Connection, path: Path) -> int:
    """The version of a library file, 0 for a new one.

    Raises:
        LibraryNewer, LibraryDamaged: as their names say.
    """
    version = int(db.conn.execute("PRAGMA user_version").fetchone()[0])
    kind = db.conn.execute("PRAGMA application_id").fetchone()[0]
    tables = db.conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if not tables and not version and kind in (0, APPLICATION_ID):
        if path.stat().st_size and not path.read_bytes()[:16].startswith(b"SQLite format 3"):
            raise LibraryDamaged(f"“{path.name}” is not a Dateline library.")  # SQLite takes a few odd bytes as empty
        return 0
    if kind != APPLICATION_ID:
        raise LibraryDamaged(f"“{path.name}” is not a Dateline library.")
    if version > VERSION:
        raise LibraryNewer(
            f"“{path.name}” was made by a newer Dateline (library version {version}; this one knows up to {VERSION}). "
            "Nothing was changed. Update Dateline to open it."
        )
    return version


def is_other(path: Path) -> bool:
    """Whether a file that is no database is something else altogether, by its suffix or because it is a text."""
    if path.suffix.lower() != ".dateline":
        return True
    try:
        with path.open("rb") as stream:
            beginning = stream.read(4096)
        return b"\0" not in beginning and bool(beginning.decode("utf-8", "ignore").strip())
    except OSError:
        return False


def is_database(path: Path) -> bool:
    """Whether a file begins as SQLite's do."""
    try:
        with path.open("rb") as stream:
            return stream.read(16).startswith(b"SQLite format 3")
    except OSError:
        return False


def others_hand(db: Connection) -> list[str]:
    """Triggers and views that Dateline did not make: what they do when rows are written is not known."""
    found = db.conn.execute("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name")
    older = db.conn.execute("PRAGMA user_version").fetchone()[0] < VERSION  # whose views are made anew
    return [
        str(name)
        for kind, name, sql in found
        if kind == "trigger" or name not in VIEWS or not (older or str(sql).endswith(VIEWS[name].strip()))
    ]


def is_large(path: Path) -> bool:
    """Whether looking through the whole file would keep the reader waiting."""
    return path.stat().st_size > QUICK_CHECK_BYTES


def quick_check(db: Connection) -> None:
    """Look through every page of a file; raises sqlite3.DatabaseError where it is damaged."""
    verdict = db.conn.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)


class Owner:
    """A note beside the file that says who is writing, for the message another process shows while it waits."""

    def __init__(self, path: Path | None) -> None:
        self._note = None if path is None else path.with_name(f".{path.name}.writer")

    def sign(self) -> None:
        """Say that this process is writing. A note that cannot be written is no reason to stop."""
        if self._note is not None:
            now = datetime.now().isoformat(sep=" ", timespec="seconds")  # noqa: DTZ005 # civil time
            program = Path(sys.argv[0]).name or "dateline"
            words = json.dumps({"pid": os.getpid(), "program": program, "since": now})
            with suppress(OSError):
                self._note.unlink(missing_ok=True)  # made anew, so that a link in its place leads nowhere
                handle = os.open(self._note, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
                with os.fdopen(handle, "w", encoding="utf-8") as note:
                    note.write(words)

    def leave(self) -> None:
        """Take this process's note away."""
        if self._note is not None and self._read().get("pid") == os.getpid():
            with suppress(OSError):
                self._note.unlink()

    def describe(self) -> str:
        """Who is writing, in words."""
        note = self._read()
        if not note or not alive(note.get("pid")):
            return "Another program"
        return f"Another program ({note.get('program')}, process {note.get('pid')}, since {note.get('since')})"

    def _read(self) -> dict[str, object]:
        try:
            if self._note is None or not stat.S_ISREG(self._note.lstat().st_mode):
                return {}
            with self._note.open("rb") as stream:
                note = json.loads(stream.read(_LONGEST_NOTE))
        except (OSError, ValueError):
            return {}
        return note if isinstance(note, dict) else {}


def alive(pid: object) -> bool:
    """Whether the process that left a note is still there; where that cannot be asked, it is taken to be."""
    if sys.platform == "win32" or not isinstance(pid, int):
        return isinstance(pid, int)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def tells_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that what the file holds is not what was written."""
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    undecodable = "Could not decode to UTF-8" in str(error)  # Python's own, which has no code
    return (
        undecodable or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or type(error) is sqlite3.DatabaseError
    )


def explain(error: sqlite3.Error, path: Path | None, owner: Owner | None, backup: Path | None) -> LibraryError:
    """The error for the reader that a SQLite error means."""
    name = f"“{path.name}”" if path is not None else "The library"
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        who = owner.describe() if owner else "Another program"
        return LibraryLocked(f"{who} is writing to {name}. Nothing was changed; try again when it is done.")
    if code == sqlite3.SQLITE_FULL:
        return LibraryError(f"The disk is full, so {name} was not changed. Free some space and try again.")
    there = path is not None and path.exists()
    if code == sqlite3.SQLITE_READONLY or (code == sqlite3.SQLITE_CANTOPEN and there):
        return LibraryError(
            f"{name} may not be written to: the file or its folder is read-only. Open it for reading only, or copy it "
            "to a folder of yours and open the copy."
        )
    if code == sqlite3.SQLITE_IOERR:
        return LibraryError(
            f"{name} could not be written or read: the disk reports an error or is full. Nothing was changed. Free "
            "some space or check the disk, then try again."
        )
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return LibraryError(f"{name} cannot be opened: the folder is missing or may not be used.")
    if isinstance(error, sqlite3.IntegrityError):
        return LibraryError(f"This change does not fit what {name} holds, so it was not made ({error}).")
    if code == sqlite3.SQLITE_NOTADB and path is not None and not backup and is_other(path):
        return LibraryDamaged(f"{name} is not a Dateline library.")
    if tells_damage(error):
        advice = f"Restore the backup “{backup.name}”" if backup else "There is no backup of it yet: restore a copy"
        damaged = LibraryDamaged(f"{name} is damaged. {advice}, or open it read-only and export what can be read.")
        damaged.backup = backup
        return damaged
    return LibraryError(f"{name} could not be used: {error}.")
