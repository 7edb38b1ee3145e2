"""Titles and authors of pages in the layouts of real sites."""

from collections.abc import Callable
from types import ModuleType

import pytest

from dateline.core.model import Article
from dateline.readers import read_clipboard


@pytest.fixture(scope="module")
def layouts(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("tests/benchmarks/readers_titles.py")


def test_every_layout_gives_its_title_and_its_authors(layouts: ModuleType) -> None:
    for page in layouts.pages():
        article = read_clipboard("", page.html)
        assert isinstance(article, Article), page.layout
        assert layouts.folded(article.title) == layouts.folded(page.title), page.layout
        assert set(map(layouts.folded, article.authors)) == set(map(layouts.folded, page.authors)), page.layout
