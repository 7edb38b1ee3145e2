"""A library of every released schema opens, is backed up first, and has lost nothing."""

import gzip
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlite_utils import Database

from dateline.core.filter import Filter
from dateline.core.model import MAIN_WEIGHT
from dateline.library import Library, backups, migrating, schema, writing
from dateline.library.connection import Connection

HERE = Path(__file__).parent
VERSIONS = range(1, schema.VERSION + 1)


@pytest.fixture(scope="module")
def rows(script: Callable[[str], ModuleType]) -> dict[str, list[Any]]:
    """What the files hold."""
    found: dict[str, list[Any]] = script("tests/library/make_schemas.py").ROWS
    return found


@pytest.fixture(params=VERSIONS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[int, Path]:
    """A library file of an older version (or of this one)."""
    file = tmp_path / "Old.dateline"
    file.write_bytes(gzip.decompress((HERE / "schemas" / f"v{request.param}.dateline.gz").read_bytes()))
    return request.param, file


def version_of(file: Path) -> int:
    connection = sqlite3.connect(file)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def holds(library: Library, rows: dict[str, list[Any]], version: int) -> None:
    assert library.articles() == rows["articles"]
    assert library.expressions(1) == rows["expressions"]
    assert {event.id: event for event in library.events_by_id([5, 6, 7])} == {row.id: row for row in rows["events"]}
    assert library.merges() == rows["merges"]
    assert library.saved_filters() == rows["saved_filters"]
    assert library.imports() == rows["imports"]
    assert [offer for _, offer in library.offers()] == (rows["offers"] if version >= 4 else [])
    assert library.apart() == (rows["apart"] if version >= 6 else [])
    assert library.count() == (2, 2)
    assert {hit.id for hit in library.search("karvel")} == {1}
    assert {hit.id for hit in library.search("洪水")} == {2, 7}
    assert dict(library.facets().tags) == {"sea": 1, "old": 1}


def test_it_is_brought_up_to_date_after_a_backup(old: tuple[int, Path], rows: dict[str, list[Any]]) -> None:
    version, file = old
    with Library.open(file) as library:
        holds_now = version < schema.VERSION
        assert [version_of(backup) for backup in backups.listed(file)] == [version] * holds_now
        holds(library, rows, version)
        assert library.check() == []
        assert library.articles() == rows["articles"]
        library.apply(library.change(library.history()[0].id).inverse())
        assert library.articles() == []
        assert library.merges() == []
    assert version_of(file) == schema.VERSION


def test_it_can_be_read_without_being_changed(old: tuple[int, Path], rows: dict[str, list[Any]]) -> None:
    version, file = old
    content = file.read_bytes()
    with Library.open(file, read_only=True) as library:
        holds(library, rows, version)
    assert file.read_bytes() == content
    assert backups.listed(file) == []


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "Old.dateline"
    file.write_bytes(gzip.decompress((HERE / "schemas" / "v1.dateline.gz").read_bytes()))

    def broken(db: Database) -> None:
        db.execute("CREATE TABLE half (x)")
        raise RuntimeError("stop")

    monkeypatch.setattr(
        schema, "MIGRATIONS", (*schema.MIGRATIONS[:1], schema.Migration(broken), *schema.MIGRATIONS[2:])
    )
    with pytest.raises(RuntimeError):
        Library.open(file)
    assert version_of(file) == 1
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").fetchone()[0] == 0
    assert connection.execute("SELECT count(*) FROM events").fetchone()[0] == 3
    connection.close()


def test_derived_tables_are_made_again_only_where_a_migration_asks_for_it(
    old: tuple[int, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    version, file = old
    remade = []
    monkeypatch.setattr(writing, "remake", lambda db: remade.append(db))
    Library.open(file).close()
    assert len(remade) == any(migration.remakes for migration in schema.MIGRATIONS[version:])


def test_what_a_killed_migration_still_owes_is_made_up_for(tmp_path: Path, rows: dict[str, list[Any]]) -> None:
    file = tmp_path / "Old.dateline"
    file.write_bytes(gzip.decompress((HERE / "schemas" / "v2.dateline.gz").read_bytes()))
    db = Connection(sqlite3.connect(file))
    migrating.migrate(db, until=3)  # then the program ends; the last migration by itself asks for nothing
    db.close()
    with Library.open(file) as library:
        holds(library, rows, 2)
        assert library.check() == []
        assert library.count(Filter(weight=MAIN_WEIGHT)) == (2, 2)
        assert library._db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'stale'").fetchone()[0] == 0


def test_two_processes_making_one_library_make_it_once(tmp_path: Path) -> None:
    file = tmp_path / "L.dateline"
    first = Library.open(file)
    migrating.migrate(first._db)  # what the slower process runs finds everything done
    assert first.count() == (0, 0)
    first.close()
