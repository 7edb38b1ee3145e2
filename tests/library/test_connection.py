"""Several statements are one, or none."""

import sqlite3
from collections.abc import Iterator

import pytest

from dateline.library.connection import Connection


@pytest.fixture
def db() -> Iterator[Connection]:
    db = Connection(sqlite3.connect(":memory:"))
    db.execute("CREATE TABLE ports (slot INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)")
    yield db
    db.close()


def names(db: Connection) -> list[str]:
    return [row[0] for row in db.execute("SELECT name FROM ports ORDER BY slot")]


def twice_elm(db: Connection) -> None:
    with db.atomic():
        db.insert("ports", ("slot", "name"), [(2, "Tolm")])
        with db.atomic():  # a part of the whole
            db.insert("ports", ("slot", "name"), [(3, "Elm")])


def test_what_fails_is_taken_back_whole(db: Connection) -> None:
    with db.atomic():
        db.insert("ports", ("slot", "name"), [(1, "Elm")])
    with pytest.raises(sqlite3.IntegrityError):
        twice_elm(db)
    assert names(db) == ["Elm"]
    assert not db.conn.in_transaction


def test_rows_are_added_put_in_the_place_of_others_or_left_as_they_are(db: Connection) -> None:
    db.insert("ports", ("slot", "name"), [(number, f"Port {number}") for number in range(500)])
    db.insert("ports", ("slot", "name"), [(0, "Elm"), (499, "Tolm")], pk="slot")
    assert (names(db)[0], names(db)[-1], len(names(db))) == ("Elm", "Tolm", 500)
    db.insert("ports", ("name",), [("Elm",), ("Karvel",)], ignore=True)
    assert names(db)[-1] == "Karvel"
    assert names(db).count("Elm") == 1
    db.insert("ports", ("slot", "name"), [])
    assert len(names(db)) == 501


def test_a_new_row_in_the_place_of_another_is_refused(db: Connection) -> None:
    db.insert("ports", ("slot", "name"), [(1, "Elm")])
    with pytest.raises(sqlite3.IntegrityError):
        db.insert("ports", ("slot", "name"), [(1, "Tolm")])
    assert names(db) == ["Elm"]
