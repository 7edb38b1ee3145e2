"""What can still be read of a damaged library, as a library in memory."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from dateline.core.change import Value, added, from_columns
from dateline.core.model import TABLES, Event, Row, TimeExpression
from dateline.library import writing
from dateline.library.connection import Connection
from dateline.library.index import Index
from dateline.library.migrating import migrate

_CHUNK = 100
_GIVE_UP = 20_000  # slots without a row after which a table is taken to end


def salvaged(damaged: Connection) -> tuple[Connection, str]:
    """A library in memory with every row that can be read, and in words what was lost; closes the damaged one.

    Rows that hang on a lost article stay without it where they can: events do, time expressions do not.
    """
    lost: dict[str, int] = {}
    found: dict[str, list[Row]] = {}
    for table in TABLES:
        found[table] = list(_rows(damaged, table, lost))
    history = list(_readable(damaged, "history", "id", lost))
    damaged.close()
    rows = _fitting(found)
    whole = Connection(sqlite3.connect(":memory:"))
    migrate(whole)
    with whole.atomic():
        writing.write(whole, Index(whole), added("Read from a damaged library", rows))
        kept = whole.utils().table("history")
        kept.delete_where()
        kept.insert_all(history)
    articles, events = len(found["articles"]), len(found["events"])
    missing = ", ".join(f"{count} {table}" for table, count in lost.items() if table in ("articles", "events"))
    words = f"{articles} articles and {events} events could be read" + (
        f"; not readable: {missing}." if missing else "."
    )
    return whole, words


def _rows(db: Connection, table: str, lost: dict[str, int]) -> Iterator[Row]:
    kind = TABLES[table]
    for columns in _readable(db, table, "slot", lost):
        try:
            yield from_columns(kind, columns)
        except (ValueError, TypeError):  # a damaged page can also give values that make no sense
            lost[table] = lost.get(table, 0) + 1


def _readable(db: Connection, table: str, key: str, lost: dict[str, int]) -> Iterator[dict[str, Value]]:
    """The rows of a table that can be read; how many cannot is counted in ``lost``."""
    last, empty = 0, 0
    while empty < _GIVE_UP:
        try:
            rows = _select(db, f"SELECT * FROM {table} WHERE {key} > ? ORDER BY {key} LIMIT {_CHUNK}", last)  # noqa: S608
            if not rows:
                return
            yield from rows
            last, empty = int(rows[-1][key] or 0), 0
        except sqlite3.DatabaseError as error:
            if "no such table" in str(error):  # an older library, or none
                return
            for slot in range(last + 1, last + _CHUNK + 1):
                try:
                    rows = _select(db, f"SELECT * FROM {table} WHERE {key} = ?", slot)  # noqa: S608 # our own names
                except sqlite3.DatabaseError:
                    lost[table] = lost.get(table, 0) + 1
                    rows = []
                empty = 0 if rows else empty + 1
                yield from rows
            last += _CHUNK


def _select(db: Connection, sql: str, value: int) -> list[dict[str, Value]]:
    cursor = db.conn.execute(sql, [value])
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def _fitting(found: dict[str, list[Row]]) -> list[Row]:
    """The rows without pointers to what was lost, and each id once."""
    once = {table: list({row.id: row for row in rows}.values()) for table, rows in found.items()}
    articles = {row.id for row in once["articles"]}
    merges = {row.id for row in once["merges"]}
    fitting: list[Row] = []
    for rows in once.values():
        for row in rows:
            if isinstance(row, Event):
                article = row.article if row.article in articles else None
                merge = row.merge if row.merge in merges else None
                fitting.append(replace(row, article=article, merge=merge))
            elif not isinstance(row, TimeExpression) or row.article in articles:
                fitting.append(row)
    return fitting


def holds_something(db: Connection) -> bool:
    """Whether anything was read."""
    return any(db.utils().table(table).count for table in ("articles", "events"))
