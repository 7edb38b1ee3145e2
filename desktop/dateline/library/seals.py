"""A checksum beside each row, made when it is written: what a disk or another program changes in it is noticed.

A row's seal is the CRC-32 of its columns, those of the file whatever its version, in the order of their names.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline.core.change import Value
from dateline.core.digest import digest
from dateline.core.model import TABLES

_REAL = frozenset({"confidence", "weight"})
"""Columns that give a float whatever number was put into them."""

_KEYS = {**dict.fromkeys(TABLES, "slot"), "history": "id"}
_NAMES = {"articles": "The article", "events": "The event", "expressions": "The time expression", "merges": "The merge",
          "saved_filters": "The filter", "imports": "The report", "history": "The change"}  # fmt: skip
_CHUNK = 1000


class Rot(NamedTuple):
    """A row that is not as it was written; ``seal`` is that of the row as it was."""

    table: str
    id: int
    name: str
    seal: int | None

    def __str__(self) -> str:
        return f"{_NAMES.get(self.table, 'A row')} “{self.name}” is not as it was written"


def seal_of(columns: Mapping[str, Value | bytes]) -> int:
    """The seal of a row's columns, the slot and the seal itself left out."""
    return zlib.crc32(b"\0".join(_bytes(name, columns[name]) for name in sorted(columns)))


def rotten(connection: sqlite3.Connection) -> Iterator[Rot]:
    """The rows that are not as they were written, and articles whose text does not have its digest."""
    before, connection.text_factory = connection.text_factory, bytes
    try:
        for table, key in _KEYS.items():
            names = _columns(connection, table)
            if "seal" in names:
                yield from _rotten(connection, table, key, names)
    finally:
        connection.text_factory = before


def holds(connection: sqlite3.Connection, rows: Iterable[Rot]) -> bool:
    """Whether a sound file has these rows as they were written."""
    for rot in rows:
        found = connection.execute(f"SELECT seal FROM {rot.table} WHERE id = ?", [rot.id]).fetchone()  # noqa: S608
        if found is None:
            return False
    return True


def seal_all(connection: sqlite3.Connection, *tables: str) -> None:
    """Seal every row of these tables (of all without any) as it is now, for a migration that changes columns."""
    for table, key in _KEYS.items():
        if tables and table not in tables:
            continue
        names = [name for name in _columns(connection, table) if name not in ("seal", "slot")]
        if not names:
            continue
        sealed = [(seal, at) for at, _, seal, _ in _each(connection, table, key, names)]
        connection.executemany(f"UPDATE {table} SET seal = ? WHERE {key} = ?", sealed)  # noqa: S608 # our own names


def _rotten(connection: sqlite3.Connection, table: str, key: str, names: list[str]) -> Iterator[Rot]:
    own = sorted(name for name in names if name not in ("seal", "slot"))
    for _, columns, seal, kept in _each(connection, table, key, own):
        text, known = columns.get("text"), columns.get("digest")
        other = table == "articles" and isinstance(known, bytes) and len(known) == 32 and isinstance(text, bytes)
        if seal != kept or (other and digest(_text(text)).encode() != known):
            name = next((_text(columns[part]) for part in ("title", "name", "label", "text") if columns.get(part)), "")
            id_ = columns["id"]
            yield Rot(table, id_ if isinstance(id_, int) else 0, name[:80], kept)


def _each(
    connection: sqlite3.Connection, table: str, key: str, names: list[str]
) -> Iterator[tuple[int, dict[str, Value | bytes], int, int | None]]:
    """Each row's key, its columns, the seal that they have and the one that was kept."""
    listed = ", ".join(f'"{name}"' for name in names)
    kept = ", seal" if "seal" in _columns(connection, table) else ", NULL"
    last = -1
    while True:
        rows = connection.execute(
            f"SELECT {key}, {listed}{kept} FROM {table} WHERE {key} > ? ORDER BY {key} LIMIT {_CHUNK}",  # noqa: S608
            [last],
        ).fetchall()
        if not rows:
            return
        for row in rows:
            columns = dict(zip(names, row[1:-1], strict=True))
            yield row[0], columns, seal_of(columns), row[-1]
        last = rows[-1][0]


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [_text(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]


def _bytes(name: str, value: Value | bytes) -> bytes:
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass")
    if isinstance(value, bytes):
        return value
    return repr(float(value) if name in _REAL and value is not None else value).encode()


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
