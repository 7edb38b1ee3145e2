"""Verified copies of a library, kept in a folder beside it, and putting one back.

Everything here opens its own connection to the file, so it may run in any thread or process (`jobs.Job`).
"""

import itertools
import os
import re
import shutil
import sqlite3
import sys
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from dateline import paths
from dateline.errors import LibraryDamaged, LibraryError, LibraryLocked, Stopped
from dateline.library import files, seals
from dateline.library.jobs import Progress, unwatched
from dateline.library.schema import APPLICATION_ID
from dateline.library.witness import Witness

_STEPS = 100_000  # of SQLite's instructions from one look at the progress to the next: some 20 ms
_CHECKED = 10  # bytes that the check gets through in one instruction, roughly
_MOST = 20  # rows that have rotted are named and sought in backups
_COPYING = 0.8  # the share of copying in the time that a backup takes


def folder(path: Path) -> Path:
    """Where a library's backups are kept: beside it, or in the data folder where that may not be written to."""
    path = Path(os.path.realpath(path))
    beside = path.with_name(f"{path.stem} backups")
    if beside.is_dir() or os.access(path.parent, os.W_OK):
        return beside
    from hashlib import blake2b  # loads OpenSSL

    digest = blake2b(str(path.absolute()).encode(errors="surrogateescape"), digest_size=4).hexdigest()
    return paths.data() / "backups" / f"{path.stem} {digest}"  # other folders may hold a library of this name


def listed(path: Path) -> list[Path]:
    """The backups of a library, newest first."""
    path = Path(os.path.realpath(path))
    try:
        found = folder(path).glob(f"{_escaped(path.stem)} ????-??-?? ??????*.dateline")
        return sorted(found, key=lambda backup: _stamp(backup, path), reverse=True)
    except PermissionError:  # a folder that may not be looked into holds no backup for this reader
        return []


def newest_good(path: Path) -> Path | None:
    """The newest backup that passes its check."""
    return next((backup for backup in listed(path) if verify(backup) is None), None)


def owed(last_change: int | None, path: Path) -> bool:
    """Whether the newest backup does not end with this entry of the history, so the last session did not end well."""
    if last_change is None:
        return False
    newest = next(iter(listed(path)), None)
    if newest is None:
        return True
    try:
        with closing(_reading(newest)) as copy:
            return bool(copy.execute("SELECT max(id) FROM history").fetchone()[0] != last_change)
    except sqlite3.Error:
        return True


def verify(file: Path, progress: Progress = unwatched) -> str | None:
    """What is wrong with a library file, checked whole; None for a sound one. Stopped where ``progress`` says so."""
    try:
        whole = file.stat().st_size / _CHECKED
        with closing(_reading(file)) as connection:
            _watch(connection, lambda steps: progress(min(steps / whole, 0.99)))
            verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if verdict != "ok":
                return str(verdict)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                return "rows point to rows that are not there"
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return "it is not a Dateline library"
            if (rot := _first_rot(connection)) is not None:
                return rot
            witness = Witness(file)
            if lost := witness.missing(connection) or witness.changed(connection):
                return lost
    except (sqlite3.Error, OSError) as error:
        _unless_stopped(error, f"The check of “{file.name}”")
        return str(error)
    return None


def _first_rot(connection: sqlite3.Connection) -> str | None:
    found = list(itertools.islice(seals.rotten(connection), _MOST))
    if not found:
        return None
    more = f", and {'at least ' if len(found) == _MOST else ''}{len(found) - 1} more" if len(found) > 1 else ""
    return f"{found[0]}{more}"


def with_sound_rows(path: Path) -> Path | None:
    """The newest sound backup that has the rows which have rotted in the library; else the newest sound one."""
    try:
        with closing(_reading(path)) as connection:
            rot = list(itertools.islice(seals.rotten(connection), _MOST))
    except sqlite3.Error:
        rot = []
    sound = (backup for backup in listed(path) if verify(backup) is None)
    newest = next(sound, None)
    for backup in itertools.chain([newest] if newest else [], sound):
        with closing(_reading(backup)) as connection:
            if seals.holds(connection, rot):
                return backup
    return newest


def make(path: Path, keep: int, progress: Progress = unwatched) -> Path:
    """Copy the library as it is now, check the copy whole, then let it take the oldest one's place.

    Until it is checked and on the disk the copy has another name, which nothing takes for a backup; what a killed
    process leaves of one is removed by the next.

    Raises:
        Stopped: when ``progress`` said so; earlier backups are untouched.
        LibraryError: when the copy could not be made; likewise.
    """
    path = Path(os.path.realpath(path))
    target = folder(path)
    name = f"{path.stem} {datetime.now():%Y-%m-%d %H%M%S}"  # noqa: DTZ005 # civil time
    temporary = target / f".{name}.{os.getpid()}.{threading.get_ident()}.part"
    try:
        paths.private_folder(target)
        _remove_halves(target)
        with closing(_source(path)) as source:
            size = path.stat().st_size
            _watch(source, lambda _: progress(_COPYING * min(_size(temporary) / max(size, 1), 1.0)))
            paths.private_file(temporary)
            source.execute("VACUUM INTO CAST(? AS TEXT)", [os.fsencode(temporary)])  # names need not be Unicode
        problem = verify(temporary, lambda part: progress(_COPYING + (1 - _COPYING) * part))
        if problem is not None:
            raise _not_backed_up(path, problem)
        _flush(temporary)
        taken = [_stamp(other, path)[2] for other in listed(path) if other.stem.startswith(name)]
        backup = target / (f"{name} {max(taken) + 1}.dateline" if taken else f"{name}.dateline")
        temporary.rename(backup)
        _flush(target)
        for file in (backup, path):
            Witness(file).keep_sums()
    except (sqlite3.Error, OSError) as error:
        _unless_stopped(error, f"The backup of “{path.name}”")
        if type(error) is sqlite3.DatabaseError:
            raise _not_backed_up(path, str(error)) from error
        raise LibraryError(
            f"“{path.name}” could not be backed up to “{target}” ({error}). The library itself is as it was."
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    for old in listed(path)[max(keep, 1) :]:
        if old != backup:  # which is not the newest by name while the clock is put back
            with suppress(OSError):  # an old copy that cannot be removed does no harm
                old.unlink()
            Witness(old).forget()
    progress(1.0)
    return backup


def damaged(path: Path, problem: str, done: str = "") -> LibraryDamaged:
    """The error that says what is wrong with a library, what was not ``done``, and which backup has what was lost."""
    sound = with_sound_rows(path)
    advice = f"The newest sound backup is “{sound.name}”" if sound else "It has no sound backup"
    error = LibraryDamaged(f"“{path.name}” is damaged{done}: {problem}. {advice}.")
    error.backup = sound
    return error


def _not_backed_up(path: Path, problem: str) -> LibraryDamaged:
    return damaged(path, problem, ", so it was not backed up and no backup was replaced")


def restore(backup: Path, path: Path, progress: Progress = unwatched) -> Path | None:
    """Put a backup in the library's place. The file that was there is kept aside; returns where, None if none was.

    Raises:
        Stopped: when ``progress`` said so; the library is as it was.
        LibraryError: when the backup is not sound or of a newer Dateline, the library is in use, or a file cannot be
            written; likewise.
    """
    path = Path(os.path.realpath(path))  # a link to the library stays one
    with suppress(sqlite3.Error), closing(files.connect_for_reading(backup, 1.0)) as source:
        files.inspect(source, backup)  # a newer one is that, whatever else it may be
    problem = verify(backup, lambda part: progress(part / 2))
    if problem is not None:
        raise LibraryDamaged(f"“{backup.name}” cannot be restored: {problem}. “{path.name}” is as it was.")
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")

    def copied(_status: int, remaining: int, total: int) -> None:
        if not progress(1 - remaining / max(total, 1) / 2):
            raise Stopped(f"Restoring “{backup.name}” was stopped. “{path.name}” is as it was.")

    try:
        paths.private_folder(path.parent)
        temporary.unlink(missing_ok=True)
        paths.private_file(temporary)
        with closing(files.connect_for_reading(backup, 1.0)) as source, closing(sqlite3.connect(temporary)) as copy:
            files.inspect(source, backup)
            source.conn.backup(copy, pages=2000, progress=copied)
        _flush(temporary)
        aside = _set_aside(path) if path.exists() else None
        temporary.replace(path)
        Witness(path).forget()
        _flush(path.parent)
    except (sqlite3.Error, OSError) as error:
        raise LibraryError(f"“{backup.name}” could not be restored to “{path}” ({error}).") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return aside


def _set_aside(path: Path) -> Path:
    """Give the library a second name, with what its log still holds; its own is then free to be replaced."""
    try:
        with closing(sqlite3.connect(path, timeout=1.0, isolation_level=None)) as connection:
            # Fails while another process has it open; closing then folds the log into the file.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if (error.sqlite_errorcode & 0xFF) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise LibraryLocked(
                f"“{path.name}” is open in another window or program. Close it there, then restore."
            ) from error
    except sqlite3.DatabaseError:
        pass  # damaged: kept as it is, with its log
    stamp = f"{datetime.now():%Y-%m-%d %H%M%S}"  # noqa: DTZ005 # civil time
    names = (path.with_name(f"{path.stem} kept aside {stamp}{more}{path.suffix}") for more in _numbers())
    aside = next(name for name in names if not name.exists())
    try:
        os.link(path, aside)  # so that there is a library under its name at every moment
    except OSError:  # a file system without links
        shutil.copy2(path, aside)
    log = path.with_name(path.name + "-wal")
    if log.exists():
        log.rename(aside.with_name(aside.name + "-wal"))
    with suppress(OSError):
        path.with_name(path.name + "-shm").unlink(missing_ok=True)
    return aside


def _numbers() -> itertools.chain[str]:
    return itertools.chain([""], (f" {number}" for number in itertools.count(2)))


def _reading(file: Path) -> sqlite3.Connection:
    return files.connect_for_reading(file, 1.0).conn


def _source(path: Path) -> sqlite3.Connection:
    """A connection to copy from. One that may write is the tidier: the last to close takes the log's files away."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return sqlite3.connect(path.absolute().as_uri() + "?mode=rw", uri=True)
    return _reading(path)


def _watch(connection: sqlite3.Connection, going_on: Callable[[int], bool]) -> None:
    """Ask every so many instructions, told how many were done, whether to go on; else SQLite stops the statement."""
    steps = itertools.count(_STEPS, _STEPS)
    connection.set_progress_handler(lambda: not going_on(next(steps)), _STEPS)


def _unless_stopped(error: Exception, what: str) -> None:
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
        raise Stopped(f"{what} was stopped.") from error


def _remove_halves(target: Path) -> None:
    """Remove what processes that are gone have left of their copies."""
    for part in target.glob(".*.part*"):
        pid = re.search(r"\.(\d+)\.\d+\.part", part.name)
        if pid and not files.alive(int(pid[1])):
            with suppress(OSError):
                part.unlink()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # not begun yet
        return 0


def _flush(path: Path) -> None:
    """Make sure that a file, or a folder's list of files, is on the disk."""
    if path.is_dir() and sys.platform == "win32":
        return  # Windows has no such call for folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _stamp(backup: Path, path: Path) -> tuple[str, str, int]:
    """Day, clock and, of several in one second, the number in a backup's name."""
    day, clock, *number = backup.stem.removeprefix(path.stem).split()
    return day, clock, int(number[0]) if number and number[0].isdigit() else 1


def _escaped(stem: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in stem)
