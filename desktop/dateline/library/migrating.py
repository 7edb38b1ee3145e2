"""Bringing a library file up to this Dateline's version, after a backup."""

import sqlite3
from pathlib import Path

from dateline.library import backups, files, schema, writing
from dateline.library.connection import Connection
from dateline.settings import Settings


def prepare(db: Connection, path: Path | None) -> None:
    """Check a file that is to be written to and bring it up to date; None is one in memory."""
    version = 0
    if path is not None:
        version = files.inspect(db, path)
        if version:
            files.quick_check(db, path)
        if 0 < version < schema.VERSION:
            backups.make(path, int(Settings.load()["backups"]))
        db.conn.execute("PRAGMA journal_mode = WAL")
    if version < schema.VERSION:
        migrate(db)


def migrate(db: Connection, until: int = schema.VERSION) -> None:
    """Run the migrations that are missing, one transaction each; the last one makes the derived tables again."""
    for number, migration in enumerate(schema.MIGRATIONS[:until], 1):
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            if db.conn.execute("PRAGMA user_version").fetchone()[0] < number:  # else another process was quicker
                migration(db.utils())
                if number == schema.VERSION:
                    writing.remake(db)
                db.conn.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
                db.conn.execute(f"PRAGMA user_version = {number}")
            db.conn.execute("COMMIT")
        except BaseException:
            if db.conn.in_transaction:
                db.conn.execute("ROLLBACK")
            raise


def migrated_copy(db: Connection) -> Connection:
    """An older file opened for reading only: a copy of it in memory, brought up to date there."""
    copy = Connection(sqlite3.connect(":memory:"))
    db.conn.backup(copy.conn)
    db.close()
    migrate(copy)
    return copy
