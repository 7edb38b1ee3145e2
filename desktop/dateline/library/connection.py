"""A connection to a library file. sqlite-utils makes and fills the tables, and is loaded when it first does.

What only reads is bare SQL, as tuples: a library opens and answers before sqlite-utils would be loaded, and rows as
dictionaries take longer. So are new rows, of which an import has many. `tests/benchmarks/library_sql.py` measures it.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

from dateline.library.rows import quoted

if TYPE_CHECKING:
    from sqlite_utils import Database


class Connection:
    """SQLite's connection ``conn``, on which every statement outside of a transaction is one by itself."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        conn.isolation_level = None
        self.conn = conn
        self._utils: Database | None = None

    def execute(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> sqlite3.Cursor:
        """Run a statement."""
        return self.conn.execute(sql, values)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """One transaction around several statements, taken back where one fails; within another, a part of that."""
        inner = self.conn.in_transaction
        if inner:
            yield
            return
        self.conn.execute("BEGIN")
        try:
            yield
            self.conn.execute("COMMIT")
        except BaseException:
            if self.conn.in_transaction:
                self.conn.execute("ROLLBACK")
            raise

    def utils(self) -> "Database":
        """The same connection as sqlite-utils has it, for making and changing tables."""
        from sqlite_utils import Database

        if self._utils is None:
            self._utils = Database(self.conn, execute_plugins=False)
        return self._utils

    def insert(
        self,
        table: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[object]],
        *,
        pk: str | None = None,
        ignore: bool = False,
    ) -> None:
        """Put rows into a table: in place of those with the same ``pk`` where it is named, else as new ones.

        With ``ignore`` those stay that are there already.
        """
        records = chain([tuple(columns)], rows)
        if pk is not None:
            self.utils().table(table).upsert_all(records, pk=pk)
        elif ignore:
            self.utils().table(table).insert_all(records, ignore=True)
        else:  # as bare SQL, since sqlite-utils would take three times as long: `tests/benchmarks/library_sql.py`
            names, marks = ", ".join(map(quoted, columns)), ", ".join("?" * len(columns))
            self.conn.executemany(f"INSERT INTO {quoted(table)} ({names}) VALUES ({marks})", rows)  # noqa: S608

    def close(self) -> None:
        """Close the file."""
        self.conn.close()
