"""Bringing a library file up to this Dateline's version, after a backup."""

import sqlite3
from pathlib import Path

from dateline.library import backups, files, schema, views
from dateline.library.connection import Connection
from dateline.library.rows import quoted
from dateline.library.witness import Witness
from dateline.settings import Settings


def prepare(db: Connection, path: Path | None) -> None:
    """Check a file that is to be written to and bring it up to date; None is one in memory."""
    version = 0
    if path is not None:
        version = files.inspect(db, path)
        if version and not files.is_large(path):
            files.quick_check(db)
        if 0 < version < schema.VERSION:
            backups.make(path, int(Settings.load()["backups"]))
        db.conn.execute("PRAGMA journal_mode = WAL")
        if version < schema.VERSION:
            Witness(path).forget_sums()
    if version < schema.VERSION:
        migrate(db)


def migrate(db: Connection, until: int = schema.VERSION) -> None:
    """Run the migrations that are missing, one transaction each; the last makes the derived tables again if need be.

    From the first migration that asks for that until it is done a table ``stale`` stands in the file, so that it is
    not forgotten where the program ends between two of them.
    """
    for number, migration in enumerate(schema.MIGRATIONS[:until], 1):
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            if db.conn.execute("PRAGMA user_version").fetchone()[0] < number:  # else another process was quicker
                views.drop(db.utils())
                migration.run(db.utils())
                if migration.remakes:
                    db.execute("CREATE TABLE IF NOT EXISTS stale (mark)")
                if number == schema.VERSION and db.execute("PRAGMA table_info(stale)").fetchone():
                    from dateline.library import writing  # which most openings do without

                    writing.remake(db)
                    db.execute("DROP TABLE stale")
                if number == schema.VERSION:
                    views.make(db.utils())
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
    for kind, name in copy.execute("SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')").fetchall():
        copy.execute(f"DROP {kind} {quoted(name)}")  # not ours: none of them is to act while rows are rewritten
    migrate(copy)
    return copy
