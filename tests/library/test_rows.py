"""The model's rows as they are read from the file's tables."""

import pytest

from dateline.core.change import added
from dateline.core.model import TABLES, Article
from dateline.library import Library
from dateline.library.rows import columns_of, quoted, read_row, selected

ARTICLE = Article(id=1, text="The weir gave way.", title="Weir", tags=("wet", "later"), published="2025-03-30")


def test_a_row_read_is_the_row_written() -> None:
    with Library.open(None) as library:
        library.apply(added("", [ARTICLE]))
        values = library._db.execute(f"SELECT {selected('articles')} FROM articles").fetchone()
    assert read_row("articles", values) == ARTICLE


def test_a_row_has_a_value_for_every_column() -> None:
    for table, kind in TABLES.items():
        assert columns_of(table) == tuple(kind.__dataclass_fields__)
    with pytest.raises(ValueError, match="shorter"):
        read_row("articles", (1, "text"))


@pytest.mark.parametrize(("name", "sql"), [("end", '"end"'), ('a "b"', '"a ""b"""')])
def test_names_are_quoted(name: str, sql: str) -> None:
    assert quoted(name) == sql
