"""Verified copies of a library, kept in a folder beside it, and putting one back."""

import os
import shutil
import sqlite3
import sys
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from dateline import paths
from dateline.errors import LibraryDamaged, LibraryError, LibraryLocked
from dateline.library.schema import APPLICATION_ID


def folder(path: Path) -> Path:
    """Where a library's backups are kept: beside it, or in the data folder where that may not be written to."""
    beside = path.with_name(f"{path.stem} backups")
    if beside.is_dir() or os.access(path.parent, os.W_OK):
        return beside
    return paths.data() / "backups" / path.stem


def listed(path: Path) -> list[Path]:
    """The backups of a library, newest first."""
    try:
        found = folder(path).glob(f"{_escaped(path.stem)} ????-??-?? ??????*.dateline")
        return sorted(found, key=lambda backup: _stamp(backup, path), reverse=True)
    except PermissionError:  # a folder that may not be looked into holds no backup for this reader
        return []


def moment_of(backup: Path, path: Path) -> str:
    """When a backup was made, as its name says (ISO, civil)."""
    day, clock, _ = _stamp(backup, path)
    return f"{day}T{clock[:2]}:{clock[2:4]}:{clock[4:6]}"


def newest_good(path: Path) -> Path | None:
    """The newest backup that passes its check."""
    return next((backup for backup in listed(path) if verify(backup) is None), None)


def verify(file: Path) -> str | None:
    """What is wrong with a library file, checked whole; None for a sound one."""
    try:
        with closing(sqlite3.connect(file.absolute().as_uri() + "?mode=ro", uri=True)) as connection:
            verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if verdict != "ok":
                return str(verdict)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                return "rows point to rows that are not there"
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return "it is not a Dateline library"
    except sqlite3.Error as error:
        return str(error)
    return None


def make(path: Path, keep: int) -> Path:
    """Copy the library as it is now, check the copy whole, then let it take the oldest one's place.

    Opens its own connection, so it may run in any thread.

    Raises:
        LibraryError: when the copy could not be made; earlier backups are untouched.
    """
    target = folder(path)
    name = f"{path.stem} {datetime.now():%Y-%m-%d %H%M%S}"  # noqa: DTZ005 # civil time
    temporary = target / f".{name}.{os.getpid()}.part"
    try:
        target.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)) as connection:
            connection.execute("VACUUM INTO ?", [str(temporary)])
        problem = verify(temporary)
        if problem is not None:
            raise LibraryDamaged(f"“{path.name}” could not be backed up: the copy is damaged ({problem}).")
        _flush(temporary)
        taken = [_stamp(other, path)[2] for other in listed(path) if other.stem.startswith(name)]
        backup = target / (f"{name} {max(taken) + 1}.dateline" if taken else f"{name}.dateline")
        temporary.rename(backup)
        _flush(target)
    except (sqlite3.Error, OSError) as error:
        raise LibraryError(
            f"“{path.name}” could not be backed up to “{target}” ({error}). The library itself is as it was."
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    for old in listed(path)[max(keep, 1) :]:
        with suppress(OSError):  # an old copy that cannot be removed does no harm
            old.unlink()
    return backup


def restore(backup: Path, path: Path) -> Path | None:
    """Put a backup in the library's place. The file that was there is kept aside; returns where, None if none was.

    Raises:
        LibraryError: when the backup is not sound, the library is in use, or a file cannot be written.
    """
    problem = verify(backup)
    if problem is not None:
        raise LibraryDamaged(f"“{backup.name}” cannot be restored: {problem}. “{path.name}” is as it was.")
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(backup, temporary)
        _flush(temporary)
        aside = _set_aside(path) if path.exists() else None
        temporary.replace(path)
        _flush(path.parent)
    except OSError as error:
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
    aside = path.with_name(f"{path.stem} kept aside {stamp}{path.suffix}")
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
