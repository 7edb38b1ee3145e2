"""What can still be read of a damaged library."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dateline.core.change import added
from dateline.core.model import Article, Event, Merge, Row, TimeExpression
from dateline.library import Library
from dateline.library.connection import Connection
from dateline.library.salvage import holds_something, salvaged

ROWS: list[Row] = [
    Article(id=1, text="The weir gave way.", title="Weir"),
    Article(id=2, text="A ferry sank.", title="Ferry"),
    TimeExpression(id=3, article=1, start=0, end=3, text="The", type="DATE", value="2025"),
    TimeExpression(id=4, article=2, start=0, end=1, text="A", type="DATE", value="2025"),
    Event(id=5, article=1, title="Weir gave way", merge=7),
    Event(id=6, article=2, title="Ferry sank", merge=7),
    Merge(id=7, title="The storm"),
]


@pytest.fixture
def damaged(tmp_path: Path) -> Iterator[Connection]:
    """A library of which one article and the merge are lost, and an event makes no sense."""
    file = tmp_path / "L.dateline"
    with Library.open(file) as library:
        library.apply(added("Import", ROWS))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM articles WHERE id = 2")
        connection.execute("DELETE FROM merges")
        connection.execute("UPDATE events SET certainty = 'garbled' WHERE id = 5")
        connection.commit()
        yield Connection(connection)


def test_every_row_that_can_be_read_is_there_without_what_was_lost(damaged: Connection) -> None:
    whole, words = salvaged(damaged)
    assert words == "1 articles and 1 events could be read; not readable: 1 events."
    assert holds_something(whole)
    rows = {
        table: whole.execute(f"SELECT id FROM {table}").fetchall() for table in ("articles", "events", "expressions")
    }
    assert rows == {"articles": [(1,)], "events": [(6,)], "expressions": [(3,)]}
    assert whole.execute("SELECT article, merge FROM events").fetchone() == (None, None)
    assert whole.execute("SELECT label FROM history").fetchall() == [("Import",)]


def test_of_no_library_nothing_can_be_read() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        whole, words = salvaged(Connection(connection))
    assert words == "0 articles and 0 events could be read."
    assert not holds_something(whole)
