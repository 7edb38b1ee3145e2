"""What the tests of the use cases share."""

from collections.abc import Iterator

import pytest

from dateline.library import Library


@pytest.fixture
def library() -> Iterator[Library]:
    """An empty library in memory."""
    with Library.open(None) as opened:
        yield opened
