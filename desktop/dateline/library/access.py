"""A library as it is asked: rows as the model has them, arrays as of now, and errors in words for the reader."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar, cast

from dateline.core.model import TABLES, Row
from dateline.errors import LibraryError
from dateline.library import files
from dateline.library.connection import Connection
from dateline.library.index import Index, Ints
from dateline.library.query import Query
from dateline.library.rows import read_row, selected

R = TypeVar("R", bound=Row)
_TABLE_OF: dict[type, str] = {kind: name for name, kind in TABLES.items()}


class Access:
    """The connection, and the arrays, loaded when first asked for and again where another process has written."""

    def __init__(self, db: Connection, path: Path | None) -> None:
        self.path = path
        self._db = db
        self._owner = files.Owner(path)
        self._query: Query | None = None
        self._seen = -1

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (UnicodeEncodeError, OverflowError) as error:
            raise LibraryError(
                f"This holds something that a library cannot keep, so nothing was changed ({error})."
            ) from error
        except sqlite3.Error as error:
            from dateline.library import backups

            known = None
            if files.tells_damage(error) and self.path is not None:
                known = backups.newest_good(self.path)
            raise files.explain(error, self.path, self._owner, known) from error

    @contextmanager
    def _asked(self) -> Iterator[Query]:
        """Arrays and rows of one state of the file, whatever other processes write meanwhile."""
        with self._told(), self._db.atomic():
            yield self._fresh()

    def _index(self) -> Index:
        """The arrays as of now, loaded afresh where another process has written."""
        return self._fresh().index

    def _fresh(self) -> Query:
        with self._told():
            seen = self._db.conn.execute("PRAGMA data_version").fetchone()[0]
            if self._query is None or seen != self._seen:
                with self._db.atomic():  # one state of the file for all that is loaded
                    self._query = Query(self._db, Index(self._db))
                self._seen = seen
        return self._query

    def _all(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        with self._told():
            return self._db.execute(sql, list(values)).fetchall()

    def _select(self, kind: type[R], where: str, values: Sequence[object]) -> list[R]:
        table = _TABLE_OF[kind]
        if "ORDER BY" not in where:
            where = (where or "1") + " ORDER BY slot"
        rows = self._all(f"SELECT {selected(table)} FROM {table} WHERE {where}", values)  # noqa: S608
        return [cast(R, read_row(table, row)) for row in rows]

    def _by_ids(self, kind: type[R], ids: Sequence[int]) -> list[R]:
        wanted = [int(id_) for id_ in ids]
        found = self._select(kind, "id IN (SELECT value FROM json_each(?))", [json.dumps(wanted)])
        by_id = {row.id: row for row in found}
        return [by_id[id_] for id_ in wanted if id_ in by_id]

    def _by_slots(self, kind: type[R], slots: Ints) -> list[R]:
        table = _TABLE_OF[kind]
        rows = self._all(
            f"SELECT slot, {selected(table)} FROM {table} "  # noqa: S608 # names of the model
            "WHERE slot IN (SELECT value FROM json_each(?))",
            [json.dumps(slots.tolist())],
        )
        by_slot = {row[0]: cast(R, read_row(table, row[1:])) for row in rows}
        return [by_slot[slot] for slot in slots.tolist() if slot in by_slot]
