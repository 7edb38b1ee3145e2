"""Books that hold articles."""

from dataclasses import replace
from pathlib import Path
from types import ModuleType

from tests.readers.made import articles_among


def test_a_newspaper_in_a_book_is_its_articles(tmp_path: Path, make: ModuleType) -> None:
    file = tmp_path / "a.epub"
    file.write_bytes(make.newspaper())
    first, second = articles_among(file)
    assert (first.title, first.published, first.authors) == (make.TITLE, make.DAY, ("Jane Roe",))
    assert (second.title, second.published) == ("Bridge closed", "2025-04-02")
    assert first.url == "https://post.example/a"
    assert replace(first, id=0).site == "The Arle Post"
