"""What the library's tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.library.flood import ARTICLE, EVENT
from tests.library.rotten import ROWS

from dateline.core.change import added
from dateline.library import Library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with an article and an event, closed and backed up."""
    file = tmp_path / "Library.dateline"
    with Library.open(file) as library:
        library.apply(added("Import", [ARTICLE, EVENT]))
    return file


@pytest.fixture
def weir(tmp_path: Path) -> Path:
    """A library with an article and an event, closed and backed up."""
    file = tmp_path / "L.dateline"
    with Library.open(file) as library:
        library.apply(added("Import", ROWS))
    return file


@pytest.fixture
def library() -> Iterator[Library]:
    """An empty library in memory."""
    with Library.open(None) as opened:
        yield opened
