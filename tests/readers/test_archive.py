"""Archives of articles."""

from pathlib import Path
from types import ModuleType

from tests.readers.made import articles_among


def test_the_articles_of_a_tar_archive(make: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "pages.tar.gz"
    file.write_bytes(make.kept()["pages.tar.gz"])
    assert [article.published for article in articles_among(file)] == [make.DAY] * 2
