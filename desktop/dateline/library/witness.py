"""What is kept of a library elsewhere, so that what its file has lost is noticed.

The number of its last change is written after each, and the sums of its pages whenever it has been backed up and
closed. Both lie in the reader's data folder under a name made from the library's path, with the library's own id: of
another library put in its place they say nothing. Where they cannot be written there is less to notice, and no more.
"""

import os
import sqlite3
import struct
import zlib
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from dateline import paths

_PAGE = 4096
_HEAD = struct.Struct("<16sqq")  # the library's id, the number of its last change, the file's size


class Witness:
    """What is kept of the library at one path."""

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.realpath(path))
        name = blake2b(str(self.path).encode(errors="surrogateescape"), digest_size=12).hexdigest()
        folder = paths.data() / "witness"
        self._last, self._sums = folder / f"{name}.last", folder / f"{name}.sums"

    def note(self, identity: str, last: int) -> None:
        """Keep the number of the change that was just made; the sums of the pages before it are void."""
        with suppress(OSError):
            paths.private_folder(self._last.parent)
            self._sums.unlink(missing_ok=True)
            paths.private_file(self._last)
            handle = os.open(self._last, os.O_WRONLY)
            try:
                os.write(handle, _HEAD.pack(_id(identity), last, 0))
            finally:
                os.close(handle)

    def last(self, identity: str) -> int:
        """The number of the last change that is known of; 0 where none is."""
        kept = self._read(self._last)
        return kept[1] if kept is not None and kept[0] == _id(identity) else 0

    def keep_sums(self) -> None:
        """Keep the sums of the file's pages as they are now; nothing while the file is in use."""
        with suppress(OSError, sqlite3.Error):
            if self._in_use():
                return
            identity, last = self._inside()
            before = self.path.stat()
            sums = _sums_of(self.path)
            after = self.path.stat()
            if self._in_use() or (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
                return
            paths.private_folder(self._sums.parent)
            paths.replace_file(self._sums, _HEAD.pack(_id(identity), last, after.st_size) + sums, private=True)

    def forget(self) -> None:
        """Another file takes the library's place, or none."""
        for file in (self._last, self._sums):
            with suppress(OSError):
                file.unlink(missing_ok=True)

    def forget_sums(self) -> None:
        """The file's pages are about to change without a change in its history."""
        with suppress(OSError):
            self._sums.unlink(missing_ok=True)

    def missing(self, connection: sqlite3.Connection) -> str:
        """In words, what the file has lost by the number of its last change; "" where nothing is known to be."""
        known = self.last(identity_of(connection))
        last = last_of(connection)  # asked after, so that what is written meanwhile is not missed
        if known <= last:
            return ""
        return (
            f"{known - last} changes are missing, the last that were made: the file “{self.path.name}-wal” that they "
            "were in is lost or torn, or the library was replaced by an older copy"
        )

    def changed(self, connection: sqlite3.Connection) -> str:
        """In words, that the file is not as Dateline left it; "" where it is, or nothing is known of it."""
        kept = self._read(self._sums)
        if kept is None or self._in_use() or kept[:2] != (_id(identity_of(connection)), last_of(connection)):
            return ""
        try:
            same = kept[2] == self.path.stat().st_size and self._sums.read_bytes()[_HEAD.size :] == _sums_of(self.path)
        except OSError:
            return ""
        return "" if same else "its file is not as Dateline left it: the disk or another program has changed it"

    def _inside(self) -> tuple[str, int]:
        # Immutable, because reading otherwise leaves the two files of a log beside it.
        connection = sqlite3.connect(self.path.as_uri() + "?mode=ro&immutable=1", uri=True)
        try:
            return identity_of(connection), last_of(connection)
        finally:
            connection.close()

    def _in_use(self) -> bool:
        log = self.path.with_name(self.path.name + "-wal")
        return log.exists() and log.stat().st_size > 0

    def _read(self, file: Path) -> tuple[bytes, int, int] | None:
        try:
            with file.open("rb") as stream:
                identity, last, size = _HEAD.unpack(stream.read(_HEAD.size))
        except (OSError, struct.error):
            return None
        return identity, last, size


def identity_of(connection: sqlite3.Connection) -> str:
    """A library's own id; "" in a file of an older version."""
    try:
        row = connection.execute("SELECT value FROM about WHERE key = 'id'").fetchone()
    except sqlite3.OperationalError:
        return ""
    return str(row[0]) if row else ""


def last_of(connection: sqlite3.Connection) -> int:
    """The number of a library's last change."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM history").fetchone()[0])


def _id(identity: str) -> bytes:
    return identity.encode()[:16].ljust(16)


def _sums_of(file: Path) -> bytes:
    sums = bytearray()
    with file.open("rb") as stream:
        while page := stream.read(_PAGE):
            sums += zlib.crc32(page).to_bytes(4, "little")
    return bytes(sums)
