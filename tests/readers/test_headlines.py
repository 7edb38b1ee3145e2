"""Titles and authors of pages in the layouts of real sites."""

from collections.abc import Callable
from types import ModuleType

import pytest

from dateline.core.model import Article
from dateline.readers import read_clipboard
from dateline.readers.bylines import names_in, straight


@pytest.fixture(scope="module")
def layouts(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("tests/benchmarks/readers_titles.py")


def test_every_layout_gives_its_title_and_its_authors(layouts: ModuleType) -> None:
    for page in layouts.pages():
        article = read_clipboard("", page.html)
        assert isinstance(article, Article), page.layout
        assert layouts.folded(article.title) == layouts.folded(page.title), page.layout
        assert set(map(layouts.folded, article.authors)) == set(map(layouts.folded, page.authors)), page.layout


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ilse Marn in Ostrey and Odo Feld in Arle", ("Ilse Marn", "Odo Feld")),
        ("Von Odo Feld, 14. März 2025", ("Odo Feld",)),
        ("By Jan van der Meer, Harbour Press Agency", ("Jan van der Meer",)),
        ("(Reporting by Ilse Marn; Editing by Odo Feld)", ("Ilse Marn",)),
        ("Text: Ilse Marn | Fotos: Odo Feld", ("Ilse Marn",)),
        ("By Monday evening the harbour was shut", ()),
        ("By Odo Feld's account nobody was there", ()),
        ("The newsroom", ()),
    ],
)
def test_names_in_a_line(line: str, names: tuple[str, ...]) -> None:
    assert names_in(line) == names


@pytest.mark.parametrize(("name", "turned"), [("Marn, Ilse", "Ilse Marn"), ("Ilse Marn, Odo Feld", None)])
def test_a_name_with_its_last_name_first(name: str, turned: str | None) -> None:
    assert straight(name) == (turned or name)
