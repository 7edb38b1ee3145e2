"""The tables of a library file."""

import sqlite3
from pathlib import Path

from dateline.core.model import TABLES
from dateline.library import Library, schema
from dateline.library.rows import columns_of


def test_the_file_says_what_it_is(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    connection.close()
    with Library.open(path) as library:
        pragmas = {
            name: library._db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "foreign_keys")
        }
    assert pragmas == {"synchronous": 2, "foreign_keys": 1}


def test_the_file_has_a_column_for_every_field_of_the_model() -> None:
    with Library.open(None) as library:
        for table in TABLES:
            assert set(library._db.utils().table(table).columns_dict) == {"slot", "seal", *columns_of(table)}
