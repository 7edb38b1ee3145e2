"""The articles that a file of a test holds."""

from pathlib import Path

from dateline.core.model import Article
from dateline.readers import Refusal, read

BODY = "A crane fell into the harbour of Ostrey late on Thursday, the port said. Nobody was hurt."
OTHER = "The council of Ostrey voted on Tuesday to rebuild the crane, its mayor said. Work begins in June."


TITLE = "Crane falls into the harbour"
TEXT = (
    "A crane fell into the harbour of Ostrey late on Thursday, the port said. It had stood idle since the yard closed.",
    "Nobody was hurt. The council had argued for years about who should pay for its repair, a spokeswoman said.",
)
"""The paragraphs of a whole short article."""


def articles(path: Path) -> list[Article]:
    """The articles of a file that holds nothing else; what is refused fails the test."""
    items = list(read(path))
    assert not [item for item in items if isinstance(item, Refusal)], items
    return [item for item in items if isinstance(item, Article)]


def articles_among(path: Path) -> list[Article]:
    """The articles of a file, whatever is refused beside them."""
    return [item for item in read(path) if isinstance(item, Article)]


def written(path: Path, text: str) -> list[Article]:
    """The articles of a text put into a file."""
    path.write_text(text, encoding="utf-8")
    return articles_among(path)


def one(path: Path, text: str) -> Article:
    """The only article of a text put into a file."""
    path.write_text(text, encoding="utf-8")
    (article,) = articles(path)
    return article
