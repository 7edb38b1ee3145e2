"""Documents of word processors."""

from pathlib import Path

from tests.readers.made import articles


def test_tables_of_a_word_document_are_read(folder: Path) -> None:
    assert "closed on Monday" in articles(folder / "article.docx")[0].text
