"""A connection to a library file. sqlite-utils, slow to load, is loaded when it makes or fills a table."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


class Connection:
    """SQLite's connection ``conn``, on which every statement outside of a transaction is one by itself."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        conn.isolation_level = None
        self.conn = conn

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

        return Database(self.conn, execute_plugins=False)

    def close(self) -> None:
        """Close the file."""
        self.conn.close()
